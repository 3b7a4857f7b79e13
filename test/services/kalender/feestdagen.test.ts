import assert from 'node:assert/strict';
import { addTo, weekday } from '../../../services/kalender/civil-date.ts';
import {
  addWorkingDays,
  easter,
  feestdagenOf,
  feestdagOn,
  isWorkingDay,
  koningsdag,
  lastDayBefore,
  nextWorkingDay,
  previousWorkingDay,
  weeksBefore,
} from '../../../services/kalender/feestdagen.ts';

/** Easter by its definition: the Sunday after the paschal full moon of the Gregorian tables (Knuth). */
function easterByMoon(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leap = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - leap - 10;
  let epact = (11 * golden + 20 + moon - leap) % 30;
  if (epact < 0) epact += 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let full = 44 - epact;
  if (full < 21) full += 30;
  const day = full + 7 - ((sunday + full) % 7);
  return day > 31 ? `${year}-04-${String(day - 31).padStart(2, '0')}` : `${year}-03-${String(day).padStart(2, '0')}`;
}

describe('Dutch holidays', () => {
  it('fall as the government publishes them', () => {
    const days = (year: number): string[] => feestdagenOf(year).map(({ datum }) => datum.slice(5));
    assert.deepEqual(days(2026), ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25', '12-26']);
    assert.deepEqual(days(2027), ['01-01', '03-26', '03-29', '04-27', '05-05', '05-06', '05-17', '12-25', '12-26']);
    assert.equal(feestdagOn('2027-05-06'), 'Hemelvaartsdag');
    assert.equal(feestdagOn('2027-03-28'), undefined);
  });

  it('follow Easter in every year from 2020 to 2060, by another computation', () => {
    for (let year = 2020; year <= 2060; year += 1) {
      const paasdag = easterByMoon(year);
      assert.equal(easter(year), paasdag);
      assert.equal(weekday(paasdag), 7);
      assert.equal(feestdagOn(addTo(paasdag, { days: 1 })) !== undefined, true);
      assert.equal(feestdagenOf(year).length, 9);
      assert.equal(feestdagOn(`${year}-05-05`) !== undefined, true);
    }
  });

  it('move Koningsdag off a Sunday', () => {
    assert.equal(koningsdag(2025), '2025-04-26');
    assert.equal(koningsdag(2026), '2026-04-27');
    for (let year = 2020; year <= 2060; year += 1) assert.notEqual(weekday(koningsdag(year)), 7);
  });
});

describe('working days', () => {
  const reces = [{ van: '2027-07-19', tot: '2027-08-29' }];

  it('are neither weekend, holiday nor reces', () => {
    assert.equal(isWorkingDay('2027-03-26'), false);
    assert.equal(isWorkingDay('2027-03-27'), false);
    assert.equal(isWorkingDay('2027-03-30'), true);
    assert.equal(isWorkingDay('2027-07-20'), true);
    assert.equal(isWorkingDay('2027-07-20', { reces }), false);
  });

  it('are found before and after a day, and are themselves when they are one', () => {
    assert.equal(previousWorkingDay('2027-03-29'), '2027-03-25');
    assert.equal(nextWorkingDay('2027-03-26'), '2027-03-30');
    assert.equal(previousWorkingDay('2027-03-30'), '2027-03-30');
    assert.equal(previousWorkingDay('2027-08-10', { reces }), '2027-07-16');
    assert.equal(nextWorkingDay('2027-08-10', { reces }), '2027-08-30');
  });

  it('ignore a reces that never ends', () => {
    assert.equal(previousWorkingDay('2027-03-29', { reces: [{ van: '2000-01-01', tot: '2099-12-31' }] }), '2027-03-25');
  });

  it('are counted from the day after, both ways', () => {
    assert.equal(addWorkingDays('2026-11-23', 10), '2026-12-07');
    assert.equal(addWorkingDays('2027-04-26', 1), '2027-04-28');
    assert.equal(addWorkingDays('2027-03-30', -1), '2027-03-25');
    assert.equal(addWorkingDays('2027-03-27', 0), '2027-03-27');
  });
});

describe('statutory terms', () => {
  it('end as the examples of the Wgr calendar say', () => {
    assert.equal(weeksBefore('2027-07-08', 12), '2027-04-15');
    assert.equal(weeksBefore('2027-09-14', 12), '2027-06-22');
    assert.equal(lastDayBefore('2027-09-15'), '2027-09-14');
    assert.equal(lastDayBefore('2027-04-30'), '2027-04-29');
    assert.equal(weekday('2027-04-29'), 4);
  });

  it('never shift when counted back', () => {
    assert.equal(weeksBefore('2027-07-29', 12), '2027-05-06');
    assert.equal(feestdagOn('2027-05-06'), 'Hemelvaartsdag');
  });
});
