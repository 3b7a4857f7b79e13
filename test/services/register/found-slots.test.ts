import assert from 'node:assert/strict';
import { areFew, FoundSlots, passing } from '../../../services/register/found-slots.ts';
import { SlotBits } from '../../../services/register/slot-bits.ts';
import { smallest } from '../../../services/register/smallest.ts';
import { seededFractions } from '../../fakes/seeded-random.ts';

const slots = 5_000;

/** From none to nearly all, so that both forms occur. */
function randomMembers(random: () => number): readonly number[] {
  const share = [0, 0.001, 0.005, 0.01, 0.3, 0.95][Math.floor(random() * 6)] ?? 0;
  return Array.from({ length: slots }, (_, slot) => slot).filter(() => random() < share);
}

function foundOf(members: readonly number[]): FoundSlots {
  const bits = SlotBits.none(slots);
  for (const slot of members) bits.add(slot);
  return FoundSlots.ofBits(bits);
}

const membersOf = (found: FoundSlots): readonly number[] => [...found.slots()];

describe('the slots that a question is left with', () => {
  it('are the same as those of a plain set, whether few or many', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const random = seededFractions(seed);
    for (let round = 0; round < 200; round++) {
      const about = `seed ${seed}, round ${round}`;
      const [one, other] = [randomMembers(random), randomMembers(random)];
      const [found, others] = [foundOf(one), foundOf(other)];
      const [plain, plainOther] = [new Set(one), new Set(other)];
      assert.equal(found.size, one.length, about);
      assert.equal(found.list !== undefined, areFew(one.length, slots), about);
      assert.deepEqual(membersOf(found), one, about);
      for (let slot = 0; slot < slots; slot += 7) assert.equal(found.has(slot), plain.has(slot), about);
      const both = found.and(others);
      assert.deepEqual(
        membersOf(both),
        one.filter((slot) => plainOther.has(slot)),
        about,
      );
      assert.equal(both.size, both.slots().length, about);
      assert.deepEqual(
        membersOf(found.without(others)),
        one.filter((slot) => !plainOther.has(slot)),
        about,
      );
      const all = SlotBits.none(slots);
      found.addTo(all);
      others.addTo(all);
      assert.deepEqual(
        membersOf(FoundSlots.ofBits(all)),
        [...new Set([...one, ...other])].sort((left, right) => left - right),
        about,
      );
      assert.deepEqual(membersOf(found), one, `${about}: left as it was`);
    }
  });

  it('that pass keep their order', () => {
    assert.deepEqual([...passing(Uint32Array.of(1, 4, 6, 9), (slot) => slot % 2 === 0)], [4, 6]);
    assert.deepEqual([...passing(new Uint32Array(0), () => true)], []);
  });
});

describe('the smallest of many numbers', () => {
  it('are what a sort puts first, also with doubles and in any order of coming', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const random = seededFractions(seed);
    for (let round = 0; round < 300; round++) {
      const length = Math.floor(random() * 400);
      const reach = [3, 50, 1e12][round % 3] ?? 1;
      const keys = Float64Array.from({ length }, (_, at) =>
        round % 5 === 0 ? at : round % 5 === 1 ? -at : Math.floor(random() * reach),
      );
      const sorted = [...keys].sort((one, other) => one - other);
      for (const count of [0, 1, 60, length - 1, length, length + 1].filter((each) => each >= 0))
        assert.deepEqual(
          [...smallest(keys.slice(), count)],
          sorted.slice(0, count),
          `seed ${seed}, round ${round}, ${count} of ${length}`,
        );
    }
  });
});
