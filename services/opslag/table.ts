import { Fault } from '../fault.ts';
import { type StoredDocument, uniqueText } from './document.ts';
import { compileFilter, isOperators } from './filter.ts';
import { asDocument, type Comparator, comparatorOf, limitOf, type SortFields, sortFieldsOf } from './order.ts';
import { choosePlan, type Plan, valuesAllowed } from './planner.ts';
import { SortedIndex } from './sorted-index.ts';
import type { Filter, FindOptions } from './store.ts';

interface UniqueKey {
  readonly fields: readonly string[];
  readonly owners: Map<string, string>;
}

/** The documents of one collection in memory, with its indexes. Knows nothing of disks or waiting. */
export class Table {
  readonly #docs: Map<string, StoredDocument>;
  readonly #unique: readonly UniqueKey[];
  readonly #indexes: readonly [SortedIndex, ...SortedIndex[]];

  /** @throws Fault `opslag-unique` when the documents there are break a unique key that was declared later */
  constructor(
    docs: Map<string, StoredDocument>,
    unique: readonly (readonly string[])[],
    indexes: readonly (readonly string[])[],
  ) {
    this.#docs = docs;
    this.#unique = unique.map((fields) => ({ fields, owners: new Map<string, string>() }));
    for (const doc of docs.values()) {
      if (this.collides(doc)) throw new Fault('opslag-unique', 'never', 'documents there are break a new unique key');
      this.#own(doc);
    }
    const build = (fields: readonly string[]): SortedIndex => new SortedIndex(fields, docs);
    this.#indexes = [build([]), ...indexes.map((fields) => build(beforeId(fields)))];
  }

  get(id: string): StoredDocument | undefined {
    return this.#docs.get(id);
  }

  /** True when another document has one of the unique keys of this one. */
  collides(doc: StoredDocument): boolean {
    return this.#unique.some(({ fields, owners }) => {
      const text = uniqueText(doc, fields);
      const owner = text === undefined ? undefined : owners.get(text);
      return owner !== undefined && owner !== doc._id;
    });
  }

  /** What a document claims for itself alone, as texts: its `_id` and its unique keys. */
  claimsOf(doc: StoredDocument): readonly string[] {
    const keys = this.#unique.flatMap(({ fields }, position) => {
      const text = uniqueText(doc, fields);
      return text === undefined ? [] : [`${position} ${text}`];
    });
    return [`_id ${doc._id}`, ...keys];
  }

  put(doc: StoredDocument): void {
    const old = this.#docs.get(doc._id);
    if (old !== undefined) this.#disown(old);
    this.#docs.set(doc._id, doc);
    this.#own(doc);
    for (const index of this.#indexes) index.put(old, doc);
  }

  find(filter: Filter, options: FindOptions): readonly StoredDocument[] {
    const matches = compileFilter(filter);
    const sort = sortFieldsOf(options.sort);
    const compare = comparatorOf(sort);
    const limit = limitOf(options);
    const after = options.after === undefined ? undefined : asDocument(options.after);
    const testOf =
      (fits: typeof matches) =>
      (doc: StoredDocument): boolean =>
        fits(doc) && (after === undefined || compare(doc, after) > 0);
    const test = testOf(matches);
    const named = this.#named(filter);
    if (named !== undefined) {
      // Whether an `_id` is in a long list was answered by looking it up.
      const fits = filter._id === undefined ? test : testOf(compileFilter(beyondNames(filter)));
      return named.filter(fits).sort(compare).slice(0, limit);
    }
    const plan = choosePlan(this.#indexes, filter, sort, after);
    return take(merge(plan, sort, test), limit);
  }

  /** The few documents that the filter names by `_id` or by a whole unique key. */
  #named(filter: Filter): StoredDocument[] | undefined {
    const ids = valuesAllowed(filter._id) ?? this.#namedByKey(filter);
    if (ids === undefined) return undefined;
    return ids.flatMap((id) => (typeof id === 'string' ? (this.#docs.get(id) ?? []) : []));
  }

  #namedByKey(filter: Filter): readonly string[] | undefined {
    for (const { fields, owners } of this.#unique) {
      const values = fields.map((field) => valuesAllowed(filter[field]));
      if (values.every((allowed) => allowed?.length === 1 && allowed[0] !== null)) {
        const owner = owners.get(JSON.stringify(values.map((allowed) => allowed?.[0])));
        return owner === undefined ? [] : [owner];
      }
    }
    return undefined;
  }

  #own(doc: StoredDocument): void {
    for (const { fields, owners } of this.#unique) {
      const text = uniqueText(doc, fields);
      if (text !== undefined) owners.set(text, doc._id);
    }
  }

  #disown(doc: StoredDocument): void {
    for (const { fields, owners } of this.#unique) {
      const text = uniqueText(doc, fields);
      if (text !== undefined) owners.delete(text);
    }
  }
}

/** The filter without the ids that it names: what is left of it for those. */
function beyondNames({ _id, ...rest }: Filter): Filter {
  if (_id === undefined || !isOperators(_id)) return rest;
  const { $in, ...others } = _id;
  if ($in === undefined) return { ...rest, _id };
  return Object.values(others).every((operand) => operand === undefined) ? rest : { ...rest, _id: others };
}

// Every index ends in `_id` by itself, and behind it there is nothing left to order.
const beforeId = (fields: readonly string[]): readonly string[] =>
  fields.includes('_id') ? fields.slice(0, fields.indexOf('_id')) : fields;

type Documents = Iterator<StoredDocument, void, undefined>;

/** One range in the whole order: as the index gives it, sorted within those that the index holds to be equal. */
function* inOrder(plan: Plan, position: number, compare: Comparator, test: (doc: StoredDocument) => boolean) {
  const range = plan.ranges[position];
  if (range === undefined) return;
  const sameGroup = comparatorOf(plan.ordered);
  let group: StoredDocument[] = [];
  for (const doc of plan.index.walk(range, plan.direction)) {
    if (!test(doc)) continue;
    if (plan.exact) {
      yield doc;
      continue;
    }
    const [first] = group;
    if (first !== undefined && sameGroup(first, doc) !== 0) {
      yield* group.sort(compare);
      group = [];
    }
    group.push(doc);
  }
  yield* group.sort(compare);
}

/** All ranges together in the whole order; a document that several keys lead to comes once. */
function* merge(plan: Plan, sort: SortFields, test: (doc: StoredDocument) => boolean) {
  const compare = comparatorOf(sort);
  const heads: { doc: StoredDocument; rest: Documents }[] = [];
  for (const position of plan.ranges.keys()) {
    const rest = inOrder(plan, position, compare, test);
    const first = rest.next();
    if (first.done !== true) heads.push({ doc: first.value, rest });
  }
  let last: StoredDocument | undefined;
  while (heads.length > 0) {
    const head = heads.reduce((best, other) => (compare(other.doc, best.doc) < 0 ? other : best));
    // The order ends in _id, so the same document comes twice only in a row.
    if (head.doc !== last) yield head.doc;
    last = head.doc;
    const next = head.rest.next();
    if (next.done === true) heads.splice(heads.indexOf(head), 1);
    else head.doc = next.value;
  }
}

function take(docs: Iterable<StoredDocument>, limit: number): readonly StoredDocument[] {
  const taken: StoredDocument[] = [];
  if (limit === 0) return taken;
  for (const doc of docs) {
    taken.push(doc);
    if (taken.length >= limit) break;
  }
  return taken;
}
