import http from 'node:http';
import https from 'node:https';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { Fault, type Retry } from '../services/fault.ts';

/**
 * The one way out to the Bot Connector. botbuilder's own client repeats a POST up to four times when the answer is lost, so a
 * message would stand in the channel four times: this one asks once, with a time limit, and says what is known afterwards.
 */
type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type ConnectorResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;

/** What the connector did with a request. `later`: certainly not accepted. `uncertain`: it may stand in the channel. */
export class ConnectorFault extends Fault {
  readonly status: number | undefined;
  /** How long the connector asks to wait, milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: string,
    retry: Retry,
    message: string,
    details: { status?: number; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(code, retry, message, { cause: details.cause });
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/**
 * A connection that has been idle for long may have been dropped on the way without a word: the next message on it would be
 * uncertain, and so never sent again. It is let go well before any load balancer does.
 */
const keeping = { keepAlive: true, timeout: 30_000 };
const agents = { http: new http.Agent(keeping), https: new https.Agent(keeping) };

/** An answer of the connector is a few hundred bytes; more is not ours to read. */
const maxAnswerBytes = 1_048_576;

/** A call as it goes out: everything the connector is asked has a JSON body or none. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * One call, asked once.
 *
 * @param timeoutMs limit of the call, from the first byte out to the last byte in
 * @returns the body of the answer
 * @throws ConnectorFault when the connector did not accept it, or nobody knows
 */
export async function callConnector(call: Call, timeoutMs: number): Promise<string> {
  const { status, body, retryAfter } = await ask(call, timeoutMs);
  if (status >= 300) throw refusal(status, retryAfter);
  return body;
}

/** The same for botbuilder's own clients. */
export const createConnection = (timeoutMs: number): HttpClient => ({
  sendRequest: async (request) => {
    const { method, url, body: asked } = request;
    const call = { method, url, headers: request.headers.toJson({ preserveCase: true }) };
    const body = typeof asked === 'string' ? { body: asked } : {};
    const answer = await ask({ ...call, ...body }, timeoutMs);
    if (answer.status >= 400) throw refusal(answer.status, answer.retryAfter);
    const headers = request.headers.clone();
    for (const name of headers.headerNames()) headers.remove(name);
    headers.set('content-type', 'application/json');
    const response: ConnectorResponse = { request, status: answer.status, headers, bodyAsText: answer.body };
    return response;
  },
});

interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
}

function ask(call: Call, timeoutMs: number): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const url = new URL(call.url);
    const secure = url.protocol === 'https:';
    let connected = false;
    const outgoing = (secure ? https : http).request(url, {
      method: call.method,
      headers: call.headers,
      agent: secure ? agents.https : agents.http,
    });
    const limit = setTimeout(
      () => outgoing.destroy(new Fault('connector-timeout', 'uncertain', 'timed out')),
      timeoutMs,
    );
    outgoing.on('close', () => clearTimeout(limit));
    outgoing.on('socket', (socket) => {
      if (!socket.connecting) connected = true;
      else socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true));
    });
    outgoing.on('error', (cause) => reject(broken(connected, cause)));
    outgoing.on('response', (incoming) => {
      const parts: Buffer[] = [];
      let size = 0;
      incoming.on('data', (part: Buffer) => {
        size += part.length;
        if (size > maxAnswerBytes)
          outgoing.destroy(new Fault('connector-answer-too-long', 'uncertain', 'answer over 1 MB'));
        else parts.push(part);
      });
      incoming.on('error', (cause) => reject(broken(true, cause)));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          body: Buffer.concat(parts).toString('utf8'),
          retryAfter: incoming.headers['retry-after'],
        }),
      );
    });
    outgoing.end(call.body);
  });
}

/** Before a connection stood, no byte of the message can have left. */
const broken = (connected: boolean, cause: unknown): ConnectorFault =>
  connected
    ? new ConnectorFault('connector-silent', 'uncertain', 'connection lost or timed out after the request left', {
        cause,
      })
    : new ConnectorFault('connector-unreachable', 'later', 'no connection was made', { cause });

function refusal(status: number, retryAfter: string | undefined): ConnectorFault {
  if (status === 429) {
    const retryAfterMs = waitOf(retryAfter);
    return new ConnectorFault('connector-busy', 'later', 'connector asks to wait', { status, retryAfterMs });
  }
  if (status === 408 || status >= 500)
    return new ConnectorFault('connector-failed', 'uncertain', `connector answered ${status}`, { status });
  return new ConnectorFault('connector-refused', 'never', `connector answered ${status}`, { status });
}

/** `Retry-After` in whole seconds (the form Teams uses) to milliseconds; two seconds where it is missing or something else. */
function waitOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  return retryAfter !== undefined && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : 2000;
}
