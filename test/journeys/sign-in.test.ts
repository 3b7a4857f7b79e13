import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/config.ts';
import { skipAbsent } from '../absent.ts';
import { eventIn, type RunningBot, startBot, startScript } from '../fakes/bot-process.ts';
import { FakeConnector } from '../fakes/connector.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { channelIssuer, emulatorIssuer, type TokenOptions, TokenService } from '../fakes/token-service.ts';
import { cardOf, person, personal, Teams, textOf } from './teams.ts';

/** Who gets in, over real HTTP, with really signed tokens, at a bot that runs as in production in a process of its own. */
const appId = '11111111-1111-4111-8111-111111111111';
const tenant = '22222222-2222-4222-8222-222222222222';
const otherTenant = '33333333-3333-4333-8333-333333333333';
const question = 'hoeveel afspraken zijn er met Voorbeeldgemeente?';
const now = (): number => Math.floor(Date.now() / 1000);

interface Case {
  readonly name: string;
  /** Changes to an activity that is right. */
  readonly activity?: Readonly<Record<string, unknown>>;
  /** Changes to claims that are right; `null`: the claim is left out. */
  readonly claims?: Readonly<Record<string, string | null>>;
  readonly token?: TokenOptions;
  /** In place of a token. */
  readonly authorization?: string | undefined;
  readonly status: number;
  readonly error: string;
}

const in401 = { status: 401, error: 'token-not-valid' } as const;
const in403 = { status: 403, error: 'service-address-not-allowed' } as const;

const cases: readonly Case[] = [
  { name: 'no token', authorization: undefined, status: 401, error: 'no-token' },
  { name: 'an empty token', authorization: 'Bearer ', ...in401 },
  { name: 'a token that is no token', authorization: 'Bearer geen.echt.bewijs', ...in401 },
  { name: 'another scheme', authorization: 'Basic Z2VlbjpiZXdpanM=', ...in401 },
  { name: 'a token without signature', authorization: 'unsigned', ...in401 },
  { name: 'a forged signature', token: { key: 'forged' }, ...in401 },
  { name: 'a key that is not endorsed for Teams', token: { key: 'unendorsed' }, ...in401 },
  { name: 'an expired token', token: { expiresAt: now() - 3600 }, ...in401 },
  { name: 'another issuer', claims: { iss: 'https://voorbeeld.example/' }, ...in401 },
  {
    name: 'a token that anybody may get for their own app',
    claims: { iss: emulatorIssuer, ver: '2.0', azp: appId },
    status: 401,
    error: 'issuer-not-accepted',
  },
  {
    name: "a token of one bot to another, with our app's id in it",
    claims: { iss: emulatorIssuer, ver: '2.0', azp: otherTenant },
    ...in401,
  },
  { name: 'a token for another app', claims: { aud: otherTenant }, ...in401 },
  { name: 'a token without a service address', claims: { serviceurl: null }, ...in401 },
  {
    name: 'a token for another service address',
    claims: { serviceurl: 'https://smba.trafficmanager.net/emea/' },
    ...in401,
  },
  {
    name: "another tenant's message",
    activity: { channelData: { tenant: { id: otherTenant } }, conversation: inTenant(otherTenant) },
    status: 403,
    error: 'tenant-not-allowed',
  },
  {
    name: 'two tenants in one message',
    activity: { channelData: { tenant: { id: tenant } }, conversation: inTenant(otherTenant) },
    status: 403,
    error: 'tenant-not-allowed',
  },
  {
    name: 'a message without a tenant',
    activity: { channelData: {}, conversation: { id: 'a:gesprek', conversationType: 'personal' } },
    status: 403,
    error: 'tenant-not-allowed',
  },
  {
    name: 'a message without a service address',
    activity: { serviceUrl: undefined },
    status: 400,
    error: 'not-an-activity',
  },
  { name: 'a service address that is no address', activity: { serviceUrl: 'geen adres' }, ...in403 },
  { name: 'a service address elsewhere', activity: { serviceUrl: 'https://voorbeeld.example/' }, ...in403 },
  {
    name: 'a service address with a known name as its user',
    activity: { serviceUrl: 'https://smba.trafficmanager.net@voorbeeld.example/' },
    ...in403,
  },
  {
    name: 'a service address that begins with a known name',
    activity: { serviceUrl: 'https://smba.trafficmanager.net.voorbeeld.example/' },
    ...in403,
  },
  { name: 'another channel', activity: { channelId: 'emulator' }, status: 403, error: 'not-teams' },
  {
    name: 'a channel that picks another validator',
    activity: { channelId: 'AseChannel' },
    status: 403,
    error: 'not-teams',
  },
  { name: 'a body without a type', activity: { type: undefined }, status: 400, error: 'not-an-activity' },
  { name: 'a body without a sender', activity: { from: undefined }, status: 400, error: 'not-an-activity' },
  {
    name: 'a body with a list for a conversation',
    activity: { conversation: [] },
    status: 400,
    error: 'not-an-activity',
  },
];

