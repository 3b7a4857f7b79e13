import { ordinalAt } from './amount-phrases.ts';
import type { CivilDate } from './civil-date.ts';
import { dayAt, monthNameAt, weekdayNameAt } from './day-phrases.ts';
import { monthOf, type Reader, skip, skipMark, word } from './stretch.ts';

/** Where in its month, quarter or year something falls that comes back: "eerste maandag", "de 15e", "eind", "op 1 maart". */

export interface RecurrenceMatch {
  readonly next: number;
  /** ISO length between two. */
  readonly herhaling: string;
  /** RFC 5545. */
  readonly rrule: string;
  /** The first day, where one was named: "jaarlijks op 1 oktober". */
  readonly datum?: CivilDate;
  /** Only the name of a thing: "kwartaaloverleg". */
  readonly samenstelling?: true;
}

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
export const codeOf = (weekday: number): string => dayCodes[weekday - 1] ?? 'MO';

export const unitText: Readonly<Record<string, string>> = {
  day: 'P1D',
  week: 'P1W',
  fortnight: 'P2W',
  month: 'P1M',
  quarter: 'P3M',
  halfyear: 'P6M',
  year: 'P1Y',
};

/** The months in which a rule of every quarter, half year or year falls: its first, or for "laatste" its last. */
function monthsFor(unit: string, ordinal: number): string {
  const last = ordinal < 0;
  if (unit === 'quarter') return last ? ';BYMONTH=3,6,9,12' : ';BYMONTH=1,4,7,10';
  if (unit === 'halfyear') return last ? ';BYMONTH=6,12' : ';BYMONTH=1,7';
  return last ? ';BYMONTH=12' : ';BYMONTH=1';
}

export interface Position {
  readonly next: number;
  readonly ordinal: number;
  /** What it adds to the rule: `;BYDAY=1MO`. */
  readonly part: string;
  /** What stands behind the ordinal. */
  readonly of: 'weekday' | 'workday' | 'day' | 'none';
}

/** "eerste maandag", "laatste werkdag", "laatste dag", "15e". */
export function positionAt(reader: Reader, index: number): Position | undefined {
  const ordinal = ordinalAt(reader, index);
  if (!ordinal || ordinal.value === 0) return undefined;
  const { value } = ordinal;
  const named = weekdayNameAt(reader, ordinal.next);
  if (named) return { next: named.next, ordinal: value, part: `;BYDAY=${value}${codeOf(named.value)}`, of: 'weekday' };
  const unit = word(reader, 'eenheid', ordinal.next);
  if (unit?.value === 'workday')
    return { next: unit.next, ordinal: value, part: `;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${value}`, of: 'workday' };
  if (value > 31) return undefined;
  return unit?.value === 'day'
    ? { next: unit.next, ordinal: value, part: `;BYMONTHDAY=${value}`, of: 'day' }
    : { next: ordinal.next, ordinal: value, part: `;BYMONTHDAY=${value}`, of: 'none' };
}

export const inEach = (unit: string, { ordinal, part, next }: Position): RecurrenceMatch => ({
  next,
  herhaling: unitText[unit] ?? 'P1M',
  rrule: unit === 'month' ? `FREQ=MONTHLY${part}` : `FREQ=YEARLY${monthsFor(unit, ordinal)}${part}`,
});

export const hasPositions = (unit: string): boolean => ['month', 'quarter', 'halfyear', 'year'].includes(unit);

/** A position, then "van de maand", "van elk kwartaal". */
export function nthAt(reader: Reader, index: number, each: boolean): RecurrenceMatch | undefined {
  const position = positionAt(reader, index);
  const of = position && word(reader, 'schakel.of', position.next);
  if (!of) return undefined;
  const eachUnit = word(reader, 'schakel.each', of.next) ?? word(reader, 'schakel.all', of.next);
  const unit = word(reader, 'eenheid', eachUnit?.next ?? skip(reader, 'lidwoord', of.next));
  if (!unit || (!each && !eachUnit) || !hasPositions(unit.value)) return undefined;
  return inEach(unit.value, { ...position, next: unit.next });
}

/** "eerste maandag van maart", "1 maart", "in maart": a day or month of every year. */
export function ofYearAt(reader: Reader, index: number): Omit<RecurrenceMatch, 'herhaling'> | undefined {
  const position = positionAt(reader, index);
  const of = position && position.of !== 'none' ? word(reader, 'schakel.of', position.next) : undefined;
  const ofMonth = of && monthNameAt(reader, of.next);
  if (position && ofMonth) return { next: ofMonth.next, rrule: `FREQ=YEARLY;BYMONTH=${ofMonth.value}${position.part}` };
  const inMonth = word(reader, 'schakel.within_', index);
  const month = inMonth && monthNameAt(reader, inMonth.next);
  if (month) return { next: month.next, rrule: `;BYMONTH=${month.value}` };
  const day = dayAt(reader, skip(reader, 'lidwoord', index));
  if (!day?.inYear || day.refused) return undefined;
  const rrule = `;BYMONTH=${monthOf(day.datum)};BYMONTHDAY=${Number(day.datum.slice(8))}`;
  return { next: day.next, rrule, datum: day.datum };
}

/** "maandag", "maandag en donderdag": their codes. */
export function weekdaysAt(
  reader: Reader,
  index: number,
): { readonly next: number; readonly codes: string } | undefined {
  const first = weekdayNameAt(reader, index);
  if (!first) return undefined;
  const codes = [codeOf(first.value)];
  let { next } = first;
  for (;;) {
    const link = word(reader, 'schakel.and', next)?.next ?? skipMark(reader, ',', next);
    const more = link > next ? weekdayNameAt(reader, skip(reader, 'schakel.on', link)) : undefined;
    if (!more) return { next, codes: codes.join(',') };
    codes.push(codeOf(more.value));
    next = more.next;
  }
}

const endOf = (deel: string): Position['ordinal'] => (deel === 'eind' ? -1 : 1);

/** "eind", "aan het begin": the last or first day of every month, quarter, year. */
export function partOfEach(reader: Reader, index: number, unit: string): RecurrenceMatch | undefined {
  const part = word(reader, 'deel', index);
  if (!part || part.value === 'medio' || !hasPositions(unit)) return undefined;
  const ordinal = endOf(part.value);
  return inEach(unit, { next: part.next, ordinal, part: `;BYMONTHDAY=${ordinal}`, of: 'day' });
}

/** "eind van elke maand", "aan het begin van elk kwartaal". */
export function partOfEachAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const part = word(reader, 'deel', index);
  const each = part && word(reader, 'schakel.each', skip(reader, 'schakel.of', part.next));
  const unit = each && word(reader, 'eenheid', each.next);
  const found = unit && partOfEach(reader, index, unit.value);
  return found && { ...found, next: unit.next };
}
