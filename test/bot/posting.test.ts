import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createPoster } from '../../bot/posting.ts';
import type { Sender } from '../../bot/send.ts';
import { openBesluitenregister } from '../../services/besluiten/besluitenregister.ts';
import { Fault } from '../../services/fault.ts';
import { openStand, timeZone } from '../services/herinneringen/stand.ts';

describe('how a reminder reaches its channel', () => {
  it('says that nothing left, and that it may be tried again, when the store is away', async () => {
    const stand = await openStand('2026-11-23');
    const kanaal = await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    const posted: string[] = [];
    const sender: Sender = {
      post: async ({ conversationId }) => {
        posted.push(conversationId);
        return { kind: 'accepted', activityId: 'bericht-1', conversationId };
      },
      reply: async () => ({ kind: 'refused', permanent: true, reason: 'not-asked' }),
      replace: async () => ({ kind: 'refused', permanent: true, reason: 'not-asked' }),
    };
    const { store, register, clock } = stand;
    const away = { ...stand.kanalen, kanaal: () => Promise.reject(new Fault('opslag-unreachable', 'later', 'away')) };
    const message = { occurrences: await stand.all() };
    const besluiten = openBesluitenregister({ store, clock, timeZone, random: randomBytes });
    const parts = { store, register, besluiten, clock, sender, timeZone };
    assert.deepEqual(await createPoster({ ...parts, kanalen: away }).post(kanaal, message), {
      kind: 'refused',
      permanent: false,
      reason: 'store-away',
    });
    assert.deepEqual(posted, []);
    assert.equal((await createPoster({ ...parts, kanalen: stand.kanalen }).post(kanaal, message)).kind, 'accepted');
    assert.equal(posted.length, 1);
  });
});
