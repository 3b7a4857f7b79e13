import type { CivilDate } from '../kalender/civil-date.ts';
import { rankOf } from './codes.ts';
import { Compactor } from './compact.ts';
import { isEmpty, ownerKey, ownerKeys, type Surroundings, type Test, testsOf, todayOf } from './conditions.ts';
import { dueFields, isOpen } from './meanings.ts';
import { DayPostings, Postings } from './postings.ts';
import { type Afspraak, type AfspraakQuery, type DatumVeld, type Organisatie, statussen } from './types.ts';
import { stemsOf } from './words.ts';

/**
 * All afspraken in memory, found by index. A query takes the shortest list that holds every match and tests what is on it, so
 * its cost follows the number of matches. One changed afspraak costs a few list entries.
 */

const dateFields: readonly DatumVeld[] = ['einddatum', 'herijking', 'rapportagedatum', 'ingangsdatum'];

const emptyable: readonly (keyof Afspraak)[] = [
  ...['tekst', 'eigenaar', 'ingangsdatum', 'einddatum', 'opzegtermijn', 'stilzwijgend', 'herijking', 'ritme'],
  ...['rapportageAan', 'rapportagedatum', 'rapportageritme', 'document'],
] as readonly (keyof Afspraak)[];

interface DayIndex {
  readonly any: DayPostings;
  /** Of open afspraken alone, so that years of finished ones do not slow down what is late. */
  readonly open: DayPostings;
}

const dayIndexes = (): Readonly<Record<DatumVeld, DayIndex>> => ({
  einddatum: { any: new DayPostings(), open: new DayPostings() },
  herijking: { any: new DayPostings(), open: new DayPostings() },
  rapportagedatum: { any: new DayPostings(), open: new DayPostings() },
  ingangsdatum: { any: new DayPostings(), open: new DayPostings() },
});

/** One index per field, so that a value needs no prefix: the keys are the documents' own strings. */
const fieldIndexes = () => ({
  verband: new Postings(),
  partij: new Postings(),
  soort: new Postings(),
  status: new Postings(),
  aan: new Postings(),
  eigenaar: new Postings(),
  leeg: new Postings(),
});
type FieldIndexes = ReturnType<typeof fieldIndexes>;

/** Lists that together hold every match; `size` counts doubles and outdated entries too. */
interface Candidates {
  readonly size: number;
  readonly lists: () => readonly Uint32Array[];
}

export class AfspraakIndex implements Surroundings {
  readonly #organisatie: (id: string) => Organisatie | undefined;
  readonly #organisaties: () => Iterable<Organisatie>;
  readonly #compactor = new Compactor();
  readonly #slots = new Map<string, number>();
  readonly #afspraken: Afspraak[] = [];
  readonly #ranks: number[] = [];
  #fields = fieldIndexes();
  #stems = new Postings();
  #days = dayIndexes();
  /** Per slot the numbers of its stems, one after the other in one array; `#stemFrom` and `#stemCount` say where. */
  #stemNumbers = new Map<string, number>();
  #stemArray = new Uint32Array(1024);
  #stemEnd = 0;
  #stemFrom: number[] = [];
  #stemCount: number[] = [];
  #outdated = 0;
  /** Per slot the last search that met it, so that a slot on two lists is answered once. */
  #met = new Uint32Array(1024);
  #search = 0;

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

