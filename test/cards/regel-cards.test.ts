import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { eigenHerinneringCard } from '../../cards/eigen-herinnering-card.ts';
import { herinneringCard } from '../../cards/herinnering-card.ts';
import { herinneringDigestCard } from '../../cards/herinnering-digest-card.ts';
import { herinneringenCard } from '../../cards/herinneringen-card.ts';
import { ladderCard } from '../../cards/ladder-card.ts';
import { regelCard, regelPreviewCard } from '../../cards/regel-card.ts';
import { regelKinds } from '../../cards/regel-data.ts';
import type { RegelView } from '../../cards/regel-parts.ts';
import type { Herinneringregel } from '../../services/herinneringen/regel.ts';
import type { Occurrence } from '../../services/herinneringen/types.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { afspraak, nasty, verband } from './samples.ts';

const context = { lang: 'nl', today: '2027-02-15', timeZone: 'Europe/Amsterdam' } as const;

const regel = (over: Partial<Herinneringregel> = {}): Herinneringregel => ({
  _id: 'regel-1',
  version: 3,
  kanaal: 'k1',
  wanneer: { kind: 'recurring', rrule: 'FREQ=MONTHLY;BYDAY=1MO', from: '2027-01-01' },
  inhoud: { kind: 'te_laat' },
  state: 'active',
  since: 0,
  trace: [{ deed: 'ingesteld', by: 'Voorbeeld Vermeer', at: Date.UTC(2027, 1, 1) }],
  ...over,
});

const viewOf = (over: Partial<Herinneringregel> = {}): RegelView => ({
  regel: regel(over),
  verbanden: [],
  coming: [Date.UTC(2027, 2, 1, 8), Date.UTC(2027, 3, 5, 7)],
});

const occurrence: Occurrence = {
  _id: 'eigen/regel-1/2027-02-15/dag',
  version: 1,
  regel: 'regel-1',
  code: '',
  verband: '',
  kind: 'eigen',
  anchor: '2027-02-15',
  step: 0,
  at: Date.UTC(2027, 1, 15, 8),
  kanaal: 'k1',
  state: 'delivered',
  attempts: 1,
  reactions: [],
};

const all: readonly Partial<Herinneringregel>[] = [
  {},
  { wanneer: { kind: 'once', dag: '2027-03-01', tijd: '14:05' }, inhoud: { kind: 'text', tekst: nasty } },
  {
    wanneer: { kind: 'anchor', code: 'AFS-2026-012', veld: 'opzeggen', verschuiving: '-P6W' },
    inhoud: { kind: 'afspraak', code: 'AFS-2026-012', tekst: nasty },
  },
  { wanneer: { kind: 'anchor', code: 'AFS-2026-012', veld: 'einddatum', verschuiving: 'P0D' } },
  { pauze: { from: 0 } },
  { pauze: { from: 0, until: Date.UTC(2027, 5, 1) } },
  { state: 'stopped' },
  { state: 'done' },
  { state: 'cancelled' },
  { trace: Array.from({ length: 40 }, () => ({ deed: 'nu', by: nasty, at: 0 }) as const) },
];

describe('the cards of own reminders', () => {
  it('is not called ended while it is paused, and has no day for a button that is not there', () => {
    const paused = assertRight(regelCard({ ...viewOf({ pauze: { from: 0 } }), coming: [] }, context));
    assert.match(paused.text, /gepauzeerd tot iemand hem hervat/);
    assert.doesNotMatch(paused.text, /geen volgende keer/);
    assert.doesNotMatch(paused.text, /Verplaatsen/);
    assert.match(assertRight(regelCard({ ...viewOf(), coming: [] }, context)).text, /geen volgende keer/);
  });

  it('are right in every state and language, with nasty text', () => {
    for (const lang of ['nl', 'en', 'fy'] as const) {
      for (const over of all) {
        const view = { ...viewOf(over), afspraak: afspraak({ titel: nasty }), verbanden: [nasty] };
        assertRight(regelPreviewCard(view, { ...context, lang, personal: false }));
        assertRight(regelCard(view, { ...context, lang }));
        assertRight(eigenHerinneringCard({ occurrence, eigen: view, verband: verband() }, { ...context, lang }, true));
        assertRight(herinneringCard({ occurrence, eigen: view }, { ...context, lang }));
        assertRight(
          herinneringDigestCard(
            { items: [{ occurrence, eigen: view }, { occurrence: { ...occurrence, _id: 'twee', missed: 2 } }] },
            { ...context, lang },
          ),
        );
        assertRight(herinneringenCard({ items: [{ occurrence, eigen: view }], page: 1 }, { ...context, lang }));
      }
      for (const question of [
        { deed: 'stop' },
        { deed: 'resume' },
        { deed: 'now' },
        { deed: 'pause' },
        { deed: 'pause', dag: '2027-03-01' },
        { deed: 'move', dag: '2027-03-01' },
      ] as const)
        assertRight(
          regelCard(viewOf({ wanneer: { kind: 'once', dag: '2027-03-01' } }), { ...context, lang }, question),
        );
      for (const set of [true, false])
        for (const lead of [[120, 60, 30], []])
          assertRight(
            ladderCard({ ladder: { scope: 'soort', id: 'contract', lead }, naam: nasty, now: [] }, set, { lang }),
          );
    }
  });

  it('hold every code of a long list', () => {
    const late = Array.from({ length: 700 }, (_, at) =>
      afspraak({ _id: `AFS-2026-${String(at).padStart(4, '0')}`, titel: nasty }),
    );
    const card = herinneringCard({ occurrence, eigen: { ...viewOf(), late } }, context);
    assertFits(card);
    const text = JSON.stringify(card);
    for (const { _id } of late) assert.ok(text.includes(_id), _id);
  });

  it('say how often a recurring one was missed', () => {
    const text = JSON.stringify(
      herinneringCard({ occurrence: { ...occurrence, missed: 3 }, eigen: viewOf() }, context),
    );
    assert.match(text, /viel 3 keer uit/);
  });

  it('read their own buttons back, and refuse what was tampered with', () => {
    const ladder = { scope: 'soort', id: 'contract', lead: [60, 30] };
    for (const kind of regelKinds) {
      const data = { v: 1, regel: 'regel-1', stamp: 3, dag: '2027-03-01', ladder };
      assert.equal(decode(kind, data).kind, kind);
      if (kind === 'ladder.annuleren') continue;
      const spoiled = kind.startsWith('ladder.') ? { ladder: { ...ladder, lead: [-1] } } : { regel: { $gt: '' } };
      assert.equal(decode(kind, { ...data, ...spoiled }).kind, 'malformed', kind);
    }
    assert.equal(decode('regel.verplaatsen', { v: 1, regel: 'r', dag: '2027-02-30' }).kind, 'malformed');
    assert.deepEqual(decode('regel.verplaatsen', { v: 1, regel: 'r', dag: '' }), {
      kind: 'regel.verplaatsen',
      regel: 'r',
    });
    assert.equal(decode('ladder.instellen', { v: 1, ladder: { ...ladder, scope: 'alles' } }).kind, 'malformed');
    assert.equal(decode('regel.nu', { v: 1, regel: 'r', stamp: '3' }).kind, 'malformed');
  });
});
