import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { agendaFeed } from '../../../services/agenda/feed.ts';
import type { Afspraak, Verband } from '../../../services/register/types.ts';
import { calendarIn } from './calendar.ts';

const verband: Verband = {
  _id: 'v1',
  version: 1,
  naam: 'Gemeenschappelijke regeling Voorbeeldverband',
  vorm: 'OL',
  beleidsterreinen: [],
  deelnemers: [],
  regelingId: '1',
};

const afspraak = (over: Partial<Afspraak> = {}): Afspraak => ({
  _id: 'AFS-2026-001',
  version: 3,
  titel: 'DVO automatisering',
  soort: 'dvo',
  verband: 'v1',
  partijen: [],
  status: 'lopend',
  rapportageAan: [],
  vertrouwelijkheid: 'intern',
  herijking: '2027-03-28',
  ...over,
});

const feed = (...afspraken: readonly Afspraak[]): string =>
  agendaFeed({ verband, afspraken, changedAt: () => Date.UTC(2026, 10, 23, 9) });

describe('the calendar of a verband', () => {
  it('holds whole days, the same whatever the time zone of the process', async () => {
    const days = ['2027-03-28', '2027-10-31', '2028-02-29', '2026-12-31'];
    const all = days.map((herijking, at) => afspraak({ _id: `AFS-2026-00${at + 1}`, herijking }));
    const own = feed(...all);
    assert.deepEqual(
      calendarIn(own).events.map(({ day }) => day),
      days.map((day) => day.replaceAll('-', '')),
    );
    const script = `import { agendaFeed } from './services/agenda/feed.ts';
      process.stdout.write(agendaFeed({ ...${JSON.stringify({ verband, afspraken: all })}, changedAt: () => ${Date.UTC(2026, 10, 23, 9)} }));`;
    for (const TZ of ['America/New_York', 'Pacific/Kiritimati']) {
      const args = ['--import', 'tsx', '--input-type=module', '-e', script];
      const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, TZ } });
      assert.equal(stdout, own, TZ);
    }
  }).timeout(20_000);

  it('keeps the name of a date when its soort is corrected, and counts its versions', () => {
    const [before] = calendarIn(feed(afspraak())).events;
    const [after] = calendarIn(feed(afspraak({ soort: 'evaluatie', version: 4 }))).events;
    assert.equal(after?.uid, before?.uid);
    assert.deepEqual([before?.sequence, after?.sequence], [3, 4]);
    assert.deepEqual([before?.summary.split(':')[0], after?.summary.split(':')[0]], ['Herijking', 'Evaluatie']);
  });

  it('leaves out what is vertrouwelijk, what has ended and what is of another verband, whatever it is handed', () => {
    const text = feed(
      afspraak({ _id: 'AFS-2026-002', vertrouwelijkheid: 'vertrouwelijk' }),
      afspraak({ _id: 'AFS-2026-003', status: 'vervallen' }),
      afspraak({ _id: 'AFS-2026-004', verband: 'v2' }),
    );
    assert.deepEqual(calendarIn(text).events, []);
  });

  it('holds nothing of the owner and no tekst, and nobody to invite', () => {
    const text = feed(
      afspraak({ eigenaar: { naam: 'De Boer', email: 'boer@voorbeeld.example' }, tekst: 'Bel Jansen' }),
    );
    assert.doesNotMatch(text, /Boer|boer|Jansen|mailto/i);
    const [event] = calendarIn(text).events;
    for (const name of ['ORGANIZER', 'ATTENDEE', 'CONTACT']) assert.ok(!event?.names.includes(name));
  });

  it('is the same, byte for byte, in whatever order the register gives it', () => {
    const one = afspraak();
    const other = afspraak({ _id: 'AFS-2026-002', einddatum: '2027-05-01' });
    assert.equal(feed(one, other), feed(other, one));
  });

  it('takes any title as text: it breaks no line, adds none and cuts no character', () => {
    const seed = Date.now() % 2 ** 31;
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('a\r\nEND:VEVENT\r\nBEGIN:VEVENT', 'x;y,z\\n', '\u2028\u2029', '\ud800', '😀'.repeat(200)),
    );
    fc.assert(
      fc.property(nasty, (titel) => {
        const { events } = calendarIn(feed(afspraak({ titel })));
        assert.equal(events.length, 1);
        assert.match(events[0]?.summary ?? '', /^Herijking: .*\(AFS-2026-001\)$/s);
      }),
      { seed, numRuns: 100 },
    );
  });
});
