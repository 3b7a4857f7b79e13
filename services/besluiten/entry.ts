import { hash } from 'node:crypto';
import type { CivilDate } from '../kalender/civil-date.ts';
import { canonicalBytes, canonicalText } from './canonical.ts';
import type { Besluit, Bestuursorgaan } from './types.ts';

/**
 * The form of one entry of the chain and how it is hashed. Recording, export and verification share exactly this.
 *
 * `hash` = SHA-256, lower-case hex, over the canonical bytes (canonical.ts) of the entry without its `hash`.
 * `vorige` = the hash of the entry before; 64 zeros for the first.
 * `persoonsgegevens` = SHA-256 over the 32 bytes of the salt followed by the canonical bytes of `{aadId?, naam}`.
 */

/** What was decided; the whole of it again in a correctie. Names as in the ZGW Besluiten API. */
export interface BesluitContent {
  readonly onderwerp: string;
  readonly toelichting?: string;
  readonly datum: CivilDate;
  readonly bestuursorgaan: Bestuursorgaan;
  readonly ingangsdatum: CivilDate;
  readonly vervaldatum?: CivilDate;
  readonly vervalreden?: 'tijdelijk';
  readonly verantwoordelijkeOrganisatie?: string;
  readonly verband?: string;
  readonly afspraken: readonly string[];
}

interface EntryBase {
  /** Place in the chain, from 1. */
  readonly volgnummer: number;
  readonly vorige: string;
  /** The form it came from: the same form is recorded once. */
  readonly formId: string;
  /** Epoch ms. */
  readonly vastgelegdOp: number;
  /** Where beside the chain the recorder is kept. Says nothing about the person. */
  readonly persoon: string;
  readonly persoonsgegevens: string;
}

/** What an entry says, apart from its place. */
export type EntryBody =
  | { readonly soort: 'besluit'; readonly identificatie: string; readonly besluit: BesluitContent }
  /** Supersedes the whole content of `betreft`, an earlier identificatie. */
  | { readonly soort: 'correctie'; readonly betreft: string; readonly reden: string; readonly besluit: BesluitContent }
  /** From `vervaldatum` on, `betreft` no longer holds. */
  | {
      readonly soort: 'intrekking';
      readonly betreft: string;
      readonly reden: string;
      readonly vervaldatum: CivilDate;
      readonly vervalreden: 'ingetrokken_overheid' | 'ingetrokken_belanghebbende';
    };

export type EntryContent = EntryBase & EntryBody;

export type Entry = EntryContent & { readonly hash: string };

/** `vorige` of the first entry. */
export const noPrevious = '0'.repeat(64);

/** The last entry by number and hash: what a partner keeps, to see later that nothing before it was rewritten. */
export interface Head {
  readonly volgnummer: number;
  readonly hash: string;
}

/** Of a register without entries. */
export const emptyHead: Head = { volgnummer: 0, hash: noPrevious };

/** Hash of an entry without its `hash`; `undefined` when it cannot be written canonically. */
export function hashEntry(content: unknown): string | undefined {
  const text = canonicalText(content);
  return text === undefined ? undefined : hash('sha256', text, 'hex');
}

/** The recorder, as committed to. */
export interface Persoon {
  readonly naam: string;
  readonly aadId?: string;
}

/** Commitment to a person; `undefined` when the name cannot be written canonically. `salt` is hex of 32 bytes. */
export function commitTo(persoon: Persoon, salt: string): string | undefined {
  const { naam, aadId } = persoon;
  const bytes = canonicalBytes(aadId === undefined ? { naam } : { naam, aadId });
  return bytes === undefined ? undefined : hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), bytes]), 'hex');
}

const numberForm = /^B-(\d{4})-(\d{3,9})$/;

/** `B-2026-014` → year and number; `undefined` for anything else, also for a number with needless zeros. */
export function readIdentificatie(
  identificatie: string,
): { readonly year: number; readonly number: number } | undefined {
  const match = numberForm.exec(identificatie);
  if (match === null) return undefined;
  const [, year, number] = match;
  const read = { year: Number(year), number: Number(number) };
  return writeIdentificatie(read.year, read.number) === identificatie ? read : undefined;
}

export const writeIdentificatie = (year: number, number: number): string =>
  `B-${String(year).padStart(4, '0')}-${String(number).padStart(3, '0')}`;

export type Vervalreden = NonNullable<Besluit['vervalreden']>;
