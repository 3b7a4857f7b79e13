import { Fault } from '../../services/fault.ts';
import { type StoredDocument, sealDocument, uniqueText } from '../../services/opslag/document.ts';
import { compileFilter } from '../../services/opslag/filter.ts';
import { asDocument, comparatorOf, limitOf, sortFieldsOf } from '../../services/opslag/order.ts';
import type {
  Collection,
  CollectionDeclaration,
  Filter,
  FindOptions,
  InsertOutcome,
  ReplaceOutcome,
  Store,
  Stored,
} from '../../services/opslag/store.ts';

/**
 * The store's port with nothing behind it: a Map per collection, every find a walk through all of it. For tests of other rooms;
 * it passes the same contract suite as the real stores.
 */
export function openMemoryStore(): Store {
  let closed = false;
  const collections = new Map<string, MemoryCollection>();
  return {
    collection<T extends Stored>(declaration: CollectionDeclaration<T>): Collection<T> {
      const keys = JSON.stringify([declaration.unique ?? [], declaration.indexes ?? []]);
      const collection =
        collections.get(declaration.name) ?? new MemoryCollection(declaration.unique ?? [], keys, () => closed);
      if (collection.keys !== keys)
        throw new Fault('opslag-declaration', 'never', 'a collection is declared twice, differently');
      collections.set(declaration.name, collection);
      // The documents of a collection have the type it was declared with: only that type ever goes in.
      return collection as Collection<Stored> as Collection<T>;
    },
    ping: async () => refuseWhen(closed),
    close: async () => {
      closed = true;
    },
  };
}

function refuseWhen(closed: boolean): void {
  if (closed) throw new Fault('opslag-closed', 'never', 'the store has been closed');
}

class MemoryCollection implements Collection<Stored> {
  readonly keys: string;
  readonly #docs = new Map<string, StoredDocument>();
  readonly #unique: readonly (readonly string[])[];
  readonly #isClosed: () => boolean;

  constructor(unique: readonly (readonly string[])[], keys: string, isClosed: () => boolean) {
    this.#unique = unique;
    this.keys = keys;
    this.#isClosed = isClosed;
  }

  async get(id: string): Promise<StoredDocument | undefined> {
    return this.#docs.get(id);
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<readonly StoredDocument[]> {
    const matches = compileFilter(filter);
    const compare = comparatorOf(sortFieldsOf(options.sort));
    const limit = limitOf(options);
    const after = options.after === undefined ? undefined : asDocument(options.after);
    return [...this.#docs.values()]
      .filter((doc) => matches(doc) && (after === undefined || compare(doc, after) > 0))
      .sort(compare)
      .slice(0, limit);
  }

  async insert(draft: Omit<Stored, 'version'>): Promise<InsertOutcome<Stored>> {
    refuseWhen(this.#isClosed());
    const doc = sealDocument(draft, 1);
    if (this.#docs.has(doc._id) || this.#collides(doc)) return { kind: 'exists' };
    this.#docs.set(doc._id, doc);
    return { kind: 'inserted', doc };
  }

  async replace(draft: Omit<Stored, 'version'>, expectedVersion: number): Promise<ReplaceOutcome<Stored>> {
    refuseWhen(this.#isClosed());
    const doc = sealDocument(draft, expectedVersion + 1);
    if (this.#docs.get(doc._id)?.version !== expectedVersion) return { kind: 'stale' };
    if (this.#collides(doc)) return { kind: 'exists' };
    this.#docs.set(doc._id, doc);
    return { kind: 'replaced', doc };
  }

  #collides(doc: StoredDocument): boolean {
    return this.#unique.some((fields) => {
      const text = uniqueText(doc, fields);
      if (text === undefined) return false;
      return [...this.#docs.values()].some((other) => other._id !== doc._id && uniqueText(other, fields) === text);
    });
  }
}
