import { recogniseColumns } from './columns.ts';
import { importAfspraken } from './import-afspraken.ts';
import type { ImportDeps, ImportOptions } from './import-deps.ts';
import { importRecessen } from './import-recessen.ts';
import { importRegelingen } from './import-regelingen.ts';
import { readTable } from './read-table.ts';
import { type ImportReport, Notices, type Unreadable } from './report.ts';

/**
 * Takes in one file (CSV, XLSX, or JSON from an export); from its header it knows which form of CONTRACT §5, or recessen, it is. For the
 * command line and the chat. A row that is wrong never stops the others; a file that cannot be read changes nothing; the same
 * file again changes nothing; a run that was cut off is completed by importing again. Import regelingen before the afspraken that
 * name them.
 *
 * @throws a Fault of the store; rows acknowledged before it stay
 */
export async function importFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  deps: ImportDeps,
  options: ImportOptions = {},
): Promise<ImportReport | Unreadable> {
  const table = await readTable(file);
  if (table.kind === 'unreadable') return table;
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
