import assert from 'node:assert/strict';
import { createAdapter } from '../../bot/adapter.ts';
import { ConnectorFault } from '../../bot/connection.ts';
import type { GatePolicy } from '../../bot/gate.ts';
import { createSender, outcomeOf, type Sender } from '../../bot/send.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { Fault } from '../../services/fault.ts';
import type { Address } from '../../services/kanalen/types.ts';
import { FakeConnector } from '../fakes/connector.ts';

const card = noticeCard({ kind: 'note', sentence: 'Dit is een proef.' }, 'nl');
const local: GatePolicy = { local: true, appId: '', issuer: '', tenants: new Set(), serviceHosts: new Set() };

describe('the sender', () => {
  let connector: FakeConnector;
  before(async () => {
    connector = await FakeConnector.start();
  });
  after(() => connector.stop());

  const senderWith = (policy: GatePolicy): Sender =>
    createSender(createAdapter({ botFramework: {}, callTimeoutMs: 2_000 }), policy);
  const address = (changes: Partial<Address> = {}): Address => ({
    tenantId: 'tenant-van-de-proef',
    conversationId: '19:odd@thread.tacv2',
    conversationType: 'channel',
    channelId: '19:odd@thread.tacv2',
    serviceUrl: connector.serviceUrl,
    botId: '28:ketenregie',
    ...changes,
  });

  it('begins a new thread in a channel, and says which message it became', async () => {
    const outcome = await senderWith(local).post(address(), card);
    const delivered = connector.delivered.at(-1);
    assert.equal(delivered?.newThread, true);
    assert.deepEqual(outcome, {
      kind: 'accepted',
      activityId: delivered.activityId,
      conversationId: delivered.conversationId,
    });
    assert.equal(delivered.activity.summary, card.fallbackText);
  });

  it('adds a message to a chat', async () => {
    const { channelId: _, ...chat } = address({ conversationId: 'a:chat', conversationType: 'personal' });
    const outcome = await senderWith(local).post(chat, card);
    const delivered = connector.delivered.at(-1);
    assert.deepEqual([delivered?.newThread, delivered?.conversationId], [false, 'a:chat']);
    assert.equal(outcome.kind, 'accepted');
  });

  it('puts a card in the place of one that stands', async () => {
    const outcome = await senderWith(local).replace(address(), '19:odd@thread.tacv2;messageid=1', 'kaart-1', card);
    assert.deepEqual(outcome, {
      kind: 'accepted',
      activityId: 'kaart-1',
      conversationId: '19:odd@thread.tacv2;messageid=1',
    });
    assert.equal(connector.updated.at(-1)?.activityId, 'kaart-1');
  });

  it('sends nothing to an address that was good once and is not any more', async () => {
    const before = connector.requests;
    const production: GatePolicy = {
      local: false,
      appId: 'app',
      issuer: '',
      tenants: new Set(['tenant-van-de-proef']),
      serviceHosts: new Set(['smba.trafficmanager.net']),
    };
    const refused = { kind: 'refused', permanent: true, reason: 'address-not-allowed' };
    for (const [policy, changed] of [
      [production, {}],
      [production, { serviceUrl: 'https://voorbeeld.example/' }],
      [production, { serviceUrl: 'https://smba.trafficmanager.net/emea/', tenantId: 'andere-tenant' }],
      [local, { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ] as const) {
      const sender = senderWith(policy);
      assert.deepEqual(await sender.post(address(changed), card), refused);
      assert.deepEqual(await sender.replace(address(changed), 'a', 'b', card), refused);
    }
    assert.equal(connector.requests, before);
  });

  it('tries only that again which was certainly not accepted', () => {
    const fault = (retry: Fault['retry'], details: { status?: number; retryAfterMs?: number } = {}) =>
      outcomeOf(new ConnectorFault('proef', retry, 'proef', details));
    assert.deepEqual(fault('uncertain', { status: 500 }), { kind: 'uncertain', reason: 'proef' });
    assert.deepEqual(fault('never', { status: 403 }), { kind: 'refused', permanent: true, reason: 'proef' });
    assert.deepEqual(fault('never', { status: 401 }), { kind: 'refused', permanent: false, reason: 'proef' });
    assert.deepEqual(fault('later'), { kind: 'refused', permanent: false, reason: 'proef' });
    assert.deepEqual(fault('later', { status: 429, retryAfterMs: 5 }), {
      kind: 'refused',
      permanent: false,
      reason: 'proef',
      retryAfterMs: 5,
    });
    for (const other of [new TypeError('x'), new Fault('opslag-disk', 'never', 'x'), 'x', undefined])
      assert.deepEqual(outcomeOf(other), { kind: 'uncertain', reason: 'unexpected' });
  });
});
