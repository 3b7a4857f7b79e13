import assert from 'node:assert/strict';
import { loadAliases, parseAliases } from '../../../services/register/name-aliases.ts';
import { normaliseName } from '../../../services/register/name-forms.ts';
import type { NameIndex } from '../../../services/register/names.ts';
import type { RegisterView } from '../../../services/register/types.ts';
import { sharedFile } from '../../shared-data.ts';
import { emptyRegister, importInto, smallRegister } from './support.ts';

const verbandNames = (names: NameIndex, text: string): readonly string[] => {
  const found = names.resolveVerband(text);
  if (found.kind === 'found') return [found.verband.orgaan ?? found.verband.naam];
  return found.kind === 'ambiguous' ? ['?', ...found.candidates.map(({ naam }) => naam)] : [];
};
const organisatieNames = (names: NameIndex, text: string): readonly string[] => {
  const found = names.resolveOrganisatie(text);
  if (found.kind === 'found') return [found.organisatie.naam];
  return found.kind === 'ambiguous' ? ['?', ...found.candidates.map(({ naam }) => naam)] : [];
};

describe('names in a small register', () => {
  it('finds a verband by its name, its body, without its opening, by its number, whatever the case', async () => {
    const names = (await smallRegister()).names();
    for (const text of [
      'Gemeenschappelijke regeling Proefdienst Zuid',
      'gemeenschappelijke regeling  PROEFDIENST-zuid',
      'Proefdienst Zuid',
      'de Proefdienst Zuid',
      'GR Proefdienst Zuid',
      'Bedrijfsvoeringsorganisatie Proefdienst Zuid',
      'Proefdienst Zuid 2025',
      '100',
    ]) {
      assert.deepEqual(verbandNames(names, text), ['Proefdienst Zuid'], text);
    }
  });

  it('asks back for a bare name that is a gemeente and a provincie', async () => {
    const names = (await smallRegister()).names();
    assert.deepEqual(organisatieNames(names, 'Proefstad'), ['?', 'Gemeente Proefstad', 'Provincie Proefstad']);
    assert.deepEqual(organisatieNames(names, 'gemeente proefstad'), ['Gemeente Proefstad']);
    assert.deepEqual(organisatieNames(names, 'GM9001'), ['Gemeente Proefstad']);
  });

  it('finds a name with an apostrophe however it is typed, and a waterschap with or without that word', async () => {
    const names = (await smallRegister()).names();
    for (const text of ["Beek en Aa's", 'beek en aa’s', 'Beek en Aas', "Waterschap Beek en Aa's"]) {
      assert.deepEqual(organisatieNames(names, text), ["Beek en Aa's"], text);
    }
  });

  it('names the nearest when it knows none, at most three', async () => {
    const names = (await smallRegister()).names();
    const found = names.resolveVerband('Proefdients Zuit');
    assert.ok(found.kind === 'unknown');
    assert.equal(found.nearest[0]?.orgaan, 'Proefdienst Zuid');
    const none = names.resolveOrganisatie('Bosweik');
    assert.ok(none.kind === 'unknown' && none.nearest.length === 3);
    assert.equal(none.nearest[0]?.naam, 'Gemeente Boswijk');
  });

  it('finds a phrase with a wrong letter, nearest first, and never a short or an abbreviated one', async () => {
    const names = (await smallRegister()).names();
    const hits = names.lookupFuzzy('proefdiest zuid', 2);
    assert.deepEqual([hits[0]?.distance, hits[0]?.hit.id], [1, 'v100']);
    assert.deepEqual(names.lookupFuzzy('100', 1), []);
    assert.deepEqual(
      names.lookupFuzzy('boswijk', 0).map(({ hit }) => hit.naam),
      ['Gemeente Boswijk'],
    );
  });

  it('knows a new name as soon as the register does', async () => {
    const register = await smallRegister();
    assert.deepEqual(organisatieNames(register.names(), 'Nieuwdorp'), []);
    await register.saveOrganisatie({ _id: 'gm9009', naam: 'Gemeente Nieuwdorp', soort: 'gemeente', tooi: 'gm9009' });
    assert.deepEqual(organisatieNames(register.names(), 'Nieuwdorp'), ['Gemeente Nieuwdorp']);
  });

  it('takes any text without harm', async () => {
    const names = (await smallRegister()).names();
    for (const text of ['', ' ', '|', '(((', 'de '.repeat(5_000), 'a'.repeat(100_000), '__proto__', 'constructor']) {
      assert.equal(names.resolveVerband(text).kind, 'unknown');
    }
  });

  it('refuses an alias file that misses a reason', () => {
    const yaml = 'aliassen:\n  - { alias: A, doel: gm0001 }\nverkortingen: []\ngeenAfkorting: []\ngewoneWoorden: []\n';
    assert.throws(() => parseAliases(yaml), { code: 'register-aliases' });
  });
});

