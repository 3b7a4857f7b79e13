import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { runCommandLine as RunCommandLine } from '../../bot/cli/run.ts';
import type { openBesluitenregister as OpenBesluitenregister } from '../../services/besluiten/besluitenregister.ts';
import type { openEmbeddedStore as OpenEmbeddedStore } from '../../services/opslag/embedded.ts';
import { dropFolder, type FakeTerminal, fakeTerminal, newFolder } from './fake-terminal.ts';

const regelingen = [
  'regeling_id;regeling;vorm;doel;beleidsterrein;ingangsdatum;orgaan;rsin_orgaan;deelnemer;deelnemer_code;toetreding;bestuursorganen',
  '1;Gemeenschappelijke regeling Proefdienst;OL;Proeven;milieu;2020-01-01;Proefdienst;001234567;Gemeente Assen;gm0106;2020-01-01;Raad',
].join('\n');
const afspraken = 'code;titel;soort;verband\nAFS-2026-001;Contract werkplekken;contract;Proefdienst';
const recessen = 'organisatie;reces;van;tot\nGemeente Assen;Zomerreces;2027-07-12;2027-08-22';

interface Told {
  readonly read: number;
  readonly added: number;
  readonly unchanged: number;
  readonly files: readonly { readonly form?: string; readonly notDone?: string; readonly reason?: string }[];
}

