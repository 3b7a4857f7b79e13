import assert from 'node:assert/strict';
import { boundSince, kanaalId, openKanalen } from '../../../services/kanalen/kanalen.ts';
import type { Address } from '../../../services/kanalen/types.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';

const channel: Address = {
  tenantId: 'tenant-een',
  conversationId: '19:kanaal@thread.tacv2',
  conversationType: 'channel',
  serviceUrl: 'https://smba.voorbeeld.example/',
  botId: '28:bot',
  teamId: '19:team',
  channelId: '19:kanaal@thread.tacv2',
};
const day = 86_400_000;
const noon = 20_000 * day + day / 2;

describe('kanalen', () => {
  it('are the same for every thread of a channel, and another for another tenant', () => {
    const thread = { ...channel, conversationId: `${channel.conversationId};messageid=1700000000000` };
    assert.equal(kanaalId(thread), kanaalId(channel));
    assert.equal(kanaalId({ ...channel, tenantId: 'TENANT-EEN' }), kanaalId(channel));
    assert.notEqual(kanaalId({ ...channel, tenantId: 'tenant-twee' }), kanaalId(channel));
  });

  it('are written at most once a day while nothing changes', async () => {
    const kanalen = openKanalen(openMemoryStore());
    const first = await kanalen.keepAddress(channel, { naam: 'Algemeen', now: noon });
    assert.equal((await kanalen.keepAddress(channel, { now: noon + 1000 })).version, first.version);
    assert.equal((await kanalen.keepAddress(channel, { naam: 'Algemeen', now: noon + 2000 })).version, first.version);
    const tomorrow = await kanalen.keepAddress(channel, { now: noon + day });
    assert.equal(tomorrow.version, first.version + 1);
    assert.equal(tomorrow.seenAt, noon + day);
    assert.equal(tomorrow.naam, 'Algemeen');
  });

  it('keep a new service address at once, and no person of a channel', async () => {
    const kanalen = openKanalen(openMemoryStore());
    await kanalen.keepAddress({ ...channel, userAadId: 'persoon-een', locale: 'nl-NL' }, { now: noon });
    const moved = await kanalen.keepAddress(
      { ...channel, serviceUrl: 'https://nieuw.voorbeeld.example/', userAadId: 'persoon-twee', locale: 'en-GB' },
      { now: noon + 1 },
    );
    assert.equal(moved.address.serviceUrl, 'https://nieuw.voorbeeld.example/');
    assert.equal(moved.address.userAadId, undefined);
    assert.equal(moved.address.locale, 'nl-NL');
    const personal = await kanalen.keepAddress(
      { ...channel, conversationId: 'a:1', conversationType: 'personal', userAadId: 'persoon-een' },
      { now: noon },
    );
    assert.equal(personal.address.userAadId, 'persoon-een');
  });

  it('bind a verband once and remember since when', async () => {
    const kanalen = openKanalen(openMemoryStore());
    const { _id } = await kanalen.keepAddress(channel, { now: noon });
    await kanalen.bindVerband(_id, 'v1', noon + 5);
    const again = await kanalen.bindVerband(_id, 'v1', noon + 99);
    assert.deepEqual(again?.verbanden, ['v1']);
    assert.equal(again && boundSince(again, 'v1'), noon + 5);
    await kanalen.bindVerband(_id, 'v2', noon + 7);
    assert.deepEqual(
      (await kanalen.kanalenOf('v2')).map((one) => one._id),
      [_id],
    );
    const left = await kanalen.unbindVerband(_id, 'v1');
    assert.deepEqual(left?.verbanden, ['v2']);
    assert.equal(left && boundSince(left, 'v1'), undefined);
    assert.equal(await kanalen.bindVerband('k-onbekend', 'v1', noon), undefined);
  });

  it('are silent after a removal until the bot is back, and then count from that moment', async () => {
    const kanalen = openKanalen(openMemoryStore());
    const { _id } = await kanalen.keepAddress(channel, { now: noon });
    await kanalen.bindVerband(_id, 'v1', noon);
    await kanalen.markRemoved(_id);
    assert.equal((await kanalen.kanaal(_id))?.removed, true);
    assert.deepEqual(await kanalen.kanalenOf('v1'), []);
    const back = await kanalen.keepAddress(channel, { now: noon + 3000 });
    assert.equal(back.removed, false);
    assert.equal(boundSince(back, 'v1'), noon + 3000);
  });

  it('list the bound ones apart from the rest', async () => {
    const kanalen = openKanalen(openMemoryStore());
    const { _id } = await kanalen.keepAddress(channel, { now: noon });
    await kanalen.keepAddress({ ...channel, conversationId: 'a:1', conversationType: 'personal' }, { now: noon });
    await kanalen.bindVerband(_id, 'v1', noon);
    assert.deepEqual(
      (await kanalen.boundKanalen()).map((one) => one._id),
      [_id],
    );
    assert.equal((await kanalen.allKanalen()).length, 2);
  });
});
