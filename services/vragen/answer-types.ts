import type { Besluit } from '../besluiten/types.ts';
import type { CivilDate } from '../kalender/civil-date.ts';
import type { Afspraak, Organisatie, Verband } from '../register/types.ts';
import type { QuestionFilter, Reading } from './reading.ts';

/** A list whose elements are made when they are read; an array is one as well. */
export interface Listing<T> {
  readonly length: number;
  /** As of an array, counted from the start. */
  slice(from?: number, to?: number): readonly T[];
}

/** An afspraak with everything it points at looked up: what a card or a line of text needs. */
export interface AfspraakView {
  readonly afspraak: Afspraak;
  readonly verband: Verband;
  readonly partijen: readonly Organisatie[];
  /** By the meanings of CONTRACT §6, on the day of the question. */
  readonly teLaat: boolean;
  /** Last day to give notice, where einddatum and opzegtermijn are known. */
  readonly uitersteOpzegdatum?: CivilDate;
  /** That day is before the day of the question: giving notice for this einddatum is too late. */
  readonly opzeggenVoorbij?: true;
}

/** One way out of an ambiguity or a wrong reading: pressing it asks this reading instead. */
export interface Choice {
  readonly label: string;
  readonly reading: Pick<Reading, 'intent' | 'filter'>;
}

/** One version of an afspraak, as told to people. Personal data. */
export interface ShownVersie {
  readonly nummer: number;
  /** Who wrote it, and the way in: `import`, `chat`. */
  readonly door: string;
  readonly via: string;
  readonly dag: CivilDate;
  /** Fields that it changed; of a first version all that were filled in. */
  readonly velden: readonly string[];
}

export interface Geschiedenis {
  /** Latest first. */
  readonly items: readonly ShownVersie[];
  /** How many older ones are not shown. */
  readonly more: number;
}

export type AnswerContent =
  /** Every match, not a page. */
  | { readonly kind: 'afspraken'; readonly items: Listing<AfspraakView> }
  | {
      readonly kind: 'afspraak';
      readonly item: AfspraakView;
      readonly besluiten: readonly Besluit[];
      /** The last few changes; absent where the state of an earlier day is shown. */
      readonly geschiedenis?: Geschiedenis;
    }
  /** One field of one or a few afspraken: "de opzegtermijn is 6 maanden". */
  | { readonly kind: 'veld'; readonly sentence: string; readonly items: Listing<AfspraakView> }
  | { readonly kind: 'aantal'; readonly sentence: string; readonly value: number }
  /** `sentence`: what to know before reading the list, such as where was not looked. */
  | { readonly kind: 'verbanden'; readonly items: readonly Verband[]; readonly sentence?: string }
  | {
      readonly kind: 'verband';
      readonly verband: Verband;
      readonly deelnemers: readonly { readonly organisatie: Organisatie; readonly toetreding?: CivilDate }[];
      /** The part that was asked for, when one was: `deelnemers`, `vorm`, `toetredingsdatum`. */
      readonly veld?: string;
      readonly sentence?: string;
    }
  | { readonly kind: 'besluiten'; readonly items: readonly Besluit[] }
  | { readonly kind: 'contact'; readonly sentence: string; readonly items: Listing<AfspraakView> }
  | { readonly kind: 'document'; readonly items: Listing<AfspraakView> }
  /** A sentence is the whole answer (uitleg, dank, nothing found with whom to ask). */
  | { readonly kind: 'zin'; readonly sentence: string }
  | { readonly kind: 'dubbelzinnig'; readonly sentence: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'onbekend'; readonly sentence: string; readonly examples: readonly string[] }
  /** Not a question about the register: the caller acts on the reading itself (besluit.vastleggen, help, herinnering.…). */
  | { readonly kind: 'handeling' };

/** What a person answered earlier to the same question. `antwoord`, `vraag` and `door` are what people typed. */
export interface AnsweredBefore {
  readonly code: string;
  readonly vraag: string;
  readonly antwoord: string;
  readonly door: string;
  readonly dag: CivilDate;
}

/** An answer, for every way of showing it: as lines of text, and as `content` for a card. */
export interface Answer {
  readonly reading: Reading;
  /** How the question was understood, one short line in the asker's language. */
  readonly understood: string;
  /** The filter after the channel's scope and the default status were added. */
  readonly applied: QuestionFilter;
  readonly total: number;
  /** Codes of every afspraak or besluit in the answer, all of them. Looked up when it is read: they may be very many. */
  readonly codes: readonly string[];
  /** The first 40 of them, for who names a few. */
  readonly someCodes: readonly string[];
  /** Of a list that was not made whole: codes in the order of `content`, as many as the next question may point to. */
  readonly shown?: readonly string[];
  /** The answer in words: what the command line prints and a card falls back to. No Markdown. Made when it is read. */
  readonly text: string;
  readonly content: AnswerContent;
  /** Buttons that mend a wrong reading. */
  readonly mend: readonly Choice[];
  /** Earlier answers of people that stand beside this one. */
  readonly answered?: readonly AnsweredBefore[];
  /** The question was not understood, and not because it is certainly about something else: worth keeping (misses.ts). */
  readonly missed?: true;
}
