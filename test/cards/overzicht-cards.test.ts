import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { herinneringenCard } from '../../cards/herinneringen-card.ts';
import { maandlijstCard } from '../../cards/maandlijst-card.ts';
import type { OverzichtFrame } from '../../cards/overzicht-parts.ts';
import { overzichtenCard, overzichtState, overzichtSwitchedCard } from '../../cards/overzichten-card.ts';
import { persoonlijkOverzichtCard, wieBenJijCard } from '../../cards/persoonlijk-overzicht-card.ts';
import { regelCard } from '../../cards/regel-card.ts';
import { weekoverzichtCard } from '../../cards/weekoverzicht-card.ts';
import { overzichtSoorten } from '../../services/herinneringen/regel.ts';
import { actionsIn, textOf } from '../journeys/teams.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { frame, lijstOf, persoonlijkOf, vast, weekOf } from './overzicht-samples.ts';
import { nasty } from './samples.ts';

const context = { lang: 'nl', today: '2027-02-15', timeZone: 'Europe/Amsterdam' } as const;
const now = Date.UTC(2027, 1, 15, 8);
const next = Date.UTC(2027, 1, 22, 8);
const owner = { naam: nasty, email: nasty };
const kanalen = new Map([['k1', nasty]]);

const cardsOf = (count: number, extra: Partial<OverzichtFrame>, lang: 'nl' | 'en') => {
  const shown = { ...context, lang };
  const personal = { overzicht: persoonlijkOf(count, nasty), kanalen, eigenaar: owner };
  return [
    weekoverzichtCard({ ...frame('weekoverzicht', extra), overzicht: weekOf(count, nasty) }, shown),
    maandlijstCard({ ...frame('maandlijst', extra), lijst: lijstOf(count, nasty), page: 1 }, shown),
    maandlijstCard({ ...frame('maandlijst', extra), lijst: lijstOf(count, nasty), page: 9_999 }, shown),
    persoonlijkOverzichtCard({ ...frame('persoonlijk', extra), ...personal }, shown),
  ];
};

describe('the cards of overzichten', () => {
  it('are right in both languages, with nasty text, also when there is nothing to tell', () => {
    for (const lang of ['nl', 'en'] as const)
      for (const count of [0, 2])
        for (const card of cardsOf(count, { missed: 1, example: true }, lang)) assertRight(card);
  });

  it('fit in one message however much there is to tell', () => {
    for (const count of [30, 3_000])
      for (const extra of [{}, { example: true, missed: 3, verbanden: Array.from({ length: 40 }, () => nasty) }])
        for (const card of cardsOf(count, extra, 'nl')) assertFits(card);
  });

  it('that say whether one is on, and who somebody is, are right in every language', () => {
    for (const lang of ['nl', 'en'] as const) {
      const shown = { ...context, lang };
      for (const soort of overzichtSoorten) {
        for (const regel of [vast(soort), vast(soort, { pauze: { from: 0 } })]) {
          const state = overzichtState(regel, next, now);
          assertRight(overzichtSwitchedCard(state, shown));
          assertRight(overzichtenCard([state], { ...shown, personal: false }));
          assertRight(herinneringenCard({ items: [], page: 1, overzichten: [state] }, shown));
          assertRight(regelCard({ regel, verbanden: [], coming: [next] }, shown));
        }
      }
      assertRight(overzichtenCard([], { ...shown, personal: true }));
      for (const likely of [[], [owner], [owner, { naam: 'De Vries' }]]) assertRight(wieBenJijCard(likely, lang));
    }
  });

  it('show every code of a week however many there are', () => {
    const card = weekoverzichtCard({ ...frame('weekoverzicht'), overzicht: weekOf(120, 'Werkplekbeheer') }, context);
    for (let number = 1; number <= 120; number += 1)
      assert.ok(textOf(card).includes(`AFS-2026-${String(number).padStart(3, '0')}`), String(number));
  });

  it('give each that is incomplete the form to complete it, and each count the question that lists them all', () => {
    const card = maandlijstCard({ ...frame('maandlijst'), lijst: lijstOf(20, 'Werkplekbeheer'), page: 2 }, context);
    const actions = actionsIn(card).map(({ verb, data }) => decode(verb, data));
    assert.deepEqual(
      actions.filter(({ kind }) => kind === 'malformed'),
      [],
    );
    assert.ok(actions.some((each) => each.kind === 'afspraak.formulier' && each.code === 'AFS-2026-007'));
    const asked = actions.flatMap((each) => (each.kind === 'vraag.keuze' ? [each.reading.filter.ontbreekt] : []));
    assert.deepEqual(asked, ['eigenaar', 'einddatum', 'herijking', 'exit']);
    const ending = actions.flatMap((each) =>
      each.kind === 'vraag.keuze' && each.reading.filter.ontbreekt === 'einddatum' ? [each.reading.filter.type] : [],
    );
    assert.deepEqual(ending, [['dvo']], 'asks about the soorten that were counted');
    assert.ok(actions.some((each) => each.kind === 'overzicht.toon' && each.page === 3));
  });

  it('do not show what nothing is said about', () => {
    const lijst = { ...lijstOf(1, 'x'), aantallen: { eigenaar: 0, einddatum: 1, herijking: 0 }, zonderExit: [] };
    const text = textOf(maandlijstCard({ ...frame('maandlijst'), lijst, page: 1 }, context));
    assert.doesNotMatch(text, /exitregeling/);
    const titles = actionsIn(maandlijstCard({ ...frame('maandlijst'), lijst, page: 1 }, context)).map(
      ({ title }) => title,
    );
    assert.ok(titles.includes('Geen einddatum (1)'));
    assert.ok(!titles.some((title) => String(title).startsWith('Geen eigenaar')));
  });

  it('cannot be ended, only switched off', () => {
    const titles = actionsIn(regelCard({ regel: vast('maandlijst'), verbanden: [], coming: [next] }, context)).map(
      ({ title }) => title,
    );
    assert.ok(
      titles.includes('Pauzeren') && titles.includes('Nu sturen') && titles.includes('Voorbeeld'),
      String(titles),
    );
    assert.ok(!titles.includes('Stoppen') && !titles.includes('Verplaatsen'), String(titles));
  });
});

describe('what comes back with their buttons', () => {
  it('is malformed when it was tampered with', () => {
    const v = 1;
    for (const [verb, data] of [
      ['overzicht.uit', { v }],
      ['overzicht.uit', { v, regel: 'a b' }],
      ['overzicht.uit', { v, regel: 'r', bericht: 'ja' }],
      ['overzicht.aan', { v, regel: { $gt: '' } }],
      ['overzicht.toon', { v, soort: 'jaaroverzicht', page: 1 }],
      ['overzicht.toon', { v, soort: 'maandlijst', page: 0 }],
      ['overzicht.toon', { v, soort: 'constructor', page: 1 }],
      ['overzicht.persoon', { v, email: 'a@voorbeeld.example' }],
      ['overzicht.persoon', { v, naam: ' ' }],
      ['overzicht.persoon', { v, naam: 'x'.repeat(1_000) }],
      ['overzicht.persoon', { v, naam: 'De Vries', email: 1 }],
    ] as const)
      assert.deepEqual(decode(verb, data), { kind: 'malformed' }, `${verb} ${JSON.stringify(data)}`);
    assert.deepEqual(decode('overzicht.persoon', { v }), { kind: 'overzicht.persoon' });
  });
});
