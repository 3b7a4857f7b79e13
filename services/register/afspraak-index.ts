import { type MatchSource, SlotMatches } from './afspraak-matches.ts';
import { AfspraakPostings } from './afspraak-postings.ts';
import { rankOf } from './codes.ts';
import { Compactor } from './compact.ts';
import { type Surroundings, type Test, testsBy, testsOf } from './conditions.ts';
import { DateColumns } from './date-columns.ts';
import type { DayPostings, Postings } from './postings.ts';
import { type Searched, type SharedBits, type Way, waysBy } from './query-ways.ts';
import { SlotBits } from './slot-set.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery, Organisatie, Zoekdatum } from './types.ts';

/**
 * All afspraken in memory, found by index. Each has a slot, a number that it keeps. A query starts from the smallest set that
 * holds every match and narrows it with the others, a word of bits at a time or slot by slot, whichever is less: its cost hardly
 * follows the size of the register nor, as long as nobody reads them, the number of matches.
 */

/** Sets of a few hundred bits to a few KB each. */
const mostShared = 20;

export class AfspraakIndex implements Surroundings, Searched, MatchSource {
  readonly #organisatie: (id: string) => Organisatie | undefined;
  readonly #organisaties: () => Iterable<Organisatie>;
  readonly #compactor = new Compactor();
  readonly #slots = new Map<string, number>();
  readonly #afspraken: Afspraak[] = [];
  readonly #ranks: number[] = [];
  readonly postings = new AfspraakPostings();
  /** Slots by code; those given out after it was made are still to be put in. */
  #byCode = new Uint32Array(0);
  readonly #dates = new DateColumns();
  readonly #shared = new Map<string, SharedBits>();
  #spare = new SlotBits(new Uint32Array(0));

  constructor(organisatie: (id: string) => Organisatie | undefined, organisaties: () => Iterable<Organisatie>) {
    this.#organisatie = organisatie;
    this.#organisaties = organisaties;
  }

  get size(): number {
    return this.#afspraken.length;
  }

  get(code: string): Afspraak | undefined {
    const slot = this.#slots.get(code);
    return slot === undefined ? undefined : this.#afspraken[slot];
  }

  all(): Iterable<Afspraak> {
    return this.#afspraken.values();
  }

  organisatie(id: string): Organisatie | undefined {
    return this.#organisatie(id);
  }

  organisaties(): Iterable<Organisatie> {
    return this.#organisaties();
  }

  slotOf(code: string): number | undefined {
    return this.#slots.get(code);
  }

  at(slot: number): Afspraak | undefined {
    return this.#afspraken[slot];
  }

  rankAt(slot: number): number {
    return this.#ranks[slot] ?? Number.MAX_SAFE_INTEGER;
  }

  datesOf(veld: Zoekdatum): Int32Array {
    return this.#dates.of(veld);
  }

  datedBy(veld: Zoekdatum): DayPostings {
    return this.postings.days[veld].any;
  }

  get byPerson(): Postings {
    return this.postings.persoon;
  }

  get byVerband(): Postings {
    return this.postings.verband;
  }

  /** Adds an afspraak or puts its newer content in place. */
  put(afspraak: Afspraak): void {
    const kept = this.#compactor.afspraak(afspraak);
    const known = this.#slots.get(kept._id);
    const slot = known ?? this.#afspraken.length;
    const before = this.#afspraken[slot];
    if (before !== undefined) this.postings.delete(slot, before);
    this.#afspraken[slot] = kept;
    if (known === undefined) {
      this.#slots.set(kept._id, slot);
      this.#ranks[slot] = rankOf(kept._id);
    }
    this.postings.add(slot, kept);
    this.#dates.put(slot, kept);
    this.#shared.clear();
  }

  /** All matches, by code. */
  find(query: AfspraakQuery): readonly Afspraak[] {
    return new SlotMatches(this, this.search(query)).all();
  }

