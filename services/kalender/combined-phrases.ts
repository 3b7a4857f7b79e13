import { dayAfter, lengthAt, lengthText, ordinalAt } from './amount-phrases.ts';
import { addTo, type CivilDate, weekday } from './civil-date.ts';
import { councilTermAt, electionAt } from './council-phrases.ts';
import { dayAt, weekdayInWeek, weekdayNameAt, weekdayOfWeek } from './day-phrases.ts';
import { addWorkingDays } from './feestdagen.ts';
import { mondayOf } from './iso-week.ts';
import { countOfAt, monthDayAt, ordinalOfAt } from './ordinal-phrases.ts';
import { calendarPeriodAt, nextUnitAt, thisUnitAt, weekAt } from './period-phrases.ts';
import { namedStretchAt } from './season-phrases.ts';
import {
  calendarUnit,
  type Days,
  longest,
  monthOf,
  months,
  oneDay,
  type Reader,
  type Rule,
  type Stretch,
  skip,
  skipMark,
  word,
  yearOf,
} from './stretch.ts';
import { vagueAt } from './today-phrases.ts';

/** Phrases that are built from a day or period and something more: "eind maart", "eerste maandag van maart", "over 6 weken". */

type Deel = 'begin' | 'medio' | 'eind';

const lastDay = (year: number, month: number): CivilDate => months(year, month, 1).tot;

/** Begin, middle or end of a whole month, quarter, half year or year: the day that is meant, and as the period a third of it. */
function thirdOf(days: Days, deel: Deel): Days | undefined {
  const year = yearOf(days.van);
  const month = monthOf(days.van);
  const span = (yearOf(days.tot) - year) * 12 + monthOf(days.tot) - month + 1;
  if (days.van.slice(8) !== '01' || days.tot !== lastDay(year, month + span - 1)) return undefined;
  if (span === 1) {
    const on = (from: number, to: number, day: number): Days => ({
      van: addTo(days.van, { days: from - 1 }),
      tot: addTo(days.van, { days: to - 1 }),
      datum: addTo(days.van, { days: day - 1 }),
    });
    if (deel === 'begin') return on(1, 10, 1);
    // CONTRACT §6: of a month "medio" is the 15th, and the end its last day, in a list of afspraken as well.
    return deel === 'medio' ? on(15, 15, 15) : { van: days.tot, tot: days.tot, datum: days.tot };
  }
  const third = Math.max(1, Math.round(span / 3));
  if (deel === 'begin') return months(year, month, third);
  if (deel === 'eind') {
    const end = months(year, month + span - third, third);
    return { ...end, datum: end.tot };
  }
  const middle = months(year, month + third, Math.max(1, span - 2 * third));
  const half = addTo(days.van, { months: Math.floor(span / 2) });
  return { ...middle, datum: span % 2 === 1 ? addTo(half, { days: 14 }) : half };
}

/** Of a week people mean its working days. */
function partOfWeek(days: Days, deel: Deel): Days | undefined {
  if (weekday(days.van) !== 1 || addTo(days.van, { days: 6 }) !== days.tot) return undefined;
  const on = (from: number, to: number, day: number): Days => ({
    van: addTo(days.van, { days: from }),
    tot: addTo(days.van, { days: to }),
    datum: addTo(days.van, { days: day }),
  });
  if (deel === 'begin') return on(0, 1, 0);
  return deel === 'medio' ? on(2, 2, 2) : on(3, 4, 4);
}

/** "contracts that end in 2027", "that start in 2027" hold a verb; "by end next month" and "end March" name a part. */
function isVerb(reader: Reader, index: number): boolean {
  const after = reader.tokens[index + 1]?.norm ?? '';
  if (!['end', 'start'].includes(reader.tokens[index]?.norm ?? '')) return false;
  if (['in', 'on', 'before', 'after', 'by', 'within'].includes(after)) return true;
  const before = reader.tokens[index - 1]?.norm ?? '';
  return ['this', 'next', 'last'].includes(after) && !['by', 'before', 'until', 'till', 'the', 'at'].includes(before);
}

const partOf = (days: Days, deel: Deel): Days | undefined => partOfWeek(days, deel) ?? thirdOf(days, deel);

/** Of a term of years: its first or last year, or the two between. */
function partOfTerm({ van, tot }: Days, deel: Deel): Days {
  const [second, last] = [addTo(van, { months: 12 }), addTo(tot, { months: -12 })];
  if (deel === 'begin') return { van, tot: addTo(second, { days: -1 }), datum: van };
  if (deel === 'eind') return { van: addTo(last, { days: 1 }), tot, datum: tot };
  return { van: second, tot: last, datum: addTo(van, { months: 24 }) };
}

