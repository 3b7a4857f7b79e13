import { amountAt, lengthAt, lengthText, ordinalAt } from './amount-phrases.ts';
import type { CivilDate } from './civil-date.ts';
import { dayAt, monthNameAt, weekdayNameAt } from './day-phrases.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { monthOf, type Reader, skip, word } from './stretch.ts';
import { singleWords } from './words.ts';

/** "elke eerste maandag van de maand", "per kwartaal", "jaarlijks op 1 maart", "kwartaaloverleg": what comes back. */

export interface RecurrenceMatch {
  readonly next: number;
  /** ISO length between two. */
  readonly herhaling: string;
  /** RFC 5545. */
  readonly rrule: string;
  /** The first day, where one was named: "jaarlijks op 1 oktober". */
  readonly datum?: CivilDate;
}

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const codeOf = (weekday: number): string => dayCodes[weekday - 1] ?? 'MO';

function ruleFor(herhaling: string): string {
  const { years = 0, months = 0, weeks = 0, days = 0 } = parseDuration(herhaling) ?? {};
  const [frequency, interval] =
    years > 0 && months === 0
      ? ['YEARLY', years]
      : months > 0 || years > 0
        ? ['MONTHLY', months + 12 * years]
        : weeks > 0
          ? ['WEEKLY', weeks]
          : ['DAILY', days];
  return interval === 1 ? `FREQ=${frequency}` : `FREQ=${frequency};INTERVAL=${interval}`;
}

const simple = (herhaling: string, next: number): RecurrenceMatch => ({ next, herhaling, rrule: ruleFor(herhaling) });

const unitText: Readonly<Record<string, string>> = {
  day: 'P1D',
  week: 'P1W',
  fortnight: 'P2W',
  month: 'P1M',
  quarter: 'P3M',
  halfyear: 'P6M',
  year: 'P1Y',
};

const everyWorkday = (next: number): RecurrenceMatch => ({
  next,
  herhaling: 'P1D',
  rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
});

/** The months in which a rule of every quarter, half year or year falls: its first, or for "laatste" its last. */
function monthsFor(unit: string, ordinal: number): string {
  const last = ordinal < 0;
  if (unit === 'quarter') return last ? ';BYMONTH=3,6,9,12' : ';BYMONTH=1,4,7,10';
  if (unit === 'halfyear') return last ? ';BYMONTH=6,12' : ';BYMONTH=1,7';
  return last ? ';BYMONTH=12' : ';BYMONTH=1';
}

/** "eerste maandag", "laatste werkdag", "15e", then "van de maand", "van elk kwartaal". */
function nthAt(reader: Reader, index: number, each: boolean): RecurrenceMatch | undefined {
  const ordinal = ordinalAt(reader, index);
  if (!ordinal) return undefined;
  const named = weekdayNameAt(reader, ordinal.next);
  const unitWord = named ? undefined : word(reader, 'eenheid', ordinal.next);
  const workday = unitWord?.value === 'workday' ? unitWord : undefined;
  const day = unitWord?.value === 'day' ? unitWord : undefined;
  const of = word(reader, 'schakel.of', named?.next ?? workday?.next ?? day?.next ?? ordinal.next);
  if (!of) return undefined;
  const eachUnit = word(reader, 'schakel.each', of.next) ?? word(reader, 'schakel.all', of.next);
  const unit = word(reader, 'eenheid', eachUnit?.next ?? skip(reader, 'lidwoord', of.next));
  if (!unit || (!each && !eachUnit) || !['month', 'quarter', 'halfyear', 'year'].includes(unit.value)) return undefined;
  const part = named
    ? `;BYDAY=${ordinal.value}${codeOf(named.value)}`
    : workday
      ? `;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${ordinal.value}`
      : `;BYMONTHDAY=${ordinal.value}`;
  if (!named && !workday && Math.abs(ordinal.value) > 31) return undefined;
  const herhaling = unitText[unit.value] ?? 'P1M';
  const rrule =
    unit.value === 'month' ? `FREQ=MONTHLY${part}` : `FREQ=YEARLY${monthsFor(unit.value, ordinal.value)}${part}`;
  return { next: unit.next, herhaling, rrule };
}

/** What may follow a plain rhythm: "op 1 maart", "in maart", "op maandag", "op de eerste maandag van de maand". */
function detailed(reader: Reader, match: RecurrenceMatch): RecurrenceMatch {
  const on = word(reader, 'schakel.on', match.next);
  const at = on?.next ?? match.next;
  if (match.herhaling.endsWith('Y')) {
    const inMonth = word(reader, 'schakel.within_', match.next);
    const month = inMonth && monthNameAt(reader, inMonth.next);
    if (month) return { ...match, next: month.next, rrule: `${match.rrule};BYMONTH=${month.value}` };
    const day = on && dayAt(reader, at);
    if (day?.inYear && !day.refused) {
      const rrule = `${match.rrule};BYMONTH=${monthOf(day.datum)};BYMONTHDAY=${Number(day.datum.slice(8))}`;
      return { ...match, next: day.next, rrule, datum: day.datum };
    }
  }
  const weekday = on && weekdayNameAt(reader, at);
  if (weekday && match.herhaling.endsWith('W')) {
    return { ...match, next: weekday.next, rrule: `${match.rrule};BYDAY=${codeOf(weekday.value)}` };
  }
  const nth = on && nthAt(reader, at, true);
  if (nth && nth.herhaling === match.herhaling) return nth;
  const dayOfMonth = on && match.herhaling === 'P1M' ? ordinalAt(reader, at) : undefined;
  if (dayOfMonth && dayOfMonth.value <= 31) {
    return { ...match, next: dayOfMonth.next, rrule: `FREQ=MONTHLY;BYMONTHDAY=${dayOfMonth.value}` };
  }
  return match;
}

