import assert from 'node:assert/strict';
import { exportRegister } from '../../../services/register/export.ts';
import { contentBefore, emptyKeten, ketenWith, versionOf } from '../../../services/register/keten.ts';
import { ketenCells, readKeten } from '../../../services/register/keten-form.ts';
import { readKetenSentence } from '../../../services/register/keten-sentence.ts';
import type { KetenInhoud } from '../../../services/register/types.ts';
import { emptyRegister, importInto, smallRegelingen, smallRegister } from './support.ts';

const inhoud: KetenInhoud = {
  model: 'estafette',
  coordinator: { naam: 'Cor Bakker', email: 'cor@voorbeeld.example' },
  plaatsvervanger: { naam: 'Piet' },
  schakels: [{ organisatie: 'gm9002', contact: { naam: 'Jan' } }, { organisatie: 'gm9001' }],
};
const by = { naam: 'Voorbeeld Vermeer', via: 'chat', op: 1_000 };

describe('the keten of a verband', () => {
  it('keeps every version with who made it and when, and writes nothing that it says already', async () => {
    const register = await smallRegister();
    await register.changeKeten('v100', (current) => ketenWith(current, inhoud, by));
    const version = register.view().verband('v100')?.version;
    await register.changeKeten('v100', (current) => ketenWith(current, { ...inhoud }, { ...by, op: 2_000 }));
    assert.equal(register.view().verband('v100')?.version, version);
    const later = { naam: 'Voorbeeld Zwaan', via: 'import', op: 3_000 };
    await register.changeKeten('v100', (current) => ketenWith(current, { ...inhoud, model: 'netwerk' }, later));
    const keten = register.view().verband('v100')?.keten;
    assert.ok(keten);
    assert.deepEqual(
      keten.versies.map(({ nummer, door, via, op, model }) => [nummer, door, via, op, model]),
      [
        [1, 'Voorbeeld Vermeer', 'chat', 1_000, 'estafette'],
        [2, 'Voorbeeld Zwaan', 'import', 3_000, 'netwerk'],
      ],
    );
    assert.equal(contentBefore(keten, 2)?.model, 'estafette');
    assert.deepEqual(contentBefore(keten, 1), emptyKeten);
    assert.equal(await register.changeKeten('v999', () => undefined), undefined);
  });

  it('is not lost when two change it at once, nor when the regeling is imported at that moment', async () => {
    const register = await smallRegister();
    await Promise.all([
      ...Array.from({ length: 8 }, (_, number) =>
        register.changeKeten('v100', (current) =>
          ketenWith(current, { ...inhoud, regisseur: { naam: `Persoon ${number}` } }, by),
        ),
      ),
      importInto(register, smallRegelingen.replace('Samen proeven', 'Samen beter proeven')),
    ]);
    const verband = register.view().verband('v100');
    assert.equal(versionOf(verband?.keten), 8);
    assert.equal(verband?.doel, 'Samen beter proeven');
    const again = await importInto(register, smallRegelingen.replace('Samen proeven', 'Samen beter proeven'));
    assert.equal(again.changed, 0);
    assert.equal(versionOf(register.view().verband('v100')?.keten), 8);
  });

  it('comes back from its form, and its form says which name is not known', async () => {
    const register = await smallRegister();
    const cells = ketenCells(inhoud, register.view(), register.names());
    assert.deepEqual(readKeten(cells, register.names()), { kind: 'keten', inhoud });
    const wrong = readKeten(
      { ...cells, model: 'ring', coordinator: 'Cor <geen adres>', schakels: 'Gemeente Nergenshuizen' },
      register.names(),
    );
    assert.deepEqual(wrong.kind === 'problems' && wrong.problems.map(({ veld, reason }) => `${veld} ${reason}`), [
      'model unknown_choice',
      'coordinator not_an_email',
      'schakels unknown_organisatie',
    ]);
  });

  it('goes out with the regelingen and comes in again without loss; a file without its columns leaves it', async () => {
    const register = await smallRegister();
    await register.changeKeten('v100', (current) => ketenWith(current, inhoud, by));
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      const bytes = await exportRegister(register.view(), 'verbanden', format);
      const fresh = await emptyRegister();
      const report = await importInto(fresh, bytes, `keten.${format}`);
      assert.deepEqual(report.rejected, []);
      const { versies, ...content } = fresh.view().verband('v100')?.keten ?? { versies: [] };
      assert.deepEqual(content, inhoud, format);
      assert.equal(versies[0]?.via, 'import');
      const twice = await importInto(fresh, bytes, `keten.${format}`);
      assert.deepEqual([twice.added, twice.changed], [0, 0]);
    }
    await importInto(register, smallRegelingen);
    assert.equal(register.view().verband('v100')?.keten?.model, 'estafette');
  });

  it('refuses a cell that cannot be read, and keeps the chain of a regeling with a rejected row', async () => {
    const register = await smallRegister();
    await register.changeKeten('v100', (current) => ketenWith(current, inhoud, by));
    const [header, first, ...rest] = smallRegelingen.split('\r\n');
    const file = [`${header};ketenmodel;schakel`, `${first};netwerk;tweede`, ...rest.map((line) => `${line};netwerk;`)];
    const report = await importInto(register, file.join('\r\n'));
    assert.deepEqual(
      report.rejected.map(({ column, reason }) => [column, reason]),
      [['schakel', 'unknown_choice']],
    );
    assert.equal(register.view().verband('v100')?.keten?.model, 'estafette');
  });
});

describe('a sentence about the keten', () => {
  const known: readonly (readonly [string, ReturnType<typeof readKetenSentence>])[] = [
    ['zet het ketenmodel op estafette', { veld: 'model', value: 'estafette' }],
    ['zet het ketenmodel van de ODD op netwerk.', { verband: 'ODD', veld: 'model', value: 'netwerk' }],
    ['ketenmodel: orkestratie', { veld: 'model', value: 'orkestratie' }],
    ['de coördinator is Jan de Vries', { veld: 'coordinator', value: 'Jan de Vries' }],
    ['De regisseur van RegIT wordt Regina Smit', { verband: 'RegIT', veld: 'regisseur', value: 'Regina Smit' }],
    ['maak Jan Jansen coördinator van de ODD', { verband: 'ODD', veld: 'coordinator', value: 'Jan Jansen' }],
    ['maak Jan Jansen regisseur van dit verband', { veld: 'regisseur', value: 'Jan Jansen' }],
    ['wie is de coördinator?', {}],
    ['wat is het ketenmodel van RegIT?', { verband: 'RegIT' }],
    ['set the coordinator of RegIT to Jan Jansen', { verband: 'RegIT', veld: 'coordinator', value: 'Jan Jansen' }],
    ['zet het ketenmodel op scherp', {}],
    ['welke afspraken gaan over de coördinator?', undefined],
    ['wie is coördinator geweest in 2024?', undefined],
    ['zet de SLA op naam van de coördinator', undefined],
    ['herinner de coördinator vrijdag aan de stukken', undefined],
    ['wat is te laat?', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of known)
    it(`is read: ${text === '' ? '(nothing)' : text}`, () => assert.deepEqual(readKetenSentence(text), expected));
});
