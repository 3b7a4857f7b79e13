import http from 'node:http';
import { Fault } from '../../services/fault.ts';
import type { CountingConnector } from './counting-connector.ts';

/** So many people who each wait for an answer and then ask again. */
export const connections = 16;

const warmUpTurns = 2_000;

/** A turn that takes this long is no slow turn but a broken one. */
const longestTurnMs = 30_000;

export interface Round {
  readonly turnsPerSecond: number;
  /** Duration of each turn, ms: from the first byte out until the reply is at the connector and the bot has said 200. */
  readonly durations: readonly number[];
}

/** Puts a bot under load from all connections at once, each with a conversation of its own. */
export interface Load {
  round(address: string, question: string, seconds: number): Promise<Round>;
  /** So many turns that the engine has compiled what it will; what it does before that is no measure of anything. */
  warmUp(address: string, question: string): Promise<void>;
  /** One turn by itself; for the first one of a process. */
  turn(address: string, question: string): Promise<number>;
  stop(): void;
}

export function createLoad(connector: CountingConnector): Load {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  // New in every run as well: an activity that a store has met before gets no answer.
  const run = Date.now().toString(36);
  let asked = 0;

  const turn = async (address: string, question: string, person = 0): Promise<number> => {
    asked += 1;
    const activityId = `${run}-${asked}`;
    const from = performance.now();
    const answered = connector.answerTo(activityId);
    const status = await post(`${address}/api/messages`, activityOf(activityId, question, person, connector), agent);
    if (status !== 200) throw new Fault('bench-turn-failed', 'never', `a bot answered ${status}`);
    await inTime(answered);
    return performance.now() - from;
  };

  return {
    turn,
    round: async (address, question, seconds) => {
      const durations: number[] = [];
      const from = performance.now();
      const until = from + seconds * 1000;
      await Promise.all(
        Array.from({ length: connections }, async (_, person) => {
          while (performance.now() < until) durations.push(await turn(address, question, person));
        }),
      );
      return { durations, turnsPerSecond: (durations.length * 1000) / (performance.now() - from) };
    },
    warmUp: async (address, question) => {
      let left = warmUpTurns;
      await Promise.all(
        Array.from({ length: connections }, async (_, person) => {
          while (left-- > 0) await turn(address, question, person);
        }),
      );
    },
    stop: () => agent.destroy(),
  };
}

const activityOf = (id: string, text: string, person: number, { serviceUrl }: CountingConnector): string =>
  JSON.stringify({
    type: 'message',
    id,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:persoon-${person}`, name: `Voorbeeld ${person}`, aadObjectId: `aad-${person}` },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: `a:gesprek-${person}`, conversationType: 'personal', tenantId: 'tenant-een' },
    channelData: { tenant: { id: 'tenant-een' } },
    locale: 'nl-NL',
    text,
  });

const post = (url: string, body: string, agent: http.Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end(body);
  });

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Fault('bench-no-reply', 'never', 'no reply reached the connector')),
      longestTurnMs,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
