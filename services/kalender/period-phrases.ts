import { amountAt, dayAfter, lengthAt, ordinalAt, plainYearAt, relativeYearAt, yearAfter } from './amount-phrases.ts';
import { addTo, type CivilDate } from './civil-date.ts';
import { monthNameAt, twoDigitYearAt } from './day-phrases.ts';
import { weekOf } from './iso-week.ts';
import {
  asksForDate,
  calendarUnit,
  type Days,
  inNearestYear,
  isCount,
  isOtherNumber,
  longest,
  months,
  type Reader,
  type Rule,
  type Stretch,
  skip,
  wholeYear,
  word,
} from './stretch.ts';
import { weekendAt, weekendOf, weekNumberAt } from './week-phrases.ts';

/** Words that name a calendar period: months, quarters, weeks, years, and "deze", "volgende", "komende drie". */

const inYearOrNearest = (
  reader: Reader,
  index: number,
  next: number,
  inYear: (year: number) => Days | undefined,
): Stretch | undefined => {
  const year = yearAfter(reader, next);
  const days = year && inYear(year.value);
  const rest = { soort: 'period', afterVoor: 'itself' } as const;
  return days ? { ...days, ...rest, next: year.next } : inNearestYear(reader, { ...rest, next }, inYear, index);
};

/** "jan t/m mrt", "feb/mrt", "mei en juni": beside another month a month word is one. */
function beginsRange(reader: Reader, index: number): boolean {
  const mark = /^[-/]$/.test(reader.tokens[index]?.norm ?? '') ? index + 1 : undefined;
  const link = ['schakel.through', 'schakel.until', 'schakel.and', 'schakel.or']
    .map((subject) => word(reader, subject, index)?.next)
    .find((next) => next !== undefined);
  const other = mark ?? link;
  return other !== undefined && monthNameAt(reader, other) !== undefined;
}

/** The same from behind: "jan/feb", "april en mei". */
function endsRange(reader: Reader, index: number): boolean {
  const link = /^(?:[-/,]|en|of|and|or|t\/m|tm|tot)$/.test(reader.tokens[index - 1]?.norm ?? '');
  return link && monthNameAt(reader, index - 2) !== undefined;
}

/** Whether a month word by itself is more likely a name or another word here. */
function isOtherWord(reader: Reader, index: number, next: number): boolean {
  if (beginsRange(reader, next) || endsRange(reader, index)) return false;
  if (word(reader, 'maandNaam', index)) {
    const before = ['deel', 'schakel.within_', 'schakel.since', 'schakel.from', 'schakel.until', 'schakel.through'];
    return !before.some((subject) => word(reader, subject, index - 1));
  }
  return word(reader, 'maandDubbelzinnig', index) !== undefined && !asksForDate(reader, index, next);
}

/** "maart", "maart 2027", "jan 27", "mrt '27", "mei van volgend jaar", "03-2027". */
const monthAt: Rule = (reader, index) => {
  const token = reader.tokens[index];
  if (token?.kind === 'yearMonth' && token.parts && !isOtherNumber(reader, index)) {
    const [year = 0, month = 0] = token.parts;
    const reads = month >= 1 && year >= 1990 && year <= 2099;
    return reads ? { ...months(year, month, 1), soort: 'period', afterVoor: 'itself', next: index + 1 } : undefined;
  }
  const front = relativeYearAt(reader, index);
  const behind = front && monthNameAt(reader, skip(reader, 'schakel.within_', front.next));
  if (front && behind) {
    return { ...months(front.value, behind.value, 1), soort: 'period', afterVoor: 'itself', next: behind.next };
  }
  // "De maand mei" can be nothing else.
  const noun = word(reader, 'eenheid', index);
  const bare = noun?.value === 'month' ? noun.next : index;
  const month = monthNameAt(reader, bare);
  if (!month) return undefined;
  if (reader.language === 'fy' && token?.norm === 'mei') return undefined;
  const inYear = (year: number): Days => months(year, month.value, 1);
  const short = twoDigitYearAt(reader, month.next);
  if (short) return { ...inYear(short.value), soort: 'period', afterVoor: 'itself', next: short.next };
  const stretch = inYearOrNearest(reader, index, month.next, inYear);
  return stretch?.inYear && bare === index && isOtherWord(reader, index, month.next) ? undefined : stretch;
};

/** Index of what stands behind "2027" or "2027-": "2027 Q2". */
const yearBefore = (reader: Reader, index: number): { readonly year: number; readonly next: number } | undefined => {
  const year = plainYearAt(reader, index);
  if (!year) return undefined;
  return { year: year.value, next: reader.tokens[year.next]?.norm === '-' ? year.next + 1 : year.next };
};

