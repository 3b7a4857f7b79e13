import { type MatchSource, SlotMatches } from './afspraak-matches.ts';
import { AfspraakPostings } from './afspraak-postings.ts';
import { rankOf } from './codes.ts';
import { Compactor } from './compact.ts';
import { type Surroundings, type Test, testsBy, testsOf } from './conditions.ts';
import { DateColumns } from './date-columns.ts';
import type { DayPostings, Postings } from './postings.ts';
import { type Searched, type Way, waysBy } from './query-ways.ts';
import { SlotBits } from './slot-set.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery, DatumVeld, Organisatie } from './types.ts';

/**
 * All afspraken in memory, found by index. Each has a slot, a number that it keeps. A query starts from the smallest set that
 * holds every match, and narrows it with other sets as long as that is cheaper than a look at what is left: its cost follows
 * neither the size of the register nor, when they are only counted, the number of matches.
 */

/** A look at one afspraak costs about as much as so many steps through a set. */
const stepsPerTest = 150;
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
  readonly #shared = new Map<string, SlotBits>();
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

  dateAt(veld: DatumVeld, slot: number): number {
    return this.#dates.at(veld, slot);
  }

  datedBy(veld: DatumVeld): DayPostings {
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
    const bits = first === undefined ? SlotBits.none(this.size) : this.search(first);
    for (const query of others) bits.addWords(this.search(query).words);
    return new SlotMatches(this, bits);
  }

  tests(query: AfspraakQuery): readonly Test[] {
    return testsOf(query, this);
  }

  search(query: AfspraakQuery): SlotBits {
    const ways = waysBy(query, this);
    const tests = testsBy(query, this);
    const all = [...ways].flatMap(([key, list]) => list.map((way) => ({ key, way })));
    all.sort((one, other) => firstness(one.way) - firstness(other.way));
    const start = all[0]?.way.excludes === false ? all.shift() : undefined;
    const bits = start === undefined ? SlotBits.all(this.size) : SlotBits.none(this.size);
    start?.way.fill(bits);
    const most = start?.way.most ?? this.size;
    const left = new Set([...tests.keys()].filter((key) => !ways.has(key)));
    const spare = this.#spareBits(bits);
    for (const { key, way } of all) {
      if (way.cost + bits.words.length > most * stepsPerTest) left.add(key);
      else way.narrow(bits, spare);
    }
    const wanted = [...left].flatMap((key) => tests.get(key) ?? []);
    if (wanted.length > 0)
      bits.each((slot) => {
        const afspraak = this.#afspraken[slot];
        if (afspraak === undefined || !wanted.every((test) => test(afspraak))) bits.delete(slot);
      });
    return bits;
  }

  /** Sets that many questions share, until an afspraak or an organisatie changes: what is late, who has a waterschap as partij. */
  shared(key: string, fill: (bits: SlotBits) => void): SlotBits {
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const bits = SlotBits.none(this.size);
    fill(bits);
    if (this.#shared.size >= mostShared) this.#shared.clear();
    this.#shared.set(key, bits);
    return bits;
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
