import type { CivilDate } from '../kalender/civil-date.ts';
import { type AfspraakPostings, emptyable } from './afspraak-postings.ts';
import { ownerKey, todayOf } from './conditions.ts';
import { dateNumber } from './date-columns.ts';
import type { FoundSlots } from './found-slots.ts';
import { dueFields, isLopend, isOpen, isTeLaat } from './meanings.ts';
import type { SlotBits } from './slot-bits.ts';
import type { SlotSet } from './slot-set.ts';
import { type Afspraak, type AfspraakQuery, ended, type Organisatie, statussen, type Zoekdatum } from './types.ts';
import { stemsOf } from './words.ts';

/** From the conditions of a query to sets of the index. What each condition means stands in conditions.ts, test by test. */

/** What it costs to come to a slot, and to look whether it is in one set, in steps through a set. */
const stepsPerSlot = 4;
const stepsPerHas = 3;
const lastDay = 99_999_999;

/** One set that the matches are all in, or, when it excludes, all out of. */
export interface Way {
  readonly excludes: boolean;
  /** At least as many as there are in it. */
  readonly most: number;
  /** Roughly what it costs to fill in, in steps. */
  readonly cost: number;
  /** Puts what is in it among these. */
  fill(bits: SlotBits): void;
  /** Takes out of these what it rules out. `spare`: bits to work with, of the same size. */
  narrow(bits: SlotBits, spare: SlotBits): void;
  /** Whether this slot is in it; `hasCost`: what that costs, in steps. */
  has(slot: number): boolean;
  readonly hasCost: number;
  /** What it is, where that is known: to be read, never changed. */
  readonly whole?: FoundSlots;
}

export interface Searched {
  readonly postings: AfspraakPostings;
  slotOf(code: string): number | undefined;
  organisaties(): Iterable<Organisatie>;
  organisatie(id: string): Organisatie | undefined;
  /** What `fill` gives, kept up under this key by a `test` of what changes. */
  shared(key: string, fill: (bits: SlotBits) => void, test: (afspraak: Afspraak) => boolean): FoundSlots;
  /** See date-columns.ts. */
  datesOf(veld: Zoekdatum): Int32Array;
}

function union(sets: readonly SlotSet[]): Way {
  let [most, cost] = [0, 0];
  for (const set of sets) {
    most += set.size;
    cost += set.cost;
  }
  return {
    excludes: false,
    most,
    cost,
    fill: (bits) => {
      for (const set of sets) set.addTo(bits);
    },
    narrow(bits, spare) {
      if (sets.length !== 1 || sets[0]?.keepIn(bits) !== true) keepFilled(this, bits, spare);
    },
    has: (slot) => sets.some((set) => set.has(slot)),
    hasCost: stepsPerSlot + sets.length * stepsPerHas,
  };
}

/** Days of one or more dates: in many sets, but told of one slot by its dates. `from` and `to` as numbers, inclusive. */
function dated(
  sets: readonly SlotSet[],
  columns: readonly Int32Array[],
  { from = 1, to = lastDay }: { from?: number; to?: number },
): Way {
  return {
    ...union(sets),
    has: (slot) => {
      for (const column of columns) {
        const day = column[slot] ?? 0;
        if (day >= from && day <= to) return true;
      }
      return false;
    },
    hasCost: stepsPerSlot + columns.length * stepsPerHas,
  };
}

/** A set that was joined already. */
function joined(found: FoundSlots): Way {
  return {
    excludes: false,
    whole: found,
    most: found.size,
    cost: found.bits?.words.length ?? found.size,
    fill: (bits) => found.addTo(bits),
    narrow(bits, spare) {
      if (found.bits === undefined) keepFilled(this, bits, spare);
      else bits.keepWords(found.bits.words);
    },
    has: (slot) => found.has(slot),
    hasCost: stepsPerSlot + stepsPerHas,
  };
}

function keepFilled(way: Way, bits: SlotBits, spare: SlotBits): void {
  spare.clear();
  way.fill(spare);
  bits.keepWords(spare.words);
}

const openStatuses = statussen.filter((status) => isOpen({ status }));

function statusWays(query: AfspraakQuery, searched: Searched): readonly Way[] {
  const { postings } = searched;
  const { status } = query;
  const of = (statuses: readonly string[]): Way => union(statuses.map((each) => postings.status.of(each)));
  if (status === undefined) return [];
  if (status === 'open') return [joined(searched.shared('open', (bits) => of(openStatuses).fill(bits), isOpen))];
  if (typeof status !== 'string') return [of(status)];
  const today = todayOf(query);
  const isIn = status === 'te_laat' ? isTeLaat : isLopend;
  const fill = status === 'te_laat' ? fillLate : fillLopend;
  const test = (afspraak: Afspraak): boolean => isIn(afspraak, today);
  return [joined(searched.shared(`${status} ${today}`, (bits) => fill(bits, today, postings), test))];
}

function fillLate(bits: SlotBits, today: CivilDate, postings: AfspraakPostings): void {
  for (const field of dueFields) for (const set of postings.days[field].open.before(today)) set.addTo(bits);
}