function inTenant(id: string) {
  return { id: 'a:gesprek', conversationType: 'personal', tenantId: id };
}

describe('sign-in', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'ketenregie-sign-in-'));
  let tokens: TokenService;
  let connector: FakeConnector;
  let plain: FakeConnector;
  let bot: RunningBot;
  const shown: string[] = [];

  before(async function () {
    const certificate = makeCertificate(folder);
    if (certificate === undefined)
      return skipAbsent(this, 'openssl, which makes the certificate of the connector, is not on the path');
    [tokens, connector, plain] = await Promise.all([
      TokenService.start(),
      FakeConnector.start(certificate),
      FakeConnector.start(),
    ]);
    bot = await startBot(
      {
        MicrosoftAppId: appId,
        MicrosoftAppType: 'MultiTenant',
        MicrosoftAppPassword: 'wachtwoord-van-de-proef',
        ALLOWED_TENANTS: tenant,
        ALLOWED_SERVICE_HOSTS: 'localhost,127.0.0.1',
        ToBotFromChannelOpenIdMetadataUrl: tokens.metadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: tokens.metadataUrl,
        ToBotFromChannelTokenIssuer: channelIssuer,
        DATA_DIR: join(folder, 'data'),
        NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem'),
        LOG_LEVEL: 'debug',
      },
      'test/fakes/signed-bot.ts',
    );
  });

  after(async () => {
    bot?.child.kill('SIGTERM');
    await bot?.ended;
    await Promise.all([tokens?.stop(), connector?.stop(), plain?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const activity = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    text: question,
    from: { id: '29:proef', name: 'Voorbeeld Proefpersoon', aadObjectId: 'aad-proef' },
    recipient: { id: `28:${appId}`, name: 'Ketenregie' },
    conversation: inTenant(tenant),
    channelData: { tenant: { id: tenant } },
    ...changes,
  });

  async function bearer(claims: Case['claims'] = {}, options: TokenOptions = {}): Promise<string> {
    const wanted = { iss: channelIssuer, aud: appId, serviceurl: connector.serviceUrl, ...claims };
    const kept = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
    return tokens.bearer(kept, options);
  }

  /** The bearer's claims with no signature at all, as `alg: none` would have it. */
  async function unsigned(): Promise<string> {
    const [, payload] = (await bearer()).split('.');
    return `Bearer ${Buffer.from('{"alg":"none","kid":"own"}').toString('base64url')}.${payload}.`;
  }

  async function post(body: string, headers: Readonly<Record<string, string>>) {
    const response = await fetch(`${bot.address}/api/messages`, { method: 'POST', body, headers });
    const text = await response.text();
    shown.push(text);
    return { status: response.status, type: response.headers.get('content-type') ?? '', text };
  }

  const json = { 'content-type': 'application/json' };

  it('lets a message with a valid token through to a turn, and answers at the address in the token', async () => {
    const outcome = await post(JSON.stringify(activity()), { ...json, authorization: await bearer() });
    assert.equal(outcome.status, 200, bot.errors.join('\n'));
    assert.equal(connector.delivered.length, 1);
    const [delivered] = connector.delivered;
    assert.equal(delivered?.conversationId, 'a:gesprek');
    assert.equal(delivered?.authorization, 'Bearer uitgaand-bewijs');
    assert.notEqual(textOf(cardOf(delivered?.activity ?? {})), '');
  });

  it('answers a button of a card with HTTP 200 and a card', async () => {
    const button = activity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'help', data: { v: 1 } } },
    });
    const before = connector.requests;
    const outcome = await post(JSON.stringify(button), { ...json, authorization: await bearer() });
    assert.equal(outcome.status, 200);
    assert.equal(JSON.parse(outcome.text).statusCode, 200);
    assert.ok(connector.requests >= before);
  });

  for (const each of cases) {
    it(`stops ${each.name}: ${each.status}, and nothing leaves`, async () => {
      const before = connector.requests;
      const given = 'authorization' in each ? each.authorization : await bearer(each.claims, each.token);
      const authorization = given === 'unsigned' ? await unsigned() : given;
      const outcome = await post(JSON.stringify(activity(each.activity)), {
        ...json,
        ...(authorization !== undefined && { authorization }),
      });
      assert.equal(outcome.status, each.status);
      assert.match(outcome.type, /^application\/json/);
      assert.deepEqual(JSON.parse(outcome.text), { error: each.error });
      assert.equal(connector.requests, before);
    });
  }

  it('stops a plain http service address although token and message agree on it and its host is on the list', async () => {
    const outcome = await post(JSON.stringify(activity({ serviceUrl: plain.serviceUrl })), {
      ...json,
      authorization: await bearer({ serviceurl: plain.serviceUrl }),
    });
    assert.equal(outcome.status, 403);
    assert.deepEqual(JSON.parse(outcome.text), { error: 'service-address-not-allowed' });
    assert.equal(plain.requests, 0);
  });

  describe('what is no activity at all', () => {
    const bodies = [
      ['broken JSON', '{"type": "message", ', json, 400, 'bad-request'],
      ['a list', '[]', json, 400, 'not-an-activity'],
      ['nothing', '', json, 400, 'not-an-activity'],
      ['text', 'type=message', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
      [
        'a form',
        'type=message',
        { 'content-type': 'application/x-www-form-urlencoded' },
        415,
        'unsupported-media-type',
      ],
      ['more than 256 KB', JSON.stringify({ type: 'message', text: 'x'.repeat(262_144) }), json, 413, 'body-too-large'],
    ] as const;
    for (const [name, body, headers, status, error] of bodies) {
      it(`stops ${name} with ${status}, though the token is valid`, async () => {
        const outcome = await post(body, { ...headers, authorization: await bearer() });
        assert.deepEqual([outcome.status, JSON.parse(outcome.text)], [status, { error }]);
        assert.match(outcome.type, /^application\/json/);
      });
    }

    it('stops a body of more than 256 KB that does not say how long it is', async () => {
      const chunk = new TextEncoder().encode('x'.repeat(65_536));
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1;
          if (sent > 8) controller.close();
          else controller.enqueue(chunk);
        },
      });
      const response = await fetch(`${bot.address}/api/messages`, {
        method: 'POST',
        body,
        headers: { ...json, authorization: await bearer() },
        duplex: 'half',
      } as RequestInit);
      assert.equal(response.status, 413);
      assert.deepEqual(await response.json(), { error: 'body-too-large' });
    });

    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      it(`stops ${method} with 405`, async () => {
        const response = await fetch(`${bot.address}/api/messages`, { method });
        assert.deepEqual([response.status, await response.json()], [405, { error: 'method-not-allowed' }]);
      });
    }

    it('knows no other address', async () => {
      const response = await fetch(`${bot.address}/api/anders`);
      assert.deepEqual([response.status, await response.json()], [404, { error: 'not-found' }]);
    });
  });

  describe('after all of this', () => {
    it('shows nobody a stack, a library or a path', () => {
      assert.ok(shown.length > cases.length);
      for (const text of shown) assert.doesNotMatch(text, /node_modules|at \w+ \(|Error:|restify|botbuilder|jwt/i);
    });

    it('keeps texts, names and tokens out of everything it writes down', async () => {
      const written = [...bot.output, ...bot.errors].join('\n');
      assert.ok(bot.output.map(eventIn).some(({ event }) => event === 'stopped-at-gate'));
      for (const secret of [question, 'Voorbeeldgemeente', 'Proefpersoon', 'aad-proef', 'eyJ', 'wachtwoord', 'bewijs'])
        assert.ok(!written.includes(secret), `${secret} is written down`);
    });
  });
});

