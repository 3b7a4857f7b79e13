import assert from 'node:assert/strict';
import { addTo, weekday } from '../../../services/kalender/civil-date.ts';
import { readDates } from '../../../services/kalender/phrase.ts';
import { isDaily, recurrenceDays, wholeRecurrence } from '../../../services/kalender/recurrence.ts';

const today = '2026-11-23';

function ruleOf(text: string, start?: string) {
  const found = readDates(text, today).find((each) => each.kind === 'recurrence');
  assert.ok(found?.kind === 'recurrence', text);
  const rule = wholeRecurrence(found.rrule, today, start);
  assert.ok(rule, text);
  return rule;
}

const daysOf = (text: string, count: number): readonly string[] =>
  recurrenceDays(ruleOf(text), today, addTo(today, { years: 3 })).slice(0, count);

describe('the days of a recurring rule', () => {
  it('are those that people mean', () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      'elke eerste maandag van de maand': ['2026-12-07', '2027-01-04', '2027-02-01'],
      'elke maand': ['2026-12-07', '2027-01-04', '2027-02-01'],
      'elk kwartaal': ['2027-01-04', '2027-04-05', '2027-07-05'],
      'elk half jaar': ['2027-01-04', '2027-07-05', '2028-01-03'],
      'elke week': ['2026-11-23', '2026-11-30', '2026-12-07'],
      'om de week': ['2026-11-23', '2026-12-07', '2026-12-21'],
      'elke vrijdag': ['2026-11-27', '2026-12-04', '2026-12-11'],
      'elke laatste werkdag van de maand': ['2026-11-30', '2026-12-31', '2027-01-29'],
      'elke 15e van de maand': ['2026-12-15', '2027-01-15', '2027-02-15'],
      'jaarlijks op 1 maart': ['2027-03-01', '2028-03-01', '2029-03-01'],
      'elke maart': ['2027-03-01', '2028-03-01', '2029-03-01'],
      jaarlijks: ['2027-11-23', '2028-11-23'],
      'elke dag': ['2026-11-23', '2026-11-24', '2026-11-25'],
    };
    for (const [text, days] of Object.entries(expected)) assert.deepEqual(daysOf(text, days.length), days, text);
  });

  it('agree with a day by day count of first Mondays for ten years', () => {
    const rule = ruleOf('elke eerste maandag van de maand');
    const expected: string[] = [];
    for (let day = today; day < '2036-12-31'; day = addTo(day, { days: 1 })) {
      if (weekday(day) === 1 && Number(day.slice(8)) <= 7) expected.push(day);
    }
    assert.deepEqual(recurrenceDays(rule, today, '2036-12-31'), expected);
  });

  it('start on the day that was named', () => {
    assert.deepEqual(recurrenceDays(ruleOf('elk kwartaal', '2027-03-10'), today, '2027-10-01'), [
      '2027-03-10',
      '2027-06-10',
      '2027-09-10',
    ]);
  });

  it('include both ends of the window and nothing outside it', () => {
    const rule = ruleOf('elke vrijdag');
    assert.deepEqual(recurrenceDays(rule, '2026-11-27', '2026-12-04'), ['2026-11-27', '2026-12-04']);
    assert.deepEqual(recurrenceDays(rule, '2026-11-28', '2026-12-03'), []);
    assert.deepEqual(recurrenceDays(rule, '2026-12-04', '2026-11-27'), []);
  });

  it('come from no rule that the date reader would not write', () => {
    for (const rrule of ['FREQ=SECONDLY', 'FREQ=DAILY;COUNT=3', 'FREQ=DAILY\nDTSTART:20260101', '', 'BYDAY=MO'])
      assert.equal(wholeRecurrence(rrule, today), undefined, rrule);
  });

  it('tells a daily rule from a weekly one', () => {
    assert.equal(isDaily(ruleOf('elke dag')), true);
    assert.equal(isDaily(ruleOf('elke werkdag')), true);
    assert.equal(isDaily(ruleOf('elke week')), false);
  });
});