function fillLopend(bits: SlotBits, today: CivilDate, postings: AfspraakPostings): void {
  for (const status of ['lopend', 'onder-herijking']) postings.status.of(status).addTo(bits);
  for (const set of postings.days.ingangsdatum.any.after(today)) set.removeFrom(bits);
  for (const set of postings.days.einddatum.any.before(today)) set.removeFrom(bits);
}

function periodeWay({ status, periode }: AfspraakQuery, searched: Searched): readonly Way[] {
  if (periode === undefined) return [];
  const openOnly = typeof status === 'string' || status?.every((each) => !ended.includes(each)) === true;
  const which = openOnly ? 'open' : 'any';
  const fields = [...new Set(periode.velden)];
  const sets = fields.flatMap((veld) => searched.postings.days[veld][which].between(periode.van, periode.tot));
  const columns = fields.map((veld) => searched.datesOf(veld));
  const to = dateNumber(periode.tot);
  return [dated(sets, columns, { from: Math.max(1, dateNumber(periode.van)), ...(to > 0 && { to }) })];
}

function codesWay(codes: readonly string[], searched: Searched): Way {
  const slots = new Set(codes.map((code) => searched.slotOf(code)).filter((slot) => slot !== undefined));
  return {
    excludes: false,
    most: slots.size,
    cost: slots.size,
    fill: (bits) => {
      for (const slot of slots) bits.add(slot);
    },
    narrow(bits, spare) {
      keepFilled(this, bits, spare);
    },
    has: (slot) => slots.has(slot),
    hasCost: stepsPerSlot + stepsPerHas,
  };
}

/** Out of sight: vertrouwelijk, and of another verband. */
function hiddenWay(verbanden: readonly string[], { postings }: Searched): Way {
  const hidden = postings.vertrouwelijkheid.of('vertrouwelijk');
  const visible = verbanden.map((id) => postings.verband.of(id));
  return {
    excludes: true,
    most: hidden.size,
    cost: visible.reduce((sum, set) => sum + set.cost, hidden.cost),
    fill: (bits) => {
      hidden.addTo(bits);
      for (const set of visible) set.removeFrom(bits);
    },
    narrow(bits, spare) {
      spare.clear();
      this.fill(spare);
      bits.removeWords(spare.words);
    },
    has: (slot) => hidden.has(slot) && !visible.some((set) => set.has(slot)),
    hasCost: stepsPerSlot + (1 + visible.length) * stepsPerHas,
  };
}

function partijsoortWay(soort: string, searched: Searched): Way {
  const fill = (bits: SlotBits): void => {
    for (const organisatie of searched.organisaties())
      if (organisatie.soort === soort) searched.postings.partij.of(organisatie._id).addTo(bits);
  };
  const test = ({ partijen }: Afspraak): boolean => partijen.some((id) => searched.organisatie(id)?.soort === soort);
  return joined(searched.shared(`partijsoort ${soort}`, fill, test));
}

/** Of each condition that the index can answer, the sets that do so exactly. A condition that is not named must be tested. */
export function waysBy(query: AfspraakQuery, searched: Searched): ReadonlyMap<keyof AfspraakQuery, readonly Way[]> {
  const { postings } = searched;
  const { codes, partijen, verbanden, soorten, eigenaar, rapportageAan, ontbreekt, zoekterm, visibleIn } = query;
  const ways = new Map<keyof AfspraakQuery, readonly Way[]>();
  if (codes) ways.set('codes', [codesWay(codes, searched)]);
  if (partijen)
    ways.set(
      'partijen',
      partijen.map((id) => union([postings.partij.of(id)])),
    );
  if (query.partijsoort) ways.set('partijsoort', [partijsoortWay(query.partijsoort, searched)]);
  if (verbanden) ways.set('verbanden', [union(verbanden.map((id) => postings.verband.of(id)))]);
  if (soorten) ways.set('soorten', [union(soorten.map((soort) => postings.soort.of(soort)))]);
  if (eigenaar !== undefined) ways.set('eigenaar', [union([postings.eigenaar.of(ownerKey(eigenaar))])]);
  if (rapportageAan) ways.set('rapportageAan', [union([postings.aan.of(rapportageAan)])]);
  if (ontbreekt && emptyable.includes(ontbreekt)) ways.set('ontbreekt', [union([postings.leeg.of(ontbreekt)])]);
  if (query.gewijzigd) ways.set('gewijzigd', [union([postings.versie.of('gewijzigd')])]);
  if (zoekterm !== undefined)
    ways.set(
      'zoekterm',
      [...stemsOf(zoekterm)].map((stem) => union([postings.stem.of(stem)])),
    );
  if (query.status !== undefined) ways.set('status', statusWays(query, searched));
  if (query.periode !== undefined) ways.set('periode', periodeWay(query, searched));
  if (visibleIn) ways.set('visibleIn', [hiddenWay(visibleIn.verbanden, searched)]);
  return ways;
}
