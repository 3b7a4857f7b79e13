import assert from 'node:assert/strict';
import { openBeurten } from '../../../services/herinneringen/beurten.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';

const hold = 90_000;

describe('whose turn it is to send in a kanaal', () => {
  const openTwo = () => {
    const store = openMemoryStore();
    return { one: openBeurten(store, 'een'), two: openBeurten(store, 'twee') };
  };

  it('is of one process until that gives it back', async () => {
    const { one, two } = openTwo();
    assert.equal(await one.take('kanaal', 1_000, hold), true);
    assert.equal(await two.take('kanaal', 1_000, hold), false);
    assert.equal(await two.take('ander kanaal', 1_000, hold), true);
    await one.end('kanaal');
    assert.equal(await two.take('kanaal', 1_000, hold), true);
  });

  it('is kept for longer by whoever has it', async () => {
    const { one, two } = openTwo();
    await one.take('kanaal', 1_000, hold);
    assert.equal(await one.take('kanaal', 60_000, hold), true);
    assert.equal(await two.take('kanaal', 1_000 + hold, hold), false);
  });

  it('passes on when its holder was not heard of for so long', async () => {
    const { one, two } = openTwo();
    await one.take('kanaal', 1_000, hold);
    assert.equal(await two.take('kanaal', 999 + hold, hold), false);
    assert.equal(await two.take('kanaal', 1_000 + hold, hold), true);
    await one.end('kanaal');
    assert.equal(await one.take('kanaal', 1_001 + hold, hold), false, 'what is no longer ours is not given back');
  });

  it('passes on when it was taken by a clock that ran an hour ahead', async () => {
    const { one, two } = openTwo();
    await one.take('kanaal', 3_600_000, hold);
    assert.equal(await two.take('kanaal', 1_000, hold), true);
  });

  it('goes to one of many that ask at the same moment', async () => {
    const store = openMemoryStore();
    const asked = Array.from({ length: 20 }, (_, at) => openBeurten(store, `werker ${at}`).take('kanaal', 0, hold));
    assert.equal((await Promise.all(asked)).filter(Boolean).length, 1);
  });
});
