import type { Filter as MongoFilter } from 'mongodb';
import { type StoredDocument, tokenField, uniqueFieldPrefix, uniqueText } from './document.ts';
import { checkFilter, withoutUndefined } from './filter.ts';
import { rankOf, type SortFields, sortValueAt } from './order.ts';
import { valuesAllowed } from './planner.ts';
import type { Filter } from './store.ts';

/** A document as it stands in MongoDB: ours, with the fields the store adds for itself. */
export interface MongoDocument {
  _id: string;
  version: number;
  [field: string]: unknown;
}

export type Query = MongoFilter<MongoDocument>;

/**
 * The field that holds the values of one unique key as one text, present only when the document has them all. A plain sparse
 * unique index on it means the same on every server, which a sparse index on several fields does not: that one takes a document
 * in as soon as it has one of them.
 */
export const uniqueField = (fields: readonly string[]): string =>
  uniqueFieldPrefix + fields.join('_').replaceAll('.', '_');

/** Adds what the store needs to find its own write again and to keep unique keys unique. */
export function withHiddenFields(
  doc: StoredDocument,
  unique: readonly (readonly string[])[],
  token: string,
): MongoDocument {
  const hidden: { [field: string]: unknown } = { [tokenField]: token };
  for (const fields of unique) {
    const text = uniqueText(doc, fields);
    if (text !== undefined) hidden[uniqueField(fields)] = text;
  }
  return { ...doc, ...hidden };
}

/** The filter in MongoDB's words; one that fixes a whole unique key is led to its index. */
export function filterQuery(filter: Filter, unique: readonly (readonly string[])[]): Query {
  checkFilter(filter);
  const query: { [path: string]: unknown } = { ...withoutUndefined(filter) };
  for (const fields of unique) {
    const values = fields.map((field) => valuesAllowed(filter[field]));
    if (values.every((allowed) => allowed?.length === 1 && allowed[0] !== null)) {
      query[uniqueField(fields)] = JSON.stringify(values.map((allowed) => allowed?.[0]));
      break;
    }
  }
  return query;
}

/** All values of one type, in MongoDB's order of types: nothing, numbers, text, true and false. */
const ofType: readonly unknown[] = [null, { $gte: -Number.MAX_VALUE }, { $gte: '' }, { $in: [true, false] }];

type Scalar = string | number | boolean | null;

/** The conditions on one field that together mean "comes later than this value". MongoDB's own $gt stays within one type. */
function laterThan(value: Scalar, direction: 1 | -1): readonly unknown[] {
  const rank = rankOf(value);
  const later = direction === 1 ? ofType.slice(rank + 1) : ofType.slice(0, rank);
  if (typeof value === 'boolean') return value === (direction === 1) ? later : [...later, direction === 1];
  if (value === null) return later;
  return [...later, direction === 1 ? { $gt: value } : { $lt: value }];
}

/** Matches what comes after this document in the order of the find: later in one field, equal in all before it. */
export function afterQuery(sort: SortFields, after: StoredDocument): Query {
  const branches: Query[] = [];
  const equal: { [path: string]: unknown }[] = [];
  for (const [field, direction] of sort) {
    const value = sortValueAt(after, field);
    for (const condition of laterThan(value, direction)) branches.push(both([...equal, { [field]: condition }]));
    equal.push({ [field]: value });
  }
  return { $or: branches };
}

/** All of these; as `$and`, since two may speak of the same field. */
export function both(queries: readonly { [path: string]: unknown }[]): Query {
  const given = queries.filter((query) => Object.keys(query).length > 0);
  return given.length > 1 ? { $and: given } : (given[0] ?? {});
}
