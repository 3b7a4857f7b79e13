import type { CivilDate } from '../kalender/civil-date.ts';
import { type AfspraakMatches, type DateOrder, ended, type Zoekdatum } from '../register/types.ts';
import { sentencesIn } from '../taal/language.ts';
import { visibleIn } from '../toegang/scope.ts';
import { type FoundAfspraken, foundNow } from './answer-found.ts';
import { foundThen } from './answer-found-then.ts';
import { searchOnDay } from './answer-on-day.ts';
import { type AnswerDraft, type AnswerParts, choice } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import { unknownAskerAnswer, unknownNameAnswer } from './answer-trouble.ts';
import type { Choice } from './answer-types.ts';
import { ownerWithAddress } from './answer-view.ts';
import { nearestTo } from './name-ids.ts';
import { nearestOwner } from './owners.ts';
import type { QuestionFilter, Reading } from './reading.ts';
import { planSearch, type SearchPlan } from './search-plan.ts';
import { unknownOwnerAnswer } from './unknown-owner.ts';

/** Finding the afspraken a question is about, in the order in which they are told, or the answer when there are none. */

export type ReadyPlan = SearchPlan & { kind: 'ready' };

const datesOf = (filter: QuestionFilter, intent: Reading['intent']): readonly Zoekdatum[] => {
  const veld = filter.periode?.veld;
  if (veld !== undefined) return [veld];
  const types = [filter.type ?? []].flat();
  if (intent === 'rapportage.tonen' || types.includes('rapportage')) return ['rapportagedatum'];
  if (types.includes('evaluatie') || types.includes('herijking')) return ['herijking'];
  return ['einddatum', 'herijking', 'rapportagedatum'];
};

/** By date where the question is about dates, so that what comes first stands first; else by code, as what is only counted. */
function readingOrder(filter: QuestionFilter, intent: Reading['intent']): DateOrder | undefined {
  if (intent === 'afspraak.aantal') return undefined;
  const aboutDates = filter.periode !== undefined || filter.status === 'te_laat' || intent === 'rapportage.tonen';
  if (!aboutDates) return undefined;
  const van = filter.periode?.van;
  return { velden: datesOf(filter, intent), ...(van !== undefined && { van }) };
}

interface Searched {
  readonly all: AfspraakMatches;
  /** How many the same question finds among those that have ended. */
  readonly countEnded: () => number;
}

function search({ queries }: ReadyPlan, { view }: AnswerParts): Searched {
  const isOpen = queries.every(({ status }) => status === 'open');
  if (!isOpen) {
    const countEnded = () => view.matchAfspraken(queries.map((query) => ({ ...query, status: ended }))).size;
    return { all: view.matchAfspraken(queries), countEnded };
  }
  // What is not open has ended: looked for once, counted twice.
  const any = view.matchAfspraken(queries.map(({ status, ...query }) => query));
  const all = any.and({ status: 'open' });
  return { all, countEnded: () => any.size - all.size };
}

/** Nothing found, said plainly: whether ended ones exist, and whom to ask. */
function nothing(plan: ReadyPlan, countEnded: () => number, reading: Reading, parts: AnswerParts): AnswerDraft {
  const texts = sentencesIn(answerTexts, reading.lang);
  const ofToday = reading.filter.peildatum === undefined;
  const endedToo = ofToday ? countEnded() : 0;
  const unknown = ofToday ? (unknownParty(reading, parts) ?? unknownOwnerAnswer(reading, parts)) : undefined;
  if (unknown !== undefined) return { ...unknown, applied: plan.applied, notes: plan.notes };
  const owner = nearestOwner(plan, parts);
  const { status, ...rest } = reading.filter;
  if (parts.view.afsprakenCount === 0) return sentenceOf(texts.registerEmpty, plan);
  // That nothing is late is an answer: nobody has to be asked about it, and what has ended is never late.
  if (status === 'te_laat') return sentenceOf(texts.nothingLate, plan);
  const sentence = [
    texts.nothingFound,
    ...(endedToo === 0 ? [] : [texts.endedExist(endedToo)]),
    ...(owner === undefined ? [] : [texts.askOwner(ownerWithAddress(owner))]),
  ].join(' ');
  return {
    ...sentenceOf(sentence, plan),
    mend: endedToo === 0 ? [] : [choice(texts.alsoEnded, reading, { ...rest, elkeStatus: true })],
  };
}

const sentenceOf = (sentence: string, { applied, notes }: ReadyPlan): AnswerDraft => ({
  content: { kind: 'zin', sentence },
  text: sentence,
  applied,
  notes,
});

