import type { CodeOrder } from './code-order.ts';
import { dateNumber } from './date-columns.ts';
import { FoundSlots } from './found-slots.ts';
import type { DayPostings } from './postings.ts';
import { hasBit, SlotBits } from './slot-bits.ts';
import { smallest } from './smallest.ts';
import type { DateOrder, Zoekdatum } from './types.ts';

/** The first of many slots, by code or by day, without putting the others in order. Used by afspraak-matches.ts alone. */

export interface OrderSource {
  /** How many slots there are. */
  readonly size: number;
  readonly byCode: CodeOrder;
  datedBy(veld: Zoekdatum): DayPostings;
  /** See date-columns.ts. */
  datesOf(veld: Zoekdatum): Int32Array;
}

/** Up to so many are simply looked at one by one; beyond it also when they are less than this part of everything. */
const few = 256;
const fewShare = 64;
/** What it costs to pick the first of many, for each of them, in steps through a list. */
const stepsPerPick = 8;
/** As {@link dateNumber}; comes after every day. */
const noDay = 100_000_000;

/** Whether so many are better looked at one by one than found along the index. */
export const areFewOf = (size: number, slots: number): boolean => size <= Math.max(few, slots / fewShare);

export function firstByCode(found: FoundSlots, count: number, { byCode, size }: OrderSource): readonly number[] {
  const order = byCode.slots();
  const wanted = Math.min(found.size, count);
  const { bits } = found;
  // Along the order of all, one in so many is found.
  if (bits === undefined || found.size * found.size * stepsPerPick < wanted * size) {
    const places = byCode.places();
    const keys = Float64Array.from(found.slots());
    for (let at = 0; at < keys.length; at++) keys[at] = places[keys[at] ?? 0] ?? 0;
    return Array.from(smallest(keys, wanted), (place) => order[place] ?? 0);
  }
  const { words } = bits;
  const slots: number[] = [];
  for (let at = 0; at < order.length && slots.length < wanted; at++) {
    const slot = order[at] ?? 0;
    if (hasBit(words, slot)) slots.push(slot);
  }
  return slots;
}

export function firstByDay(found: FoundSlots, count: number, order: DateOrder, source: OrderSource): readonly number[] {
  if (areFewOf(found.size, source.size)) {
    const [places, slots] = [source.byCode.places(), source.byCode.slots()];
    const own = found.slots();
    const keys = firstDays(own, order, source);
    for (let at = 0; at < keys.length; at++) keys[at] = (keys[at] ?? 0) * places.length + (places[own[at] ?? 0] ?? 0);
    return Array.from(smallest(keys, Math.min(found.size, count)), (key) => slots[key % places.length] ?? 0);
  }
  const first: number[] = [];
  for (const group of days(found, order, source)) {
    first.push(...group);
    if (first.length >= count) return first.slice(0, count);
  }
  const undated = found.without(FoundSlots.ofList(Uint32Array.from(first).sort()));
  return [...first, ...firstByCode(undated, count - first.length, source)];
}

/** Those that share the first day; none when none has one. */
export function onFirstDay(found: FoundSlots, order: DateOrder, source: OrderSource): FoundSlots {
  if (!areFewOf(found.size, source.size)) {
    const [group = []] = days(found, order, source);
    return FoundSlots.ofList(Uint32Array.from(group).sort());
  }
  const slots = found.slots();
  const own = firstDays(slots, order, source);
  const first = own.reduce((least, day) => Math.min(least, day), noDay);
  return FoundSlots.ofList(first === noDay ? new Uint32Array(0) : slots.filter((_, at) => own[at] === first));
}

/** Of each slot the first of its days in this order, or {@link noDay}. */
function firstDays(slots: Uint32Array, { velden, van }: DateOrder, source: OrderSource): Float64Array {
  const from = Math.max(1, dateNumber(van));
  const first = new Float64Array(slots.length).fill(noDay);
  for (const veld of velden) {
    const column = source.datesOf(veld);
    for (let at = 0; at < slots.length; at++) {
      const day = column[slots[at] ?? 0] ?? 0;
      if (day >= from && day < (first[at] ?? 0)) first[at] = day;
    }
  }
  return first;
}

/** The slots of each day, by code, going from day to day through the index: who stops early looks at few. */
function* days(found: FoundSlots, { velden, van = '' }: DateOrder, source: OrderSource): Generator<readonly number[]> {
  const places = source.byCode.places();
  const seen = SlotBits.none(source.size);
  const runs = velden.map((veld) => {
    const dated = source.datedBy(veld);
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
      here.slots.each((slot) => {
        if (!found.has(slot) || seen.has(slot)) return;
        seen.add(slot);
        group.push(slot);
      });
    }
    if (group.length > 0) yield group.sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0));
  }
}
