import { addTo, type CivilDate } from './civil-date.ts';
import { formatDuration } from './duration.ts';
import { addWorkingDays } from './feestdagen.ts';
import { isOtherNumber, type Reader, skip, word, yearOf } from './stretch.ts';
import type { WordMatch } from './words.ts';

/** Numbers, lengths of time and years, as words or digits. */

export interface Amount {
  readonly value: number;
  readonly next: number;
}

/** A length of time in words; `workdays` counts instead of the rest. */
export interface Length {
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly workdays: number;
  readonly next: number;
}

/** "6", "zes", "anderhalve", "2,5", "een half". */
export function amountAt(reader: Reader, index: number): Amount | undefined {
  const token = reader.tokens[index];
  if (token?.kind === 'number' && token.value !== undefined && !isOtherNumber(reader, index)) {
    return { value: token.value, next: index + 1 };
  }
  const written = word(reader, 'telwoord', index);
  if (written) return { value: Number(written.value), next: written.next };
  // Frisian "in" is also "a", but only before a Frisian word, or in "oer in …".
  if (token?.norm !== 'in') return undefined;
  const before = reader.tokens[index - 1]?.norm;
  const unit = /^(?:dei|wike|moanne|fearnsjier|healjier|jier)$/.test(reader.tokens[index + 1]?.norm ?? '');
  if (before === 'oer' || unit) return { value: 1, next: index + 1 };
  return undefined;
}

/** "1e", "eerste", "laatste" (-1). */
export function ordinalAt(reader: Reader, index: number): Amount | undefined {
  const token = reader.tokens[index];
  if (token?.kind === 'ordinal' && token.value !== undefined) return { value: token.value, next: index + 1 };
  const written = word(reader, 'rangtelwoord', index);
  return written && { value: Number(written.value), next: written.next };
}

const none = { months: 0, weeks: 0, days: 0, workdays: 0 };

/** A century: no agreement runs longer, and every date stays one of four digits. */
const mostMonths = 1200;

/** So many of a unit; half a week or half a day is no length anyone agrees on. */
function lengthOf(value: number, unit: string, next: number): Length | undefined {
  const perUnit: Readonly<Record<string, number>> = { month: 1, quarter: 3, halfyear: 6, year: 12 };
  const inMonths = perUnit[unit];
  if (inMonths !== undefined) {
    const total = value * inMonths;
    if (total > mostMonths) return undefined;
    return { ...none, months: Math.floor(total), days: Math.round((total % 1) * 30), next };
  }
  if (unit === 'fortnight') return { ...none, weeks: Math.floor(value) * 2, next };
  if (unit === 'week') {
    if (value < 1 || value > 5200) return undefined;
    return Number.isInteger(value) ? { ...none, weeks: value, next } : { ...none, days: Math.floor(value * 7), next };
  }
  if (!Number.isInteger(value)) return undefined;
  return unit === 'workday' ? { ...none, workdays: value, next } : { ...none, days: value, next };
}

/** "Een week of drie" is about three weeks. */
function orSoAt(reader: Reader, amount: Amount, unit: WordMatch): Length | undefined {
  const or = amount.value === 1 ? word(reader, 'schakel.or', unit.next) : undefined;
  const count = or && amountAt(reader, or.next);
  const isOther = count && word(reader, 'eenheid', count.next) !== undefined;
  return count && !isOther && count.value > 1 ? lengthOf(count.value, unit.value, count.next) : undefined;
}

function singleLengthAt(reader: Reader, index: number): Length | undefined {
  const amount = amountAt(reader, skip(reader, 'schakel.roughly', index));
  if (!amount) return undefined;
  const unit = word(reader, 'eenheid', amount.next);
  if (unit) return orSoAt(reader, amount, unit) ?? lengthOf(amount.value, unit.value, unit.next);
  // "een half jaar" is one unit to "a", half of one to "half".
  const article = amount.value === 1 ? word(reader, 'telwoord', amount.next) : undefined;
  const second = article && Number(article.value) < 1 ? word(reader, 'eenheid', article.next) : undefined;
  return article && second ? lengthOf(Number(article.value), second.value, second.next) : undefined;
}

/** "6 weken", "anderhalve maand", "een half jaar", "1 jaar en 6 maanden", "10 werkdagen". */
export function lengthAt(reader: Reader, index: number): Length | undefined {
  const first = singleLengthAt(reader, index);
  const joined = first ? word(reader, 'schakel.and', first.next) : undefined;
  const second = joined && singleLengthAt(reader, joined.next);
  if (!first || !second || first.months === 0 || first.workdays + second.workdays > 0) return first;
  return {
    months: first.months + second.months,
    weeks: second.weeks,
    days: first.days + second.days,
    workdays: 0,
    next: second.next,
  };
}

/** ISO form. Working days are written as days: the finding says so beside it. */
export function lengthText(length: Length, sign: 1 | -1 = 1): string {
  const years = length.months % 12 === 0 ? length.months / 12 : 0;
  return formatDuration({
    years: sign * years,
    months: sign * (length.months - years * 12),
    weeks: sign * length.weeks,
    days: sign * (length.days + length.workdays),
  });
}

/** The day so far from another. */
export const dayAfter = (day: CivilDate, length: Length, sign: 1 | -1 = 1): CivilDate =>
  length.workdays > 0
    ? addWorkingDays(day, sign * length.workdays)
    : addTo(day, { months: sign * length.months, weeks: sign * length.weeks, days: sign * length.days });

const firstYear = 1990;
const lastYear = 2099;

/** A number that can only be a year. */
export function plainYearAt(reader: Reader, index: number): Amount | undefined {
  const token = reader.tokens[index];
  if (token?.kind === 'shortYear' && token.value !== undefined) return { value: token.value, next: index + 1 };
  if (token?.kind !== 'number' || token.value === undefined || token.value < firstYear || token.value > lastYear) {
    return undefined;
  }
  return isOtherNumber(reader, index) ? undefined : { value: token.value, next: index + 1 };
}

/** "dit jaar", "volgend jaar", "vorig jaar". */
export function relativeYearAt(reader: Reader, index: number): Amount | undefined {
  const moves: readonly [string, number][] = [
    ['schakel.this', 0],
    ['schakel.next', 1],
    ['schakel.last', -1],
  ];
  for (const [subject, move] of moves) {
    const turn = word(reader, subject, index);
    const unit = turn && word(reader, 'eenheid', turn.next);
    if (unit?.value === 'year') return { value: yearOf(reader.today) + move, next: unit.next };
  }
  return undefined;
}

/** The year behind a month, quarter or day: "2027", "'27", "van 2027", "volgend jaar", glued "-2027". */
export function yearAfter(reader: Reader, index: number): Amount | undefined {
  const token = reader.tokens[index];
  if (token?.norm === '-' && token.glued && reader.tokens[index + 1]?.glued) return plainYearAt(reader, index + 1);
  const at = skip(reader, 'schakel.of', index);
  return plainYearAt(reader, at) ?? relativeYearAt(reader, at);
}
