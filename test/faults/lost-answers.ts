import { createAdapter } from '../../bot/adapter.ts';
import type { GatePolicy } from '../../bot/gate.ts';
import { createSender } from '../../bot/send.ts';
import { deliverDue } from '../../services/herinneringen/deliver.ts';
import type { Poster } from '../../services/herinneringen/types.ts';
import { FakeConnector, type Mishap } from '../fakes/connector.ts';
import { openStand } from '../services/herinneringen/stand.ts';
import type { Fault } from './fault.ts';
import { cardOfOccurrences, occurrencesIn } from './told.ts';

/** The connector takes the message and then says nothing good about it. Real HTTP, the bot's own way out. */
const lost = [500, 502, 503, 504, 408, 'reset', 'silence'] as const;
type Lost = (typeof lost)[number];

/** Only silence is waited out; any other answer comes, however slow the machine is. */
const callTimeoutMs = (status: Lost): number => (status === 'silence' ? 2_000 : 20_000);
const policy: GatePolicy = { local: true, appId: '', issuer: '', tenants: new Set(), serviceHosts: new Set() };

export const lostAnswers: Fault = {
  name: 'lost-answers',
  title: 'connector accepts, then 500, 502, 503, 504, 408, reset, silence',
  bar: 'one post each',
  runs: { short: 5, long: 50 },
  run: async (runs) => {
    const failures: string[] = [];
    for (const status of lost) failures.push(...(await lose(status, runs)));
    const result = `${runs} of each of ${lost.length}: ${failures.length === 0 ? 'one post each, all uncertain' : `${failures.length} wrong`}`;
    return { isMet: failures.length === 0, result, failures };
  },
};

async function lose(status: Lost, runs: number): Promise<readonly string[]> {
  const connector = await FakeConnector.start();
  try {
    const stand = await openStand('2026-11-23');
    const kanalen = [];
    for (let run = 0; run < runs; run += 1) kanalen.push(await stand.bind(`kanaal-${run}`));
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    stand.setTime('2026-11-27 09:00');

    const sender = createSender(createAdapter({ botFramework: {}, callTimeoutMs: callTimeoutMs(status) }), policy);
    const poster: Poster = {
      post: async (id, { occurrences }) => {
        const kanaal = await stand.kanalen.kanaal(id);
        if (kanaal === undefined) return { kind: 'refused', permanent: true, reason: 'kanaal-gone' };
        return sender.post({ ...kanaal.address, serviceUrl: connector.serviceUrl }, cardOfOccurrences(occurrences));
      },
    };
    const mishap: Mishap = { kind: 'accepts-then', status };
    connector.mishaps.push(...kanalen.map(() => mishap));
    const worker = stand.worker({ poster });
    for (let round = 0; round < 5; round += 1) {
      await deliverDue(worker);
      stand.pass(2 * 3_600_000);
    }
    const posts = connector.delivered.flatMap(({ activity }) => occurrencesIn(activity));
    const failures = (await stand.all())
      .filter((one) => one.at <= stand.clock.now())
      .flatMap((one) => {
        const count = posts.filter((post) => post === one._id).length;
        const isRight = count === 1 && one.state === 'uncertain' && one.attempts === 1;
        return isRight ? [] : [`${status}: ${one._id} is ${one.state}, posted ${count} times`];
      });
    if (posts.length !== runs) failures.push(`${status}: ${posts.length} posts of ${runs}`);
    if (connector.requests !== runs) failures.push(`${status}: ${connector.requests} requests of ${runs}`);
    return failures;
  } finally {
    await connector.stop();
  }
}
