import type { CivilDate } from '../../kalender/civil-date.ts';
import type { NameIndex } from '../names.ts';
import { readDate } from './cells.ts';
import type { Columns } from './columns.ts';
import type { ImportDeps, ImportOptions, RecesKeeper } from './import-deps.ts';
import type { Table } from './read-table.ts';
import {
  type AnyReason,
  bounded,
  type ImportReport,
  type Notices,
  type Problem,
  type Rejection,
  rejectionOf,
  type Unreadable,
} from './report.ts';
import { inBatches } from './write-batches.ts';

/**
 * The form Recessen: one row for each reces of an organisatie (`organisatie` or `gemeente`, `reces`, `van`, `tot`, both days
 * included). A row replaces what it overlaps in the store; of two rows that overlap in one file the second is rejected.
 */

interface RecesRow {
  readonly row: number;
  readonly organisatie: string;
  readonly naam: string;
  readonly van: CivilDate;
  readonly tot: CivilDate;
}

const usualName = 'Reces';
const longestName = 60;

type CellOf = (column: string) => string;

/** Of a bare name that is both, the column `gemeente` says which. */
function organisatieIn(cellOf: CellOf, names: NameIndex): string | Problem {
  const [column, value] =
    cellOf('organisatie') === '' ? ['gemeente', cellOf('gemeente')] : ['organisatie', cellOf('organisatie')];
  if (value === '') return { column, value, reason: 'required' };
  const found = names.resolveOrganisatie(value);
  if (found.kind === 'found') return found.organisatie._id;
  const of = found.kind === 'ambiguous' ? found.candidates : found.nearest;
  if (found.kind === 'ambiguous' && column === 'gemeente') {
    const [only, ...others] = of.filter(({ soort }) => soort === 'gemeente');
    if (only !== undefined && others.length === 0) return only._id;
  }
  const nearest = of.slice(0, 3).map(({ naam }) => naam);
  const reason = found.kind === 'ambiguous' ? 'ambiguous_organisatie' : 'unknown_organisatie';
  return { column, value: bounded(value), reason, ...(nearest.length > 0 && { nearest }) };
}

function dayIn(cellOf: CellOf, column: string): CivilDate | Problem {
  const value = cellOf(column);
  if (value === '') return { column, value, reason: 'required' };
  const read = readDate(value);
  return read.kind === 'value' ? read.value : { column, value: bounded(value), reason: read.reason };
}

function readRow(
  row: number,
  cellOf: CellOf,
  names: NameIndex,
  keeper: RecesKeeper,
): RecesRow | readonly Problem<AnyReason>[] {
  const organisatie = organisatieIn(cellOf, names);
  const van = dayIn(cellOf, 'van');
  const tot = dayIn(cellOf, 'tot');
  const naam = cellOf('reces') === '' ? usualName : cellOf('reces');
  const problems: Problem<AnyReason>[] = [organisatie, van, tot].filter((one) => typeof one !== 'string');
  if (naam.length > longestName) problems.push({ column: 'reces', value: bounded(naam), reason: 'too_long' });
  if (typeof organisatie !== 'string' || typeof van !== 'string' || typeof tot !== 'string') return problems;
  const reason = keeper.problemOf({ van, tot });
  if (reason !== undefined) problems.push({ column: 'tot', value: tot, reason });
  return problems.length > 0 ? problems : { row, organisatie, naam, van, tot };
}

const isSame = (one: RecesRow, other: RecesRow): boolean =>
  one.van === other.van && one.tot === other.tot && one.naam === other.naam;

export async function importRecessen(
  table: Table,
  columns: Columns,
  deps: ImportDeps & { readonly recessen: RecesKeeper },
  options: ImportOptions,
  notices: Notices,
): Promise<ImportReport | Unreadable> {
  if (!columns.places.has('organisatie') && !columns.places.has('gemeente'))
    return { kind: 'unreadable', reason: 'missing_column', detail: 'organisatie' };
  const { recessen } = deps;
  const names = (options.dryRun?.knownFrom(deps.register) ?? deps.register).names();
  const rejected: Rejection[] = [];
  const byOrganisatie = new Map<string, RecesRow[]>();
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const each of table.rows) {
    const cellOf: CellOf = (column) => each.cells[columns.places.get(column) ?? -1] ?? '';
    const read = readRow(each.row, cellOf, names, recessen);
    const problems: Problem<AnyReason>[] = 'row' in read ? [] : [...read];
    const beyond = each.cells.slice(table.header.length).find((cell) => cell !== '');
    if (beyond !== undefined) problems.unshift({ column: '', value: bounded(beyond), reason: 'too_many_cells' });
    if ('row' in read && problems.length === 0) {
      const before = byOrganisatie.get(read.organisatie) ?? [];
      const touching = before.find((one) => one.van <= read.tot && read.van <= one.tot);
      if (touching === undefined) byOrganisatie.set(read.organisatie, [...before, read]);
      else if (isSame(touching, read)) {
        notices.add('same_row_twice', each.row, read.naam);
        counts.unchanged += 1;
      } else problems.push({ column: 'van', value: read.van, reason: 'reces_overlaps' });
    }
    const rejection = rejectionOf(each.row, problems);
    if (rejection !== undefined) rejected.push(rejection);
  }
  // One after another for each organisatie: all its recessen stand in one document.
  const write = async ({ organisatie, row, ...reces }: RecesRow): Promise<void> => {
    const outcome = await (options.dryRun !== undefined
      ? recessen.look(organisatie, reces)
      : recessen.set(organisatie, reces));
    if (outcome === 'too_many')
      rejected.push({ row, column: 'organisatie', value: organisatie, reason: 'too_many_recessen' });
    else counts[outcome] += 1;
  };
  await inBatches(
    [...byOrganisatie.values()],
    async (own) => {
      for (const row of own) await write(row);
    },
    options.dryRun !== undefined ? undefined : options.onProgress,
  );
  return {
    kind: 'imported',
    form: 'recessen',
    dryRun: options.dryRun !== undefined,
    read: table.rows.length,
    ...counts,
    rejected: rejected.sort((one, other) => one.row - other.row),
    notices: notices.list(),
  };
}
