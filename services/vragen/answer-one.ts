import type { CivilDate } from '../kalender/civil-date.ts';
import { readCode } from '../register/codes.ts';
import type { Afspraak } from '../register/types.ts';
import { type Language, sentencesIn } from '../taal/language.ts';
import { maySee } from '../toegang/scope.ts';
import { answerList } from './answer-afspraken.ts';
import { stateOnDay } from './answer-on-day.ts';
import type { AnswerDraft, AnswerParts } from './answer-parts.ts';
import { basis, codeInList, find, isDraft } from './answer-search.ts';
import { answerTexts } from './answer-texts.ts';
import type { AfspraakView, Listing } from './answer-types.ts';
import { afspraakBlock, fieldValue, fullLines, listText, verbandName, viewAfspraak } from './answer-view.ts';
import { visibleBesluiten } from './besluit-visibility.ts';
import { changeLines, historyOf } from './history-view.ts';
import { ranked } from './rank.ts';
import type { Reading } from './reading.ts';
import { afspraakcodeIn } from './reading.ts';

/** One afspraak: whole, one of its fields, its history; as it is, or as it was on a day. */

/** afspraak.tonen: by code, by its number in the last list, or the one (or few) that the words describe. */
export async function answerOne(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const texts = sentencesIn(answerTexts, reading.lang);
  const { rangnummer } = reading.filter;
  const pointed =
    rangnummer === undefined ? afspraakcodeIn(reading.filter) : await pointedAt(rangnummer, reading, parts);
  if (rangnummer !== undefined && pointed === undefined) {
    const sentence =
      parts.previous === undefined || parts.previous.shown.length === 0
        ? texts.noEarlierList
        : texts.noSuchNumber(rangnummer);
    return { content: { kind: 'zin', sentence }, text: sentence };
  }
  if (pointed !== undefined) return showCode(pointed, reading, parts);
  const { veld, peildatum } = reading.filter;
  const found = await find(reading, parts);
  if (isDraft(found)) return found;
  const { items, named } = found.found;
  const [only] = items.slice(0, 1);
  if (only !== undefined && items.length === 1)
    return { ...basis(found), ...(await showItem(only, veld, peildatum, reading.lang, parts)) };
  if (veld === undefined || veld === 'geschiedenis') return answerList(reading, parts);
  return { ...basis(found), ...fieldAnswer(items, named, veld, reading.lang) };
}

/** The code at a number in the list before; of a very long list only the start was remembered. */
async function pointedAt(rank: number, reading: Reading, parts: AnswerParts): Promise<string | undefined> {
  const known = ranked(parts.previous, rank);
  if (known !== undefined || parts.previous?.total === undefined || reading.lijst === undefined) return known;
  return codeInList(reading.lijst, rank, reading, parts);
}

/** Of an afspraak shown whole, and where its history itself is asked. */
const changesShown = 5;
const changesAsked = 15;

async function showCode(pointed: string, reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const code = readCode(pointed) ?? pointed;
  const { veld, peildatum } = reading.filter;
  const then = peildatum === undefined ? undefined : await stateOnDay(code, peildatum, parts);
  const item = peildatum === undefined ? current(code, parts) : then?.item;
  if (item === undefined) {
    // Not found and not to be seen read the same: whoever asks learns nothing about what is hidden.
    const sentence = sentencesIn(answerTexts, reading.lang).unknownCode(code);
    return { content: { kind: 'zin', sentence }, text: sentence };
  }
  const shown = await showItem(item, veld, peildatum, reading.lang, parts);
  return { ...shown, codes: [code], applied: { ...reading.filter, nummer: code }, notes: then?.notes ?? [] };
}

function current(code: string, parts: AnswerParts): AfspraakView | undefined {
  const afspraak: Afspraak | undefined = parts.view.afspraak(code);
  return afspraak && maySee(parts.viewer, afspraak) ? viewAfspraak(afspraak, parts.view, parts.today) : undefined;
}

type Shown = Pick<AnswerDraft, 'content' | 'text'>;

/** The whole, or the part that was asked for. */
function showItem(
  item: AfspraakView,
  veld: string | undefined,
  peildatum: CivilDate | undefined,
  language: Language,
  parts: AnswerParts,
): Promise<Shown> | Shown {
  if (veld === 'geschiedenis') return historyAnswer(item, language, parts);
  return veld === undefined
    ? wholeAnswer(item, language, parts, peildatum)
    : fieldAnswer([item], () => [], veld, language);
}

/** @param peildatum the day whose state `item` is: besluiten in force then, and no changes of later */
async function wholeAnswer(
  item: AfspraakView,
  language: Language,
  parts: AnswerParts,
  peildatum: CivilDate | undefined,
): Promise<Shown> {
  const code = item.afspraak._id;
  const linked = await parts.besluiten.findBesluiten({
    afspraak: code,
    ...(peildatum !== undefined && { geldigOp: peildatum }),
  });
  const besluiten = visibleBesluiten(linked, parts);
  const block = afspraakBlock(item, besluiten, language);
  if (peildatum !== undefined) return { content: { kind: 'afspraak', item, besluiten }, text: block };
  const geschiedenis = await historyOf(code, parts.past, changesShown);
  const { lastChanges } = sentencesIn(answerTexts, language);
  const told = geschiedenis.items.length === 0 ? [] : [`${lastChanges}:`, ...changeLines(geschiedenis, language)];
  return { content: { kind: 'afspraak', item, besluiten, geschiedenis }, text: [block, ...told].join('\n') };
}

/** "Wie heeft AFS-2026-001 gewijzigd?" */
async function historyAnswer(item: AfspraakView, language: Language, parts: AnswerParts): Promise<Shown> {
  const { _id, titel } = item.afspraak;
  const lines = changeLines(await historyOf(_id, parts.past, changesAsked), language);
  const texts = sentencesIn(answerTexts, language);
  const sentence = [`${_id} ${titel}`, ...(lines.length === 0 ? [texts.noChanges] : lines)].join('\n');
  return { content: { kind: 'veld', sentence, items: [item] }, text: sentence };
}

function fieldAnswer(
  items: Listing<AfspraakView>,
  named: () => readonly string[],
  veld: string,
  language: Language,
): Pick<AnswerDraft, 'content' | 'text'> {
  const texts = sentencesIn(answerTexts, language);
  const label = Object.entries(texts.labels).find(([key]) => key === veld)?.[1] ?? veld;
  const rows = items.slice(0, fullLines).map((item) => {
    const value = fieldValue(item, veld, language) ?? texts.notRecorded;
    return `${item.afspraak._id} ${item.afspraak.titel} · ${verbandName(item.verband)} · ${label}: ${value}`;
  });
  const sentence = rows[0] !== undefined && items.length === 1 ? rows[0] : texts.found(items.length);
  const text = items.length === 1 ? sentence : listText(sentence, rows, named(), items.length, texts);
  return { content: { kind: 'veld', sentence: text, items }, text };
}
