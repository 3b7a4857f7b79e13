import {
  bitsIn,
  clearBit,
  eachBit,
  hasBit,
  highestBit,
  lowestBit,
  type SlotBits,
  setBit,
  wordBits,
  wordsFor,
} from './slot-bits.ts';

/** A set of slots (numbers of afspraken) that is kept up: the material that the register's indexes are made of. */

/** From here on a list may become bits; below it a list is as small and simpler to walk. */
const smallest = 64;
/** A set in which one in so many slots occurs is held as bits: smaller than a list, and joined a word at a time. */
const dense = 24;
/** A set that grew so thin is a list again. */
const thin = 64;

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
    if (words !== undefined) clearBit(words, slot);
    else if (list !== undefined) {
      const at = placeIn(list, this.#size + 1, slot);
      list.copyWithin(at, at + 1, this.#size + 1);
    }
  }

  has(slot: number): boolean {
    if (this.#words !== undefined) return hasBit(this.#words, slot);
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
    const [words, list, others] = [this.#words, this.#list, bits.words];
    if (words !== undefined) {
      const end = Math.min(words.length, others.length);
      for (let at = 0; at < end; at++) count += bitsIn((words[at] ?? 0) & (others[at] ?? 0));
    } else for (let at = 0; at < this.#size; at++) if (bits.has(list?.[at] ?? 0)) count += 1;
    return count;
  }

  /** Calls back with every slot of this set, from low to high. */
  each(take: (slot: number) => void): void {
    const [words, list] = [this.#words, this.#list];
    if (words !== undefined) for (let at = 0; at < words.length; at++) eachBit(words[at] ?? 0, at, take);
    else for (let at = 0; at < this.#size; at++) take(list?.[at] ?? 0);
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
      return [low * wordBits + lowestBit(common(low)), high * wordBits + highestBit(common(high))];
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
export function placeIn(list: Uint32Array, size: number, slot: number): number {
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
