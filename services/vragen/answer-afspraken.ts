import { sentencesIn } from '../taal/language.ts';
import type { AnswerDraft, AnswerParts } from './answer-parts.ts';
import { basis, codesOf, find, isDraft, mendList } from './answer-search.ts';
import { answerTexts } from './answer-texts.ts';
import { afspraakLine, listText, ownerWithAddress, verbandName } from './answer-view.ts';
import { ownersOf } from './owners.ts';
import type { Reading } from './reading.ts';

/** Questions about afspraken: a list, a number, whom to ask, the document, what goes to the council. */

/** afspraak.zoeken, rapportage.tonen: every match. */
export async function answerList(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const found = await find(reading, parts);
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
export async function answerCount(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const texts = sentencesIn(answerTexts, reading.lang);
  const found = await find(reading, parts);
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
export async function answerContact(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const found = await find(reading, parts);
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
export async function answerDocument(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const { documentsoort } = reading.filter;
  const asksRegeling = documentsoort === 'regeling';
  const words = documentsoort === undefined || asksRegeling ? {} : { zoekterm: documentsoort };
  const found = await find({ ...reading, filter: { ...words, ...reading.filter } }, parts);
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
