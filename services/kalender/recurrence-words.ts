import type { Language, Sentences } from '../taal/language.ts';
import { sentencesIn } from '../taal/language.ts';

/** A recurring rule in words, as a person would say it back: "elke maand op de eerste maandag". */

interface RecurrenceTexts {
  readonly weekdays: Readonly<Record<string, string>>;
  readonly months: readonly string[];
  readonly ordinal: (position: number) => string;
  readonly every: (unit: Unit, count: number) => string;
  readonly workdays: string;
  readonly on: (day: string) => string;
  readonly onThe: (which: string, day: string) => string;
  readonly workday: string;
  readonly monthDay: (day: number) => string;
  readonly inMonths: (months: readonly string[]) => string;
  readonly yearDay: (day: number, month: string) => string;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'halfyear' | 'year';

const nlUnits: Readonly<Record<Unit, readonly [string, string]>> = {
  day: ['elke dag', 'dagen'],
  week: ['elke week', 'weken'],
  month: ['elke maand', 'maanden'],
  quarter: ['elk kwartaal', 'kwartalen'],
  halfyear: ['elk half jaar', 'halve jaren'],
  year: ['elk jaar', 'jaar'],
};
const enUnits: Readonly<Record<Unit, readonly [string, string]>> = {
  day: ['every day', 'days'],
  week: ['every week', 'weeks'],
  month: ['every month', 'months'],
  quarter: ['every quarter', 'quarters'],
  halfyear: ['every half year', 'half years'],
  year: ['every year', 'years'],
};

const texts: Sentences<RecurrenceTexts> = {
  nl: {
    weekdays: {
      MO: 'maandag',
      TU: 'dinsdag',
      WE: 'woensdag',
      TH: 'donderdag',
      FR: 'vrijdag',
      SA: 'zaterdag',
      SU: 'zondag',
    },
    months: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
    ordinal: (position) =>
      ({ 1: 'eerste', 2: 'tweede', 3: 'derde', 4: 'vierde', 5: 'vijfde', '-1': 'laatste' })[String(position)] ??
      `${position}e`,
    every: (unit, count) => (count === 1 ? nlUnits[unit][0] : `elke ${count} ${nlUnits[unit][1]}`),
    workdays: 'elke werkdag',
    on: (day) => ` op ${day}`,
    onThe: (which, day) => ` op de ${which} ${day}`,
    workday: 'werkdag',
    monthDay: (day) => (day < 0 ? ' op de laatste dag' : ` op de ${day}e`),
    inMonths: (months) => ` in ${months.join(', ')}`,
    yearDay: (day, month) => ` op ${day} ${month}`,
  },
  en: {
    weekdays: {
      MO: 'Monday',
      TU: 'Tuesday',
      WE: 'Wednesday',
      TH: 'Thursday',
      FR: 'Friday',
      SA: 'Saturday',
      SU: 'Sunday',
    },
    months: 'January February March April May June July August September October November December'.split(' '),
    ordinal: (position) =>
      ({ 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', '-1': 'last' })[String(position)] ??
      `${position}th`,
    every: (unit, count) => (count === 1 ? enUnits[unit][0] : `every ${count} ${enUnits[unit][1]}`),
    workdays: 'every working day',
    on: (day) => ` on ${day}`,
    onThe: (which, day) => ` on the ${which} ${day}`,
    workday: 'working day',
    monthDay: (day) => (day < 0 ? ' on the last day' : ` on day ${day}`),
    inMonths: (months) => ` in ${months.join(', ')}`,
    yearDay: (day, month) => ` on ${day} ${month}`,
  },
};

const units: Readonly<Record<string, Unit>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const workweek = 'MO,TU,WE,TH,FR';

/** @param rrule as `wholeRecurrence` gives it */
export function recurrenceInWords(rrule: string, language: Language): string {
  const said = sentencesIn(texts, language);
  const parts = new Map(
    rrule.split(';').map((each): [string, string] => [each.split('=')[0] ?? '', each.split('=')[1] ?? '']),
  );
  const days = parts.get('BYDAY');
  if (parts.get('FREQ') === 'WEEKLY' && days === workweek) return said.workdays;
  const months = parts.get('BYMONTH')?.split(',').map(Number) ?? [];
  const monthNames = months.map((month) => said.months[month - 1] ?? '');
  const monthDay = Number(parts.get('BYMONTHDAY'));
  const named = units[parts.get('FREQ') ?? ''] ?? 'year';
  const unit = named === 'year' ? yearUnit(months.length) : named;
  const every = said.every(unit, Number(parts.get('INTERVAL') ?? 1));
  const [month] = monthNames;
  if (unit === 'year' && month !== undefined && monthNames.length === 1 && monthDay > 0)
    return every + said.yearDay(monthDay, month);
  const within = unit === 'year' && monthNames.length > 0 ? said.inMonths(monthNames) : '';
  if (Number.isInteger(monthDay)) return every + within + said.monthDay(monthDay);
  return every + within + dayWords(days, Number(parts.get('BYSETPOS')), said);
}

const yearUnit = (months: number): Unit => (months === 4 ? 'quarter' : months === 2 ? 'halfyear' : 'year');

function dayWords(days: string | undefined, position: number, said: RecurrenceTexts): string {
  if (days === undefined) return '';
  if (days === workweek && Number.isInteger(position)) return said.onThe(said.ordinal(position), said.workday);
  const each = days.split(',').map((day) => {
    const count = Number(day.slice(0, -2));
    const name = said.weekdays[day.slice(-2)] ?? day;
    return count === 0 ? said.on(name) : said.onThe(said.ordinal(count), name);
  });
  return each.join(',');
}