/** CONTRACT §2: an exported file can be imported again without loss. */
describe('what was exported', () => {
  let folder: string;
  let other: string;
  let runCommandLine: typeof RunCommandLine;
  let openEmbeddedStore: typeof OpenEmbeddedStore;
  let openBesluitenregister: typeof OpenBesluitenregister;

  // Imported as the commands import their rooms: a required copy beside it would have a Fault class of its own.
  before(async () => {
    ({ runCommandLine } = await import('../../bot/cli/run.ts'));
    ({ openEmbeddedStore } = await import('../../services/opslag/embedded.ts'));
    ({ openBesluitenregister } = await import('../../services/besluiten/besluitenregister.ts'));
  });

  beforeEach(async () => {
    folder = newFolder();
    other = newFolder();
    for (const [name, text] of Object.entries({ regelingen, afspraken, recessen }))
      writeFileSync(path(`${name}.csv`), text);
    const files = ['regelingen.csv', 'afspraken.csv', 'recessen.csv'].map(path);
    assert.equal((await runIn(folder, ['import', ...files])).code, 0);
  });

  afterEach(() => {
    dropFolder(folder);
    dropFolder(other);
  });

  const path = (name: string): string => join(folder, name);
  const runIn = async (where: string, words: readonly string[]): Promise<FakeTerminal & { code: number }> => {
    const terminal = fakeTerminal({ folder: where });
    return Object.assign(terminal, { code: await runCommandLine(words, terminal) });
  };
  const importElsewhere = async (name: string): Promise<{ code: number; told: Told; messages: readonly string[] }> => {
    const { code, messages, ...terminal } = await runIn(other, ['import', path(name), '--json']);
    return { code, messages, told: terminal.json() as Told };
  };
  const exported = async (where: string, what: string): Promise<string> => {
    assert.equal((await runIn(where, ['export', path('kijk.json'), '--what', what])).code, 0);
    return readFileSync(path('kijk.json'), 'utf8');
  };
  const isTheSame = async (what: string): Promise<void> =>
    assert.equal(await exported(other, what), await exported(folder, what), what);

  /** Records besluiten as the bot does, in the store of the first folder. */
  const record = async (...formIds: readonly string[]): Promise<void> => {
    const terminal = fakeTerminal({ folder });
    const store = await openEmbeddedStore(terminal.env.DATA_DIR ?? '');
    const { clock } = terminal;
    const register = openBesluitenregister({ store, clock, timeZone: 'Europe/Amsterdam', random: randomBytes });
    const form = { onderwerp: 'Proef', datum: '2026-11-12', ingangsdatum: '2026-11-12', bestuursorgaan: 'AB' };
    for (const formId of formIds) {
      const by = { naam: 'Verzonnen Vastlegger' };
      assert.equal((await register.recordBesluit({ form, formId, by, knownAfspraak: () => true })).kind, 'recorded');
    }
    await store.close();
  };

  it('comes back from a workbook of everything, sheet by sheet, and the second time changes nothing', async () => {
    await runIn(folder, ['export', path('alles.xlsx'), '--what', 'alles']);
    const first = await importElsewhere('alles.xlsx');
    assert.equal(first.code, 0, first.messages.join('\n'));
    assert.deepEqual(
      first.told.files.map(({ form }) => form),
      ['regelingen', 'recessen', 'afspraken'],
    );
    for (const what of ['verbanden', 'afspraken', 'recessen']) await isTheSame(what);
    const second = await importElsewhere('alles.xlsx');
    assert.deepEqual([second.code, second.told.added, second.told.unchanged], [0, 0, 3]);
  });

  it('comes back from one JSON file with the besluiten in it, and the second time changes nothing', async () => {
    await record('form-1', 'form-2');
    await runIn(folder, ['export', path('alles.json'), '--what', 'alles']);
    const first = await importElsewhere('alles.json');
    assert.equal(first.code, 0, first.messages.join('\n'));
    assert.equal(first.told.added, 5);
    for (const what of ['verbanden', 'afspraken', 'recessen', 'besluiten']) await isTheSame(what);
    const second = await importElsewhere('alles.json');
    assert.deepEqual([second.code, second.told.added, second.told.unchanged], [0, 0, 5]);
  });

  it('brings back the besluiten alone, later ones too', async () => {
    await record('form-1');
    await runIn(folder, ['export', path('besluiten.json'), '--what', 'besluiten']);
    assert.equal((await importElsewhere('besluiten.json')).told.added, 1);
    await record('form-2');
    await runIn(folder, ['export', path('besluiten.json'), '--what', 'besluiten']);
    const { code, told, messages } = await importElsewhere('besluiten.json');
    assert.deepEqual([code, told.read, told.added, told.unchanged], [0, 2, 1, 1], messages.join('\n'));
    await isTheSame('besluiten');
  });

  it('keeps besluiten out that were changed, and says so with exit 1', async () => {
    await record('form-1');
    await runIn(folder, ['export', path('besluiten.json'), '--what', 'besluiten']);
    writeFileSync(path('besluiten.json'), readFileSync(path('besluiten.json'), 'utf8').replace('Proef', 'Poef'));
    const { code, messages } = await importElsewhere('besluiten.json');
    assert.equal(code, 1);
    assert.match(messages.join(), /de keten klopt niet/);
    assert.equal(JSON.parse(await exported(other, 'besluiten')).entries.length, 0);
  });

  it('says of besluiten in a table where they come back from, and takes in what stands beside them', async () => {
    await record('form-1');
    await runIn(folder, ['export', path('alles.xlsx'), '--what', 'alles']);
    const workbook = await importElsewhere('alles.xlsx');
    assert.equal(workbook.code, 2);
    assert.match(workbook.messages.join('\n'), /uit een uitvoer als JSON/);
    await isTheSame('afspraken');
    await runIn(folder, ['export', path('besluiten.csv'), '--what', 'besluiten']);
    const table = await importElsewhere('besluiten.csv');
    assert.equal(table.code, 1);
    assert.match(table.told.files[0]?.reason ?? '', /uit een uitvoer als JSON/);
  });

  it('writes nothing of the besluiten on a dry run', async () => {
    await record('form-1');
    await runIn(folder, ['export', path('besluiten.json'), '--what', 'besluiten']);
    const dry = await runIn(other, ['import', path('besluiten.json'), '--dry-run']);
    assert.equal(dry.code, 0);
    assert.match(dry.messages.join(), /niets weggeschreven/);
    assert.equal(JSON.parse(await exported(other, 'besluiten')).entries.length, 0);
  });

  it('is held against a number and hash that somebody kept', async () => {
    await record('form-1', 'form-2');
    const { entries } = JSON.parse(await exported(folder, 'besluiten'));
    const head = `2:${entries[1].hash}`;
    assert.equal((await runIn(folder, ['verify', '--head', head])).code, 0);
    await runIn(other, ['import', path('kijk.json')]);
    const shorter = { ...JSON.parse(readFileSync(path('kijk.json'), 'utf8')), entries: [entries[0]] };
    writeFileSync(path('korter.json'), JSON.stringify({ ...shorter, hoofd: { volgnummer: 1, hash: entries[0].hash } }));
    assert.equal((await runIn(folder, ['verify', path('korter.json')])).code, 0);
    const cut = await runIn(folder, ['verify', path('korter.json'), '--head', head]);
    assert.equal(cut.code, 1);
    assert.match(cut.messages.join(), /ingekort/);
    const rewritten = await runIn(folder, ['verify', '--head', `2:${'a'.repeat(64)}`]);
    assert.equal(rewritten.code, 1);
    assert.match(rewritten.messages.join(), /herschreven/);
    const wrong = await runIn(folder, ['verify', '--head', 'laatste']);
    assert.equal(wrong.code, 1);
    assert.match(wrong.messages.join(), /--head/);
  });
});
