/**
 * Sets of slots (numbers of afspraken), the material that the register's indexes are made of. Two forms: one that is kept up
 * (`SlotSet`), and one that a single question works with (`SlotBits`).
 */

/** Bits in one word of a `Uint32Array`. */
const wordBits = 32;
/** From here on a list may become bits; below it a list is as small and simpler to walk. */
const smallest = 64;
/** A set in which one in so many slots occurs is held as bits: smaller than a list, and joined a word at a time. */
const dense = 24;
/** A set that grew so thin is a list again. */
const thin = 64;

function bitsIn(word: number): number {
  let pairs = word - ((word >>> 1) & 0x5555_5555);
  pairs = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

const wordsFor = (slots: number): number => (slots + wordBits - 1) >>> 5;

/** A set of slots that is added to and taken from: a sorted list, or bits once it is dense. */
export class SlotSet {
  #list: Uint32Array | undefined = new Uint32Array(2);
  #words: Uint32Array | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(slot: number): void {
    if (this.#words !== undefined) this.#addBit(this.#words, slot);
    else if (this.#list !== undefined) this.#addItem(this.#list, slot);
  }

  delete(slot: number): void {
    if (!this.has(slot)) return;
    this.#size -= 1;
    const [words, list] = [this.#words, this.#list];
    if (words !== undefined) words[slot >>> 5] = (words[slot >>> 5] ?? 0) & ~(1 << (slot & 31));
    else if (list !== undefined) {
      const at = placeIn(list, this.#size + 1, slot);
      list.copyWithin(at, at + 1, this.#size + 1);
    }
  }

  has(slot: number): boolean {
    if (this.#words !== undefined) return (((this.#words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
    const list = this.#list;
    if (list === undefined) return false;
    const at = placeIn(list, this.#size, slot);
    return at < this.#size && list[at] === slot;
  }

  /** Roughly what it costs to walk it or to join it, in steps. */
  get cost(): number {
    return this.#words?.length ?? this.#size;
  }

  /** Puts every slot of this set among these. */
  addTo(bits: SlotBits): void {
    if (this.#words !== undefined) bits.addWords(this.#words);
    else if (this.#list !== undefined) bits.addItems(this.#list, this.#size);
  }

  /** Takes every slot of this set out of these. */
  removeFrom(bits: SlotBits): void {
    const [words, list] = [this.#words, this.#list];
    if (words !== undefined) bits.removeWords(words);
    else for (let at = 0; at < this.#size; at++) bits.delete(list?.[at] ?? 0);
  }

  /** Leaves of these slots only those of this set; false, with nothing done, when it is no such form. */
  keepIn(bits: SlotBits): boolean {
    if (this.#words === undefined) return false;
    bits.keepWords(this.#words);
    return true;
  }

  /** How many of these slots are in this set. */
  countIn(bits: SlotBits): number {
    let count = 0;
    const { words } = bits;
    if (this.#words !== undefined) {
      const end = Math.min(words.length, this.#words.length);
      for (let at = 0; at < end; at++) count += bitsIn((words[at] ?? 0) & (this.#words[at] ?? 0));
      return count;
    }
    const list = this.#list ?? words;
    for (let at = 0; at < this.#size; at++) if (bits.has(list[at] ?? 0)) count += 1;
    return count;
  }

  /** Calls back with every slot of this set that is among these, from low to high. */
  eachIn(bits: SlotBits, take: (slot: number) => void): void {
    if (this.#words !== undefined) {
      const end = Math.min(bits.words.length, this.#words.length);
      for (let at = 0; at < end; at++) eachBit((bits.words[at] ?? 0) & (this.#words[at] ?? 0), at, take);
      return;
    }
    for (let at = 0; at < this.#size; at++) {
      const slot = this.#list?.[at] ?? 0;
      if (bits.has(slot)) take(slot);
    }
  }

  /** Whether any of these slots is in this set. */
  meets(bits: SlotBits): boolean {
    const [words, list] = [this.#words, this.#list];
    if (words !== undefined) {
      for (let at = 0; at < words.length; at++) if (((words[at] ?? 0) & (bits.words[at] ?? 0)) !== 0) return true;
    } else for (let at = 0; at < this.#size; at++) if (bits.has(list?.[at] ?? 0)) return true;
    return false;
  }

  /** The lowest and the highest slot of this set that is among these. */
  endsIn(bits: SlotBits): readonly [lowest: number, highest: number] | undefined {
    const [words, list] = [this.#words, this.#list];
    if (words !== undefined) {
      const common = (at: number): number => (words[at] ?? 0) & (bits.words[at] ?? 0);
      let [low, high] = [0, words.length - 1];
      while (low <= high && common(low) === 0) low += 1;
      if (low > high) return undefined;
      while (common(high) === 0) high -= 1;
      const lowest = common(low);
      return [low * wordBits + (31 - Math.clz32(lowest & -lowest)), high * wordBits + (31 - Math.clz32(common(high)))];
    }
    let [low, high] = [0, this.#size - 1];
    while (low <= high && !bits.has(list?.[low] ?? 0)) low += 1;
    if (low > high) return undefined;
    while (!bits.has(list?.[high] ?? 0)) high -= 1;
    return [list?.[low] ?? 0, list?.[high] ?? 0];
  }

  #addItem(list: Uint32Array, slot: number): void {
    const at = placeIn(list, this.#size, slot);
    if (at < this.#size && list[at] === slot) return;
    let room = list;
    if (this.#size === list.length) {
      room = new Uint32Array(Math.ceil(this.#size * 1.5) + 1);
      room.set(list);
      this.#list = room;
    }
    room.copyWithin(at + 1, at, this.#size);
    room[at] = slot;
    this.#size += 1;
    const highest = room[this.#size - 1] ?? 0;
    if (this.#size < smallest || this.#size * dense < highest) return;
    this.#words = new Uint32Array(wordsFor(highest + 1));
    for (let item = 0; item < this.#size; item++) setBit(this.#words, room[item] ?? 0);
    this.#list = undefined;
  }

  #addBit(words: Uint32Array, slot: number): void {
    if (this.has(slot)) return;
    this.#size += 1;
    if (slot >>> 5 < words.length) setBit(words, slot);
    else if (this.#size * thin < slot) this.#thinOut(words, slot);
    else {
      this.#words = new Uint32Array(Math.ceil(wordsFor(slot + 1) * 1.25));
      this.#words.set(words);
      setBit(this.#words, slot);
    }
  }

  /** @param slot higher than all there are */
  #thinOut(words: Uint32Array, slot: number): void {
    const list = new Uint32Array(this.#size);
    let size = 0;
    for (let at = 0; at < words.length; at++)
      eachBit(words[at] ?? 0, at, (one) => {
        list[size++] = one;
      });
    list[size] = slot;
    this.#list = list;
    this.#words = undefined;
  }
}

/** Where this slot stands in the sorted first `size` of the list, or would. */
function placeIn(list: Uint32Array, size: number, slot: number): number {
  // Slots are given out in order: most are added at the end.
  if (size === 0 || (list[size - 1] ?? 0) < slot) return size;
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

function setBit(words: Uint32Array, slot: number): void {
  words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31));
}

function eachBit(word: number, at: number, take: (slot: number) => void): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) take(at * wordBits + (31 - Math.clz32(rest & -rest)));
}

/** The slots that one question is left with while it is answered: a bit for each afspraak there is. */
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
    return (((this.words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
  }

  add(slot: number): void {
    setBit(this.words, slot);
  }

  delete(slot: number): void {
    this.words[slot >>> 5] = (this.words[slot >>> 5] ?? 0) & ~(1 << (slot & 31));
  }

  copy(): SlotBits {
    return new SlotBits(this.words.slice());
  }

  count(): number {
    let count = 0;
    for (let at = 0; at < this.words.length; at++) count += bitsIn(this.words[at] ?? 0);
    return count;
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
    for (let at = 0; at < size; at++) {
      const slot = list[at] ?? 0;
      words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31));
    }
  }
}
