import restify, { type Request, type Response, type Server } from 'restify';

/** HTTP as CONTRACT §4 has it. Knows requests and answers, nothing of what they mean. */
export interface ServerParts {
  /** Handles one activity; never rejects. */
  readonly receive: (body: unknown, authorization: string | undefined) => Promise<HttpReply>;
  /** A reason why the bot is not ready, or `undefined` when it is. */
  readonly notReady: () => Promise<string | undefined>;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** The iCalendar that this token opens; `undefined`: none. */
  readonly agenda: (token: string) => Promise<{ readonly text: string; readonly etag: string } | undefined>;
}

export interface HttpReply {
  readonly status: number;
  readonly body?: unknown;
}

export interface RunningServer {
  /** `http://127.0.0.1:3978` */
  readonly address: string;
  /** Takes no new requests, waits for running ones, then lets idle connections go. */
  stop(): Promise<void>;
}

const maxBodyBytes = 262_144;

/** Words for what went wrong before a turn began; the library's own texts never leave the process. */
const refusals: Readonly<Record<number, string>> = {
  400: 'bad-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

export async function startServer(parts: ServerParts, port: number, host: string): Promise<RunningServer> {
  const server = restify.createServer({ name: 'ketenregie', ignoreTrailingSlash: true });
  let isStopping = false;
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const status = error.statusCode !== undefined && error.statusCode in refusals ? error.statusCode : 500;
      response.json(status, { error: refusals[status] ?? 'internal' });
      done();
    },
  );
  // restify takes a request for another protocol off the server and leaves it open: it would hold every stop back.
  server.server.on('upgrade', (_request, socket) => socket.destroy());
  // A request on a connection that stood open before the stop is the last one on it.
  server.pre((_request: Request, response: Response, next: () => void) => {
    if (isStopping) response.setHeader('connection', 'close');
    return next();
  });
  // Without this check any other content type would reach the turn as text, and restify would unpack a body without a limit, or
  // die of one that cannot be unpacked, before anybody has looked at the token. Teams sends plain JSON.
  server.pre((request: Request, response: Response, next: (error?: unknown) => void) => {
    const isPlain = request.header('content-encoding') === undefined && request.is('application/json');
    if (request.method !== 'POST' || isPlain) return next();
    response.json(415, { error: refusals[415] });
    return next(false);
  });
  const readBody = restify.plugins.bodyParser({ maxBodySize: maxBodyBytes, mapParams: false, rejectUnknown: true });

  server.post('/api/messages', ...[readBody].flat(), async (request: Request, response: Response) => {
    const reply = await parts.receive(request.body, request.header('authorization'));
    if (reply.body === undefined) response.send(reply.status);
    else response.json(reply.status, reply.body);
  });
  server.get('/health', async (_request: Request, response: Response) => {
    response.json(200, { status: 'alive' });
  });
  server.get('/ready', async (_request: Request, response: Response) => {
    const reason = await parts.notReady();
    if (reason === undefined) response.json(200, { status: 'ready' });
    else response.json(503, { status: 'not-ready', reason });
  });
  server.get('/metrics', async (_request: Request, response: Response) => {
    const { contentType, text } = await parts.metrics();
    response.sendRaw(200, text, { 'content-type': contentType });
  });

  const agenda = agendaHandler(parts.agenda);
  server.get('/agenda/:file', agenda);
  server.head('/agenda/:file', agenda);

  await listen(server, port, host);
  const at = server.address();
  return {
    address: `http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`,
    stop: () =>
      new Promise((resolve) => {
        isStopping = true;
        // A keep-alive connection would hold the close back for seconds after its last answer; a running turn keeps its own.
        const letGo = setInterval(() => server.server.closeIdleConnections(), 50);
        server.close(() => {
          clearInterval(letGo);
          resolve();
        });
        server.server.closeIdleConnections();
      }),
  };
}

const agendaSeconds = 900;
const agendaFile = /^([A-Za-z0-9_-]{1,200})\.ics$/;

/** `GET` and `HEAD /agenda/TOKEN.ics`. Whatever opens nothing is not found, in the same words and kept by nobody. */
const agendaHandler =
  (open: ServerParts['agenda']) =>
  async (request: Request, response: Response): Promise<void> => {
    const [, token] = agendaFile.exec(String(request.params.file)) ?? [];
    const feed = token === undefined ? undefined : await open(token);
    if (feed === undefined) {
      response.setHeader('cache-control', 'no-store');
      response.json(404, { error: refusals[404] });
      return;
    }
    const { text, etag } = feed;
    response.setHeader('cache-control', `private, max-age=${agendaSeconds}`);
    response.setHeader('etag', etag);
    const isKnown = request
      .header('if-none-match')
      ?.split(/,\s*/)
      .some((one) => one === '*' || bareTag(one) === etag);
    if (isKnown) {
      response.sendRaw(304, '');
      return;
    }
    const head = { 'content-type': 'text/calendar; charset=utf-8', 'content-length': String(Buffer.byteLength(text)) };
    response.sendRaw(200, request.method === 'HEAD' ? '' : text, head);
  };

/** A proxy that packs the answer marks the tag as weak; it is still the same calendar. */
const bareTag = (tag: string): string => tag.trim().replace(/^W\//, '');

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