  /** Adds an afspraak or puts its newer content in place. */
  put(afspraak: Afspraak): void {
    const kept = this.#compactor.afspraak(afspraak);
    const known = this.#slots.get(kept._id);
    const slot = known ?? this.#afspraken.length;
    this.#afspraken[slot] = kept;
    if (known === undefined) {
      this.#slots.set(kept._id, slot);
      this.#ranks[slot] = rankOf(kept._id);
    } else this.#outdated += 1;
    if (this.#outdated > Math.max(1000, this.size)) this.#rebuild();
    else this.#index(slot, kept);
  }

  find(query: AfspraakQuery): readonly Afspraak[] {
    const tests = testsOf(query, this);
    const found: number[] = [];
    const consider = (slot: number): void => {
      if (this.#met[slot] === this.#search) return;
      this.#met[slot] = this.#search;
      const afspraak = this.#afspraken[slot];
      if (afspraak !== undefined && tests.every((test) => test(afspraak))) found.push(slot);
    };
    this.#startSearch();
    const best = this.#candidates(query);
    if (best === undefined) for (let slot = 0; slot < this.size; slot++) consider(slot);
    else for (const list of best.lists()) for (const slot of list) consider(slot);
    const ranks = this.#ranks;
    found.sort((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
    return found.map((slot) => this.#afspraken[slot]).filter((afspraak) => afspraak !== undefined);
  }

  stemTest(stems: ReadonlySet<string>): Test {
    const asked = [...stems].map((stem) => this.#stemNumbers.get(stem));
    return (afspraak) => {
      const slot = this.#slots.get(afspraak._id);
      return slot !== undefined && asked.every((number) => number !== undefined && this.#hasStem(slot, number));
    };
  }

  #hasStem(slot: number, number: number): boolean {
    const from = this.#stemFrom[slot] ?? 0;
    const end = from + (this.#stemCount[slot] ?? 0);
    for (let at = from; at < end; at++) if (this.#stemArray[at] === number) return true;
    return false;
  }

  #startSearch(): void {
    if (this.#met.length < this.size) this.#met = new Uint32Array(Math.ceil(this.size * 1.5));
    this.#search = this.#search === 0xffff_ffff ? 1 : this.#search + 1;
    if (this.#search === 1) this.#met.fill(0);
  }

  /** The shortest of all ways to reach every match; `undefined` when only a look at everything will do. */
  #candidates(query: AfspraakQuery): Candidates | undefined {
    const ways = [...this.#waysByField(query), ...this.#waysByDay(query)];
    return ways.reduce<Candidates | undefined>((best, way) => (best && best.size <= way.size ? best : way), undefined);
  }

  *#waysByField(query: AfspraakQuery): Generator<Candidates> {
    const lists = (field: keyof FieldIndexes, values: readonly string[]): Candidates => ({
      size: values.reduce((sum, value) => sum + this.#fields[field].size(value), 0),
      lists: () => values.map((value) => this.#fields[field].slots(value)),
    });
    if (query.codes) {
      const slots = query.codes.map((code) => this.#slots.get(code)).filter((slot) => slot !== undefined);
      yield { size: slots.length, lists: () => [Uint32Array.from(slots)] };
    }
    for (const id of query.partijen ?? []) yield lists('partij', [id]);
    if (query.partijsoort) {
      const ids = [...this.#organisaties()].filter(({ soort }) => soort === query.partijsoort).map(({ _id }) => _id);
      yield lists('partij', ids);
    }
    if (query.verbanden) yield lists('verband', query.verbanden);
    if (query.soorten) yield lists('soort', query.soorten);
    if (query.eigenaar !== undefined) yield lists('eigenaar', [ownerKey(query.eigenaar)]);
    if (query.rapportageAan) yield lists('aan', [query.rapportageAan]);
    if (query.ontbreekt && emptyable.includes(query.ontbreekt)) yield lists('leeg', [query.ontbreekt]);
    if (query.zoekterm !== undefined)
      for (const stem of stemsOf(query.zoekterm)) {
        yield { size: this.#stems.size(stem), lists: () => [this.#stems.slots(stem)] };
      }
    const { status } = query;
    if (status === 'open')
      yield lists(
        'status',
        statussen.filter((each) => isOpen({ status: each })),
      );
    else if (status === 'lopend') yield lists('status', ['lopend', 'onder-herijking']);
    else if (status !== undefined && status !== 'te_laat') yield lists('status', status);
  }

  *#waysByDay(query: AfspraakQuery): Generator<Candidates> {
    const { status, periode } = query;
    if (status === 'te_laat') {
      // The day itself is not late; the test leaves it out.
      yield this.#dayRun(dueFields, 'open', undefined, todayOf(query));
    }
    if (periode === undefined) return;
    const openOnly =
      status === 'open' ||
      status === 'lopend' ||
      status === 'te_laat' ||
      status?.every((each) => isOpen({ status: each })) === true;
    const which = openOnly ? 'open' : 'any';
    yield this.#dayRun(periode.velden, which, periode.van, periode.tot);
  }

  #dayRun(
    velden: readonly DatumVeld[],
    which: keyof DayIndex,
    van: CivilDate | undefined,
    tot: CivilDate | undefined,
  ): Candidates {
    return {
      size: velden.reduce((sum, veld) => sum + this.#days[veld][which].size(van, tot), 0),
      lists: () => velden.flatMap((veld) => this.#days[veld][which].between(van, tot)),
    };
  }

  #index(slot: number, afspraak: Afspraak): void {
    const fields = this.#fields;
    fields.verband.add(afspraak.verband, slot);
    fields.soort.add(afspraak.soort, slot);
    fields.status.add(afspraak.status, slot);
    for (const id of afspraak.partijen) fields.partij.add(id, slot);
    for (const ontvanger of afspraak.rapportageAan) fields.aan.add(ontvanger, slot);
    for (const key of afspraak.eigenaar ? ownerKeys(afspraak.eigenaar) : []) fields.eigenaar.add(key, slot);
    for (const field of emptyable) if (isEmpty(afspraak, field)) fields.leeg.add(field, slot);
    const open = isOpen(afspraak);
    for (const field of dateFields) {
      const day = afspraak[field];
      if (day === undefined) continue;
      this.#days[field].any.add(day, slot);
      if (open) this.#days[field].open.add(day, slot);
    }
    this.#indexText(slot, afspraak);
  }

  #indexText(slot: number, afspraak: Afspraak): void {
    const stems = stemsOf(`${afspraak.titel}\n${afspraak.tekst ?? ''}`);
    if (this.#stemEnd + stems.size > this.#stemArray.length) {
      const larger = new Uint32Array(Math.ceil((this.#stemEnd + stems.size) * 1.5));
      larger.set(this.#stemArray);
      this.#stemArray = larger;
    }
    this.#stemFrom[slot] = this.#stemEnd;
    this.#stemCount[slot] = stems.size;
    for (const stem of stems) {
      const number = this.#stemNumbers.get(stem) ?? this.#stemNumbers.size;
      this.#stemNumbers.set(stem, number);
      this.#stemArray[this.#stemEnd++] = number;
      this.#stems.add(stem, slot);
    }
  }

  #rebuild(): void {
    this.#fields = fieldIndexes();
    this.#stems = new Postings();
    this.#days = dayIndexes();
    this.#stemNumbers = new Map();
    this.#stemArray = new Uint32Array(1024);
    this.#stemEnd = 0;
    this.#stemFrom = [];
    this.#stemCount = [];
    this.#outdated = 0;
    for (const [slot, afspraak] of this.#afspraken.entries()) this.#index(slot, afspraak);
  }
}
