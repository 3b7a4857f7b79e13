import { type CivilDate, dayAt } from '../kalender/civil-date.ts';
import {
  type Collection,
  type CollectionDeclaration,
  change,
  type Draft,
  type Store,
  type Stored,
} from '../opslag/store.ts';
import { ChangeLog } from './change-log.ts';
import { codeOf } from './codes.ts';
import {
  type AfspraakVersie,
  type Auteur,
  afspraken,
  organisaties,
  type Registercollectie,
  type Registerwijziging,
  verbanden,
} from './collections.ts';
import { AfspraakHistory, changedFields, contentOf } from './history.ts';
import { NameIndex } from './names.ts';
import { PastReader, type PastRegister } from './past.ts';
import { tidyAfspraak } from './tidy.ts';
import type { Afspraak, Keten, Organisatie, RegisterView, Verband } from './types.ts';
import { type UpsertOutcome, upsert, withKetenOf } from './upsert.ts';
import { LiveView } from './view.ts';

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly afspraak: Afspraak }
  /** The content was this already: nothing was written. */
  | { readonly kind: 'unchanged'; readonly afspraak: Afspraak }
  /** Somebody else changed it since: show `current` and let the person decide again. Absent: there is no such afspraak. */
  | { readonly kind: 'stale'; readonly current?: Afspraak }
  /** `'new'` was asked, but the code is taken. */
  | { readonly kind: 'exists' };

const pageSize = 10_000;

async function* pagesOf<T extends Stored>(collection: Collection<T>): AsyncGenerator<readonly T[]> {
  let page = await collection.find({}, { limit: pageSize });
  for (;;) {
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    page = await collection.find({}, { limit: pageSize, after: last });
  }
}

/**
 * Organisaties, verbanden and afspraken: held in memory for reading, written through to the store. One per process, made by
 * {@link loadRegister} at the start. Before answering a person, `await refresh()`; while answering, read `view()`.
 */
export class Register {
  readonly #store: Store;
  readonly #timeZone: string;
  readonly #view = new LiveView();
  readonly #log: ChangeLog;
  readonly #history: AfspraakHistory;
  #names: { readonly revision: number; readonly index: NameIndex } | undefined;
  readonly #past: PastReader;
  readonly #handedOut = new Map<number, number>();
  #refreshing: Promise<void> = Promise.resolve();
  #nextRefresh: Promise<void> | undefined;

  /** Use {@link loadRegister}. */
  constructor(store: Store, timeZone: string) {
    this.#store = store;
    this.#timeZone = timeZone;
    this.#log = new ChangeLog(store);
    this.#history = new AfspraakHistory(store);
    this.#past = new PastReader(store, this.#view, timeZone);
  }

  async load(): Promise<void> {
    await this.#log.start();
    await this.reconcile();
  }

  /** The latest known state, at once. The same object every time; see `revision`. */
  view(): RegisterView {
    return this.#view;
  }

