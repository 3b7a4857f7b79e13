import { Fault } from '../fault.ts';
import { type DiskEntry, type DiskLog, openDiskLog } from './disk-log.ts';
import { type StoredDocument, sealDocument } from './document.ts';
import { GroupWriter } from './group-writer.ts';
import type {
  Collection,
  CollectionDeclaration,
  Filter,
  FindOptions,
  InsertOutcome,
  ReplaceOutcome,
  Store,
  Stored,
} from './store.ts';
import { Table } from './table.ts';

/**
 * The store that needs no server: all documents in memory, every write synced to a log in this folder before it is
 * acknowledged. One process at a time; for more, MongoDB.
 *
 * @throws Fault `opslag-locked` when another process has the folder, `opslag-folder` when it cannot be read or written
 */
export async function openEmbeddedStore(folder: string): Promise<Store> {
  return openStoreOn(await openDiskLog(folder));
}

/** The embedded store on any log; apart from {@link openEmbeddedStore} for tests of what happens when a disk fails. */
export async function openStoreOn(log: DiskLog): Promise<Store> {
  const store = new EmbeddedStore(log);
  try {
    await store.load();
  } catch (error) {
    await log.close();
    throw error;
  }
  return store;
}

class EmbeddedStore implements Store {
  readonly #log: DiskLog;
  readonly #writer: GroupWriter;
  readonly #collections = new Map<string, EmbeddedCollection>();
  /** What was on disk, until the collection is declared. */
  readonly #loaded = new Map<string, Map<string, StoredDocument>>();

  constructor(log: DiskLog) {
    this.#log = log;
    this.#writer = new GroupWriter(log, ({ collection, doc }) => this.#collections.get(collection)?.table.put(doc));
  }

  async load(): Promise<void> {
    for await (const entries of this.#log.load()) {
      for (const { collection, doc } of entries) this.#docsOf(collection).set(doc._id, doc);
    }
  }

  collection<T extends Stored>(declaration: CollectionDeclaration<T>): Collection<T> {
    const collection = this.#collections.get(declaration.name) ?? this.#declare(declaration);
    if (collection.keys !== keysOf(declaration)) {
      throw new Fault(
        'opslag-declaration',
        'never',
        `the collection ${declaration.name} is declared twice, differently`,
      );
    }
    // The documents of a collection have the type it was declared with: only that type ever goes in.
    return collection as Collection<Stored> as Collection<T>;
  }

  ping(): Promise<void> {
    return this.#writer.ready();
  }

  close(): Promise<void> {
    return this.#writer.close();
  }

  #declare<T extends Stored>(declaration: CollectionDeclaration<T>): EmbeddedCollection {
    const { name, unique = [], indexes = [] } = declaration;
    const table = new Table(this.#docsOf(name), unique, indexes);
    const collection = new EmbeddedCollection(name, keysOf(declaration), table, this.#writer);
    this.#collections.set(name, collection);
    return collection;
  }

  #docsOf(name: string): Map<string, StoredDocument> {
    const docs = this.#loaded.get(name) ?? new Map<string, StoredDocument>();
    this.#loaded.set(name, docs);
    return docs;
  }
}

const keysOf = <T extends Stored>({ unique = [], indexes = [] }: CollectionDeclaration<T>): string =>
  JSON.stringify([unique, indexes]);

class EmbeddedCollection implements Collection<Stored> {
  readonly keys: string;
  readonly table: Table;
  readonly #name: string;
  readonly #writer: GroupWriter;
  /** Per `_id` and unique key that a write on its way to disk claims: settles when that write has. */
  readonly #claimed = new Map<string, Promise<void>>();

  constructor(name: string, keys: string, table: Table, writer: GroupWriter) {
    this.#name = name;
    this.keys = keys;
    this.table = table;
    this.#writer = writer;
  }

  async get(id: string): Promise<StoredDocument | undefined> {
    return this.table.get(id);
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<readonly StoredDocument[]> {
    return this.table.find(filter, options);
  }

  async insert(draft: Omit<Stored, 'version'>): Promise<InsertOutcome<Stored>> {
    const doc = sealDocument(draft, 1);
    const refusal = await this.#write(doc, () =>
      this.table.get(doc._id) !== undefined || this.table.collides(doc) ? 'exists' : undefined,
    );
    return refusal === undefined ? { kind: 'inserted', doc } : { kind: refusal };
  }

  async replace(draft: Omit<Stored, 'version'>, expectedVersion: number): Promise<ReplaceOutcome<Stored>> {
    const doc = sealDocument(draft, expectedVersion + 1);
    const refusal = await this.#write(doc, () => {
      if (this.table.get(doc._id)?.version !== expectedVersion) return 'stale';
      return this.table.collides(doc) ? 'exists' : undefined;
    });
    return refusal === undefined ? { kind: 'replaced', doc } : { kind: refusal };
  }

  /**
   * Writes the document unless `refuse` gives a reason not to. Waits first for rivals on their way to disk, so that nobody is
   * refused because of a write that may yet fail. From the look for rivals to the claim there is no `await`: that is what
   * makes compare-and-replace one step.
   */
  async #write<R>(doc: StoredDocument, refuse: () => R | undefined): Promise<R | undefined> {
    const claims = this.table.claimsOf(doc);
    for (;;) {
      await this.#writer.ready();
      const rival = claims.map((claim) => this.#claimed.get(claim)).find((write) => write !== undefined);
      if (rival !== undefined) {
        await rival;
        continue;
      }
      const refusal = refuse();
      if (refusal !== undefined) return refusal;
      await this.#claim(claims, { collection: this.#name, doc });
      return undefined;
    }
  }

  #claim(claims: readonly string[], entry: DiskEntry): Promise<void> {
    const written = this.#writer.write(entry);
    const release = (): void => {
      for (const claim of claims) this.#claimed.delete(claim);
    };
    const settled = written.then(release, release);
    for (const claim of claims) this.#claimed.set(claim, settled);
    return written;
  }
}
