import { ordinalAt, plainYearAt, yearAfter } from './amount-phrases.ts';
import { addTo, type CivilDate, weekday } from './civil-date.ts';
import { addWorkingDays } from './feestdagen.ts';
import { mondayOf } from './iso-week.ts';
import {
  asksForDate,
  dayOf,
  endsAt,
  inNearestYear,
  isCount,
  isOtherNumber,
  longest,
  oneDay,
  type Reader,
  type Rule,
  type Stretch,
  skip,
  skipMark,
  word,
} from './stretch.ts';

/** Words and numbers that name one day: "1 maart 2027", "01-03-27", "March 1st", "overmorgen", "komende vrijdag". */

interface Named {
  readonly value: number;
  readonly next: number;
}

const refuse = (next: number, reader: Reader): Stretch => ({
  ...oneDay(reader.today),
  soort: 'day',
  next,
  refused: 'no_such_day',
});

/** A day in a known year, or one that does not exist. */
const dayIn = (reader: Reader, year: number, month: number, day: number, next: number): Stretch => {
  const datum = dayOf(year, month, day);
  return datum ? { ...oneDay(datum), soort: 'day', next } : refuse(next, reader);
};

/** A day whose year nobody named. 29 February waits for its leap year, 31 February never comes. */
const dayInNearestYear = (reader: Reader, month: number, day: number, next: number): Stretch =>
  inNearestYear(reader, { soort: 'day', next }, (year) => {
    const datum = dayOf(year, month, day);
    return datum ? oneDay(datum) : undefined;
  }) ?? refuse(next, reader);

/** The full name of a weekday, also "vrijdagmiddag". */
export function weekdayNameAt(reader: Reader, index: number): Named | undefined {
  const found = word(reader, 'weekdag', index);
  if (found) return { value: Number(found.value), next: found.next };
  const stem = reader.tokens[index]?.norm.replace(/(?:ochtend|morgen|middag|avond)$/, '');
  if (stem === undefined || stem === reader.tokens[index]?.norm) return undefined;
  const part = word(
    { ...reader, tokens: [{ kind: 'word', start: 0, end: 0, norm: stem, glued: false, accented: false }] },
    'weekdag',
    0,
  );
  return part && { value: Number(part.value), next: index + 1 };
}

/** Also "ma", "zo.": only where a date must follow. */
function weekdayAt(reader: Reader, index: number): Named | undefined {
  const full = weekdayNameAt(reader, index);
  if (full) return full;
  const short = word(reader, 'weekdagKort', index);
  return short && { value: Number(short.value), next: skipMark(reader, '.', short.next) };
}

export function monthNameAt(reader: Reader, index: number): Named | undefined {
  const found = word(reader, 'maand', index);
  if (!found) return undefined;
  const point = reader.tokens[found.next];
  const abbreviated = (reader.tokens[index]?.norm.length ?? 0) <= 4 && point?.glued;
  return { value: Number(found.value), next: abbreviated ? skipMark(reader, '.', found.next) : found.next };
}

/** A bare "27" behind a month is a year only where nothing follows that it could count. */
export function twoDigitYearAt(reader: Reader, index: number): Named | undefined {
  const token = reader.tokens[index];
  const { value } = token ?? {};
  if (token?.kind !== 'number' || value === undefined || token.end - token.start !== 2 || value < 20 || value > 69)
    return undefined;
  const another = reader.tokens[index + 1]?.kind === 'number';
  return another || isCount(reader, index) ? undefined : { value: 2000 + value, next: index + 1 };
}

/** "1", "1e", "eerste": the day of the month. */
function dayNumberAt(reader: Reader, index: number): Named | undefined {
  const token = reader.tokens[index];
  if (token?.kind === 'number') {
    const { value } = token;
    return value !== undefined && value >= 1 && value <= 99 && Number.isInteger(value) && !isOtherNumber(reader, index)
      ? { value, next: index + 1 }
      : undefined;
  }
  const ordinal = ordinalAt(reader, index);
  return ordinal && ordinal.value > 0 ? ordinal : undefined;
}

function written(reader: Reader, index: number): Stretch | undefined {
  const day = dayNumberAt(reader, index);
  if (!day) return undefined;
  const dash = reader.tokens[day.next];
  const monthIndex = dash?.norm === '-' && dash.glued ? day.next + 1 : skip(reader, 'schakel.of', day.next);
  const month = monthNameAt(reader, monthIndex);
  if (!month) return undefined;
  if (reader.language === 'fy' && reader.tokens[monthIndex]?.norm === 'mei') return undefined;
  const comma = skipMark(reader, ',', month.next);
  const year = yearAfter(reader, month.next) ?? plainYearAt(reader, comma) ?? twoDigitYearAt(reader, month.next);
  if (year) return dayIn(reader, year.value, month.value, day.value, year.next);
  return day.value > 31 ? undefined : dayInNearestYear(reader, month.value, day.value, month.next);
}

