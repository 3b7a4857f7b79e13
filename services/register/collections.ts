import type { CollectionDeclaration, Draft, Stored } from '../opslag/store.ts';
import type { Afspraak, Organisatie, Verband } from './types.ts';

/** What the register keeps in the store. Written by register.ts alone: its order of writing is what makes history whole. */

export const organisaties: CollectionDeclaration<Organisatie> = { name: 'organisaties' };

export const verbanden: CollectionDeclaration<Verband> = { name: 'verbanden' };

export const afspraken: CollectionDeclaration<Afspraak> = { name: 'afspraken' };

/** Who wrote a version. Personal data. */
export interface Auteur {
  readonly naam: string;
  /** The way in: `chat`, `import`, `opdrachtregel`. */
  readonly via: string;
}

/**
 * One state of one afspraak, never changed afterwards. `_id` is `code@nummer`; nummer is the `version` of the afspraak it
 * became. It is written *before* the afspraak itself, and whoever writes it first owns that version. A version without its
 * afspraak is recognised by a nummer one above the afspraak's (its writer died in between): the next writer of that afspraak,
 * the next start or the next reconcile completes it.
 */
export interface AfspraakVersie extends Stored {
  readonly code: string;
  readonly nummer: number;
  readonly inhoud: Draft<Afspraak>;
  /** Fields that differ from the version before; of a first version all that are filled in. */
  readonly gewijzigd: readonly string[];
  readonly door: Auteur;
  /** Epoch ms. */
  readonly op: number;
  /** Of an afspraak that came from a row without a code: what it is recognised by when the same file comes again. */
  readonly herkomst?: string;
}

export const afspraakversies: CollectionDeclaration<AfspraakVersie> = {
  name: 'afspraakversies',
  unique: [['code', 'nummer']],
  indexes: [['op'], ['herkomst']],
};

export type Registercollectie = 'organisaties' | 'verbanden' | 'afspraken';

export interface Registerwijziging {
  readonly collectie: Registercollectie;
  readonly ids: readonly string[];
}

/**
 * Tells every process what changed. `_id` is the nummer as text; nummers run on without a gap, so that a reader asks for the
 * one after the last it read. Written *after* the documents it names.
 */
export interface Registerlogregel extends Stored {
  readonly nummer: number;
  readonly wijzigingen: readonly Registerwijziging[];
}

export const registerwijzigingen: CollectionDeclaration<Registerlogregel> = {
  name: 'registerwijzigingen',
  unique: [['nummer']],
  indexes: [['nummer']],
};
