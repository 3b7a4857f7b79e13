import { type AfspraakPostings, emptyable } from './afspraak-postings.ts';
import { ownerKey, todayOf } from './conditions.ts';
import { dueFields, isOpen } from './meanings.ts';
import type { SlotBits, SlotSet } from './slot-set.ts';
import { type AfspraakQuery, ended, type Organisatie, statussen } from './types.ts';
import { stemsOf } from './words.ts';

/** From the conditions of a query to sets of the index. What each condition means stands in conditions.ts, test by test. */

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
}

export interface Searched {
  readonly postings: AfspraakPostings;
  slotOf(code: string): number | undefined;
  organisaties(): Iterable<Organisatie>;
  /** What `fill` gives, remembered by this key until it can be different. */
  shared(key: string, fill: (bits: SlotBits) => void): SlotBits;
}

function union(sets: readonly SlotSet[], excludes = false): Way {
  let [most, cost] = [0, 0];
  for (const set of sets) {
    most += set.size;
    cost += set.cost;
  }
  return {
    excludes,
    most,
    cost,
    fill: (bits) => {
      for (const set of sets) set.addTo(bits);
    },
    narrow(bits, spare) {
      if (excludes) for (const set of sets) set.removeFrom(bits);
      else if (sets.length !== 1 || sets[0]?.keepIn(bits) !== true) keepFilled(this, bits, spare);
    },
  };
}

/** A set that was joined already. */
function joined(bits: SlotBits): Way {
  return {
    excludes: false,
    most: bits.count(),
    cost: bits.words.length,
    fill: (into) => into.addWords(bits.words),
    narrow: (left) => left.keepWords(bits.words),
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
  if (status === 'open') return [of(openStatuses)];
  if (typeof status !== 'string') return [of(status)];
  const today = todayOf(query);
  if (status === 'te_laat') {
    const late = () => union(dueFields.flatMap((field) => postings.days[field].open.before(today)));
    return [joined(searched.shared(`te_laat ${today}`, (bits) => late().fill(bits)))];
  }
  return [
    of(['lopend', 'onder-herijking']),
    union(postings.days.ingangsdatum.any.after(today), true),
    union(postings.days.einddatum.any.before(today), true),
  ];
}

function periodeWay({ status, periode }: AfspraakQuery, { postings }: Searched): readonly Way[] {
  if (periode === undefined) return [];
  const openOnly = typeof status === 'string' || status?.every((each) => !ended.includes(each)) === true;
  const which = openOnly ? 'open' : 'any';
  const fields = [...new Set(periode.velden)];
  return [union(fields.flatMap((veld) => postings.days[veld][which].between(periode.van, periode.tot)))];
}

function codesWay(codes: readonly string[], searched: Searched): Way {
  const slots = codes.map((code) => searched.slotOf(code)).filter((slot) => slot !== undefined);
  return {
    excludes: false,
    most: slots.length,
    cost: slots.length,
    fill: (bits) => {
      for (const slot of slots) bits.add(slot);
    },
    narrow(bits, spare) {
      keepFilled(this, bits, spare);
    },
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
  };
}

function partijsoortWay(soort: string, searched: Searched): Way {
  const fill = (bits: SlotBits): void => {
    for (const organisatie of searched.organisaties())
      if (organisatie.soort === soort) searched.postings.partij.of(organisatie._id).addTo(bits);
  };
  return joined(searched.shared(`partijsoort ${soort}`, fill));
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
