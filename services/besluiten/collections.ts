import type { CollectionDeclaration, Stored } from '../opslag/store.ts';
import type { EntryContent } from './entry.ts';

/**
 * What the besluitenregister keeps. The chain is only ever inserted into, never replaced; what may have to be erased (who
 * recorded a besluit) lies beside it.
 */

/** One entry of the chain. `_id` is the volgnummer, so that two processes cannot both write the next one. */
export type ChainDocument = Stored & EntryContent & { readonly hash: string };

export const chainCollection: CollectionDeclaration<ChainDocument> = {
  name: 'besluitketen',
  unique: [['formId'], ['identificatie']],
  indexes: [['volgnummer']],
};

/** Twelve digits, so that the order of text is the order of numbers. */
export const chainId = (volgnummer: number): string => String(volgnummer).padStart(12, '0');

/** Who recorded an entry, or the tombstone that is left once it is erased. `_id` is the entry's `persoon`. */
export type PersoonDocument = Stored & {
  /** 32 random bytes in hex; gone with the name, so that nobody can try names against the commitment. */
  readonly salt?: string;
  readonly naam?: string;
  readonly aadId?: string;
  /** Epoch ms of the erasure. */
  readonly gewistOp?: number;
};

export const persoonCollection: CollectionDeclaration<PersoonDocument> = {
  name: 'besluitpersonen',
  indexes: [['aadId']],
};
