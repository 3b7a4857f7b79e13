import type { Language } from './language.ts';

const and: Readonly<Record<Language, string>> = { nl: 'en', en: 'and', fy: 'en' };

/** "a", "a en b", "a, b en c"; an empty list is an empty text. */
export function joinWords(words: readonly string[], language: Language): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${and[language]} ${last}`;
}

/** The first letter as a capital, for a title or the start of a sentence. Dutch "ij" counts as one letter: IJmond. */
export function startWithCapital(text: string): string {
  const start = /^ij/i.test(text) ? 2 : 1;
  return text.slice(0, start).toUpperCase() + text.slice(start);
}
