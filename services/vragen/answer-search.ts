import type { CivilDate } from '../kalender/civil-date.ts';
import { rankOf } from '../register/codes.ts';
import { isOpen } from '../register/meanings.ts';
import type { Afspraak, DatumVeld } from '../register/types.ts';
import { sentencesIn } from '../taal/language.ts';
import { visibleIn } from '../toegang/scope.ts';
import { searchOnDay } from './answer-on-day.ts';
import { type AnswerDraft, type AnswerParts, choice } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import { unknownAskerAnswer, unknownNameAnswer } from './answer-trouble.ts';
import type { AfspraakView, Choice } from './answer-types.ts';
import { ownerWithAddress, viewAfspraak } from './answer-view.ts';
import { nearestTo } from './name-ids.ts';
import { nearestOwner } from './owners.ts';
import type { QuestionFilter, Reading } from './reading.ts';
import { planSearch, type SearchPlan } from './search-plan.ts';

/** Finding the afspraken a question is about, in the order in which they are told, or the answer when there are none. */

export type ReadyPlan = SearchPlan & { kind: 'ready' };

/** Every match of the plan once, by code. */
function search(plan: Pick<ReadyPlan, 'queries'>, parts: AnswerParts): readonly Afspraak[] {
  const found = new Map<string, Afspraak>();
  for (const query of plan.queries)
    for (const afspraak of parts.view.findAfspraken(query)) found.set(afspraak._id, afspraak);
  const all = [...found.values()];
  return plan.queries.length === 1 ? all : all.sort((left, right) => rankOf(left._id) - rankOf(right._id));
}

const datesOf = (filter: QuestionFilter, intent: Reading['intent']): readonly DatumVeld[] => {
  if (filter.periode?.veld !== undefined) return [filter.periode.veld];
  const types = [filter.type ?? []].flat();
  if (intent === 'rapportage.tonen' || types.includes('rapportage')) return ['rapportagedatum'];
  if (types.includes('evaluatie') || types.includes('herijking')) return ['herijking'];
  return ['einddatum', 'herijking', 'rapportagedatum'];
};

/** The first of its dates from `from` on. */
function firstDate(afspraak: Afspraak, fields: readonly DatumVeld[], from: CivilDate): CivilDate | undefined {
  const days = fields.flatMap((field) => afspraak[field] ?? []).filter((day) => day >= from);
  return days.sort()[0];
}

/** "De eerstvolgende": only those whose date comes first from today on; more than one when they share that day. */
function earliest(found: readonly Afspraak[], fields: readonly DatumVeld[], today: CivilDate): readonly Afspraak[] {
  const dated = found.flatMap((afspraak) => {
    const day = firstDate(afspraak, fields, today);
    return day === undefined ? [] : [{ afspraak, day }];
  });
  const first = dated.map(({ day }) => day).sort()[0];
  return dated.filter(({ day }) => day === first).map(({ afspraak }) => afspraak);
}

/** By date where the question is about dates, so that what comes first stands first; else by code. */
function inReadingOrder(
  found: readonly Afspraak[],
  filter: QuestionFilter,
  intent: Reading['intent'],
): readonly Afspraak[] {
  const aboutDates = filter.periode !== undefined || filter.status === 'te_laat' || intent === 'rapportage.tonen';
  if (!aboutDates) return found;
  const fields = datesOf(filter, intent);
  const from = filter.periode?.van ?? '';
  // Worked out once for each, not for each comparison.
  return found
    .map((afspraak) => ({
      afspraak,
      day: firstDate(afspraak, fields, from) ?? '9999',
      rank: rankOf(afspraak._id),
    }))
    .sort((left, right) => (left.day === right.day ? left.rank - right.rank : left.day < right.day ? -1 : 1))
    .map(({ afspraak }) => afspraak);
}

const views = (found: readonly Afspraak[], parts: AnswerParts): readonly AfspraakView[] =>
  found.flatMap((afspraak) => viewAfspraak(afspraak, parts.view, parts.today) ?? []);

export const codesOf = (items: readonly AfspraakView[]): readonly string[] => items.map(({ afspraak }) => afspraak._id);

