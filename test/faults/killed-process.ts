import { setTimeout as wait } from 'node:timers/promises';
import { type SeededRandom, seededRandom } from '../fakes/seeded-random.ts';
import type { Fault, FaultOutcome } from './fault.ts';
import { type ReminderProcess, ReminderStage } from './reminder-stage.ts';
import { toldIn } from './told.ts';

/**
 * Three real processes share the work while one after the other is killed: at any moment, while the connector holds its message,
 * or just after the connector accepted it and before that is written down. Each is followed by a new one.
 */
export const killedProcess: Fault = {
  name: 'killed-process',
  title: 'kill -9 of one of 3 processes at random moments, also between accept and mark',
  bar: '0 lost, 0 double; uncertain = exactly the posts in flight',
  runs: { short: 10, long: 200 },
  run: (kills, seed) => killAll(kills, seededRandom(seed)),
};

const perKill = 25;

async function killAll(kills: number, random: SeededRandom): Promise<FaultOutcome> {
  const stage = await ReminderStage.open(60, { leaseMs: 10_000, postMs: 4_000, digest: 2 });
  const failures: string[] = [];
  /** What each one was posting when it was killed. */
  const inFlight = new Set<string>();
  const moments = { any: 0, accepted: 0, answered: 0 };
  try {
    await stage.add(60);
    await Promise.all([stage.start(), stage.start(), stage.start()]);
    for (let kill = 0; kill < kills; kill += 1) {
      const living = [...stage.processes].filter(({ child }) => child.exitCode === null && child.signalCode === null);
      const victim = living[random.below(living.length)];
      if (victim === undefined) throw new TypeError('nobody left to kill');
      const moment = random.pick(['any', 'accepted', 'answered'] as const);
      const adding = stage.add(perKill);
      moments[await strike(stage, victim, moment, random)] += 1;
      await victim.ended;
      // What it wrote last may still be on its way into the store.
      await wait(150);
      for (const { _id } of await stage.heldBy(victim, 'posting')) inFlight.add(_id);
      stage.processes.delete(victim);
      await stage.start();
      await adding;
    }
    if (!(await stage.settled(60_000))) failures.push('a minute after the last kill something is still on its way');
    const { lost, double, uncertain } = await stage.account();
    failures.push(...lost.map((one) => `lost: ${one}`), ...double.map((one) => `double: ${one}`));
    const unexpected = uncertain.filter((one) => !inFlight.has(one));
    const forgotten = [...inFlight].filter((one) => !uncertain.includes(one));
    failures.push(...unexpected.map((one) => `uncertain, but not in flight: ${one}`));
    failures.push(...forgotten.map((one) => `in flight, but not uncertain: ${one}`));
    const stood = new Set(stage.told().flatMap(({ ids }) => ids));
    const accepted = uncertain.filter((one) => stood.has(one)).length;
    return {
      isMet: failures.length === 0,
      result:
        `${kills} kills (${moments.accepted} before the answer, ${moments.answered} just after) over ${stage.afspraken} occurrences: ` +
        `${lost.length} lost, ${double.length} double, ${uncertain.length} uncertain of ${inFlight.size} in flight ` +
        `(${accepted} stand in the channel)`,
      failures,
    };
  } finally {
    await stage.close();
  }
}

/** Kills at the moment asked for, or after a while when it does not come. Gives the moment it became. */
async function strike(
  stage: ReminderStage,
  victim: ReminderProcess,
  moment: 'any' | 'accepted' | 'answered',
  random: SeededRandom,
): Promise<'any' | 'accepted' | 'answered'> {
  const pause = random.below(700);
  if (moment === 'any') {
    await wait(pause);
    victim.child.kill('SIGKILL');
    return 'any';
  }
  let listen = (_activity: Record<string, unknown>): void => undefined;
  const struck = new Promise<boolean>((resolve) => {
    listen = (activity) => {
      if (toldIn(activity)?.by !== victim.name) return;
      stage.listeners.delete(listen);
      if (moment === 'accepted') victim.child.kill('SIGKILL');
      else setTimeout(() => victim.child.kill('SIGKILL'), random.below(6));
      resolve(true);
    };
    stage.listeners.add(listen);
  });
  const isStruck = await Promise.race([struck, wait(3_000, false)]);
  stage.listeners.delete(listen);
  if (isStruck) return moment;
  victim.child.kill('SIGKILL');
  return 'any';
}
