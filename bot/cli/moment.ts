import { type Clock, fixedClock } from '../../services/clock.ts';
import { type CivilDate, dayAt, instantAt, isCivilDate } from '../../services/kalender/civil-date.ts';

/** The day and moment a command works with. */
export interface Moment {
  readonly clock: Clock;
  readonly today: CivilDate;
}

const withTime = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * `--now` as a moment: a day is taken from its start, a time without a zone is civil time.
 *
 * @returns undefined when the text is neither a day nor a day with a time
 */
export function readNow(text: string | undefined, clock: Clock, timeZone: string): Moment | undefined {
  const instant = text === undefined ? clock.now() : instantOf(text.trim(), timeZone);
  if (instant === undefined || Number.isNaN(instant)) return undefined;
  return { clock: text === undefined ? clock : fixedClock(instant), today: dayAt(instant, timeZone) };
}

function instantOf(text: string, timeZone: string): number | undefined {
  if (isCivilDate(text)) return instantAt(text, '00:00', timeZone);
  if (withZone.test(text)) return Date.parse(text);
  const parts = withTime.exec(text);
  const [, day, hour, minute, second = '00'] = parts ?? [];
  if (day === undefined || !isCivilDate(day)) return undefined;
  return instantAt(day, `${hour}:${minute}:${second}`, timeZone);
}

/** An instant as civil time with its offset: `2027-01-04T09:00:00+01:00`. */
export function civilTime(instant: number, timeZone: string): string {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const wall = form.format(instant).replace(' ', 'T');
  const minutes = Math.round((Date.parse(`${wall}Z`) - instant) / 60_000);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${wall}${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
