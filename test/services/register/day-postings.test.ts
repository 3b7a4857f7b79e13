import assert from 'node:assert/strict';
import { DayPostings } from '../../../services/register/postings.ts';
import { SlotBits } from '../../../services/register/slot-bits.ts';
import type { SlotSet } from '../../../services/register/slot-set.ts';
import { seededFractions } from '../../fakes/seeded-random.ts';

const count = 3_000;

function slotsOf(sets: readonly SlotSet[]): readonly number[] {
  const bits = SlotBits.none(count);
  for (const set of sets) set.addTo(bits);
  return [...bits.list(bits.count())];
}

describe('afspraken by day', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const random = seededFractions(seed);
  const postings = new DayPostings();
  const days: string[] = [];
  /** The first and the last of a month or of a year more often than others: there the index goes from days to months to years. */
  const someDay = (): string => {
    const year = 2022 + Math.floor(random() * 6);
    const month = random() < 0.4 ? (random() < 0.5 ? 0 : 11) : Math.floor(random() * 12);
    const place = random();
    const day = place < 0.3 ? Date.UTC(year, month, 1) : Date.UTC(year, month + 1, place < 0.6 ? 0 : -9);
    return new Date(day).toISOString().slice(0, 10);
  };
  before(() => {
    for (let slot = 0; slot < count; slot++) {
      postings.add('2024-02-29', slot);
      postings.delete('2024-02-29', slot);
      const day = someDay();
      days.push(day);
      postings.add(day, slot);
    }
  });

  const matching = (test: (day: string) => boolean): readonly number[] =>
    days.flatMap((day, slot) => (test(day) ? [slot] : []));

  it('are found between two days, before one and after one, as by looking at each', () => {
    for (let round = 0; round < 600; round++) {
      const [van, tot] = [someDay(), someDay()];
      const about = `seed ${seed}: ${van} to ${tot}`;
      assert.deepEqual(
        slotsOf(postings.between(van, tot)),
        matching((day) => day >= van && day <= tot),
        about,
      );
      assert.deepEqual(
        slotsOf(postings.between(van, undefined)),
        matching((day) => day >= van),
        about,
      );
      assert.deepEqual(
        slotsOf(postings.between(undefined, tot)),
        matching((day) => day <= tot),
        about,
      );
      assert.deepEqual(
        slotsOf(postings.before(van)),
        matching((day) => day < van),
        about,
      );
      assert.deepEqual(
        slotsOf(postings.after(tot)),
        matching((day) => day > tot),
        about,
      );
    }
    assert.deepEqual(
      slotsOf(postings.between(undefined, undefined)),
      days.map((_, slot) => slot),
    );
  });

  it('of a whole month, quarter or year are few sets', () => {
    assert.equal(postings.between('2024-02-01', '2024-02-29').length, 1);
    assert.equal(postings.between('2023-02-01', '2023-02-28').length, 1);
    assert.equal(postings.between('2024-04-01', '2024-06-30').length, 3);
    assert.equal(postings.between('2023-01-01', '2023-12-31').length, 1);
    assert.equal(postings.between('2023-01-01', '2025-12-31').length, 3);
  });
});
