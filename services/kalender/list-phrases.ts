import type { CivilDate } from './civil-date.ts';
import { addTo } from './civil-date.ts';
import { stretchAt } from './combined-phrases.ts';
import { joined, linkAt } from './range-ends.ts';
import { type Days, longest, monthOf, type Reader, type Stretch, skip, skipMark, word, yearOf } from './stretch.ts';
import type { Token } from './tokens.ts';
import { weekNumberAt } from './week-phrases.ts';

/** Several periods in one breath: "januari en februari 2027", "Q1, Q2 en Q3", "deze en volgende maand", "week 12 en 13". */

interface PeriodMatch {
  readonly next: number;
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  readonly jaarAangenomen?: true;
}

/** "week 12 t/m 14", "week 12-14", "week 12, 13 en 14", "tussen week 5 en 8": numbers behind the first without their word. */
export function weeksAt(reader: Reader, index: number): PeriodMatch | undefined {
  const from = ['schakel.between', 'schakel.van', 'schakel.from'].map((subject) => word(reader, subject, index));
  const at = longest(from)?.next ?? index;
  const week = reader.tokens[at];
  const named = word(reader, 'schakel.weekNumber', at);
  if (!named || !week) return undefined;
  const numbered = (rest: readonly Token[]): Stretch | undefined =>
    weekNumberAt({ ...reader, tokens: [week, ...rest] }, 0);
  const pair = reader.tokens[named.next];
  if (pair?.kind === 'dayMonth' && pair.separator !== '.' && pair.parts) {
    // "12-14" is one token.
    const [first, last] = pair.parts.map((value): Token => ({ ...pair, kind: 'number', norm: '', value }));
    const left = first && numbered([first]);
    const right = last && numbered([last, ...reader.tokens.slice(named.next + 1, named.next + 7)]);
    return left && right && pairOf(left, right, named.next - 1 + right.next);
  }
  const left = weekNumberAt(reader, at);
  let found: PeriodMatch | undefined;
  for (let more = left && nextWeek(reader, left.next, left, numbered); more && left; ) {
    found = more.match;
    more = more.isList ? nextWeek(reader, found.next, left, numbered) : undefined;
  }
  return found;
}

/** One more number behind a week: after "t/m" the last, after "en" or a comma one of a list. */
function nextWeek(
  reader: Reader,
  index: number,
  left: Stretch,
  numbered: (rest: readonly Token[]) => Stretch | undefined,
): { readonly match: PeriodMatch; readonly isList: boolean } | undefined {
  const link = linkAt(reader, index, false)?.next;
  const behind = link ?? separatorAt(reader, index);
  const number = behind === undefined ? undefined : skip(reader, 'schakel.weekNumber', behind);
  const token = number === undefined ? undefined : reader.tokens[number];
  if (number === undefined || token?.kind !== 'number' || word(reader, 'maand', number + 1)) return undefined;
  const right = numbered(reader.tokens.slice(number, number + 8));
  const match = right && pairOf(left, right, number - 1 + right.next);
  if (!match) return undefined;
  // "Week 12 en 3 contracten" is no list that runs on into the next year.
  const isShort = match.van !== undefined && addTo(match.van, { weeks: mostListed }) > (match.tot ?? '');
  return link === undefined && !isShort ? undefined : { match, isList: link === undefined };
}

/** Weeks that people count up one by one. */
const mostListed = 12;

function pairOf(left: Stretch, right: Stretch, next: number): PeriodMatch | undefined {
  const days = left.refused || right.refused ? undefined : joined(left, right);
  return days && { next, ...days };
}

/** Index after "en", "of", "," or "/" between two periods, and the "in de" that may be said again. */
function separatorAt(reader: Reader, index: number): number | undefined {
  const comma = skipMark(reader, ',', index);
  const and = word(reader, 'schakel.and', comma) ?? word(reader, 'schakel.or', comma);
  const mark = /^[/+]$/.test(reader.tokens[index]?.norm ?? '') ? index + 1 : undefined;
  const next = and?.next ?? mark ?? (comma > index ? comma : undefined);
  if (next === undefined) return undefined;
  // "Deze" is an article as well.
  const again = skip(reader, 'schakel.within_', next);
  return word(reader, 'schakel.this', again) ? again : skip(reader, 'lidwoord', again);
}

