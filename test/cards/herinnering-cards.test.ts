import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { herinneringCard } from '../../cards/herinnering-card.ts';
import { herinneringDigestCard } from '../../cards/herinnering-digest-card.ts';
import type { HerinneringView } from '../../cards/herinnering-parts.ts';
import { herinneringenCard } from '../../cards/herinneringen-card.ts';
import type { LateReason } from '../../cards/texts/herinnering.ts';
import {
  herinneringKinds,
  type Occurrence,
  occurrenceStates,
  type Reaction,
} from '../../services/herinneringen/types.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { afspraak, nasty, occurrence, verband } from './samples.ts';

const context = { lang: 'nl', today: '2027-02-15', timeZone: 'Europe/Amsterdam' } as const;

const view = (over: Partial<Occurrence> = {}): HerinneringView => ({
  occurrence: occurrence(over),
  afspraak: afspraak(),
  verband: verband(),
});

const reaction = (button: Reaction['button'], over: Partial<Reaction> = {}): Reaction => ({
  button,
  by: { naam: 'De Boer' },
  at: Date.UTC(2027, 1, 15, 9, 5),
  ...over,
});

const numbered = (count: number, text: string): readonly HerinneringView[] =>
  Array.from({ length: count }, (_, at) => {
    const code = `AFS-2026-${String(at + 1).padStart(3, '0')}`;
    return {
      occurrence: occurrence({ _id: `${code}/herijking/2027-03-01/-14`, code }),
      afspraak: afspraak({ _id: code, titel: text }),
      verband: verband({ naam: text }),
    };
  });

describe('the card of a reminder', () => {
  it('says what, for whom and when, and has the four buttons', () => {
    const rendered = assertRight(herinneringCard(view(), context));
    for (const part of [
      'AFS-2026-012',
      'Dienstverlening werkplekbeheer',
      'Herijking over 14 dagen',
      'De Vries',
      'maandag 1 maart 2027',
      'Gemeenschappelijke regeling Voorbeeldverband',
      'Uitstellen met',
    ])
      assert.ok(rendered.text.includes(part), `${part} in ${rendered.text}`);
    assert.deepEqual(rendered.buttons, ['Gezien', 'Ik pak het op', 'Uitstellen', 'Klaar', 'Toon AFS-2026-012']);
  });

  it('says why it comes late, until it is Klaar', () => {
    const late = (over: Partial<Occurrence>) =>
      assertRight(herinneringCard({ ...view(over), late: 'bound-late' }, context)).text;
    assert.match(late({}), /Deze herinnering liep al toen dit kanaal werd gekoppeld of de afspraak erbij kwam\./);
    assert.doesNotMatch(late({ reactions: [reaction('klaar')] }), /liep al/);
    assert.match(assertRight(herinneringCard({ ...view(), late: 'downtime' }, context)).text, /niet bereikbaar/);
  });

  it('counts the days from the day it is drawn on', () => {
    const on = (today: string) => assertRight(herinneringCard(view(), { ...context, today })).text;
    assert.match(on('2027-02-28'), /Herijking morgen/);
    assert.match(on('2027-03-01'), /Herijking vandaag/);
    assert.match(on('2027-03-02'), /Herijking 1 dag te laat/);
    assert.match(on('2027-03-08'), /Herijking 7 dagen te laat/);
  });

  it('sends each button with its occurrence', () => {
    const rendered = assertRight(herinneringCard(view(), context));
    const pressed = (title: string, inputs = {}) => {
      const sent = rendered.press(title, inputs);
      return decode(sent?.verb, sent?.data);
    };
    const { _id } = occurrence();
    assert.deepEqual(pressed('Gezien'), { kind: 'herinnering.gezien', occurrence: _id });
    assert.deepEqual(pressed('Ik pak het op'), { kind: 'herinnering.oppakken', occurrence: _id });
    assert.deepEqual(pressed('Klaar'), { kind: 'herinnering.klaar', occurrence: _id });
    assert.deepEqual(pressed('Uitstellen'), { kind: 'herinnering.uitstellen', occurrence: _id, delay: '1w' });
    assert.deepEqual(pressed('Uitstellen', { delay: '1m' }), {
      kind: 'herinnering.uitstellen',
      occurrence: _id,
      delay: '1m',
    });
    assert.deepEqual(pressed('Uitstellen', { until: '2027-04-01' }), {
      kind: 'herinnering.uitstellen',
      occurrence: _id,
      delay: '2027-04-01',
    });
  });

  it('lists who reacted, and keeps its buttons until it is Klaar', () => {
    const reactions = [
      reaction('gezien'),
      reaction('oppakken', { by: { naam: 'Hoekstra' } }),
      reaction('uitstellen', { until: '2027-02-22' }),
    ];
    const open = assertRight(herinneringCard(view({ reactions }), context));
    assert.match(open.text, /Gezien door De Boer \(15 februari 2027, 10:05\)/);
    assert.match(open.text, /Hoekstra pakt het op/);
    assert.match(open.text, /Uitgesteld door De Boer .*, komt terug op 22 februari 2027/);
    assert.equal(open.buttons.length, 5);
    const closed = assertRight(
      herinneringCard(view({ reactions: [...reactions, reaction('klaar', { until: '2028-03-01' })] }), context),
    );
    assert.match(closed.text, /Klaar\. Hier hoeft niets meer te gebeuren/);
    assert.match(closed.text, /volgende datum: 1 maart 2028/);
    assert.deepEqual(closed.buttons, ['Toon AFS-2026-012']);
  });

  it('shows the latest of many reactions', () => {
    const reactions = Array.from({ length: 60 }, (_, at) => reaction('gezien', { by: { naam: `Persoon ${at}` } }));
    const { text } = assertRight(herinneringCard(view({ reactions }), context));
    assert.match(text, /En nog 52 eerdere reacties/);
    assert.match(text, /Persoon 59/);
    assert.doesNotMatch(text, /Persoon 51 /);
  });

  it('is right for every kind, without its afspraak, and with nasty text', () => {
    for (const lang of ['nl', 'en', 'fy'] as const)
      for (const kind of herinneringKinds) {
        assertFits(herinneringCard({ occurrence: occurrence({ kind }) }, { ...context, lang }));
        assertFits(
          herinneringCard(
            {
              occurrence: occurrence({
                kind,
                anchor: '2020-01-01',
                reactions: [reaction('gezien', { by: { naam: nasty } })],
              }),
              afspraak: afspraak({ titel: nasty, eigenaar: { naam: nasty } }),
              verband: verband({ naam: nasty }),
            },
            { ...context, lang },
          ),
        );
      }
  });
});

