import { recogniseColumns } from './columns.ts';
import { importAfspraken } from './import-afspraken.ts';
import type { ImportDeps, ImportOptions } from './import-deps.ts';
import { importRecessen } from './import-recessen.ts';
import { importRegelingen } from './import-regelingen.ts';
import { readTables, type Table } from './read-table.ts';
import { type Form, type ImportReport, Notices, type Unreadable } from './report.ts';

/**
 * Takes in one file (CSV, XLSX, or JSON from an export); from its header it knows which form of CONTRACT §5, or recessen, it is. For the
 * command line and the chat. A row that is wrong never stops the others; a file that cannot be read changes nothing; the same
 * file again changes nothing; a run that was cut off is completed by importing again. Import regelingen before the afspraken that
 * name them. Of a workbook it takes the first sheet alone: {@link importSheets} takes them all.
 *
 * @throws a Fault of the store; rows acknowledged before it stay
 */
export async function importFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  deps: ImportDeps,
  options: ImportOptions = {},
): Promise<ImportReport | Unreadable> {
  const tables = await readTables(file);
  if ('kind' in tables) return tables;
  const [first] = tables;
  return first === undefined ? { kind: 'unreadable', reason: 'empty' } : importTable(first, deps, options);
}

/**
 * As {@link importFile}, with each sheet of a workbook that holds a form, as an export of everything has them: regelingen first.
 * Sheets of anything else are passed over, unless there is nothing but those. One outcome for each sheet taken.
 */
export async function importSheets(
  file: { readonly name: string; readonly bytes: Uint8Array },
  deps: ImportDeps,
  options: ImportOptions = {},
): Promise<readonly (ImportReport | Unreadable)[]> {
  const tables = await readTables(file);
  if ('kind' in tables) return [tables];
  const outcomes: (ImportReport | Unreadable)[] = [];
  for (const table of chosenOf(tables)) outcomes.push(await importTable(table, deps, options));
  return outcomes;
}

/** Afspraken and recessen name organisaties and verbanden, so regelingen go before them. */
const order: readonly string[] = ['regelingen', 'recessen', 'afspraken'] satisfies readonly Form[];

function chosenOf(tables: readonly Table[]): readonly Table[] {
  const rank = (table: Table): number => {
    const columns = recogniseColumns(table.header);
    if (columns.kind === 'columns') return order.indexOf(columns.form);
    // Besluiten with something in them must be told, and half a form where the rows are expected; a list beside it is nobody's loss.
    const isTold = columns.reason === 'besluiten_table' ? table.rows.length > 0 : table === tables[0];
    return isTold && columns.reason !== 'unknown_form' ? order.length : -1;
  };
  const chosen = tables.filter((table) => rank(table) >= 0).sort((left, right) => rank(left) - rank(right));
  return chosen.length > 0 ? chosen : tables.slice(0, 1);
}

async function importTable(table: Table, deps: ImportDeps, options: ImportOptions): Promise<ImportReport | Unreadable> {
  const columns = recogniseColumns(table.header);
  if (columns.kind === 'unreadable') return columns;
  const notices = new Notices();
  for (const column of columns.unknown) notices.add('unknown_column', undefined, column);
  if (table.windows1252) notices.add('read_as_windows_1252');
  await deps.register.refresh();
  switch (columns.form) {
    case 'regelingen':
      return importRegelingen(table, columns, deps, options, notices);
    case 'afspraken':
      return importAfspraken(table, columns, deps, options, notices);
    case 'recessen': {
      const { recessen } = deps;
      if (recessen === undefined) return { kind: 'unreadable', reason: 'unknown_form' };
      return importRecessen(table, columns, { ...deps, recessen }, options, notices);
    }
  }
}
