import { Temporal } from 'temporal-polyfill';

/**
 * A day on the calendar, `YYYY-MM-DD`, without a time or a zone. Everything agreed between partners is on such a day; comparing
 * two of them as strings orders them. Instants (epoch milliseconds) are for delivery alone.
 */
export type CivilDate = string;

const form = /^\d{4}-\d{2}-\d{2}$/;

/** Whether this is a day that exists, in exactly the form `YYYY-MM-DD`. */
export function isCivilDate(value: string): boolean {
  if (!form.test(value)) return false;
  try {
    Temporal.PlainDate.from(value);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

interface KnownDay {
  readonly day: CivilDate;
  /** Epoch ms: the day's first instant, and the first of the day after. */
  readonly from: number;
  readonly until: number;
}

/** Per zone the day that was asked for last: whoever asks what day it is mostly means the same one. */
const lastDays = new Map<string, KnownDay>();

/** The civil day at this instant, in this IANA zone (`Europe/Amsterdam`). */
export function dayAt(instant: number, timeZone: string): CivilDate {
  const last = lastDays.get(timeZone);
  if (last !== undefined && instant >= last.from && instant < last.until) return last.day;
  const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).startOfDay();
  const day = start.toPlainDate().toString();
  const until = start.add({ days: 1 }).startOfDay().epochMilliseconds;
  lastDays.set(timeZone, { day, from: start.epochMilliseconds, until });
  return day;
}

/** The instant of a wall-clock time on a civil day: a time skipped in spring becomes the first after it, a doubled one its first. */
export function instantAt(day: CivilDate, time: string, timeZone: string): number {
  const plainTime = Temporal.PlainTime.from(time);
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime });
  if (zoned.toPlainTime().equals(plainTime) && zoned.toPlainDate().toString() === day) return zoned.epochMilliseconds;
  // Skipped: Temporal adds the length of the gap (02:30 becomes 03:30); the first time after the gap is the clock change itself.
  return (zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous') ?? zoned).epochMilliseconds;
}

/** The wall-clock time at this instant, `14:05`, in this IANA zone. */
export const clockAt = (instant: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);

/** Calendar arithmetic: 31 January plus one month is the last day of February. Negative values count back. */
export const addTo = (
  day: CivilDate,
  span: { readonly years?: number; readonly months?: number; readonly weeks?: number; readonly days?: number },
): CivilDate => Temporal.PlainDate.from(day).add(span).toString();

/** Monday is 1, Sunday is 7. */
export const weekday = (day: CivilDate): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
