import { amountAt, dayAfter, type Length, lengthAt } from './amount-phrases.ts';
import { addTo, type CivilDate, daysBetween } from './civil-date.ts';
import { mondayOf } from './iso-week.ts';
import { calendarUnit, longest, monthOf, type Reader, skip, word, yearOf } from './stretch.ts';
import { tokensOf } from './tokens.ts';

/** "De maand erna", "een jaar later", "de drie weken daarvoor": a period that is counted from one that was spoken of before. */

export interface SteppedPeriod {
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  /** The words that said so. */
  readonly tekst: string;
}

interface Ends {
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
}

interface Step {
  readonly next: number;
  readonly length: Length;
  /** A single unit by the calendar: "de maand", "het kwartaal". */
  readonly unit?: string;
  readonly sign: 1 | -1;
  /** "Later" moves the same period; "erna" asks for the one that follows. */
  readonly kind: 'moved' | 'adjacent';
}

const directions: readonly [string, Step['sign'], Step['kind']][] = [
  ['schakel.thereafter', 1, 'adjacent'],
  ['schakel.therebefore', -1, 'adjacent'],
  ['schakel.later', 1, 'moved'],
  ['schakel.earlier', -1, 'moved'],
];

const oneOf: Readonly<Record<string, Partial<Length>>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  halfyear: { months: 6 },
  year: { months: 12 },
};

/** "De periode daarna": as long as the one before. */
function sameLongAt(reader: Reader, index: number, { van, tot }: Ends): Pick<Step, 'next' | 'length'> | undefined {
  const same = word(reader, 'schakel.sameLong', skip(reader, 'lidwoord', index));
  if (!same || van === undefined || tot === undefined) return undefined;
  const after = addTo(tot, { days: 1 });
  const months = (yearOf(after) - yearOf(van)) * 12 + monthOf(after) - monthOf(van);
  const whole = van.slice(8) === after.slice(8) && months > 0;
  const length = {
    months: whole ? months : 0,
    weeks: 0,
    days: whole ? 0 : daysBetween(van, after),
    workdays: 0,
    next: 0,
  };
  return { next: same.next, length };
}

/** "De maand", "een jaar", "de drie weken", "drie weken". */
function spanAt(reader: Reader, index: number): Pick<Step, 'next' | 'length' | 'unit'> | undefined {
  const at = skip(reader, 'lidwoord', index);
  const unit = word(reader, 'eenheid', at);
  const one = unit && oneOf[unit.value];
  if (unit && one && at > index)
    return {
      next: unit.next,
      unit: unit.value,
      length: { months: 0, weeks: 0, days: 0, workdays: 0, next: 0, ...one },
    };
  const length = amountAt(reader, at) ? lengthAt(reader, at) : undefined;
  return length && length.workdays === 0 ? { next: length.next, length } : undefined;
}

function stepAt(reader: Reader, index: number, period: Ends): Step | undefined {
  const span = spanAt(reader, index) ?? sameLongAt(reader, index, period);
  if (!span) {
    // "Het daaropvolgende kwartaal", "the following month".
    const following = word(reader, 'schakel.following', skip(reader, 'lidwoord', index));
    const unit = following && word(reader, 'eenheid', following.next);
    const one = unit && oneOf[unit.value];
    const length = { months: 0, weeks: 0, days: 0, workdays: 0, next: 0, ...one };
    return unit && one && { next: unit.next, unit: unit.value, length, sign: 1, kind: 'adjacent' };
  }
  const found = directions.flatMap(([subject, sign, kind]) => {
    const match = word(reader, subject, span.next);
    return match ? [{ ...span, next: match.next, sign, kind }] : [];
  });
  return longest(found);
}

const isFirst = (day: CivilDate, unit: string): boolean =>
  unit === 'week' ? mondayOf(day) === day : unit !== 'day' && day.endsWith('-01');

function adjacent(period: Ends, { length, unit, sign }: Step) {
  const { van, tot } = period;
  const edge = sign === 1 ? tot : van;
  if (edge === undefined) return undefined;
  if (unit !== undefined && (van === undefined || isFirst(van, unit) || unit === 'year')) {
    const days = calendarUnit(unit, edge, sign);
    if (days) return { van: days.van, tot: days.tot };
  }
  const beside = addTo(edge, { days: sign });
  const far = addTo(dayAfter(beside, length, sign), { days: -sign });
  return sign === 1 ? { van: beside, tot: far } : { van: far, tot: beside };
}

/** The last day moves with the day after it, so that the end of a month stays one. */
function moved({ van, tot }: Ends, { length, sign }: Step) {
  const end = tot && addTo(dayAfter(addTo(tot, { days: 1 }), length, sign), { days: -1 });
  return {
    ...(van === undefined ? {} : { van: dayAfter(van, length, sign) }),
    ...(end === undefined ? {} : { tot: end }),
  };
}

/**
 * The period that a sentence asks for by its distance to the one before; undefined when it asks for none. For sentences that go on
 * with an earlier question.
 *
 * @param period both days inclusive; an open side is absent
 */
export function steppedPeriod(text: string, period: Ends): SteppedPeriod | undefined {
  // Nothing that is read here is counted from today.
  const reader: Reader = {
    tokens: tokensOf(text),
    today: '2000-01-01',
    reces: [],
    prefer: 'coming',
    language: undefined,
  };
  for (let index = 0; index < reader.tokens.length; index += 1) {
    const step = stepAt(reader, index, period);
    const first = reader.tokens[index];
    const last = step && reader.tokens[step.next - 1];
    const days = step && (step.kind === 'moved' ? moved(period, step) : adjacent(period, step));
    if (days && first && last) return { ...days, tekst: text.slice(first.start, last.end) };
  }
  return undefined;
}
