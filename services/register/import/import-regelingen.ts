import { isDeepStrictEqual } from 'node:util';
import type { Draft } from '../../opslag/store.ts';
import { ketenWith } from '../keten.ts';
import type { Deelname, KetenInhoud, Organisatie, RegisterView, Verband } from '../types.ts';
import type { Columns, RegelingColumn } from './columns.ts';
import type { ImportDeps, ImportOptions } from './import-deps.ts';
import { ketenOfRows } from './keten-cells.ts';
import type { Table } from './read-table.ts';
import { type RegelingRow, readRegelingRow } from './regeling-row.ts';
import { type ImportReport, type Notices, type Rejection, rejectionOf } from './report.ts';
import { inBatches } from './write-batches.ts';

/**
 * The form Regelingen: the rows of one regeling_id together are one verband. The file lists a regeling whole, so its deelnemers
 * replace those known before; only when a row of that regeling was rejected do earlier deelnemers stay, since the missing one may
 * be among them. Verbanden that are not in the file stay as they are.
 */

interface Group {
  readonly rows: { readonly number: number; readonly row: RegelingRow }[];
  rejected: boolean;
}

function readGroups(
  table: Table,
  columns: Columns,
  rejected: Rejection[],
  notices: Notices,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { row: number, cells } of table.rows) {
    const cellOf = (column: RegelingColumn): string => cells[columns.places.get(column) ?? -1] ?? '';
    const beyond = cells.slice(table.header.length).find((cell) => cell !== '');
    const outcome = readRegelingRow(cellOf);
    const id = cellOf('regeling_id');
    const group = groups.get(id) ?? { rows: [], rejected: false };
    groups.set(id, group);
    const problems = outcome.kind === 'problems' ? [...outcome.problems] : [];
    if (beyond !== undefined) problems.unshift({ column: '', value: beyond.slice(0, 200), reason: 'too_many_cells' });
    const rejection = rejectionOf(number, problems);
    if (rejection !== undefined) {
      rejected.push(rejection);
      group.rejected = true;
    } else if (outcome.kind === 'row') {
      for (const [reason, value] of outcome.row.notices) notices.add(reason, number, value);
      group.rows.push({ number, row: outcome.row });
    }
  }
  return groups;
}

const deelnameOf = (row: RegelingRow): Deelname => ({
  organisatie: row.organisatie._id,
  ...(row.toetreding !== undefined && { toetreding: row.toetreding }),
  bestuursorganen: row.bestuursorganen,
});

/** What all rows of one regeling should say alike. */
const aboutRegeling = ({
  organisatie: _o,
  toetreding: _t,
  bestuursorganen: _b,
  keten: _k,
  notices: _n,
  ...about
}: RegelingRow): object => about;

function verbandOf(group: Group, known: Verband | undefined, notices: Notices): Draft<Verband> | undefined {
  const first = group.rows[0];
  if (first === undefined) return undefined;
  const deelnemers = new Map<string, Deelname>();
  for (const { number, row } of group.rows) {
    if (!isDeepStrictEqual(aboutRegeling(row), aboutRegeling(first.row)))
      notices.add('rows_disagree', number, row.naam);
    if (deelnemers.has(row.organisatie._id)) notices.add('same_row_twice', number, row.organisatie.naam);
    deelnemers.set(row.organisatie._id, deelnameOf(row));
  }
  for (const deelname of known?.deelnemers ?? []) {
    if (deelnemers.has(deelname.organisatie)) continue;
    if (group.rejected) deelnemers.set(deelname.organisatie, deelname);
    else notices.add('deelnemer_gone', first.number, `${first.row.naam}: ${deelname.organisatie}`);
  }
  const { organisatie: _o, toetreding: _t, bestuursorganen: _b, keten: _k, notices: _n, ...about } = first.row;
  if (about.doel === undefined) notices.add('no_doel', first.number, about.naam);
  return {
    _id: `v${about.regelingId}`,
    ...about,
    deelnemers: [...deelnemers.values()],
    ...(known?.keten !== undefined && { keten: known.keten }),
  };
}

