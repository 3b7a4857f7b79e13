import type { CivilDate } from '../kalender/civil-date.ts';
import type { DateFinding, DateReading } from '../kalender/date-reading.ts';
import { readDates } from '../kalender/phrase.ts';

/**
 * Which of the dates in a sentence say when the reminder must come: those that stand in one row ("op 1 maart en 1 juni om 10:00").
 * Others belong to what it is about ("aan de vergadering van 3 maart"). Pure.
 */

/** A stretch of the text, in UTF-16 units; `end` is after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Row extends Span {
  readonly findings: DateReading;
  /** Two of them stand beside each other as a list: "en", a comma. */
  readonly isList: boolean;
  /** One of them is to be chosen: "of". */
  readonly isChoice: boolean;
}

const listing = new Set([
  'en',
  'and',
  'én',
  'alsmede',
  '&',
  '+',
  ',',
  ';',
  'ook',
  'daarna',
  'vervolgens',
  'then',
  'also',
]);
const choosing = new Set(['of', 'or', 'óf']);
/** Words that may stand between two dates of one row without saying anything of their own. */
const joining = new Set(
  'op om at on dan nog eens weer een in de het per rond vanaf telkens steeds te yn oan again foar'.split(' '),
);

const wordsBetween = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[,;&+]/g, ' $& ')
    .split(/[\s.:()]+/)
    .filter((word) => word !== '');

const isJoin = (words: readonly string[]): boolean =>
  words.every((word) => listing.has(word) || choosing.has(word) || joining.has(word));

/** Whether it says when, by itself or beside others. A year and a length do not; nor does the name of a thing ("kwartaaloverleg"). */
const saysWhen = (one: DateFinding): boolean =>
  one.kind !== 'year' && one.kind !== 'duration' && !(one.kind === 'recurrence' && one.samenstelling === true);

const isOn = (one: DateFinding, day: CivilDate): boolean =>
  ('datum' in one && one.datum === day) || (one.kind === 'period' && (one.van === day || one.tot === day));

/** The row that holds the day which the reader took, or else the first; `undefined`: nothing says when. */
export function rowOf(text: string, dates: DateReading, day: CivilDate | undefined): Row | undefined {
  const spoken = dates.filter(saysWhen);
  const found = day === undefined ? -1 : spoken.findIndex((one) => isOn(one, day));
  const rhythm = spoken.findIndex(({ kind }) => kind === 'recurrence');
  let first = Math.max(rhythm === -1 ? found : rhythm, 0);
  let last = first;
  const between = (at: number): readonly string[] =>
    wordsBetween(text.slice(spoken[at]?.end ?? 0, spoken[at + 1]?.start ?? 0));
  while (first > 0 && isJoin(between(first - 1))) first -= 1;
  while (last < spoken.length - 1 && isJoin(between(last))) last += 1;
  const findings = spoken.slice(first, last + 1);
  const [head] = findings;
  const tail = findings.at(-1);
  if (head === undefined || tail === undefined) return undefined;
  const joins = Array.from({ length: last - first }, (_, index) => between(first + index));
  const inside = findings
    .filter(({ kind }) => kind === 'day' || kind === 'period')
    .map(({ tekst }) => wordsBetween(tekst));
  return {
    findings,
    start: head.start,
    end: tail.end,
    isList: joins.flat().some((word) => listing.has(word)),
    isChoice: [...joins, ...inside].flat().some((word) => choosing.has(word)),
  };
}

const rangeStart = /^(?:van|vanaf|tussen|tot|t\/m|tm|from|between|until|till|through|fan|tusken|oant)\b/i;

/** Days beside each other are found as one stretch ("2 en 3 maart", "morgen en overmorgen"): the days themselves. */
function daysWithin(
  { tekst, datum, van }: { readonly tekst: string; readonly datum?: CivilDate; readonly van?: CivilDate },
  today: CivilDate,
): readonly CivilDate[] | undefined {
  const first = datum ?? van;
  const parts = withMonths(tekst, today).split(/ ?, ?(?:en |and )?| (?:en|and|&) /i);
  if (rangeStart.test(tekst) || parts.length < 2) return first === undefined ? undefined : [first];
  const days = parts.map((part) => wholeDay(part, today));
  return days.every((day) => day !== undefined) ? days : undefined;
}

/** The day that all of these words name together. */
function wholeDay(words: string, today: CivilDate): CivilDate | undefined {
  const [only, ...others] = readDates(words, today);
  const isWhole = only !== undefined && others.length === 0 && only.start === 0 && only.end === words.length;
  return isWhole && only.kind === 'day' ? only.datum : undefined;
}

/** Whether it is a stretch with two ends ("van 1 tot 3 maart"), of which no one day is meant. */
export const isRange = (one: DateFinding): boolean =>
  one.kind === 'period' &&
  one.van !== undefined &&
  one.tot !== undefined &&
  /^(?:van|tussen|from|between|fan|tusken)\b/i.test(one.tekst);

const loose = /(?:^|\s)\d{1,3}(?: ?,| (?:en|and|&|of|or)) ?$/i;

/** Whether a number that belongs to the row stands before it unread: "30 en 60 dagen na de einddatum". */
export const isCutOff = ({ start }: Row, text: string): boolean =>
  loose.test(text.slice(Math.max(0, start - 20), start));

/** The days that a row names, in order, each once; `undefined`: one of them cannot be told. */
export function daysIn({ findings }: Row, today: CivilDate): readonly CivilDate[] | undefined {
  const days = findings.flatMap((one): readonly (CivilDate | undefined)[] => {
    if (one.kind === 'day') return [one.datum];
    if (one.kind === 'period') return daysWithin(one, today) ?? [undefined];
    return one.kind === 'offset' && one.datum !== undefined ? [one.datum] : [];
  });
  if (!days.every((day) => day !== undefined)) return undefined;
  return [...new Set(days)].sort();
}

const numbers = /\b(\d{1,2}(?:(?: ?, ?| (?:en|and|&) )\d{1,2}){1,11}) (\p{L}{3,12})\b/giu;

/** "1, 2 en 3 maart" with the month at each of them, and "+" as a word: else the first would be no days. */
export function withMonths(text: string, today: CivilDate): string {
  return text.replace(/ \+ (?=\d)/g, ' en ').replace(numbers, (whole, days: string, word: string) => {
    const isMonth = readDates(`1 ${word}`, today)[0]?.kind === 'day';
    return isMonth ? `${days.replace(/\d{1,2}(?=\D)/g, `$& ${word}`)} ${word}` : whole;
  });
}
