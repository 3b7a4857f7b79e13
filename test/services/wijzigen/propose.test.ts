import assert from 'node:assert/strict';
import type { Register } from '../../../services/register/register.ts';
import { statussen } from '../../../services/register/types.ts';
import { languages, sentencesIn } from '../../../services/taal/language.ts';
import type { Changer } from '../../../services/toegang/scope.ts';
import { createReader, type Reader } from '../../../services/vragen/reader.ts';
import type { QuestionFilter } from '../../../services/vragen/reading.ts';
import { mostChanges, type ProposeOutcome, proposeChange } from '../../../services/wijzigen/propose.ts';
import { requestOf } from '../../../services/wijzigen/request.ts';
import { changeTexts } from '../../../services/wijzigen/texts.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { today } from '../vragen/small-register.ts';
import { at, chat, inChannel, registerIn } from './register.ts';

describe('a sentence that asks for a change', () => {
  let register: Register;
  let reader: Reader;

  before(async () => {
    register = await registerIn(openMemoryStore());
    reader = createReader({ names: register.names() });
  });

  const ask = (text: string, changer: Changer = chat): ProposeOutcome => {
    const reading = reader.read(text, { today });
    assert.equal(reading.intent, 'afspraak.wijzigen', text);
    return proposeChange(reading, { view: register.view(), names: register.names(), changer, today });
  };
  /** `AFS-2025-001 einddatum 2027-12-31 → 2028-03-01`, one for each field. */
  const said = (outcome: ProposeOutcome): readonly string[] => {
    assert.equal(outcome.kind, 'proposed', JSON.stringify(outcome));
    return outcome.content.changes.flatMap(({ code, velden }) =>
      velden.map(({ veld, van, naar }) => `${code} ${veld} ${shown(van)} → ${shown(naar)}`),
    );
  };
  const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '-'));

  for (const [text, ...expected] of [
    ['zet AFS-2025-001 op afgerond', 'AFS-2025-001 status lopend → afgerond'],
    ['zet de status van het contract van de Proefdienst op opgezegd', 'AFS-2025-001 status lopend → opgezegd'],
    [
      'zet AFS-2025-001 en AFS-2025-002 op afgerond',
      'AFS-2025-001 status lopend → afgerond',
      'AFS-2025-002 status lopend → afgerond',
    ],
    ['rond AFS-2025-001 af', 'AFS-2025-001 status lopend → afgerond'],
    ['zeg AFS-2025-001 op', 'AFS-2025-001 status lopend → opgezegd'],
    ['zet AFS-2025-003 weer op lopend', 'AFS-2025-003 status afgerond → lopend'],
    ['wijzig de einddatum van AFS-2025-001 naar 1 maart 2028', 'AFS-2025-001 einddatum 2027-12-31 → 2028-03-01'],
    ['verleng het contract met Meppel met een jaar', 'AFS-2025-001 einddatum 2027-12-31 → 2028-12-31'],
    ['verleng AFS-2025-001 tot en met 2029', 'AFS-2025-001 einddatum 2027-12-31 → 2029-12-31'],
    ['wijzig de einddatum van AFS-2025-001 naar leeg', 'AFS-2025-001 einddatum 2027-12-31 → -'],
    ['wijzig de herijking van AFS-2026-002 naar 1 juni 2027', 'AFS-2026-002 herijking 2027-05-01 → 2027-06-01'],
    ['wijzig de opzegtermijn van AFS-2025-001 naar 1 jaar', 'AFS-2025-001 opzegtermijn P6M → P1Y'],
    ['wijzig het ritme van AFS-2026-002 naar elke 2 jaar', 'AFS-2026-002 ritme - → elke 2 jaar'],
    ['wijzig de titel van AFS-2025-002 in SLA van de balie', 'AFS-2025-002 titel SLA balie → SLA van de balie'],
    ['zet AFS-2025-002 op openbaar', 'AFS-2025-002 vertrouwelijkheid intern → openbaar'],
    [
      'wijzig het document van AFS-2025-002 naar https://documenten.voorbeeld.example/2',
      'AFS-2025-002 document - → https://documenten.voorbeeld.example/2',
    ],
    [
      'draag AFS-2026-003 over aan De Boer',
      'AFS-2026-003 eigenaar - → {"naam":"De Boer","email":"de.boer@voorbeeld.example"}',
    ],
    [
      'wijzig de eigenaar van AFS-2026-003 in Nieuw Iemand <iemand@voorbeeld.example>',
      'AFS-2026-003 eigenaar - → {"naam":"Nieuw Iemand","email":"iemand@voorbeeld.example"}',
    ],
    [
      'zet de plaatsvervanger van AFS-2026-003 op Piet Bakker',
      'AFS-2026-003 plaatsvervanger - → {"naam":"Piet Bakker"}',
    ],
    [
      'draag alle afspraken van Jansen over aan Bakker',
      'AFS-2025-001 eigenaar {"naam":"Jansen","email":"jansen@voorbeeld.example"} → {"naam":"Bakker"}',
      'AFS-2025-002 eigenaar {"naam":"Jansen","email":"jansen@voorbeeld.example"} → {"naam":"Bakker"}',
    ],
    [
      'draag alle afspraken van jansen@voorbeeld.example over aan de.boer@voorbeeld.example',
      'AFS-2025-001 eigenaar {"naam":"Jansen","email":"jansen@voorbeeld.example"} → {"naam":"De Boer","email":"de.boer@voorbeeld.example"}',
      'AFS-2025-002 eigenaar {"naam":"Jansen","email":"jansen@voorbeeld.example"} → {"naam":"De Boer","email":"de.boer@voorbeeld.example"}',
    ],
    ['set the status of AFS-2025-001 to afgerond', 'AFS-2025-001 status lopend → afgerond'],
  ] as const)
    it(`is understood: ${text}`, () => assert.deepEqual(said(ask(text)), expected));

  it('changes the version that was seen, and nothing but the field that was named', () => {
    const outcome = ask('zet AFS-2025-001 op afgerond');
    assert.equal(outcome.kind, 'proposed');
    assert.deepEqual(outcome.content.changes, [
      {
        code: 'AFS-2025-001',
        titel: 'Contract werkplekken',
        version: 1,
        velden: [{ veld: 'status', van: 'lopend', naar: 'afgerond' }],
      },
    ]);
    assert.equal(register.view().afspraak('AFS-2025-001')?.status, 'lopend');
  });

  it('asks which one is meant, unless it says "alle"', () => {
    const outcome = ask('zet de evaluatie van het Zorgloket op afgerond');
    assert.equal(outcome.kind, 'choose');
    assert.deepEqual(
      outcome.choices.map(({ label }) => label.slice(0, 12)),
      ['AFS-2026-002', 'AFS-2026-003', 'Alle 2'],
    );
    for (const [at, count] of [1, 1, 2].entries()) {
      const choice = outcome.choices[at];
      assert.ok(choice);
      const again = proposeChange(
        { text: '', lang: 'nl', ...choice.reading },
        { view: register.view(), names: register.names(), changer: chat, today },
      );
      assert.equal(said(again).length, count);
    }
    assert.equal(said(ask('zet alle evaluaties van het Zorgloket op afgerond')).length, 2);
  });

  it('leaves out what says so already, has no date to move, or may not be changed here', () => {
    const outcome = ask('draag alle afspraken van de Proefdienst over aan De Boer', inChannel);
    assert.equal(outcome.kind, 'proposed', JSON.stringify(outcome));
    assert.deepEqual(
      outcome.content.changes.map(({ code }) => code),
      ['AFS-2025-001', 'AFS-2025-002'],
    );
    assert.equal(outcome.content.leftOut, 1, 'AFS-2025-004 is of De Boer already');
  });

  it('tells that an afspraak would end before it starts', async () => {
    await register.saveAfspraak(
      { ...contentOfNew, _id: 'AFS-2026-050', ingangsdatum: '2026-01-01', einddatum: '2027-01-01' },
      'new',
      { naam: 'Proef', via: 'import' },
      at,
    );
    const outcome = ask('wijzig de einddatum van AFS-2026-050 naar 1 maart 2025');
    assert.equal(outcome.kind, 'proposed');
    assert.deepEqual(outcome.endsBeforeStart, ['AFS-2026-050']);
  });

  for (const [text, problem, changer] of [
    ['zet AFS-2030-001 op afgerond', { kind: 'unknown_code', code: 'AFS-2030-001' }],
    ['zet AFS-2025-004 op afgerond', { kind: 'unknown_code', code: 'AFS-2025-004' }],
    [
      'zet AFS-2026-001 op afgerond',
      { kind: 'not_here', verband: 'Gemeenschappelijke regeling Waterkantoor' },
      inChannel,
    ],
    ['zet AFS-2025-001 op lopend', { kind: 'same', count: 1 }],
    ['verleng AFS-2025-004 met een jaar', { kind: 'no_date' }, inChannel],
    ['zet AFS-2025-001 op vertrouwelijk', { kind: 'hidden_after' }],
    ['wijzig de einddatum van AFS-2025-001 naar 31 februari 2028', { kind: 'date_refused' }],
    ['draag alle afspraken van Jansen over aan Bakker, behalve die met Assen', { kind: 'exclusion' }],
    ['zet het convenant op afgerond', { kind: 'nothing_found' }],
    [
      'wijzig het document van AFS-2025-001 naar http://documenten.voorbeeld.example',
      {
        kind: 'invalid',
        problem: { column: 'document', value: 'http://documenten.voorbeeld.example', reason: 'not_https' },
      },
    ],
    [
      'wijzig de eigenaar van AFS-2025-001 in Bakker <bakker@>',
      { kind: 'invalid', problem: { column: 'eigenaar', value: 'Bakker <bakker@>', reason: 'not_an_email' } },
    ],
  ] as const)
    it(`is refused: ${text}`, () => assert.deepEqual(ask(text, changer), { kind: 'problem', problem }));

  it('names the statuses where a word is none, also of the afspraak shown before', () => {
    const parts = { view: register.view(), names: register.names(), changer: chat, today };
    const previous = reader.read('toon AFS-2025-001', { today });
    const refused = { kind: 'problem', problem: { kind: 'no_status', value: 'blauw' } };
    assert.deepEqual(proposeChange(reader.read('zet de status op blauw', { today, previous }), parts), refused);
    assert.deepEqual(ask('wijzig de status van AFS-2025-001 naar blauw'), refused);
    for (const language of languages) {
      const told = sentencesIn(changeTexts, language).problem({ kind: 'no_status', value: 'blauw' });
      for (const word of ['blauw', ...statussen]) assert.ok(told.includes(word), `${language}: ${word}`);
    }
  });

  it('opens the form when it does not say what is to change', () => {
    assert.deepEqual(ask('wijzig AFS-2025-001'), { kind: 'form', code: 'AFS-2025-001' });
  });

  it('never changes everything because it names nothing', () => {
    assert.deepEqual(ask('zet op afgerond'), { kind: 'problem', problem: { kind: 'which' } });
    const previous = reader.read('welke afspraken zijn er?', { today });
    const reading = reader.read('zet ze allemaal op afgerond', { today, previous });
    assert.equal(reading.intent, 'afspraak.wijzigen');
    const parts = { view: register.view(), names: register.names(), changer: chat, today };
    assert.deepEqual(proposeChange(reading, parts), { kind: 'problem', problem: { kind: 'which' } });
  });

  it('changes a vertrouwelijke afspraak only where its verband is bound', () => {
    assert.deepEqual(said(ask('zet AFS-2025-004 op afgerond', inChannel)), ['AFS-2025-004 status lopend → afgerond']);
  });

  it('asks for no more than a card can show', async () => {
    const many = await registerIn(openMemoryStore());
    for (let number = 100; number < 100 + mostChanges; number += 1)
      await many.saveAfspraak(
        { ...contentOfNew, _id: `AFS-2026-${number}`, soort: 'mandaat' },
        'new',
        { naam: 'Proef', via: 'import' },
        at,
      );
    const propose = () =>
      proposeChange(reader.read('zet alle mandaten van de Proefdienst op afgerond', { today }), {
        view: many.view(),
        names: many.names(),
        changer: chat,
        today,
      });
    assert.equal(said(propose()).length, mostChanges);
    const more = { ...contentOfNew, _id: 'AFS-2026-700', soort: 'mandaat' } as const;
    await many.saveAfspraak(more, 'new', { naam: 'Proef', via: 'import' }, at);
    assert.deepEqual(propose(), { kind: 'problem', problem: { kind: 'too_many', count: 51, most: 50 } });
  });

  it('has a sentence for each problem in each language', () => {
    for (const language of languages) {
      const texts = sentencesIn(changeTexts, language);
      for (const problem of [
        { kind: 'which' },
        { kind: 'nothing_found' },
        { kind: 'no_date' },
        { kind: 'date_refused' },
        { kind: 'exclusion' },
        { kind: 'hidden_after' },
        { kind: 'unknown_code', code: 'AFS-2026-001' },
        { kind: 'not_here' },
        { kind: 'not_here', verband: 'RegIT' },
        { kind: 'too_many', count: 51, most: 50 },
        { kind: 'no_value', count: 2 },
        { kind: 'same', count: 1 },
        { kind: 'same', count: 3 },
        { kind: 'invalid', problem: { column: 'status', value: 'x', reason: 'unknown_choice', nearest: ['a', 'b'] } },
      ] as const)
        assert.match(texts.problem(problem), /^\S.*[.?]$/);
    }
  });
});

