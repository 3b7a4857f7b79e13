import assert from 'node:assert/strict';
import { addTo, weekday } from '../../../services/kalender/civil-date.ts';
import { mondayOf, nextWeek, previousWeek, weekOf, weekRange, weeksIn } from '../../../services/kalender/iso-week.ts';

describe('ISO weeks', () => {
  it('number 2026 to 53 and 2027 to 52', () => {
    assert.equal(weeksIn(2026), 53);
    assert.equal(weeksIn(2027), 52);
    assert.deepEqual(weekOf('2027-01-01'), { jaar: 2026, week: 53 });
    assert.deepEqual(weekOf('2027-01-04'), { jaar: 2027, week: 1 });
    assert.deepEqual(weekOf('2024-12-30'), { jaar: 2025, week: 1 });
    assert.deepEqual(weekRange(2027, 12), { van: '2027-03-22', tot: '2027-03-28' });
    assert.equal(weekRange(2027, 53), undefined);
    assert.equal(weekRange(2027, 0), undefined);
  });

  it('follow each other without gap from 2020 to 2060', () => {
    let expected = '2019-12-30';
    for (let jaar = 2020; jaar <= 2060; jaar += 1) {
      for (let week = 1; week <= weeksIn(jaar); week += 1) {
        const range = weekRange(jaar, week);
        assert.equal(range?.van, expected);
        assert.equal(weekday(expected), 1);
        for (const day of [0, 3, 6]) {
          const inside = addTo(expected, { days: day });
          assert.deepEqual(weekOf(inside), { jaar, week });
          assert.equal(mondayOf(inside), expected);
        }
        expected = addTo(expected, { days: 7 });
      }
    }
  });

  it('of a bare number are the next, this one included, or the last', () => {
    assert.equal(nextWeek(12, '2026-11-23')?.van, '2027-03-22');
    assert.equal(nextWeek(48, '2026-11-23')?.van, '2026-11-23');
    assert.equal(nextWeek(48, '2026-11-29')?.van, '2026-11-23');
    assert.equal(nextWeek(53, '2027-01-04')?.van, '2032-12-27');
    assert.equal(nextWeek(54, '2027-01-04'), undefined);
    assert.equal(previousWeek(12, '2026-11-23')?.van, '2026-03-16');
    assert.equal(previousWeek(53, '2027-01-04')?.van, '2026-12-28');
  });
});
