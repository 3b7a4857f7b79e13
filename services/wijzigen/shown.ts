import type { RegisterView } from '../register/types.ts';
import type { AfspraakChange, FieldChange, Waarde } from './types.ts';

/** The changes with names in the place of `_id`s, as people read them. */
export const shownChanges = (
  changes: readonly AfspraakChange[],
  view: Pick<RegisterView, 'verband' | 'organisatie'>,
): readonly AfspraakChange[] =>
  changes.map((one) => ({ ...one, velden: one.velden.map((field) => shownField(field, view)) }));

function shownField(
  { veld, van, naar }: FieldChange,
  view: Pick<RegisterView, 'verband' | 'organisatie'>,
): FieldChange {
  const named = (value: Waarde): Waarde => {
    if (veld === 'verband' && typeof value === 'string') return view.verband(value)?.naam ?? value;
    return veld === 'partijen' && Array.isArray(value)
      ? value.map((id: string) => view.organisatie(id)?.naam ?? id)
      : value;
  };
  return { veld, ...(van !== undefined && { van: named(van) }), ...(naar !== undefined && { naar: named(naar) }) };
}
