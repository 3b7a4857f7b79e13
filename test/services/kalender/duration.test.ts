import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Fault } from '../../../services/fault.ts';
import {
  addDuration,
  durationInWords,
  formatDuration,
  nextByRitme,
  parseDuration,
  ritmeDuration,
  subtractDuration,
} from '../../../services/kalender/duration.ts';
import { formatDay } from '../../../services/kalender/format.ts';

describe('lengths of time', () => {
  it('are read from ISO text and written back', () => {
    assert.deepEqual(parseDuration('P1Y6M'), { years: 1, months: 6, weeks: 0, days: 0 });
    assert.deepEqual(parseDuration('-P12W'), { years: 0, months: 0, weeks: -12, days: 0 });
    for (const text of ['P', '-P', 'PT1H', 'P1.5Y', '6 maanden', '', 'p6m', 'P6M '])
      assert.equal(parseDuration(text), undefined, text);
    const part = fc.nat(999);
    fc.assert(
      fc.property(part, part, part, part, fc.boolean(), (years, months, weeks, days, back) => {
        const sign = back ? -1 : 1;
        const length = { years: sign * years, months: sign * months, weeks: sign * weeks, days: sign * days };
        const text = formatDuration(length);
        const read = parseDuration(text);
        assert.equal(read && formatDuration(read), text);
      }),
    );
  });

  it('are added and taken off by the calendar', () => {
    assert.equal(addDuration('2027-01-31', 'P1M'), '2027-02-28');
    assert.equal(addDuration('2027-07-01', '-P12W'), '2027-04-08');
    assert.equal(subtractDuration('2027-08-31', 'P6M'), '2027-02-28');
    assert.throws(() => addDuration('2027-01-31', '6 maanden'), Fault);
  });

  it('are told in words', () => {
    assert.equal(durationInWords('P6M', 'nl'), '6 maanden');
    assert.equal(durationInWords('P1M', 'nl'), '1 maand');
    assert.equal(durationInWords('P2Y', 'nl'), '2 jaar');
    assert.equal(durationInWords('-P6W', 'en'), '6 weeks');
    assert.equal(durationInWords('P1Y6M', 'nl'), '1 jaar en 6 maanden');
    assert.equal(durationInWords('P2W', 'fy'), '2 wiken');
    assert.equal(durationInWords('P0D', 'nl'), '0 dagen');
    assert.equal(durationInWords('x', 'nl'), undefined);
  });
});

describe('a ritme', () => {
  it('gives the next date', () => {
    assert.equal(nextByRitme('2027-03-01', 'jaarlijks'), '2028-03-01');
    assert.equal(nextByRitme('2027-03-01', 'elk kwartaal'), '2027-06-01');
    assert.equal(nextByRitme('2027-03-01', 'elke 4 jaar'), '2031-03-01');
    assert.equal(nextByRitme('2027-03-01', 'P2W'), '2027-03-15');
    assert.equal(nextByRitme('2027-03-01', 'eenmalig'), undefined);
    assert.equal(nextByRitme('2027-03-01', 'P0D'), undefined);
    assert.equal(ritmeDuration('elke 2 jaar')?.years, 2);
  });

  it('keeps the end of the month when its first date is known', () => {
    assert.equal(nextByRitme('2027-02-28', 'maandelijks', '2027-01-31'), '2027-03-31');
    assert.equal(nextByRitme('2027-02-28', 'maandelijks'), '2027-03-28');
  });
});

describe('a day in words', () => {
  it('follows each language', () => {
    assert.equal(formatDay('2027-03-01', 'nl'), '1 maart 2027');
    assert.equal(formatDay('2027-03-01', 'nl', { weekday: true }), 'maandag 1 maart 2027');
    assert.equal(formatDay('2027-03-01', 'nl', { short: true }), '1 mrt 2027');
    assert.equal(formatDay('2027-03-01', 'en', { weekday: true }), 'Monday 1 March 2027');
    assert.equal(formatDay('2027-05-01', 'fy', { weekday: true }), 'sneon 1 maaie 2027');
  });
});
