import { emptyKeten, sameKeten } from '../keten.ts';
import { type Eigenaar, type Keten, type KetenInhoud, type Ketenmodel, ketenmodellen } from '../types.ts';
import { type Cell, readChoice, readEigenaar } from './cells.ts';
import { type KetenColumn, ketenColumns } from './columns.ts';
import type { RejectReason } from './report.ts';

/**
 * The columns of our own in the form Regelingen: how a verband works together. They stand on every row of a regeling, except `schakel`,
 * which gives the deelnemer of its row a place in the chain.
 */

export interface KetenRow {
  readonly model?: Ketenmodel;
  readonly regisseur?: Eigenaar;
  readonly coordinator?: Eigenaar;
  readonly plaatsvervanger?: Eigenaar;
  readonly schakel?: { readonly place: number; readonly contact?: Eigenaar };
}

/** `2`, or `2: Naam <e-mail>`. */
function readSchakel(cell: string): Cell<NonNullable<KetenRow['schakel']>> {
  const colon = cell.indexOf(':');
  const number = (colon < 0 ? cell : cell.slice(0, colon)).trim();
  const person = colon < 0 ? '' : cell.slice(colon + 1).trim();
  if (!/^[1-9]\d{0,2}$/.test(number)) return { kind: 'problem', reason: 'unknown_choice' };
  const place = Number(number);
  if (person === '') return { kind: 'value', value: { place } };
  const contact = readEigenaar(person);
  return contact.kind === 'problem' ? contact : { kind: 'value', value: { place, contact: contact.value } };
}

export function readKetenCells(
  cellOf: (column: KetenColumn) => string,
  fail: (column: KetenColumn, value: string, reason: RejectReason) => void,
): KetenRow {
  const read = <K extends keyof KetenRow, T>(key: K, column: KetenColumn, reader: (cell: string) => Cell<T>) => {
    const cell = cellOf(column).trim();
    const outcome = cell === '' ? undefined : reader(cell);
    if (outcome?.kind === 'problem') fail(column, cell, outcome.reason);
    return outcome?.kind === 'value' ? { [key]: outcome.value } : {};
  };
  return {
    ...read('model', 'ketenmodel', readChoice(ketenmodellen)),
    ...read('regisseur', 'regisseur', readEigenaar),
    ...read('coordinator', 'coordinator', readEigenaar),
    ...read('plaatsvervanger', 'plaatsvervanger', readEigenaar),
    ...read('schakel', 'schakel', readSchakel),
  };
}

/**
 * The keten that the rows of one regeling tell; a column that the file does not have keeps what is known. `undefined`: nothing
 * changes.
 */
export function ketenOfRows(
  rows: readonly { readonly organisatie: { readonly _id: string }; readonly keten: KetenRow }[],
  has: (column: KetenColumn) => boolean,
  known: Keten | undefined,
): KetenInhoud | undefined {
  if (!ketenColumns.some(has)) return undefined;
  const first = <K extends keyof KetenRow>(key: K): KetenRow[K] | undefined =>
    rows.map(({ keten }) => keten[key]).find((value) => value !== undefined);
  const model = has('ketenmodel') ? first('model') : known?.model;
  const regisseur = has('regisseur') ? first('regisseur') : known?.regisseur;
  const coordinator = has('coordinator') ? first('coordinator') : known?.coordinator;
  const plaatsvervanger = has('plaatsvervanger') ? first('plaatsvervanger') : known?.plaatsvervanger;
  const inhoud: KetenInhoud = {
    ...(model !== undefined && { model }),
    ...(regisseur !== undefined && { regisseur }),
    ...(coordinator !== undefined && { coordinator }),
    ...(plaatsvervanger !== undefined && { plaatsvervanger }),
    schakels: has('schakel') ? schakelsOf(rows) : (known?.schakels ?? []),
  };
  return sameKeten(inhoud, known ?? emptyKeten) ? undefined : inhoud;
}

const schakelsOf = (rows: Parameters<typeof ketenOfRows>[0]): KetenInhoud['schakels'] =>
  rows
    .flatMap(({ organisatie, keten: { schakel } }) => (schakel === undefined ? [] : [{ organisatie, ...schakel }]))
    .sort((one, other) => one.place - other.place)
    .map(({ organisatie, contact }) => ({ organisatie: organisatie._id, ...(contact !== undefined && { contact }) }));
