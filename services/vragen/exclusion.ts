import type { QuestionFilter } from './reading.ts';
import type { Sentence } from './sentence.ts';

/**
 * "Alle DVO's behalve die met Assen": a search has no exclusions, so what is excluded is left out of the filter, and
 * `waarschuwing` says that the answer still holds it.
 */

const excluding = new Set(['behalve', 'except', 'behalven', 'uitgezonderd', 'excluding']);
const joining = new Set(['en', 'of', 'and', 'or']);

/** Value of `waarschuwing` in a filter whose sentence excludes something. */
export const exclusionIgnored = 'exclusion_ignored';

/** The tokens that an excluding word is about: to the end of its clause, where "en" goes on with the list. */
function excludedStretch({ tokens }: Sentence): { readonly from: number; readonly to: number } | undefined {
  const word = tokens.findIndex(({ norm }) => excluding.has(norm));
  if (word < 0) return undefined;
  let to = word + 1;
  while (
    to < tokens.length &&
    (tokens[to]?.afterBreak !== true || to === word + 1 || joining.has(tokens[to]?.norm ?? ''))
  )
    to++;
  return { from: word + 1, to };
}

/** Whether what starts at this token is said to be left out. */
export function isExcluded(sentence: Sentence, at: number): boolean {
  const stretch = excludedStretch(sentence);
  return stretch !== undefined && stretch.from <= at && at < stretch.to;
}

export const exclusionFacet = (sentence: Sentence): QuestionFilter =>
  excludedStretch(sentence) === undefined ? {} : { waarschuwing: exclusionIgnored };
