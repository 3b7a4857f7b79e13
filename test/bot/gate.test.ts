import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { createAdapter } from '../../bot/adapter.ts';
import { type GatePolicy, isLoopback, mayAnswer, passGate, teamsServiceHosts, tenantOf } from '../../bot/gate.ts';

/** The gate's own decisions; that they hold over HTTP with signed tokens is in journeys/sign-in. */
const production: GatePolicy = {
  local: false,
  appId: '11111111-1111-4111-8111-111111111111',
  issuer: 'https://api.botframework.com',
  tenants: new Set(['22222222-2222-4222-8222-222222222222']),
  serviceHosts: new Set([...teamsServiceHosts, 'extra.voorbeeld.example']),
};
const local: GatePolicy = { ...production, local: true, appId: '', tenants: new Set(), serviceHosts: new Set() };

describe('the gate', () => {
  for (const [address, inProduction, inLocalMode] of [
    ['https://smba.trafficmanager.net/emea/', true, false],
    ['https://SMBA.trafficmanager.net/emea/', true, false],
    ['https://smba.trafficmanager.net:443/emea', true, false],
    ['https://extra.voorbeeld.example/', true, false],
    ['http://smba.trafficmanager.net/emea/', false, false],
    ['https://smba.trafficmanager.net.voorbeeld.example/', false, false],
    ['https://smba.trafficmanager.net@voorbeeld.example/', false, false],
    ['https://iemand:geheim@smba.trafficmanager.net/', false, false],
    ['https://voorbeeld.example/smba.trafficmanager.net', false, false],
    ['https://voorbeeld.example#smba.trafficmanager.net', false, false],
    ['//smba.trafficmanager.net/', false, false],
    ['javascript:alert(1)', false, false],
    ['file:///etc/passwd', false, false],
    ['', false, false],
    ['http://127.0.0.1:3978/', false, true],
    ['http://localhost/', false, true],
    ['http://[::1]:80/', false, true],
    ['http://127.9.9.9/', false, true],
    ['http://2130706433/', false, true],
    ['http://127.0.0.1@voorbeeld.example/', false, false],
    ['http://127.0.0.1.voorbeeld.example/', false, false],
    ['http://localhost.voorbeeld.example/', false, false],
    ['http://0.0.0.0/', false, false],
    ['http://169.254.169.254/', false, false],
  ] as const) {
    it(`lets "${address}" be answered: ${inProduction ? '' : 'not '}in production, ${inLocalMode ? '' : 'not '}in local mode`, () => {
      assert.equal(mayAnswer(address, production), inProduction);
      assert.equal(mayAnswer(address, local), inLocalMode);
    });
  }

  it('lets nothing be answered that is no text', () => {
    for (const value of [undefined, null, 1, {}, ['https://smba.trafficmanager.net/'], new URL('http://localhost')])
      for (const policy of [production, local]) assert.equal(mayAnswer(value, policy), false);
  });

  it('knows the addresses of this machine, and resolves no name to find out', () => {
    for (const host of ['127.0.0.1', '127.255.0.1', '::1', '[::1]', 'localhost']) assert.ok(isLoopback(host), host);
    for (const host of ['128.0.0.1', '::', '127.0.0.1.nip.io', 'localhost.', '127.voorbeeld', '', '::ffff:127.0.0.1'])
      assert.ok(!isLoopback(host), host);
  });

  it('reads the tenant from either of two places, and believes neither when they differ', () => {
    const of = (channelData: unknown, tenantId?: unknown): string | undefined =>
      tenantOf({ channelData, conversation: { id: 'a', tenantId } } as Activity);
    assert.equal(of({ tenant: { id: 'een' } }), 'een');
    assert.equal(of(undefined, 'een'), 'een');
    assert.equal(of({ tenant: { id: 'een' } }, 'een'), 'een');
    assert.equal(of({ tenant: { id: 'een' } }, 'twee'), undefined);
    assert.equal(of({}), undefined);
    assert.equal(of({ tenant: { id: '' } }), undefined);
    assert.equal(of({ tenant: { id: ['een'] } }), undefined);
    assert.equal(of({ tenant: 'een' }, 7), undefined);
    assert.equal(of('tenant'), undefined);
  });

  it('never sees a body as an activity that lacks what later steps rely on', async () => {
    const adapter = createAdapter({ botFramework: {}, callTimeoutMs: 100 });
    const whole = {
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1/',
      from: { id: 'a' },
      recipient: { id: 'b' },
      conversation: { id: 'c' },
    };
    assert.equal((await passGate(whole, undefined, local, adapter)).kind, 'passed');
    for (const key of Object.keys(whole)) {
      for (const value of [undefined, null, 0, '', [], {}, { id: 1 }, { id: '' }]) {
        if (value === '' && (key === 'type' || key === 'channelId')) continue;
        const outcome = await passGate({ ...whole, [key]: value }, undefined, local, adapter);
        assert.equal(outcome.kind, 'stopped', `${key}: ${JSON.stringify(value)}`);
      }
    }
    for (const key of ['id', 'text', 'name', 'locale', 'replyToId', 'action']) {
      assert.equal((await passGate({ ...whole, [key]: null }, undefined, local, adapter)).kind, 'passed');
      for (const value of [0, true, [], {}])
        assert.equal((await passGate({ ...whole, [key]: value }, undefined, local, adapter)).kind, 'stopped', key);
    }
    for (const key of ['entities', 'attachments', 'membersAdded', 'membersRemoved']) {
      assert.equal((await passGate({ ...whole, [key]: [{}] }, undefined, local, adapter)).kind, 'passed');
      for (const value of [0, 'x', {}, [null], [['x']]])
        assert.equal((await passGate({ ...whole, [key]: value }, undefined, local, adapter)).kind, 'stopped', key);
    }
    for (const body of [undefined, null, '', 'message', 1, true, [], [whole]])
      assert.deepEqual(await passGate(body, undefined, local, adapter), {
        kind: 'stopped',
        status: 400,
        reason: 'not-an-activity',
      });
  });
});
