import { yearAfter } from './amount-phrases.ts';
import { nextWeek, previousWeek, weekRange } from './iso-week.ts';
import { type Days, isCount, oneDay, type Rule, word } from './stretch.ts';

/** A week by its number. */

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
