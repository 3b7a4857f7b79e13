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
type ConnectorRequest = Parameters<HttpClient['sendRequest']>[0];
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

const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };

/** An answer of the connector is a few hundred bytes; more is not ours to read. */
const maxAnswerBytes = 1_048_576;

/** @param timeoutMs limit of one call, from the first byte out to the last byte in */
export const createConnection = (timeoutMs: number): HttpClient => ({
  sendRequest: async (request) => {
    const { status, body, retryAfter } = await ask(request, timeoutMs);
    if (status >= 400) throw refusal(status, retryAfter);
    const headers = request.headers.clone();
    for (const name of headers.headerNames()) headers.remove(name);
    headers.set('content-type', 'application/json');
    const response: ConnectorResponse = { request, status, headers, bodyAsText: body };
    return response;
  },
});

interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
}

function ask(request: ConnectorRequest, timeoutMs: number): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const url = new URL(request.url);
    const secure = url.protocol === 'https:';
    let connected = false;
    const outgoing = (secure ? https : http).request(url, {
      method: request.method,
      headers: request.headers.toJson({ preserveCase: true }),
      agent: secure ? agents.https : agents.http,
      signal: AbortSignal.timeout(timeoutMs),
    });
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
    outgoing.end(typeof request.body === 'string' ? request.body : undefined);
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
