import assert from 'node:assert/strict';
import { addTo, instantAt } from '../../../services/kalender/civil-date.ts';
import { liveThrough } from './history.ts';
import { openStand, timeZone } from './stand.ts';

const minute = 60_000;
const runs = Number(process.env.TEST_RUNS ?? 40);

describe('after any history of downtime, deaths and refusals', () => {
  it(`every occurrence is accounted for exactly once (${runs} histories)`, async () => {
    const base = Number(process.env.TEST_SEED ?? 20_261_123);
    for (let run = 0; run < runs; run += 1) {
      try {
        await liveThrough(base + run);
      } catch (failure) {
        throw new assert.AssertionError({ message: `seed ${base + run}: ${String(failure)}` });
      }
    }
  });
});

describe('the change of the clocks', () => {
  for (const [change, before, after] of [
    ['spring', '2027-03-25', '2027-04-02'],
    ['autumn', '2027-10-28', '2027-11-05'],
  ] as const) {
    it(`moves no reminder away from nine in the morning, in ${change}`, async () => {
      const stand = await openStand(addTo(before, { days: -3 }));
      await stand.bind('kanaal-een');
      await stand.addAfspraak({ _id: 'AFS-2027-001', herijking: before });
      await stand.addAfspraak({ _id: 'AFS-2027-002', herijking: after });
      await stand.round();
      for (let hour = 0; hour < 24 * 12; hour += 1) {
        stand.pass(60 * minute);
        await stand.round();
      }
      const sent = stand.teams.accepted.filter((one) => one.message.occurrences.some(({ step }) => step === 0));
      assert.deepEqual(
        sent.map((one) => one.at),
        [instantAt(before, '09:00', timeZone), instantAt(after, '09:00', timeZone)],
      );
    });
  }
});
