import { type CivilDate, clockAt, dayAt } from '../kalender/civil-date.ts';
import type { DateReading } from '../kalender/date-reading.ts';
import { wholeRecurrence } from '../kalender/recurrence.ts';
import type { QuestionFilter } from '../vragen/reading.ts';
import type { RegelWanneer } from './regel.ts';

/** When a reminder is asked for: one moment, or a rhythm with its ends. Pure. */

/** Why a sentence names no moment that can come. */
export type WhenProblem = 'no-moment' | 'passed' | 'today-without-time';

/** The time of day that was named. */
export const tijdOf = (dates: DateReading): { readonly tijd?: string } => {
  const time = dates.find((each) => each.kind === 'time');
  return time?.kind === 'time' ? { tijd: time.tijd } : {};
};

/** "Twee werkdagen voor": its days are counted as such. */
export const workingDays = (dates: DateReading): { readonly werkdagen?: true } =>
  dates.some((each) => (each.kind === 'offset' || each.kind === 'duration') && each.werkdagen)
    ? { werkdagen: true }
    : {};

/** Without the names of things that hold a rhythm ("kwartaaloverleg"), when the sentence says in another way when to speak. */
export function spokenDates(dates: DateReading): DateReading {
  const isName = (each: DateReading[number]): boolean => each.kind === 'recurrence' && each.samenstelling === true;
  const isMoment = (each: DateReading[number]): boolean =>
    each.kind !== 'year' && each.kind !== 'duration' && !isName(each);
  return dates.some(isMoment) ? dates.filter((each) => !isName(each)) : dates;
}

/** "Tot 1 juli", "tussen 1 maart en 1 juni": between which days a rhythm is wanted. */
function endsOf(dates: DateReading): { readonly van?: CivilDate; readonly tot?: CivilDate } {
  const found = dates.find(
    (each) =>
      each.kind === 'period' &&
      /^(?:tot|t\/m|tm|van|vanaf|tussen|until|till|through|from|between|oant|tusken|fan) ?/i.test(each.tekst),
  );
  return found?.kind === 'period'
    ? { ...(found.van !== undefined && { van: found.van }), ...(found.tot !== undefined && { tot: found.tot }) }
    : {};
}

export function wanneerOf(
  { datum }: QuestionFilter,
  dates: DateReading,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): RegelWanneer | WhenProblem {
  const today = dayAt(now, timeZone);
  const time = tijdOf(dates);
  const recurrence = spokenDates(dates).find((each) => each.kind === 'recurrence');
  if (recurrence?.kind === 'recurrence') {
    const ends = endsOf(dates);
    const first = ends.van ?? (datum === ends.tot ? undefined : datum);
    const start = first !== undefined && first > today ? first : undefined;
    const rule = wholeRecurrence(recurrence.rrule, today, start);
    if (rule === undefined) return 'no-moment';
    return { kind: 'recurring', ...rule, ...(ends.tot !== undefined && { tot: ends.tot }), ...time };
  }
  const delay = dates.find((each) => each.kind === 'delay');
  if (delay?.kind === 'delay') {
    const at = now + delay.minuten * 60_000;
    return { kind: 'once', dag: dayAt(at, timeZone), tijd: clockAt(at, timeZone) };
  }
  if (datum === undefined && time.tijd === undefined) return 'no-moment';
  const dag = datum ?? today;
  if (dag < today) return 'passed';
  if (dag === today && time.tijd === undefined) return 'today-without-time';
  return { kind: 'once', dag, ...time };
}