describe('the card of several reminders', () => {
  it('holds every code, however many there are', () => {
    for (const [count, text] of [
      [2, 'Kort'],
      [40, nasty],
      [200, '€漢'.repeat(300)],
      [900, '€漢'.repeat(300)],
    ] as const) {
      const card = herinneringDigestCard({ items: numbered(count, text) }, context);
      assertFits(card);
      const shown = JSON.stringify(card);
      for (const { occurrence: each } of numbered(count, text))
        assert.ok(shown.includes(each.code), `${each.code} of ${count}`);
    }
  });

  it('says why they come late, and nothing when they do not', () => {
    const late = (reason: LateReason) => {
      const items = numbered(3, 'Titel').map((item, at) => (at === 1 ? { ...item, late: reason } : item));
      return assertRight(herinneringDigestCard({ items }, context)).text;
    };
    assert.match(late('downtime'), /Een deel had je eerder moeten krijgen\. Ketenregie was toen niet bereikbaar\./);
    assert.match(late('bound-late'), /liepen al toen dit kanaal werd gekoppeld/);
    assert.doesNotMatch(late('bound-late'), /niet bereikbaar/);
    const { text } = assertRight(herinneringDigestCard({ items: numbered(3, 'Titel') }, context));
    assert.doesNotMatch(text, /eerder moeten|liepen al/);
  });

  it('asks which one a button is about', () => {
    const rendered = assertRight(herinneringDigestCard({ items: numbered(3, 'Titel') }, context));
    assert.equal(rendered.press('Klaar'), undefined);
    assert.match(rendered.element.textContent ?? '', /Kies eerst een herinnering/);
    const id = 'AFS-2026-002/herijking/2027-03-01/-14';
    const sent = rendered.press('Klaar', { occurrence: id });
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'herinnering.klaar', occurrence: id });
    const later = rendered.press('Uitstellen', { occurrence: id });
    assert.deepEqual(decode(later?.verb, later?.data), { kind: 'herinnering.uitstellen', occurrence: id, delay: '1w' });
  });

  it('shows what was pressed, and offers only what is still open', () => {
    const [first, second] = numbered(2, 'Titel');
    assert.ok(first && second);
    const done = { ...first, occurrence: { ...first.occurrence, reactions: [reaction('klaar')] } };
    const half = assertRight(herinneringDigestCard({ items: [done, second] }, context));
    assert.match(half.text, /AFS-2026-001 · Herijking over 14 dagen · ✔ klaar gemeld door De Boer · Titel/);
    assert.deepEqual(
      Array.from(half.element.querySelectorAll('option'), (option) => option.value).filter((value) =>
        value.startsWith('AFS'),
      ),
      [second.occurrence._id],
    );
    const all = assertRight(herinneringDigestCard({ items: [done] }, context));
    assert.match(all.text, /Alles is klaar gemeld/);
    assert.deepEqual(all.buttons, []);
  });
});

describe('the list of reminders', () => {
  it('shows a page of them and turns it', () => {
    const rendered = assertRight(herinneringenCard({ items: numbered(20, 'Titel'), page: 2 }, context));
    assert.match(rendered.text, /20 herinneringen/);
    assert.match(rendered.text, /Pagina 2 van 4/);
    assert.match(rendered.text, /AFS-2026-007 · Herijking 1 maart 2027/);
    assert.match(rendered.text, /Herinnering op: maandag 15 februari 2027/);
    const sent = rendered.press('Volgende');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'herinneringen.pagina', page: 3 });
  });

  it('turns the page of the question it answers', () => {
    const reading = {
      text: 'herinneringen voor RegIT',
      lang: 'nl',
      intent: 'herinnering.tonen',
      filter: { verband: 'RegIT' },
    } as const;
    const rendered = assertRight(herinneringenCard({ items: numbered(20, 'Titel'), page: 4, reading }, context));
    const sent = rendered.press('Vorige');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'vraag.pagina', reading, page: 3 });
    assert.ok(!rendered.buttons.includes('Volgende'));
  });

  it('is right when empty, nasty or long, in every state', () => {
    assert.match(assertRight(herinneringenCard({ items: [], page: 1 }, context)).text, /geen herinneringen gepland/);
    for (const text of [nasty, '€漢'.repeat(300)])
      assertFits(herinneringenCard({ items: numbered(7, text), page: 1 }, { ...context, lang: 'en' }));
    for (const state of occurrenceStates) assertFits(herinneringenCard({ items: [view({ state })], page: 1 }, context));
  });
});
