import { addTo, type CivilDate, weekday } from './civil-date.ts';

/** Weeks by ISO 8601: from Monday, week 1 holds 4 January; a year has 52 or 53. */

export interface IsoWeek {
  /** The year the week belongs to: 1 January 2027 is in week 53 of 2026. */
  readonly jaar: number;
  readonly week: number;
}

export interface DayRange {
  readonly van: CivilDate;
  readonly tot: CivilDate;
}

/** The Monday of the week of this day. */
export const mondayOf = (day: CivilDate): CivilDate => addTo(day, { days: 1 - weekday(day) });

export function weekOf(day: CivilDate): IsoWeek {
  const thursday = addTo(day, { days: 4 - weekday(day) });
  const jaar = Number(thursday.slice(0, 4));
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 86_400_000;
  return { jaar, week: Math.floor(dayOfYear / 7) + 1 };
}

/** 52 or 53. */
export const weeksIn = (jaar: number): number => weekOf(`${jaar}-12-28`).week;

/** Monday to Sunday; undefined when this year has no such week. */
export function weekRange(jaar: number, week: number): DayRange | undefined {
  if (!Number.isInteger(week) || week < 1 || week > weeksIn(jaar)) return undefined;
  const van = addTo(mondayOf(`${jaar}-01-04`), { weeks: week - 1 });
  return { van, tot: addTo(van, { days: 6 }) };
}

/** The next week of this number, this week counting as itself; week 53 may be years away. Undefined outside 1–53. */
export function nextWeek(week: number, today: CivilDate): DayRange | undefined {
  const { jaar } = weekOf(today);
  for (let ahead = 0; ahead < 10; ahead += 1) {
    const range = weekRange(jaar + ahead, week);
    if (range && range.tot >= today) return range;
  }
  return undefined;
}

/** The last week of this number that began on or before today. */
export function previousWeek(week: number, today: CivilDate): DayRange | undefined {
  const { jaar } = weekOf(today);
  for (let back = 0; back < 10; back += 1) {
    const range = weekRange(jaar - back, week);
    if (range && range.van <= today) return range;
  }
  return undefined;
}
