import type { Besluit, BesluitField, Bestuursorgaan } from '../besluiten/types.ts';
import type { HerinneringKind, OccurrenceState, Reaction } from '../herinneringen/types.ts';
import type {
  Afspraak,
  DatumVeld,
  Ontvanger,
  Organisatiesoort,
  Ritme,
  Soort,
  Status,
  Vertrouwelijkheid,
  Vorm,
} from '../register/types.ts';

/** A noun that is counted: "1 afspraak", "12 afspraken". */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/**
 * Labels of domain values, shared by cards, answers and letters. In lower case, as inside a sentence; `startWithCapital` (list.ts)
 * makes a title. The compiler asks a label of every value in every language.
 */
export interface Labels {
  readonly noun: Readonly<
    Record<
      'afspraak' | 'besluit' | 'herinnering' | 'verband' | 'deelnemer' | 'organisatie' | 'dag' | 'week' | 'maand',
      Noun
    >
  >;
  readonly soort: Readonly<Record<Soort, Noun>>;
  readonly status: Readonly<Record<Status, string>>;
  /** Meanings of CONTRACT §6 that are not a status of their own. */
  readonly meaning: Readonly<Record<'open' | 'lopend' | 'te_laat' | 'alle', string>>;
  readonly vorm: Readonly<Record<Vorm, Noun>>;
  readonly organisatiesoort: Readonly<Record<Organisatiesoort, Noun>>;
  /** With its article, as a sentence needs it: "het college". */
  readonly bestuursorgaan: Readonly<Record<Bestuursorgaan, string>>;
  readonly ontvanger: Readonly<Record<Ontvanger, string>>;
  readonly ritme: Readonly<Record<Ritme, string>>;
  readonly herinneringKind: Readonly<Record<HerinneringKind, Noun>>;
  readonly occurrenceState: Readonly<Record<OccurrenceState, string>>;
  /** The four buttons of a reminder, as they stand on the card (CONTRACT §7). */
  readonly button: Readonly<Record<Reaction['button'], string>>;
  readonly vertrouwelijkheid: Readonly<Record<Vertrouwelijkheid, string>>;
  readonly datum: Readonly<Record<DatumVeld, string>>;
  /** Names of the fields of an afspraak. */
  readonly afspraakVeld: Readonly<Record<Exclude<keyof Afspraak, 'version'>, string>>;
  /** Labels of the inputs of the besluit form. */
  readonly besluitVeld: Readonly<Record<BesluitField, string>>;
  readonly vervalreden: Readonly<Record<NonNullable<Besluit['vervalreden']>, string>>;
}