/** "March 1st, 2027", "April 12": English alone writes the month first. */
function monthFirst(reader: Reader, index: number): Stretch | undefined {
  const month = monthNameAt(reader, index);
  if (!month) return undefined;
  const token = reader.tokens[month.next];
  const day = dayNumberAt(reader, month.next);
  if (!day || day.value > 31 || token?.kind === 'word') return undefined;
  const comma = skipMark(reader, ',', day.next);
  const year = plainYearAt(reader, comma);
  if (year) return dayIn(reader, year.value, month.value, day.value, year.next);
  const english = reader.language === 'en' || word(reader, 'maandEngels', index) !== undefined;
  const ends = endsAt(reader, day.next) && token?.kind === 'number' && day.value < 20;
  const verb = word(reader, 'maandDubbelzinnig', index) && !ends && !asksForDate(reader, index, day.next);
  const clear = token?.kind === 'ordinal' || ((english || ends) && !verb && !isCount(reader, month.next));
  return clear ? dayInNearestYear(reader, month.value, day.value, day.next) : undefined;
}

const numeric: Rule = (reader, index) => {
  const token = reader.tokens[index];
  if (token?.kind !== 'date' || token.parts === undefined || isOtherNumber(reader, index)) return undefined;
  const [year = 0, month = 0, day = 0] = token.parts;
  const datum = dayOf(year, month, day);
  if (datum && (year < 1900 || year > 2199)) return undefined;
  if (datum) return { ...oneDay(datum), soort: 'day', next: index + 1 };
  // With points it is more likely the number of a version than a day that does not exist.
  return token.separator === '.' ? undefined : refuse(index + 1, reader);
};

/** "1/3 - 15/3", "1-3 t/m 15-3": two of them with a link between are dates. */
function isRangeEnd(reader: Reader, index: number): boolean {
  const isNumeric = (at: number): boolean => ['dayMonth', 'date'].includes(reader.tokens[at]?.kind ?? '');
  const isLink = (at: number): boolean =>
    reader.tokens[at]?.norm === '-' || /^(?:t\/m|tm|tot)$/.test(reader.tokens[at]?.norm ?? '');
  return (isLink(index + 1) && isNumeric(index + 2)) || (isLink(index - 1) && isNumeric(index - 2));
}

/** "31-12", "1/3": without a year many other things look like that. */
const shortNumeric: Rule = (reader, index) => {
  const token = reader.tokens[index];
  if (
    token?.kind !== 'dayMonth' ||
    token.parts === undefined ||
    isOtherNumber(reader, index) ||
    isCount(reader, index)
  ) {
    return undefined;
  }
  const [day = 0, month = 0] = token.parts;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const [spelled = ''] = [token.norm];
  const unmistakable = endsAt(reader, index + 1) && (token.separator === '-' ? spelled.length === 5 : day > 12);
  const dated =
    asksForDate(reader, index, index + 1) ||
    weekdayAt(reader, index - 1) !== undefined ||
    unmistakable ||
    isRangeEnd(reader, index);
  const following = reader.tokens[index + 1];
  const noun =
    following?.kind === 'word' &&
    word(reader, 'vraagtDatum', index + 1) === undefined &&
    !unmistakable &&
    token.separator === '/';
  return dated && !noun ? dayInNearestYear(reader, month, day, index + 1) : undefined;
};

/** A date, by itself or behind its weekday, which must agree with it. */
const dated: Rule = (reader, index) => {
  const bare = (at: number): Stretch | undefined =>
    longest([written(reader, at), monthFirst(reader, at), numeric(reader, at), shortNumeric(reader, at)]);
  const named = weekdayAt(reader, index);
  if (!named) return bare(index);
  const date = bare(skip(reader, 'lidwoord', skipMark(reader, ',', named.next)));
  if (!date || date.refused || weekday(date.datum) === named.value) return date;
  return { ...oneDay(date.datum), soort: 'day', next: date.next, refused: 'weekday_mismatch' };
};