const contentOfNew = {
  titel: 'Mandaat',
  soort: 'contract',
  verband: 'v1',
  partijen: ['gm0106'],
  status: 'lopend',
  rapportageAan: [],
  vertrouwelijkheid: 'intern',
} as const;

describe('the keys of a change', () => {
  const settings = (filter: QuestionFilter) => {
    const { select, setting, many } = requestOf(filter);
    return { select, setting, many };
  };

  it('have the new status apart from the status that selects', () => {
    assert.deepEqual(settings({ status: 'afgerond', type: 'sla', bulk: true }), {
      select: { type: ['sla'] },
      setting: { kind: 'cell', column: 'status', text: 'afgerond' },
      many: true,
    });
    assert.deepEqual(settings({ status: 'te_laat', nieuweEigenaar: 'Bakker', bulk: true }), {
      select: { status: 'te_laat' },
      setting: { kind: 'eigenaar', named: 'Bakker' },
      many: true,
    });
    assert.deepEqual(settings({ status: 'lopend', type: 'dvo', duur: 'P1Y' }), {
      select: { status: 'lopend', type: ['dvo'] },
      setting: { kind: 'move', column: 'einddatum', by: 'P1Y' },
      many: false,
    });
  });

  it('have the owner who gives apart from the owner who gets', () => {
    assert.deepEqual(settings({ eigenaar: 'Jansen', nieuweEigenaar: 'Bakker' }), {
      select: { eigenaar: 'Jansen' },
      setting: { kind: 'eigenaar', named: 'Bakker' },
      many: false,
    });
    assert.deepEqual(settings({ veld: 'eigenaar', eigenaar: 'Bakker', partner: 'Gemeente Assen' }), {
      select: { partner: 'Gemeente Assen' },
      setting: { kind: 'eigenaar', named: 'Bakker' },
      many: false,
    });
  });

  it('select by the code alone when there is one', () => {
    assert.deepEqual(requestOf({ nummer: 'AFS-2026-001', partner: 'Gemeente Tiel', veld: 'titel', waarde: 'Tiel' }), {
      select: { nummer: 'AFS-2026-001' },
      setting: { kind: 'cell', column: 'titel', text: 'Tiel' },
      many: false,
    });
  });

  it('take "de herijking van" for the date, and an evaluatie or rapportage for the afspraak as well', () => {
    assert.deepEqual(settings({ type: 'herijking', verband: 'RegIT', datum: '2027-01-01' }), {
      select: { verband: 'RegIT' },
      setting: { kind: 'cell', column: 'herijking', text: '2027-01-01' },
      many: false,
    });
    assert.deepEqual(settings({ type: 'rapportage', verband: 'RegIT', verschuiving: '-P1M', duur: 'P1M' }), {
      select: { verband: 'RegIT', type: ['rapportage'] },
      setting: { kind: 'move', column: 'rapportagedatum', by: '-P1M' },
      many: false,
    });
  });
});
