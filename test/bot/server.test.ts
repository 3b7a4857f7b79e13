import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { type HttpReply, type RunningServer, startServer } from '../../bot/server.ts';
import { Fault } from '../../services/fault.ts';

/** HTTP as CONTRACT §4 has it, with real requests. */
describe('the server', () => {
  const received: { readonly body: unknown; readonly authorization: string | undefined }[] = [];
  let reply: () => Promise<HttpReply>;
  let reason: string | undefined;
  const feeds = new Map([['proef-token', { text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', etag: '"een"' }]]);
  let server: RunningServer;

  beforeEach(async () => {
    received.length = 0;
    reason = undefined;
    reply = async () => ({ status: 200 });
    server = await startServer(
      {
        receive: async (body, authorization) => {
          received.push({ body, authorization });
          return reply();
        },
        notReady: async () => reason,
        metrics: async () => ({ contentType: 'text/plain; version=0.0.4', text: 'proef_total 1\n' }),
        agenda: async (token) => {
          if (token === 'breekt') throw new Fault('proef', 'later', 'geheim van de opslag');
          return feeds.get(token);
        },
      },
      0,
      '127.0.0.1',
    );
  });
  afterEach(() => server.stop());

  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${server.address}/api/messages`, { method: 'POST', body, headers });

  it('hands the body and the token on and gives back what came of it', async () => {
    reply = async () => ({ status: 202, body: { statusCode: 200, value: { type: 'AdaptiveCard' } } });
    const response = await post('{"type":"message","text":"é"}', {
      'content-type': 'application/json; charset=utf-8',
      authorization: 'Bearer proef',
    });
    assert.deepEqual(received, [{ body: { type: 'message', text: 'é' }, authorization: 'Bearer proef' }]);
    assert.equal(response.status, 202);
    assert.deepEqual(await response.json(), { statusCode: 200, value: { type: 'AdaptiveCard' } });
  });

  it('takes a body of just under 256 KB and refuses one of just over', async () => {
    const bodyOf = (bytes: number): string => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    assert.equal((await post(bodyOf(262_144))).status, 200);
    const over = await post(bodyOf(262_145));
    assert.deepEqual([over.status, await over.json()], [413, { error: 'body-too-large' }]);
    assert.equal(received.length, 1);
  });

  for (const [name, body, type, status, error] of [
    ['broken JSON', '{', 'application/json', 400, 'bad-request'],
    ['JSON that ends too soon', '{"a":"', 'application/json', 400, 'bad-request'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['files', '--x--', 'multipart/form-data; boundary=x', 415, 'unsupported-media-type'],
    ['text', '{}', 'text/plain', 415, 'unsupported-media-type'],
  ] as const) {
    it(`refuses ${name} with ${status}`, async () => {
      const response = await post(body, { 'content-type': type });
      assert.deepEqual([response.status, await response.json()], [status, { error }]);
      assert.deepEqual(received, []);
    });
  }

  for (const [name, encoding, body] of [
    ['would be 20 MB when unpacked', 'gzip', gzipSync(JSON.stringify({ a: 'x'.repeat(20_000_000) }))],
    ['cannot be unpacked', 'gzip', Buffer.from('{"type":"message"}')],
    ['ends halfway', 'gzip', gzipSync('{"type":"message"}').subarray(0, 20)],
    ['is packed in another way', 'br', Buffer.from('{}')],
  ] as const) {
    it(`refuses a packed body that ${name} with 415, unpacks nothing and lives on`, async () => {
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
      const response = await fetch(`${server.address}/api/messages`, { method: 'POST', body, headers });
      assert.deepEqual([response.status, await response.json()], [415, { error: 'unsupported-media-type' }]);
      assert.deepEqual(received, []);
      assert.equal((await post('{}')).status, 200);
    });
  }

  it('keeps the key __proto__ of a body a plain key', async () => {
    await post('{"type":"message","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
    assert.equal(Reflect.get({}, 'admin'), undefined);
    assert.equal(Reflect.get(Object(received[0]?.body), 'type'), 'message');
  });

  it('is alive, and ready unless there is a reason why not', async () => {
    const health = await fetch(`${server.address}/health`);
    assert.deepEqual([health.status, await health.json()], [200, { status: 'alive' }]);
    const ready = await fetch(`${server.address}/ready`);
    assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready' }]);
    reason = 'store';
    const unready = await fetch(`${server.address}/ready`);
    assert.deepEqual([unready.status, await unready.json()], [503, { status: 'not-ready', reason: 'store' }]);
    assert.equal((await fetch(`${server.address}/health`)).status, 200);
  });

  it('gives metrics as text', async () => {
    const response = await fetch(`${server.address}/metrics`);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    assert.equal(await response.text(), 'proef_total 1\n');
  });

  it('gives a calendar to who has its link, by GET and HEAD, with a tag to ask again by', async () => {
    const url = `${server.address}/agenda/proef-token.ics`;
    const response = await fetch(url);
    assert.deepEqual(
      ['content-type', 'cache-control', 'etag'].map((name) => response.headers.get(name)),
      ['text/calendar; charset=utf-8', 'private, max-age=900', '"een"'],
    );
    assert.equal(await response.text(), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR');
    const head = await fetch(url, { method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('content-length')], [200, '30']);
    assert.equal((await fetch(url, { headers: { 'if-none-match': 'W/"een"' } })).status, 304);
    assert.equal((await fetch(url, { headers: { 'if-none-match': '"twee"' } })).status, 200);
    assert.equal((await fetch(`${server.address}/agenda/ander.ics`)).status, 404);
  });

  it('says nothing of a fault behind a link, and lets nobody keep the answer', async () => {
    const response = await fetch(`${server.address}/agenda/breekt.ics`);
    assert.deepEqual([response.status, await response.json()], [500, { error: 'internal' }]);
    assert.doesNotMatch(response.headers.get('cache-control') ?? '', /max-age/);
    assert.equal(response.headers.get('etag'), null);
  });

  it('says in one word what is wrong with an address or a method', async () => {
    for (const [method, path, status, error] of [
      ['POST', '/health', 405, 'method-not-allowed'],
      ['DELETE', '/api/messages', 405, 'method-not-allowed'],
      ['GET', '/api/messages/../../etc/passwd', 404, 'not-found'],
      ['GET', '/%E0%A4%A', 404, 'not-found'],
    ] as const) {
      const response = await fetch(server.address + path, {
        method,
        ...(method === 'POST' && { headers: { 'content-type': 'application/json' } }),
      });
      assert.deepEqual([response.status, await response.json()], [status, { error }], `${method} ${path}`);
    }
  });

  it('hangs up on who asks for another protocol', async () => {
    const headers = { connection: 'upgrade', upgrade: 'websocket' };
    const request = http.get(`${server.address}/health`, { headers });
    const [error] = await once(request, 'error');
    assert.equal(error.code, 'ECONNRESET');
  });

  it('waits for running requests when it stops, and takes no new ones, not even on a connection that stays open', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = (): void => undefined;
    const begins = new Promise<void>((resolve) => {
      begun = resolve;
    });
    reply = async () => {
      begun();
      await released;
      return { status: 200 };
    };
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const running = postWith(agent, server.address);
    await begins;
    let stopped = false;
    const stopping = server.stop().then(() => {
      stopped = true;
    });
    await assert.rejects(fetch(`${server.address}/health`));
    assert.equal(stopped, false);
    release();
    assert.equal(await running, 200);
    await stopping;
    await assert.rejects(postWith(agent, server.address));
    agent.destroy();
    assert.equal(received.length, 1);
    server = await startServer(
      {
        receive: async () => ({ status: 200 }),
        notReady: async () => undefined,
        metrics: async () => ({ contentType: '', text: '' }),
        agenda: async () => undefined,
      },
      0,
      '127.0.0.1',
    );
  });
});

const postWith = (agent: http.Agent, address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = http.request(`${address}/api/messages`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.end('{}');
  });
