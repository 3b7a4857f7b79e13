import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { type Call, ConnectorFault, callConnector } from '../../bot/connection.ts';

/** One call out: asked once whatever happens, and what is known afterwards is said exactly. */
describe('a call to the connector', () => {
  let requests: number;
  let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;
  let server: http.Server;

  beforeEach(async () => {
    requests = 0;
    server = http.createServer((request, response) => {
      requests += 1;
      request.resume();
      request.on('end', () => answer(request, response));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/conversations`;
  const call = (changes: Partial<Call> = {}, timeoutMs = 5_000): Promise<string> =>
    callConnector(
      { method: 'POST', url: address(), headers: { 'content-type': 'application/json' }, body: '{"a":1}', ...changes },
      timeoutMs,
    );
  const faultOf = async (running: Promise<string>): Promise<Partial<ConnectorFault>> => {
    const fault = await running.then(
      () => assert.fail('it was accepted'),
      (error: unknown) => error,
    );
    assert.ok(fault instanceof ConnectorFault, String(fault));
    const { code, retry, status, retryAfterMs } = fault;
    return { code, retry, status, retryAfterMs };
  };

  it('gives the body of the answer', async () => {
    answer = (_request, response) => response.end('{"id":"één"}');
    assert.equal(await call(), '{"id":"één"}');
    assert.equal(requests, 1);
  });

  for (const status of [500, 501, 502, 503, 504, 408, 599]) {
    it(`calls ${status} uncertain, and asks once`, async () => {
      answer = (_request, response) => {
        response.statusCode = status;
        response.end('<html>');
      };
      assert.deepEqual(await faultOf(call()), {
        code: 'connector-failed',
        retry: 'uncertain',
        status,
        retryAfterMs: undefined,
      });
      assert.equal(requests, 1);
    });
  }

  for (const status of [400, 401, 403, 404, 405, 409, 413, 301, 302, 307]) {
    it(`calls ${status} refused, follows nothing, and asks once`, async () => {
      answer = (_request, response) => {
        response.statusCode = status;
        response.setHeader('location', address());
        response.end();
      };
      const { code, retry } = await faultOf(call());
      assert.deepEqual([code, retry], ['connector-refused', 'never']);
      assert.equal(requests, 1);
    });
  }

  for (const [header, waitMs] of [
    ['7', 7_000],
    ['0', 0],
    ['0.5', 500],
    ['999999', 3_600_000],
    ['-1', 2_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 2_000],
    [undefined, 2_000],
  ] as const) {
    it(`waits ${waitMs} ms when a busy connector says ${header}`, async () => {
      answer = (_request, response) => {
        response.statusCode = 429;
        if (header !== undefined) response.setHeader('retry-after', header);
        response.end();
      };
      const { code, retry, retryAfterMs } = await faultOf(call());
      assert.deepEqual([code, retry, retryAfterMs], ['connector-busy', 'later', waitMs]);
      assert.equal(requests, 1);
    });
  }

  const silent = { code: 'connector-silent', retry: 'uncertain', status: undefined, retryAfterMs: undefined };
  const troubles: readonly (readonly [string, typeof answer])[] = [
    ['hangs up without a word', (request) => request.socket.destroy()],
    ['never answers', () => undefined],
    [
      'hangs up in the middle of its answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"id":');
        setImmediate(() => request.socket.destroy());
      },
    ],
    [
      'keeps its answer dripping',
      (_request, response) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
    [
      'answers without an end',
      (_request, response) => {
        const pour = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.on('drain', pour);
        pour();
      },
    ],
    ['answers something else than HTTP', (request) => void request.socket.end('dit is geen HTTP\r\n\r\n')],
  ];
  for (const [what, trouble] of troubles) {
    it(`calls it uncertain when the connector ${what}, and asks once`, async () => {
      answer = trouble;
      assert.deepEqual(await faultOf(call({}, 500)), silent);
      assert.equal(requests, 1);
    });
  }

  it('knows that nothing left when there was no connection', async () => {
    const free = net.createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const { code, retry } = await faultOf(call({ url: `http://127.0.0.1:${port}/` }));
    assert.deepEqual([code, retry], ['connector-unreachable', 'later']);
  });

  it('knows that nothing left when the other side does not prove who it is', async () => {
    const { code, retry } = await faultOf(call({ url: address().replace('http:', 'https:') }));
    assert.deepEqual([code, retry], ['connector-unreachable', 'later']);
    assert.equal(requests, 0);
  });
});
