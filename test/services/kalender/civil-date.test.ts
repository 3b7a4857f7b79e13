import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { addTo, dayAt, instantAt } from '../../../services/kalender/civil-date.ts';
import { dataFile } from '../../../services/package-root.ts';

/** What the clock on the wall shows, without Temporal. */
function wallClock(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}`;
  };
}

/** Days on which the clock changes, found by looking. */
function changes(timeZone: string, year: number): readonly string[] {
  const shows = wallClock(timeZone);
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addTo(day, { days: 1 })) {
    const noon = (date: string): string => shows(Date.parse(`${date}T12:00Z`)).slice(11);
    if (noon(day) !== noon(addTo(day, { days: -1 }))) days.push(day);
  }
  return days;
}

const quarters = Array.from({ length: 96 }, (_, quarter) => {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
});

/** For every quarter of an hour on this day: the first instant at which the wall clock shows it, or has passed it. */
function firstInstants(day: string, shows: (instant: number) => string): ReadonlyMap<string, number | undefined> {
  const first = new Map<string, number>();
  const start = Date.parse(`${day}T00:00Z`) - 15 * 3_600_000;
  for (let instant = start; instant < start + 54 * 3_600_000; instant += 15 * 60_000) {
    const shown = shows(instant);
    if (!first.has(shown)) first.set(shown, instant);
  }
  const ordered = [...first.keys()].sort();
  return new Map(quarters.map((time) => [time, first.get(ordered.find((text) => text >= `${day}T${time}`) ?? '')]));
}

describe('an instant of a wall-clock time', () => {
  for (const timeZone of ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe']) {
    it(`is the first that shows it or has passed it, on both clock changes in ${timeZone}`, () => {
      const shows = wallClock(timeZone);
      const changed = [2026, 2027].flatMap((year) => changes(timeZone, year));
      assert.equal(changed.length, 4);
      for (const day of changed.flatMap((change) => [addTo(change, { days: -1 }), change])) {
        for (const [time, expected] of firstInstants(day, shows)) {
          assert.equal(instantAt(day, time, timeZone), expected, `${day} ${time} ${timeZone}`);
        }
      }
    });
  }

  it('is 03:00 for a time that spring skips, and the first of two in autumn', () => {
    assert.equal(instantAt('2027-03-28', '02:30', 'Europe/Amsterdam'), Date.parse('2027-03-28T01:00Z'));
    assert.equal(instantAt('2027-10-31', '02:30', 'Europe/Amsterdam'), Date.parse('2027-10-31T00:30Z'));
    assert.equal(dayAt(Date.parse('2027-03-27T23:30Z'), 'Europe/Amsterdam'), '2027-03-28');
  });

  it('does not depend on the zone of the process', () => {
    const script = `
      import { dayAt, instantAt, weekday, addTo } from './services/kalender/civil-date.ts';
      import { readDates } from './services/kalender/phrase.ts';
      import { weekOf } from './services/kalender/iso-week.ts';
      import { formatDay } from './services/kalender/format.ts';
      const days = ['2027-03-28', '2027-10-31', '2027-01-01'];
      process.stdout.write(JSON.stringify([
        days.map((day) => [instantAt(day, '09:00', 'Europe/Amsterdam'), weekday(day), weekOf(day), addTo(day, { months: 1 }), formatDay(day, 'nl', { weekday: true })]),
        dayAt(1806193800000, 'Europe/Amsterdam'),
        readDates('van 1 maart tot 1 juni 2027, eind volgende maand, week 12', '2026-11-23'),
      ]));`;
    const under = (zone: string): string => {
      const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
        cwd: dataFile('.'),
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      assert.equal(child.status, 0, child.stderr);
      return child.stdout;
    };
    const tokyo = under('Asia/Tokyo');
    assert.ok(tokyo.includes('zondag 28 maart 2027'));
    assert.equal(tokyo, under('America/Los_Angeles'));
  });
});
