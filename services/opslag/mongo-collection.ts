import type { Collection as DriverCollection } from 'mongodb';
import type { NewId } from '../clock.ts';
import { freezeDeep, type StoredDocument, sealDocument, tokenField, uniqueFieldPrefix } from './document.ts';
import { mongoFault, writeTroubleOf } from './mongo-error.ts';
import { afterQuery, both, filterQuery, type MongoDocument, uniqueField, withHiddenFields } from './mongo-query.ts';
import { type Standing, type Write, type WriteOutcome, writeUntilKnown } from './mongo-write.ts';
import { asDocument, limitOf, sortFieldsOf } from './order.ts';
import type { Running } from './running.ts';
import type { Collection, Filter, FindOptions, InsertOutcome, ReplaceOutcome, Stored } from './store.ts';

export interface MongoKeys {
  readonly unique: readonly (readonly string[])[];
  readonly indexes: readonly (readonly string[])[];
}

/** One collection of the MongoDB store. */
export class MongoCollection implements Collection<Stored> {
  readonly keys: MongoKeys;
  readonly #driver: DriverCollection<MongoDocument>;
  readonly #newToken: NewId;
  readonly #running: Running;
  #indexed: Promise<void> | undefined;

  constructor(driver: DriverCollection<MongoDocument>, keys: MongoKeys, newToken: NewId, running: Running) {
    this.#driver = driver;
    this.keys = keys;
    this.#newToken = newToken;
    this.#running = running;
  }

  async get(id: string): Promise<StoredDocument | undefined> {
    return this.#asked(async () => {
      const found = await this.#driver.findOne({ _id: id });
      return found === null ? undefined : reveal(found);
    });
  }

  async find(filter: Filter, options: FindOptions = {}): Promise<readonly StoredDocument[]> {
    const sort = sortFieldsOf(options.sort);
    const limit = limitOf(options);
    if (limit === 0) return [];
    const rest = options.after === undefined ? {} : afterQuery(sort, asDocument(options.after));
    const query = both([filterQuery(filter, this.keys.unique), rest]);
    return this.#asked(async () => {
      const cursor = this.#driver.find(query).sort(new Map(sort));
      return (await (Number.isFinite(limit) ? cursor.limit(limit) : cursor).toArray()).map(reveal);
    });
  }

  async insert(draft: Omit<Stored, 'version'>): Promise<InsertOutcome<Stored>> {
    const doc = sealDocument(draft, 1);
    const token = this.#newToken();
    const content = withHiddenFields(doc, this.keys.unique, token);
    const outcome = await this.#write({
      send: async () => (await this.#driver.insertOne({ ...content })).acknowledged,
      standing: () => this.#standingOf(doc, token),
    });
    return outcome === 'written' ? { kind: 'inserted', doc } : { kind: 'exists' };
  }

  async replace(draft: Omit<Stored, 'version'>, expectedVersion: number): Promise<ReplaceOutcome<Stored>> {
    const doc = sealDocument(draft, expectedVersion + 1);
    const token = this.#newToken();
    const { _id, ...content } = withHiddenFields(doc, this.keys.unique, token);
    const outcome = await this.#write({
      send: async () => (await this.#driver.replaceOne({ _id, version: expectedVersion }, content)).matchedCount > 0,
      standing: () => this.#standingOf(doc, token),
    });
    if (outcome === 'written') return { kind: 'replaced', doc };
    return outcome === 'duplicate' ? { kind: 'exists' } : { kind: 'stale' };
  }

  /** Reads a document back by its token. A later version by another hand leaves open whose the one before it was. */
  async #standingOf(doc: StoredDocument, token: string): Promise<Standing> {
    try {
      const found = await this.#driver.findOne({ _id: doc._id });
      if (found === null || found.version < doc.version) return 'before';
      if (found[tokenField] === token) return 'ours';
      return found.version === doc.version ? 'other' : 'unclear';
    } catch (error) {
      if (writeTroubleOf(error) === 'refused') throw mongoFault(error);
      return 'unclear';
    }
  }

  #write(write: Write): Promise<WriteOutcome> {
    return this.#running.during(async () => {
      await this.#ensureIndexes();
      return writeUntilKnown(write);
    });
  }

  #asked<R>(ask: () => Promise<R>): Promise<R> {
    return this.#running.during(async () => {
      await this.#ensureIndexes();
      return ask().catch((error: unknown) => {
        throw mongoFault(error);
      });
    });
  }

  /** Before the first use, so that no write ever comes before the index that guards it. After a failure: at the next use. */
  #ensureIndexes(): Promise<void> {
    this.#indexed ??= this.#createIndexes().catch((error: unknown) => {
      this.#indexed = undefined;
      throw mongoFault(error);
    });
    return this.#indexed;
  }

  async #createIndexes(): Promise<void> {
    for (const fields of this.keys.unique) {
      await this.#driver.createIndex({ [uniqueField(fields)]: 1 }, { unique: true, sparse: true });
    }
    for (const fields of this.keys.indexes) {
      await this.#driver.createIndex(Object.fromEntries(fields.map((field) => [field, 1])));
    }
  }
}

/** The document without the store's own fields, frozen. */
function reveal(found: MongoDocument): StoredDocument {
  const own = ([field]: readonly [string, unknown]): boolean =>
    field !== tokenField && !field.startsWith(uniqueFieldPrefix);
  const doc: StoredDocument = {
    ...Object.fromEntries(Object.entries(found).filter(own)),
    _id: found._id,
    version: found.version,
  };
  return freezeDeep(doc);
}