  /** What at least one of the queries finds, of these verbanden alone when they are given. */
  match(queries: readonly AfspraakQuery[]): AfspraakMatches {
    const [first, ...others] = queries;
    const found = first === undefined ? SlotBits.none(this.size) : this.search(first);
    if (others.length === 0) return new SlotMatches(this, found);
    const bits = found.copy();
    for (const query of others) bits.addWords(this.search(query).words);
    return new SlotMatches(this, bits);
  }

  tests(query: AfspraakQuery): readonly Test[] {
    return testsOf(query, this);
  }

  /** To be read, never changed: it may be what other questions share. */
  search(query: AfspraakQuery): SlotBits {
    const waysOf = waysBy(query, this);
    const ways = [...waysOf.values()].flat().sort((one, other) => firstness(one) - firstness(other));
    const untold = [...testsBy(query, this)].flatMap(([key, test]) => (waysOf.has(key) ? [] : [test]));
    const [only] = ways;
    if (only?.whole !== undefined && ways.length === 1 && untold.length === 0) return only.whole;
    const start = ways[0]?.excludes === false ? ways.shift() : undefined;
    const bits = start === undefined ? SlotBits.all(this.size) : SlotBits.none(this.size);
    start?.fill(bits);
    const most = start?.most ?? this.size;
    const spare = this.#spareBits(bits);
    for (const way of ways) {
      if (most * way.hasCost < way.cost) dropEach(bits, (slot) => way.has(slot) === way.excludes);
      else way.narrow(bits, spare);
    }
    if (untold.length > 0)
      dropEach(bits, (slot) => {
        const afspraak = this.#afspraken[slot];
        return afspraak === undefined || !untold.every((test) => test(afspraak));
      });
    return bits;
  }

  /** Sets that many questions share, until an afspraak or an organisatie changes: what is late, who has a waterschap as partij. */
  shared(key: string, fill: (bits: SlotBits) => void): SharedBits {
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const bits = SlotBits.none(this.size);
    fill(bits);
    const made = { bits, size: bits.count() };
    if (this.#shared.size >= mostShared) this.#shared.clear();
    this.#shared.set(key, made);
    return made;
  }

  /** An organisatie changed: what is told by them is no longer good. */
  forgetShared(): void {
    this.#shared.clear();
  }

  /** Bits for the time of one search: made once, since they are large and a question takes many. */
  #spareBits({ words }: SlotBits): SlotBits {
    if (this.#spare.words.length !== words.length) this.#spare = new SlotBits(new Uint32Array(words.length));
    return this.#spare;
  }

  stemTest(stems: ReadonlySet<string>): Test {
    const sets = [...stems].map((stem) => this.postings.stem.of(stem));
    return (afspraak) => {
      const slot = this.#slots.get(afspraak._id);
      return slot !== undefined && sets.every((set) => set.has(slot));
    };
  }

  byCode(): Uint32Array {
    const known = this.#byCode;
    if (known.length === this.size) return known;
    const fresh = Array.from({ length: this.size - known.length }, (_, at) => known.length + at);
    fresh.sort((one, other) => this.rankAt(one) - this.rankAt(other));
    const merged = new Uint32Array(this.size);
    let [from, put] = [0, 0];
    for (const slot of fresh) {
      const rank = this.rankAt(slot);
      while (from < known.length && this.rankAt(known[from] ?? 0) <= rank) merged[put++] = known[from++] ?? 0;
      merged[put++] = slot;
    }
    while (from < known.length) merged[put++] = known[from++] ?? 0;
    this.#byCode = merged;
    return merged;
  }
}

/** The smallest set that holds all matches comes first; what excludes only ever narrows. */
const firstness = (way: Way): number => (way.excludes ? Number.MAX_SAFE_INTEGER : way.most);

function dropEach(bits: SlotBits, isOut: (slot: number) => boolean): void {
  bits.each((slot) => {
    if (isOut(slot)) bits.delete(slot);
  });
}
