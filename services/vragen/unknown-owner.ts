import { sentencesIn } from '../taal/language.ts';
import { visibleIn } from '../toegang/scope.ts';
import { type AnswerDraft, type AnswerParts, choice } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import type { Reading } from './reading.ts';
import { normaliseWord, withinOneEdit } from './token.ts';

/** At most so many names to choose from. */
const mostNear = 4;

const wordsOf = (naam: string): readonly string[] => naam.split(/\s+/).map(normaliseWord);

/**
 * Nothing was found of an eigenaar, and nobody of that name owns any afspraak that the asker may see, ended or not: then that is the
 * answer, with the names that differ by one letter. `undefined`: the name is known, or none was asked.
 */
export function unknownOwnerAnswer(reading: Reading, { view, viewer }: AnswerParts): AnswerDraft | undefined {
  const { eigenaar } = reading.filter;
  if (eigenaar === undefined || eigenaar.includes('@')) return undefined;
  if (view.matchAfspraken([{ eigenaar, ...visibleIn(viewer) }]).size > 0) return undefined;
  const asked = wordsOf(eigenaar).at(-1) ?? '';
  const near = view
    .matchAfspraken([visibleIn(viewer)])
    .owners()
    .map((owner) => owner.eigenaar.naam)
    .filter((naam) => wordsOf(naam).some((word) => withinOneEdit(word, asked)))
    .slice(0, mostNear);
  const texts = sentencesIn(answerTexts, reading.lang);
  const sentence = texts.unknownOwner(eigenaar);
  if (near.length === 0) return { content: { kind: 'zin', sentence }, text: sentence };
  const choices = near.map((naam) => choice(naam, reading, { ...reading.filter, eigenaar: naam }));
  const question = `${sentence} ${texts.didYouMean}`;
  return {
    content: { kind: 'dubbelzinnig', sentence: question, choices },
    text: [question, ...near].join('\n'),
  };
}
