import type { PreviousAnswer } from './answer-parts.ts';
import type { Sentence } from './sentence.ts';

/** "De laatste", said of a list: rangnummer -1. */

const last = new Set(['laatste', 'last', 'leste', 'lêste']);
const articles = new Set(['de', 'die', 'the', 'dy']);
/** What may come after it when nothing else is named: "laat de laatste zien", "show the last one". */
const closing = new Set([
  'zien',
  'graag',
  'dan',
  'maar',
  'eens',
  'even',
  'aub',
  'svp',
  'one',
  'please',
  'sjen',
  'ook',
  'openen',
  'tonen',
]);

/** Whether the sentence points to the last of the list before it: "de laatste evaluatie" does not. */
export const pointsToLast = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ norm }, at) =>
      last.has(norm) &&
      articles.has(tokens[at - 1]?.norm ?? '') &&
      tokens.slice(at + 1).every((token) => closing.has(token.norm)),
  );

/**
 * What a rangnummer points to: 1 is the first, -1 the last. `undefined`: there is no such number, or it is beyond what was
 * remembered of a long list (`total` tells that).
 */
export function ranked(previous: PreviousAnswer | undefined, rank: number): string | undefined {
  const { shown = [], total = shown.length } = previous ?? {};
  if (rank < 0 && total > shown.length) return undefined;
  return shown.at(rank > 0 ? rank - 1 : rank);
}
