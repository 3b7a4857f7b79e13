import { distance } from 'fastest-levenshtein';
import { bits, lettersOf } from './fuzzy-keys.ts';

interface Entry {
  readonly glued: string;
  readonly letters: number;
}

/**
 * Longer names found although a letter is wrong, left out, added or swapped with the next, or a space stands where it should not.
 * Compares without spaces; a name of several words is so particular that one letter more or less is never another name.
 */
export class NearNames {
  /** By the first and by the last letters, and under those by length: one slip leaves one of these as it was. */
  readonly #starts = new Map<string, Entry[][]>();
  readonly #ends = new Map<string, Entry[][]>();
  /** The names as they are, by what is compared. */
  readonly #names = new Map<string, string[]>();

  /** @param keys in the form of `normaliseName` */
  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      const glued = glue(key);
      if (glued.length < shortest) continue;
      const names = this.#names.get(glued);
      if (names !== undefined) {
        names.push(key);
        continue;
      }
      this.#names.set(glued, [key]);
      const entry = { glued, letters: lettersOf(glued) };
      add(this.#starts, glued.slice(0, anchor), entry);
      add(this.#ends, glued.slice(-anchor), entry);
    }
  }

  /** Names nearest to a phrase of at least two words, or to a word in which a space was lost; `[]` when none is near enough. */
  within(phrase: string): readonly string[] {
    // Most phrases start and end like no name: told before anything is compared.
    const starts = this.#starts.get(glue(phrase.slice(0, anchor * 2)).slice(0, anchor));
    const ends = this.#ends.get(glue(phrase.slice(-anchor * 2)).slice(-anchor));
    if (starts === undefined && ends === undefined) return [];
    const glued = glue(phrase);
    if (glued.length < shortest) return [];
    const reach = glued.length < longEnoughForTwo ? 1 : farthest;
    const letters = lettersOf(glued);
    const seen = new Set<Entry>();
    let best = reach;
    let found: string[] = [];
    for (let length = glued.length - reach; length <= glued.length + reach; length++) {
      for (const entry of [...(starts?.[length] ?? []), ...(ends?.[length] ?? [])]) {
        if (bits(entry.letters ^ letters) > 2 * reach || seen.has(entry)) continue;
        seen.add(entry);
        const key = entry.glued;
        const apart = slips(key, glued);
        if (apart > best) continue;
        const names = (this.#names.get(key) ?? []).filter((name) => phrase.includes(' ') || name.includes(' '));
        if (names.length === 0) continue;
        found = apart === best ? [...found, ...names] : names;
        best = apart;
      }
    }
    return found;
  }
}

const anchor = 3;
const shortest = 8;
const farthest = 2;
const longEnoughForTwo = 16;

const glue = (phrase: string): string => phrase.replaceAll(' ', '');

function add(map: Map<string, Entry[][]>, anchored: string, entry: Entry): void {
  const byLength = map.get(anchored) ?? [];
  map.set(anchored, byLength);
  const same = byLength[entry.glued.length] ?? [];
  byLength[entry.glued.length] = same;
  same.push(entry);
}

/** Letters that differ; two neighbours that changed places count as one slip. */
const slips = (one: string, other: string): number => (isSwapped(one, other) ? 1 : distance(one, other));

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  let at = 0;
  while (one.charAt(at) === other.charAt(at)) at++;
  return (
    one.charAt(at) === other.charAt(at + 1) &&
    one.charAt(at + 1) === other.charAt(at) &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
