import type { Language } from '../taal/language.ts';
import { languages } from '../taal/language.ts';
import type { WordMark } from './sentence.ts';
import type { Token } from './token.ts';

/**
 * The language of a sentence, by the words that only one language has (twice) and those it shares (once); Dutch where nothing
 * decides. Names, dates and codes say nothing.
 *
 * @param usual the language to keep to when the words do not decide: that of the conversation, or the asker's own
 */
export function detectLanguage(
  tokens: readonly Token[],
  words: readonly WordMark[],
  taken: ReadonlySet<number>,
  usual: Language,
): Language {
  const points: Record<Language, number> = { nl: 0, en: 0, fy: 0 };
  for (let at = 0; at < tokens.length; at++) {
    if (taken.has(at)) continue;
    const known = new Set<Language>();
    for (const mark of words) if (mark.from <= at && at < mark.to) known.add(mark.lang);
    for (const lang of known) points[lang] += known.size === 1 ? 2 : 1 / known.size;
  }
  const most = Math.max(points.nl, points.en, points.fy);
  if (most === 0 || points[usual] === most) return usual;
  return languages.find((lang) => points[lang] === most) ?? usual;
}
