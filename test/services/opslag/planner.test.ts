import assert from 'node:assert/strict';
import { type StoredDocument, sealDocument } from '../../../services/opslag/document.ts';
import { endOf, fieldKey } from '../../../services/opslag/index-key.ts';
import { compareScalars, sortFieldsOf } from '../../../services/opslag/order.ts';
import { choosePlan } from '../../../services/opslag/planner.ts';
import { SortedIndex } from '../../../services/opslag/sorted-index.ts';
import type { Filter, FindOptions } from '../../../services/opslag/store.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';

const draft = (count: number) => ({
  _id: `n${count}`,
  state: count % 3 === 0 ? 'delivered' : 'planned',
  at: count,
  partijen: ['Balk', 'Sneek'],
});

const docs: readonly StoredDocument[] = Array.from({ length: 300 }, (_, count) => sealDocument(draft(count), 1));
const byId = new Map(docs.map((doc) => [doc._id, doc]));

const indexes = (): [SortedIndex, ...SortedIndex[]] => [
  new SortedIndex([], byId),
  new SortedIndex(['at'], byId),
  new SortedIndex(['state'], byId),
  new SortedIndex(['state', 'at'], byId),
  new SortedIndex(['partijen', 'at'], byId),
  new SortedIndex(['partijen'], byId),
];

function planOf(filter: Filter, sort?: FindOptions['sort'], after?: StoredDocument) {
  const plan = choosePlan(indexes(), filter, sortFieldsOf(sort), after);
  const walked = plan.ranges.flatMap((range) => [...plan.index.walk(range, plan.direction)]);
  return { fields: plan.index.fields.join(), exact: plan.exact, ranges: plan.ranges.length, walked };
}

describe('the plan of a find', () => {
  it('walks only what is due, in order, for a state and a moment', () => {
    const plan = planOf({ state: 'planned', at: { $lte: 10 } }, [['at', 1]]);
    assert.deepEqual([plan.fields, plan.exact, plan.walked.length], ['state,at', true, 7]);
  });

  it('walks one range per state for several states', () => {
    const plan = planOf({ state: { $in: ['planned', 'leased'] }, at: { $lte: 10 } }, [['at', 1]]);
    assert.deepEqual([plan.fields, plan.exact, plan.ranges, plan.walked.length], ['state,at', true, 2, 7]);
  });

  it('starts a later page where the one before ended', () => {
    const plan = planOf({ state: 'planned', at: { $lte: 10 } }, [['at', 1]], docs[7]);
    assert.deepEqual(
      plan.walked.map(({ at }) => at),
      [7, 8, 10],
    );
    assert.equal(planOf({}, undefined, docs[0]).walked[0]?._id, 'n0');
  });

  it('walks backwards for a sort downwards', () => {
    const plan = planOf({ state: 'planned', at: { $lt: 5 } }, [['at', -1]]);
    assert.deepEqual(
      plan.walked.map(({ at }) => at),
      [4, 2, 1],
    );
  });

  it('takes the order of an index when the filter leads nowhere', () => {
    assert.equal(planOf({ version: 1 }, [['at', -1]]).fields, 'at');
    assert.deepEqual([planOf({ version: 1 }).fields, planOf({ version: 1 }).exact], ['', true]);
  });

  it('orders behind an element of a list', () => {
    const plan = planOf({ partijen: 'Sneek', at: { $gte: 290 } }, [['at', 1]]);
    assert.deepEqual([plan.fields, plan.exact, plan.walked.length], ['partijen,at', true, 10]);
  });

  it('does not narrow a range that two elements of a list may meet together', () => {
    assert.equal(new Set(planOf({ partijen: { $gte: 'C', $lt: 'D' } }).walked).size, docs.length);
  });

  it('does not take the order of a field that holds lists', () => {
    const plan = planOf({}, [['partijen', 1]]);
    assert.deepEqual([plan.fields, plan.exact], ['', false]);
  });
});

describe('the key of an index', () => {
  it('orders as the values do, and no key begins within another', () => {
    const random = seededRandom();
    const signs = [0, 1, 2, 65, 0xffff] as const;
    const value = (): string | number | boolean | null => {
      const kind = random.below(5);
      if (kind === 0) return null;
      if (kind === 1) return random.below(2) === 0;
      if (kind === 2) return (random.below(2000) - 1000) * 10 ** (random.below(40) - 20);
      return String.fromCharCode(...Array.from({ length: random.below(4) }, () => random.pick([...signs])));
    };
    for (let count = 0; count < 20_000; count += 1) {
      const [left, right] = [value(), value()];
      const [leftKey, rightKey] = [fieldKey(left), fieldKey(right)];
      const order = leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
      const what = `TEST_SEED=${random.seed}: ${JSON.stringify([left, right])}`;
      assert.equal(order, Math.sign(compareScalars(left, right)), what);
      assert.ok(order === 0 || !rightKey.startsWith(leftKey), what);
      const end = endOf(leftKey) ?? '';
      assert.ok(`${leftKey}\uffff\uffff` < end && (order !== -1 || rightKey >= end), what);
    }
  });
});
