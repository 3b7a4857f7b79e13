import { yearAfter } from './amount-phrases.ts';
import { addTo, type CivilDate } from './civil-date.ts';
import { nextWeek, previousWeek, weekRange } from './iso-week.ts';
import { calendarUnit, type Days, isBehind, isCount, oneDay, type Rule, word } from './stretch.ts';

/** A week by its number, and its weekend. */

/** "week 12", "wk 12 2027", "weeknummer 12 van volgend jaar". */
export const weekNumberAt: Rule = (reader, index) => {
  const named = word(reader, 'schakel.weekNumber', index);
  if (!named) return undefined;
  const point = reader.tokens[named.next];
  const at = point?.norm === '.' && point.glued ? named.next + 1 : named.next;
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || token.value === undefined || token.value > 99 || isCount(reader, at))
    return undefined;
  const week = token.value;
  const year = yearAfter(reader, at + 1);
  const { today } = reader;
  const range = year
    ? weekRange(year.value, week)
    : reader.prefer === 'past'
      ? previousWeek(week, today)
      : nextWeek(week, today);
  const next = year?.next ?? at + 1;
  if (!range) return { ...oneDay(today), soort: 'period', next, refused: 'no_such_day' };
  const inYear = (of: number): Days | undefined => {
    const days = weekRange(of, week);
    return days && { ...days, datum: days.van };
  };
  return { ...range, datum: range.van, soort: 'period', afterVoor: 'itself', next, ...(year ? {} : { inYear }) };
};

/** Saturday and Sunday of the week of a day, moved by so many weeks. */
export const weekendOf = (day: CivilDate, move: number): Days | undefined => {
  const week = calendarUnit('week', day, move);
  if (!week) return undefined;
  const van = addTo(week.van, { days: 5 });
  return { van, tot: addTo(van, { days: 1 }), datum: van };
};

/** "Voor het weekend", "na het weekend": the one that comes, or that is going on. */
export const weekendAt: Rule = (reader, index) => {
  const found = word(reader, 'schakel.weekend', index);
  if (!found || !isBehind(reader, index, ['schakel.before', 'schakel.after', 'schakel.until', 'schakel.since']))
    return undefined;
  const days = weekendOf(reader.today, reader.prefer === 'past' ? -1 : 0);
  return days && { ...days, soort: 'period', next: found.next };
};
