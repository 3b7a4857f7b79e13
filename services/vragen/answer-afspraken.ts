import { type Language, sentencesIn } from '../taal/language.ts';
import type { FoundAfspraken } from './answer-found.ts';
import type { AnswerDraft, AnswerParts } from './answer-parts.ts';
import { basis, find, isDraft, mendList } from './answer-search.ts';
import { answerTexts } from './answer-texts.ts';
import { afspraakLine, fullLines, listText, ownerWithAddress } from './answer-view.ts';
import type { Periode, Reading } from './reading.ts';

/** Questions about afspraken: a list, a number, whom to ask, the document, what goes to the council. */

/** A heading, a line for each of the first, and the codes of others. */
function linesOf(
  heading: string,
  { items, named }: FoundAfspraken,
  language: Language,
  asked?: Periode['veld'],
): string {
  const rows = items.slice(0, fullLines).map((item) => afspraakLine(item, language, asked));
  return listText(heading, rows, named(), items.length, sentencesIn(answerTexts, language));
}

/** afspraak.zoeken, rapportage.tonen: every match. */
export async function answerList(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const answer = await find(reading, parts);
  if (isDraft(answer)) return answer;
  const texts = sentencesIn(answerTexts, reading.lang);
  const { items } = answer.found;
  return {
    ...basis(answer),
    content: { kind: 'afspraken', items },
    get text() {
      return linesOf(texts.found(items.length), answer.found, reading.lang, reading.filter.periode?.veld);
    },
    mend: mendList(answer, reading),
  };
}

/** afspraak.aantal: how many; the codes say which. */
export async function answerCount(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const texts = sentencesIn(answerTexts, reading.lang);
  const answer = await find(reading, parts);
  if (isDraft(answer)) return answer;
  const value = answer.found.items.length;
  const sentence = texts.count(value);
  return {
    ...basis(answer),
    content: { kind: 'aantal', sentence, value },
    text: sentence,
  };
}

/** contact.tonen: who answers for what was asked about. */
export async function answerContact(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const answer = await find(reading, parts);
  if (isDraft(answer)) return answer;
  const texts = sentencesIn(answerTexts, reading.lang);
  const { found } = answer;
  const known = found.owners();
  const about = found.verbandNames(3).join(', ');
  const [only, ...others] = known;
  // How many each has matters only where there is somebody to choose.
  const names =
    only !== undefined && others.length === 0
      ? ownerWithAddress(only.eigenaar)
      : known.map(({ eigenaar, count }) => texts.owns(ownerWithAddress(eigenaar), count)).join('; ');
  const sentence = known.length === 0 ? texts.noOwner : texts.contact(about, names);
  return {
    ...basis(answer),
    content: { kind: 'contact', sentence, items: found.items },
    get text() {
      return linesOf(sentence, found, reading.lang);
    },
  };
}

/** document.tonen: the links; those without one are left out, and said so when none has one. */
export async function answerDocument(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const { documentsoort } = reading.filter;
  const asksRegeling = documentsoort === 'regeling';
  const words = documentsoort === undefined || asksRegeling ? {} : { zoekterm: documentsoort };
  const answer = await find({ ...reading, filter: { ...words, ...reading.filter } }, parts);
  if (isDraft(answer)) return answer;
  const texts = sentencesIn(answerTexts, reading.lang);
  const found = answer.found.withDocument();
  const { items } = found;
  const heading = asksRegeling ? [texts.regelingText(answer.found.verbandNames(1).join())] : [];
  const sentence = items.length === 0 ? texts.noDocument(answer.found.items.length) : texts.found(items.length);
  return {
    ...basis({ plan: answer.plan, found }),
    content: { kind: 'document', items },
    get text() {
      const rows = items
        .slice(0, fullLines)
        .map(({ afspraak }) => `${afspraak._id} ${afspraak.titel}: ${afspraak.document ?? ''}`);
      return listText([...heading, sentence].join('\n'), rows, found.named(), items.length, texts);
    },
  };
}
