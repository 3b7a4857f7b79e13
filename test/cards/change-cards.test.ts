import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { type AfspraakFormView, afspraakFormCard } from '../../cards/afspraak-form-card.ts';
import { formColumns, longestInput } from '../../cards/afspraak-form-data.ts';
import { changePreviewCard } from '../../cards/change-preview-card.ts';
import { changeResultCard } from '../../cards/change-result-card.ts';
import type { FieldProblem, FormCells } from '../../services/wijzigen/form.ts';
import { mostChanges } from '../../services/wijzigen/propose.ts';
import { changeTexts } from '../../services/wijzigen/texts.ts';
import type { AfspraakChange, ChangeResult } from '../../services/wijzigen/types.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { nasty } from './samples.ts';

const zone = 'Europe/Amsterdam';
const languages = ['nl', 'en', 'fy'] as const;
const at = Date.UTC(2026, 10, 23, 9);

const change = (over: Partial<AfspraakChange> = {}): AfspraakChange => ({
  code: 'AFS-2026-012',
  titel: 'Dienstverlening werkplekbeheer',
  version: 1,
  velden: [{ veld: 'status', van: 'lopend', naar: 'afgerond' }],
  ...over,
});
const every: AfspraakChange = change({
  velden: [
    { veld: 'status', van: 'onder-herijking', naar: 'afgerond' },
    { veld: 'einddatum', van: '2027-12-31' },
    { veld: 'opzegtermijn', naar: 'P6M' },
    { veld: 'stilzwijgend', van: true, naar: false },
    { veld: 'eigenaar', van: { naam: 'De Vries' }, naar: { naam: 'Bakker', email: 'bakker@voorbeeld.example' } },
    { veld: 'rapportageAan', van: [], naar: ['raad', 'AB'] },
    { veld: 'ritme', van: 'jaarlijks', naar: 'elke 2 jaar' },
    { veld: 'titel', van: 'lopend', naar: nasty },
    { veld: 'partijen', van: ['Gemeente Assen'], naar: ['Gemeente Assen', 'Gemeente Meppel'] },
  ],
});
const many = (text: string, count = mostChanges): readonly AfspraakChange[] =>
  Array.from({ length: count }, (_, number) => ({ ...every, code: `AFS-2026-${100 + number}`, titel: text }));

