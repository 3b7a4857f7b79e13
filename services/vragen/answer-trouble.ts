import { sentencesIn } from '../taal/language.ts';
import { type AnswerDraft, choice } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import { listed, type UnknownName } from './name-ids.ts';
import type { QuestionFilter, Reading } from './reading.ts';

/** Answers that ask back: a name nobody knows, a name that is two things, an asker who is not known. */

/** Says that the name is not known, and offers the nearest ones as buttons. */
export function unknownNameAnswer(unknown: UnknownName, reading: Reading): AnswerDraft {
  const texts = sentencesIn(answerTexts, reading.lang);
  const sentence = texts.unknownName(unknown.name);
  const choices = unknown.nearest.map(({ key, naam }) =>
    choice(naam, reading, withName(without(reading.filter, unknown.key, unknown.name), key, naam)),
  );
  if (choices.length === 0) return { content: { kind: 'zin', sentence }, text: sentence };
  const asked = `${sentence} ${texts.didYouMean}`;
  return {
    content: { kind: 'dubbelzinnig', sentence: asked, choices },
    text: [asked, ...choices.map(({ label }) => label)].join('\n'),
  };
}

/** Asks which of the readings of a name is meant: the first name that is more than one; the others are asked after it. */
export function ambiguousAnswer(
  reading: Reading,
  kindOf: (name: string) => 'partner' | 'verband',
): AnswerDraft | undefined {
  const [first, ...later] = reading.filter.dubbelzinnig ?? [];
  if (first === undefined) return undefined;
  const texts = sentencesIn(answerTexts, reading.lang);
  const { dubbelzinnig, ...rest } = reading.filter;
  const left = later.length === 0 ? rest : { ...rest, dubbelzinnig: later };
  const names = first.split('|');
  const choices = names.map((naam) => choice(naam, reading, withName(left, kindOf(naam), naam)));
  const sentence = texts.ambiguous(names.join(texts.ambiguousJoin));
  return {
    content: { kind: 'dubbelzinnig', sentence, choices },
    text: [sentence, ...later.map((group) => texts.ambiguous(group.split('|').join(texts.ambiguousJoin)))].join('\n'),
  };
}

export function unknownAskerAnswer(reading: Reading): AnswerDraft {
  const sentence = sentencesIn(answerTexts, reading.lang).unknownAsker;
  return { content: { kind: 'zin', sentence }, text: sentence };
}

function without(filter: QuestionFilter, key: 'partner' | 'verband', name: string): QuestionFilter {
  const left = listed(filter[key]).filter((other) => other !== name);
  const { [key]: _, ...rest } = filter;
  return left.length === 0 ? rest : { ...rest, [key]: left };
}

function withName(filter: QuestionFilter, key: 'partner' | 'verband', naam: string): QuestionFilter {
  const names = [...listed(filter[key]), naam];
  return { ...filter, [key]: names.length === 1 ? naam : names };
}
