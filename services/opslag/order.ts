import { Fault } from '../fault.ts';
import { plainValueAt, type StoredDocument } from './document.ts';
import type { FindOptions, Json, Stored } from './store.ts';

/** The order of a find, made whole: the fields asked for, and `_id` ascending as the last one. */
export type SortFields = readonly (readonly [field: string, direction: 1 | -1])[];

type Scalar = string | number | boolean | null;

/** MongoDB's order between types: nothing, numbers, text, true and false. */
export function rankOf(value: Scalar): number {
  if (value === null) return 0;
  if (typeof value === 'number') return 1;
  return typeof value === 'string' ? 2 : 3;
}

export function compareScalars(left: Scalar, right: Scalar): number {
  if (left === right) return 0;
  const byType = rankOf(left) - rankOf(right);
  if (byType !== 0 || left === null || right === null) return byType;
  return left < right ? -1 : 1;
}

/**
 * The value a document is sorted by; a missing field sorts as null.
 *
 * @throws Fault `opslag-sort` when the field holds a list or an object: no order of those is the same in every store
 */
export function sortValueAt(doc: StoredDocument, field: string): Scalar {
  const value: Json | undefined = plainValueAt(doc, field);
  if (value === undefined) return null;
  if (typeof value === 'object' && value !== null) {
    throw new Fault('opslag-sort', 'never', `the field ${field} holds a list or an object and cannot be sorted by`);
  }
  return value;
}

/** @throws Fault `opslag-sort` when a direction is neither 1 nor -1 or a field is named twice */
export function sortFieldsOf(sort: FindOptions['sort']): SortFields {
  const fields = sort ?? [];
  const names = new Set(fields.map(([field]) => field));
  if (names.size !== fields.length || !fields.every(([, direction]) => direction === 1 || direction === -1)) {
    throw new Fault('opslag-sort', 'never', 'a sort names a field twice or has a direction other than 1 and -1');
  }
  return names.has('_id') ? fields : [...fields, ['_id', 1]];
}

export type Comparator = (left: StoredDocument, right: StoredDocument) => number;

export function comparatorOf(fields: SortFields): Comparator {
  return (left, right) => {
    for (const [field, direction] of fields) {
      const order = compareScalars(sortValueAt(left, field), sortValueAt(right, field));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

/** How many documents a find may give at most. @throws Fault `opslag-limit` when it is not a whole number of 0 or more */
export function limitOf(options: FindOptions): number {
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  if (limit === Number.POSITIVE_INFINITY || (Number.isSafeInteger(limit) && limit >= 0)) return limit;
  throw new Fault('opslag-limit', 'never', 'a limit is a whole number of 0 or more');
}

/** The `after` of a find as a document whose fields can be read by name. */
export const asDocument = (stored: Stored): StoredDocument => ({ ...stored });
