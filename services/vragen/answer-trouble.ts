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

/** More than this are too many to choose from: then the likeliest. */
const choicesShown = 6;

/**
 * Asks which of the readings of a name is meant: the first name that is more than one; the others are asked after it.
 *
 * @param weightOf how likely a name is meant: how much the asker has to do with it
 */
export function ambiguousAnswer(
  reading: Reading,
  kindOf: (name: string) => 'partner' | 'verband',
  weightOf: (name: string) => number = () => 0,
): AnswerDraft | undefined {
  const [first, ...later] = reading.filter.dubbelzinnig ?? [];
  if (first === undefined) return undefined;
  const texts = sentencesIn(answerTexts, reading.lang);
  const { dubbelzinnig, ...rest } = reading.filter;
  const left = later.length === 0 ? rest : { ...rest, dubbelzinnig: later };
  const all = first.split('|');
  const names = all.length > choicesShown ? likeliest(all, weightOf) : all;
  const more = all.length - names.length;
  const choices = names.map((naam) => choice(naam, reading, withName(left, kindOf(naam), naam)));
  const asked = texts.ambiguous(names.join(texts.ambiguousJoin));
  const sentence = more === 0 ? asked : `${asked} ${texts.ambiguousMore(more)}`;
  return {
    content: { kind: 'dubbelzinnig', sentence, choices },
    text: [sentence, ...later.map((group) => texts.ambiguous(group.split('|').join(texts.ambiguousJoin)))].join('\n'),
  };
}

/** Those the asker has most to do with; where that is with none, the first by name. */
function likeliest(names: readonly string[], weightOf: (name: string) => number): readonly string[] {
  const weighed = names
    .map((name) => ({ name, weight: weightOf(name) }))
    .sort((one, other) => other.weight - one.weight);
  const known = weighed.filter(({ weight }) => weight > 0);
  return (known.length > 0 ? known : weighed).slice(0, choicesShown).map(({ name }) => name);
}

/** "Mijn afspraken", asked by somebody whom the register does not know. */
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
