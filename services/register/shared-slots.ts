import { FoundSlots } from './found-slots.ts';
import { SlotBits } from './slot-bits.ts';
import type { Afspraak } from './types.ts';

interface Shared {
  found: FoundSlots;
  readonly test: (afspraak: Afspraak) => boolean;
  /** Slots that were put since. */
  readonly changed: Set<number>;
}

/** Sets of a few hundred bits to a few KB each. */
const mostKept = 20;
/** With more than so many changes a set is made anew. */
const mostChanged = 500;

/**
 * Sets that many questions share: what is open, what is late, who has a waterschap as partij. Each afspraak that was put since
 * is tested again before its set is given.
 */
export class SharedSlots {
  readonly #at: (slot: number) => Afspraak | undefined;
  readonly #kept = new Map<string, Shared>();

  constructor(at: (slot: number) => Afspraak | undefined) {
    this.#at = at;
  }

  /**
   * @param size how many slots there are
   * @param fill puts in what the index knows to be in it
   * @param test whether an afspraak is in it
   */
  get(key: string, size: number, fill: (bits: SlotBits) => void, test: (afspraak: Afspraak) => boolean): FoundSlots {
    const known = this.#kept.get(key);
    if (known !== undefined) return this.#upToDate(known, size);
    const bits = SlotBits.none(size);
    fill(bits);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    const made = { found: FoundSlots.ofBits(bits), test, changed: new Set<number>() };
    this.#kept.set(key, made);
    return made.found;
  }

  /** Tells that this slot has another content. */
  put(slot: number): void {
    for (const [key, { changed }] of this.#kept) {
      changed.add(slot);
      if (changed.size > mostChanged) this.#kept.delete(key);
    }
  }

  /** What the tests look at beyond the afspraak itself is another. */
  clear(): void {
    this.#kept.clear();
  }

  /** Changed in a copy: who was given the set before keeps it as it was. */
  #upToDate(shared: Shared, size: number): FoundSlots {
    if (shared.changed.size === 0) return shared.found;
    const bits = SlotBits.none(size);
    shared.found.addTo(bits);
    for (const slot of shared.changed) {
      const afspraak = this.#at(slot);
      if (afspraak !== undefined && shared.test(afspraak)) bits.add(slot);
      else bits.delete(slot);
    }
    shared.changed.clear();
    shared.found = FoundSlots.ofBits(bits);
    return shared.found;
  }
}
