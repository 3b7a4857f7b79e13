import assert from 'node:assert/strict';
import type { Store, Stored } from '../../../services/opslag/store.ts';
import { openConversations } from '../../../services/vragen/conversation.ts';
import type { Remembered } from '../../../services/vragen/engine.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 23, 9);
const first: Remembered = {
  reading: {
    text: 'contracten met Assen',
    lang: 'nl',
    intent: 'afspraak.zoeken',
    filter: { partner: 'Gemeente Assen', type: 'contract' },
  },
  previous: { shown: ['AFS-2025-001'] },
};
const later: Remembered = {
  reading: { text: 'dank', lang: 'nl', intent: 'dank', filter: {} },
  previous: { shown: [] },
};

const fail = (fault: unknown): void => assert.fail(String(fault));

describe('conversations', () => {
  it('recall the last turn of a thread, and of no other', async () => {
    const conversations = openConversations(openMemoryStore(), fail);
    await conversations.remember('a', first, start);
    await conversations.remember('b', later, start);
    assert.deepEqual(await conversations.recall('a', start + hour), first);
    await conversations.remember('a', later, start + hour);
    assert.deepEqual(await conversations.recall('a', start + 2 * hour), later);
    assert.equal(await conversations.recall('c', start), undefined);
  });

  it('forget after 24 hours, and remember anew after that', async () => {
    const conversations = openConversations(openMemoryStore(), fail);
    await conversations.remember('a', first, start);
    assert.deepEqual(await conversations.recall('a', start + 24 * hour), first);
    assert.equal(await conversations.recall('a', start + 24 * hour + 1), undefined);
    await conversations.remember('a', later, start + 48 * hour);
    assert.deepEqual(await conversations.recall('a', start + 49 * hour), later);
  });

  it('keep the later of two turns that arrive in the wrong order', async () => {
    const conversations = openConversations(openMemoryStore(), fail);
    await conversations.remember('a', later, start + hour);
    await conversations.remember('a', first, start);
    assert.deepEqual(await conversations.recall('a', start + hour), later);
  });

  it('keep one of two first turns at once, without an error', async () => {
    const conversations = openConversations(openMemoryStore(), fail);
    await Promise.all([conversations.remember('a', first, start), conversations.remember('a', later, start)]);
    const kept = await conversations.recall('a', start);
    assert.ok(kept !== undefined && [first.reading.text, later.reading.text].includes(kept.reading.text));
  });

  it('forget a turn whose form is not that of today', async () => {
    const store = openMemoryStore();
    await store
      .collection<Stored & { at: number; turn: string }>({ name: 'gesprekken' })
      .insert({ _id: 'a', at: start, turn: '{"old":true}' });
    assert.equal(await openConversations(store, fail).recall('a', start), undefined);
  });

  it('recall what is still on its way to the store, and have it there once settled', async () => {
    const { store, letGo } = slowStore();
    const conversations = openConversations(store, fail);
    await conversations.remember('a', first, start);
    await conversations.remember('a', later, start + 1);
    assert.deepEqual(await conversations.recall('a', start + 1), later);
    const elsewhere = openConversations(store, fail);
    assert.equal(await elsewhere.recall('a', start + 1), undefined);
    letGo();
    await conversations.settled();
    assert.deepEqual(await elsewhere.recall('a', start + 1), later);
  });

  it('tell what the store refused, and go on with what it has', async () => {
    const store = openMemoryStore();
    const faults: unknown[] = [];
    const conversations = openConversations(store, (fault) => faults.push(fault));
    await conversations.remember('a', first, start);
    await conversations.settled();
    await store.close();
    await conversations.remember('a', later, start + hour);
    await conversations.settled();
    assert.equal(faults.length, 1);
    assert.deepEqual(await conversations.recall('a', start + hour), first);
  });
});

/** A store of which every insert waits until it is let go. */
function slowStore(): { readonly store: Store; readonly letGo: () => void } {
  const store = openMemoryStore();
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const collection: Store['collection'] = (declaration) => {
    const real = store.collection(declaration);
    return {
      get: (id) => real.get(id),
      find: (filter, options) => real.find(filter, options),
      replace: (doc, version) => real.replace(doc, version),
      insert: async (doc) => {
        await gate;
        return real.insert(doc);
      },
    };
  };
  return { store: { ...store, collection }, letGo: () => letGo() };
}
