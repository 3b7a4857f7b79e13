import type { Entry, Head } from './entry.ts';

/** Names this form to whoever opens the file; a later form gets a higher `versie`. */
export const exportForm = 'ketenregie-besluitenregister';
export const exportVersion = 1;

/** A recorder beside the chain: with salt and name, or erased. */
export type ExportedPersoon =
  | { readonly persoon: string; readonly salt: string; readonly naam: string; readonly aadId?: string }
  /** Epoch ms. */
  | { readonly persoon: string; readonly gewistOp: number };

/**
 * The besluitenregister as one JSON document, whole and self-sufficient: `verifyExport` (verify.ts) needs nothing else.
 * How entries and commitments are hashed is told in entry.ts; both can be recomputed with any SHA-256 and RFC 8785.
 */
export interface ChainExport {
  readonly formaat: typeof exportForm;
  readonly versie: typeof exportVersion;
  /** The last entry, or number 0 and 64 zeros. */
  readonly hoofd: Head;
  /** By volgnummer. */
  readonly entries: readonly Entry[];
  /** One for each place that an entry names. */
  readonly personen: readonly ExportedPersoon[];
}
