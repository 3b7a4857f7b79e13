import { liveThrough } from '../services/herinneringen/escalation-history.ts';
import type { Fault } from './fault.ts';

/** Histories in which nobody, or somebody, presses a button, while processes die in the middle of planning, sending and of a press. */
export const escalations: Fault = {
  name: 'escalations',
  title: 'presses, downtime and deaths at any write, random histories',
  bar: 'each step asked at most once and in order, none after a reaction, none owed',
  runs: { short: 30, long: 400 },
  run: async (runs, seed) => {
    const failures: string[] = [];
    let steps = 0;
    for (let run = 0; run < runs; run += 1) {
      await liveThrough(seed + run).then(
        (told) => {
          steps += told;
        },
        (error: unknown) => failures.push(`seed ${seed + run}: ${String(error)}`),
      );
    }
    return {
      isMet: failures.length === 0,
      result: `${runs - failures.length} of ${runs} histories add up, ${steps} steps asked`,
      failures,
    };
  },
};
