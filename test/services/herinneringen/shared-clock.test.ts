import assert from 'node:assert/strict';
import { createSharedClock } from '../../../services/herinneringen/shared-clock.ts';

const hour = 3_600_000;

describe('the clock that processes share', () => {
  it('goes by the store and the time that passed, whatever becomes of the own clock', async () => {
    let own = 5 * hour;
    let passed = 100;
    const clock = createSharedClock({ serverTime: async () => 4 * hour }, { now: () => own }, () => passed);
    await clock.sync();
    assert.equal(clock.now(), 4 * hour);
    own += hour;
    passed += 2_000;
    assert.equal(clock.now(), 4 * hour + 2_000);
  });

  it('is the own clock where the store is of this process alone, or does not tell the time', async () => {
    for (const store of [{}, { serverTime: async () => undefined }]) {
      const clock = createSharedClock(store, { now: () => 7 }, () => 100);
      await clock.sync();
      assert.equal(clock.now(), 7);
    }
  });
});
