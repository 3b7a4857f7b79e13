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

  /** How many keys occur. */
  get size(): number {
    return this.#sets.size;
  }

  /** Every key that occurs, with its slots. */
  entries(): Iterable<readonly [string, SlotSet]> {
    return this.#sets;
  }
}

/** Postings by text that sorts, in that order. */
class OrderedPostings {
  readonly #keys: string[] = [];
  /** Side by side with the keys. */
  readonly #sets: SlotSet[] = [];
  readonly #byKey = new Map<string, SlotSet>();

  add(key: string, slot: number): void {
    const known = this.#byKey.get(key);
    const set = known ?? new SlotSet();
    if (known === undefined) {
      const at = this.placeOf(key);
      this.#keys.splice(at, 0, key);
      this.#sets.splice(at, 0, set);
      this.#byKey.set(key, set);
    }
    set.add(slot);
  }

  /** The key stays, with nothing under it: days come back. */
  delete(key: string, slot: number): void {
    this.#byKey.get(key)?.delete(slot);
  }

  /** The sets of the keys from `from` on that come before `to`. */
  between(from: string, to: string): readonly SlotSet[] {
    return this.#sets.slice(this.placeOf(from), this.placeOf(to));
  }

  keyAt(place: number): string | undefined {
    return this.#keys[place];
  }

  setAt(place: number): SlotSet {
    return this.#sets[place] ?? none;
  }

  /** Place of the first key that is not before this one. */
  placeOf(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const yearOf = (day: string): string => day.slice(0, 4);
const monthOf = (day: string): string => day.slice(0, 7);
/** Comes after every day, month and year; and, behind a text, after everything that starts with it. */
const last = '~';
/** Comes before every day. */
const first = '0000-00-00';
/** Behind a day: comes after it and before every other. */
const past = ' ';

const isFirstOfMonth = (day: string): boolean => day.endsWith('-01');
const isLastOfMonth = (day: string): boolean =>
  Number(day.slice(8)) === new Date(Date.UTC(Number(yearOf(day)), Number(day.slice(5, 7)), 0)).getUTCDate();

/** Where a run of days begins or ends. `isWhole`: its month belongs to the run from its first day, or up to its last. */
interface End {
  readonly text: string;
  readonly isWhole: boolean;
}

/** Postings by day; by month and year as well, so that a period of years is a run of few sets. */
export class DayPostings {
  readonly #days = new OrderedPostings();
  readonly #months = new OrderedPostings();
  readonly #years = new OrderedPostings();

  add(day: string, slot: number): void {
    this.#days.add(day, slot);
    this.#months.add(monthOf(day), slot);
    this.#years.add(yearOf(day), slot);
  }

  delete(day: string, slot: number): void {
    this.#days.delete(day, slot);
    this.#months.delete(monthOf(day), slot);
    this.#years.delete(yearOf(day), slot);
  }

  /** Sets that together hold the days from `van` to `tot`, both inclusive, either open. */
  between(van: string | undefined, tot: string | undefined): readonly SlotSet[] {
    return this.#run(
      { text: van ?? first, isWhole: van !== undefined && isFirstOfMonth(van) },
      tot === undefined ? { text: last, isWhole: false } : { text: tot + past, isWhole: isLastOfMonth(tot) },
    );
  }

  before(day: string): readonly SlotSet[] {
    return this.#run({ text: first, isWhole: false }, { text: day, isWhole: false });
  }

  after(day: string): readonly SlotSet[] {
    return this.#run({ text: day + past, isWhole: false }, { text: last, isWhole: false });
  }

  /** The day at this place and its slots; `undefined` beyond the last. */
  at(place: number): { readonly day: string; readonly slots: SlotSet } | undefined {
    const day = this.#days.keyAt(place);
    return day === undefined ? undefined : { day, slots: this.#days.setAt(place) };
  }

  /** Place of the first day that is not before this one. */
  placeOf(day: string): number {
    return this.#days.placeOf(day);
  }

  /** From `from` on, before `to`: days to the end of the month, months to the end of the year, years, and down again. */
  #run(from: End, to: End): readonly SlotSet[] {
    const [fromMonth, toMonth] = [monthOf(from.text), monthOf(to.text)];
    const isOneWhole = fromMonth === toMonth && from.isWhole && to.isWhole;
    if (fromMonth >= toMonth && !isOneWhole) return this.#days.between(from.text, to.text);
    return [
      ...(from.isWhole ? [] : this.#days.between(from.text, fromMonth + last)),
      ...this.#monthsBetween(from.isWhole ? fromMonth : fromMonth + past, to.isWhole ? toMonth + past : toMonth),
      ...(to.isWhole ? [] : this.#days.between(toMonth, to.text)),
    ];
  }

  /** From `from` on, before `to`. */
  #monthsBetween(from: string, to: string): readonly SlotSet[] {
    const [fromYear, toYear] = [yearOf(from), yearOf(to)];
    const [startsYear, endsYear] = [from === `${fromYear}-01`, to === `${toYear}-12${past}`];
    const isOneWhole = fromYear === toYear && startsYear && endsYear;
    if (fromYear >= toYear && !isOneWhole) return this.#months.between(from, to);
    return [
      ...(startsYear ? [] : this.#months.between(from, fromYear + last)),
      ...this.#years.between(startsYear ? fromYear : fromYear + past, endsYear ? toYear + past : toYear),
      ...(endsYear ? [] : this.#months.between(toYear, to)),
    ];
  }
}
