import { personKey } from './afspraak-postings.ts';
import type { Test } from './conditions.ts';
import { dateNumber } from './date-columns.ts';
import type { DayPostings, Postings } from './postings.ts';
import { SlotBits } from './slot-set.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery, DateOrder, Eigenaar, Zoekdatum } from './types.ts';

/** What the matches are read from: the index as it is now. */
export interface MatchSource {
  /** How many slots there are. */
  readonly size: number;
  at(slot: number): Afspraak | undefined;
  rankAt(slot: number): number;
  /** Every slot, by code. */
  byCode(): Uint32Array;
  datedBy(veld: Zoekdatum): DayPostings;
  /** See date-columns.ts. */
  datesOf(veld: Zoekdatum): Int32Array;
  readonly byPerson: Postings;
  readonly byVerband: Postings;
  search(query: AfspraakQuery): SlotBits;
  tests(query: AfspraakQuery): readonly Test[];
}

/** Up to so many are simply looked at one by one; beyond it also when they are less than this part of everything. */
const few = 256;
const fewShare = 128;
/** The same where each must be read and tested. */
const fewTests = 32;
const fewTestsShare = 2_000;
/** What it costs to put one of many in order, in steps through a list. */
const stepsPerSort = 80;

/** Made by `AfspraakIndex.match`: the slots that were found, and the index to read them from. */
export class SlotMatches implements AfspraakMatches {
  readonly #source: MatchSource;
  readonly #bits: SlotBits;
  readonly size: number;

  constructor(source: MatchSource, bits: SlotBits) {
    this.#source = source;
    this.#bits = bits;
    this.size = bits.count();
  }

