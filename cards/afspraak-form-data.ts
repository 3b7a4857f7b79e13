import { type AfspraakColumn, afspraakColumns } from '../services/register/import/columns.ts';
import type { FormCells, FormColumn } from '../services/wijzigen/form.ts';

/** What the inputs of the form of an afspraak are called and how long each may be; read back by action-data.ts. */

/** In the order of the form, which is that of a file: what is needed first. */
export const formColumns: readonly FormColumn[] = afspraakColumns.filter(
  (column: AfspraakColumn): column is FormColumn => column !== 'code',
);

/**
 * Together they leave room on one card also when every character takes three bytes. What an afspraak has that is longer is left
 * out of its form and stays as it is.
 */
export const longestInput: Readonly<Record<FormColumn, number>> = {
  titel: 300,
  soort: 40,
  verband: 200,
  partijen: 1200,
  eigenaar: 200,
  plaatsvervanger: 200,
  status: 40,
  ingangsdatum: 10,
  einddatum: 10,
  opzegtermijn: 40,
  stilzwijgend: 10,
  herijking: 10,
  ritme: 40,
  rapportage_aan: 60,
  rapportagedatum: 10,
  rapportageritme: 40,
  vertrouwelijkheid: 40,
  document: 500,
  tekst: 2000,
};

/** The choice that stands for an empty field: clients cannot take a choice back to nothing. */
export const noChoice = '-';

/**
 * The cells of a form that was sent in; undefined when it was tampered with. Clients leave out inputs that are empty, so what is
 * absent is empty, unless the button says that the form did not have it.
 */
export function decodeAfspraakForm(
  fields: { readonly [key: string]: unknown },
  longest: number,
): FormCells | undefined {
  const kept: readonly unknown[] = Array.isArray(fields.behoudt) ? fields.behoudt : [];
  const cells: { -readonly [K in FormColumn]?: string } = {};
  for (const column of formColumns) {
    if (kept.includes(column)) continue;
    const value = fields[column] ?? '';
    if (typeof value !== 'string' || value.length > longest) return undefined;
    // Several choices come back with commas; a cell parts them with a bar.
    cells[column] = value === noChoice ? '' : column === 'rapportage_aan' ? value.replaceAll(',', '|') : value;
  }
  return cells;
}
