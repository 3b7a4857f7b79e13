import { yearAfter } from './amount-phrases.ts';
import { addTo, type CivilDate, weekday } from './civil-date.ts';
import { easter, koningsdag, type Reces } from './feestdagen.ts';
import {
  type Days,
  inNearestYear,
  isBehind,
  months,
  oneDay,
  type Reader,
  type Rule,
  type Stretch,
  word,
  yearOf,
} from './stretch.ts';

/** Seasons, holidays and reces: stretches of the year with a name. */

const seasonMonths: Readonly<Record<string, number>> = { voorjaar: 3, zomer: 6, najaar: 9, winter: 12 };

/** Calendar seasons of three whole months; the winter of a year begins in its December. */
const seasonIn = (name: string, year: number): Days => months(year, seasonMonths[name] ?? 1, 3);

const before = (reader: Reader, index: number): string => reader.tokens[index - 1]?.norm ?? '';

/** "Voorjaar of zomer", "najaar en winter". */
function besideSeason(reader: Reader, index: number): boolean {
  const isLink = (at: number): boolean => /^(?:en|of|and|or|\/|,|t\/m)$/.test(reader.tokens[at]?.norm ?? '');
  const isSeason = (at: number): boolean => word(reader, 'seizoen', at) !== undefined;
  return (isLink(index + 1) && isSeason(index + 2)) || (isLink(index - 1) && isSeason(index - 2));
}

/** "zomer" may be a surname, "spring" a verb: alone they need a preposition, with or without its article. */
function seasonIsMeant(reader: Reader, index: number): boolean {
  const alone = reader.tokens.every((token, place) => place === index || token.kind === 'mark');
  const article = word(reader, 'lidwoord', index - 1) !== undefined;
  const asked = word(reader, 'vraagtDatum', article ? index - 2 : index - 1);
  const between = reader.tokens.slice(0, index).some((_, at) => word(reader, 'schakel.between', at) !== undefined);
  if (between && isBehind(reader, index, ['schakel.and'])) return true;
  const prepositions = ['before', 'after', 'until', 'through', 'since', 'from', 'by', 'inYear'];
  if (
    isBehind(
      reader,
      index,
      prepositions.map((each) => `schakel.${each}`),
    ) &&
    before(reader, index) !== 'van'
  )
    return true;
  // "van de Winter" is as likely a name.
  return (
    besideSeason(reader, index) ||
    alone ||
    (asked !== undefined && before(reader, article ? index - 1 : index) !== 'van')
  );
}

const turns: readonly [string, 'this' | 'next' | 'last'][] = [
  ['schakel.this', 'this'],
  ['schakel.coming', 'this'],
  ['schakel.next', 'next'],
  ['schakel.last', 'last'],
  ['schakel.past', 'last'],
];

/** "Dit voorjaar" is that of this year, also when it has passed; a winter that has begun, or the next. */
function seasonOfThisYear({ today }: Reader, name: string): Days {
  const year = yearOf(today);
  const begun = seasonIn(name, year - 1);
  return begun.tot >= today ? begun : seasonIn(name, year);
}

/** The named stretch that is meant by "deze", "volgende", "vorige". */
function turnedDays(
  reader: Reader,
  turn: 'this' | 'next' | 'last',
  inYear: (year: number) => Days | undefined,
): Days | undefined {
  const year = yearOf(reader.today);
  const all = [-2, -1, 0, 1, 2].map((step) => inYear(year + step)).filter((days) => days !== undefined);
  if (turn === 'last') return all.findLast((days) => days.tot < reader.today);
  return all.find((days) => (turn === 'this' ? days.tot : days.van) > reader.today);
}

function named(
  reader: Reader,
  index: number,
  subject: string,
  inYear: (name: string, year: number) => Days | undefined,
  soort: 'day' | 'period',
  meant: (reader: Reader, index: number) => boolean,
): Stretch | undefined {
  const rest = { soort };
  for (const [turnSubject, turn] of turns) {
    const turned = word(reader, turnSubject, index);
    const found = turned && word(reader, subject, turned.next);
    if (!found) continue;
    const isSeason = turnSubject === 'schakel.this' && subject === 'seizoen';
    const days = isSeason
      ? seasonOfThisYear(reader, found.value)
      : turnedDays(reader, turn, (year) => inYear(found.value, year));
    if (days) return { ...days, soort: days.van === days.tot ? 'day' : soort, next: found.next };
  }
  const found = word(reader, subject, index);
  if (!found) return undefined;
  const year = yearAfter(reader, found.next);
  const days = year && inYear(found.value, year.value);
  if (days) return { ...days, soort: days.van === days.tot ? 'day' : soort, next: year.next };
  if (year) return undefined;
  if (!meant(reader, index)) return undefined;
  const stretch = inNearestYear(reader, { ...rest, next: found.next }, (of) => inYear(found.value, of));
  return stretch && { ...stretch, soort: stretch.van === stretch.tot ? 'day' : soort };
}

