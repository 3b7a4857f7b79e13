import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openStore } from '../../../services/opslag/open-store.ts';
import type { Store } from '../../../services/opslag/store.ts';
import { describeStore, type MissingStore, type OpenedStore } from '../../contracts/store.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { startMongo } from '../../servers/mongo-server.ts';

async function openEmbedded(): Promise<OpenedStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ketenregie-opslag-'));
  const place = { dataDir, mongodbDb: 'unused' };
  let store: Store = await openStore(place);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openStore(place);
      return store;
    },
    close: async () => {
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openMongo(): Promise<OpenedStore | MissingStore> {
  const server = await startMongo();
  if ('unavailable' in server) return server;
  const place = { mongodbUri: server.uri, mongodbDb: `ketenregie-test-${randomUUID().slice(0, 8)}`, dataDir: 'unused' };
  let store: Store = await openStore(place);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openStore(place);
      return store;
    },
    close: async () => {
      await store.close();
      const client = new MongoClient(server.uri);
      await client.db(place.mongodbDb).dropDatabase();
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