/** "Q2", "2e kwartaal", "kwartaal 2", "eerste helft", "T1": parts of a year by their number. */
function partOfYearAt(
  reader: Reader,
  index: number,
): { readonly first: number; readonly length: number; readonly next: number; readonly needsYear: boolean } | undefined {
  const part = (number: number, length: number, next: number, needsYear = false) => {
    const count = 12 / length;
    const ordinal = number === -1 ? count : number;
    return Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= count
      ? { first: (ordinal - 1) * length + 1, length, next, needsYear }
      : undefined;
  };
  const number = (at: number): number => {
    const token = reader.tokens[at];
    return token?.kind === 'number' && token.value !== undefined ? token.value : Number.NaN;
  };
  const letter = word(reader, 'schakel.quarterLetter', index);
  const isQuarter = letter && (reader.tokens[letter.next]?.glued || yearAfter(reader, letter.next + 1) !== undefined);
  if (letter && isQuarter) return part(number(letter.next), 3, letter.next + 1);
  const third = word(reader, 'schakel.thirdLetter', index);
  const lettered = third ?? word(reader, 'schakel.halfLetter', index);
  if (lettered && reader.tokens[lettered.next]?.glued) {
    return part(number(lettered.next), third ? 4 : 6, lettered.next + 1, true);
  }
  const unit = word(reader, 'eenheid', index);
  if (unit?.value === 'quarter' && !Number.isNaN(number(unit.next)) && number(unit.next) <= 4)
    return part(number(unit.next), 3, unit.next + 1);
  const ordinal = ordinalAt(reader, index);
  if (!ordinal) return undefined;
  const half = word(reader, 'schakel.half', ordinal.next);
  if (half) return part(ordinal.value, 6, half.next, ordinal.value === -1);
  const tertial = word(reader, 'schakel.third', ordinal.next);
  if (tertial) return part(ordinal.value, 4, tertial.next);
  const quarter = word(reader, 'eenheid', ordinal.next);
  return quarter?.value === 'quarter' ? part(ordinal.value, 3, quarter.next, ordinal.value === -1) : undefined;
}

const quarterAt: Rule = (reader, index) => {
  const front = yearBefore(reader, index);
  const behindYear = front && partOfYearAt(reader, front.next);
  if (front && behindYear) {
    return {
      ...months(front.year, behindYear.first, behindYear.length),
      soort: 'period',
      afterVoor: 'itself',
      next: behindYear.next,
    };
  }
  const part = partOfYearAt(reader, index);
  if (!part) return undefined;
  const stretch = inYearOrNearest(reader, index, part.next, (year) => months(year, part.first, part.length));
  // "van het jaar" belongs to it; without any year a "T1" or a "laatste kwartaal" is something else.
  const ofYear = word(reader, 'schakel.of', part.next);
  const year = ofYear && word(reader, 'eenheid', skip(reader, 'lidwoord', ofYear.next));
  if (year?.value === 'year' && stretch?.inYear) return { ...stretch, next: year.next };
  return part.needsYear && stretch?.inYear ? undefined : stretch;
};

/** "deze week", "volgend kwartaal", "vorig jaar", "oare moanne", "next weekend": by the calendar. */
export const calendarTurnAt: Rule = (reader, index) => {
  const turns: readonly [string, number][] = [
    ['schakel.this', 0],
    ['schakel.next', 1],
    ['schakel.last', -1],
  ];
  for (const [subject, move] of turns) {
    const turn = word(reader, subject, index);
    if (!turn) continue;
    const year = relativeYearAt(reader, index);
    const unit = word(reader, 'eenheid', turn.next);
    const days = unit && calendarUnit(unit.value, reader.today, move);
    const rest = { soort: 'period', afterVoor: 'itself' } as const;
    if (days) return { ...days, ...rest, next: year?.next ?? unit.next };
    const weekend = word(reader, 'schakel.weekend', turn.next);
    const weekendDays = weekend && weekendOf(reader.today, move);
    if (weekendDays) return { ...weekendDays, ...rest, next: weekend.next };
  }
  return undefined;
};

