import { amountAt, lengthAt, lengthText, ordinalAt } from './amount-phrases.ts';
import { monthNameAt } from './day-phrases.ts';
import { formatDuration, parseDuration } from './duration.ts';
import {
  codeOf,
  hasPositions,
  inEach,
  nthAt,
  ofYearAt,
  partOfEach,
  partOfEachAt,
  positionAt,
  type RecurrenceMatch,
  unitText,
  weekdaysAt,
} from './recurrence-positions.ts';
import { longest, type Reader, skip, skipMark, word } from './stretch.ts';
import { singleWords } from './words.ts';

/** "elke eerste maandag van de maand", "per kwartaal", "jaarlijks op 1 maart", "kwartaaloverleg": what comes back. */

function ruleFor(herhaling: string): string {
  const { years = 0, months = 0, weeks = 0, days = 0 } = parseDuration(herhaling) ?? {};
  const [frequency, interval] =
    years > 0 && months === 0
      ? ['YEARLY', years]
      : months > 0 || years > 0
        ? ['MONTHLY', months + 12 * years]
        : weeks > 0
          ? ['WEEKLY', weeks]
          : ['DAILY', days];
  return interval === 1 ? `FREQ=${frequency}` : `FREQ=${frequency};INTERVAL=${interval}`;
}

const simple = (herhaling: string, next: number): RecurrenceMatch => ({ next, herhaling, rrule: ruleFor(herhaling) });

const everyWorkday = (next: number): RecurrenceMatch => ({
  next,
  herhaling: 'P1D',
  rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
});

const unitOf = (herhaling: string): string | undefined =>
  Object.entries(unitText).find(([, text]) => text === herhaling)?.[0];

/** What may follow a plain rhythm: "op 1 maart", "in maart", "op maandag en donderdag", "op de eerste maandag", "aan het eind". */
function detailed(reader: Reader, match: RecurrenceMatch): RecurrenceMatch {
  const comma = skipMark(reader, ',', match.next);
  const on = word(reader, 'schakel.on', comma) ?? word(reader, 'schakel.per', comma);
  const at = on?.next ?? comma;
  const isPlain = !match.rrule.includes('BY');
  if (!isPlain) return match;
  if (match.herhaling.endsWith('Y')) {
    const ofYear = ofYearAt(reader, at);
    if (ofYear) {
      const rrule = ofYear.rrule.startsWith(';') ? `${match.rrule}${ofYear.rrule}` : ofYear.rrule;
      return { ...match, ...ofYear, rrule };
    }
  }
  if (match.herhaling.endsWith('W')) {
    const days = weekdaysAt(reader, at);
    return days ? { ...match, next: days.next, rrule: `${match.rrule};BYDAY=${days.codes}` } : match;
  }
  const nth = nthAt(reader, at, true);
  if (nth && nth.herhaling === match.herhaling) return nth;
  const unit = unitOf(match.herhaling) ?? '';
  const position = on && hasPositions(unit) ? positionAt(reader, skip(reader, 'lidwoord', at)) : undefined;
  if (position && (position.of !== 'none' || (unit === 'month' && position.ordinal > 0))) return inEach(unit, position);
  return partOfEach(reader, comma, unit) ?? match;
}

/** "elke eerste maandag", "elke 15e": of the month. "Elke tweede week" is every other one. */
function eachNthAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const ordinal = ordinalAt(reader, index);
  const unit = ordinal && word(reader, 'eenheid', ordinal.next);
  const steps: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' };
  const step = unit && steps[unit.value];
  if (ordinal && unit?.value === 'quarter' && ordinal.value >= 1 && ordinal.value <= 4)
    return { next: unit.next, herhaling: 'P1Y', rrule: `FREQ=YEARLY;BYMONTH=${ordinal.value * 3 - 2}` };
  if (ordinal && step && ordinal.value > 1) return simple(`P${ordinal.value}${step}`, unit.next);
  const position = positionAt(reader, index);
  if (!position) return undefined;
  const isDay = position.of === 'none' && reader.tokens[index]?.kind === 'ordinal' && !unit;
  return isDay || position.of === 'weekday' || position.of === 'workday' ? inEach('month', position) : undefined;
}

