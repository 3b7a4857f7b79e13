import { setImmediate } from 'node:timers/promises';
import { dayAt } from '../../kalender/civil-date.ts';
import type { Draft } from '../../opslag/store.ts';
import { changedFields, contentOf } from '../history.ts';
import type { Register } from '../register.ts';
import { tidyAfspraak } from '../tidy.ts';
import type { Afspraak, RegisterView } from '../types.ts';
import { type AfspraakRow, readAfspraakRow } from './afspraak-row.ts';
import type { Columns } from './columns.ts';
import type { Known } from './dry-run.ts';
import type { ImportDeps, ImportOptions } from './import-deps.ts';
import type { Table, TableRow } from './read-table.ts';
import { type ImportReport, type Notices, type Rejection, rejectionOf } from './report.ts';
import { inBatches } from './write-batches.ts';

/**
 * The form Afspraken. Rows with a code are that afspraak. A row without one is recognised by what it says (`herkomst`, kept with
 * the first version of the afspraak that it became): the same row, now or in a later import, is the same afspraak, also when that
 * was changed in the meantime; it then changes nothing.
 */

type Step =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'add'; readonly row: AfspraakRow }
  | { readonly kind: 'put'; readonly draft: Draft<Afspraak>; readonly version: number | 'new' };

interface ReadRow {
  readonly table: TableRow;
  readonly row: AfspraakRow;
}

const lookUpAtOnce = 500;
const rowsBetweenTurns = 500;

/** Which of these rows without a code came in before. */
async function knownHerkomsten(register: Register, rows: readonly ReadRow[]): Promise<ReadonlySet<string>> {
  const herkomsten = [...new Set(rows.map(({ row }) => row.herkomst))].filter((herkomst) => herkomst !== undefined);
  const known = new Set<string>();
  for (let from = 0; from < herkomsten.length; from += lookUpAtOnce) {
    const found = await register.codesByHerkomst(herkomsten.slice(from, from + lookUpAtOnce));
    for (const herkomst of found.keys()) known.add(herkomst);
  }
  return known;
}

async function readRows(
  table: Table,
  columns: Columns,
  register: Known,
  rejected: Rejection[],
  notices: Notices,
): Promise<readonly ReadRow[]> {
  const view = register.view();
  const names = register.names();
  const codes = new Set<string>();
  const rows: ReadRow[] = [];
  for (const [at, each] of table.rows.entries()) {
    // A large file takes seconds to read; whoever asks something meanwhile gets a turn.
    if (at % rowsBetweenTurns === 0) await setImmediate();
    const outcome = readAfspraakRow(
      (column) => {
        const place = columns.places.get(column);
        return place === undefined ? undefined : (each.cells[place] ?? '');
      },
      view,
      names,
    );
    const beyond = each.cells.slice(table.header.length).find((cell) => cell !== '');
    const problems = outcome.kind === 'problems' ? [...outcome.problems] : [];
    if (beyond !== undefined) problems.unshift({ column: '', value: beyond.slice(0, 200), reason: 'too_many_cells' });
    if (outcome.kind === 'row' && outcome.code !== undefined) {
      if (codes.has(outcome.code)) problems.push({ column: 'code', value: outcome.code, reason: 'duplicate_code' });
      codes.add(outcome.code);
    }
    const rejection = rejectionOf(each.row, problems);
    if (rejection !== undefined) rejected.push(rejection);
    else if (outcome.kind === 'row') {
      for (const [reason, value] of outcome.notices) notices.add(reason, each.row, value);
      rows.push({ table: each, row: outcome });
    }
  }
  return rows;
}

function stepFor({ row }: ReadRow, view: RegisterView): Step {
  if (row.code === undefined) return { kind: 'add', row };
  const draft = contentOf(tidyAfspraak({ ...row.content, _id: row.code }));
  const known = view.afspraak(row.code);
  if (known === undefined) return { kind: 'put', draft, version: 'new' };
  return changedFields(known, draft).length === 0
    ? { kind: 'unchanged' }
    : { kind: 'put', draft, version: known.version };
}

/** Writes until it holds: the file is the newest word, also when somebody changed the afspraak meanwhile. */
async function put(
  deps: ImportDeps,
  draft: Draft<Afspraak>,
  version: number | 'new',
): Promise<'added' | 'changed' | 'unchanged'> {
  const by = { naam: deps.by, via: 'import' };
  for (let expected = version; ; ) {
    const outcome = await deps.register.saveAfspraak(draft, expected, by, deps.clock.now());
    if (outcome.kind === 'saved') return expected === 'new' ? 'added' : 'changed';
    if (outcome.kind === 'unchanged') return 'unchanged';
    expected =
      outcome.kind === 'stale'
        ? (outcome.current?.version ?? 'new')
        : (deps.register.view().afspraak(draft._id)?.version ?? 'new');
  }
}

export async function importAfspraken(
  table: Table,
  columns: Columns,
  deps: ImportDeps,
  options: ImportOptions,
  notices: Notices,
): Promise<ImportReport> {
  const { register } = deps;
  const rejected: Rejection[] = [];
  const seen = options.dryRun?.knownFrom(register) ?? register;
  const rows = await readRows(table, columns, seen, rejected, notices);
  const known = await knownHerkomsten(register, rows);
  const met = new Set<string>();
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const steps: Step[] = [];
  for (const each of rows) {
    const { herkomst } = each.row;
    const again = herkomst !== undefined && met.has(herkomst);
    if (again) notices.add('same_row_twice', each.table.row, each.row.content.titel);
    const step: Step =
      again || (herkomst !== undefined && known.has(herkomst)) ? { kind: 'unchanged' } : stepFor(each, seen.view());
    if (herkomst !== undefined) met.add(herkomst);
    if (step.kind === 'unchanged') counts.unchanged += 1;
    else steps.push(step);
  }
  if (options.dryRun !== undefined) {
    for (const step of steps) counts[step.kind === 'put' && step.version !== 'new' ? 'changed' : 'added'] += 1;
  } else {
    const year = Number(dayAt(deps.clock.now(), deps.timeZone).slice(0, 4));
    const by = { naam: deps.by, via: 'import' };
    // Rows with a code first, so that a code given out to a row without one is never a code of this same file.
    steps.sort((one, other) => Number(one.kind === 'add') - Number(other.kind === 'add'));
    const write = async (step: Step): Promise<void> => {
      if (step.kind === 'put') counts[await put(deps, step.draft, step.version)] += 1;
      if (step.kind !== 'add') return;
      await register.createAfspraak(step.row.content, year, by, deps.clock.now(), step.row.herkomst);
      counts.added += 1;
    };
    await inBatches(
      steps.filter(({ kind }) => kind === 'put'),
      write,
      options.onProgress,
    );
    await inBatches(
      steps.filter(({ kind }) => kind === 'add'),
      write,
      options.onProgress,
    );
  }
  return {
    kind: 'imported',
    form: 'afspraken',
    dryRun: options.dryRun !== undefined,
    read: table.rows.length,
    ...counts,
    rejected,
    notices: notices.list(),
  };
}
