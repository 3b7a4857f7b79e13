import { type CivilDate, clockAt, dayAt } from '../kalender/civil-date.ts';
import type { DateReading } from '../kalender/date-reading.ts';
import { wholeRecurrence } from '../kalender/recurrence.ts';
import type { QuestionFilter } from '../vragen/reading.ts';
import { mostDagen, type RegelWanneer } from './regel.ts';
import { daysIn, isCutOff, isRange, type Row, rowOf, type Span } from './regel-row.ts';

/** When a reminder is asked for: one moment, several days, or a rhythm with its ends. Pure. */

/**
 * Why a sentence names no moment that can come. What is said in a way that one reminder cannot hold is never taken in part:
 * `several-times`, `which-day` ("1 of 2 maart"), `a-range` ("van 1 tot 3 maart"), `mixed` (a day and a rhythm, two rhythms),
 * `too-many-days`.
 */
export type WhenProblem =
  | 'no-moment'
  | 'passed'
  | 'today-without-time'
  | 'several-times'
  | 'which-day'
  | 'a-range'
  | 'mixed'
  | 'too-many-days';

/** `spans`: the words that say it, so that the others are what it is about. */
export interface When {
  readonly wanneer: RegelWanneer;
  readonly spans: readonly Span[];
}

interface Tijd {
  readonly tijd?: string;
  readonly spans: readonly Span[];
}

/** The time of day that was named: in the row, or else anywhere in the sentence. */
export function tijdOf(dates: DateReading, row: Row | undefined): Tijd | 'several-times' {
  const all = dates.filter((each) => each.kind === 'time');
  const near = all.filter((each) => row?.findings.includes(each));
  const named = near.length > 0 ? near : all;
  const [tijd, ...others] = new Set(named.map((each) => each.tijd));
  if (others.length > 0) return 'several-times';
  return { ...(tijd !== undefined && { tijd }), spans: named };
}

/** "Twee werkdagen voor": its days are counted as such. */
export const workingDays = (dates: DateReading): { readonly werkdagen?: true } =>
  dates.some((each) => (each.kind === 'offset' || each.kind === 'duration') && each.werkdagen)
    ? { werkdagen: true }
    : {};

/** "Tot 1 juli", "tussen 1 maart en 1 juni": between which days a rhythm is wanted. */
function endsOf(dates: DateReading): {
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  readonly spans: readonly Span[];
} {
  const found = dates.find(
    (each) =>
      each.kind === 'period' &&
      /^(?:tot|t\/m|tm|van|vanaf|tussen|until|till|through|from|between|oant|tusken|fan) ?/i.test(each.tekst),
  );
  if (found?.kind !== 'period') return { spans: [] };
  return {
    ...(found.van !== undefined && { van: found.van }),
    ...(found.tot !== undefined && { tot: found.tot }),
    spans: [found],
  };
}

/** What stands in one row and yet does not go together in one reminder. */
export function isMixed({ findings, isList }: Row): boolean {
  const count = (...kinds: readonly string[]): number => findings.filter(({ kind }) => kinds.includes(kind)).length;
  if (count('recurrence') > 1 || count('delay') > 1 || count('offset') > 1) return true;
  const days = count('day', 'period');
  if (count('offset') === 1 || count('delay') === 1) return count('recurrence', 'offset', 'delay') > 1 || days > 0;
  return isList && count('recurrence') === 1 && findings.some(({ kind }) => kind === 'day');
}

export function wanneerOf(
  { datum }: QuestionFilter,
  text: string,
  dates: DateReading,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): When | WhenProblem {
  const today = dayAt(now, timeZone);
  const row = rowOf(text, dates, datum);
  const time = tijdOf(dates, row);
  if (time === 'several-times') return time;
  if (row === undefined) return 'no-moment';
  if (isMixed(row) || isCutOff(row, text)) return 'mixed';
  const { tijd } = time;
  const spans = [row, ...time.spans];
  const named = tijd === undefined ? {} : { tijd };
  const recurrence = dates.find((each) => each.kind === 'recurrence' && row.findings.includes(each));
  if (recurrence?.kind === 'recurrence') {
    const ends = endsOf(dates);
    const first = ends.van ?? (datum === ends.tot ? undefined : datum);
    const start = first !== undefined && first > today ? first : undefined;
    const rule = wholeRecurrence(recurrence.rrule, today, start);
    if (rule === undefined) return 'no-moment';
    const started = dates.filter((each) => each.kind === 'day' && each.datum === start);
    return {
      wanneer: { kind: 'recurring', ...rule, ...(ends.tot !== undefined && { tot: ends.tot }), ...named },
      spans: [...spans, ...ends.spans, ...started],
    };
  }
  const delay = row.findings.find((each) => each.kind === 'delay');
  if (delay?.kind === 'delay') {
    const at = now + delay.minuten * 60_000;
    return { wanneer: { kind: 'once', dag: dayAt(at, timeZone), tijd: clockAt(at, timeZone) }, spans };
  }
  const dagen = daysOf(row, datum, tijd, today);
  if (typeof dagen === 'string') return dagen;
  const [dag, ...others] = dagen;
  if (dag === undefined) return 'no-moment';
  return { wanneer: others.length === 0 ? { kind: 'once', dag, ...named } : { kind: 'days', dagen, ...named }, spans };
}

/** The days that were named, each of which can still come. */
function daysOf(
  row: Row,
  datum: CivilDate | undefined,
  tijd: string | undefined,
  today: CivilDate,
): readonly CivilDate[] | WhenProblem {
  if (row.isChoice) return 'which-day';
  if (row.findings.some(isRange)) return 'a-range';
  const named = daysIn(row, today);
  if (named === undefined) return 'which-day';
  // One alone is what the reader made of it: "voor 1 juli" is the day before.
  const alone = datum === undefined ? named : [datum];
  const dagen = named.length > 1 ? named : alone.length === 0 && tijd !== undefined ? [today] : alone;
  if (dagen.length > mostDagen) return 'too-many-days';
  if (dagen.some((dag) => dag < today)) return 'passed';
  return tijd === undefined && dagen.includes(today) ? 'today-without-time' : dagen;
}
