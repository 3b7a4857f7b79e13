import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A Bot Connector that takes every message and keeps none: test/fakes/connector.ts without its memory, so that the load costs
 * the bots as little as can be. Knows which activity each message answers, and how many bytes it had.
 */
export interface CountingConnector {
  readonly serviceUrl: string;
  /** Resolves to the size of the message that answers this activity, in bytes. */
  answerTo(activityId: string): Promise<number>;
  /** The body of the last message, for a look at what is being measured. */
  lastBody(): string;
  stop(): Promise<void>;
}

export async function startCountingConnector(): Promise<CountingConnector> {
  const waiting = new Map<string, (bytes: number) => void>();
  let last: readonly Buffer[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
      last = parts;
      // …/v3/conversations/ID/activities/ACTIVITY: what the reply answers stands last.
      const answered = request.url?.slice(request.url.lastIndexOf('/') + 1) ?? '';
      waiting.get(answered)?.(parts.reduce((sum, part) => sum + part.length, 0));
      waiting.delete(answered);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answerTo: (activityId) => new Promise((resolve) => waiting.set(activityId, resolve)),
    lastBody: () => Buffer.concat(last).toString('utf8'),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