  /** Names of organisaties and verbanden, for reading what people write; rebuilt only after one changed. */
  names(): NameIndex {
    const revision = this.#view.namesRevision;
    if (this.#names?.revision !== revision) this.#names = { revision, index: new NameIndex(this.#view) };
    return this.#names.index;
  }

  /** Takes in what other processes wrote before this call. Costs one `get` when there is nothing. */
  async refresh(): Promise<RegisterView> {
    if (this.#nextRefresh === undefined) {
      const next = this.#refreshing.then(() => this.#takeNews());
      this.#nextRefresh = next;
      const done = (): void => undefined;
      this.#refreshing = next.then(done, done);
    }
    await this.#nextRefresh;
    return this.#view;
  }

  /**
   * Compares everything in memory with the store and completes half-written versions. Heals what a writer left that died after
   * a document and before its log entry. Call it every ten minutes or so; it reads the register whole.
   * @returns how many documents were newer than known
   */
  async reconcile(): Promise<number> {
    const before = this.#view.revision;
    for await (const page of pagesOf(this.#store.collection(organisaties)))
      for (const doc of page) this.#view.putOrganisatie(doc);
    for await (const page of pagesOf(this.#store.collection(verbanden)))
      for (const doc of page) this.#view.putVerband(doc);
    for await (const page of pagesOf(this.#store.collection(afspraken)))
      for (const doc of page) this.#view.putAfspraak(doc);
    const completed = await this.#history.complete((code) => this.#view.afspraak(code)?.version ?? 0);
    await Promise.all(completed.map((afspraak) => this.#tell('afspraken', afspraak)));
    return this.#view.revision - before;
  }

  /**
   * Writes one afspraak and, first, its version in the history.
   * @param expectedVersion the version the writer looked at, or `'new'`
   * @param at epoch ms
   * @param herkomst only for import: see {@link AfspraakVersie.herkomst}
   */
  async saveAfspraak(
    draft: Draft<Afspraak>,
    expectedVersion: number | 'new',
    by: Auteur,
    at: number,
    herkomst?: string,
  ): Promise<SaveOutcome> {
    const content = contentOf(tidyAfspraak(draft));
    const current = expectedVersion === 'new' ? undefined : await this.#current(content._id, expectedVersion);
    if (expectedVersion !== 'new' && current?.version !== expectedVersion)
      return { kind: 'stale', ...(current && { current }) };
    const gewijzigd = changedFields(current, content);
    if (current !== undefined && gewijzigd.length === 0) return { kind: 'unchanged', afspraak: current };
    const nummer = (current?.version ?? 0) + 1;
    const about = { gewijzigd, door: by, op: at, ...(herkomst !== undefined && { herkomst }) };
    const written = await this.#history.write(content, nummer, about);
    if (written !== undefined) {
      await this.#tell('afspraken', written);
      return { kind: 'saved', afspraak: written };
    }
    const theirs = await this.#store.collection(afspraken).get(content._id);
    if (theirs !== undefined) await this.#tell('afspraken', theirs);
    return expectedVersion === 'new' ? { kind: 'exists' } : { kind: 'stale', ...(theirs && { current: theirs }) };
  }

  /** Writes a new afspraak under the next free code of this year. */
  async createAfspraak(
    draft: Omit<Draft<Afspraak>, '_id'>,
    year: number,
    by: Auteur,
    at: number,
    herkomst?: string,
  ): Promise<Afspraak> {
    for (;;) {
      const number = Math.max(this.#view.highestNumber(year), this.#handedOut.get(year) ?? 0) + 1;
      this.#handedOut.set(year, number);
      const outcome = await this.saveAfspraak({ ...draft, _id: codeOf(year, number) }, 'new', by, at, herkomst);
      if (outcome.kind === 'saved') return outcome.afspraak;
    }
  }

  /** The next free code of this year, `AFS-2026-013`, for showing; {@link createAfspraak} is what takes one. */
  async nextCode(year: number): Promise<string> {
    await this.refresh();
    return codeOf(year, this.#view.highestNumber(year) + 1);
  }

  /** Every version of an afspraak, oldest first: who, when, which fields. */
  history(code: string): Promise<readonly AfspraakVersie[]> {
    return this.#history.versions(code);
  }

  /** What the register said at the end of this civil day ("wat gold op"); `undefined` when it did not know this code then. */
  asOf(code: string, day: CivilDate): Promise<Afspraak | undefined> {
    return this.#history.asOf(code, day, this.#timeZone);
  }

  /**
   * The whole register as it was at the end of this civil day. The first such question reads when every version was written;
   * later ones what was written since, and the states of a day that was not among the last few.
   */
  past(day: CivilDate): Promise<PastRegister> {
    return this.#past.on(day);
  }

  /** The civil day of an instant (epoch ms) in the zone of the register: of a version's `op`. */
  dayOf(instant: number): CivilDate {
    return dayAt(instant, this.#timeZone);
  }

  /** For import: codes of afspraken that came from rows without a code, at most 500 at once. */
  codesByHerkomst(herkomsten: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#history.codesByHerkomst(herkomsten);
  }

  async saveOrganisatie(draft: Draft<Organisatie>): Promise<UpsertOutcome> {
    const { kind, doc } = await upsert(this.#store.collection(organisaties), draft, this.#view.organisatie(draft._id));
    if (kind !== 'unchanged') await this.#tell('organisaties', doc);
    return kind;
  }

  /** Its keten stays as it is: that is changed with {@link changeKeten} alone. */
  async saveVerband(draft: Draft<Verband>): Promise<UpsertOutcome> {
    const collection = this.#store.collection(verbanden);
    const { kind, doc } = await upsert(collection, draft, this.#view.verband(draft._id), withKetenOf);
    if (kind !== 'unchanged') await this.#tell('verbanden', doc);
    return kind;
  }

  /**
   * Reads, decides and writes the keten of a verband; again when somebody else was first. `decide` gives the new keten, or
   * `undefined` to leave it (and may run more than once).
   * @returns the verband as it then stands; `undefined`: there is none with this id
   */
  async changeKeten(
    id: string,
    decide: (current: Keten | undefined) => Keten | undefined,
  ): Promise<Verband | undefined> {
    let isChanged = false;
    const verband = await change(this.#store.collection(verbanden), id, (current) => {
      const { version: _, ...draft } = current;
      const keten = decide(current.keten);
      isChanged = keten !== undefined;
      return keten && { ...draft, keten };
    });
    if (verband !== undefined && isChanged) await this.#tell('verbanden', verband);
    return verband;
  }

  /** The afspraak as known, read again when that is not the version the writer looked at. */
  async #current(code: string, expectedVersion: number): Promise<Afspraak | undefined> {
    const known = this.#view.afspraak(code);
    if (known?.version === expectedVersion) return known;
    const stored = await this.#store.collection(afspraken).get(code);
    if (stored !== undefined) this.#view.putAfspraak(stored);
    return stored;
  }

  async #tell(collectie: 'organisaties', doc: Organisatie): Promise<void>;
  async #tell(collectie: 'verbanden', doc: Verband): Promise<void>;
  async #tell(collectie: 'afspraken', doc: Afspraak): Promise<void>;
  async #tell(collectie: Registercollectie, doc: Organisatie | Verband | Afspraak): Promise<void> {
    if ('vorm' in doc) this.#view.putVerband(doc);
    else if ('titel' in doc) this.#view.putAfspraak(doc);
    else this.#view.putOrganisatie(doc);
    await this.#log.append(collectie, doc._id);
  }

  async #takeNews(): Promise<void> {
    this.#nextRefresh = undefined;
    for await (const wijzigingen of this.#log.news()) {
      for (const wijziging of wijzigingen) await this.#readAgain(wijziging);
    }
  }

  async #readAgain({ collectie, ids }: Registerwijziging): Promise<void> {
    if (collectie === 'organisaties')
      for (const doc of await this.#read(organisaties, ids)) this.#view.putOrganisatie(doc);
    if (collectie === 'verbanden') for (const doc of await this.#read(verbanden, ids)) this.#view.putVerband(doc);
    if (collectie === 'afspraken') for (const doc of await this.#read(afspraken, ids)) this.#view.putAfspraak(doc);
  }

  #read<T extends Stored>(declaration: CollectionDeclaration<T>, ids: readonly string[]): Promise<readonly T[]> {
    return this.#store.collection(declaration).find({ _id: { $in: ids } });
  }
}

/**
 * Reads the register into memory. Once per process, at the start, when the store is open.
 * @param options.timeZone IANA name; for {@link Register.asOf}
 */
export async function loadRegister(store: Store, options: { readonly timeZone: string }): Promise<Register> {
  const register = new Register(store, options.timeZone);
  await register.load();
  return register;
}
