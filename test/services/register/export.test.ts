import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportRegister } from '../../../services/register/export.ts';
import { withGuard, withoutGuard } from '../../../services/register/import/formula-guard.ts';
import type { Register } from '../../../services/register/register.ts';
import type { RegisterView } from '../../../services/register/types.ts';
import { sharedFile } from '../../shared-data.ts';
import { emptyRegister, importInto, smallRegelingen, smallRegister } from './support.ts';

const formats = ['csv', 'xlsx', 'json'] as const;
const content = (view: RegisterView): unknown => ({
  organisaties: view.organisaties.map(({ version: _, ...rest }) => rest),
  verbanden: view.verbanden.map(({ version: _, ...rest }) => rest),
  afspraken: view.findAfspraken({}).map(({ version: _, ...rest }) => rest),
});

/** The register of another process that took in both exports. */
async function takenOver(register: Register, format: (typeof formats)[number]): Promise<Register> {
  const fresh = await emptyRegister();
  for (const what of ['verbanden', 'afspraken'] as const) {
    const report = await importInto(fresh, await exportRegister(register.view(), what, format), `uit.${format}`);
    assert.deepEqual(report.rejected, []);
  }
  return fresh;
}

/** Text as people, spreadsheets and attackers write it. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    "'=x",
    "''-x",
    '+31 6',
    '-',
    '\t=cmd',
    '＝1',
    '"',
    ';',
    'a;b\n"c"\r\nd',
    "'s avonds",
    '_x0041_',
    '<b>&amp;',
    '\u200bx',
    '_x005F_',
    'toString',
    '__proto__',
    'constructor',
    '|',
  ),
  fc.string({ unit: fc.constantFrom('=', "'", '"', ';', '\n', ',', ' ', 'é', '_', 'x', '0', '😀'), maxLength: 12 }),
);

describe('an export', () => {
  const by = { naam: 'Proef', via: 'chat' };
  let real: Promise<Register> | undefined;

  /** The real register, loaded once: nothing here changes it. */
  function realRegister(test: Mocha.Context): Promise<Register> {
    const files = ['regelingen-deelnemers-2026.csv', 'afspraken-noord.csv'].map((name) => sharedFile(name, test));
    real ??= (async () => {
      const register = await emptyRegister();
      for (const file of files) await importInto(register, file);
      return register;
    })();
    return real;
  }

  for (const format of formats) {
    it(`gives the same register when it is imported again, as ${format}`, async function () {
      const register = await realRegister(this);
      const fresh = await takenOver(register, format);
      assert.deepEqual(content(fresh.view()), content(register.view()));
    });

    it(`loses no text, whatever is in it, as ${format}`, async () => {
      const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
      const texts = fc.sample(fc.tuple(nasty, nasty, nasty), { seed, numRuns: 400 });
      const register = await smallRegister();
      const draft = { soort: 'contract', verband: 'v100', partijen: ['gm9001'], status: 'lopend' } as const;
      await Promise.all(
        texts.map(([titel, tekst, naam], at) => {
          const _id = `AFS-2026-${String(at + 1).padStart(3, '0')}`;
          const more = { rapportageAan: [], vertrouwelijkheid: 'intern', eigenaar: { naam } } as const;
          return register.saveAfspraak(
            { ...draft, ...more, _id, titel: titel.trim() === '' ? 'T' : `${titel}T`, tekst },
            'new',
            by,
            1,
          );
        }),
      );
      const fresh = await emptyRegister();
      await importInto(fresh, smallRegelingen);
      const report = await importInto(
        fresh,
        await exportRegister(register.view(), 'afspraken', format),
        `uit.${format}`,
      );
      assert.deepEqual(report.rejected, [], `seed ${seed}`);
      assert.deepEqual(content(fresh.view()), content(register.view()), `seed ${seed}`);
    });
  }

  it('never starts a cell with what a spreadsheet would run, and gives back every text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        assert.doesNotMatch(withGuard(text), /^[=+\-@\t\r\n＝＋－＠]/);
        assert.equal(withoutGuard(withGuard(text)), text);
      }),
    );
  });

  it('neutralises a formula in CSV and takes the mark away again', async () => {
    const register = await smallRegister();
    await importInto(register, 'titel;soort;verband\n=HYPERLINK("x");contract;Proefdienst Zuid\n');
    const csv = new TextDecoder().decode(await exportRegister(register.view(), 'afspraken', 'csv'));
    assert.ok(csv.includes('"\'=HYPERLINK(""x"")"'), csv);
    assert.equal((await takenOver(register, 'csv')).view().findAfspraken({})[0]?.titel, '=HYPERLINK("x")');
  });

  it('writes CSV that Excel opens: BOM, semicolons, the header of the form', async () => {
    const bytes = await exportRegister((await smallRegister()).view(), 'verbanden', 'csv');
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const [header] = new TextDecoder().decode(bytes).split('\r\n');
    assert.equal(header?.replaceAll('"', ''), smallRegelingen.split('\r\n')[0]);
  });

  it('writes the code of an organisatie whose name alone is not clear', async () => {
    const register = await smallRegister();
    await register.saveOrganisatie({ _id: 'gm9003', naam: 'Gemeente Boswijk', soort: 'gemeente', tooi: 'gm9003' });
    await importInto(register, 'titel;soort;verband;partijen\nTwee;contract;Proefdienst Zuid;gm9003\n');
    const csv = new TextDecoder().decode(await exportRegister(register.view(), 'afspraken', 'csv'));
    assert.ok(csv.includes('gm9003') && !csv.includes('Gemeente Boswijk'));
  });

  it('holds only the afspraken it is given', async () => {
    const register = await smallRegister();
    await importInto(register, 'titel;soort;verband\nEen;contract;Proefdienst Zuid\nTwee;dvo;Proefdienst Zuid\n');
    const some = register.view().findAfspraken({ soorten: ['dvo'] });
    const json = new TextDecoder().decode(await exportRegister(register.view(), 'afspraken', 'json', some));
    assert.ok(json.includes('Twee') && !json.includes('"Een"'));
  });
});
