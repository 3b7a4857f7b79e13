import { SlotBits } from './slot-bits.ts';
import { placeIn } from './slot-set.ts';

/** So many times fewer than the words that bits take, and a list is the quicker one to work with. */
const wordsPerSlot = 2;

/** Whether so many of all slots are better listed than held as bits. */
export const areFew = (size: number, slots: number): boolean => size * wordsPerSlot * 32 < slots;

/**
 * The slots (numbers of afspraken) that a question is left with: few as a list, so that what follows costs what there is, many
 * as bits. Never changed once it is made.
 */
export class FoundSlots {
  /** Of few, from low to high. */
  readonly list: Uint32Array | undefined;
  /** Of many. To be read, never changed: it may be what other questions share. */
  readonly bits: SlotBits | undefined;
  readonly size: number;

  /** @param slots a list from low to high without doubles, or bits; nobody changes them afterwards */
  constructor(slots: Uint32Array | SlotBits, size: number) {
    const isList = slots instanceof Uint32Array;
    this.list = isList ? slots : undefined;
    this.bits = isList ? undefined : slots;
    this.size = size;
  }

  static ofList(list: Uint32Array): FoundSlots {
    return new FoundSlots(list, list.length);
  }

  /** In the form that their number asks for. */
  static ofBits(bits: SlotBits): FoundSlots {
    const size = bits.count();
    return size * wordsPerSlot < bits.words.length ? new FoundSlots(bits.list(size), size) : new FoundSlots(bits, size);
  }

  has(slot: number): boolean {
    if (this.bits !== undefined) return this.bits.has(slot);
    const list = this.list ?? none;
    const at = placeIn(list, list.length, slot);
    return at < list.length && list[at] === slot;
  }

  /** All of them, from low to high. To be read, never changed. */
  slots(): Uint32Array {
    return this.list ?? this.bits?.list(this.size) ?? none;
  }

  addTo(bits: SlotBits): void {
    if (this.bits !== undefined) bits.addWords(this.bits.words);
    else if (this.list !== undefined) bits.addItems(this.list, this.size);
  }

  and(others: FoundSlots): FoundSlots {
    if (this.list !== undefined) return FoundSlots.ofList(this.#passing(this.list, others, true));
    if (others.list !== undefined) return others.and(this);
    const bits = this.#copy();
    bits.keepWords(others.bits?.words ?? none);
    const both = FoundSlots.ofBits(bits);
    // All of one: then it is that one, which others may know something about.
    return both.size === others.size ? others : both.size === this.size ? this : both;
  }

  without(others: FoundSlots): FoundSlots {
    if (this.list !== undefined) return FoundSlots.ofList(this.#passing(this.list, others, false));
    const bits = this.#copy();
    if (others.bits !== undefined) bits.removeWords(others.bits.words);
    else for (const slot of others.list ?? none) bits.delete(slot);
    return FoundSlots.ofBits(bits);
  }

  /** Those of the list that are among the others, or that are not. */
  #passing(list: Uint32Array, { bits, list: other = none }: FoundSlots, isIn: boolean): Uint32Array {
    if (bits !== undefined) return passing(list, (slot) => bits.has(slot) === isIn);
    // Both from low to high: side by side, since a search for each costs many times more.
    let at = 0;
    return passing(list, (slot) => {
      while (at < other.length && (other[at] ?? 0) < slot) at += 1;
      return (other[at] === slot) === isIn;
    });
  }

  #copy(): SlotBits {
    return this.bits?.copy() ?? new SlotBits(none);
  }
}

const none = new Uint32Array(0);

/** Those of a list that pass. A loop of its own: `filter` of a typed array costs many times more. */
export function passing(list: Uint32Array, passes: (slot: number) => boolean): Uint32Array {
  const kept = new Uint32Array(list.length);
  let size = 0;
  for (let at = 0; at < list.length; at++) {
    const slot = list[at] ?? 0;
    if (passes(slot)) kept[size++] = slot;
  }
  return kept.subarray(0, size);
}
