import { dayAfter, lengthAt, lengthText } from './amount-phrases.ts';
import { addTo, type CivilDate, weekday } from './civil-date.ts';
import { dayAt, weekdayInWeek, weekdayNameAt, weekdayOfWeek } from './day-phrases.ts';
import { mondayOf } from './iso-week.ts';
import { countOfAt, ordinalOfAt } from './ordinal-phrases.ts';
import { calendarPeriodAt, nextUnitAt, thisUnitAt, weekAt } from './period-phrases.ts';
import { namedStretchAt } from './season-phrases.ts';
import {
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

/** Phrases that are built from a day or period and something more: "eind maart", "eerste maandag van maart", "over 6 weken". */

type Deel = 'begin' | 'medio' | 'eind';

const lastDay = (year: number, month: number): CivilDate => months(year, month, 1).tot;

/** Begin, middle or end of a whole month, quarter, half year or year: the day that is meant, and a third as the period. */
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
    return deel === 'medio' ? on(11, 20, 15) : { van: addTo(days.van, { days: 20 }), tot: days.tot, datum: days.tot };
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

/** "begin maart 2027", "medio mei", "eind volgende maand", "eind van het jaar", "end of Q2". */
const partAt: Rule = (reader, index) => {
  const found = word(reader, 'deel', index);
  if (!found || isVerb(reader, index)) return undefined;
  const deel = found.value === 'begin' || found.value === 'medio' ? found.value : 'eind';
  const end = deel === 'eind' ? { atEnd: true as const } : {};
  const behind = skipMark(reader, '-', found.next);
  const at = skip(reader, 'schakel.of', behind);
  const of = calendarPeriodAt(reader, at) ?? calendarPeriodAt(reader, skip(reader, 'lidwoord', at));
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

/** "week van 1 maart 2027". */
const weekOfDayAt: Rule = (reader, index) => {
  const found = word(reader, 'schakel.weekOf', index);
  const day = found && dayAt(reader, found.next);
  if (!day) return undefined;
  if (day.refused) return day;
  const van = mondayOf(day.datum);
  return { van, tot: addTo(van, { days: 6 }), datum: van, soort: 'period', next: day.next };
};

const anyStretchAt: Rule = (reader, index) =>
  longest([
    dayAt(reader, index),
    weekdayOfWeek(reader, index, weekAt),
    partAt(reader, index),
    ordinalOfAt(reader, index),
    countOfAt(reader, index),
    fromNowAt(reader, index),
    agoAt(reader, index),
    weekOfDayAt(reader, index),
    weekdayBesideAt(reader, index),
    namedStretchAt(reader, index),
    calendarPeriodAt(reader, index),
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

/** "De vrijdag voor Pasen", "de maandag na 1 maart 2027", "de dag na Koningsdag". Before a month "voor" is as often "for". */
const weekdayBesideAt: Rule = (reader, index) => {
  const article = skip(reader, 'lidwoord', index);
  const named = weekdayNameAt(reader, article);
  const unit = article > index ? word(reader, 'eenheid', article) : undefined;
  const first = named ?? (unit?.value === 'day' ? unit : undefined);
  for (const [subject, sign] of sides) {
    const side = first && word(reader, subject, first.next);
    const base = side && baseAt(reader, side.next);
    if (!first || !base || base.refused || base.unknown || base.afterVoor) continue;
    const beside = addTo(edgeOf(base, sign), { days: sign });
    const turn = named ? (((sign * (named.value - weekday(beside))) % 7) + 7) % 7 : 0;
    return { ...oneDay(addTo(beside, { days: sign * turn })), soort: 'day', next: base.next };
  }
  return undefined;
};

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
