import { startScript } from '../fakes/bot-process.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { clockChanges } from './civil-oracle.ts';
import type { Fault } from './fault.ts';

/**
 * Every minute around the clock changes, for eight kinds of rule (herijking, rapportage, opzeggen, einde; own rules for one moment,
 * counted from a date, recurring with and without a time), in processes of four zones. `runs`: so many of the 28 changes.
 */
export const civilTime: Fault = {
  name: 'civil-time',
  title: 'every minute around all clock changes 2024–2037, 8 kinds of rule, process in UTC, Amsterdam, Tokyo, New York',
  bar: '0 differences from a brute-force oracle',
  runs: { short: 2, long: 28 },
  run: async (runs, seed) => {
    const random = seededRandom(seed);
    const all = [...clockChanges(2024, 2037)];
    const spring = all.filter((day) => day.includes('-03-'));
    const autumn = all.filter((day) => day.includes('-10-'));
    const chosen = runs >= all.length ? all : pickBoth(spring, autumn, runs, random.below);
    const failures: string[] = [];
    let minutes = 0;
    let moments = 0;
    for (const pair of [
      ['UTC', 'Europe/Amsterdam'],
      ['Asia/Tokyo', 'America/New_York'],
    ]) {
      const outcomes = await Promise.all(pair.map((zone) => sweep(zone, chosen)));
      for (const [at, outcome] of outcomes.entries()) {
        minutes += outcome.minutes;
        moments += outcome.moments;
        failures.push(...outcome.differences.map((one) => `${pair[at]}: ${one}`));
      }
    }
    if (moments === 0) failures.push('nothing was compared');
    return {
      isMet: failures.length === 0,
      result: `${chosen.length} changes in 4 zones, ${minutes} minutes, ${moments} moments: ${failures.length} differences`,
      failures,
    };
  },
};

/** As many of the one as of the other. */
function pickBoth(spring: string[], autumn: string[], count: number, below: (limit: number) => number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const from = at % 2 === 0 ? spring : autumn;
    return from.splice(below(from.length), 1);
  }).flat();
}

interface Swept {
  readonly minutes: number;
  readonly moments: number;
  readonly differences: readonly string[];
}

async function sweep(zone: string, changes: readonly string[]): Promise<Swept> {
  const { ended, output, errors } = startScript('test/faults/civil-time-process.ts', [JSON.stringify(changes)], {
    TZ: zone,
  });
  const [code] = await ended;
  const last = output.at(-1);
  if (code !== 0 || last === undefined) throw new TypeError(`${zone}: ended with ${code}: ${errors.join('\n')}`);
  return JSON.parse(last) as Swept;
}
