import assert from 'node:assert/strict';
import { sharedFile } from '../../shared-data.ts';
import { emptyRegister, importInto, smallRegelingen, smallRegister } from './support.ts';

const noticeCounts = (report: { notices: readonly { reason: string; count: number }[] }): Record<string, number> =>
  Object.fromEntries(report.notices.map(({ reason, count }) => [reason, count]));

describe('import of regelingen', () => {
  it('takes in the national register without loss and reports its dirt', async function () {
    const file = sharedFile('regelingen-deelnemers-2026.csv', this);
    const register = await emptyRegister();
    const report = await importInto(register, file);
    assert.deepEqual(
      [report.form, report.read, report.added, report.changed, report.unchanged, report.rejected.length],
      ['regelingen', 3551, 3551, 0, 0, 0],
    );
    const { verbanden, organisaties } = register.view();
    assert.equal(verbanden.length, 451);
    assert.equal(organisaties.length, 560);
    assert.equal(
      verbanden.reduce((sum, { deelnemers }) => sum + deelnemers.length, 0),
      3551,
    );
    const perVorm = (vorm: string): number => verbanden.filter((verband) => verband.vorm === vorm).length;
    assert.deepEqual([perVorm('OL'), perVorm('RZM'), perVorm('BVO'), perVorm('GO')], [283, 81, 64, 23]);
    assert.ok(verbanden.every(({ rsin }) => rsin === undefined || /^\d{9}$/.test(rsin)));
    assert.equal(organisaties.filter(({ soort }) => soort === 'provincie').length, 17);
    assert.equal(register.view().organisatie('mnre1109')?.soort, 'ministerie');
    assert.deepEqual(noticeCounts(report), {
      toetreding_before_start: 2824,
      deelnemer_without_code: 168,
      toetreding_after_start: 40,
      no_doel: 34,
    });
    const again = await importInto(register, file);
    assert.deepEqual([again.added, again.changed, again.unchanged], [0, 0, 3551]);
  });

  it('keeps leading zeros, lists and the kind of body', async () => {
    const view = (await smallRegister()).view();
    const verband = view.verband('v100');
    assert.equal(verband?.rsin, '001234567');
    assert.deepEqual(verband?.beleidsterreinen, ['zorg en gezondheid', 'verkeer']);
    assert.deepEqual(verband?.deelnemers[1], {
      organisatie: 'gm9002',
      toetreding: '2021-07-01',
      bestuursorganen: ['College van burgemeester en wethouders', 'Gemeenteraad'],
    });
    assert.equal(view.organisatie('ws9901')?.soort, 'waterschap');
    assert.deepEqual(view.organisatie('naam:stichting zonder code')?.soort, 'overig');
  });

  it('counts a deelname of a changed regeling as changed, and takes out who left', async () => {
    const register = await smallRegister();
    const lines = smallRegelingen.split('\r\n');
    const newer = lines
      .filter((line) => !line.includes('gm9002'))
      .join('\r\n')
      .replace('Samen proeven', 'Samen beter proeven');
    const report = await importInto(register, newer);
    assert.deepEqual([report.read, report.added, report.changed, report.unchanged], [4, 0, 1, 3]);
    assert.equal(noticeCounts(report).deelnemer_gone, 1);
    assert.deepEqual(register.view().verband('v100')?.deelnemers.length, 1);
    assert.deepEqual(register.view().verbandenOf('gm9002'), []);
  });

  it('keeps earlier deelnemers when a row of their regeling is wrong', async () => {
    const register = await smallRegister();
    const report = await importInto(register, smallRegelingen.replace('2021-07-01', '31-02-2021'));
    assert.deepEqual(
      report.rejected.map(({ row, column, value, reason }) => [row, column, value, reason]),
      [[3, 'toetreding', '31-02-2021', 'not_a_date']],
    );
    assert.equal(register.view().verband('v100')?.deelnemers.length, 2);
    assert.equal(report.read, report.added + report.changed + report.unchanged + report.rejected.length);
  });

  it('changes nothing in a dry run, yet counts as if', async () => {
    const register = await emptyRegister();
    const report = await importInto(register, smallRegelingen, 'proef.csv', true);
    assert.deepEqual([report.dryRun, report.added], [true, 5]);
    assert.equal(register.view().verbanden.length, 0);
  });

  it('puts back the zeros that a spreadsheet took from a number', async () => {
    const register = await emptyRegister();
    const report = await importInto(register, smallRegelingen.replaceAll('001234567', '1234567'));
    assert.equal(register.view().verband('v100')?.rsin, '001234567');
    assert.equal(noticeCounts(report).leading_zeros_restored, 2);
  });
});
