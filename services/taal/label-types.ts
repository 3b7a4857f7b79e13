import type { Bestuursorgaan } from '../besluiten/types.ts';
import type { HerinneringKind, OccurrenceState } from '../herinneringen/types.ts';
import type { Afspraak, Ontvanger, Ritme, Soort, Status, Vertrouwelijkheid, Vorm } from '../register/types.ts';

/** A noun that occurs alone and in a list: "een mandaat", "mandaten". */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/**
 * Labels of domain values, shared by cards, answers and letters. In lower case, as inside a sentence; `startWithCapital` (list.ts)
 * makes a title. The compiler asks a label of every value in every language.
 */
export interface Labels {
  readonly soort: Readonly<Record<Soort, Noun>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly vorm: Readonly<Record<Vorm, string>>;
  /** With its article, as a sentence needs it: "het college". */
  readonly bestuursorgaan: Readonly<Record<Bestuursorgaan, string>>;
  readonly ontvanger: Readonly<Record<Ontvanger, string>>;
  readonly ritme: Readonly<Record<Ritme, string>>;
  readonly herinneringKind: Readonly<Record<HerinneringKind, string>>;
  readonly occurrenceState: Readonly<Record<OccurrenceState, string>>;
  readonly vertrouwelijkheid: Readonly<Record<Vertrouwelijkheid, string>>;
  /** Names of the fields of an afspraak. */
  readonly afspraakVeld: Readonly<Record<Exclude<keyof Afspraak, 'version'>, string>>;
}
