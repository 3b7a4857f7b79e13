import { addTo, type CivilDate, isCivilDate } from './civil-date.ts';
import type { Reces } from './feestdagen.ts';
import { mondayOf } from './iso-week.ts';
import type { Token } from './tokens.ts';
import { type WordMatch, wordAt } from './words.ts';

/** What every rule of the date reader works with: the sentence, today, and the stretch of days that some words mean. */

export interface Reader {
  readonly tokens: readonly Token[];
  readonly today: CivilDate;
  readonly reces: readonly Reces[];
  /** Which year is taken where none is named. */
  readonly prefer: 'coming' | 'past';
  /** The sentence is known to be English ("jan 27" is a day) or Frisian ("mei" is a preposition). */
  readonly language: 'nl' | 'en' | 'fy' | undefined;
}

export interface Days {
  readonly van: CivilDate;
  readonly tot: CivilDate;
  /** The one day meant when a day is asked. */
  readonly datum: CivilDate;
}

export interface Stretch extends Days {
  readonly soort: 'day' | 'period';
  /** Index of the token after the words. */
  readonly next: number;
  /** The same words in this year. Present when nobody named a year: the other end of a range, or "sinds", may. */
  readonly inYear?: (year: number) => Days | undefined;
  /** The words could as well mean the stretch itself after "voor": months, quarters, weeks, years. */
  readonly afterVoor?: 'itself';
  /** Words for the end of something: before it is still on its last day. */
  readonly atEnd?: true;
  /** Nothing but a year. */
  readonly jaar?: number;
  readonly refused?: 'no_such_day' | 'weekday_mismatch';
  readonly waarschuwing?: 'reces_unset' | 'schatting';
  /** The days are not known: reces that nobody configured. */
  readonly unknown?: true;
  readonly verschuiving?: string;
  readonly ankerdatum?: CivilDate;
  readonly werkdagen?: true;
}

export type Rule = (reader: Reader, index: number) => Stretch | undefined;

/** The rule that reads most words; of equals the first. */
export function longest<T extends { readonly next: number }>(candidates: readonly (T | undefined)[]): T | undefined {
  let best: T | undefined;
  for (const candidate of candidates) if (candidate && candidate.next > (best?.next ?? -1)) best = candidate;
  return best;
}

export const word = (reader: Reader, subject: string, index: number): WordMatch | undefined =>
  wordAt(subject, reader.tokens, index);

/** Index after the words of this subject, or the index itself: for words that may be there. */
export const skip = (reader: Reader, subject: string, index: number): number =>
  word(reader, subject, index)?.next ?? index;

/** Whether words of one of these subjects end right before this place, with or without an article between. */
export function isBehind(reader: Reader, index: number, subjects: readonly string[]): boolean {
  const ends = word(reader, 'lidwoord', index - 1) ? [index, index - 1] : [index];
  return ends.some((end) =>
    [1, 2, 3, 4].some((back) => subjects.some((subject) => word(reader, subject, end - back)?.next === end)),
  );
}

/** Index after this mark, or the index itself. */
export const skipMark = (reader: Reader, mark: string, index: number): number => {
  const token = reader.tokens[index];
  return token?.kind === 'mark' && token.norm === mark ? index + 1 : index;
};