describe('the preview of a change', () => {
  const preview = { voorstel: 'id_1-x', changes: [change()], leftOut: 0, endsBeforeStart: [] };

  it('says what would change, and that nothing has changed yet', () => {
    const rendered = assertRight(changePreviewCard(preview, 'nl'));
    assert.match(rendered.text, /AFS-2026-012\s*· Dienstverlening werkplekbeheer/);
    assert.match(rendered.text, /Status: lopend → afgerond/);
    assert.match(rendered.text, /Er is nog niets veranderd/);
    assert.deepEqual(rendered.buttons, ['Doorvoeren', 'Annuleren']);
  });

  it('carries the id of the proposal and nothing else', () => {
    for (const [title, kind] of [
      ['Doorvoeren', 'wijziging.doorvoeren'],
      ['Annuleren', 'wijziging.annuleren'],
    ] as const) {
      const sent = assertRight(changePreviewCard(preview, 'nl')).press(title);
      assert.deepEqual(decode(sent?.verb, sent?.data), { kind, voorstel: 'id_1-x' });
      assert.deepEqual(Object.keys(sent?.data ?? {}).sort(), ['v', 'voorstel']);
    }
  });

  it('writes every kind of value in words', () => {
    const { text } = assertRight(changePreviewCard({ ...preview, changes: [every] }, 'nl'));
    for (const part of [
      'Status: onder herijking → afgerond',
      'Einddatum: 31 december 2027 → leeg',
      'Opzegtermijn: leeg → 6 maanden',
      'Stilzwijgende verlenging: ja → nee',
      'Eigenaar: De Vries → Bakker (bakker@voorbeeld.example)',
      'Rapportage aan: leeg → de raad, het algemeen bestuur',
      'Ritme van de herijking: elk jaar → elke 2 jaar',
      'Titel: lopend →',
      'Partijen: Gemeente Assen → Gemeente Assen, Gemeente Meppel',
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });

  it('tells of those that do not take part, and of an end before the start', () => {
    const { text } = assertRight(
      changePreviewCard({ ...preview, leftOut: 2, endsBeforeStart: ['AFS-2026-012'] }, 'nl'),
    );
    assert.match(text, /2 afspraken doen niet mee/);
    assert.match(text, /einddatum komt voor de ingangsdatum: AFS-2026-012/);
  });

  it('shows the code of every afspraak, also of as many as there may be with any text', () => {
    for (const text of ['Dienstverlening', nasty, '漢'.repeat(300), '"\\'.repeat(150)])
      for (const lang of languages) {
        const card = changePreviewCard({ ...preview, changes: many(text), leftOut: 3, endsBeforeStart: [] }, lang);
        assertFits(card);
        for (const { code } of many(text)) assert.ok(JSON.stringify(card).includes(code), code);
      }
  });
});

describe('the result of a change', () => {
  const press = (results: readonly ChangeResult[], by = 'Voorbeeld Vermeer') => ({ by, at, results });
  const saved: ChangeResult = { code: 'AFS-2026-012', kind: 'saved', version: 2 };
  const applied = { _id: 'id_1', state: 'applied', changes: [change()], applied: press([saved]) } as const;

  it('says what changed and who did it, and can be taken back', () => {
    const rendered = assertRight(changeResultCard(applied, 'nl', zone));
    assert.match(rendered.text, /Gewijzigd: 1 afspraak.*lopend → afgerond.*Voorbeeld Vermeer, 23 november 2026, 10:00/);
    assert.deepEqual(rendered.buttons, ['Ongedaan maken', 'Toon AFS-2026-012']);
    const sent = rendered.press('Ongedaan maken');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'wijziging.ongedaan', voorstel: 'id_1' });
  });

  it('says which were left as they are, and why', () => {
    const results: readonly ChangeResult[] = [
      saved,
      { code: 'AFS-2026-013', kind: 'stale' },
      { code: 'AFS-2026-014', kind: 'gone' },
      { code: 'AFS-2026-015', kind: 'not_allowed' },
      { code: 'AFS-2026-016', kind: 'unchanged' },
    ];
    const { text } = assertRight(changeResultCard({ ...applied, applied: press(results) }, 'nl', zone));
    assert.match(text, /intussen door iemand anders gewijzigd: AFS-2026-013/);
    assert.match(text, /Niet gevonden: AFS-2026-014/);
    assert.match(text, /kan hier niet meer: AFS-2026-015/);
    assert.match(text, /stond er al zo: AFS-2026-016/);
  });

  it('offers nothing to take back when nothing was changed', () => {
    const none = { ...applied, applied: press([{ code: 'AFS-2026-012', kind: 'stale' }]) };
    const rendered = assertRight(changeResultCard(none, 'nl', zone));
    assert.match(rendered.text, /Niets gewijzigd/);
    assert.deepEqual(rendered.buttons, []);
  });

  it('shows what was put back', () => {
    const undone = { ...applied, state: 'undone', undone: press([saved], 'Voorbeeld Zwaan') } as const;
    const rendered = assertRight(changeResultCard(undone, 'nl', zone));
    assert.match(rendered.text, /Ongedaan gemaakt bij 1 afspraak.*afgerond → lopend.*Voorbeeld Zwaan/);
    assert.deepEqual(rendered.buttons, ['Toon AFS-2026-012']);
  });

  it('says that it is over, or not known', () => {
    for (const [state, sentence] of [
      ['cancelled', /geannuleerd\. Er is niets veranderd/],
      ['expired', /te oud/],
    ] as const)
      assert.match(assertRight(changeResultCard({ _id: 'x', state, changes: [] }, 'nl', zone)).text, sentence);
    assert.match(assertRight(changeResultCard({ state: 'unknown' }, 'nl', zone)).text, /ken ik niet meer/);
  });

  it('is right in every language with as many as there may be', () => {
    for (const text of ['Dienstverlening', nasty, '漢'.repeat(300)])
      for (const lang of languages)
        for (const state of ['applied', 'undone'] as const) {
          const results = many(text).map(
            ({ code }, number): ChangeResult => (number % 2 === 0 ? { ...saved, code } : { code, kind: 'stale' }),
          );
          const view = {
            _id: 'x',
            state,
            changes: many(text),
            applied: press(results, text),
            undone: press(results, text),
          };
          assertFits(changeResultCard(view, lang, zone));
        }
  });
});

