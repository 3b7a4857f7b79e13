import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openEmbeddedStore } from '../../../services/opslag/embedded.ts';
import { openMongoStore } from '../../../services/opslag/mongo.ts';
import { openStore } from '../../../services/opslag/open-store.ts';
import type { Store, Stored } from '../../../services/opslag/store.ts';
import { describeStore, type MissingStore, type OpenedStore } from '../../contracts/store.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { startMongo } from '../../servers/mongo-server.ts';

async function openEmbedded(): Promise<OpenedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'ketenregie-opslag-'));
  let store: Store = await openEmbeddedStore(folder);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openEmbeddedStore(folder);
      return store;
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openMongo(): Promise<OpenedStore | MissingStore> {
  const server = await startMongo();
  if ('unavailable' in server) return server;
  const database = `ketenregie-test-${randomUUID().slice(0, 8)}`;
  let store: Store = await openMongoStore(server.uri, database);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openMongoStore(server.uri, database);
      return store;
    },
    close: async () => {
      await store.close();
      const client = new MongoClient(server.uri);
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
}

async function openMemory(): Promise<OpenedStore> {
  const store = openMemoryStore();
  return { store, reopen: async () => openMemoryStore(), close: () => store.close() };
}

describeStore('memory fake', openMemory, false);
describeStore('embedded', openEmbedded);
describeStore('MongoDB', openMongo);

describe('opening the store that the settings name', () => {
  it('opens the embedded one in its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ketenregie-opslag-'));
    const store = await openStore({ kind: 'embedded', folder });
    assert.equal((await store.collection<Stored>({ name: 'stuk' }).insert({ _id: 'a' })).kind, 'inserted');
    assert.deepEqual(await readdir(folder), ['opslag']);
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes to MongoDB where a server is named', async () => {
    const location = { kind: 'mongodb', uri: 'mongodb://host.example/?w=0', database: 'x' } as const;
    await assert.rejects(openStore(location), { code: 'opslag-uri-weak' });
  });
});
