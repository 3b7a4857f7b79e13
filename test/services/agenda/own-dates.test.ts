import assert from 'node:assert/strict';
import { agendaFeed } from '../../../services/agenda/feed.ts';
import { readOwnDates, rulesFor } from '../../../services/agenda/own-dates.ts';
import type { RegelDraft } from '../../../services/herinneringen/regel.ts';
import { openRegels } from '../../../services/herinneringen/regels.ts';
import { keepVasteRegel } from '../../../services/overzicht/vaste-regels.ts';
import { openStand, timeZone } from '../herinneringen/stand.ts';
import { calendarIn } from './calendar.ts';

const secret = 'Bel mevrouw Voorbeeld Vermeer over haar contract';

async function openOwn() {
  const stand = await openStand('2026-11-23 08:00');
  const id = await stand.bind('kanaal-een', 'v1');
  await stand.kanalen.bindVerband(id, 'v2', stand.clock.now());
  let count = 0;
  const newId = () => {
    count += 1;
    return `regel-${count}`;
  };
  const regels = openRegels({ store: stand.store, newId });
  const press = () => ({ kanaal: id, by: 'Voorbeeld Vermeer', at: stand.clock.now() });
  return Object.assign(stand, {
    id,
    regels,
    press,
    async make(draft: RegelDraft) {
      const { _id } = await regels.propose(draft, press());
      await regels.confirm(_id, press());
      return _id;
    },
    async dates(verband: string) {
      const kanaal = await stand.kanalen.kanaal(id);
      assert.ok(kanaal);
      const view = stand.register.view();
      const parts = { store: stand.store, timeZone };
      return readOwnDates(parts, await rulesFor(stand.store, kanaal, verband, view), view, stand.clock.now());
    },
  });
}

describe('own reminders in the calendar of a verband', () => {
  it('stand on the day on which they come, moved back to a working day as they are', async () => {
    const stand = await openOwn();
    await stand.make({ wanneer: { kind: 'once', dag: '2027-03-29' }, inhoud: { kind: 'text', tekst: secret } });
    await stand.make({
      wanneer: { kind: 'recurring', rrule: 'FREQ=MONTHLY;BYDAY=1MO', from: '2026-12-01', tijd: '14:05' },
      inhoud: { kind: 'te_laat' },
    });
    const dates = await stand.dates('v1');
    assert.deepEqual(
      dates.filter(({ over }) => over === 'tekst').map(({ day }) => day),
      ['2027-03-25'],
    );
    const monthly = dates.filter(({ over }) => over === 'te_laat');
    assert.equal(monthly[0]?.day, '2026-12-07');
    assert.equal(monthly.length, 12);
    assert.equal(new Set(dates.map(({ id }) => id)).size, dates.length);
  });

  it('never tell what people typed', async () => {
    const stand = await openOwn();
    await stand.addAfspraak({ _id: 'AFS-2026-001', titel: 'Werkplekbeheer', einddatum: '2027-06-30' });
    await stand.make({
      wanneer: { kind: 'once', dag: '2027-02-01', tijd: '14:05' },
      inhoud: { kind: 'text', tekst: secret },
    });
    await stand.make({
      wanneer: { kind: 'anchor', code: 'AFS-2026-001', veld: 'einddatum', verschuiving: '-P6W' },
      inhoud: { kind: 'afspraak', code: 'AFS-2026-001', tekst: secret },
      verband: 'v1',
    });
    const verband = { _id: 'v1', version: 1, naam: 'Voorbeeldverband', vorm: 'OL', regelingId: '1' } as const;
    const whole = { ...verband, beleidsterreinen: [], deelnemers: [] };
    const text = agendaFeed({ verband: whole, afspraken: [], changedAt: () => 0, eigen: await stand.dates('v1') });
    const { events } = calendarIn(text);
    assert.deepEqual(events.map(({ summary }) => summary).sort(), [
      'Herinnering om 14:05: eigen herinnering van het kanaal',
      'Herinnering: Werkplekbeheer (AFS-2026-001)',
    ]);
    assert.doesNotMatch(text.replaceAll('\r\n ', ''), /Vermeer|contract|mevrouw/);
  });

  it('stand in one calendar alone, and none of what is vertrouwelijk, paused, stopped or an overview', async () => {
    const stand = await openOwn();
    await stand.addAfspraak({
      _id: 'AFS-2026-001',
      einddatum: '2027-06-30',
      verband: 'v2',
      vertrouwelijkheid: 'vertrouwelijk',
    });
    await stand.addAfspraak({ _id: 'AFS-2026-002', einddatum: '2027-06-30', verband: 'v2' });
    for (const code of ['AFS-2026-001', 'AFS-2026-002'])
      await stand.make({
        wanneer: { kind: 'anchor', code, veld: 'einddatum', verschuiving: '-P1M' },
        inhoud: { kind: 'afspraak', code },
        verband: 'v2',
      });
    const loose = await stand.make({
      wanneer: { kind: 'once', dag: '2027-02-01' },
      inhoud: { kind: 'text', tekst: secret },
    });
    await keepVasteRegel({ store: stand.store, timeZone }, 'weekoverzicht', stand.id, stand.clock.now());
    assert.deepEqual(
      (await stand.dates('v2')).map(({ afspraak }) => afspraak?._id),
      ['AFS-2026-002'],
    );
    assert.equal((await stand.dates('v1')).length, 1);
    await stand.regels.manage(loose, { deed: 'gepauzeerd' }, stand.press());
    assert.deepEqual(await stand.dates('v1'), []);
    await stand.regels.manage(loose, { deed: 'hervat' }, stand.press());
    assert.equal((await stand.dates('v1')).length, 1);
    await stand.regels.manage(loose, { deed: 'gestopt' }, stand.press());
    assert.deepEqual(await stand.dates('v1'), []);
  });

  it('of a daily rule are some, not all', async () => {
    const stand = await openOwn();
    await stand.make({
      wanneer: { kind: 'recurring', rrule: 'FREQ=DAILY', from: '2026-11-23' },
      inhoud: { kind: 'text', tekst: secret },
    });
    assert.equal((await stand.dates('v1')).length, 60);
  });
});
