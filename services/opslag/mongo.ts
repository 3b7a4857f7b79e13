import { randomUUID } from 'node:crypto';
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import type { NewId } from '../clock.ts';
import { Fault } from '../fault.ts';
import { MongoCollection, type MongoKeys } from './mongo-collection.ts';
import { mongoFault } from './mongo-error.ts';
import { proveCompareAndReplace } from './mongo-proof.ts';
import type { MongoDocument } from './mongo-query.ts';
import { checkMongoUri } from './mongo-uri.ts';
import { Running } from './running.ts';
import type { Collection, CollectionDeclaration, Store, Stored } from './store.ts';

export interface MongoStoreOptions {
  /** Makes the token of each write. Default: random UUIDs. */
  readonly newToken?: NewId;
  /** How long to look for a server, in milliseconds. Default 5,000. */
  readonly patience?: number;
}

/**
 * What an acknowledged write means is set here and not by the URI: a majority has it in its journal, and reads see only such
 * writes. The driver's own second attempt is off, because a server without sessions may then refuse our own document as a
 * duplicate; MongoCollection does it with a token instead.
 */
const clientOptions = (patience: number): MongoClientOptions => ({
  appName: 'ketenregie',
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 8_000 },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: false,
  serverSelectionTimeoutMS: patience,
  connectTimeoutMS: patience,
  waitQueueTimeoutMS: patience,
  socketTimeoutMS: 10_000,
  promoteLongs: true,
  ignoreUndefined: true,
});

/**
 * The store in MongoDB 6 or later, or in a compatible server that keeps compare-and-replace, which is proved here.
 *
 * @param uri refused when it weakens what an acknowledged write means; never logged
 * @throws Fault `opslag-uri`, `opslag-uri-weak`, `opslag-server-unsafe` (never), `opslag-unreachable` (later),
 *   `opslag-refused` (never: no access, for one)
 */
export async function openMongoStore(uri: string, dbName: string, options: MongoStoreOptions = {}): Promise<Store> {
  checkMongoUri(uri);
  const client = clientOf(uri, options.patience ?? 5_000);
  const newToken = options.newToken ?? randomUUID;
  const db = client.db(dbName);
  try {
    await client.connect();
    await proveCompareAndReplace(db, newToken);
  } catch (error) {
    await client.close();
    throw mongoFault(error);
  }
  return new MongoStore(client, db, newToken);
}

function clientOf(uri: string, patience: number): MongoClient {
  try {
    return new MongoClient(uri, clientOptions(patience));
  } catch {
    // The driver's text may quote the URI, so nothing of it goes along.
    throw new Fault('opslag-uri', 'never', 'the MongoDB URI cannot be read');
  }
}

class MongoStore implements Store {
  readonly #client: MongoClient;
  readonly #db: Db;
  readonly #newToken: NewId;
  readonly #running = new Running();
  readonly #collections = new Map<string, MongoCollection>();

  constructor(client: MongoClient, db: Db, newToken: NewId) {
    this.#client = client;
    this.#db = db;
    this.#newToken = newToken;
  }

  collection<T extends Stored>(declaration: CollectionDeclaration<T>): Collection<T> {
    const { name, unique = [], indexes = [] } = declaration;
    const keys: MongoKeys = { unique, indexes };
    const known = this.#collections.get(name);
    const collection =
      known ?? new MongoCollection(this.#db.collection<MongoDocument>(name), keys, this.#newToken, this.#running);
    if (JSON.stringify(collection.keys) !== JSON.stringify(keys)) {
      throw new Fault('opslag-declaration', 'never', `the collection ${name} is declared twice, differently`);
    }
    this.#collections.set(name, collection);
    // The documents of a collection have the type it was declared with: only that type ever goes in.
    return collection as Collection<Stored> as Collection<T>;
  }

  async ping(): Promise<void> {
    await this.#running.during(() =>
      this.#db.command({ ping: 1 }).catch((error: unknown) => {
        throw mongoFault(error);
      }),
    );
  }

  async serverTime(): Promise<number | undefined> {
    // The old name of `hello`, which every server that the driver can speak to knows.
    const answer = await this.#running.during(() =>
      this.#db.command({ isMaster: 1 }).catch((error: unknown) => {
        throw mongoFault(error);
      }),
    );
    const { localTime }: { localTime?: unknown } = answer;
    return localTime instanceof Date ? localTime.getTime() : undefined;
  }

  async close(): Promise<void> {
    await this.#running.end();
    await this.#client.close();
  }
}
