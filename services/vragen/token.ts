/** A sentence cut into words, for everything in this room that compares words. Pure; linear in the length of the text. */

/** One word of a sentence. `start` and `end` are offsets in the text as it was typed. */
export interface Token {
  /** Lower case, without diacritics and apostrophes: what is compared. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  /** Typed with a capital first letter, not as the first word of a sentence. A hint only: people type without capitals. */
  readonly capital: boolean;
  /** Typed in capitals only, in a text that is not. */
  readonly upper: boolean;
  /** A sign that ends a clause (`, . : ; ? !` or a line) stands between the word before and this one. */
  readonly afterBreak: boolean;
}

/** Longer texts are cut: a question is a sentence, not a document. */
export const longestText = 2000;

const wordForm = /[\p{L}\p{M}\p{N}]+(?:['’`][\p{L}\p{M}\p{N}]+)*/gu;
const breakForm = /[.,:;?!\n]/;
const sentenceEnd = /[.:?!\n]/;

/** Lower case, no diacritics, no apostrophes: `Sûdwest` → `sudwest`, `GR's` → `grs`. */
export const normaliseWord = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øœæ]/g, (letter) => (letter === 'ø' ? 'o' : letter === 'œ' ? 'oe' : 'ae'));

/** Words of a text, in order. A hyphen parts words: `Midden-Drenthe` is two, as is `Midden Drenthe`. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const shouting = text === text.toUpperCase();
  let previousEnd = 0;
  for (const match of text.slice(0, longestText).matchAll(wordForm)) {
    const word = match[0];
    const norm = normaliseWord(word);
    if (norm === '') continue;
    const gap = text.slice(previousEnd, match.index);
    const first = tokens.length === 0 || sentenceEnd.test(gap);
    const letter = word.charAt(0);
    tokens.push({
      norm,
      start: match.index,
      end: match.index + word.length,
      capital: !shouting && !first && letter !== letter.toLowerCase(),
      upper: !shouting && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase(),
      afterBreak: tokens.length > 0 && breakForm.test(gap),
    });
    previousEnd = match.index + word.length;
  }
  return tokens;
}

/** Normalised words of a phrase, apart by single spaces: the form in which phrases are looked up. */
export const normalisePhrase = (phrase: string): string =>
  tokenise(phrase)
    .map((token) => token.norm)
    .join(' ');

/** Whether one letter more, less, other, or two neighbours swapped makes one word the other. */
export function withinOneEdit(left: string, right: string): boolean {
  if (left === right) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

/** The word with each of its letters left out once, and itself: two words within one edit share one of these. */
export function deletionsOf(word: string): readonly string[] {
  const forms = [word];
  for (let at = 0; at < word.length; at++) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
}
