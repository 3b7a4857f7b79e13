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

/** "Nummer 3", "nummer 3 graag", "toon afspraak 3": the place in the list before it. "Een afspraak van 3 jaar" has none. */
export function placeNamed({ tokens, words, taken }: Sentence): number | undefined {
  const mark = words.find(({ group, value, from, to }) => {
    if (group !== 'teken' || taken.has(to) || !/^\d{1,3}$/.test(tokens[to]?.norm ?? '')) return false;
    const isLast = to === tokens.length - 1 && from === to - 1;
    return value === 'nummer' || (value === 'afspraak' && isLast && !/s$|en$/.test(tokens[from]?.norm ?? ''));
  });
  return mark === undefined ? undefined : Number(tokens[mark.to]?.norm);
}

/**
 * What a rangnummer points to: 1 is the first, -1 the last. `undefined`: there is no such number, or it is beyond what was
 * remembered of a long list (`total` tells that).
 */
export function ranked(previous: PreviousAnswer | undefined, rank: number): string | undefined {
  const { shown = [], total = shown.length } = previous ?? {};
  if (rank < 0 && total > shown.length) return undefined;
  return shown.at(rank > 0 ? rank - 1 : rank);
}