/** "elke maand", "iedere 2 weken", "every Monday", "elke eerste vrijdag van de maand", "elke maart", "elke 1 maart", "elk najaar". */
function eachAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const certain = word(reader, 'schakel.each', index);
  const each = certain ?? word(reader, 'schakel.all', index);
  if (!each) return undefined;
  const nth = nthAt(reader, each.next, true);
  if (nth) return nth;
  const days = weekdaysAt(reader, each.next);
  if (days) return { next: days.next, herhaling: 'P1W', rrule: `FREQ=WEEKLY;BYDAY=${days.codes}` };
  const ofYear = certain && ofYearAt(reader, each.next);
  if (ofYear)
    return {
      ...ofYear,
      herhaling: 'P1Y',
      rrule: `${ofYear.rrule.startsWith(';') ? 'FREQ=YEARLY' : ''}${ofYear.rrule}`,
    };
  const numbered = certain && eachNthAt(reader, each.next);
  if (numbered) return numbered;
  const counted = amountAt(reader, each.next) ? lengthAt(reader, each.next) : undefined;
  if (counted && counted.workdays === 0) return simple(lengthText(counted), counted.next);
  const unit = word(reader, 'eenheid', each.next);
  if (unit?.value === 'workday') return everyWorkday(unit.next);
  const text = unit && unitText[unit.value];
  if (text) return simple(text, unit.next);
  const month = certain && monthNameAt(reader, each.next);
  if (month) return { next: month.next, herhaling: 'P1Y', rrule: `FREQ=YEARLY;BYMONTH=${month.value}` };
  const season = certain && word(reader, 'seizoen', each.next);
  const first = season && firstMonths[season.value];
  return first === undefined || !season
    ? undefined
    : { next: season.next, herhaling: 'P1Y', rrule: `FREQ=YEARLY;BYMONTH=${first}` };
}

const firstMonths: Readonly<Record<string, number>> = { voorjaar: 3, zomer: 6, najaar: 9, winter: 12 };