/** "Komende maand" rolls, but "eind komende maand" is that of the next by the calendar. */
const comingUnitAt: Rule = (reader, index) => {
  const coming = word(reader, 'schakel.coming', index);
  const unit = coming && word(reader, 'eenheid', coming.next);
  const days = unit && calendarUnit(unit.value, reader.today, 1);
  return days && { ...days, soort: 'period', next: unit.next };
};

/** "begin maart 2027", "medio mei", "eind volgende maand", "eind van het jaar", "end of Q2". */
const partAt: Rule = (reader, index) => {
  const found = word(reader, 'deel', index);
  if (!found || isVerb(reader, index)) return undefined;
  const deel = found.value === 'begin' || found.value === 'medio' ? found.value : 'eind';
  const end = deel === 'eind' ? { atEnd: true as const } : {};
  const behind = skipMark(reader, '-', found.next);
  const at = skip(reader, 'schakel.of', behind);
  const article = skip(reader, 'lidwoord', at);
  const of =
    comingUnitAt(reader, at) ??
    comingUnitAt(reader, article) ??
    calendarPeriodAt(reader, at) ??
    calendarPeriodAt(reader, article);
  const days = of && !of.refused && !of.waarschuwing ? partOf(of, deel) : undefined;
  if (of?.refused) return of;
  if (of && days) {
    const { inYear } = of;
    const year = (value: number): Days | undefined => {
      const whole = inYear?.(value);
      return whole && partOf(whole, deel);
    };
    return { ...days, soort: 'day', next: of.next, ...end, ...(inYear ? { inYear: year } : {}) };
  }
  const term = councilTermAt(reader, at) ?? councilTermAt(reader, article);
  if (term) return { ...partOfTerm(term, deel), soort: 'day', next: term.next, ...end };
  // "half jaar" is a length; "eind jaar", "eind van de maand" is this one, or the next when that has passed.
  const unit = deel === 'medio' && at === behind ? undefined : thisUnitAt(reader, at);
  const here = unit && partOf(unit, deel);
  if (!unit || !here) return undefined;
  const later = here.datum < reader.today && reader.prefer === 'coming' ? nextUnitAt(reader, at) : undefined;
  const next = later && partOf(later, deel);
  return { ...(next ?? here), soort: 'day', next: unit.next, ...end };
};

/** "over zes weken", "in two weeks", "vandaag over een week", "dinsdag over 14 dagen". */
const fromNowAt: Rule = (reader, index) => {
  const start = dayAt(reader, index);
  const at = start && !start.refused ? start.next : index;
  const turn = word(reader, 'schakel.in', at);
  const length = turn ? lengthAt(reader, turn.next) : lengthAt(reader, index);
  if (!length) return undefined;
  const behind = word(reader, 'schakel.ofNow', length.next);
  if (!turn && !behind) return undefined;
  const from = turn && at > index && start ? start.datum : reader.today;
  const next = behind?.next ?? length.next;
  const day = dayAfter(from, length);
  // "Over twee weken op woensdag": the Wednesday of that week.
  const named = length.weeks > 0 && at === index ? weekdayNameAt(reader, skip(reader, 'schakel.on', next)) : undefined;
  if (named) return { ...oneDay(weekdayInWeek(day, named.value)), soort: 'day', next: named.next };
  return { ...oneDay(day), soort: 'day', next };
};

/** "twee weken geleden", "3 months ago". */
const agoAt: Rule = (reader, index) => {
  const length = lengthAt(reader, index);
  const ago = length && word(reader, 'schakel.ago', length.next);
  return ago && { ...oneDay(dayAfter(reader.today, length, -1)), soort: 'day', next: ago.next };
};

/** "week van 1 maart 2027", "weekend van 12 december". */
const weekOfDayAt: Rule = (reader, index) => {
  const weekend = word(reader, 'schakel.weekendOf', index);
  const found = weekend ?? word(reader, 'schakel.weekOf', index);
  const day = found && dayAt(reader, found.next);
  if (!day) return undefined;
  if (day.refused) return day;
  const monday = mondayOf(day.datum);
  const van = weekend ? addTo(monday, { days: 5 }) : monday;
  return { van, tot: addTo(monday, { days: 6 }), datum: van, soort: 'period', next: day.next };
};