  first(count: number, order?: DateOrder): readonly Afspraak[] {
    const slots =
      order === undefined ? this.#firstByCode(this.#bits, this.size, count) : this.#firstByDay(order, count);
    return slots.flatMap((slot) => this.#source.at(slot) ?? []);
  }

  all(order?: DateOrder): readonly Afspraak[] {
    return this.first(this.size, order);
  }

  and(query: AfspraakQuery): AfspraakMatches {
    const bits = this.#bits.copy();
    if (this.#areFewTests) this.#drop(bits, query, false);
    else bits.keepWords(this.#source.search(query).words);
    return new SlotMatches(this.#source, bits);
  }

  without(query: AfspraakQuery): AfspraakMatches {
    const bits = this.#bits.copy();
    if (this.#areFewTests) this.#drop(bits, query, true);
    else bits.removeWords(this.#source.search(query).words);
    return new SlotMatches(this.#source, bits);
  }

  within(others: AfspraakMatches): AfspraakMatches {
    const bits = this.#bits.copy();
    if (others instanceof SlotMatches) bits.keepWords(others.#bits.words);
    else {
      const codes = new Set(others.all().map(({ _id }) => _id));
      this.#each((slot, { _id }) => {
        if (!codes.has(_id)) bits.delete(slot);
      });
    }
    return new SlotMatches(this.#source, bits);
  }

  onFirstDay(order: DateOrder): AfspraakMatches {
    const bits = SlotBits.none(this.#source.size);
    for (const group of this.#isFew ? this.#sortedDays(order) : this.#walkedDays(order)) {
      for (const slot of group) bits.add(slot);
      break;
    }
    return new SlotMatches(this.#source, bits);
  }

  owners(): readonly { readonly eigenaar: Eigenaar; readonly count: number }[] {
    const found = this.#isFew ? this.#ownersOneByOne() : this.#ownersByIndex();
    return found.sort((one, other) => other.count - one.count || one.first - other.first);
  }

  verbanden(): ReadonlySet<string> {
    const ids = new Set<string>();
    if (this.#isFew) this.#each((_, { verband }) => ids.add(verband));
    else for (const [id, slots] of this.#source.byVerband.entries()) if (slots.meets(this.#bits)) ids.add(id);
    return ids;
  }

  get #isFew(): boolean {
    return this.size <= Math.max(few, this.#source.size / fewShare);
  }

  get #areFewTests(): boolean {
    return this.size <= Math.max(fewTests, this.#source.size / fewTestsShare);
  }

  #each(take: (slot: number, afspraak: Afspraak) => void): void {
    this.#bits.each((slot) => {
      const afspraak = this.#source.at(slot);
      if (afspraak !== undefined) take(slot, afspraak);
    });
  }

  /** Takes out what the query finds, or what it does not find. */
  #drop(bits: SlotBits, query: AfspraakQuery, found: boolean): void {
    const tests = this.#source.tests(query);
    this.#each((slot, afspraak) => {
      if (tests.every((test) => test(afspraak)) === found) bits.delete(slot);
    });
  }

  #byRank(slots: number[]): number[] {
    return slots.sort((one, other) => this.#source.rankAt(one) - this.#source.rankAt(other));
  }

  #firstByCode(bits: SlotBits, size: number, count: number): number[] {
    const slots: number[] = [];
    if (size === 0 || size * size * stepsPerSort < count * this.#source.size) {
      bits.each((slot) => slots.push(slot));
      return this.#byRank(slots).slice(0, count);
    }
    const wanted = Math.min(size, count);
    const order = this.#source.byCode();
    for (let at = 0; at < order.length && slots.length < wanted; at++) {
      const slot = order[at] ?? 0;
      if (bits.has(slot)) slots.push(slot);
    }
    return slots;
  }

  #firstByDay(order: DateOrder, count: number): number[] {
    const slots: number[] = [];
    for (const group of this.#isFew ? this.#sortedDays(order) : this.#walkedDays(order)) {
      slots.push(...group);
      if (slots.length >= count) return slots.slice(0, count);
    }
    const rest = this.#bits.copy();
    for (const slot of slots) rest.delete(slot);
    return [...slots, ...this.#firstByCode(rest, this.size - slots.length, count - slots.length)];
  }

  /** The slots of each day, by code, days in order: looking at the dates of each. */
  *#sortedDays({ velden, van }: DateOrder): Generator<readonly number[]> {
    const groups = new Map<number, number[]>();
    const from = Math.max(1, dateNumber(van));
    const columns = velden.map((veld) => this.#source.datesOf(veld));
    this.#bits.each((slot) => {
      let first = Number.POSITIVE_INFINITY;
      for (const column of columns) {
        const day = column[slot] ?? 0;
        if (day >= from && day < first) first = day;
      }
      const group = groups.get(first);
      if (group === undefined) groups.set(first, [slot]);
      else group.push(slot);
    });
    groups.delete(Number.POSITIVE_INFINITY);
    for (const day of [...groups.keys()].sort((one, other) => one - other)) yield this.#byRank(groups.get(day) ?? []);
  }

  /** The same, going from day to day through the index: who stops early looks at few. */
  *#walkedDays({ velden, van = '' }: DateOrder): Generator<readonly number[]> {
    const seen = SlotBits.none(this.#source.size);
    const runs = velden.map((veld) => {
      const dated = this.#source.datedBy(veld);
      return { dated, place: dated.placeOf(van) };
    });
    for (;;) {
      const next = runs.map(({ dated, place }) => dated.at(place));
      const day = next.reduce<string | undefined>(
        (least, one) => (one !== undefined && (least === undefined || one.day < least) ? one.day : least),
        undefined,
      );
      if (day === undefined) return;
      const group: number[] = [];
      for (const [at, run] of runs.entries()) {
        const here = next[at];
        if (here?.day !== day) continue;
        run.place += 1;
        here.slots.eachIn(this.#bits, (slot) => {
          if (seen.has(slot)) return;
          seen.add(slot);
          group.push(slot);
        });
      }
      if (group.length > 0) yield this.#byRank(group);
    }
  }

  #ownersOneByOne(): OwnerCount[] {
    const byKey = new Map<string, OwnerCount>();
    this.#each((slot, { eigenaar }) => {
      if (eigenaar === undefined) return;
      const known = byKey.get(personKey(eigenaar));
      byKey.set(personKey(eigenaar), { eigenaar, count: (known?.count ?? 0) + 1, first: known?.first ?? slot });
    });
    return [...byKey.values()];
  }

  #ownersByIndex(): OwnerCount[] {
    const found: OwnerCount[] = [];
    for (const [, slots] of this.#source.byPerson.entries()) {
      const [first, last] = slots.endsIn(this.#bits) ?? [];
      const eigenaar = last === undefined ? undefined : this.#source.at(last)?.eigenaar;
      if (first === undefined || eigenaar === undefined) continue;
      found.push({ eigenaar, count: slots.countIn(this.#bits), first });
    }
    return found;
  }
}

/** An owner as written in the afspraak that was recorded last; `first`: the slot of the one recorded first. */
interface OwnerCount {
  readonly eigenaar: Eigenaar;
  readonly count: number;
  readonly first: number;
}