/** "om de week" is every other week, "om de drie maanden" every three months, "om de vrijdag" every other Friday. */
function everyOtherAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const other = word(reader, 'schakel.everyOther', index);
  if (!other) return undefined;
  const counted = lengthAt(reader, other.next);
  if (counted && counted.workdays === 0) return simple(lengthText(counted), counted.next);
  const days = weekdaysAt(reader, other.next);
  if (days) return { next: days.next, herhaling: 'P2W', rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${days.codes}` };
  const unit = word(reader, 'eenheid', other.next);
  const twice: Readonly<Record<string, string>> = {
    day: 'P2D',
    week: 'P2W',
    month: 'P2M',
    quarter: 'P6M',
    halfyear: 'P6M',
    year: 'P2Y',
  };
  const text = unit && twice[unit.value];
  return text ? simple(text, unit.next) : undefined;
}

/** "eens", "2x", "vier keer": how often. */
function timesAt(reader: Reader, index: number): { readonly count: number; readonly next: number } | undefined {
  const named = word(reader, 'aantalKeer', index);
  const amount = amountAt(reader, index);
  const times = amount && word(reader, 'schakel.times', amount.next);
  if (times) return { count: amount.value, next: times.next };
  return named && { count: Number(named.value), next: named.next };
}

/** "per kwartaal", "2x per jaar", "eens in de vier jaar", "twice a month": only what comes out as whole months or weeks. */
function perAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const times = timesAt(reader, index);
  const at = times?.next ?? index;
  const article = /^an?$/.test(reader.tokens[at]?.norm ?? '') ? { next: at + 1 } : undefined;
  const often = ['schakel.per', 'schakel.each', 'schakel.everyOther', 'schakel.within_'];
  const link = times
    ? (longest(often.map((subject) => word(reader, subject, at))) ?? article)
    : word(reader, 'schakel.per', at);
  // "24 uur per dag" is a rate.
  if (!link || (!times && word(reader, 'klok', index - 1))) return undefined;
  const counted = amountAt(reader, link.next) ? lengthAt(reader, link.next) : undefined;
  const unit = word(reader, 'eenheid', skip(reader, 'lidwoord', link.next));
  const text = counted && counted.workdays === 0 ? lengthText(counted) : unit && unitText[unit.value];
  const next = counted?.next ?? unit?.next;
  if (!text || next === undefined) return undefined;
  const count = times?.count ?? 1;
  if (count === 1) return simple(text, next);
  const { years = 0, months = 0, weeks = 0 } = parseDuration(text) ?? {};
  const monthsApart = (years * 12 + months) / count;
  const weeksApart = weeks / count;
  if (Number.isInteger(monthsApart) && monthsApart > 0) return simple(formatDuration({ months: monthsApart }), next);
  if (Number.isInteger(weeksApart) && weeksApart > 0) return simple(formatDuration({ weeks: weeksApart }), next);
  return text === 'P1M' && count === 2 ? simple('P2W', next) : undefined;
}

/** "op maandagen", "'s vrijdags", "on Fridays". */
function weekdaysNamedAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const codes: string[] = [];
  let next = skip(reader, 'schakel.on', index);
  for (let days = word(reader, 'weekdagen', next); days; ) {
    codes.push(codeOf(Number(days.value)));
    next = days.next;
    const link = word(reader, 'schakel.and', next)?.next ?? skipMark(reader, ',', next);
    days = link > next ? word(reader, 'weekdagen', link) : undefined;
  }
  return codes.length === 0 ? undefined : { next, herhaling: 'P1W', rrule: `FREQ=WEEKLY;BYDAY=${codes.join(',')}` };
}

/** "Een jaarlijkse herinnering", "het wekelijkse overzicht": the rhythm of the message itself. */
function adjectiveAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const norm = reader.tokens[index]?.norm ?? '';
  if (!norm.endsWith('e') || !word(reader, 'herinnerwoord', index + 1)) return undefined;
  const token = { kind: 'word', start: 0, end: 0, norm: norm.slice(0, -1), glued: false, accented: false } as const;
  const rhythm = word({ ...reader, tokens: [token] }, 'ritme', 0);
  return rhythm && simple(rhythm.value, index + 1);
}

/** "3-maandelijks", "2wekelijks". */
function numberedAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const [, count, unit] = /^(\d{1,2})-?(wekelijks|maandelijks|jaarlijks)$/.exec(reader.tokens[index]?.norm ?? '') ?? [];
  if (count === undefined || Number(count) < 1) return undefined;
  const letter = unit === 'wekelijks' ? 'W' : unit === 'maandelijks' ? 'M' : 'Y';
  return simple(`P${Number(count)}${letter}`, index + 1);
}

/** "kwartaaloverleg", "maandrapportage"; not "maandag" or "jaarverslag". */
function compoundAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const token = reader.tokens[index];
  if (token?.kind !== 'word') return undefined;
  for (const { word: prefix, value } of singleWords('ritmeVoorvoegsel')) {
    if (!token.norm.startsWith(prefix)) continue;
    const rest = token.norm.slice(prefix.length).replace(/^-/, '');
    // What is done every quarter is named after it without end; of the others only these.
    const anything = value === 'P3M' && rest.length >= 4;
    if (anything || singleWords('ritmeAchtervoegsel').some((suffix) => suffix.word === rest))
      return { ...simple(value, index + 1), samenstelling: true };
  }
  return undefined;
}

export function recurrenceAt(reader: Reader, index: number): RecurrenceMatch | undefined {
  const rhythm = word(reader, 'ritme', index);
  const found = longest([
    rhythm && simple(rhythm.value, rhythm.next),
    everyOtherAt(reader, index),
    eachAt(reader, index),
    perAt(reader, index),
    partOfEachAt(reader, index),
    weekdaysNamedAt(reader, index),
    numberedAt(reader, index),
    adjectiveAt(reader, index),
    compoundAt(reader, index),
  ]);
  if (found) return detailed(reader, found);
  return nthAt(reader, index, false);
}
