import { deliverDue } from '../../services/herinneringen/deliver.ts';
import { teamsLimits } from '../../services/herinneringen/limiter.ts';
import type { HerinneringMessage, PostOutcome } from '../../services/herinneringen/types.ts';
import { openStoreOn } from '../../services/opslag/embedded.ts';
import { FailingDisk } from '../fakes/failing-disk.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { openStand } from '../services/herinneringen/stand.ts';
import { countArrivals } from './arrivals.ts';
import type { Fault, FaultOutcome } from './fault.ts';

/**
 * For a minute Teams refuses nineteen of twenty sends and asks to wait. The receiver counts every request that reaches it, also
 * those that it refuses, against the limits of Teams (FACTS.md). Time is the test's own: an hour of it passes.
 */
export const busyConnector: Fault = {
  name: 'busy-connector',
  title: '95 % of sends refused with 429 for 60 s',
  bar: '0 lost, 0 double, limits of Teams never exceeded',
  runs: { short: 800, long: 2000 },
  run: async (messages, seed) => refuse(messages, seed),
};

const busyMs = 60_000;
/** One kanaal has so much to say that every window of Teams matters. */
const talkative = 200;
const perKanaal = 9;

async function refuse(messages: number, seed: number): Promise<FaultOutcome> {
  const random = seededRandom(seed);
  const failures: string[] = [];
  const stand = await openStand('2026-11-23', { store: await openStoreOn(new FailingDisk()), limits: teamsLimits });
  const codes = (first: number, count: number) =>
    Array.from({ length: count }, (_, at) => `AFS-2026-${String(first + at).padStart(4, '0')}`);
  const kanalen = Math.ceil((messages - talkative) / perKanaal);
  for (let number = 0; number < kanalen; number += 1) await stand.bind(`kanaal-${number}`, 'v1');
  await stand.bind('kanaal-druk', 'v2');
  for (const _id of codes(0, perKanaal)) await stand.addAfspraak({ _id, herijking: '2027-01-22' });
  for (const _id of codes(1000, talkative)) await stand.addAfspraak({ _id, herijking: '2027-01-22', verband: 'v2' });
  await stand.plan();
  stand.setTime('2026-11-27 09:00');
  const from = stand.clock.now();

  const conversations = countArrivals(teamsLimits.perKanaal);
  const tenants = countArrivals(teamsLimits.perTenant);
  let requests = 0;
  let refused = 0;
  const receive = (kanaal: string, message: HerinneringMessage): PostOutcome | Promise<PostOutcome> => {
    const now = stand.clock.now();
    requests += 1;
    for (const broken of [conversations.arrive(kanaal, now), tenants.arrive('tenant', now)]) {
      if (broken !== undefined) failures.push(broken);
    }
    if (now - from < busyMs && random.below(100) < 95) {
      refused += 1;
      return { kind: 'refused', permanent: false, reason: 'http-429', retryAfterMs: 1000 * (1 + random.below(20)) };
    }
    // The answer takes its time, and the next send waits for it.
    stand.pass(random.below(4));
    return stand.teams.accept(kanaal, message);
  };
  stand.teams.answer = receive;

  const worker = stand.worker({ limits: { leaseMs: 90_000, postMs: 25_000, digest: 1, kanalenAtOnce: 8 } });
  const end = from + 6 * 3_600_000;
  while (stand.clock.now() < end) {
    const { wakeAt } = await deliverDue(worker);
    const [next] = await stand.outbox.occurrences.find({ state: 'planned' }, { sort: [['due', 1]], limit: 1 });
    if (next === undefined) break;
    const wishes = [wakeAt, next.due > stand.clock.now() ? next.due : undefined].filter((one) => one !== undefined);
    stand.pass(Math.max(1, Math.min(...wishes, stand.clock.now() + 30_000) - stand.clock.now()));
  }

  const told = stand.teams.told();
  const all = await stand.all();
  const lost = all.filter((one) => !told.includes(one._id)).length;
  const double = told.length - new Set(told).size;
  const expected = kanalen * perKanaal + talkative;
  if (all.length !== expected) failures.push(`${all.length} occurrences were planned of ${expected}`);
  if (lost > 0) failures.push(`${lost} were lost`);
  if (double > 0) failures.push(`${double} were told twice`);
  return {
    isMet: failures.length === 0,
    result:
      `${all.length} messages, ${requests} requests, ${refused} refused: ${lost} lost, ${double} double, ` +
      `limits exceeded ${failures.filter((one) => one.includes('more than')).length} times, ` +
      `all told in ${Math.round((stand.clock.now() - from) / 1000)} s`,
    failures,
  };
}
