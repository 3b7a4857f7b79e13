import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { escalatieCard } from '../../cards/escalatie-card.ts';
import { escalatieTermsCard } from '../../cards/escalatie-terms-card.ts';
import { herinneringDigestCard } from '../../cards/herinnering-digest-card.ts';
import type { HerinneringView } from '../../cards/herinnering-parts.ts';
import { herinneringenCard } from '../../cards/herinneringen-card.ts';
import { ketenFormCard, ketenSavedCard } from '../../cards/keten-card.ts';
import type { Aangesproken, EscalatieView } from '../../services/herinneringen/escalation-read.ts';
import type { Occurrence } from '../../services/herinneringen/types.ts';
import { emptyKeten, ketenWith } from '../../services/register/keten.ts';
import type { KetenCells } from '../../services/register/keten-form.ts';
import { ketenmodellen } from '../../services/register/types.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { afspraak, nasty, occurrence, verband } from './samples.ts';

const timeZone = 'Europe/Amsterdam';
const context = { lang: 'nl', today: '2027-02-15', timeZone } as const;

const question = (over: Partial<Occurrence> = {}): Occurrence =>
  occurrence({
    _id: 'AFS-2026-012/herijking/2027-03-01/-14/k1/escalatie-eigenaar',
    escalatie: 'eigenaar',
    stilte: 'AFS-2026-012/herijking/2027-03-01/-14/k1',
    ...over,
  });

const asked = (aan: Aangesproken, more: Partial<EscalatieView> = {}, over: Partial<Occurrence> = {}) => ({
  occurrence: question(over),
  afspraak: afspraak(),
  verband: verband(),
  escalatie: { aan, partijen: ['Gemeente Assen', 'Gemeente Meppel'], sinds: '2027-02-08', ...more } as EscalatieView,
});

const everybody: readonly Aangesproken[] = [
  { kind: 'eigenaar', naam: nasty },
  { kind: 'houder', naam: nasty },
  { kind: 'plaatsvervanger', naam: nasty },
  { kind: 'coordinator', naam: nasty },
  { kind: 'regisseur', naam: nasty },
  { kind: 'schakel', naam: nasty, contact: nasty },
  { kind: 'allen' },
  { kind: 'allen', reason: 'no-model' },
  { kind: 'allen', reason: 'no-regisseur' },
  { kind: 'allen', reason: 'no-schakel' },
];

describe('the card that asks because nobody reacted', () => {
  it('says since when, whom it asks, who is asked next, and has the four buttons', () => {
    const daarna = { aan: { kind: 'plaatsvervanger', naam: 'Piet' }, dag: '2027-02-22' } as const;
    const rendered = assertRight(
      escalatieCard(asked({ kind: 'eigenaar', naam: 'Jan Jansen' }, { daarna, model: 'netwerk' }), context),
    );
    assert.match(rendered.text, /Nog geen reactie: AFS-2026-012/);
    assert.match(rendered.text, /Sinds maandag 8 februari 2027 drukte niemand op een knop/);
    assert.match(rendered.text, /Voor Jan Jansen, eigenaar: lukt het om dit op te pakken\?/);
    assert.match(rendered.text, /Dan vraag ik het op maandag 22 februari 2027 aan Piet \(plaatsvervanger\)/);
    assert.doesNotMatch(rendered.text, /niet ingesteld/);
    for (const title of ['Gezien', 'Ik pak het op', 'Uitstellen', 'Klaar', 'Opschalen regelen'])
      assert.ok(rendered.buttons.includes(title), title);
  });

  it('says openly that the chain model is not set, before and when it asks everybody', () => {
    const before = assertRight(escalatieCard(asked({ kind: 'eigenaar', naam: 'Jan' }), context));
    assert.match(before.text, /Ketenmodel niet ingesteld: als niemand reageert, vraag ik het aan iedereen/);
    const all = assertRight(escalatieCard(asked({ kind: 'allen', reason: 'no-model' }), context));
    assert.match(all.text, /Wie pakt dit op\?/);
    assert.match(all.text, /Ketenmodel niet ingesteld: daarom vraag ik het aan iedereen/);
    const network = assertRight(escalatieCard(asked({ kind: 'allen' }, { model: 'netwerk' }), context));
    assert.match(network.text, /Een vraag aan alle partners: Gemeente Assen, Gemeente Meppel\./);
    assert.doesNotMatch(network.text, /niet ingesteld/);
  });

  it('asks nobody any more once it is settled', () => {
    const settled = assertRight(escalatieCard(asked({ kind: 'allen' }, {}, { state: 'settled' }), context));
    assert.doesNotMatch(settled.text, /Wie pakt dit op|drukte niemand/);
    assert.ok(!settled.buttons.includes('Gezien'));
  });

  for (const lang of ['nl', 'en', 'fy'] as const)
    it(`makes no link, formula or emphasis of a name, in ${lang}, and stays small`, () => {
      const partijen = Array.from({ length: 60 }, () => nasty.repeat(3));
      for (const aan of everybody)
        assertRight(escalatieCard(asked(aan, { partijen, daarna: { aan, dag: '2027-02-22' } }), { ...context, lang }));
    });

  it('is one card for many, with each one asked in its line, also for a hundred', () => {
    const items = Array.from({ length: 100 }, (_, at): HerinneringView => {
      const code = `AFS-2026-${String(at + 1).padStart(3, '0')}`;
      const aan = everybody[at % everybody.length] ?? { kind: 'allen' };
      const one = asked(aan, {}, { _id: `${code}/herijking/2027-03-01/-14/k1/escalatie-keten`, code });
      return { ...one, afspraak: afspraak({ _id: code, titel: nasty }) };
    });
    assertFits(herinneringDigestCard({ items }, context));
    const three = assertRight(herinneringDigestCard({ items: items.slice(0, 7) }, context));
    assert.match(three.text, /Nog geen reactie op 7 herinneringen/);
    assert.match(three.text, /iedereen in het kanaal/);
    assert.match(three.text, /Ketenmodel niet ingesteld/);
    assert.match(three.text, /\(volgende schakel\)/);
    const choice = items[0]?.occurrence._id ?? '';
    const sent = three.press('Ik pak het op', { occurrence: choice });
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'herinnering.oppakken', occurrence: choice });
  });

  it('shows in the list who is asked, and who would be', () => {
    const aan = { kind: 'coordinator', naam: 'Cor' } as const;
    const planned = { ...asked(aan), occurrence: question({ state: 'planned' }) };
    const { escalatie: _, stilte: __, ...plain } = question({ state: 'planned' });
    const coming: HerinneringView = { occurrence: plain, zonderReactie: [{ aan, dag: '2027-02-22' }] };
    const rendered = assertRight(herinneringenCard({ items: [planned, coming], page: 1 }, context));
    assert.match(rendered.text, /Vraag aan:\s+Cor \(coördinator\)/);
    assert.match(rendered.text, /Zonder reactie:\s+22 februari 2027: Cor \(coördinator\)/);
  });
});

