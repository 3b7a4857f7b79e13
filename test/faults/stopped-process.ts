import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { OutboxOccurrence } from '../../services/herinneringen/outbox.ts';
import { type SeededRandom, seededRandom } from '../fakes/seeded-random.ts';
import type { Fault, FaultOutcome } from './fault.ts';
import { type ReminderProcess, ReminderStage } from './reminder-stage.ts';
import { toldIn } from './told.ts';

/**
 * Processes that stand still for longer than three leases, at any moment or while the connector has their message, and then go on
 * as if nothing had happened. Others have taken their work over by then.
 */
export const stoppedProcess: Fault = {
  name: 'stopped-process',
  title: 'a process stopped for three leases and resumed (SIGSTOP, SIGCONT)',
  bar: '0 double, every late write refused',
  runs: { short: 4, long: 50 },
  run: (stops, seed) => stopAll(stops, seededRandom(seed)),
};

const leaseMs = 4_000;
const stoppedMs = 3 * leaseMs + 700;
const together = 2;

async function stopAll(stops: number, random: SeededRandom): Promise<FaultOutcome> {
  const stage = await ReminderStage.open(40, { leaseMs, postMs: 2_000, digest: 2 });
  const failures: string[] = [];
  let late = 0;
  let stale = 0;
  try {
    await stage.add(40);
    const processes = await Promise.all([stage.start(), stage.start(), stage.start(), stage.start()]);
    for (let stop = 0; stop < stops; stop += together) {
      const first = random.below(processes.length);
      const victims = Array.from(
        { length: Math.min(together, stops - stop) },
        (_, at) => processes[(first + at) % 4],
      ).filter((victim) => victim !== undefined);
      const standing = new Set<ReminderProcess>();
      const outcomes = victims.map((victim, at) => {
        // One of them always while it posts: left to chance, a short run may show nothing at all.
        const moment = at > 0 && random.below(2) === 0 ? 'any' : 'posting';
        return standStill(stage, victim, { moment, pause: random.below(700) }, () => standing.add(victim));
      });
      await feedUntil(stage, () => standing.size === victims.length);
      for (const outcome of await Promise.all(outcomes)) {
        late += outcome.late;
        stale += outcome.stale;
        failures.push(...outcome.failures);
      }
    }
    if (!(await stage.settled(60_000)))
      failures.push('a minute after the last one went on something is still on its way');
    const { lost, double, uncertain } = await stage.account();
    failures.push(...lost.map((one) => `lost: ${one}`), ...double.map((one) => `double: ${one}`));
    if (late === 0) failures.push('nobody was stopped while posting, so nothing was shown');
    return {
      isMet: failures.length === 0,
      result:
        `${stops} stops over ${stage.afspraken} occurrences: ${lost.length} lost, ${double.length} double, ` +
        `${late} held at a stop, ${failures.filter((one) => one.startsWith('late')).length} written late, ` +
        `${stale} late writes seen refused, ${uncertain.length} uncertain`,
      failures,
    };
  } finally {
    await stage.close();
  }
}

/** Work for everybody for as long as it takes: whoever is to be stopped while posting must get something to post. */
async function feedUntil(stage: ReminderStage, isEnough: () => boolean): Promise<void> {
  await stage.add(40);
  while (!isEnough()) {
    await stage.add(20);
    await wait(100);
  }
}

interface Stop {
  readonly moment: 'any' | 'posting';
  /** Milliseconds to wait where the moment is any. */
  readonly pause: number;
}

interface Standstill {
  /** Occurrences that it held when it was stopped. */
  readonly late: number;
  /** How many it found to be no longer its own after it went on. */
  readonly stale: number;
  readonly failures: readonly string[];
}

async function standStill(
  stage: ReminderStage,
  victim: ReminderProcess,
  when: Stop,
  onStopped: () => void,
): Promise<Standstill> {
  await stopped(stage, victim, when);
  onStopped();
  // What it wrote last may still be on its way into the store.
  await wait(150);
  const held = [...(await stage.heldBy(victim, 'posting')), ...(await stage.heldBy(victim, 'leased'))];
  await wait(stoppedMs);
  let before = await read(stage, held);
  const isFree = (): boolean => before.every((one) => !one.lease?.token.startsWith(`${victim.name}/`));
  // The others take over within a round, which a busy machine makes longer; what must hold is that they do before it goes on.
  for (let tries = 0; !isFree() && tries < 60; tries += 1) {
    await wait(500);
    before = await read(stage, held);
  }
  const staleBefore = staleOf(victim);
  victim.child.kill('SIGCONT');
  await wait(2_000);
  const after = new Map((await read(stage, held)).map((one) => [one._id, one]));
  const failures = before
    .filter((one) => one.state !== 'planned' && one.state !== 'leased' && one.state !== 'posting')
    .filter((one) => !isDeepStrictEqual(one, after.get(one._id)))
    .map((one) => `late write: ${one._id} was ${one.state} and became ${after.get(one._id)?.state}`);
  if (!isFree()) failures.push(`${victim.name} still held something after three leases`);
  return { late: held.length, stale: staleOf(victim) - staleBefore, failures };
}

async function read(stage: ReminderStage, held: readonly OutboxOccurrence[]): Promise<readonly OutboxOccurrence[]> {
  const found = await Promise.all(held.map(({ _id }) => stage.outbox.occurrences.get(_id)));
  return found.filter((one) => one !== undefined);
}

/** What the process itself says it was refused, so far. */
function staleOf({ output }: ReminderProcess): number {
  const last = output.findLast((line) => line.includes('"total"'));
  const told: { total?: { stale?: number } } = last === undefined ? {} : JSON.parse(last);
  return told.total?.stale ?? 0;
}

async function stopped(stage: ReminderStage, victim: ReminderProcess, { moment, pause }: Stop): Promise<void> {
  const stop = (): boolean => victim.child.kill('SIGSTOP');
  if (moment === 'any') {
    await wait(pause);
    stop();
    return;
  }
  let listen = (_activity: Record<string, unknown>): void => undefined;
  const struck = new Promise<boolean>((resolve) => {
    listen = (activity) => {
      if (toldIn(activity)?.by !== victim.name) return;
      stage.listeners.delete(listen);
      stop();
      resolve(true);
    };
    stage.listeners.add(listen);
  });
  const isStruck = await Promise.race([struck, wait(20_000, false)]);
  // Left to listen, it would stop the victim once more after it had gone on.
  stage.listeners.delete(listen);
  if (!isStruck) stop();
}
