import { liveThrough } from '../services/herinneringen/history.ts';
import type { Fault } from './fault.ts';

/** Histories of months in which the bot stands still for a minute to thirty days, dies at any write, and Teams does as it likes. */
export const downtime: Fault = {
  name: 'downtime',
  title: 'down for 1 minute … 30 days, random histories',
  bar: 'every occurrence accounted for exactly once',
  runs: { short: 60, long: 1000 },
  run: async (runs, seed) => {
    const failures: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      await liveThrough(seed + run).catch((error: unknown) => failures.push(`seed ${seed + run}: ${String(error)}`));
    }
    return {
      isMet: failures.length === 0,
      result: `${runs - failures.length} of ${runs} histories add up`,
      failures,
    };
  },
};
