import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Collection, Condition, Filter, FindOptions, Store, Stored } from '../../services/opslag/store.ts';
import { type SeededRandom, seededRandom } from '../fakes/seeded-random.ts';

/** The simplest thing that could be a store: an array, walked for everything. Shares no code with any implementation. */
interface Note extends Stored {
  readonly a?: Value;
  readonly b?: Value;
  readonly c?: readonly string[];
  readonly d?: { readonly e: Value };
  readonly u?: number;
}

type Value = string | number | boolean | null;

const values: readonly [Value, ...Value[]] = [null, 0, 1, -2.5, 10, '', 'a', 'aa', 'b', 'é', true, false];
const texts: readonly [string, ...string[]] = ['p', 'q', 'r'];
const paths: readonly [string, ...string[]] = ['a', 'b', 'c', 'd.e', 'u', '_id'];
const sortable: readonly [string, ...string[]] = ['a', 'b', 'd.e', 'u', '_id'];

function randomNote(random: SeededRandom, _id: string): Omit<Note, 'version'> {
  const sometimes = <T extends object>(fields: T): T | object => (random.below(4) === 0 ? {} : fields);
  return {
    _id,
    ...sometimes({ a: random.pick(values) }),
    ...sometimes({ b: random.pick(values) }),
    ...sometimes({ c: Array.from({ length: random.below(3) }, () => random.pick(texts)) }),
    ...sometimes({ d: { e: random.pick(values) } }),
    ...sometimes({ u: random.below(40) }),
  };
}

const rangeValue = (random: SeededRandom): string | number => random.pick(['', 'a', 'b', 0, 1, -3, 11]);

function randomCondition(random: SeededRandom): Condition {
  const any = (): Value => (random.below(3) === 0 ? random.pick(texts) : random.pick(values));
  switch (random.below(6)) {
    case 0:
      return { $in: Array.from({ length: random.below(4) }, any) };
    case 1:
      return { $ne: any() };
    case 2:
      return { $gte: rangeValue(random), $lt: rangeValue(random) };
    case 3:
      return { $gt: rangeValue(random) };
    case 4:
      return { $lte: rangeValue(random) };
    default:
      return any();
  }
}

function randomFilter(random: SeededRandom): Filter {
  return Object.fromEntries(
    Array.from({ length: random.below(3) }, () => [random.pick(paths), randomCondition(random)]),
  );
}

function randomSort(random: SeededRandom): NonNullable<FindOptions['sort']> {
  const fields = new Set(Array.from({ length: random.below(3) }, () => random.pick(sortable)));
  return [...fields].map((field) => [field, random.below(2) === 0 ? 1 : -1] as const);
}

function fieldOf(note: Note, path: string): readonly Value[] {
  if (path === 'c') return note.c ?? [null];
  const fields: { readonly [path: string]: Value | undefined } = {
    a: note.a,
    b: note.b,
    'd.e': note.d?.e,
    u: note.u,
    _id: note._id,
  };
  return [fields[path] ?? null];
}

function holds(have: readonly Value[], condition: Condition): boolean {
  if (typeof condition !== 'object' || condition === null) return have.includes(condition);
  const { $in, $ne, $gt, $gte, $lt, $lte } = condition;
  const some = (bound: string | number | undefined, test: (order: number) => boolean): boolean =>
    bound === undefined || have.some((value) => typeof value === typeof bound && test(inOrder(value, bound)));
  return (
    ($in === undefined || $in.some((value) => have.includes(value))) &&
    ($ne === undefined || !have.includes($ne)) &&
    some($gt, (order) => order > 0) &&
    some($gte, (order) => order >= 0) &&
    some($lt, (order) => order < 0) &&
    some($lte, (order) => order <= 0)
  );
}

const typeOrder = ['object', 'number', 'string', 'boolean'];

function inOrder(left: Value, right: Value): number {
  const byType = typeOrder.indexOf(typeof left) - typeOrder.indexOf(typeof right);
  if (byType !== 0 || left === null || right === null || left === right) return byType;
  return left < right ? -1 : 1;
}

class Model {
  notes: Note[] = [];

  insert(draft: Omit<Note, 'version'>): string {
    if (this.notes.some(({ _id, u }) => _id === draft._id || (u !== undefined && u === draft.u))) return 'exists';
    this.notes.push({ ...draft, version: 1 });
    return 'inserted';
  }

  replace(draft: Omit<Note, 'version'>, version: number): string {
    const place = this.notes.findIndex((note) => note._id === draft._id && note.version === version);
    if (place < 0) return 'stale';
    if (this.notes.some(({ _id, u }) => _id !== draft._id && u !== undefined && u === draft.u)) return 'exists';
    this.notes[place] = { ...draft, version: version + 1 };
    return 'replaced';
  }

  find(filter: Filter, sort: NonNullable<FindOptions['sort']>): Note[] {
    return this.notes
      .filter((note) => Object.entries(filter).every(([path, condition]) => holds(fieldOf(note, path), condition)))
      .sort((left, right) => {
        for (const [field, direction] of [...sort, ['_id', 1] as const]) {
          const order = inOrder(fieldOf(left, field)[0] ?? null, fieldOf(right, field)[0] ?? null);
          if (order !== 0) return order * direction;
        }
        return 0;
      });
  }
}

async function step(random: SeededRandom, notes: Collection<Note>, model: Model): Promise<void> {
  const id = `n${random.below(60)}`;
  const draft = randomNote(random, id);
  if (random.below(3) > 0) {
    const known = model.notes.find(({ _id }) => _id === id);
    if (known === undefined || random.below(8) === 0) {
      assert.equal((await notes.insert(draft)).kind, model.insert(draft), `insert ${JSON.stringify(draft)}`);
    } else {
      const version = random.below(8) === 0 ? known.version - 1 : known.version;
      const said = await notes.replace(draft, version);
      assert.equal(said.kind, model.replace(draft, version), `replace ${JSON.stringify(draft)} at ${version}`);
    }
    return;
  }
  const filter = randomFilter(random);
  const sort = randomSort(random);
  const limit = 1 + random.below(9);
  const expected = model.find(filter, sort);
  const asked = `find ${JSON.stringify({ filter, sort, limit })}`;
  let after: Note | undefined;
  for (let seen = 0; seen <= expected.length; seen += limit) {
    const page = await notes.find(filter, { sort, limit, ...(after === undefined ? {} : { after }) });
    assert.deepEqual(page, expected.slice(seen, seen + limit), `${asked} after ${seen}`);
    after = page.at(-1);
    if (after === undefined) return;
  }
}

/** The same random operations on the store and on the model give the same answers. */
export function describeRandomOperations(store: () => Store): void {
  for (const run of [1, 2, 3]) {
    it(`answers as a plain list does to random operations (${run})`, async () => {
      const random = seededRandom();
      const notes = store().collection<Note>({
        name: `notitie-${randomUUID()}`,
        unique: [['u']],
        indexes: [['a'], ['a', 'b'], ['c', 'a'], ['d.e', 'b']],
      });
      const model = new Model();
      for (let count = 0; count < 250; count += 1) {
        await step(random, notes, model).catch((cause: unknown) => {
          throw new assert.AssertionError({ message: `TEST_SEED=${random.seed}, step ${count}: ${cause}` });
        });
      }
      assert.deepEqual(await notes.find({}), model.find({}, []));
    });
  }
}