const relative: Rule = (reader, index) => {
  const found = word(reader, 'dagwoord', index);
  if (!found) return undefined;
  const greeted = /^(?:goede|goeie|goeden|good|'s)$/.test(reader.tokens[index - 1]?.norm ?? '');
  if (greeted && found.value !== '0') return undefined;
  const day = addTo(reader.today, { days: Number(found.value) });
  return {
    ...oneDay(day),
    soort: 'day',
    next: found.next,
    ...(found.value === '0' ? { afterVoor: 'itself' as const } : {}),
  };
};

const comingWeekday = (today: CivilDate, day: number): CivilDate =>
  addTo(today, { days: ((day - weekday(today) + 6) % 7) + 1 });
const pastWeekday = (today: CivilDate, day: number): CivilDate =>
  addTo(today, { days: -(((weekday(today) - day + 6) % 7) + 1) });

/** The weekday in the week of a day. */
export const weekdayInWeek = (day: CivilDate, number: number): CivilDate => addTo(mondayOf(day), { days: number - 1 });

/** "komende vrijdag", "vrijdag a.s.", "vorige dinsdag", "volgende maandag" (of next week), "dinsdag" (the next). */
const weekdayAlone: Rule = (reader, index) => {
  const { today } = reader;
  const turns: readonly [string, (number: number) => CivilDate][] = [
    ['schakel.coming', (number) => comingWeekday(today, number)],
    ['schakel.this', (number) => weekdayInWeek(today, number)],
    ['schakel.next', (number) => weekdayInWeek(addTo(today, { weeks: 1 }), number)],
    ['schakel.last', (number) => pastWeekday(today, number)],
    ['schakel.past', (number) => pastWeekday(today, number)],
  ];
  for (const [subject, day] of turns) {
    const turn = word(reader, subject, index);
    const named = turn && weekdayAt(reader, turn.next);
    if (named) return { ...oneDay(day(named.value)), soort: 'day', next: named.next };
  }
  const named =
    weekdayNameAt(reader, index) ?? (word(reader, 'weekdagKort', index) ? weekdayAt(reader, index) : undefined);
  if (!named) return undefined;
  const coming = word(reader, 'schakel.afterwardsComing', named.next);
  if (coming) return { ...oneDay(comingWeekday(today, named.value)), soort: 'day', next: coming.next };
  const past = word(reader, 'schakel.afterwardsPast', named.next);
  if (past) return { ...oneDay(pastWeekday(today, named.value)), soort: 'day', next: past.next };
  if (!weekdayNameAt(reader, index)) return undefined;
  // "freed" is also an English verb.
  if (reader.tokens[index]?.norm === 'freed' && !asksForDate(reader, index, named.next)) return undefined;
  const day = reader.prefer === 'past' ? pastWeekday(today, named.value) : comingWeekday(today, named.value);
  return { ...oneDay(day), soort: 'day', next: named.next };
};

/** "Eerstvolgende werkdag", "vorige werkdag". */
const workingDayBeside: Rule = (reader, index) => {
  const turns: readonly [string, number][] = [
    ['schakel.coming', 1],
    ['schakel.next', 1],
    ['schakel.last', -1],
    ['schakel.past', -1],
  ];
  for (const [subject, move] of turns) {
    const turn = word(reader, subject, index);
    const unit = turn && word(reader, 'eenheid', turn.next);
    if (unit?.value === 'workday')
      return { ...oneDay(addWorkingDays(reader.today, move)), soort: 'day', next: unit.next };
  }
  return undefined;
};

/** "15 december a.s.", "19 november jl.": which year is meant. */
const turned: Rule = (reader, index) => {
  const date = dated(reader, index);
  if (!date?.inYear) return date;
  const past = word(reader, 'schakel.afterwardsPast', date.next);
  if (past) {
    const before = dated({ ...reader, prefer: 'past' }, index);
    return before && { ...oneDay(before.datum), soort: 'day', next: skipMark(reader, '.', past.next) };
  }
  const coming = word(reader, 'schakel.afterwardsComing', date.next);
  return coming ? { ...oneDay(date.datum), soort: 'day', next: coming.next } : date;
};

/** Any words for one day that need no period to be understood. */
export const dayAt: Rule = (reader, index) =>
  longest([
    turned(reader, index),
    relative(reader, index),
    weekdayAlone(reader, index),
    workingDayBeside(reader, index),
  ]);

/** A weekday inside a stretch of one week: "dinsdag volgende week", "maandag week 12", "volgende week dinsdag". */
export function weekdayOfWeek(reader: Reader, index: number, weekAt: Rule): Stretch | undefined {
  const first = weekdayNameAt(reader, index);
  if (first) {
    const week = weekAt(reader, skip(reader, 'schakel.of', skipMark(reader, ',', first.next)));
    return week && !week.refused
      ? { ...oneDay(weekdayInWeek(week.van, first.value)), soort: 'day', next: week.next }
      : week && { ...week };
  }
  const week = weekAt(reader, index);
  const behind = week && weekdayNameAt(reader, skip(reader, 'schakel.on', week.next));
  return behind && !week.refused
    ? { ...oneDay(weekdayInWeek(week.van, behind.value)), soort: 'day', next: behind.next }
    : undefined;
}
