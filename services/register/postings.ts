/**
 * The building block of the register's indexes: for each key, the slots (numbers of afspraken) that had it when they were
 * written. A slot is never taken out: whoever reads a list tests each afspraak again, and the index is rebuilt once too
 * many are outdated. That keeps a change small and memory at four bytes an entry.
 */

class SlotList {
  #items = new Uint32Array(2);
  size = 0;

  add(slot: number): void {
    if (this.size === this.#items.length) {
      const larger = new Uint32Array(Math.ceil(this.size * 1.5) + 1);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.size++] = slot;
  }

  slots(): Uint32Array {
    return this.#items.subarray(0, this.size);
  }
}

const none = new Uint32Array(0);

export class Postings {
  readonly #lists = new Map<string, SlotList>();

  add(key: string, slot: number): void {
    const list = this.#lists.get(key);
    if (list !== undefined) {
      list.add(slot);
      return;
    }
    const first = new SlotList();
    first.add(slot);
    this.#lists.set(key, first);
  }

  /** How many slots {@link slots} would give: the upper bound that the cheapest way is chosen by. */
  size(key: string): number {
    return this.#lists.get(key)?.size ?? 0;
  }

  slots(key: string): Uint32Array {
    return this.#lists.get(key)?.slots() ?? none;
  }
}

/** Postings by day, with the days in order, so that a period is a run of neighbours. */
export class DayPostings {
  readonly #days: string[] = [];
  /** Side by side with the days. */
  readonly #lists: SlotList[] = [];

  add(day: string, slot: number): void {
    const at = this.#from(day);
    if (this.#days[at] !== day) {
      this.#days.splice(at, 0, day);
      this.#lists.splice(at, 0, new SlotList());
    }
    this.#lists[at]?.add(slot);
  }

  /** How many slots {@link between} would give. */
  size(van: string | undefined, tot: string | undefined): number {
    let sum = 0;
    for (let at = this.#start(van), end = this.#end(tot); at < end; at++) sum += this.#lists[at]?.size ?? 0;
    return sum;
  }

  /** The lists of the days from `van` to `tot`, both inclusive, either open. */
  between(van: string | undefined, tot: string | undefined): readonly Uint32Array[] {
    return this.#lists.slice(this.#start(van), this.#end(tot)).map((list) => list.slots());
  }

  #start(van: string | undefined): number {
    return van === undefined ? 0 : this.#from(van);
  }

  #end(tot: string | undefined): number {
    if (tot === undefined) return this.#days.length;
    const at = this.#from(tot);
    return this.#days[at] === tot ? at + 1 : at;
  }

  /** Place of the first day that is not before this one. */
  #from(day: string): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle] ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
