import assert from 'node:assert/strict';
import { regelMoments } from '../../../services/herinneringen/regel-moments.ts';
import { wanneerOf } from '../../../services/herinneringen/regel-when.ts';
import { dayAt, instantAt } from '../../../services/kalender/civil-date.ts';
import { readDates } from '../../../services/kalender/phrase.ts';
import { afspraak } from '../vragen/small-register.ts';
import { timeZone } from './stand.ts';

const today = '2026-11-23';
const now = instantAt(today, '23:40', timeZone);
const when = (text: string, datum?: string) => {
  const read = wanneerOf(datum === undefined ? {} : { datum }, text, readDates(text, today), { now, timeZone });
  return typeof read === 'string' ? read : read.wanneer;
};

describe('when a reminder is asked for', () => {
  it('is so many minutes from now, over midnight as well', () => {
    assert.deepEqual(when('over een half uur'), { kind: 'once', dag: '2026-11-24', tijd: '00:10' });
  });

  it('is a rhythm between the days that are named', () => {
    assert.deepEqual(when('elke vrijdag tot 1 juli 2027', '2027-07-01'), {
      kind: 'recurring',
      rrule: 'FREQ=WEEKLY;BYDAY=FR',
      from: today,
      tot: '2027-07-01',
    });
    assert.deepEqual(when('tussen 1 maart en 1 juni 2027 elke maandag om half tien'), {
      kind: 'recurring',
      rrule: 'FREQ=WEEKLY;BYDAY=MO',
      from: '2027-03-01',
      tot: '2027-06-01',
      tijd: '09:30',
    });
  });

  it('is no rhythm where only the name of a thing holds one', () => {
    assert.deepEqual(when('vrijdag 4 december kwartaaloverleg', '2026-12-04'), { kind: 'once', dag: '2026-12-04' });
    assert.deepEqual(when('om de week op donderdag: weekstart'), {
      kind: 'recurring',
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      from: today,
    });
  });
});

describe('the moments of a rule', () => {
  const window = [instantAt('2026-11-23', '00:00', timeZone), instantAt('2027-12-31', '00:00', timeZone)] as const;
  const days = (wanneer: Parameters<typeof regelMoments>[0]['wanneer']): readonly string[] =>
    regelMoments(
      { _id: 'r', since: window[0], wanneer },
      { afspraak: afspraak('AFS-2026-001', { einddatum: '2027-01-04' }), timeZone },
      ...window,
    ).map(({ at }) => dayAt(at, timeZone));

  it('count working days as such', () => {
    const ahead = { kind: 'anchor', code: 'AFS-2026-001', veld: 'einddatum', verschuiving: '-P3D' } as const;
    assert.deepEqual(days({ ...ahead, werkdagen: true }), ['2026-12-29']);
    assert.deepEqual(days({ ...ahead, tijd: '09:00' }), ['2027-01-01']);
  });

  it('end with the last day of the rule', () => {
    const rule = { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '2026-11-30', tijd: '10:00' } as const;
    assert.deepEqual(days({ ...rule, tot: '2026-12-14' }), ['2026-11-30', '2026-12-07', '2026-12-14']);
    assert.equal(days(rule).length, 57);
  });
});