describe('the form of an afspraak', () => {
  const empty: AfspraakFormView = {
    formId: 'f1',
    cells: { status: 'lopend', vertrouwelijkheid: 'intern' },
    problems: [],
  };
  const filled: FormCells = {
    titel: 'Kwartaaloverleg',
    soort: 'governance',
    verband: 'RegIT',
    partijen: 'Gemeente Assen|Gemeente Meppel',
    eigenaar: 'De Vries <de.vries@voorbeeld.example>',
    plaatsvervanger: 'Bakker',
    status: 'lopend',
    ingangsdatum: '2026-01-01',
    einddatum: '2027-12-31',
    opzegtermijn: 'P6M',
    stilzwijgend: 'ja',
    herijking: '2027-03-01',
    ritme: 'elk kwartaal',
    rapportage_aan: 'raad|AB',
    rapportagedatum: '2027-04-15',
    rapportageritme: '',
    vertrouwelijkheid: 'intern',
    document: 'https://documenten.voorbeeld.example/12',
    tekst: 'Regel 1\nRegel 2 **niet vet**',
  };

  it('has a label on each input and Opslaan as its main button', () => {
    const rendered = assertRight(afspraakFormCard(empty, 'nl'));
    assert.deepEqual(rendered.buttons, ['Opslaan', 'Annuleren']);
    for (const label of ['Titel', 'Soort', 'Samenwerking', 'Partijen', 'Eigenaar', 'Einddatum', 'Rapportage aan'])
      assert.ok(rendered.text.includes(label), label);
  });

  it('can be cancelled while nothing is filled in', () => {
    const existing = { code: 'AFS-2026-012', version: 3 };
    for (const [view, about] of [
      [empty, {}],
      [{ ...empty, existing }, { code: 'AFS-2026-012' }],
    ] as const) {
      const sent = assertRight(afspraakFormCard(view, 'nl')).press('Annuleren');
      assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'afspraak.annuleren', formId: 'f1', ...about });
    }
  });

  it('is not sent while titel, soort or verband is empty, and says what', () => {
    const rendered = assertRight(afspraakFormCard(empty, 'nl'));
    assert.equal(rendered.press('Opslaan', { titel: 'Overleg' }), undefined);
    assert.match(rendered.element.textContent ?? '', /Kies een soort\./);
  });

  it('sends back what it opened with, each field as a cell', () => {
    const sent = assertRight(afspraakFormCard({ ...empty, cells: filled }, 'nl')).press('Opslaan');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'afspraak.opslaan', formId: 'f1', cells: filled });
  });

  it('knows which afspraak it changes, and which version was seen', () => {
    const existing = { code: 'AFS-2026-012', version: 3 };
    const rendered = assertRight(afspraakFormCard({ ...empty, existing, cells: filled }, 'nl'));
    assert.match(rendered.text, /Afspraak AFS-2026-012 wijzigen/);
    const sent = rendered.press('Opslaan', { titel: 'Anders' });
    assert.deepEqual(decode(sent?.verb, sent?.data), {
      kind: 'afspraak.opslaan',
      formId: 'f1',
      existing,
      cells: { ...filled, titel: 'Anders' },
    });
  });

  it('leaves out what is too long for it, says so, and does not empty it', () => {
    const long = { ...filled, tekst: 'x'.repeat(longestInput.tekst + 1), partijen: 'y'.repeat(5000) };
    const view = { ...empty, existing: { code: 'AFS-2026-012', version: 3 }, cells: long };
    const rendered = assertRight(afspraakFormCard(view, 'nl'));
    assert.match(rendered.text, /blijft zoals het is: Partijen, Tekst/);
    const sent = rendered.press('Opslaan');
    const { tekst, partijen, ...others } = filled;
    const decoded = decode(sent?.verb, sent?.data);
    assert.deepEqual(decoded.kind === 'afspraak.opslaan' && decoded.cells, others);
  });

  it('shows each problem above its field, with what was typed and the nearest names', () => {
    const problems: readonly FieldProblem[] = [
      { column: 'verband', reason: 'unknown_verband', value: nasty, nearest: ['RegIT', 'Dienst **vet**'] },
      { column: 'einddatum', reason: 'not_a_date', value: '31-02-2027' },
    ];
    const { text } = assertRight(afspraakFormCard({ ...empty, cells: filled, problems }, 'nl'));
    assert.match(text, /Kijk naar de 2 meldingen/);
    assert.match(
      text,
      /Let op: deze samenwerking ken ik niet.*Je vulde in: “\*\*vet\*\*.*Bedoel je: RegIT; Dienst \*\*vet\*\*\?/,
    );
    assert.match(text, /geen datum die bestaat.*31-02-2027/);
  });

  it('fits with every problem, in every language, with the longest texts', () => {
    const reasons = Object.keys(changeTexts.nl.reason) as readonly FieldProblem['reason'][];
    for (const text of [nasty, '漢', '"\\\n', '€'])
      for (const lang of languages)
        for (const existing of [undefined, { code: 'AFS-2026-012', version: 1 }]) {
          const cells = Object.fromEntries(
            formColumns.map((column) => [column, text.repeat(3000).slice(0, longestInput[column])]),
          );
          const problems = formColumns.flatMap((column) =>
            reasons.slice(0, 3).map(
              (reason): FieldProblem => ({
                column,
                reason,
                value: text.repeat(200).slice(0, 200),
                nearest: [text.repeat(80), nasty, nasty],
              }),
            ),
          );
          assertFits(
            afspraakFormCard({ formId: 'f1', cells, problems, ...(existing !== undefined && { existing }) }, lang),
          );
        }
  });

  it('is malformed when it was tampered with', () => {
    const v = 1;
    for (const data of [
      { v },
      { v, formId: 'f1', titel: { a: 1 } },
      { v, formId: 'f1', tekst: 'x'.repeat(50_000) },
      { v, formId: 'f1', code: 'AFS-2026-012' },
      { v, formId: 'f1', version: 1 },
      { v, formId: 'f1', code: 'a b', version: 1 },
      { v, formId: 'f1', code: 'AFS-2026-012', version: 1.5 },
      { v, formId: 'f1', code: 'AFS-2026-012', version: '1' },
    ])
      assert.deepEqual(decode('afspraak.opslaan', data), { kind: 'malformed' }, JSON.stringify(data).slice(0, 80));
    for (const data of [{ v }, { v, voorstel: { $gt: '' } }, { v, voorstel: 'a b' }])
      assert.deepEqual(decode('wijziging.doorvoeren', data), { kind: 'malformed' });
    assert.deepEqual(decode('afspraak.formulier', { v, code: 'a b' }), { kind: 'malformed' });
    for (const data of [{ v }, { v, formId: 'a b' }, { v, formId: 'f1', code: 'a b' }])
      assert.deepEqual(decode('afspraak.annuleren', data), { kind: 'malformed' });
    assert.deepEqual(decode('afspraak.formulier', { v }), { kind: 'afspraak.formulier' });
  });
});