describe('names in the national register', () => {
  let names: NameIndex | undefined;
  let held: RegisterView | undefined;

  before(async function () {
    const register = await emptyRegister();
    await importInto(register, sharedFile('regelingen-deelnemers-2026.csv', this));
    names = register.names();
    held = register.view();
  });

  const view = (): RegisterView => {
    assert.ok(held);
    return held;
  };
  const of = (): NameIndex => {
    assert.ok(names);
    return names;
  };

  const verbanden: readonly (readonly [string, string])[] = [
    ['GKB', 'Gemeentelijke Kredietbank Drenthe'],
    ['odd', 'Omgevingsdienst Drenthe'],
    ['OD Groningen', 'Omgevingsdienst Groningen'],
    ['NBK', 'Noordelijk Belastingkantoor'],
    ['het NBK', 'Noordelijk Belastingkantoor'],
    ['ONS', 'Shared Service Centrum ONS'],
    ['FUMO', 'Fryske Utfieringstsjinst Miljeu en Omjouwing'],
    ['RUD Zeeland', 'Regionale uitvoeringsdienst Zeeland'],
    ['Marrekrite', 'Recreatieschap voor het Friese water en land de Marrekrite'],
    ['Recreatieschap', 'Recreatieschap Drenthe'],
    ['Publiek Vervoer', 'Samenwerkingsorganisatie Publiek Vervoer Groningen Drenthe'],
    ['RegIT', 'RegIT'],
    ['hus en hiem', 'hûs en hiem, welstandsadvisering en monumentenzorg'],
    ['VRBZO 2024', 'Veiligheidsregio Brabant-Zuidoost'],
    ['DCMR', 'DCMR Milieudienst Rijnmond'],
  ];
  for (const [text, name] of verbanden) it(`knows ${text}`, () => assert.deepEqual(verbandNames(of(), text), [name]));

  const organisaties: readonly (readonly [string, readonly string[]])[] = [
    ['Den Bosch', ["Gemeente 's-Hertogenbosch"]],
    ['’s-Hertogenbosch', ["Gemeente 's-Hertogenbosch"]],
    ["'s-Gravenhage", ['Gemeente Den Haag']],
    ['Ljouwert', ['Gemeente Leeuwarden']],
    ['It Hearrenfean', ['Gemeente Heerenveen']],
    ['Smellingerlân', ['Gemeente Smallingerland']],
    ['sudwest fryslan', ['Gemeente Súdwest-Fryslân']],
    ['DFM', ['Gemeente De Fryske Marren']],
    ['Noardeast', ['Gemeente Noardeast-Fryslân']],
    ['Friesland', ['Provincie Fryslân']],
    ["Waterschap Hunze en Aa's", ["Hunze en Aa's"]],
    ['Groningen', ['?', 'Gemeente Groningen', 'Provincie Groningen']],
    ['Utrecht', ['?', 'Gemeente Utrecht', 'Provincie Utrecht']],
    ['Gemeente Groningen', ['Gemeente Groningen']],
    ['Gron.', ['?', 'Gemeente Groningen', 'Provincie Groningen']],
    ['Bergen', ['?', 'Gemeente Bergen (L)', 'Gemeente Bergen (NH)']],
    ['Provincie Limburg', ['Provincie Limburg']],
  ];
  for (const [text, found] of organisaties) {
    it(`knows ${text}`, () => assert.deepEqual(organisatieNames(of(), text), found));
  }

  it('finds every alias of the alias file', () => {
    for (const { alias, doelen } of loadAliases().aliassen) {
      const hits = of().lookup(normaliseName(alias));
      assert.ok(hits.length >= doelen.length, `${alias} leads nowhere`);
    }
  });

  it('marks names that are ordinary words, and keeps subjects from being abbreviations', () => {
    assert.ok(
      of()
        .lookup('ons')
        .every(({ commonWord }) => commonWord),
    );
    assert.ok(
      of()
        .lookup('best')
        .every(({ commonWord }) => commonWord),
    );
    assert.deepEqual(of().lookup('ict'), []);
    assert.deepEqual(of().lookup('wmo'), []);
  });

  it('names every GGD by that word alone, and one recreatieschap by its alias', () => {
    assert.ok(of().lookup('ggd').length > 5);
    const { kind } = of().resolveVerband('omgevingsdienst');
    assert.equal(kind, 'ambiguous');
    const meant = of().resolveVerband('Recreatieschap');
    assert.equal(meant.kind === 'found' && meant.verband.orgaan, 'Recreatieschap Drenthe');
  });

  it('finds every verband and organisatie by its own full name', () => {
    for (const verband of view().verbanden) {
      const found = of().resolveVerband(verband.naam);
      assert.ok(found.kind === 'found' && found.verband._id === verband._id, verband.naam);
      const body = verband.orgaan === undefined ? undefined : of().resolveVerband(verband.orgaan);
      assert.ok(body === undefined || (body.kind === 'found' && body.verband._id === verband._id), verband.orgaan);
    }
    for (const organisatie of view().organisaties) {
      const found = of().resolveOrganisatie(organisatie.naam);
      assert.ok(found.kind === 'found' && found.organisatie._id === organisatie._id, organisatie.naam);
    }
  });
});
