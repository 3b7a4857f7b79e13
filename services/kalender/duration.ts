import { Fault } from '../fault.ts';
import type { Language } from '../taal/language.ts';
import { sentencesIn } from '../taal/language.ts';
import { addTo, type CivilDate } from './civil-date.ts';
import { type DurationWords, durationWords } from './texts.ts';

/** Lengths of calendar time in whole years, months, weeks and days: what ISO 8601 writes as `P1Y6M`, `-P12W`, `P14D`. */

export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

const form = /^(-)?P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** Reads `P6M`, `P1Y6M`, `-P12W`; undefined for anything else, also for `P`, times of day and fractions. */
export function parseDuration(iso: string): Duration | undefined {
  const parts = form.exec(iso);
  if (!parts || iso.endsWith('P')) return undefined;
  const sign = parts[1] ? -1 : 1;
  const part = (index: number): number => (parts[index] ? sign * Number(parts[index]) : 0);
  return { years: part(2), months: part(3), weeks: part(4), days: part(5) };
}

/** The shortest ISO form; nothing at all is `P0D`. All parts of one sign. */
export function formatDuration({ years, months, weeks, days }: Partial<Duration>): string {
  const parts: [number | undefined, string][] = [
    [years, 'Y'],
    [months, 'M'],
    [weeks, 'W'],
    [days, 'D'],
  ];
  const text = parts.map(([n, letter]) => (n ? `${Math.abs(n)}${letter}` : '')).join('');
  const negative = parts.some(([n]) => (n ?? 0) < 0);
  return text ? `${negative ? '-' : ''}P${text}` : 'P0D';
}

/** The same length, counted the other way. */
export const negate = ({ years, months, weeks, days }: Duration): Duration => ({
  years: 0 - years,
  months: 0 - months,
  weeks: 0 - weeks,
  days: 0 - days,
});

const asDuration = (duration: Duration | string): Duration => {
  const read = typeof duration === 'string' ? parseDuration(duration) : duration;
  if (!read) throw new Fault('kalender-duration', 'never', 'a stored length of time is not in ISO 8601 form');
  return read;
};

/** The day this length after another (before it when negative). Foreign text goes through {@link parseDuration} first: an unreadable one is a Fault. */
export const addDuration = (day: CivilDate, duration: Duration | string): CivilDate => addTo(day, asDuration(duration));

/** The day this length before another: the last day to give notice. Faults as {@link addDuration}. */
export const subtractDuration = (day: CivilDate, duration: Duration | string): CivilDate =>
  addTo(day, negate(asDuration(duration)));

/** "6 maanden", "1 jaar en 6 maanden"; the sign is left out, for "6 weken vóór" says it in words. */
export function durationInWords(iso: string, language: Language): string | undefined {
  const read = parseDuration(iso);
  if (!read) return undefined;
  const words: DurationWords = sentencesIn(durationWords, language);
  const count = (n: number, [one, many]: readonly [string, string]): string[] =>
    n === 0 ? [] : [`${Math.abs(n)} ${Math.abs(n) === 1 ? one : many}`];
  const parts = [
    ...count(read.years, words.year),
    ...count(read.months, words.month),
    ...count(read.weeks, words.week),
    ...count(read.days, words.day),
  ];
  const last = parts.pop();
  if (last === undefined) return `0 ${words.day[1]}`;
  return parts.length === 0 ? last : `${parts.join(', ')} ${words.and} ${last}`;
}

const rhythms: Readonly<Record<string, string>> = {
  dagelijks: 'P1D',
  wekelijks: 'P1W',
  maandelijks: 'P1M',
  'elk kwartaal': 'P3M',
  halfjaarlijks: 'P6M',
  jaarlijks: 'P1Y',
};
const everyYears = /^elke (\d{1,2}) jaar$/;

/** The ISO length of a ritme of the register (CONTRACT §5) or of an ISO text; undefined for `eenmalig` and the unknown. */
export function ritmeDuration(ritme: string): Duration | undefined {
  const years = everyYears.exec(ritme)?.[1];
  return parseDuration(years ? `P${Number(years)}Y` : (rhythms[ritme] ?? ritme));
}

/**
 * The date after this one in its ritme: what "Klaar" on a recurring date makes next. Undefined when the ritme does not come
 * back. Give `origin` (the first date) to keep 31 January, 28 February, 31 March on the last days of their months.
 */
export function nextByRitme(day: CivilDate, ritme: string, origin: CivilDate = day): CivilDate | undefined {
  const step = ritmeDuration(ritme);
  if (!step || addTo(day, step) <= day) return undefined;
  for (let count = 1; ; count += 1) {
    const next = addTo(origin, {
      years: step.years * count,
      months: step.months * count,
      weeks: step.weeks * count,
      days: step.days * count,
    });
    if (next > day) return next;
  }
}
