import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { runCommandLine as RunCommandLine } from '../../bot/cli/run.ts';
import { dropFolder, type FakeTerminal, fakeTerminal, newFolder } from './fake-terminal.ts';

const regelingen = [
  'regeling_id;regeling;vorm;doel;beleidsterrein;ingangsdatum;orgaan;rsin_orgaan;deelnemer;deelnemer_code;toetreding;bestuursorganen',
  '1;Gemeenschappelijke regeling Proefdienst;OL;Proeven;milieu;2020-01-01;Proefdienst;001234567;Gemeente Assen;gm0106;2020-01-01;Raad',
  '1;Gemeenschappelijke regeling Proefdienst;OL;Proeven;milieu;2020-01-01;Proefdienst;001234567;Gemeente Groningen;gm0014;2020-01-01;Raad',
  '1;Gemeenschappelijke regeling Proefdienst;OL;Proeven;milieu;2020-01-01;Proefdienst;001234567;Provincie Groningen;pv20;2020-01-01;PS',
].join('\n');
const afspraken = [
  'code;titel;soort;verband;partijen;herijking',
  'AFS-2026-001;SLA balie;sla;Proefdienst;Gemeente Assen;2027-07-20',
].join('\n');
const recessen = [
  'gemeente;reces;van;tot',
  'Assen;Zomerreces;12 juli 2027;20-08-2027',
  'gm0106;Kerstreces;2027-12-24;2028-01-07',
  'Groningen;;2027-07-05;2027-08-13',
].join('\n');

/** A file of recessen on the command line: in, out again, and what it does to reminders. */
describe('recessen on the command line', () => {
  let folder: string;
  let runCommandLine: typeof RunCommandLine;

  // Imported as the commands import their rooms: a required copy beside it would have a Fault class of its own.
  before(async () => {
    ({ runCommandLine } = await import('../../bot/cli/run.ts'));
  });
  beforeEach(async () => {
    folder = newFolder();
    writeFileSync(path('regelingen.csv'), regelingen);
    writeFileSync(path('afspraken.csv'), afspraken);
    writeFileSync(path('recessen.csv'), recessen);
    assert.equal((await run(['import', path('regelingen.csv'), path('afspraken.csv')])).code, 0);
  });
  afterEach(() => dropFolder(folder));

  const path = (name: string): string => join(folder, name);
  const run = async (words: readonly string[], where = folder): Promise<FakeTerminal & { code: number }> => {
    const terminal = fakeTerminal({ folder: where });
    return Object.assign(terminal, { code: await runCommandLine(words, terminal) });
  };
  const counts = (terminal: FakeTerminal) => {
    const { read, added, changed, unchanged } = terminal.json() as Record<string, number>;
    return { read, added, changed, unchanged };
  };
  const imported = (name = 'recessen.csv', ...more: string[]) =>
    run(['import', path(name), '--json', '--now', '2027-01-04', ...more]);

  it('are taken in, and the second time nothing changes', async () => {
    const first = await imported();
    assert.equal(first.code, 0, first.messages.join('\n'));
    assert.deepEqual(counts(first), { read: 3, added: 3, changed: 0, unchanged: 0 });
    assert.match(first.messages.join(), /3 recessen gelezen: 3 nieuw/);
    const again = await imported();
    assert.deepEqual(counts(again), { read: 3, added: 0, changed: 0, unchanged: 3 });
  });

  it('are only looked at on a dry run', async () => {
    assert.deepEqual(counts(await imported('recessen.csv', '--dry-run')), {
      read: 3,
      added: 3,
      changed: 0,
      unchanged: 0,
    });
    assert.deepEqual(counts(await imported()), { read: 3, added: 3, changed: 0, unchanged: 0 });
    writeFileSync(path('recessen.csv'), recessen.replace('12 juli', '10 juli'));
    const dry = counts(await imported('recessen.csv', '--dry-run'));
    assert.deepEqual(dry, { read: 3, added: 0, changed: 1, unchanged: 2 });
    assert.deepEqual(counts(await imported()), dry);
  });

  it('leave out the rows that are wrong, each with its reason', async () => {
    writeFileSync(
      path('fout.csv'),
      [
        'organisatie;reces;van;tot',
        'Gemeente Assen;Zomerreces;2027-07-12;2027-08-20',
        'Gemeente Assen;Zomervakantie;2027-08-01;2027-08-30',
        'Groningen;Zomerreces;2027-07-12;2027-08-20',
        'Asen;Zomerreces;2027-07-12;2027-08-20',
        'Gemeente Groningen;Zomerreces;2027-08-20;2027-07-12',
        'Gemeente Groningen;Zomerreces;2027-07-12;2028-08-20',
        'Gemeente Groningen;Zomerreces;31-06-2027;2027-08-20',
        'Gemeente Assen;Zomerreces;2027-07-12;2027-08-20',
        ';Zomerreces;2027-07-12;2027-08-20',
      ].join('\n'),
    );
    const outcome = await imported('fout.csv');
    assert.equal(outcome.code, 2);
    const { rejected } = outcome.json() as { rejected: { row: number; column: string; problem: string }[] };
    assert.deepEqual(
      rejected.map(({ row, column, problem }) => [row, column, problem]),
      [
        [3, 'van', 'reces_overlaps'],
        [4, 'organisatie', 'ambiguous_organisatie'],
        [5, 'organisatie', 'unknown_organisatie'],
        [6, 'tot', 'reces_reversed'],
        [7, 'tot', 'reces_too_long'],
        [8, 'van', 'not_a_date'],
        [10, 'gemeente', 'required'],
      ],
    );
    assert.deepEqual(counts(outcome), { read: 9, added: 1, changed: 0, unchanged: 1 });
  });

  it('say which column is missing', async () => {
    writeFileSync(path('kop.csv'), 'reces;van;tot\nZomerreces;2027-07-12;2027-08-20');
    const outcome = await imported('kop.csv');
    assert.equal(outcome.code, 1);
    assert.match(outcome.messages.join(), /organisatie/);
  });

  it('move a reminder', async () => {
    const at = async () => {
      const words = ['reminders', '--now', '2027-01-05', '--from', '2027-06-01', '--to', '2027-08-31', '--json'];
      const rows = (await run(words)).json() as { occurrence: string; at: string }[];
      return rows.find(({ occurrence }) => occurrence.endsWith('/0'))?.at;
    };
    assert.equal(await at(), '2027-07-20T09:00:00+02:00');
    await imported();
    assert.equal(await at(), '2027-07-09T09:00:00+02:00');
  });

  for (const ending of ['csv', 'xlsx', 'json'])
    it(`come out as ${ending} and go in unchanged`, async () => {
      await imported();
      assert.equal((await run(['export', path(`uit.${ending}`), '--what', 'recessen'])).code, 0);
      assert.deepEqual(counts(await imported(`uit.${ending}`)), { read: 3, added: 0, changed: 0, unchanged: 3 });
    });

  it('stand in the export of everything', async () => {
    await imported();
    assert.equal((await run(['export', path('alles.json'), '--what', 'alles'])).code, 0);
    const other = newFolder();
    const back = await run(['import', path('alles.json'), '--json'], other);
    assert.equal(back.code, 0, back.messages.join('\n'));
    assert.equal((await run(['export', path('weer.csv'), '--what', 'recessen'], other)).code, 0);
    assert.equal((await run(['export', path('eerst.csv'), '--what', 'recessen'])).code, 0);
    assert.equal(readFileSync(path('weer.csv'), 'utf8'), readFileSync(path('eerst.csv'), 'utf8'));
    dropFolder(other);
  });
});
