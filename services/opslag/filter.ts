import { Query } from 'mingo';
import { Fault } from '../fault.ts';
import type { StoredDocument } from './document.ts';
import type { Condition, Filter } from './store.ts';

const operators = new Set(['$in', '$ne', '$gt', '$gte', '$lt', '$lte']);

const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** A condition that is an operator object rather than one value to equal. */
export const isOperators = (condition: Condition): condition is Exclude<Condition, string | number | boolean | null> =>
  typeof condition === 'object' && condition !== null;

function allowed(operator: string, operand: unknown): boolean {
  if (operator === '$in') return Array.isArray(operand) && operand.every(isScalar);
  if (operator === '$ne') return isScalar(operand);
  return operators.has(operator) && (typeof operand === 'string' || Number.isFinite(operand));
}

/**
 * Refuses a filter that is not of the type `Filter`, whatever the compiler was told: text from outside must never become an
 * operator of the database.
 *
 * @throws Fault `opslag-filter`
 */
export function checkFilter(filter: Filter): void {
  for (const [path, condition] of Object.entries(filter)) {
    const fine =
      !path.startsWith('$') &&
      (isOperators(condition)
        ? Object.entries(condition).every(([operator, operand]) => operand === undefined || allowed(operator, operand))
        : isScalar(condition));
    if (!fine)
      throw new Fault('opslag-filter', 'never', 'a filter holds something else than scalars and known operators');
  }
}

/** The filter without operators that are there but `undefined`, which MongoDB would compare with. */
export function withoutUndefined(filter: Filter): Filter {
  const clean: { [path: string]: Condition } = {};
  for (const [path, condition] of Object.entries(filter)) {
    clean[path] = isOperators(condition)
      ? Object.fromEntries(Object.entries(condition).filter(([, operand]) => operand !== undefined))
      : condition;
  }
  return clean;
}

/** Checks a filter at once and compiles it when the first document is tested: most finds by an index meet none. */
export function compileFilter(filter: Filter): (doc: StoredDocument) => boolean {
  checkFilter(filter);
  if (Object.keys(filter).length === 0) return () => true;
  let query: Query<StoredDocument> | undefined;
  return (doc) => {
    query ??= new Query<StoredDocument>({ ...withoutUndefined(filter) }, {});
    return query.test(doc);
  };
}
