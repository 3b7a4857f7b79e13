/** Bits in one word of a `Uint32Array`. */
export const wordBits = 32;

export const wordsFor = (slots: number): number => (slots + wordBits - 1) >>> 5;

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  let pairs = word - ((word >>> 1) & 0x5555_5555);
  pairs = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** The lowest and the highest bit of a word that is not 0. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
export const highestBit = (word: number): number => 31 - Math.clz32(word);

export function setBit(words: Uint32Array, slot: number): void {
  words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31));
}

export function clearBit(words: Uint32Array, slot: number): void {
  words[slot >>> 5] = (words[slot >>> 5] ?? 0) & ~(1 << (slot & 31));
}

export const hasBit = (words: Uint32Array, slot: number): boolean =>
  (((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;

/** Calls back with the slot of every bit in the word at this place. */
export function eachBit(word: number, at: number, take: (slot: number) => void): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) take(at * wordBits + lowestBit(rest));
}

/** Slots as bits, one for each afspraak there is: what a question works with while it is many. */
export class SlotBits {
  readonly words: Uint32Array;

  constructor(words: Uint32Array) {
    this.words = words;
  }

  static none(slots: number): SlotBits {
    return new SlotBits(new Uint32Array(wordsFor(slots)));
  }

  static all(slots: number): SlotBits {
    const words = new Uint32Array(wordsFor(slots)).fill(0xffff_ffff);
    if (slots % wordBits !== 0) words[words.length - 1] = 2 ** (slots % wordBits) - 1;
    return new SlotBits(words);
  }

  has(slot: number): boolean {
    return hasBit(this.words, slot);
  }

  add(slot: number): void {
    setBit(this.words, slot);
  }

  delete(slot: number): void {
    clearBit(this.words, slot);
  }

  copy(): SlotBits {
    return new SlotBits(this.words.slice());
  }

  count(): number {
    let count = 0;
    for (let at = 0; at < this.words.length; at++) count += bitsIn(this.words[at] ?? 0);
    return count;
  }

  /** What is in it, from low to high. @param size how many that are */
  list(size: number): Uint32Array {
    const list = new Uint32Array(size);
    let put = 0;
    for (let at = 0; at < this.words.length; at++)
      for (let rest = this.words[at] ?? 0; rest !== 0; rest &= rest - 1) list[put++] = at * wordBits + lowestBit(rest);
    return list;
  }

  /** From low to high; `take` may delete what it is given. */
  each(take: (slot: number) => void): void {
    for (let at = 0; at < this.words.length; at++) {
      const word = this.words[at] ?? 0;
      if (word !== 0) eachBit(word, at, take);
    }
  }

  clear(): void {
    this.words.fill(0);
  }

  /** Keeps what is among these as well. */
  keepWords(others: Uint32Array): void {
    const { words } = this;
    const common = Math.min(words.length, others.length);
    for (let at = 0; at < common; at++) words[at] = (words[at] ?? 0) & (others[at] ?? 0);
    words.fill(0, common);
  }

  removeWords(others: Uint32Array): void {
    const { words } = this;
    const common = Math.min(words.length, others.length);
    for (let at = 0; at < common; at++) words[at] = (words[at] ?? 0) & ~(others[at] ?? 0);
  }

  addWords(others: Uint32Array): void {
    const { words } = this;
    const common = Math.min(words.length, others.length);
    for (let at = 0; at < common; at++) words[at] = (words[at] ?? 0) | (others[at] ?? 0);
  }

  addItems(list: Uint32Array, size: number): void {
    const { words } = this;
    for (let at = 0; at < size; at++) setBit(words, list[at] ?? 0);
  }
}