describe('without sign-in', function () {
  this.timeout(30_000);

  it('the bot does not start without an app registration: exit 1 and one Dutch line', async () => {
    const bot = startScript('bot/main.ts', [], {});
    assert.deepEqual(await bot.ended, [1, null]);
    assert.deepEqual(bot.output, []);
    assert.equal(bot.errors.length, 1, bot.errors.join('\n'));
    assert.match(bot.errors[0] ?? '', /^Ketenregie start niet: MicrosoftAppId moet .*LOCAL_MODE=1\.$/);
  });

  it('local mode is refused at an address that others can reach, and together with an app registration', () => {
    for (const [env, variable] of [
      [{ LOCAL_MODE: '1', HOST: '0.0.0.0' }, 'HOST'],
      [{ LOCAL_MODE: '1', HOST: 'voorbeeld.example' }, 'HOST'],
      [{ LOCAL_MODE: '1', MicrosoftAppId: appId }, 'LOCAL_MODE'],
    ] as const) {
      const outcome = readConfig(env);
      assert.equal(outcome.kind === 'refused' && outcome.variable, variable);
    }
  });

  it('a bot in local mode answers nobody but this machine', async () => {
    const store = openMemoryStore();
    const teams = await Teams.open(async () => store);
    const said = teams.messageFrom(question, person('Vermeer'), personal('vermeer'));
    for (const serviceUrl of [
      'https://smba.trafficmanager.net/emea/',
      'http://localhost.voorbeeld.example/',
      'http://127.0.0.1@voorbeeld.example/',
      'http://0.0.0.0:80/',
      'http://[::ffff:10.0.0.1]/',
      'http://10.0.0.1/',
    ]) {
      const { status, body } = await teams.deliver({ ...said, serviceUrl });
      assert.deepEqual([status, body], [403, { error: 'service-address-not-allowed' }], serviceUrl);
    }
    assert.equal(teams.connector.requests, 0);
    assert.equal((await teams.deliver(said)).status, 200);
    assert.equal(teams.connector.delivered.length, 1);
    await teams.close();
  });
});

function makeCertificate(folder: string): { readonly key: string; readonly cert: string } | undefined {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words =
    'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost'.split(' ');
  try {
    execFileSync('openssl', [...words, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}
