import { addDuration, parseDuration } from '../kalender/duration.ts';
import type { Draft } from '../opslag/store.ts';
import { changedFields, contentOf } from '../register/history.ts';
import { type AfspraakRow, readAfspraakRow } from '../register/import/afspraak-row.ts';
import type { AfspraakColumn } from '../register/import/columns.ts';
import type { Problem } from '../register/import/report.ts';
import type { NameIndex } from '../register/names.ts';
import { tidyAfspraak } from '../register/tidy.ts';
import type { Afspraak, RegisterView } from '../register/types.ts';
import type { DateColumn } from './request.ts';
import type { AfspraakChange, FieldChange, Veld, Waarde } from './types.ts';

/** From what a person wrote to the fields that change. The rules are those of an import row (CONTRACT §5): this room has none of its own. */

export interface FieldParts {
  readonly view: RegisterView;
  readonly names: NameIndex;
}

/** The fields that columns of the form have, where the names differ. */
const fieldOf = (column: AfspraakColumn): string => (column === 'rapportage_aan' ? 'rapportageAan' : column);

export type ChangeRead =
  /** `velden` is empty when the afspraak says all this already. */
  | { readonly kind: 'read'; readonly change: AfspraakChange; readonly endsBeforeStart: boolean }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** What changes in this afspraak when these cells are written into it; columns that are not given stay as they are. */
export function readChange(
  afspraak: Afspraak,
  cells: Partial<Record<AfspraakColumn, string>>,
  { view, names }: FieldParts,
): ChangeRead {
  const row = readAfspraakRow(cellsOver(afspraak, cells, view), view, names);
  if (row.kind === 'problems') {
    const own = row.problems.filter(({ column }) => Object.hasOwn(cells, column));
    return { kind: 'problems', problems: own.length > 0 ? own : row.problems };
  }
  const written = new Set(Object.keys(cells).map((column) => fieldOf(column as AfspraakColumn)));
  const velden = changesBetween(afspraak, row).filter(({ veld }) => written.has(veld));
  return {
    kind: 'read',
    change: { code: afspraak._id, titel: afspraak.titel, version: afspraak.version, velden },
    endsBeforeStart: row.notices.some(([reason]) => reason === 'ends_before_start'),
  };
}

/** The row that says what the afspraak says, with these cells in their places. A column that is absent keeps what is known. */
const cellsOver =
  (afspraak: Afspraak, cells: Partial<Record<AfspraakColumn, string>>, view: RegisterView) =>
  (column: AfspraakColumn): string | undefined => {
    const cell = cells[column];
    if (cell !== undefined) return cell.trim();
    if (column === 'code') return afspraak._id;
    if (column === 'titel' || column === 'soort') return afspraak[column];
    return column === 'verband' ? view.verband(afspraak.verband)?.regelingId : undefined;
  };

function changesBetween(before: Afspraak, { content }: AfspraakRow): readonly FieldChange[] {
  const after = contentOf(tidyAfspraak({ ...content, _id: before._id }));
  const old = new Map<string, Waarde>(Object.entries(contentOf(before)));
  const now = new Map<string, Waarde>(Object.entries(after));
  return changedFields(before, after).map((field) => {
    const van = old.get(field);
    const naar = now.get(field);
    return { veld: field as Veld, ...(van !== undefined && { van }), ...(naar !== undefined && { naar }) };
  });
}

/** The cell of a date that moves from where it stands; `undefined` when there is none to move. */
export function movedCell(afspraak: Afspraak, column: DateColumn, by: string): string | undefined {
  const from = afspraak[column];
  const length = parseDuration(by);
  return from === undefined || length === undefined ? undefined : addDuration(from, length);
}

/** The afspraak with these fields as they are to be. */
export function withFields(afspraak: Afspraak, velden: readonly FieldChange[]): Draft<Afspraak> {
  const fields = Object.fromEntries(velden.map(({ veld, naar }) => [veld, naar]));
  // The values were read by the rules of the import, each for its own field.
  return contentOf({ ...afspraak, ...fields } as Draft<Afspraak>);
}
