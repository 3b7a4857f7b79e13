import type { Besluit } from './types.ts';

/** Besluiten as a table, for the CSV and XLSX writer (register/export.ts), which also guards cells against formulas. */
export interface BesluitTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Names as in the ZGW Besluiten API; what is not in it comes last. */
const columns = [
  'identificatie',
  'onderwerp',
  'datum',
  'bestuursorgaan',
  'ingangsdatum',
  'vervaldatum',
  'vervalreden',
  'toelichting',
  'verantwoordelijkeOrganisatie',
  'verband',
  'afspraken',
  'vastgelegdOp',
  'vastgelegdDoor',
  'volgnummer',
  'hash',
] as const satisfies readonly (keyof Besluit)[];

/**
 * One row for each besluit, every value as text; an absent value is an empty cell. Codes are separated by `|`, as in the import
 * form of afspraken; `vastgelegdOp` is an instant in UTC (ISO 8601).
 *
 * @param verbandName full name of a verband by its `_id`; its `_id` stands where there is none
 */
export function besluitRows(
  besluiten: readonly Besluit[],
  verbandName: (id: string) => string | undefined = () => undefined,
): BesluitTable {
  return {
    header: columns,
    rows: besluiten.map((besluit) => columns.map((column) => cell(besluit, column, verbandName))),
  };
}

function cell(
  besluit: Besluit,
  column: (typeof columns)[number],
  verbandName: (id: string) => string | undefined,
): string {
  switch (column) {
    case 'verband':
      return besluit.verband === undefined ? '' : (verbandName(besluit.verband) ?? besluit.verband);
    case 'afspraken':
      return besluit.afspraken.join('|');
    case 'vastgelegdOp':
      return new Date(besluit.vastgelegdOp).toISOString();
    default:
      return String(besluit[column] ?? '');
  }
}