/** The range that is configured for this reces; a reces without a name is known by its months. */
function recesIn(reader: Reader, name: string, year: number): Days | undefined {
  const middle: Readonly<Record<string, string>> = {
    zomer: '-08-01',
    herfst: '-10-20',
    kerst: '-12-28',
    voorjaar: '-02-22',
    mei: '-05-01',
  };
  const isThat = (range: Reces): boolean => {
    if (name === '') return true;
    if (range.naam !== undefined) return range.naam.toLowerCase().includes(name);
    const day = `${range.van.slice(0, 4)}${middle[name] ?? ''}`;
    return addTo(range.van, { days: -10 }) <= day && day <= addTo(range.tot, { days: 10 });
  };
  const range = [...reader.reces]
    .sort((left, right) => (left.van < right.van ? -1 : 1))
    .find(
      (candidate) =>
        yearOf(candidate.van) === year && isThat(candidate) && (name !== '' || candidate.tot >= reader.today),
    );
  return range && { van: range.van, tot: range.tot, datum: range.van };
}

/** "zomerreces", "het reces", "zomervakantie 2027": as configured; unknown with a warning where it is not. */
const recesAt: Rule = (reader, index) => {
  const found = named(
    reader,
    index,
    'reces',
    (name, year) => recesIn(reader, name, year),
    'period',
    () => true,
  );
  if (found) return found;
  const turned = turns.map(([subject]) => word(reader, subject, index)).find((match) => match !== undefined);
  const words = word(reader, 'reces', turned?.next ?? index);
  if (!words) return undefined;
  const next = yearAfter(reader, words.next)?.next ?? words.next;
  return { ...oneDay(reader.today), soort: 'period', next, unknown: true, waarschuwing: 'reces_unset' };
};

/**
 * "voorjaar", "na de zomer", "najaar 2027". Around the summer a council means its reces: "voor de zomer" ends when that
 * begins. Where it is not configured the calendar's summer stands in, with the warning.
 */
const seasonAt: Rule = (reader, index) => {
  const season = named(reader, index, 'seizoen', seasonIn, 'period', seasonIsMeant);
  if (!season || !around(reader, index) || monthsOf(season) !== 6) return season;
  const reces = recesIn(reader, 'zomer', yearOf(season.van));
  return reces ? { ...season, ...reces } : { ...season, waarschuwing: 'reces_unset' };
};

const monthsOf = (stretch: Stretch): number => Number(stretch.van.slice(5, 7));

/** Whether the words before say "voor" or "na" it, rather than in it. */
const around = (reader: Reader, index: number): boolean =>
  isBehind(reader, index, ['schakel.before', 'schakel.after', 'schakel.until']);

/** The third Tuesday of September. */
const prinsjesdag = (year: number): CivilDate => {
  const first = `${year}-09-01`;
  return addTo(first, { days: ((9 - weekday(first)) % 7) + 14 });
};

function holidayIn(name: string, year: number): Days | undefined {
  const fromEaster = (days: number, length = 1): Days => {
    const van = addTo(easter(year), { days });
    return { van, tot: addTo(van, { days: length - 1 }), datum: van };
  };
  const holidays: Readonly<Record<string, () => Days>> = {
    nieuwjaarsdag: () => oneDay(`${year}-01-01`),
    goede_vrijdag: () => fromEaster(-2),
    pasen: () => fromEaster(0, 2),
    eerste_paasdag: () => fromEaster(0),
    tweede_paasdag: () => fromEaster(1),
    koningsdag: () => oneDay(koningsdag(year)),
    bevrijdingsdag: () => oneDay(`${year}-05-05`),
    hemelvaartsdag: () => fromEaster(39),
    pinksteren: () => fromEaster(49, 2),
    eerste_pinksterdag: () => fromEaster(49),
    tweede_pinksterdag: () => fromEaster(50),
    prinsjesdag: () => oneDay(prinsjesdag(year)),
    sinterklaas: () => oneDay(`${year}-12-05`),
    kerst: () => ({ van: `${year}-12-25`, tot: `${year}-12-26`, datum: `${year}-12-25` }),
    eerste_kerstdag: () => oneDay(`${year}-12-25`),
    tweede_kerstdag: () => oneDay(`${year}-12-26`),
    oud_en_nieuw: () => ({ van: `${year}-12-31`, tot: `${year + 1}-01-01`, datum: `${year}-12-31` }),
    oudejaarsdag: () => oneDay(`${year}-12-31`),
  };
  return holidays[name]?.();
}

/** Any stretch of the year with a name. */
export const namedStretchAt: Rule = (reader, index) => {
  const season = seasonAt(reader, index);
  const holiday = named(reader, index, 'feestdag', holidayIn, 'period', () => true);
  const reces = recesAt(reader, index);
  return [season, holiday, reces].reduce<Stretch | undefined>(
    (best, candidate) => (candidate && candidate.next > (best?.next ?? -1) ? candidate : best),
    undefined,
  );
};