/** "komende drie maanden", "afgelopen jaar", "next 3 months", "last two weeks": rolling from today, which counts as its first or last day. */
const rollingAt: Rule = (reader, index) => {
  const turns: readonly [string, 1 | -1, boolean][] = [
    ['schakel.coming', 1, true],
    ['schakel.past', -1, true],
    ['schakel.next', 1, false],
    ['schakel.last', -1, false],
  ];
  const { today } = reader;
  const rest = { soort: 'period' } as const;
  for (const [subject, sign, mayLackNumber] of turns) {
    const turn = word(reader, subject, index);
    if (!turn) continue;
    const rolling = (to: CivilDate): Days =>
      sign === 1 ? { van: today, tot: to, datum: to } : { van: to, tot: today, datum: to };
    const length = lengthAt(reader, turn.next);
    if (length && amountAt(reader, turn.next))
      return { ...rolling(dayAfter(today, length, sign)), ...rest, next: length.next };
    const month = monthNameAt(reader, turn.next);
    const named = month && monthAt({ ...reader, prefer: sign === 1 ? 'coming' : 'past' }, turn.next);
    if (named) return { van: named.van, tot: named.tot, datum: named.datum, ...rest, next: named.next };
    if (!mayLackNumber) continue;
    const vague = word(reader, 'meervoud', turn.next);
    const unit = word(reader, 'eenheid', turn.next);
    const weekend = word(reader, 'schakel.weekend', turn.next);
    const weekendDays = weekend && weekendOf(today, sign === 1 ? 0 : -1);
    if (weekendDays) return { ...weekendDays, ...rest, next: weekend.next };
    if (vague) {
      const spans: Readonly<Record<string, { days?: number; weeks?: number; months?: number }>> = {
        P7D: { days: sign * 7 },
        P4W: { weeks: sign * 4 },
        P3M: { months: sign * 3 },
      };
      return {
        ...rolling(addTo(today, spans[vague.value] ?? {})),
        ...rest,
        next: vague.next,
        waarschuwing: 'schatting',
      };
    }
    const single: Readonly<Record<string, { weeks?: number; months?: number }>> = {
      week: { weeks: sign },
      month: { months: sign },
      quarter: { months: sign * 3 },
      halfyear: { months: sign * 6 },
      year: { months: sign * 12 },
    };
    const span = unit && single[unit.value];
    if (span) return { ...rolling(addTo(today, span)), ...rest, next: unit.next };
  }
  return undefined;
};

/** "Het jaar 2027", "kalenderjaar 2027": all of it. Of a boekjaar the year belongs to the piece ("begrotingsjaar 2027"). */
const namedYearAt: Rule = (reader, index) => {
  const noun =
    /^(?:kalender)?jaar$|^year$|^jier$/.test(reader.tokens[index]?.norm ?? '') &&
    !/^(?:fiscal|financial|budget)$/.test(reader.tokens[index - 1]?.norm ?? '');
  const year = noun ? plainYearAt(reader, index + 1) : undefined;
  return year && { ...wholeYear(year.value), soort: 'period', afterVoor: 'itself', next: year.next };
};

/** A year and nothing more; what it means depends on the words around it. */
const yearAt: Rule = (reader, index) => {
  const token = reader.tokens[index];
  if (token?.kind === 'years' && token.parts && !isOtherNumber(reader, index)) {
    const [first = 0, last = 0] = token.parts;
    if (first < 1990 || last > 2099 || last <= first || last - first > 30) return undefined;
    return { ...months(first, 1, (last - first + 1) * 12), soort: 'period', afterVoor: 'itself', next: index + 1 };
  }
  const year = token?.kind === 'number' ? plainYearAt(reader, index) : undefined;
  if (!year || isCount(reader, index)) return undefined;
  return { ...wholeYear(year.value), soort: 'period', afterVoor: 'itself', next: year.next, jaar: year.value };
};

/** "de maand", "het kwartaal", "het jaar", "de week": this one, but only behind "eind" or "laatste vrijdag van". */
export const thisUnitAt: Rule = (reader, index) => {
  const at = skip(reader, 'lidwoord', index);
  const unit = word(reader, 'eenheid', at);
  const days = unit && calendarUnit(unit.value, reader.today, 0);
  if (!days) return undefined;
  return { ...days, soort: 'period', next: unit.next };
};

/** The calendar unit behind {@link thisUnitAt}, one further: for when the day meant has passed. */
export const nextUnitAt = (reader: Reader, index: number): Days | undefined => {
  const unit = word(reader, 'eenheid', skip(reader, 'lidwoord', index));
  return unit && calendarUnit(unit.value, reader.today, 1);
};

/** Any period by the calendar that is not bound to a season or holiday. */
export const calendarPeriodAt: Rule = (reader, index) =>
  longest([
    monthAt(reader, index),
    quarterAt(reader, index),
    weekNumberAt(reader, index),
    calendarTurnAt(reader, index),
    rollingAt(reader, index),
    weekendAt(reader, index),
    namedYearAt(reader, index),
    yearAt(reader, index),
  ]);

/** Weeks only, for the weekday before or behind them. */
export const weekAt: Rule = (reader, index) => {
  const week = longest([weekNumberAt(reader, index), calendarTurnAt(reader, index)]);
  if (!week || week.refused) return week;
  return addTo(week.van, { days: 6 }) === week.tot && weekOf(week.van).week === weekOf(week.tot).week
    ? week
    : undefined;
};
