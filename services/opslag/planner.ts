import type { StoredDocument } from './document.ts';
import { isOperators } from './filter.ts';
import { endOf, fieldKey, type KeyRange, typeRange } from './index-key.ts';
import { compareScalars, type SortFields, sortValueAt } from './order.ts';
import type { SortedIndex } from './sorted-index.ts';
import type { Condition, Filter } from './store.ts';

/** How a find walks one index. Everything it passes is still held against the filter. */
export interface Plan {
  readonly index: SortedIndex;
  /** One per combination of values that the leading fields may have. */
  readonly ranges: readonly KeyRange[];
  readonly direction: 1 | -1;
  /** Fields that order the documents of one range as the index gives them; behind these the find sorts within equal ones. */
  readonly ordered: SortFields;
  /** The index gives the whole order asked for: nothing is left to sort. */
  readonly exact: boolean;
}

/** So many walks at most: above it, an `$in` is tested per document instead. */
const mostRanges = 1_000;

type Scalar = string | number | boolean | null;

/** The values that an equality or `$in` allows, or `undefined` for any other condition. */
export function valuesAllowed(condition: Condition | undefined): readonly Scalar[] | undefined {
  if (condition === undefined) return undefined;
  if (!isOperators(condition)) return [condition];
  return condition.$in === undefined ? undefined : [...new Set(condition.$in)];
}

/** The documents with these values in the leading fields, in the order of those fields. */
interface Group {
  readonly prefix: string;
  readonly values: readonly Scalar[];
}

interface Lead {
  readonly length: number;
  readonly groups: readonly Group[];
}

function leadOf(index: SortedIndex, filter: Filter): Lead {
  let groups: readonly Group[] = [{ prefix: '', values: [] }];
  let length = 0;
  for (const field of index.fields) {
    const allowed = valuesAllowed(filter[field]);
    if (allowed === undefined || groups.length * allowed.length > mostRanges) break;
    groups = groups.flatMap(({ prefix, values }) =>
      allowed.map((value) => ({ prefix: prefix + fieldKey(value), values: [...values, value] })),
    );
    length += 1;
  }
  return { length, groups };
}

/** Narrows the keys behind a prefix to what the range operators of the next field allow. */
function rangeBehind(prefix: string, condition: Condition | undefined): KeyRange {
  let { low, high }: KeyRange = { low: prefix, high: endOf(prefix) };
  if (condition === undefined || !isOperators(condition)) return { low, high };
  const narrow = (range: KeyRange): void => {
    if (range.low > low) low = range.low;
    if (range.high !== undefined && (high === undefined || range.high < high)) high = range.high;
  };
  const { $gt, $gte, $lt, $lte } = condition;
  for (const bound of [$gt, $gte]) {
    if (bound !== undefined) narrow({ low: prefix + fieldKey(bound), high: typeRange(prefix, bound).high });
  }
  if ($lt !== undefined) narrow({ low: typeRange(prefix, $lt).low, high: prefix + fieldKey($lt) });
  if ($lte !== undefined) narrow({ low: typeRange(prefix, $lte).low, high: endOf(prefix + fieldKey($lte)) });
  return { low, high };
}

const hasRange = (condition: Condition | undefined): boolean =>
  condition !== undefined &&
  isOperators(condition) &&
  [condition.$gt, condition.$gte, condition.$lt, condition.$lte].some((bound) => bound !== undefined);

interface Ordering {
  readonly ordered: SortFields;
  readonly direction: 1 | -1;
  readonly exact: boolean;
}

/** How much of the sort the index gives by itself behind its leading fields, which are the same within one range. */
function orderingOf(index: SortedIndex, lead: Lead, sort: SortFields): Ordering {
  const led = new Set(index.fields.slice(0, lead.length));
  const rest = sort.filter(([field]) => !led.has(field));
  const direction = rest[0]?.[1] ?? 1;
  let count = 0;
  for (const [field, wanted] of rest) {
    const position = lead.length + count;
    const isNext = position === index.fields.length ? field === '_id' : index.fields[position] === field;
    if (!isNext || wanted !== direction || !(field === '_id' || index.isRegular(position))) break;
    count += 1;
    if (field === '_id') break;
  }
  return { ordered: rest.slice(0, count), direction, exact: rest[count - 1]?.[0] === '_id' };
}

/**
 * Whether this group and the document a page starts after are alike in every leading field that the find sorts by. Of another group
 * the page takes all or nothing, whatever its other fields hold.
 */
const isGroupOf = (after: StoredDocument, { values }: Group, fields: readonly string[], sort: SortFields): boolean =>
  values.every((value, position) => {
    const field = fields[position] ?? '';
    return sort.every(([sorted]) => sorted !== field) || compareScalars(value, sortValueAt(after, field)) === 0;
  });

/** Leaves out the part of a range that lies wholly before the document a page starts after. */
function startAfter(range: KeyRange, prefix: string, ordering: Ordering, after: StoredDocument): KeyRange {
  if (ordering.ordered.length === 0) return range;
  const fields = ordering.ordered.filter(([field]) => field !== '_id');
  let edge = prefix + fields.map(([field]) => fieldKey(sortValueAt(after, field))).join('');
  if (ordering.exact) edge += after._id;
  if (ordering.direction === 1) return edge > range.low ? { low: edge, high: range.high } : range;
  const end = ordering.exact ? edge : endOf(edge);
  return end !== undefined && (range.high === undefined || end < range.high) ? { low: range.low, high: end } : range;
}

function weigh(index: SortedIndex, lead: Lead, ordering: Ordering, filter: Filter): number {
  const range = hasRange(filter[index.fields[lead.length] ?? '']) ? 1 : 0;
  return lead.length * 8 + range * 4 + (ordering.exact ? 3 : Math.min(ordering.ordered.length, 2));
}

/**
 * Chooses the index whose leading fields the filter fixes, and next the one that gives a range or the order asked for, so that
 * a find with a limit costs the same however many documents there are.
 *
 * @param indexes the declared ones and the one by `_id` alone, which fits every find
 */
export function choosePlan(
  indexes: readonly [SortedIndex, ...SortedIndex[]],
  filter: Filter,
  sort: SortFields,
  after: StoredDocument | undefined,
): Plan {
  const options = indexes.map((index) => {
    const lead = leadOf(index, filter);
    const ordering = orderingOf(index, lead, sort);
    return { index, lead, ordering, weight: weigh(index, lead, ordering, filter) };
  });
  const { index, lead, ordering } = options.reduce((best, option) => (option.weight > best.weight ? option : best));
  const next = filter[index.fields[lead.length] ?? ''];
  // On a list, one element may meet one bound and another the other: no narrowing by both.
  const narrows = lead.length < index.fields.length && index.isRegular(lead.length);
  const ranges = lead.groups.map((group) => {
    const range = rangeBehind(group.prefix, narrows ? next : undefined);
    const isCut = after !== undefined && isGroupOf(after, group, index.fields, sort);
    return isCut ? startAfter(range, group.prefix, ordering, after) : range;
  });
  return { index, ranges, ...ordering };
}
