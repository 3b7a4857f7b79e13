import { deliverDue } from '../../services/herinneringen/deliver.ts';
import { createPlanner } from '../../services/herinneringen/planner.ts';
import { createSharedClock } from '../../services/herinneringen/shared-clock.ts';
import { openStoreOn } from '../../services/opslag/embedded.ts';
import { FailingDisk } from '../fakes/failing-disk.ts';
import { type SeededRandom, seededRandom } from '../fakes/seeded-random.ts';
import { openStand, timeZone } from '../services/herinneringen/stand.ts';
import type { Fault } from './fault.ts';

/**
 * Three processes on one store that tells the time, as MongoDB does; their own clocks are up to ten minutes off and are put an hour
 * forth or back while they work. What is early is measured by the true time, that of the receiver.
 */
export const wrongClocks: Fault = {
  name: 'wrong-clocks',
  title: 'process clocks ± 10 minutes, jumping an hour (processes that share a store)',
  bar: '0 lost, 0 double, none early by more than a second',
  runs: { short: 20, long: 200 },
  run: async (runs, seed) => {
    const total: History = { told: 0, jumps: 0, earliestMs: Number.POSITIVE_INFINITY, failures: [] };
    for (let run = 0; run < runs; run += 1) {
      const history = await live(seededRandom(seed + run));
      total.told += history.told;
      total.jumps += history.jumps;
      total.earliestMs = Math.min(total.earliestMs, history.earliestMs);
      total.failures.push(...history.failures.map((one) => `seed ${seed + run}: ${one}`));
    }
    return {
      isMet: total.failures.length === 0,
      result:
        `${runs} histories, ${total.told} told, ${total.jumps} jumps: ${total.failures.length} wrong, ` +
        `the first came ${Math.round(total.earliestMs)} ms after its moment`,
      failures: total.failures,
    };
  },
};

interface History {
  told: number;
  jumps: number;
  /** Of everything that was told, how long after its moment the first came; negative: before it. */
  earliestMs: number;
  readonly failures: string[];
}

const minute = 60_000;
const hour = 60 * minute;
const afspraken = 6;
const kanalen = 3;

async function live(random: SeededRandom): Promise<History> {
  const stand = await openStand('2026-11-23', { store: await openStoreOn(new FailingDisk()) });
  for (let number = 0; number < kanalen; number += 1) await stand.bind(`kanaal-${number}`);
  for (let number = 0; number < afspraken; number += 1) {
    await stand.addAfspraak({ _id: `AFS-2026-00${number}`, herijking: '2027-01-22', einddatum: '2027-02-25' });
  }
  const history: History = { told: 0, jumps: 0, earliestMs: Number.POSITIVE_INFINITY, failures: [] };
  stand.teams.answer = (kanaal, message) => {
    for (const { at } of message.occurrences) history.earliestMs = Math.min(history.earliestMs, stand.clock.now() - at);
    const outcome = stand.teams.accept(kanaal, message);
    stand.pass(random.below(200));
    return outcome;
  };

  const processes = Array.from({ length: 3 }, () => {
    const own = { offset: random.below(20 * minute) - 10 * minute };
    const started = stand.clock.now();
    const clock = createSharedClock(
      { serverTime: async () => stand.clock.now() },
      { now: () => stand.clock.now() + own.offset },
      () => stand.clock.now() - started,
    );
    const planner = createPlanner({ store: stand.store, kanalen: stand.kanalen, timeZone });
    const worker = stand.worker({ clock });
    const round = async (): Promise<void> => {
      await clock.sync();
      await planner.planAll(await stand.register.refresh(), clock.now());
      await deliverDue(worker);
    };
    return { own, round };
  });

  stand.setTime('2026-11-27 08:20');
  const end = stand.clock.now() + 100 * minute;
  while (stand.clock.now() < end) {
    stand.pass(random.below(90_000));
    for (const { own } of processes) {
      if (random.below(40) > 0) continue;
      own.offset += random.pick([hour, -hour]);
      history.jumps += 1;
    }
    const awake = processes.filter(() => random.below(3) > 0);
    await Promise.all(awake.map(({ round }) => round()));
  }

  const told = stand.teams.told();
  history.told = told.length;
  const due = (await stand.all()).filter((one) => one.at <= end);
  const unsaid = due.filter((one) => !told.includes(one._id));
  history.failures.push(...unsaid.map((one) => `${one._id} is ${one.state} and was not told`));
  if (due.length !== 2 * afspraken * kanalen) history.failures.push(`${due.length} were due`);
  if (new Set(told).size !== told.length) history.failures.push('something was told twice');
  if (history.earliestMs < -1000) history.failures.push(`something came ${-history.earliestMs} ms early`);
  history.failures.push(...stand.faults.map(String));
  return history;
}