/** Whether the number here is one that is never part of a date: a version, an article, an amount, a telephone number. */
export function isOtherNumber(reader: Reader, index: number): boolean {
  const near = (back: number): boolean => {
    const token = reader.tokens[index - back];
    return (
      token !== undefined &&
      (/^[€$£#§+=*]$/.test(token.norm) || word(reader, 'geenDatumNa', index - back) !== undefined)
    );
  };
  if (near(1)) return true;
  const between = reader.tokens[index - 1];
  return between !== undefined && /^[.:]$/.test(between.norm) && near(2);
}

/** Whether the number here counts things or money: "2027 inwoners", "10/12 gemeenten". */
export const isCount = (reader: Reader, index: number): boolean =>
  word(reader, 'geteld', index + 1) !== undefined ||
  word(reader, 'eenheid', index + 1) !== undefined ||
  /^[%€$£]$/.test(reader.tokens[index + 1]?.norm ?? '');

/** Whether the word before asks for a date ("vóór", "eind"), or there is no other word in the sentence. */
export function asksForDate(reader: Reader, index: number, next: number): boolean {
  const alone = reader.tokens.every((token, place) => (place >= index && place < next) || token.kind === 'mark');
  const before = reader.tokens[index - 1]?.norm === '-' ? index - 2 : index - 1;
  const through = [2, 3].some((back) => word(reader, 'schakel.through', index - back)?.next === index);
  return alone || through || word(reader, 'vraagtDatum', before) !== undefined;
}

/** Whether the sentence, or a part of it, ends here. */
export const endsAt = (reader: Reader, index: number): boolean => {
  const token = reader.tokens[index];
  return token === undefined || token.kind === 'mark';
};

export const dayOf = (year: number, month: number, day: number): CivilDate | undefined => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCivilDate(text) ? text : undefined;
};

export const yearOf = (day: CivilDate): number => Number(day.slice(0, 4));
export const monthOf = (day: CivilDate): number => Number(day.slice(5, 7));

/** The first of a month; month 13 is January of the next year, month 0 December of the one before. */
const firstOf = (year: number, month: number): CivilDate =>
  `${year + Math.floor((month - 1) / 12)}-${String(((((month - 1) % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;

/** From the first of this month, so many months whole. */
export function months(year: number, month: number, count: number): Days {
  const van = firstOf(year, month);
  return { van, tot: addTo(firstOf(year, month + count), { days: -1 }), datum: van };
}

export const wholeYear = (year: number): Days => months(year, 1, 12);

export const oneDay = (datum: CivilDate): Days => ({ van: datum, tot: datum, datum });

/** The calendar week, month, quarter, half year or year of a day, moved by so many of them. */
export function calendarUnit(unit: string, day: CivilDate, move: number): Days | undefined {
  const lengths: Readonly<Record<string, number>> = { month: 1, quarter: 3, halfyear: 6, year: 12 };
  if (unit === 'week') {
    const van = addTo(mondayOf(day), { weeks: move });
    return { van, tot: addTo(van, { days: 6 }), datum: van };
  }
  const length = lengths[unit];
  if (length === undefined) return undefined;
  const first = Math.floor((monthOf(day) - 1) / length) * length + 1;
  return months(yearOf(day), first + move * length, length);
}

/** A winter or reces reaches into the next year; 29 February comes back after at most eight. */
const mostYearsBack = 1;
const mostYearsAhead = 8;

/** A sentence about "van oktober" in November means the one just past. */
const recentDays = 100;

/**
 * The stretch in the year that is meant where none was named: the next that has not ended, or after "sinds" the last that has
 * begun. A month or quarter after "van" that ended a short while ago is that one ("de marap van oktober").
 */
export function inNearestYear(
  reader: Reader,
  rest: Omit<Stretch, keyof Days | 'inYear'>,
  inYear: (year: number) => Days | undefined,
  from?: number,
): Stretch | undefined {
  const year = yearOf(reader.today);
  const make = (days: Days): Stretch => ({ ...days, ...rest, inYear });
  if (
    from !== undefined &&
    reader.prefer === 'coming' &&
    rest.soort === 'period' &&
    word(reader, 'schakel.recent', from - 1)
  ) {
    const past = [inYear(year), inYear(year - 1)].find((days) => days !== undefined && days.tot < reader.today);
    if (past && addTo(past.tot, { days: recentDays }) >= reader.today) return make(past);
  }
  for (let step = -mostYearsBack; step <= mostYearsAhead; step += 1) {
    const days = inYear(reader.prefer === 'past' ? year - step : year + step);
    if (days && (reader.prefer === 'past' ? days.van <= reader.today : days.tot >= reader.today)) return make(days);
  }
  return undefined;
}
