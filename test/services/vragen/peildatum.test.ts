import assert from 'node:assert/strict';
import { selectBesluiten } from '../../../services/besluiten/find.ts';
import { loadRegister, type Register } from '../../../services/register/register.ts';
import type { Afspraak } from '../../../services/register/types.ts';
import type { Viewer } from '../../../services/toegang/scope.ts';
import { answerReading } from '../../../services/vragen/answer.ts';
import type { Answer } from '../../../services/vragen/answer-types.ts';
import { createReader } from '../../../services/vragen/reader.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { afspraak, besluit, contentOf, organisaties, verbanden } from './small-register.ts';

const today = '2026-11-23';
const timeZone = 'Europe/Amsterdam';
const vermeer = { naam: 'Voorbeeld Vermeer', via: 'chat' };
const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

interface World {
  readonly register: Register;
  readonly save: (day: string, code: string, rest: Partial<Afspraak>) => Promise<void>;
  readonly ask: (text: string, viewer?: Viewer) => Promise<Answer>;
}

async function newWorld(): Promise<World> {
  const register = await loadRegister(openMemoryStore(), { timeZone });
  for (const { version: _, ...draft } of organisaties) await register.saveOrganisatie(draft);
  for (const { version: _, ...draft } of verbanden) await register.saveVerband(draft);
  const recorded = [
    besluit('B-2025-001', { ingangsdatum: '2025-01-01', vervaldatum: '2025-06-01', volgnummer: 1 }),
    besluit('B-2025-002', { ingangsdatum: '2025-03-01', volgnummer: 2 }),
  ];
  const finder = {
    findBesluiten: async (query: Parameters<typeof selectBesluiten>[1]) =>
      selectBesluiten(
        recorded.map((one) => ({ besluit: one, content: contentOf(one), withdrawn: false, persoon: '' })),
        query,
      ).map((state) => state.besluit),
    besluit: async () => undefined,
  };
  return {
    register,
    save: async (day, code, rest) => {
      const known = register.view().afspraak(code);
      const { version: _, ...draft } = afspraak(code, rest);
      const outcome = await register.saveAfspraak(draft, known?.version ?? 'new', vermeer, at(day));
      assert.equal(outcome.kind, 'saved');
    },
    ask: (text, viewer = { verbanden: 'alle' }) =>
      answerReading(createReader({ names: register.names() }).read(text, { today }), {
        view: register.view(),
        names: register.names(),
        viewer,
        today,
        besluiten: finder,
        past: register,
        describe: () => '',
        explain: () => undefined,
      }),
  };
}

