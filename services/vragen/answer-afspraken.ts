import type { CivilDate } from '../kalender/civil-date.ts';
import { rankOf, readCode } from '../register/codes.ts';
import { isOpen } from '../register/meanings.ts';
import type { Afspraak, DatumVeld } from '../register/types.ts';
import { type Language, sentencesIn } from '../taal/language.ts';
import { maySee } from '../toegang/scope.ts';
import { type AnswerDraft, type AnswerParts, choice } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import { unknownAskerAnswer, unknownNameAnswer } from './answer-trouble.ts';
import type { AfspraakView, Choice } from './answer-types.ts';
import {
  afspraakBlock,
  afspraakLine,
  fieldValue,
  listText,
  ownerWithAddress,
  verbandName,
  viewAfspraak,
} from './answer-view.ts';
import { visibleBesluiten } from './besluit-visibility.ts';
import { nearestOwner, ownersOf } from './owners.ts';
import type { QuestionFilter, Reading } from './reading.ts';
import { planSearch, type SearchPlan } from './search-plan.ts';

/** Questions about afspraken: a list, a number, one of them, one field, whom to ask, the document, what goes to the council. */

type ReadyPlan = SearchPlan & { kind: 'ready' };

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
  const key = (afspraak: Afspraak): string => firstDate(afspraak, fields, from) ?? '9999';
  return [...found].sort((left, right) => {
    const [one, other] = [key(left), key(right)];
    return one === other ? rankOf(left._id) - rankOf(right._id) : one < other ? -1 : 1;
  });
}

const views = (found: readonly Afspraak[], parts: AnswerParts): readonly AfspraakView[] =>
  found.flatMap((afspraak) => viewAfspraak(afspraak, parts.view, parts.today) ?? []);

const codesOf = (items: readonly AfspraakView[]): readonly string[] => items.map(({ afspraak }) => afspraak._id);

