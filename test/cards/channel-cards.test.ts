import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { agendaCard } from '../../cards/agenda-card.ts';
import { type DeliveryReportCardView, deliveryReportCard, type LostItem } from '../../cards/delivery-report-card.ts';
import { handoverCard } from '../../cards/handover-card.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { afspraak, nasty, verband } from './samples.ts';

const languages = ['nl', 'en', 'fy'] as const;
const timeZone = 'Europe/Amsterdam';

const lost = (over: Partial<LostItem> = {}): LostItem => ({
  state: 'uncertain',
  occurrence: 'AFS-2026-001/herijking/2027-03-01/-14/k1',
  attempt: 1,
  items: [{ code: 'AFS-2026-001', titel: 'DVO automatisering' }],
  postedAt: Date.UTC(2027, 1, 15, 8),
  reason: 'connector-silent',
  ...over,
});

const report = (over: Partial<DeliveryReportCardView> = {}): DeliveryReportCardView => ({
  days: 30,
  sent: 12,
  skipped: [{ reason: 'superseded', count: 2 }],
  cancelled: [{ reason: 'afspraak-ended', count: 1 }],
  planned: { count: 3, first: '2027-03-01' },
  pending: { count: 0 },
  lost: [],
  decided: [],
  isBound: true,
  page: 1,
  ...over,
});

describe('the card about the delivery of reminders', () => {
  it('offers for what is uncertain both ways on, for what was refused only to send it again', () => {
    const rendered = assertRight(
      deliveryReportCard(report({ lost: [lost(), lost({ state: 'refused' })] }), { lang: 'nl', timeZone }),
    );
    assert.deepEqual(rendered.buttons, ['Staat er', 'Stuur opnieuw', 'Stuur opnieuw']);
    const sent = rendered.press('Staat er');
    assert.deepEqual(decode(sent?.verb, sent?.data), {
      kind: 'bezorging.staat_er',
      occurrence: 'AFS-2026-001/herijking/2027-03-01/-14/k1',
      attempt: 1,
    });
  });

  it('says something plain about every reason, also one that it does not know', () => {
    const text = assertRight(
      deliveryReportCard(report({ skipped: [{ reason: '__proto__', count: 1 }] }), { lang: 'nl', timeZone }),
    ).text;
    assert.match(text, /1 overgeslagen: de reden is niet bekend/);
  });

  it('fits, with names that do harm, digests of a hundred and many pages', () => {
    const items = Array.from({ length: 100 }, (_, at) => ({ code: `AFS-2026-${at}`, titel: nasty.repeat(20) }));
    const view = report({
      lost: Array.from({ length: 40 }, () => lost({ items, kanaal: nasty })),
      decided: Array.from({ length: 9 }, (_, at) => ({
        deed: at % 2 === 0 ? 'opnieuw' : 'staat_er',
        by: { naam: nasty },
        at: Date.UTC(2027, 1, 15, 9),
        items,
      })),
      isBound: false,
    });
    for (const lang of languages) assertFits(deliveryReportCard(view, { lang, timeZone }));
    const rendered = assertRight(deliveryReportCard({ ...view, page: 2 }, { lang: 'nl', timeZone }));
    const turned = rendered.press('Volgende');
    assert.deepEqual(decode(turned?.verb, turned?.data), { kind: 'bezorging.pagina', page: 3 });
  });
});

describe('the card with the link of a calendar', () => {
  const url = 'https://ketenregie.voorbeeld.example/agenda/abcdefghijklmnopqrstuvwx.ics';

  it('holds the link whole, to copy, and opens it only when it is https', () => {
    const made = { kind: 'made', verband: verband(), link: 'l1', url } as const;
    const card = agendaCard(made, { lang: 'nl', timeZone });
    assert.ok(JSON.stringify(card.body).includes(`"value":"${url}"`));
    assert.deepEqual(assertFits(card), undefined);
    assert.ok(JSON.stringify(card).includes('Action.OpenUrl'));
    const local = agendaCard({ ...made, url: url.replace('https:', 'http:') }, { lang: 'nl', timeZone });
    assert.ok(!JSON.stringify(local).includes('Action.OpenUrl'));
    assertFits(local);
  });

  it('names the setting that is missing, and fits in every language and with names that do harm', () => {
    for (const lang of languages) {
      const missing = assertRight(agendaCard({ kind: 'no_address', setting: 'PUBLIC_URL' }, { lang, timeZone }));
      assert.match(missing.text, /PUBLIC_URL/);
      assertFits(agendaCard({ kind: 'not_bound' }, { lang, timeZone }));
      const all = Array.from({ length: 40 }, (_, at) => ({
        verband: verband({ _id: `v${at}`, naam: nasty, orgaan: nasty }),
        ...(at % 2 === 0 && { link: { _id: 'f'.repeat(64), by: nasty, at: 0 } }),
      }));
      assertFits(agendaCard({ kind: 'overview', all }, { lang, timeZone }));
    }
  });
});

describe('the card about who takes over', () => {
  it('sends who it was and who it is to be, and asks for that first', () => {
    const rendered = assertRight(handoverCard('De Boer', [afspraak()], 'nl'));
    assert.equal(rendered.press('Overdragen'), undefined);
    const sent = rendered.press('Overdragen', { naar: ' Bakker ' });
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'eigenaar.overdragen', van: 'De Boer', naar: 'Bakker' });
    const many = Array.from({ length: 300 }, (_, at) => afspraak({ _id: `AFS-2026-${at}`, titel: nasty }));
    for (const lang of languages) assertFits(handoverCard(nasty, many, lang));
  });
});

describe('the data of these buttons', () => {
  it('is malformed when it was tampered with', () => {
    for (const [verb, data] of [
      ['bezorging.staat_er', { occurrence: 'a' }],
      ['bezorging.opnieuw', { occurrence: 'a', attempt: 0 }],
      ['bezorging.opnieuw', { occurrence: 'a', attempt: '1' }],
      ['bezorging.opnieuw', { occurrence: 'a b', attempt: 1 }],
      ['bezorging.pagina', { page: 1.5 }],
      ['agenda.nieuw', {}],
      ['agenda.nieuw', { verbandId: 'v1', link: 7 }],
      ['agenda.intrekken', { link: { $ne: '' } }],
      ['eigenaar.overdragen', { van: '', naar: 'Bakker' }],
      ['eigenaar.overdragen', { van: 'De Boer', naar: 'x'.repeat(201) }],
      ['eigenaar.overdragen', { van: ['De Boer'] }],
    ] as const)
      assert.deepEqual(decode(verb, { v: 1, ...data }), { kind: 'malformed' }, JSON.stringify(data));
  });
});
