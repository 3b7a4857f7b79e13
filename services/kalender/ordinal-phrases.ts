import { amountAt, ordinalAt } from './amount-phrases.ts';
import { addTo, type CivilDate, weekday } from './civil-date.ts';
import { weekdayNameAt } from './day-phrases.ts';
import { addWorkingDays, nextWorkingDay, previousWorkingDay } from './feestdagen.ts';
import { mondayOf } from './iso-week.ts';
import { calendarPeriodAt, calendarTurnAt, nextUnitAt, thisUnitAt } from './period-phrases.ts';
import {
  calendarUnit,
  type Days,
  endsAt,
  monthOf,
  oneDay,
  type Reader,
  type Rule,
  type Stretch,
  skip,
  word,
  yearOf,
} from './stretch.ts';

/** The first, second or last of something inside a period: "eerste maandag van maart", "de laatste twee weken van het jaar". */

/** The n-th (-1: last) of the days in a period that pass; undefined when there are not so many. */
function nthDay(days: Days, ordinal: number, passes: (day: CivilDate) => boolean): CivilDate | undefined {
  const step = ordinal < 0 ? -1 : 1;
  let left = Math.abs(ordinal);
  for (let day = step > 0 ? days.van : days.tot; day >= days.van && day <= days.tot; day = addTo(day, { days: step })) {
    if (passes(day)) left -= 1;
    if (left === 0) return day;
  }
  return undefined;
}

function nthWorkingDay(days: Days, ordinal: number): CivilDate | undefined {
  const day = ordinal < 0 ? previousWorkingDay(days.tot) : addWorkingDays(nextWorkingDay(days.van), ordinal - 1);
  return day >= days.van && day <= days.tot ? day : undefined;
}

/** "De laatste maand van het kwartaal": a calendar unit that lies wholly in the period. */
function nthUnit(unit: string, ordinal: number): ((days: Days) => Days | undefined) | undefined {
  if (unit !== 'month' && unit !== 'quarter') return undefined;
  return (days) => {
    const found = calendarUnit(unit, ordinal < 0 ? days.tot : days.van, ordinal < 0 ? ordinal + 1 : ordinal - 1);
    return found && found.van >= days.van && found.tot <= days.tot ? found : undefined;
  };
}

function nthWeekend(days: Days, ordinal: number): Days | undefined {
  const van = nthDay(days, ordinal, (day) => weekday(day) === 6);
  return van === undefined ? undefined : { van, tot: addTo(van, { days: 1 }), datum: van };
}

/** Half of a month turns on the 15th; an odd number of months on the 15th of the middle one. */
function halfOf(days: Days, ordinal: number): Days | undefined {
  if (!days.van.endsWith('-01') || !addTo(days.tot, { days: 1 }).endsWith('-01') || ordinal > 2) return undefined;
  const after = addTo(days.tot, { days: 1 });
  const span = (yearOf(after) - yearOf(days.van)) * 12 + monthOf(after) - monthOf(days.van);
  const middle = addTo(addTo(days.van, { months: Math.floor(span / 2) }), { days: span % 2 === 1 ? 15 : 0 });
  const isFirst = ordinal === 1;
  return {
    van: isFirst ? days.van : middle,
    tot: isFirst ? addTo(middle, { days: -1 }) : days.tot,
    datum: isFirst ? days.van : middle,
  };
}

/** What stands behind "eerste": a weekday, "werkdag", "dag", "week". */
function chooser(
  reader: Reader,
  index: number,
  ordinal: number,
): { readonly next: number; readonly choose: (days: Days) => Days | undefined } | undefined {
  const one = (day: CivilDate | undefined): Days | undefined => (day === undefined ? undefined : oneDay(day));
  const named = weekdayNameAt(reader, index);
  if (named)
    return { next: named.next, choose: (days) => one(nthDay(days, ordinal, (day) => weekday(day) === named.value)) };
  const half = word(reader, 'schakel.half', index);
  if (half) return { next: half.next, choose: (days) => halfOf(days, ordinal) };
  const unit = word(reader, 'eenheid', index);
  if (unit?.value === 'workday') return { next: unit.next, choose: (days) => one(nthWorkingDay(days, ordinal)) };
  if (unit?.value === 'day') return { next: unit.next, choose: (days) => one(nthDay(days, ordinal, () => true)) };
  const whole = unit && nthUnit(unit.value, ordinal);
  if (unit && whole) return { next: unit.next, choose: whole };
  const weekend = word(reader, 'schakel.weekend', index);
  if (weekend) return { next: weekend.next, choose: (days) => nthWeekend(days, ordinal) };
  if (unit?.value !== 'week') return undefined;
  // The first week of a month holds its first Thursday, as ISO does for a year.
  const choose = (days: Days): Days | undefined => {
    const thursday = nthDay(days, ordinal, (day) => weekday(day) === 4);
    if (thursday === undefined) return undefined;
    const van = mondayOf(thursday);
    return { van, tot: addTo(van, { days: 6 }), datum: van };
  };
  return { next: unit.next, choose };
}