/** Nothing found, said plainly: whether ended ones exist, and whom to ask. */
function nothing(plan: ReadyPlan, reading: Reading, parts: AnswerParts): AnswerDraft {
  const texts = sentencesIn(answerTexts, reading.lang);
  const any = plan.queries.map(({ status, ...rest }) => rest);
  const ofToday = reading.filter.peildatum === undefined;
  const ended = ofToday ? search({ queries: any }, parts).filter((afspraak) => !isOpen(afspraak)).length : 0;
  const unknown = ofToday ? unknownParty(reading, parts) : undefined;
  if (unknown !== undefined) return { ...unknown, applied: plan.applied, notes: plan.notes };
  const owner = nearestOwner(plan, parts);
  const sentence = [
    texts.nothingFound,
    ...(ended === 0 || reading.filter.status === 'te_laat' ? [] : [texts.endedExist(ended)]),
    ...(owner === undefined ? [] : [texts.askOwner(ownerWithAddress(owner))]),
  ].join(' ');
  const { status, ...rest } = reading.filter;
  return {
    content: { kind: 'zin', sentence },
    text: sentence,
    applied: plan.applied,
    notes: plan.notes,
    mend: ended === 0 ? [] : [choice(texts.alsoEnded, reading, { ...rest, elkeStatus: true })],
  };
}

/** Before a word that was searched for because no name of the register is written so. */
const partyWords: readonly string[] = ['met', 'bij', 'van', 'gemeente', 'with', 'mei', 'by'];

/** "Afspraken met asen": a word that occurs in no afspraak, where a name must stand. Asks which name was meant. */
function unknownParty(reading: Reading, parts: AnswerParts): AnswerDraft | undefined {
  const { zoekterm, ...rest } = reading.filter;
  if (zoekterm === undefined || rest.partner !== undefined || rest.verband !== undefined) return undefined;
  const at = reading.text.indexOf(zoekterm);
  const before = reading.text.slice(0, Math.max(at, 0)).trim().split(/\s+/).at(-1) ?? '';
  if (!partyWords.includes(before.toLowerCase())) return undefined;
  if (parts.view.findAfspraken({ zoekterm, ...visibleIn(parts.viewer) }).length > 0) return undefined;
  const nearest = nearestTo(zoekterm, parts.names);
  return unknownNameAnswer(
    { kind: 'unknown_name', key: 'partner', name: zoekterm, nearest },
    { ...reading, filter: rest },
  );
}

/** Buttons under a list: lift the default status, or narrow to what is late. */
export function mendList(
  plan: ReadyPlan,
  reading: Reading,
  parts: AnswerParts,
  items: readonly AfspraakView[],
): readonly Choice[] {
  const texts = sentencesIn(answerTexts, reading.lang);
  const { status, ...rest } = reading.filter;
  const late = items.filter(({ teLaat }) => teLaat).length;
  const any = plan.queries.map(({ status: asked, ...query }) => query);
  const byDefault =
    status === undefined && reading.filter.elkeStatus !== true && reading.filter.peildatum === undefined;
  const endedToo = byDefault && search({ queries: any }, parts).some((afspraak) => !isOpen(afspraak));
  return [
    ...(endedToo ? [choice(texts.alsoEnded, reading, { ...rest, elkeStatus: true })] : []),
    ...(status !== 'te_laat' && late > 0 && late < items.length
      ? [choice(texts.overdueOnly, reading, { ...rest, status: 'te_laat' })]
      : []),
  ];
}

export interface Found {
  readonly plan: ReadyPlan;
  readonly items: readonly AfspraakView[];
}

/** Searches; gives what was found, or the answer when there is nothing to show. */
export async function find(reading: Reading, parts: AnswerParts): Promise<Found | AnswerDraft> {
  const plan = planSearch(reading, parts);
  if (plan.kind === 'unknown_name') return unknownNameAnswer(plan, reading);
  if (plan.kind === 'unknown_asker') return unknownAskerAnswer(reading);
  const day = reading.filter.peildatum;
  if (day !== undefined) return findOnDay(plan, reading, parts, day);
  const all = search(plan, parts);
  const chosen =
    reading.filter.eerstvolgende === true ? earliest(all, datesOf(reading.filter, reading.intent), parts.today) : all;
  const items = views(inReadingOrder(chosen, reading.filter, reading.intent), parts);
  return items.length === 0 ? nothing(plan, reading, parts) : { plan, items };
}

/** "Wat gold op": by the state of that day, in the order of that day. */
async function findOnDay(
  plan: ReadyPlan,
  reading: Reading,
  parts: AnswerParts,
  day: CivilDate,
): Promise<Found | AnswerDraft> {
  const then = await searchOnDay(plan.queries, day, reading.filter, parts);
  const told = { ...plan, notes: [...plan.notes, ...then.notes] };
  return then.items.length === 0 ? nothing(told, reading, parts) : { plan: told, items: then.items };
}

export const isDraft = (found: Found | AnswerDraft): found is AnswerDraft => 'content' in found;

export const basis = ({ plan, items }: Found): Pick<AnswerDraft, 'codes' | 'applied' | 'notes'> => ({
  codes: codesOf(items),
  applied: plan.applied,
  notes: plan.notes,
});
