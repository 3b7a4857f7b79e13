import type { CivilDate } from '../../kalender/civil-date.ts';
import type { Draft } from '../../opslag/store.ts';
import { normaliseName } from '../name-forms.ts';
import type { Organisatie, Organisatiesoort, Vorm } from '../types.ts';
import { readDate, readText } from './cells.ts';
import type { RegelingColumn } from './columns.ts';
import { type KetenRow, readKetenCells } from './keten-cells.ts';
import { bounded, type NoticeReason, type Problem } from './report.ts';

/** One row of the form Regelingen: one deelnemer of one regeling, with everything the register says about both. */

export interface RegelingRow {
  readonly regelingId: string;
  readonly naam: string;
  readonly vorm: Vorm;
  readonly doel?: string;
  readonly beleidsterreinen: readonly string[];
  readonly ingangsdatum?: CivilDate;
  readonly orgaan?: string;
  readonly rsin?: string;
  readonly organisatie: Draft<Organisatie>;
  readonly toetreding?: CivilDate;
  readonly bestuursorganen: readonly string[];
  readonly keten: KetenRow;
  readonly notices: readonly (readonly [NoticeReason, string])[];
}

export type RegelingRowOutcome =
  | { readonly kind: 'row'; readonly row: RegelingRow }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

const vormen: readonly Vorm[] = ['OL', 'BVO', 'GO', 'RZM', 'overig'];

/** The kind of body by its TOOI prefix; a ministerie's code starts with mn. */
const soortByPrefix: Readonly<Record<string, Organisatiesoort>> = {
  gm: 'gemeente',
  pv: 'provincie',
  ws: 'waterschap',
  mn: 'ministerie',
  so: 'samenwerking',
};

const soortByWord: readonly (readonly [string, Organisatiesoort])[] = [
  ['gemeente ', 'gemeente'],
  ['provincie ', 'provincie'],
  ['waterschap ', 'waterschap'],
  ['hoogheemraadschap ', 'waterschap'],
  ['wetterskip ', 'waterschap'],
  ['ministerie ', 'ministerie'],
];

const tooiForm = /^[a-z]{2,6}\d{2,6}$/;

function organisatieOf(naam: string, code: string): Draft<Organisatie> {
  const key = normaliseName(naam);
  const soort =
    soortByPrefix[code.slice(0, 2)] ?? soortByWord.find(([word]) => `${key} `.startsWith(word))?.[1] ?? 'overig';
  return code === '' ? { _id: `naam:${key}`, naam, soort } : { _id: code, naam, soort, tooi: code };
}

const partsOf = (cell: string, separator: string): readonly string[] =>
  cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const longest: Partial<Record<RegelingColumn, number>> = {
  regeling: 500,
  orgaan: 500,
  deelnemer: 500,
  regeling_id: 50,
};
const longestText = 5_000;

/** Reads one row; `cellOf` gives '' for an empty cell and for a column that is not there. */
export function readRegelingRow(cellOf: (column: RegelingColumn) => string): RegelingRowOutcome {
  const problems: Problem[] = [];
  const notices: (readonly [NoticeReason, string])[] = [];
  const fail = (column: RegelingColumn, value: string, reason: Problem['reason']): void => {
    problems.push({ column, value: bounded(value), reason });
  };
  const text = (column: RegelingColumn): string => {
    const cell = cellOf(column);
    if (readText(longest[column] ?? longestText)(cell).kind === 'problem') fail(column, cell, 'too_long');
    return cell;
  };
  const required = (column: RegelingColumn): string => {
    const cell = text(column);
    if (cell === '') fail(column, cell, 'required');
    return cell;
  };
  const date = (column: RegelingColumn): CivilDate | undefined => {
    const cell = cellOf(column);
    if (cell === '') return undefined;
    const read = readDate(cell);
    if (read.kind === 'value') return read.value;
    fail(column, cell, read.reason);
    return undefined;
  };

  const regelingId = required('regeling_id');
  const naam = required('regeling');
  const deelnemer = required('deelnemer');
  const code = cellOf('deelnemer_code').toLowerCase();
  if (code !== '' && !tooiForm.test(code)) fail('deelnemer_code', code, 'not_a_code');
  const vormCell = required('vorm');
  const vorm = vormen.find((each) => each.toLowerCase() === vormCell.toLowerCase()) ?? 'overig';
  const doel = text('doel');
  const orgaan = text('orgaan');
  const rsinCell = text('rsin_orgaan');
  const rsin = /^\d{7,8}$/.test(rsinCell) ? rsinCell.padStart(9, '0') : rsinCell;
  const ingangsdatum = date('ingangsdatum');
  const toetreding = date('toetreding');
  const keten = readKetenCells(cellOf, fail);
  if (problems.length > 0) return { kind: 'problems', problems };

  if (vorm === 'overig' && vormCell.toLowerCase() !== 'overig') notices.push(['unknown_vorm', vormCell]);
  if (rsin !== rsinCell) notices.push(['leading_zeros_restored', rsin]);
  if (code === '') notices.push(['deelnemer_without_code', deelnemer]);
  if (ingangsdatum !== undefined && toetreding !== undefined && toetreding !== ingangsdatum) {
    notices.push([toetreding > ingangsdatum ? 'toetreding_after_start' : 'toetreding_before_start', '']);
  }
  const row: RegelingRow = {
    regelingId,
    naam,
    vorm,
    beleidsterreinen: partsOf(text('beleidsterrein'), ' / '),
    organisatie: organisatieOf(deelnemer, code),
    bestuursorganen: partsOf(text('bestuursorganen'), ', '),
    keten,
    notices,
    ...(doel !== '' && { doel }),
    ...(orgaan !== '' && { orgaan }),
    ...(rsin !== '' && { rsin }),
    ...(ingangsdatum !== undefined && { ingangsdatum }),
    ...(toetreding !== undefined && { toetreding }),
  };
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'row', row };
}