const cells: KetenCells = {
  model: 'estafette',
  regisseur: '',
  coordinator: 'Cor',
  plaatsvervanger: '',
  schakels: 'A\nB',
};
const view = { organisatie: () => undefined };

describe('the form of the keten', () => {
  it('sends back what it opened with', () => {
    const rendered = assertRight(ketenFormCard({ verband: verband(), cells, problems: [] }, context));
    assert.match(rendered.text, /Ketenmodel niet ingesteld/);
    const sent = rendered.press('Opslaan');
    assert.deepEqual(decode(sent?.verb, sent?.data), {
      kind: 'keten.opslaan',
      verbandId: 'v30019255',
      versie: 0,
      cells,
    });
  });

  it('shows what is wrong above its field, and stays small with everything wrong and long', () => {
    const long = { ...cells, schakels: 'é'.repeat(4000), coordinator: nasty.slice(0, 200) };
    const problem = { value: nasty, reason: 'unknown_organisatie', nearest: [nasty, nasty, nasty] } as const;
    const problems = [
      { veld: 'model', value: nasty, reason: 'unknown_choice' },
      { veld: 'schakels', value: '99', reason: 'too_many' },
      ...Array.from({ length: 40 }, () => ({ veld: 'schakels', ...problem }) as const),
    ] as const;
    for (const lang of ['nl', 'en', 'fy'] as const) {
      const card = ketenFormCard({ verband: verband({ naam: nasty }), cells: long, problems }, { ...context, lang });
      assertRight(card);
    }
  });

  it('shows afterwards how it stands, who made it so, and the way back', () => {
    for (const model of ketenmodellen) {
      const schakels = Array.from({ length: 40 }, (_, at) => ({ organisatie: `gm${at}`, contact: { naam: nasty } }));
      const person = { naam: nasty };
      const keten = ketenWith(
        undefined,
        { ...emptyKeten, model, schakels, coordinator: person, regisseur: person, plaatsvervanger: person },
        { naam: 'De Vries', via: 'chat', op: Date.UTC(2027, 1, 15, 8) },
      );
      const of = verband(keten === undefined ? {} : { keten });
      const rendered = assertRight(ketenSavedCard(of, 'saved', view, context));
      assert.match(rendered.text, /Laatst gewijzigd door De Vries \(15 februari 2027, 09:00\)/);
      const sent = rendered.press('Ongedaan maken');
      assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'keten.terug', verbandId: 'v30019255', versie: 1 });
    }
  });
});

describe('the card of the terms of escalation', () => {
  it('sends the choice for what it is about, and takes nothing else', () => {
    const about = { scope: 'afspraak', id: 'AFS-2026-012' } as const;
    const own = { ...about, days: 0, trace: [{ by: nasty, at: Date.UTC(2027, 1, 15, 8), days: 0 }] } as const;
    const now = [{ kind: 'herijking', days: 0 } as const, { kind: 'rapportage', days: 3 } as const];
    const rendered = assertRight(escalatieTermsCard({ about, naam: nasty, now, own, chosen: 13 }, context));
    assert.match(rendered.text, /Herijking: uit; Rapportage: 3 werkdagen/);
    const sent = rendered.press('Opslaan');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'escalatie.instellen', terms: { ...about, days: 13 } });
    for (const bad of [
      { werkdagen: '61' },
      { werkdagen: '' },
      { werkdagen: 'x' },
      { werkdagen: '1.5' },
      { scope: 'alles' },
      { id: 'a b' },
    ])
      assert.deepEqual(decode(sent?.verb, { ...sent?.data, ...bad }), { kind: 'malformed' });
    assert.deepEqual(decode('keten.opslaan', { v: 1, verbandId: 'v1', versie: -1 }), { kind: 'malformed' });
    assert.deepEqual(decode('keten.opslaan', { v: 1, verbandId: 'v1', versie: 0, schakels: 7 }), { kind: 'malformed' });
  });
});
