import { SlotSet } from './slot-set.ts';

/** The building blocks of the register's indexes: for each key or day, the slots (numbers of afspraken) that have it now. */

const none = new SlotSet();

export class Postings {
  readonly #sets = new Map<string, SlotSet>();

  add(key: string, slot: number): void {
    const known = this.#sets.get(key);
    const set = known ?? new SlotSet();
    if (known === undefined) this.#sets.set(key, set);
    set.add(slot);
  }

  delete(key: string, slot: number): void {
    const set = this.#sets.get(key);
    set?.delete(slot);
    if (set?.size === 0) this.#sets.delete(key);
  }

  of(key: string): SlotSet {
    return this.#sets.get(key) ?? none;
  }

  /** Every key that occurs, with its slots. */
  entries(): Iterable<readonly [string, SlotSet]> {
    return this.#sets;
  }
}

/** Postings by day, with the days in order, so that a period is a run of neighbours. */
export class DayPostings {
  readonly #days: string[] = [];
  /** Side by side with the days. */
  readonly #sets: SlotSet[] = [];

  add(day: string, slot: number): void {
    const at = this.placeOf(day);
    if (this.#days[at] !== day) {
      this.#days.splice(at, 0, day);
      this.#sets.splice(at, 0, new SlotSet());
    }
    this.#sets[at]?.add(slot);
  }

  delete(day: string, slot: number): void {
    const at = this.placeOf(day);
    if (this.#days[at] === day) this.#sets[at]?.delete(slot);
  }

  /** The sets of the days from `van` to `tot`, both inclusive, either open. */
  between(van: string | undefined, tot: string | undefined): readonly SlotSet[] {
    return this.#sets.slice(van === undefined ? 0 : this.placeOf(van), this.#end(tot));
  }

  /** The sets of the days before this one. */
  before(day: string): readonly SlotSet[] {
    return this.#sets.slice(0, this.placeOf(day));
  }

  after(day: string): readonly SlotSet[] {
    return this.#sets.slice(this.#end(day));
  }

  /** The day at this place and its slots; `undefined` beyond the last. */
  at(place: number): { readonly day: string; readonly slots: SlotSet } | undefined {
    const [day, slots] = [this.#days[place], this.#sets[place]];
    return day === undefined || slots === undefined ? undefined : { day, slots };
  }

  /** Place of the first day that is not before this one. */
  placeOf(day: string): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle] ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #end(tot: string | undefined): number {
    if (tot === undefined) return this.#days.length;
    const at = this.placeOf(tot);
    return this.#days[at] === tot ? at + 1 : at;
  }
}
