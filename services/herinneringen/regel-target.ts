import { type CivilDate, dayAt, instantAt } from '../kalender/civil-date.ts';
import { addDuration, parseDuration } from '../kalender/duration.ts';
import { readDates } from '../kalender/phrase.ts';
import type { Reading } from '../vragen/reading.ts';
import { rowOf } from './regel-row.ts';
import { tijdOf } from './regel-when.ts';

/** To when a sentence wants a reminder that exists moved or silenced: "verplaats de herinnering van 1 maart naar 3 maart om 14:00". Pure. */
export interface Target {
  readonly dag?: CivilDate;
  readonly tijd?: string;
  /** The day on which the reminder stands that is meant. */
  readonly van?: CivilDate;
}

const standsOn = /(?:^|\s)(?:van|from|fan)\s+$/i;

/** `passed`: that moment has been. Without `dag` no day was named. */
export function targetOf(
  reading: Reading,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Target | 'passed' | 'several-times' {
  const { text, filter, lang } = reading;
  const today = dayAt(now, timeZone);
  const dates = readDates(text, today, { lang });
  const dag = filter.datum ?? filter.periode?.tot ?? afterLength(filter.duur, today);
  const time = tijdOf(dates, rowOf(text, dates, dag));
  if (time === 'several-times') return time;
  const { tijd } = time;
  const found = dates.find(({ kind, start }) => kind === 'day' && standsOn.test(text.slice(0, start)));
  const van = found?.kind === 'day' && found.datum !== dag ? { van: found.datum } : {};
  if (dag === undefined) return { ...van, ...(tijd !== undefined && { tijd }) };
  const isAhead = tijd === undefined ? dag > today : instantAt(dag, tijd, timeZone) > now;
  return isAhead ? { dag, ...van, ...(tijd !== undefined && { tijd }) } : 'passed';
}

const afterLength = (duur: string | undefined, today: CivilDate): CivilDate | undefined =>
  duur === undefined || parseDuration(duur) === undefined ? undefined : addDuration(today, duur);
