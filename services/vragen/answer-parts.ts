import type { BesluitQuery } from '../besluiten/find.ts';
import type { Besluit } from '../besluiten/types.ts';
import type { CivilDate } from '../kalender/civil-date.ts';
import { rankOf } from '../register/codes.ts';
import type { AfspraakVersie } from '../register/collections.ts';
import type { PastRegister } from '../register/past.ts';
import type { Language } from '../taal/language.ts';
import type { Answer, AnswerContent, Choice, Listing } from './answer-types.ts';
import type { QuestionFilter, Reading } from './reading.ts';
import type { PlanNote, PlanParts } from './search-plan.ts';

/** What answering needs and what it makes on the way: shared by the answer-… files. */

/** The part of the besluitenregister that answers questions. */
export interface BesluitFinder {
  findBesluiten(query: BesluitQuery): Promise<readonly Besluit[]>;
  besluit(identificatie: string): Promise<Besluit | undefined>;
}

/** The part of the register that knows what was before: `Register` itself. */
export interface PastFinder {
  past(day: CivilDate): Promise<PastRegister>;
  history(code: string): Promise<readonly AfspraakVersie[]>;
  dayOf(instant: number): CivilDate;
}

/** What the answer before this one showed, in the order in which it was shown: "nummer 3" points into it. */
export interface PreviousAnswer {
  readonly shown: readonly string[];
  /** How many there were, where that is more than `shown` holds. */
  readonly total?: number;
}

export interface AnswerParts extends PlanParts {
  readonly besluiten: BesluitFinder;
  readonly past: PastFinder;
  readonly previous?: PreviousAnswer;
  /** One short line that says how a question was understood: `describeReading`. */
  describe(reading: Reading, language: Language): string;
  /** What a term of the domain means, whole and with its source; undefined when it is not explained here. */
  explain(term: string, language: Language): string | undefined;
}

/** An answer before it is finished: what a subject knows about it. */
export interface AnswerDraft {
  readonly content: AnswerContent;
  readonly text: string;
  /** By code. */
  readonly codes?: Listing<string>;
  /** See {@link Answer.shown}. */
  readonly shown?: readonly string[];
  /** Absent: the number of codes. */
  readonly total?: number;
  /** Absent: the filter of the reading. */
  readonly applied?: QuestionFilter;
  readonly notes?: readonly PlanNote[];
  readonly mend?: readonly Choice[];
}

/** For `previous` of the next question: the codes an answer showed, in its own order. */
export function shownBy(answer: Answer): PreviousAnswer {
  const { content, shown, total } = answer;
  if (shown !== undefined) return total > shown.length ? { shown, total } : { shown };
  switch (content.kind) {
    case 'veld':
      return { shown: content.items.slice().map(({ afspraak }) => afspraak._id) };
    case 'besluiten':
      return { shown: content.items.map(({ identificatie }) => identificatie) };
    case 'afspraak':
      return { shown: [content.item.afspraak._id] };
    default:
      return { shown: answer.codes };
  }
}

/** The same reading with another filter: a button. */
export const choice = (label: string, reading: Reading, filter: QuestionFilter): Choice => ({
  label,
  reading: { intent: reading.intent, filter },
});

/** Afspraken as people count them; besluiten (`B-…`) as text. */
export const inCodeOrder = (codes: readonly string[]): readonly string[] =>
  codes
    .map((code) => ({ code, rank: rankOf(code) }))
    .sort((left, right) => left.rank - right.rank || (left.code < right.code ? -1 : left.code > right.code ? 1 : 0))
    .map(({ code }) => code);
