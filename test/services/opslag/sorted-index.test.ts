import assert from 'node:assert/strict';
import { type StoredDocument, sealDocument } from '../../../services/opslag/document.ts';
import { endOf } from '../../../services/opslag/index-key.ts';
import { SortedIndex } from '../../../services/opslag/sorted-index.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';

const everything = { low: '', high: endOf('') };

/** Whether writes come one at a time between reads, in rows that change half of it, or all before the first read. */
describe('an index of the embedded store', () => {
  for (const [name, rows] of [
    ['read after every write', [1, 1]],
    ['read after rows of writes of any length', [1, 400]],
    ['read for the first time after everything', [3_000, 3_000]],
  ] as const) {
    it(`gives each document once, in order, when ${name}`, () => {
      const { seed, below, pick } = seededRandom();
      const docs = new Map<string, StoredDocument>();
      const index = new SortedIndex(['state', 'at'], docs);
      const expected = (): readonly string[] =>
        [...docs.values()]
          .map((doc) => [String(doc.state), Number(doc.at), doc._id] as const)
          .sort(([a, b, c], [x, y, z]) => (a === x ? b - y || (c < z ? -1 : 1) : a < x ? -1 : 1))
          .map(([, , id]) => id);
      for (let writes = 0; writes < 3_000; ) {
        const row = rows[0] + below(rows[1] - rows[0] + 1);
        for (let count = 0; count < row; count += 1) {
          const _id = `n${below(500)}`;
          const old = docs.get(_id);
          const draft = { _id, state: pick(['posting', 'planned', 'delivered']), at: below(20) };
          const doc = sealDocument(draft, (old?.version ?? 0) + 1);
          docs.set(_id, doc);
          index.put(old, doc);
        }
        writes += row;
        const walked = [...index.walk(everything, 1)];
        for (const doc of walked) assert.equal(doc, docs.get(doc._id), `seed ${seed}`);
        assert.deepEqual(
          walked.map(({ _id }) => _id),
          expected(),
          `seed ${seed}`,
        );
        const backwards = [...index.walk(everything, -1)];
        assert.deepEqual(backwards, walked.reverse(), `seed ${seed}`);
      }
    });
  }
});