/** Before a word that was searched for because no name of the register is written so. */
const partyWords: readonly string[] = ['met', 'bij', 'van', 'gemeente', 'with', 'mei', 'by'];

/** "Afspraken met asen": a word that occurs in no afspraak, where a name must stand. Asks which name was meant. */
function unknownParty(reading: Reading, parts: AnswerParts): AnswerDraft | undefined {
  const { zoekterm, ...rest } = reading.filter;
  if (zoekterm === undefined || rest.partner !== undefined || rest.verband !== undefined) return undefined;
  const at = reading.text.indexOf(zoekterm);
  const before = reading.text.slice(0, Math.max(at, 0)).trim().split(/\s+/).at(-1) ?? '';
  if (!partyWords.includes(before.toLowerCase())) return undefined;
  if (parts.view.matchAfspraken([{ zoekterm, ...visibleIn(parts.viewer) }]).size > 0) return undefined;
  const nearest = nearestTo(zoekterm, parts.names);
  return unknownNameAnswer(
    { kind: 'unknown_name', key: 'partner', name: zoekterm, nearest },
    { ...reading, filter: rest },
  );
}

/** Buttons under a list: lift the default status, or narrow to what is late. */
export function mendList({ found, countEnded }: Found, reading: Reading): readonly Choice[] {
  const texts = sentencesIn(answerTexts, reading.lang);
  const { status, ...rest } = reading.filter;
  const late = status === 'te_laat' ? 0 : found.lateCount();
  const byDefault =
    status === undefined && reading.filter.elkeStatus !== true && reading.filter.peildatum === undefined;
  return [
    ...(byDefault && countEnded() > 0 ? [choice(texts.alsoEnded, reading, { ...rest, elkeStatus: true })] : []),
    ...(late > 0 && late < found.items.length
      ? [choice(texts.overdueOnly, reading, { ...rest, status: 'te_laat' })]
      : []),
  ];
}

export interface Found {
  readonly plan: ReadyPlan;
  readonly found: FoundAfspraken;
  /** See {@link Searched}; of an earlier day nobody asks. */
  readonly countEnded: () => number;
}

/** Searches; gives what was found, or the answer when there is nothing to show. */
export async function find(reading: Reading, parts: AnswerParts): Promise<Found | AnswerDraft> {
  const plan = planSearch(reading, parts);
  if (plan.kind === 'unknown_name') return unknownNameAnswer(plan, reading);
  if (plan.kind === 'unknown_asker') return unknownAskerAnswer(reading);
  const day = reading.filter.peildatum;
  if (day !== undefined) return findOnDay(plan, reading, parts, day);
  const { all, countEnded } = search(plan, parts);
  const velden = datesOf(reading.filter, reading.intent);
  // "De eerstvolgende": only those whose date comes first from today on; more than one when they share that day.
  const chosen = reading.filter.eerstvolgende === true ? all.onFirstDay({ velden, van: parts.today }) : all;
  if (chosen.size === 0) return nothing(plan, countEnded, reading, parts);
  return { plan, countEnded, found: foundNow(chosen, readingOrder(reading.filter, reading.intent), parts) };
}

/** The same list once more, for a number in it that was not remembered. */
export async function codeInList(
  list: NonNullable<Reading['lijst']>,
  rank: number,
  reading: Reading,
  parts: AnswerParts,
) {
  const again = await find({ ...reading, ...list }, parts);
  if (isDraft(again)) return undefined;
  const found = list.intent === 'document.tonen' ? again.found.withDocument() : again.found;
  const at = rank > 0 ? rank - 1 : found.items.length + rank;
  return at < 0 ? undefined : found.items.slice(at, at + 1)[0]?.afspraak._id;
}

const none = (): number => 0;

/** "Wat gold op": by the state of that day, in the order of that day. */
async function findOnDay(
  plan: ReadyPlan,
  reading: Reading,
  parts: AnswerParts,
  day: CivilDate,
): Promise<Found | AnswerDraft> {
  const then = await searchOnDay(plan.queries, day, reading.filter, parts);
  const told = { ...plan, notes: [...plan.notes, ...then.notes] };
  const found = foundThen(then, day, parts);
  return found.items.length === 0 ? nothing(told, none, reading, parts) : { plan: told, countEnded: none, found };
}

export const isDraft = (found: Found | AnswerDraft): found is AnswerDraft => 'content' in found;

export const basis = ({
  plan,
  found,
}: Pick<Found, 'plan' | 'found'>): Pick<AnswerDraft, 'codes' | 'shown' | 'applied' | 'notes'> => ({
  codes: found.codes,
  shown: found.shown,
  applied: plan.applied,
  notes: plan.notes,
});
