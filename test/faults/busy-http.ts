import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdapter } from '../../bot/adapter.ts';
import type { GatePolicy } from '../../bot/gate.ts';
import { createSender } from '../../bot/send.ts';
import { systemClock } from '../../services/clock.ts';
import { deliverDue } from '../../services/herinneringen/deliver.ts';
import { createSendLimiter, teamsLimits } from '../../services/herinneringen/limiter.ts';
import { openStoreOn } from '../../services/opslag/embedded.ts';
import { FailingDisk } from '../fakes/failing-disk.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { openStand } from '../services/herinneringen/stand.ts';
import { countArrivals } from './arrivals.ts';
import type { Fault, FaultOutcome } from './fault.ts';
import { cardOfOccurrences, occurrencesIn } from './told.ts';

/** The same over real HTTP in real time, with a busy time of seconds instead of a minute: what a virtual clock cannot show. */
export const busyHttp: Fault = {
  name: 'busy-http',
  title: '95 % of sends refused with 429 for 6 s, over HTTP in real time',
  bar: '0 lost, 0 double, limits of Teams never exceeded',
  runs: { short: 120, long: 600 },
  run: refuse,
};

const busyMs = 6_000;
const talkative = 50;
const perKanaal = 5;
const policy: GatePolicy = { local: true, appId: '', issuer: '', tenants: new Set(), serviceHosts: new Set() };

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

async function refuse(messages: number, seed: number): Promise<FaultOutcome> {
  const random = seededRandom(seed);
  const failures: string[] = [];
  const told: string[] = [];
  const conversations = countArrivals(teamsLimits.perKanaal);
  const tenants = countArrivals(teamsLimits.perTenant);
  const started = Date.now();
  let requests = 0;
  const server = createServer((request, response) => {
    // By a clock that is not set back or forth; the moment at which the request is here.
    const now = performance.now();
    requests += 1;
    for (const broken of [conversations.arrive(request.url ?? '', now), tenants.arrive('tenant', now)]) {
      if (broken !== undefined) failures.push(broken);
    }
    void bodyOf(request).then((activity) => {
      response.setHeader('content-type', 'application/json');
      if (Date.now() - started < busyMs && random.below(100) < 95) {
        response.writeHead(429, { 'retry-after': String(1 + random.below(3)) }).end('{}');
        return;
      }
      told.push(...occurrencesIn(activity));
      response.writeHead(200).end(JSON.stringify({ id: `bericht-${told.length}` }));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    const stand = await openStand('2026-11-23', { store: await openStoreOn(new FailingDisk()) });
    const kanalen = Math.ceil((messages - talkative) / perKanaal);
    for (let number = 0; number < kanalen; number += 1) await stand.bind(`kanaal-${number}`, 'v1');
    await stand.bind('kanaal-druk', 'v2');
    const code = (number: number): string => `AFS-2026-${String(number).padStart(4, '0')}`;
    const herijking = '2027-01-22';
    for (let number = 0; number < perKanaal; number += 1) await stand.addAfspraak({ _id: code(number), herijking });
    for (let number = 0; number < talkative; number += 1) {
      await stand.addAfspraak({ _id: code(1000 + number), herijking, verband: 'v2' });
    }
    await stand.plan();
    const expected = kanalen * perKanaal + talkative;

    // From here on time is the machine's own, set to the morning on which they are due.
    stand.setTime('2026-11-27 09:00');
    const ahead = stand.clock.now() - Date.now();
    const clock = { now: () => systemClock.now() + ahead };
    const sender = createSender(createAdapter({ botFramework: {}, callTimeoutMs: 5_000 }), policy);
    const worker = stand.worker({
      clock,
      limiter: createSendLimiter(clock),
      limits: { leaseMs: 90_000, postMs: 25_000, digest: 1, kanalenAtOnce: 8 },
      poster: {
        post: async (id, { occurrences }) => {
          const kanaal = await stand.kanalen.kanaal(id);
          if (kanaal === undefined) return { kind: 'refused', permanent: true, reason: 'kanaal-gone' };
          const { channelId: _, ...chat } = kanaal.address;
          const at = { ...chat, serviceUrl: `http://127.0.0.1:${port}/` };
          return sender.post(at, cardOfOccurrences(occurrences));
        },
      },
    });
    while (told.length < expected && Date.now() - started < 120_000) {
      await deliverDue(worker);
      await wait(20);
    }
    const lost = expected - new Set(told).size;
    const double = told.length - new Set(told).size;
    if (lost > 0) failures.push(`${lost} were lost`);
    if (double > 0) failures.push(`${double} were told twice`);
    failures.push(...stand.faults.map(String));
    return {
      isMet: failures.length === 0,
      result:
        `${expected} messages, ${requests} requests: ${lost} lost, ${double} double, ` +
        `limits exceeded ${failures.filter((one) => one.includes('more than')).length} times`,
      failures,
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
