import assert from 'node:assert/strict';
import { liveThrough } from './escalation-history.ts';

const runs = Number(process.env.TEST_RUNS ?? 12);

describe('after any history of presses, downtime and deaths', function () {
  this.timeout(60_000);
  it(`each step of an escalation is told at most once, in order, and none after a reaction (${runs} histories)`, async () => {
    const base = Number(process.env.TEST_SEED ?? 20_261_122);
    let steps = 0;
    for (let run = 0; run < runs; run += 1) {
      try {
        steps += await liveThrough(base + run);
      } catch (failure) {
        throw new assert.AssertionError({ message: `seed ${base + run}: ${String(failure)}` });
      }
    }
    assert.ok(steps > runs, `only ${steps} steps were told in all`);
  });
});
