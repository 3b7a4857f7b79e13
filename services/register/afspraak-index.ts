import { type MatchSource, SlotMatches } from './afspraak-matches.ts';
import { AfspraakPostings, personKey } from './afspraak-postings.ts';
import { CodeOrder } from './code-order.ts';
import { Compactor } from './compact.ts';
import { type Surroundings, type Test, testsBy } from './conditions.ts';
import { DateColumns } from './date-columns.ts';
import { areFew, FoundSlots, passing } from './found-slots.ts';
import { KeyColumn } from './key-column.ts';
import type { DayPostings, Postings } from './postings.ts';
import { type Searched, type Way, waysBy } from './query-ways.ts';
import { SharedSlots } from './shared-slots.ts';
import { SlotBits, wordsFor } from './slot-bits.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery, Organisatie, Zoekdatum } from './types.ts';
import { VerbandCounts } from './verband-counts.ts';

/**
 * All afspraken in memory, found by index. Each has a slot, a number that it keeps. A query starts from the smallest set that
 * holds every match and narrows it with the others, a word of bits at a time or slot by slot, whichever is less: its cost hardly
 * follows the size of the register nor, as long as nobody reads them, the number of matches.
 */

export class AfspraakIndex implements Surroundings, Searched, MatchSource {
  readonly #organisatie: (id: string) => Organisatie | undefined;
  readonly #organisaties: () => Iterable<Organisatie>;
  readonly #compactor = new Compactor();
  readonly #slots = new Map<string, number>();
  readonly #afspraken: Afspraak[] = [];
  readonly postings = new AfspraakPostings();
  readonly byCode = new CodeOrder();
  readonly #dates = new DateColumns();
  readonly personColumn = new KeyColumn();
  readonly verbandColumn = new KeyColumn();
  readonly openBySoort = new VerbandCounts();
  readonly #shared = new SharedSlots((slot) => this.#afspraken[slot]);
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

  datesOf(veld: Zoekdatum): Int32Array {
    return this.#dates.of(veld);
  }

  datedBy(veld: Zoekdatum): DayPostings {
    return this.postings.days[veld].any;
  }

  get byPerson(): Postings {
    return this.postings.persoon;
  }

  get openByPerson(): Postings {
    return this.postings.persoonOpen;
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
    if (before !== undefined) {
      this.postings.delete(slot, before);
      this.openBySoort.delete(before);
    }
    this.#afspraken[slot] = kept;
    if (known === undefined) {
      this.#slots.set(kept._id, slot);
      this.byCode.add(kept._id);
    }
    this.postings.add(slot, kept);
    this.openBySoort.add(kept);
    this.#dates.put(slot, kept);
    this.personColumn.put(slot, kept.eigenaar && personKey(kept.eigenaar));
    this.verbandColumn.put(slot, kept.verband);
    this.#shared.put(slot);
  }

  /** All matches, by code. */
  find(query: AfspraakQuery): readonly Afspraak[] {
    return new SlotMatches(this, this.search(query)).all();
  }

  /** What at least one of the queries finds. */
  match(queries: readonly AfspraakQuery[]): AfspraakMatches {
    const [first, ...others] = queries;
    if (first === undefined) return new SlotMatches(this, FoundSlots.ofList(new Uint32Array(0)));
    if (others.length === 0) return new SlotMatches(this, this.search(first));
    const bits = SlotBits.none(this.size);
    for (const query of queries) this.search(query).addTo(bits);
    return new SlotMatches(this, FoundSlots.ofBits(bits));
  }

  search(query: AfspraakQuery): FoundSlots {
    const { ways, tests } = this.#conditions(query);
    const [only] = ways;
    if (only?.whole !== undefined && ways.length === 1 && tests.length === 0) return only.whole;
    const start = only?.excludes === false ? ways.shift() : undefined;
    if (start !== undefined && areFew(start.most, this.size))
      return FoundSlots.ofList(this.#sifted(this.#listed(start), ways, tests));
    const bits = start === undefined ? SlotBits.all(this.size) : SlotBits.none(this.size);
    start?.fill(bits);
    const most = start?.most ?? this.size;
    for (const way of ways) {
      if (most * way.hasCost < way.cost) dropEach(bits, (slot) => way.has(slot) === way.excludes);
      else way.narrow(bits, this.#spareBits());
    }
    if (tests.length > 0) dropEach(bits, (slot) => !this.#passes(slot, tests));
    return FoundSlots.ofBits(bits);
  }

  sift(slots: Uint32Array, query: AfspraakQuery): Uint32Array {
    const { ways, tests } = this.#conditions(query);
    return this.#sifted(slots, ways, tests);
  }

  /** Ways with the smallest first, and tests of what no index tells. */
  #conditions(query: AfspraakQuery): { readonly ways: Way[]; readonly tests: readonly Test[] } {
    const waysOf = waysBy(query, this);
    const ways = [...waysOf.values()].flat().sort((one, other) => firstness(one) - firstness(other));
    const isTold = (Object.keys(query) as (keyof AfspraakQuery)[]).every((key) => key === 'today' || waysOf.has(key));
    if (isTold) return { ways, tests: [] };
    return { ways, tests: [...testsBy(query, this)].flatMap(([key, test]) => (waysOf.has(key) ? [] : [test])) };
  }

  #sifted(slots: Uint32Array, ways: readonly Way[], tests: readonly Test[]): Uint32Array {
    let left = slots;
    for (const way of ways) {
      if (left.length * way.hasCost <= way.cost + this.#spare.words.length)
        left = passing(left, (slot) => way.has(slot) !== way.excludes);
      else {
        const spare = this.#spareBits();
        spare.clear();
        way.fill(spare);
        left = passing(left, (slot) => spare.has(slot) !== way.excludes);
      }
    }
    return tests.length === 0 ? left : passing(left, (slot) => this.#passes(slot, tests));
  }

  /** What is in it, from low to high. */
  #listed(way: Way): Uint32Array {
    const spare = this.#spareBits();
    spare.clear();
    way.fill(spare);
    return spare.list(spare.count());
  }

  #passes(slot: number, tests: readonly Test[]): boolean {
    const afspraak = this.#afspraken[slot];
    return afspraak !== undefined && tests.every((test) => test(afspraak));
  }

  shared(key: string, fill: (bits: SlotBits) => void, test: Test): FoundSlots {
    return this.#shared.get(key, this.size, fill, test);
  }

  /** An organisatie changed: what is told by them is no longer good. */
  forgetShared(): void {
    this.#shared.clear();
  }

  /** Bits for the time of one step: made once, since they are large and a question takes many. */
  #spareBits(): SlotBits {
    const words = wordsFor(this.size);
    if (this.#spare.words.length !== words) this.#spare = SlotBits.none(this.size);
    return this.#spare;
  }

  stemTest(stems: ReadonlySet<string>): Test {
    const sets = [...stems].map((stem) => this.postings.stem.of(stem));
    return (afspraak) => {
      const slot = this.#slots.get(afspraak._id);
      return slot !== undefined && sets.every((set) => set.has(slot));
    };
  }
}

/** The smallest set that holds all matches comes first; what excludes only ever narrows. */
const firstness = (way: Way): number => (way.excludes ? Number.MAX_SAFE_INTEGER : way.most);

function dropEach(bits: SlotBits, isOut: (slot: number) => boolean): void {
  bits.each((slot) => {
    if (isOut(slot)) bits.delete(slot);
  });
}
