import { addTo, type CivilDate, weekday } from './civil-date.ts';

/**
 * Dutch public holidays, working days, and terms counted back from a day. Computed, not looked up: valid for every year of
 * the Gregorian calendar in which these holidays exist (Koningsdag since 2014).
 */

/** Both days inclusive. `naam`: "zomerreces"; without it a reces is recognised by its months. */
export interface Reces {
  readonly van: CivilDate;
  readonly tot: CivilDate;
  readonly naam?: string;
}

/** A recognised public holiday (Algemene termijnenwet art. 3). */
export interface Feestdag {
  readonly datum: CivilDate;
  readonly naam: string;
}

const date = (year: number, month: number, day: number): CivilDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Easter Sunday of this year (anonymous Gregorian algorithm). */
export function easter(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return date(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** 27 April, or the Saturday before it when that is a Sunday. */
export function koningsdag(year: number): CivilDate {
  const day = date(year, 4, 27);
  return weekday(day) === 7 ? addTo(day, { days: -1 }) : day;
}

const known = new Map<number, readonly Feestdag[]>();

/**
 * The holidays on which a statutory term cannot end, in order of date. Eerste Paasdag and Pinksterdag are Sundays and stay
 * out. 5 May counts every year, also when offices are open.
 */
export function feestdagenOf(year: number): readonly Feestdag[] {
  const before = known.get(year);
  if (before) return before;
  const paasdag = easter(year);
  const days: readonly Feestdag[] = [
    { datum: date(year, 1, 1), naam: 'Nieuwjaarsdag' },
    { datum: addTo(paasdag, { days: -2 }), naam: 'Goede Vrijdag' },
    { datum: addTo(paasdag, { days: 1 }), naam: 'Tweede Paasdag' },
    { datum: koningsdag(year), naam: 'Koningsdag' },
    { datum: date(year, 5, 5), naam: 'Bevrijdingsdag' },
    { datum: addTo(paasdag, { days: 39 }), naam: 'Hemelvaartsdag' },
    { datum: addTo(paasdag, { days: 50 }), naam: 'Tweede Pinksterdag' },
    { datum: date(year, 12, 25), naam: 'Eerste Kerstdag' },
    { datum: date(year, 12, 26), naam: 'Tweede Kerstdag' },
  ];
  const sorted = [...days].sort((left, right) => (left.datum < right.datum ? -1 : 1));
  known.set(year, sorted);
  return sorted;
}

/** The name of the public holiday on this day, if it is one. Two on one day (Hemelvaart on 5 May 2016): the first by the law's list. */
export const feestdagOn = (day: CivilDate): string | undefined =>
  feestdagenOf(Number(day.slice(0, 4))).find((feestdag) => feestdag.datum === day)?.naam;

export interface WorkingDayOptions {
  /** Days that are no working days either: the reces of the council that must receive something. */
  readonly reces?: readonly Reces[];
}

/** Neither weekend nor public holiday nor inside a reces. */
export const isWorkingDay = (day: CivilDate, { reces = [] }: WorkingDayOptions = {}): boolean =>
  weekday(day) < 6 && feestdagOn(day) === undefined && !reces.some(({ van, tot }) => van <= day && day <= tot);

/** A reces longer than this is a mistake in the configuration; the search stops there and ignores the reces. */
const longestSearch = 400;

function seek(day: CivilDate, step: 1 | -1, options: WorkingDayOptions): CivilDate {
  let candidate = day;
  for (let tried = 0; tried < longestSearch; tried += 1) {
    if (isWorkingDay(candidate, options)) return candidate;
    candidate = addTo(candidate, { days: step });
  }
  return seek(day, step, {});
}

/** This day when it is a working day, else the last one before it. For reminders: better early than on a closed day. */
export const previousWorkingDay = (day: CivilDate, options: WorkingDayOptions = {}): CivilDate =>
  seek(day, -1, options);

/** This day when it is a working day, else the first one after it. */
export const nextWorkingDay = (day: CivilDate, options: WorkingDayOptions = {}): CivilDate => seek(day, 1, options);

/**
 * The n-th working day after this day (before it when n is negative). The day itself never counts; n = 0 gives the day itself,
 * also when that is no working day.
 */
export function addWorkingDays(day: CivilDate, n: number, options: WorkingDayOptions = {}): CivilDate {
  const step = n < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(n); left > 0; left -= 1) reached = seek(addTo(reached, { days: step }), step, options);
  return reached;
}

/** So many weeks before this day. Counted back, so never shifted (Algemene termijnenwet art. 1 lid 2). */
export const weeksBefore = (day: CivilDate, weeks: number): CivilDate => addTo(day, { weeks: -weeks });

/** The last safe day of "vóór DAY": the day before it. */
export const lastDayBefore = (day: CivilDate): CivilDate => addTo(day, { days: -1 });