/** Nothing found, said plainly: whether ended ones exist, and whom to ask. */
function nothing(plan: ReadyPlan, reading: Reading, parts: AnswerParts): AnswerDraft {
  const texts = sentencesIn(answerTexts, reading.lang);
  const any = plan.queries.map(({ status, ...rest }) => rest);
  const ended = search({ queries: any }, parts).filter((afspraak) => !isOpen(afspraak)).length;
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

/** Buttons under a list: lift the default status, or narrow to what is late. */
function mendList(
  plan: ReadyPlan,
  reading: Reading,
  parts: AnswerParts,
  items: readonly AfspraakView[],
): readonly Choice[] {
  const texts = sentencesIn(answerTexts, reading.lang);
  const { status, ...rest } = reading.filter;
  const late = items.filter(({ teLaat }) => teLaat).length;
  const any = plan.queries.map(({ status: asked, ...query }) => query);
  const byDefault = status === undefined && reading.filter.elkeStatus !== true;
  const endedToo = byDefault && search({ queries: any }, parts).some((afspraak) => !isOpen(afspraak));
  return [
    ...(endedToo ? [choice(texts.alsoEnded, reading, { ...rest, elkeStatus: true })] : []),
    ...(status !== 'te_laat' && late > 0 && late < items.length
      ? [choice(texts.overdueOnly, reading, { ...rest, status: 'te_laat' })]
      : []),
  ];
}

interface Found {
  readonly plan: ReadyPlan;
  readonly items: readonly AfspraakView[];
}

/** Searches; gives what was found, or the answer when there is nothing to show. */
function find(reading: Reading, parts: AnswerParts): Found | AnswerDraft {
  const plan = planSearch(reading, parts);
  if (plan.kind === 'unknown_name') return unknownNameAnswer(plan, reading);
  if (plan.kind === 'unknown_asker') return unknownAskerAnswer(reading);
  const all = search(plan, parts);
  const chosen =
    reading.filter.eerstvolgende === true ? earliest(all, datesOf(reading.filter, reading.intent), parts.today) : all;
  const items = views(inReadingOrder(chosen, reading.filter, reading.intent), parts);
  return items.length === 0 ? nothing(plan, reading, parts) : { plan, items };
}

const isDraft = (found: Found | AnswerDraft): found is AnswerDraft => 'content' in found;

const basis = ({ plan, items }: Found): Pick<AnswerDraft, 'codes' | 'applied' | 'notes'> => ({
  codes: codesOf(items),
  applied: plan.applied,
  notes: plan.notes,
});

/** afspraak.zoeken, rapportage.tonen: every match. */
export function answerList(reading: Reading, parts: AnswerParts): AnswerDraft {
  const found = find(reading, parts);
  if (isDraft(found)) return found;
  const texts = sentencesIn(answerTexts, reading.lang);
  const { items } = found;
  const rows = items.slice(0, 20).map((item) => afspraakLine(item, reading.lang));
  return {
    ...basis(found),
    content: { kind: 'afspraken', items },
    text: listText(texts.found(items.length), rows, codesOf(items), texts),
    mend: mendList(found.plan, reading, parts, items),
  };
}

/** afspraak.aantal: how many; the codes say which. */
export function answerCount(reading: Reading, parts: AnswerParts): AnswerDraft {
  const texts = sentencesIn(answerTexts, reading.lang);
  const found = find(reading, parts);
  if (isDraft(found)) return found;
  const sentence = texts.count(found.items.length);
  return {
    ...basis(found),
    content: { kind: 'aantal', sentence, value: found.items.length },
    text: sentence,
    mend: [{ label: texts.showList, reading: { intent: 'afspraak.zoeken', filter: reading.filter } }],
  };
}

/** contact.tonen: who answers for what was asked about. */
export function answerContact(reading: Reading, parts: AnswerParts): AnswerDraft {
  const found = find(reading, parts);
  if (isDraft(found)) return found;
  const texts = sentencesIn(answerTexts, reading.lang);
  const { items } = found;
  const known = ownersOf(items.map(({ afspraak }) => afspraak));
  const about = [...new Set(items.map(({ verband }) => verbandName(verband)))].slice(0, 3).join(', ');
  const names = known.map(({ eigenaar, count }) => texts.owns(ownerWithAddress(eigenaar), count)).join('; ');
  const sentence = known.length === 0 ? texts.noOwner : texts.contact(about, names);
  const rows = items.slice(0, 20).map((item) => afspraakLine(item, reading.lang));
  return {
    ...basis(found),
    content: { kind: 'contact', sentence, items },
    text: listText(sentence, rows, codesOf(items), texts),
  };
}

/** document.tonen: the links; those without one are left out, and said so when none has one. */
export function answerDocument(reading: Reading, parts: AnswerParts): AnswerDraft {
  const { documentsoort } = reading.filter;
  const asksRegeling = documentsoort === 'regeling';
  const words = documentsoort === undefined || asksRegeling ? {} : { zoekterm: documentsoort };
  const found = find({ ...reading, filter: { ...words, ...reading.filter } }, parts);
  if (isDraft(found)) return found;
  const texts = sentencesIn(answerTexts, reading.lang);
  const items = found.items.filter(({ afspraak }) => afspraak.document !== undefined);
  const about = found.items[0] === undefined ? '' : verbandName(found.items[0].verband);
  const heading = asksRegeling ? [texts.regelingText(about)] : [];
  const rows = items
    .slice(0, 20)
    .map(({ afspraak }) => `${afspraak._id} ${afspraak.titel}: ${afspraak.document ?? ''}`);
  const sentence = items.length === 0 ? texts.noDocument(found.items.length) : texts.found(items.length);
  return {
    ...basis({ plan: found.plan, items }),
    content: { kind: 'document', items },
    text: listText([...heading, sentence].join('\n'), rows, codesOf(items), texts),
  };
}

/** afspraak.tonen: by code, by its number in the last list, or the one (or few) that the words describe. */
export async function answerOne(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const texts = sentencesIn(answerTexts, reading.lang);
  const { rangnummer } = reading.filter;
  const pointed = rangnummer === undefined ? reading.filter.code : parts.previous?.shown[rangnummer - 1];
  if (rangnummer !== undefined && pointed === undefined) {
    const sentence =
      parts.previous === undefined || parts.previous.shown.length === 0
        ? texts.noEarlierList
        : texts.noSuchNumber(rangnummer);
    return { content: { kind: 'zin', sentence }, text: sentence };
  }
  if (pointed !== undefined) return showCode(pointed, reading, parts);
  const { veld } = reading.filter;
  const found = find(reading, parts);
  if (isDraft(found)) return found;
  const [only] = found.items;
  if (veld !== undefined) return { ...basis(found), ...fieldAnswer(found.items, veld, reading.lang) };
  if (only === undefined || found.items.length > 1) return answerList(reading, parts);
  return { ...basis(found), ...(await wholeAnswer(only, reading.lang, parts)) };
}

async function showCode(pointed: string, reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const code = readCode(pointed) ?? pointed;
  const afspraak = parts.view.afspraak(code);
  const item = afspraak && maySee(parts.viewer, afspraak) ? viewAfspraak(afspraak, parts.view, parts.today) : undefined;
  if (item === undefined) {
    // Not found and not to be seen read the same: whoever asks learns nothing about what is hidden.
    const sentence = sentencesIn(answerTexts, reading.lang).unknownCode(code);
    return { content: { kind: 'zin', sentence }, text: sentence };
  }
  const { veld } = reading.filter;
  const shown =
    veld === undefined ? await wholeAnswer(item, reading.lang, parts) : fieldAnswer([item], veld, reading.lang);
  return { ...shown, codes: [code], applied: { ...reading.filter, code } };
}

async function wholeAnswer(
  item: AfspraakView,
  language: Language,
  parts: AnswerParts,
): Promise<Pick<AnswerDraft, 'content' | 'text'>> {
  const linked = await parts.besluiten.findBesluiten({ afspraak: item.afspraak._id });
  const besluiten = visibleBesluiten(linked, parts);
  return { content: { kind: 'afspraak', item, besluiten }, text: afspraakBlock(item, besluiten, language) };
}

function fieldAnswer(
  items: readonly AfspraakView[],
  veld: string,
  language: Language,
): Pick<AnswerDraft, 'content' | 'text'> {
  const texts = sentencesIn(answerTexts, language);
  const label = Object.entries(texts.labels).find(([key]) => key === veld)?.[1] ?? veld;
  const rows = items.map((item) => {
    const value = fieldValue(item, veld, language) ?? texts.notRecorded;
    return `${item.afspraak._id} ${item.afspraak.titel} · ${verbandName(item.verband)} · ${label}: ${value}`;
  });
  const sentence = rows[0] !== undefined && rows.length === 1 ? rows[0] : texts.found(items.length);
  const text = rows.length === 1 ? sentence : listText(sentence, rows, codesOf(items), texts);
  return { content: { kind: 'veld', sentence: text, items }, text };
}
