import assert from 'node:assert/strict';
import { createInbox } from '../../bot/inbox.ts';
import type { Stored } from '../../services/opslag/store.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { MovableClock } from '../journeys/teams.ts';

describe('the inbox', () => {
  it('gives a message to exactly one of many that claim it at once, in however many processes', async () => {
    const store = openMemoryStore();
    const clock = new MovableClock('2026-11-23T10:00:00+01:00');
    const inboxes = [1, 2, 3].map(() => createInbox(store, clock));
    for (let message = 0; message < 50; message += 1) {
      const claims = await Promise.all(
        Array.from({ length: 9 }, (_, at) => inboxes[at % 3]?.claim('gesprek', `bericht-${message}`)),
      );
      assert.equal(claims.filter((won) => won === true).length, 1);
    }
  });

  it('tells conversations apart, also where one id ends and the other begins', async () => {
    const inbox = createInbox(openMemoryStore(), new MovableClock('2026-11-23T10:00:00+01:00'));
    for (const [conversation, activity] of [
      ['a', 'b1'],
      ['ab', '1'],
      ['a"', '"b1'],
      ['', 'ab1'],
    ] as const) {
      assert.equal(await inbox.claim(conversation, activity), true);
      assert.equal(await inbox.claim(conversation, activity), false);
    }
  });

  it('remembers for a day, and stays as small as a day', async () => {
    const store = openMemoryStore();
    const clock = new MovableClock('2026-11-23T10:00:00+01:00');
    const inbox = createInbox(store, clock);
    for (let message = 0; message < 300; message += 1) await inbox.claim('gesprek', `eerste-dag-${message}`);
    clock.moveTo('2026-11-24T09:59:59+01:00');
    assert.equal(await inbox.claim('gesprek', 'eerste-dag-0'), false);
    clock.moveTo('2026-11-26T10:00:00+01:00');
    // So many that every drawer is opened again, give or take a few.
    for (let message = 0; message < 20_000; message += 1) await inbox.claim('gesprek', `later-${message}`);
    const drawers = await store
      .collection<Stored & { readonly claims: readonly { readonly at: number }[] }>({ name: 'ontvangen' })
      .find({});
    assert.ok(drawers.length <= 4096);
    const old = drawers.flatMap(({ claims }) => claims).filter(({ at }) => at < clock.now() - 86_400_000);
    assert.ok(old.length < 30, `${old.length} claims of days ago are still there`);
  });

  it('keeps no text and no address of what it has seen', async () => {
    const store = openMemoryStore();
    await createInbox(store, new MovableClock('2026-11-23T10:00:00+01:00')).claim('19:geheim@thread', 'geheim-bericht');
    assert.doesNotMatch(JSON.stringify(await store.collection({ name: 'ontvangen' }).find({})), /geheim/);
  });
});
