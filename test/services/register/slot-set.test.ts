import assert from 'node:assert/strict';
import { SlotBits } from '../../../services/register/slot-bits.ts';
import { SlotSet } from '../../../services/register/slot-set.ts';
import { seededFractions } from '../../fakes/seeded-random.ts';

const slots = 5_000;

const listOf = (bits: SlotBits): readonly number[] => {
  const found: number[] = [];
  bits.each((slot) => found.push(slot));
  return found;
};

const bitsOf = (members: Iterable<number>): SlotBits => {
  const bits = SlotBits.none(slots);
  for (const slot of members) bits.add(slot);
  return bits;
};

describe('a set of slots', () => {
  it('holds what a plain set holds, thin or dense, in any order of coming and going', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const random = seededFractions(seed);
    for (let round = 0; round < 40; round++) {
      const [set, plain] = [new SlotSet(), new Set<number>()];
      // From a handful to nearly all, near each other or far apart.
      const reach = [40, 400, slots][round % 3] ?? slots;
      for (let step = 0; step < reach * (round % 4); step++) {
        const slot = random() < 0.02 ? Math.floor(random() * slots) : Math.floor(random() * reach);
        if (random() < 0.7) {
          set.add(slot);
          plain.add(slot);
        } else {
          set.delete(slot);
          plain.delete(slot);
        }
      }
      const sorted = [...plain].sort((one, other) => one - other);
      const all = SlotBits.none(slots);
      set.addTo(all);
      const about = `seed ${seed}, round ${round}`;
      assert.deepEqual(listOf(all), sorted, about);
      assert.equal(set.size, sorted.length, about);
      for (let slot = 0; slot < slots; slot += 13) assert.equal(set.has(slot), plain.has(slot), about);
      const some = bitsOf(Array.from({ length: 300 }, () => Math.floor(random() * slots)));
      const common = sorted.filter((slot) => some.has(slot));
      const each: number[] = [];
      set.each((slot) => each.push(slot));
      assert.deepEqual(each, sorted, about);
      const without = some.copy();
      set.removeFrom(without);
      assert.deepEqual(
        listOf(without),
        listOf(some).filter((slot) => !plain.has(slot)),
        about,
      );
      const kept = some.copy();
      if (set.keepIn(kept)) assert.deepEqual(listOf(kept), common, about);
      assert.equal(set.countIn(some), common.length, about);
      assert.equal(set.meets(some), common.length > 0, about);
      const [first, last] = [common[0], common.at(-1)];
      assert.deepEqual(set.endsIn(some), first === undefined ? undefined : [first, last], about);
    }
  });

  it('of everything there is ends where the slots end', () => {
    for (const count of [0, 1, 31, 32, 33, 64, 100]) {
      assert.equal(SlotBits.all(count).count(), count);
      assert.deepEqual(
        listOf(SlotBits.all(count)),
        Array.from({ length: count }, (_, at) => at),
      );
    }
  });

  it('is kept, taken out and copied without touching the other', () => {
    const [even, low] = [bitsOf([0, 2, 4, 60, 62]), bitsOf([0, 1, 2, 3])];
    const both = even.copy();
    both.keepWords(low.words);
    assert.deepEqual(listOf(both), [0, 2]);
    even.removeWords(low.words);
    assert.deepEqual(listOf(even), [4, 60, 62]);
    assert.deepEqual(listOf(low), [0, 1, 2, 3]);
    assert.equal(even.count(), 3);
  });
});