describe('what held on an earlier day', () => {
  let world: World;

  beforeEach(async () => {
    world = await newWorld();
  });

  it('is told by the state that was recorded then, not by that of today', async () => {
    await world.save('2025-01-10', 'AFS-2025-001', { ingangsdatum: '2025-01-01', einddatum: '2027-12-31' });
    await world.save('2025-06-10', 'AFS-2025-001', {
      ingangsdatum: '2025-01-01',
      einddatum: '2025-05-31',
      status: 'opgezegd',
    });
    assert.deepEqual((await world.ask('wat gold op 1 maart 2025?')).codes, ['AFS-2025-001']);
    assert.deepEqual((await world.ask('wat gold op 1 juli 2025?')).codes, []);
    assert.doesNotMatch((await world.ask('wat gold op 1 maart 2025?')).understood, /niet vastgelegd/);
  });

  it('finds an afspraak by what it was then: its parties, its owner and its text', async () => {
    await world.save('2025-01-10', 'AFS-2025-001', { ingangsdatum: '2025-01-01', partijen: ['gm0119'], verband: 'v1' });
    await world.save('2025-06-10', 'AFS-2025-001', { ingangsdatum: '2025-01-01', partijen: ['gm0106'], verband: 'v1' });
    assert.deepEqual((await world.ask('welke afspraken golden er op 1 maart 2025 met Meppel')).codes, ['AFS-2025-001']);
    assert.deepEqual((await world.ask('welke afspraken golden er op 1 maart 2025 met Assen')).codes, []);
    assert.deepEqual((await world.ask('welke afspraken golden er op 1 juli 2025 met Assen')).codes, ['AFS-2025-001']);
  });

  it('is judged by dates where it was recorded later, and the answer says of how many', async () => {
    await world.save('2026-11-01', 'AFS-2024-001', {
      ingangsdatum: '2024-01-01',
      status: 'afgerond',
      einddatum: '2025-12-31',
    });
    await world.save('2026-11-01', 'AFS-2024-002', { ingangsdatum: '2025-04-01' });
    await world.save('2026-11-01', 'AFS-2024-003', { einddatum: '2027-01-01' });
    await world.save('2026-11-01', 'AFS-2024-004', { ingangsdatum: '2024-01-01', status: 'concept' });
    const answer = await world.ask('wat gold op 1 maart 2025?');
    assert.deepEqual(answer.codes, ['AFS-2024-001']);
    assert.match(answer.understood, /van 1 afspraak is de stand van toen niet vastgelegd/);
    assert.match(answer.understood, /1 afspraak zonder ingangsdatum is niet meegeteld/);
  });

  it('counts, and begins and ends on the very day', async () => {
    await world.save('2025-01-10', 'AFS-2025-001', { ingangsdatum: '2025-03-01', einddatum: '2025-05-31' });
    for (const [day, count] of [
      ['28 februari 2025', 0],
      ['1 maart 2025', 1],
      ['31 mei 2025', 1],
      ['1 juni 2025', 0],
    ] as const) {
      const answer = await world.ask(`hoeveel afspraken golden er op ${day}?`);
      assert.equal(answer.total, count, day);
    }
  });

  it('shows one afspraak as it stood, or says since when it is known', async () => {
    await world.save('2025-01-10', 'AFS-2025-001', { titel: 'Eerste naam', einddatum: '2027-12-31' });
    await world.save('2026-06-10', 'AFS-2025-001', { titel: 'Tweede naam', einddatum: '2028-12-31' });
    const then = await world.ask('wat stond er op 1 maart in AFS-2025-001');
    assert.match(then.text, /Eerste naam/);
    assert.doesNotMatch(then.text, /Tweede naam/);
    assert.match((await world.ask('wat was de einddatum van AFS-2025-001 op 1 maart 2026')).text, /31 december 2027/);
    const before = await world.ask('wat stond er op 1 maart 2024 in AFS-2025-001');
    assert.match(before.understood, /AFS-2025-001 staat pas sinds 10 januari 2025 in Ketenregie/);
    assert.match(before.text, /Eerste naam/);
  });

  it('keeps hidden what is vertrouwelijk now or was then', async () => {
    await world.save('2025-01-10', 'AFS-2025-001', { ingangsdatum: '2025-01-01' });
    await world.save('2025-06-10', 'AFS-2025-001', { ingangsdatum: '2025-01-01', vertrouwelijkheid: 'vertrouwelijk' });
    await world.save('2025-01-10', 'AFS-2025-002', { ingangsdatum: '2025-01-01', vertrouwelijkheid: 'vertrouwelijk' });
    await world.save('2025-06-10', 'AFS-2025-002', { ingangsdatum: '2025-01-01' });
    assert.deepEqual((await world.ask('wat gold op 1 maart 2025?', { verbanden: [] })).codes, []);
    assert.equal((await world.ask('wat gold op 1 maart 2025?', { verbanden: ['v1'] })).total, 2);
    assert.match(
      (await world.ask('wat stond er op 1 maart 2025 in AFS-2025-001', { verbanden: [] })).text,
      /Ik ken geen/,
    );
  });

  it('tells which besluiten were in force', async () => {
    assert.deepEqual((await world.ask('welke besluiten golden op 1 maart 2025?')).codes, ['B-2025-001', 'B-2025-002']);
    assert.deepEqual((await world.ask('welke besluiten golden op 1 juni 2025?')).codes, ['B-2025-002']);
  });

  it('agrees with a plain walk through every version, on any day', async () => {
    const random = seededRandom();
    const days = Array.from({ length: 24 }, (_, month) => {
      return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
    });
    const day = () => days[random.below(days.length)] ?? '';
    const written: { readonly op: string; readonly state: Afspraak }[] = [];
    for (let number = 1; number <= 25; number++) {
      const moments = [day(), day(), day()].slice(random.below(3)).sort();
      for (const op of new Set(moments)) {
        const code = `AFS-2024-${String(number).padStart(3, '0')}`;
        const rest: Partial<Afspraak> = {
          titel: `Stand ${op}`,
          status: random.pick(['lopend', 'lopend', 'onder-herijking', 'afgerond', 'concept']),
          ...(random.below(4) > 0 && { ingangsdatum: day() }),
          ...(random.below(2) > 0 && { einddatum: day() }),
        };
        await world.save(op, code, rest);
        written.push({ op, state: afspraak(code, rest) });
      }
    }
    const codes = [...new Set(written.map(({ state }) => state._id))];
    for (const asked of days) {
      const expected = codes.filter((code) => {
        const versions = written.filter(({ state }) => state._id === code);
        const then = versions.filter(({ op }) => op <= asked).at(-1);
        const { status, ingangsdatum, einddatum } = (then ?? versions[0])?.state ?? afspraak(code, {});
        if (einddatum !== undefined && einddatum < asked) return false;
        if (then === undefined) return status !== 'concept' && ingangsdatum !== undefined && ingangsdatum <= asked;
        return ['lopend', 'onder-herijking'].includes(status) && (ingangsdatum === undefined || ingangsdatum <= asked);
      });
      const [year = '', month = ''] = asked.split('-');
      const answer = await world.ask(`wat gold op 15-${month}-${year}?`);
      assert.deepEqual(answer.codes, expected, `seed ${random.seed}, ${asked}`);
    }
  });
});

describe('the history of an afspraak', () => {
  it('stands under the afspraak: the last five changes, who, when and which fields', async () => {
    const world = await newWorld();
    for (let month = 1; month <= 7; month++)
      await world.save(`2026-0${month}-10`, 'AFS-2026-001', { einddatum: `2027-0${month}-01` });
    const { text, content } = await world.ask('toon AFS-2026-001');
    assert.match(text, /Laatste wijzigingen:\n10 juli 2026 · Voorbeeld Vermeer \(chat\) · gewijzigd: einddatum/);
    assert.match(text, /en nog 2 oudere wijzigingen/);
    assert.equal(content.kind === 'afspraak' && content.geschiedenis?.items.length, 5);
  });

  it('is told when it is asked for', async () => {
    const world = await newWorld();
    await world.save('2026-01-10', 'AFS-2026-001', {});
    await world.save('2026-02-10', 'AFS-2026-001', { status: 'afgerond', einddatum: '2026-02-01' });
    for (const text of [
      'geschiedenis van AFS-2026-001',
      'wie heeft AFS-2026-001 gewijzigd?',
      'who changed AFS-2026-001?',
    ]) {
      const answer = await world.ask(text);
      assert.match(answer.text, /10 (?:februari|February) 2026 · Voorbeeld Vermeer/, text);
      assert.deepEqual(answer.codes, ['AFS-2026-001']);
    }
    assert.match(
      (await world.ask('geschiedenis van AFS-2026-001')).text,
      /gewijzigd: status en einddatum|einddatum en status/,
    );
  });
});