/** "elke maand", "iedere 2 weken", "every Monday", "elke eerste vrijdag van de maand", "elke maart". */
function eachAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const each = word(reader, 'schakel.each', index) ?? word(reader, 'schakel.all', index);
  if (!each) return undefined;
  const nth = nthAt(reader, each.next, true);
  if (nth) return nth;
  const weekday = weekdayNameAt(reader, each.next);
  if (weekday) return { next: weekday.next, herhaling: 'P1W', rrule: `FREQ=WEEKLY;BYDAY=${codeOf(weekday.value)}` };
  const counted = amountAt(reader, each.next) ? lengthAt(reader, each.next) : undefined;
  if (counted && counted.workdays === 0) return simple(lengthText(counted), counted.next);
  const unit = word(reader, 'eenheid', each.next);
  if (unit?.value === 'workday') return everyWorkday(unit.next);
  const text = unit && unitText[unit.value];
  if (text) return simple(text, unit.next);
  const month = word(reader, 'schakel.each', index) ? monthNameAt(reader, each.next) : undefined;
  return month && { next: month.next, herhaling: 'P1Y', rrule: `FREQ=YEARLY;BYMONTH=${month.value}` };
}

/** "om de week" is every other week, "om de drie maanden" every three months. */
function everyOtherAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const other = word(reader, 'schakel.everyOther', index);
  if (!other) return undefined;
  const counted = lengthAt(reader, other.next);
  if (counted && counted.workdays === 0) return simple(lengthText(counted), counted.next);
  const unit = word(reader, 'eenheid', other.next);
  const twice: Readonly<Record<string, string>> = {
    day: 'P2D',
    week: 'P2W',
    month: 'P2M',
    quarter: 'P6M',
    halfyear: 'P6M',
    year: 'P2Y',
  };
  const text = unit && twice[unit.value];
  return text ? simple(text, unit.next) : undefined;
}

/** "per kwartaal", "2x per jaar", "vier keer per jaar": only what divides the year into whole months. */
function perAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const amount = amountAt(reader, index);
  const times = amount && word(reader, 'schakel.times', amount.next);
  const per = word(reader, 'schakel.per', times?.next ?? index) ?? (times && word(reader, 'lidwoord', times.next));
  const counted = per && !times && amountAt(reader, per.next) ? lengthAt(reader, per.next) : undefined;
  if (counted && counted.workdays === 0) return simple(lengthText(counted), counted.next);
  const unit = per && word(reader, 'eenheid', per.next);
  const text = unit && unitText[unit.value];
  if (!text) return undefined;
  const count = times ? amount.value : 1;
  if (count === 1) return simple(text, unit.next);
  const { years = 0, months = 0 } = parseDuration(text) ?? {};
  const apart = (years * 12 + months) / count;
  if (Number.isInteger(apart) && apart > 0) return simple(formatDuration({ months: apart }), unit.next);
  return text === 'P1M' && count === 2 ? simple('P2W', unit.next) : undefined;
}

/** "kwartaaloverleg", "maandrapportage"; not "maandag" or "jaarverslag". */
function compoundAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const token = reader.tokens[index];
  if (token?.kind !== 'word') return undefined;
  for (const { word: prefix, value } of singleWords('ritmeVoorvoegsel')) {
    if (!token.norm.startsWith(prefix)) continue;
    const rest = token.norm.slice(prefix.length).replace(/^-/, '');
    // What is done every quarter is named after it without end; of the others only these.
    const anything = value === 'P3M' && rest.length >= 4;
    if (anything || singleWords('ritmeAchtervoegsel').some((suffix) => suffix.word === rest))
      return simple(value, index + 1);
  }
  return undefined;
}

export function recurrenceAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const rhythm = word(reader, 'ritme', index);
  const found = [
    rhythm && simple(rhythm.value, rhythm.next),
    eachAt(reader, index),
    everyOtherAt(reader, index),
    perAt(reader, index),
    compoundAt(reader, index),
  ].reduce<RecurrenceMatch | undefined>(
    (best, match) => (match && match.next > (best?.next ?? -1) ? match : best),
    undefined,
  );
  if (found) return detailed(reader, found);
  return nthAt(reader, index, false);
}