/** "eerste maandag van maart", "laatste werkdag van de maand", "first Monday in January 2027". */
export const ordinalOfAt: Rule = (reader, index) => {
  const ordinal = ordinalAt(reader, index);
  const chosen = ordinal && ordinal.value !== 0 ? chooser(reader, ordinal.next, ordinal.value) : undefined;
  if (!chosen) return undefined;
  const joined = word(reader, 'schakel.of', chosen.next);
  const at = joined?.next ?? chosen.next;
  const of = calendarPeriodAt(reader, at) ?? calendarPeriodAt(reader, skip(reader, 'lidwoord', at));
  const stretch = (days: Days, next: number): Stretch => ({
    ...days,
    soort: days.van === days.tot ? 'day' : 'period',
    next,
  });
  const days = of && !of.refused ? chosen.choose(of) : undefined;
  if (of && days) {
    const passed = of.inYear && reader.prefer === 'coming' && days.tot < reader.today;
    const later = passed ? of.inYear?.(yearOf(of.van) + 1) : undefined;
    const inYear = (year: number): Days | undefined => {
      const whole = of.inYear?.(year);
      return whole && chosen.choose(whole);
    };
    return { ...stretch((later && chosen.choose(later)) ?? days, of.next), ...(of.inYear ? { inYear } : {}) };
  }
  if (of || !joined) return undefined;
  const unit = thisUnitAt(reader, at);
  const here = unit && chosen.choose(unit);
  const next = nextUnitAt(reader, at);
  const coming = here && here.tot < reader.today && next ? chosen.choose(next) : here;
  return unit && coming && stretch(coming, unit.next);
};

/** So many units from the start of a period, or up to its end. */
function edgeOf(days: Days, count: number, unit: string, fromEnd: boolean): Days | undefined {
  const perUnit: Readonly<Record<string, { months?: number; days?: number }>> = {
    day: { days: 1 },
    week: { days: 7 },
    month: { months: 1 },
    quarter: { months: 3 },
    halfyear: { months: 6 },
    year: { months: 12 },
  };
  const one = perUnit[unit];
  if (one === undefined) return undefined;
  const sign = fromEnd ? -1 : 1;
  const span = { months: sign * count * (one.months ?? 0), days: sign * count * (one.days ?? 0) };
  const after = addTo(days.tot, { days: 1 });
  const van = fromEnd ? addTo(after, span) : days.van;
  const tot = fromEnd ? days.tot : addTo(addTo(days.van, span), { days: -1 });
  return van < days.van || tot > days.tot ? undefined : { van, tot, datum: fromEnd ? tot : van };
}

/** "De eerste drie maanden van 2027", "laatste twee weken van maart", "the first ten days of the quarter". */
export const countOfAt: Rule = (reader, index) => {
  const ordinal = ordinalAt(reader, index);
  if (!ordinal || Math.abs(ordinal.value) !== 1) return undefined;
  const count = amountAt(reader, ordinal.next);
  const unit = count && word(reader, 'eenheid', count.next);
  const joined = unit && word(reader, 'schakel.of', unit.next);
  const at = joined?.next ?? unit?.next ?? index;
  if (!unit || !Number.isInteger(count.value) || count.value < 1) return undefined;
  const choose = (days: Days): Days | undefined => edgeOf(days, count.value, unit.value, ordinal.value < 0);
  const of = calendarPeriodAt(reader, at) ?? calendarPeriodAt(reader, skip(reader, 'lidwoord', at));
  const period = of && !of.refused ? of : joined && thisUnitAt(reader, at);
  const days = period && choose(period);
  if (!period || !days) return undefined;
  const { inYear } = period;
  const chosen = (year: number): Days | undefined => {
    const whole = inYear?.(year);
    return whole && choose(whole);
  };
  return { ...days, soort: 'period', afterVoor: 'itself', next: period.next, ...(inYear ? { inYear: chosen } : {}) };
};

/** "De 1e van de maand", "de eerste van volgende maand", "de 20ste van deze maand"; "op de 15e" is the next such day. */
export const monthDayAt: Rule = (reader, index) => {
  const ordinal = ordinalAt(reader, index);
  if (!ordinal || ordinal.value < 1 || ordinal.value > 31) return undefined;
  const inMonth = (days: Days): CivilDate | undefined => nthDay(days, ordinal.value, () => true);
  const day = (datum: CivilDate, next: number): Stretch => ({ ...oneDay(datum), soort: 'day', next });
  const joined = word(reader, 'schakel.of', ordinal.next);
  const named = joined && calendarTurnAt(reader, joined.next);
  const unit = joined && !named ? thisUnitAt(reader, joined.next) : undefined;
  const month = named ?? unit;
  if (month && addTo(month.van, { months: 1 }) === addTo(month.tot, { days: 1 })) {
    const here = inMonth(month);
    const later = unit && joined && here && here < reader.today ? nextUnitAt(reader, joined.next) : undefined;
    const datum = later ? inMonth(later) : here;
    return datum === undefined ? undefined : day(datum, month.next);
  }
  // "De 3e" is as often a thing in a list: only where a day is asked, and nothing follows that it could be.
  const isAsked = [2, 3, 4].some((back) => word(reader, 'schakel.monthDay', index - back)?.next === index);
  if (reader.tokens[index]?.kind !== 'ordinal' || !isAsked || !endsDay(reader, ordinal.next)) return undefined;
  const months = [0, 1, 2].flatMap((move) => calendarUnit('month', reader.today, move) ?? []);
  const next = months.map(inMonth).find((datum) => datum !== undefined && datum >= reader.today);
  return next === undefined ? undefined : day(next, ordinal.next);
};

const endsDay = (reader: Reader, index: number): boolean =>
  endsAt(reader, index) ||
  word(reader, 'schakel.at', index) !== undefined ||
  word(reader, 'schakel.about', index) !== undefined;