/** How long a period by the calendar is, for only like goes with like: months, a week, or a part ("eind 2027"). */
function sizeOf(stretch: Stretch): string | undefined {
  const { van, tot, soort } = stretch;
  if (stretch.refused || stretch.unknown || stretch.jaar !== undefined) return undefined;
  if (van === tot) return 'day';
  if (soort === 'day') return 'part';
  if (addTo(van, { days: 6 }) === tot) return 'week';
  const after = addTo(tot, { days: 1 });
  if (!van.endsWith('-01') || !after.endsWith('-01')) return undefined;
  return String((yearOf(after) - yearOf(van)) * 12 + monthOf(after) - monthOf(van));
}

/** "1e en 2e kwartaal", "deze en volgende maand": the first is what the last is, but for its first word. */
function ellipticAt(reader: Reader, index: number): { readonly first: Stretch; readonly next: number } | undefined {
  const modifier = ['rangtelwoord', 'schakel.this', 'schakel.next', 'schakel.last'];
  const token = reader.tokens[index];
  const isModifier = (at: number): boolean =>
    reader.tokens[at]?.kind === 'ordinal' || modifier.some((subject) => word(reader, subject, at)?.next === at + 1);
  if (!token || !isModifier(index)) return undefined;
  const next = separatorAt(reader, index + 1);
  if (next === undefined || !isModifier(next)) return undefined;
  // The last of the list says what they all are.
  let last = next;
  for (let more = separatorAt(reader, last + 1); more !== undefined && isModifier(more); ) {
    last = more;
    more = separatorAt(reader, last + 1);
  }
  const tokens = [token, ...reader.tokens.slice(last + 1, last + 9)];
  const first = stretchAt({ ...reader, tokens }, 0);
  return first && sizeOf(first) !== undefined ? { first, next } : undefined;
}

/** Of "eind 2026 en begin 2027" all of both parts. */
const whole = (stretch: Stretch): Stretch => (stretch.van === stretch.tot ? stretch : { ...stretch, soort: 'period' });

/** Within one year, or the last begins right after the first. */
function isTogether({ van, tot }: { van: CivilDate; tot: CivilDate }, first: Stretch, last: Stretch): boolean {
  if (van.slice(0, 4) === tot.slice(0, 4)) return true;
  const year = yearOf(van);
  const asMeant = (stretch: Stretch): readonly Days[] =>
    [stretch, stretch.inYear?.(year), stretch.inYear?.(year + 1)].filter((days) => days !== undefined);
  return asMeant(first).some((one) =>
    asMeant(last).some((other) => one.van === van && other.tot === tot && addTo(one.tot, { days: 1 }) === other.van),
  );
}

/** All of the periods in a list as one, from the first to the last: to see one too many hides nothing. */
export function listAt(reader: Reader, index: number): PeriodMatch | undefined {
  const elliptic = ellipticAt(reader, index);
  const first = elliptic?.first ?? stretchAt(reader, index);
  const size = first && sizeOf(first);
  if (!first || size === undefined) return undefined;
  let found: PeriodMatch | undefined;
  let at = elliptic?.next ?? separatorAt(reader, first.next);
  while (at !== undefined) {
    const isOneMore = reader.tokens[at]?.kind === 'ordinal' || word(reader, 'rangtelwoord', at) !== undefined;
    const item = stretchAt(reader, at);
    if (!item && isOneMore) at = separatorAt(reader, at + 1);
    else if (!item || sizeOf(item) !== size) break;
    else {
      const days = joined(whole(first), whole(item));
      if (!days || !isTogether(days, first, item)) break;
      // Days are one period only when they follow each other: "vandaag en morgen".
      if (size === 'day' && addTo(days.van, { days: 1 }) !== days.tot) break;
      found = { next: item.next, ...days };
      at = separatorAt(reader, item.next);
    }
  }
  return longest([found]);
}