const anyStretchAt: Rule = (reader, index) =>
  longest([
    dayAt(reader, index),
    weekdayOfWeek(reader, index, weekAt),
    partAt(reader, index),
    ordinalOfAt(reader, index),
    countOfAt(reader, index),
    monthDayAt(reader, index),
    fromNowAt(reader, index),
    agoAt(reader, index),
    weekOfDayAt(reader, index),
    besideAt(reader, index),
    namedStretchAt(reader, index),
    calendarPeriodAt(reader, index),
    councilTermAt(reader, index),
    electionAt(reader, index),
    vagueAt(reader, index),
  ]);

const known = new WeakMap<Reader, Map<number, Stretch | undefined>>();

/** Any day or period in words, without the preposition before it. Asked for by many rules at one place, so remembered. */
export const stretchAt: Rule = (reader, index) => {
  const places = known.get(reader) ?? new Map<number, Stretch | undefined>();
  known.set(reader, places);
  if (!places.has(index)) places.set(index, anyStretchAt(reader, index));
  return places.get(index);
};

/** A day to count from: with both its edges, for "voor" and "na". */
const edgeOf = (base: Stretch, sign: 1 | -1): CivilDate =>
  base.soort === 'day' ? base.datum : sign < 0 ? base.van : base.tot;

const sides: readonly [string, 1 | -1][] = [
  ['schakel.before', -1],
  ['schakel.after', 1],
];

/**
 * "De vrijdag voor Pasen", "tweede maandag na 1 maart 2027", "eerste werkdag na nieuwjaar", "de dag na Koningsdag", "de week na 1
 * maart". Before a month "voor" is as often "for".
 */
const besideAt: Rule = (reader, index) => {
  const article = skip(reader, 'lidwoord', index);
  const ordinal = ordinalAt(reader, article);
  const at = ordinal?.next ?? article;
  const named = weekdayNameAt(reader, at);
  // "Een week voor 1 maart" is a length.
  const isLength = at === index || /^(?:een|a|an|in)$/.test(reader.tokens[index]?.norm ?? '');
  const unit = named || isLength ? undefined : word(reader, 'eenheid', at);
  const first = named ?? unit;
  const count = Math.abs(ordinal?.value ?? 1);
  for (const [subject, sign] of sides) {
    const side = first && word(reader, subject, first.next);
    const base = side && baseAt(reader, side.next);
    if (!first || !base || base.refused || base.unknown || base.afterVoor || count === 0) continue;
    const edge = edgeOf(base, sign);
    const days = named
      ? oneDay(nthWeekday(edge, named.value, sign, count))
      : nthUnitBeside(edge, unit?.value ?? '', sign, count);
    if (days) return { ...days, soort: days.van === days.tot ? 'day' : 'period', next: base.next };
  }
  return undefined;
};

function nthWeekday(edge: CivilDate, number: number, sign: 1 | -1, count: number): CivilDate {
  const beside = addTo(edge, { days: sign });
  const turn = (((sign * (number - weekday(beside))) % 7) + 7) % 7;
  return addTo(beside, { days: sign * (turn + 7 * (count - 1)) });
}

function nthUnitBeside(edge: CivilDate, unit: string, sign: 1 | -1, count: number): Days | undefined {
  if (unit === 'day') return oneDay(addTo(edge, { days: sign * count }));
  if (unit === 'workday') return oneDay(addWorkingDays(edge, sign * count));
  return calendarUnit(unit, edge, sign * count);
}

const baseAt: Rule = (reader, index) =>
  dayAt(reader, index) ??
  namedStretchAt(reader, index) ??
  namedStretchAt(reader, skip(reader, 'lidwoord', index)) ??
  dayAt(reader, skip(reader, 'lidwoord', index));

/** "12 weken vóór 1 juli 2027", "2 maanden na de zomer": counted from a day that the sentence names. */
export const countedAt: Rule = (reader, index) => {
  const length = lengthAt(reader, index);
  if (!length) return undefined;
  for (const [subject, sign] of sides) {
    const side = word(reader, subject, length.next);
    if (!side) continue;
    const base = stretchAt(reader, side.next) ?? stretchAt(reader, skip(reader, 'lidwoord', side.next));
    if (!base || base.jaar !== undefined) continue;
    if (base.refused || base.unknown) return base;
    const edge = edgeOf(base, sign);
    return {
      ...oneDay(dayAfter(edge, length, sign)),
      soort: 'day',
      next: base.next,
      verschuiving: lengthText(length, sign),
      ankerdatum: edge,
      ...(length.workdays > 0 ? { werkdagen: true as const } : {}),
      ...(base.waarschuwing ? { waarschuwing: base.waarschuwing } : {}),
    };
  }
  return undefined;
};
