import { randomUUID } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

/**
 * Stands for the Bot Connector of Teams: keeps every message that reached it, in order, and can be told to lose its own answer.
 * What it keeps is what people would see in the channel.
 */
export interface Delivered {
  readonly conversationId: string;
  readonly activityId: string;
  readonly replyToId: string | undefined;
  /** Whether it began a new thread in a channel. */
  readonly newThread: boolean;
  readonly activity: Record<string, unknown>;
  readonly authorization: string | undefined;
}

/** What happens to the next posts: each is taken once, then the connector is well again. */
export type Mishap =
  /** The message stands in the channel, the answer is lost in this way. */
  | { readonly kind: 'accepts-then'; readonly status: 500 | 502 | 503 | 504 | 408 | 'reset' | 'silence' }
  /** The message stands in the channel, the answer comes when this promise does. */
  | { readonly kind: 'accepts-when'; readonly released: Promise<void> }
  /** The message does not reach the channel. */
  | { readonly kind: 'refuses'; readonly status: 400 | 401 | 403 | 404 | 429; readonly retryAfter?: number };

export class FakeConnector {
  readonly delivered: Delivered[] = [];
  readonly updated: Delivered[] = [];
  /** Every request that came in, also those that were refused. */
  requests = 0;
  readonly mishaps: Mishap[] = [];
  /** Called when a message stands in the channel, before the sender hears of it. */
  onAccepted: (activity: Record<string, unknown>) => void = () => undefined;
  readonly #server: http.Server | https.Server;
  readonly #scheme: 'http' | 'https';
  #port = 0;
  readonly #waiting: { count: number; resolve: () => void }[] = [];

  private constructor(server: http.Server | https.Server, scheme: 'http' | 'https') {
    this.#server = server;
    this.#scheme = scheme;
  }

  /** @param tls with a certificate for `localhost`: over https, as production demands it */
  static async start(tls?: { readonly key: string; readonly cert: string }): Promise<FakeConnector> {
    const server = tls === undefined ? http.createServer() : https.createServer(tls);
    const connector = new FakeConnector(server, tls === undefined ? 'http' : 'https');
    server.on('request', (request, response) => connector.#answer(request, response));
    await connector.resume();
    return connector;
  }

  get serviceUrl(): string {
    return `${this.#scheme}://${this.#scheme === 'http' ? '127.0.0.1' : 'localhost'}:${this.#port}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Listens again at the same address after {@link stop}; in between every connection is refused. */
  async resume(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Resolves when this many messages stand in the channels. */
  async until(count: number): Promise<void> {
    if (this.delivered.length >= count) return;
    await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
  }

  #answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      this.requests += 1;
      const path = (request.url ?? '').replace(/^\/+/, '').split('/').map(decodeURIComponent);
      const body: Record<string, unknown> = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString('utf8')) : {};
      const mishap = request.method === 'POST' ? this.mishaps.shift() : undefined;
      if (mishap?.kind === 'refuses') {
        const headers = mishap.retryAfter === undefined ? {} : { 'retry-after': String(mishap.retryAfter) };
        response.writeHead(mishap.status, { 'content-type': 'application/json', ...headers });
        response.end('{"error":{"code":"refused"}}');
        return;
      }
      const kept = this.#keep(request, path, body);
      if (kept === undefined) {
        response.writeHead(404);
        response.end();
        return;
      }
      if (mishap?.kind === 'accepts-when')
        void mishap.released.then(() => this.#reply(kept, undefined, request, response));
      else this.#reply(kept, mishap?.status, request, response);
      for (const waiting of this.#waiting) if (this.delivered.length >= waiting.count) waiting.resolve();
    });
  }

  #reply(
    kept: Delivered,
    mishap: Extract<Mishap, { kind: 'accepts-then' }>['status'] | undefined,
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): void {
    if (mishap === undefined) {
      const id = kept.newThread ? { id: kept.conversationId, activityId: kept.activityId } : { id: kept.activityId };
      response.writeHead(kept.newThread ? 201 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(id));
    } else if (mishap === 'reset') request.socket.destroy();
    else if (mishap !== 'silence') {
      response.writeHead(mishap, { 'content-type': 'text/plain' });
      response.end('lost');
    }
  }

  #keep(request: http.IncomingMessage, path: readonly string[], body: Record<string, unknown>): Delivered | undefined {
    const [version, conversations, conversationId, activities, replyToId] = path;
    if (version !== 'v3' || conversations !== 'conversations') return undefined;
    const authorization = request.headers.authorization;
    const activityId = randomUUID();
    if (request.method === 'POST' && conversationId === undefined) {
      const channel = (body.channelData as { channel: { id: string } }).channel.id;
      const activity = body.activity as Record<string, unknown>;
      return this.#push({
        conversationId: `${channel};messageid=${activityId}`,
        activityId,
        replyToId: undefined,
        newThread: true,
        activity,
        authorization,
      });
    }
    if (conversationId === undefined || activities !== 'activities') return undefined;
    if (request.method === 'PUT' && replyToId !== undefined) {
      const update = {
        conversationId,
        activityId: replyToId,
        replyToId: undefined,
        newThread: false,
        activity: body,
        authorization,
      };
      this.updated.push(update);
      return update;
    }
    if (request.method !== 'POST') return undefined;
    return this.#push({ conversationId, activityId, replyToId, newThread: false, activity: body, authorization });
  }

  #push(message: Delivered): Delivered {
    this.delivered.push(message);
    this.onAccepted(message.activity);
    return message;
  }
}
