import assert from 'node:assert/strict';
import { seededRandom } from '../fakes/seeded-random.ts';
import { killImport, nationalRegister } from '../faults/kill-import.ts';
import { needShared } from '../shared-data.ts';

/** A few of the kills that `npm run test:faults` does by the dozen. */
describe('an import of the national register that is killed', function () {
  this.timeout(120_000);

  it('leaves a store that opens, with every acknowledged row, and is completed by importing again', async function () {
    needShared(this, nationalRegister);
    const { seed } = seededRandom();
    const outcome = await killImport.run(3, seed);
    assert.ok(outcome.isMet, `seed ${seed}: ${[outcome.result, ...(outcome.failures ?? [])].join('\n')}`);
  });
});