const same = (draft: object, known: { readonly version: number } | undefined): boolean =>
  known !== undefined && isDeepStrictEqual({ ...draft, version: known.version }, { ...known });

interface Plan {
  readonly organisaties: readonly Draft<Organisatie>[];
  readonly verbanden: readonly Draft<Verband>[];
  /** By `_id` of the verband. */
  readonly ketens: readonly (readonly [string, KetenInhoud])[];
  readonly counts: { readonly added: number; readonly changed: number; readonly unchanged: number };
}

function organisatiesOf(groups: ReadonlyMap<string, Group>, notices: Notices): ReadonlyMap<string, Draft<Organisatie>> {
  const organisaties = new Map<string, Draft<Organisatie>>();
  for (const { rows } of groups.values()) {
    for (const { number, row } of rows) {
      const known = organisaties.get(row.organisatie._id);
      if (known === undefined) organisaties.set(row.organisatie._id, row.organisatie);
      else if (known.naam !== row.organisatie.naam) notices.add('rows_disagree', number, row.organisatie.naam);
    }
  }
  return organisaties;
}

function planOf(groups: ReadonlyMap<string, Group>, columns: Columns, view: RegisterView, notices: Notices): Plan {
  const organisaties = organisatiesOf(groups, notices);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const verbanden: Draft<Verband>[] = [];
  const ketens: (readonly [string, KetenInhoud])[] = [];
  for (const group of groups.values()) {
    const known = view.verband(`v${group.rows[0]?.row.regelingId}`);
    const verband = verbandOf(group, known, notices);
    if (verband === undefined) continue;
    const verbandSame = same(verband, known);
    if (!verbandSame) verbanden.push(verband);
    // A link may be among the rows that were rejected: then the chain stays as it was.
    const keten = group.rejected
      ? undefined
      : ketenOfRows(
          group.rows.map(({ row }) => row),
          (column) => columns.places.has(column),
          known?.keten,
        );
    if (keten !== undefined) ketens.push([verband._id, keten]);
    const before = new Set(known?.deelnemers.map(({ organisatie }) => organisatie));
    for (const { row } of group.rows) {
      const id = row.organisatie._id;
      const organisatieSame = same(organisaties.get(id) ?? row.organisatie, view.organisatie(id));
      if (!before.has(id)) counts.added += 1;
      else if (verbandSame && organisatieSame && keten === undefined) counts.unchanged += 1;
      else counts.changed += 1;
    }
  }
  const changed = [...organisaties.values()].filter(
    (organisatie) => !same(organisatie, view.organisatie(organisatie._id)),
  );
  return { organisaties: changed, verbanden, ketens, counts };
}

export async function importRegelingen(
  table: Table,
  columns: Columns,
  deps: ImportDeps,
  options: ImportOptions,
  notices: Notices,
): Promise<ImportReport> {
  const { register } = deps;
  const rejected: Rejection[] = [];
  const groups = readGroups(table, columns, rejected, notices);
  const known = options.dryRun?.knownFrom(register) ?? register;
  const plan = planOf(groups, columns, known.view(), notices);
  if (options.dryRun !== undefined) options.dryRun.suppose(known, plan);
  else {
    // Organisaties first: a verband never names one that is not there.
    await inBatches(
      plan.organisaties,
      async (organisatie) => {
        await register.saveOrganisatie(organisatie);
      },
      undefined,
    );
    await inBatches(
      plan.verbanden,
      async (verband) => {
        await register.saveVerband(verband);
      },
      options.onProgress,
    );
    const by = { naam: deps.by, via: 'import', op: deps.clock.now() };
    await inBatches(
      plan.ketens,
      async ([id, inhoud]) => {
        await register.changeKeten(id, (current) => ketenWith(current, inhoud, by));
      },
      undefined,
    );
  }
  return {
    kind: 'imported',
    form: 'regelingen',
    dryRun: options.dryRun !== undefined,
    read: table.rows.length,
    ...plan.counts,
    rejected,
    notices: notices.list(),
  };
}
