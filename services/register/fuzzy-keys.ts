import { distance } from 'fastest-levenshtein';

/** Keys found although a few letters are wrong. Compares only keys of about the same length with about the same letters. */

interface Entry {
  readonly key: string;
  readonly letters: number;
}

/** A bit for each letter that occurs (a–z, and one for all digits). One changed letter changes at most two bits. */
export function lettersOf(key: string): number {
  let letters = 0;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at) - 97;
    letters |= code >= 0 && code < 26 ? 1 << code : 1 << 26;
  }
  return letters;
}

/** How many bits are set. */
export function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

export class FuzzyKeys {
  readonly #byLength: Entry[][] = [];

  /** Numbers and keys under four letters are left out: there a wrong letter is another name. */
  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      if (key.length < 4 || !/\p{L}/u.test(key)) continue;
      const list = this.#byLength[key.length] ?? [];
      list.push({ key, letters: lettersOf(key) });
      this.#byLength[key.length] = list;
    }
  }

  /** All keys at most this many letters away, in no order. */
  within(phrase: string, maxDistance: number): readonly { readonly key: string; readonly distance: number }[] {
    const found: { key: string; distance: number }[] = [];
    const letters = lettersOf(phrase);
    for (let length = phrase.length - maxDistance; length <= phrase.length + maxDistance; length++) {
      for (const entry of this.#byLength[length] ?? []) {
        if (bits(entry.letters ^ letters) > 2 * maxDistance) continue;
        const apart = distance(phrase, entry.key);
        if (apart <= maxDistance) found.push({ key: entry.key, distance: apart });
      }
    }
    return found;
  }
}
