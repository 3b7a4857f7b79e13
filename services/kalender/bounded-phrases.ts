import { dayAfter, lengthAt } from './amount-phrases.ts';
import { addTo, type CivilDate } from './civil-date.ts';
import { countedAt, stretchAt } from './combined-phrases.ts';
import { dayAt, monthNameAt, weekdayNameAt } from './day-phrases.ts';
import { listAt, weeksAt } from './list-phrases.ts';
import { joined, linkAt } from './range-ends.ts';
import { namedStretchAt } from './season-phrases.ts';
import {
  type Days,
  dayOf,
  isOtherNumber,
  longest,
  monthOf,
  oneDay,
  type Reader,
  type Rule,
  type Stretch,
  skip,
  word,
  yearOf,
} from './stretch.ts';
import { aroundTodayAt } from './today-phrases.ts';

/** Periods with words at their ends: "vóór 1 juli", "sinds 2024", "van 1 maart tot 1 juni", "t/m eind maart". */

export interface BoundedMatch {
  readonly next: number;
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  readonly datum?: CivilDate;
  readonly zelf?: { readonly van: CivilDate; readonly tot: CivilDate };
  readonly jaarAangenomen?: true;
  readonly waarschuwing?: 'reces_unset' | 'schatting';
  readonly refused?: { readonly reason: 'no_such_day' | 'weekday_mismatch'; readonly datum: CivilDate };
}

/** A stretch behind a preposition, with the small words that may stand between ("uiterlijk op de 1e maart", "vóór het eind van …"). */
const pointAt: Rule = (reader, index) => {
  const direct = longest([stretchAt(reader, index), countedAt(reader, index)]);
  if (direct) return direct;
  const on = word(reader, 'schakel.on', index) ?? word(reader, 'schakel.within_', index);
  const article = skip(reader, 'lidwoord', on?.next ?? index);
  return article === index ? undefined : longest([stretchAt(reader, article), countedAt(reader, article)]);
};

const refusal = (stretch: Stretch): BoundedMatch | undefined =>
  stretch.refused && { next: stretch.next, refused: { reason: stretch.refused, datum: stretch.datum } };

const notes = (stretch: Stretch): Pick<BoundedMatch, 'jaarAangenomen' | 'waarschuwing'> => ({
  ...(stretch.inYear ? { jaarAangenomen: true as const } : {}),
  ...(stretch.waarschuwing ? { waarschuwing: stretch.waarschuwing } : {}),
});

const isPlural = (stretch: Stretch): boolean => stretch.soort === 'period';

/** The day before a stretch. The end of a year comes after its last day: a contract that ends on 31 December ends before it. */
export const dayBefore = (stretch: Stretch): CivilDate =>
  stretch.atEnd ? stretch.datum : addTo(isPlural(stretch) ? stretch.van : stretch.datum, { days: -1 });

function beforeAt(reader: Reader, index: number): BoundedMatch | undefined {
  const preposition = word(reader, 'schakel.before', index);
  const stretch = preposition && pointAt(reader, preposition.next);
  if (!stretch) return undefined;
  // Without accents and before a month, "voor" is as often "for": the caller gets the month, with the other reading beside it.
  const token = reader.tokens[index];
  const certain =
    token?.accented || preposition.next > index + 1 || token?.norm === 'before' || token?.norm === 'voordat';
  if (stretch.afterVoor === 'itself' && !certain) return undefined;
  // Nothing is before what has begun already: "wat staat er voor de komende twee weken".
  const isOngoing = stretch.van <= reader.today && reader.today <= stretch.tot && !stretch.inYear;
  if (!certain && isPlural(stretch) && isOngoing) return undefined;
  if (stretch.unknown) return { next: stretch.next, ...notes(stretch) };
  const tot = dayBefore(stretch);
  const zelf = !certain && isPlural(stretch) ? { zelf: { van: stretch.van, tot: stretch.tot } } : {};
  return refusal(stretch) ?? { next: stretch.next, tot, datum: tot, ...zelf, ...notes(stretch) };
}

function afterAt(reader: Reader, index: number): BoundedMatch | undefined {
  const preposition = word(reader, 'schakel.after', index);
  const stretch = preposition && pointAt(reader, preposition.next);
  if (!stretch) return undefined;
  if (stretch.unknown) return { next: stretch.next, ...notes(stretch) };
  const van = addTo(isPlural(stretch) ? stretch.tot : stretch.datum, { days: 1 });
  return refusal(stretch) ?? { next: stretch.next, van, datum: van, ...notes(stretch) };
}

/** "Langer dan tot 2028", "verder dan 2027", "langer dan 1 maart": what goes on behind it. "Langer dan een jaar geleden" is a length. */
function outlastingAt(reader: Reader, index: number): BoundedMatch | undefined {
  const longer = word(reader, 'schakel.outlasting', index);
  const until = longer && word(reader, 'schakel.until', longer.next);
  const through = longer && word(reader, 'schakel.through', longer.next);
  const stretch = longer && pointAt(reader, through?.next ?? until?.next ?? longer.next);
  if (!stretch || word(reader, 'schakel.ago', stretch.next - 1)) return undefined;
  if (stretch.unknown) return { next: stretch.next, ...notes(stretch) };
  const upTo = until !== undefined && through === undefined && isPlural(stretch);
  const last = isPlural(stretch) ? stretch.tot : stretch.datum;
  const van = upTo ? stretch.van : addTo(last, { days: 1 });
  return refusal(stretch) ?? { next: stretch.next, van, datum: van, ...notes(stretch) };
}

function fromAt(reader: Reader, index: number): BoundedMatch | undefined {
  const preposition = word(reader, 'schakel.from', index);
  const stretch = preposition && pointAt(reader, preposition.next);
  if (!stretch) return undefined;
  if (stretch.unknown) return { next: stretch.next, ...notes(stretch) };
  const van = isPlural(stretch) ? stretch.van : stretch.datum;
  return refusal(stretch) ?? { next: stretch.next, van, datum: van, ...notes(stretch) };
}

/** "sinds 1 januari": the last one that has been, up to today. */
function sinceAt(reader: Reader, index: number): BoundedMatch | undefined {
  const preposition = word(reader, 'schakel.since', index);
  if (!preposition) return undefined;
  const past: Reader = { ...reader, prefer: 'past' };
  const stretch = pointAt(past, preposition.next);
  const length = stretch ? undefined : lengthAt(past, preposition.next);
  if (length) return { next: length.next, van: dayAfter(reader.today, length, -1), tot: reader.today };
  if (!stretch) return undefined;
  if (stretch.unknown) return { next: stretch.next, ...notes(stretch) };
  const van = isPlural(stretch) ? stretch.van : stretch.datum;
  return (
    refusal(stretch) ?? { next: stretch.next, van, tot: [reader.today, van].toSorted()[1] ?? van, ...notes(stretch) }
  );
}

/** "tot juni" ends when June begins; "tot 1 juni" counts that day, for seeing one day too many hides nothing. */
const lastBefore = (stretch: Stretch): CivilDate => (isPlural(stretch) ? dayBefore(stretch) : stretch.datum);

/** "t/m 31 maart", "uiterlijk 1 maart", "by March 1st": that day counts. */
function untilAt(reader: Reader, index: number): BoundedMatch | undefined {
  const until = word(reader, 'schakel.until', index);
  const preposition = longest([until, word(reader, 'schakel.through', index), word(reader, 'schakel.by', index)]);
  // English "to" alone begins no period.
  const bareTo = preposition?.next === index + 1 && reader.tokens[index]?.norm === 'to';
  // "Tot uiterlijk 1 maart" counts that day.
  const latest = preposition === until && until ? word(reader, 'schakel.by', until.next) : undefined;
  const stretch = preposition && !bareTo ? pointAt(reader, latest?.next ?? preposition.next) : undefined;
  if (!preposition || !stretch) return undefined;
  if (stretch.unknown) return { next: stretch.next, ...notes(stretch) };
  const tot = preposition === until && !latest ? lastBefore(stretch) : isPlural(stretch) ? stretch.tot : stretch.datum;
  return refusal(stretch) ?? { next: stretch.next, tot, datum: tot, ...notes(stretch) };
}

/** "binnen 14 dagen": from today; the last day is the day that is meant. */
function withinAt(reader: Reader, index: number): BoundedMatch | undefined {
  const preposition = word(reader, 'schakel.within', index);
  const length = preposition && lengthAt(reader, preposition.next);
  if (!length) return undefined;
  const counted = countedAt(reader, preposition.next);
  if (counted?.ankerdatum !== undefined) {
    const { ankerdatum, datum, next } = counted;
    return ankerdatum < datum
      ? { next, van: ankerdatum, tot: datum, datum, ...notes(counted) }
      : { next, van: datum, tot: ankerdatum, datum, ...notes(counted) };
  }
  const tot = dayAfter(reader.today, length);
  return { next: length.next, van: reader.today, tot, datum: tot };
}

const now = (reader: Reader, index: number): Stretch | undefined => {
  const found = word(reader, 'schakel.now', index);
  return found && { ...oneDay(reader.today), soort: 'day', next: found.next };
};

/** "1" in "van 1 t/m 15 maart": the day of the month that the second end names. */
function dayOnly(reader: Reader, index: number, right: Stretch): Stretch | undefined {
  const token = reader.tokens[index];
  const day = token?.kind === 'number' || token?.kind === 'ordinal' ? token.value : undefined;
  if (day === undefined || day < 1 || day > 31 || right.soort !== 'day') return undefined;
  const inYear = (year: number): Days | undefined => {
    const datum = dayOf(year, monthOf(right.datum), day);
    return datum === undefined ? undefined : oneDay(datum);
  };
  const same = inYear(yearOf(right.datum));
  return same && { ...same, soort: 'day', next: index + 1, ...(right.inYear ? { inYear } : {}) };
}

/** The day on which "tot juni" ends, as the second end of a range. */
function endingBefore(stretch: Stretch): Stretch {
  const { inYear } = stretch;
  const before = (days: Days): Days => oneDay(addTo(days.van, { days: -1 }));
  const moved = (year: number): Days | undefined => {
    const days = inYear?.(year);
    return days && before(days);
  };
  return { ...stretch, ...before(stretch), soort: 'day', ...(inYear ? { inYear: moved } : {}) };
}

/** "Tussen nu en de zomer" ends when that begins. */
const isNamed = (reader: Reader, index: number): boolean =>
  (namedStretchAt(reader, index) ?? namedStretchAt(reader, skip(reader, 'lidwoord', index)))?.soort === 'period';

/** "Van maandag tot en met vrijdag": the Friday after that Monday. */
const afterIt = (right: Stretch, left: Stretch): Stretch =>
  right.datum < left.datum ? { ...right, ...oneDay(addTo(right.datum, { weeks: 1 })) } : right;

function rangeAt(reader: Reader, index: number): BoundedMatch | undefined {
  const between = word(reader, 'schakel.between', index);
  const from = between ?? longest([word(reader, 'schakel.van', index), word(reader, 'schakel.from', index)]);
  const at = skip(reader, 'lidwoord', from?.next ?? index);
  const beginsNow = now(reader, at) !== undefined;
  const left = pointAt(reader, at) ?? now(reader, at);
  const single = left === undefined ? reader.tokens[at] : undefined;
  const afterLeft = left?.next ?? (single?.kind === 'number' || single?.kind === 'ordinal' ? at + 1 : undefined);
  const link = afterLeft === undefined ? undefined : linkAt(reader, afterLeft, between !== undefined);
  const found = link && pointAt(reader, link.next);
  if (!found) return undefined;
  const upTo = link.upTo && isPlural(found) && !found.refused ? endingBefore(found) : found;
  const right =
    left && weekdayNameAt(reader, link.next)
      ? afterIt(upTo, left)
      : beginsNow && between && isNamed(reader, link.next)
        ? endingBefore(found)
        : upTo;
  const start = left ?? dayOnly(reader, at, right);
  if (!start || (from === undefined && start.jaar !== undefined && right.jaar === undefined)) return undefined;
  const refused = [start, right].find((end) => end.refused);
  if (refused?.refused) return { next: right.next, refused: { reason: refused.refused, datum: refused.datum } };
  if (start.unknown || right.unknown) return { next: right.next, waarschuwing: 'reces_unset' };
  const days = joined(start, right);
  return days && { next: right.next, ...days };
}

/** "1-15 maart 2027": both day numbers in one token. */
function dayPairAt(reader: Reader, index: number): BoundedMatch | undefined {
  const from = word(reader, 'schakel.van', index)?.next ?? index;
  const token = reader.tokens[from];
  if (token?.kind !== 'dayMonth' || token.separator === '.' || !token.parts) return dayListAt(reader, from);
  const [first = 0, last = 0] = token.parts;
  const second = { ...token, kind: 'number' as const, value: last, glued: false };
  const tokens = [...reader.tokens.slice(from, from + 8)];
  tokens[0] = second;
  const right = word(reader, 'maand', from + 1) ? dayAt({ ...reader, tokens }, 0) : undefined;
  const van = right && right.next > 1 && !right.refused && dayOf(yearOf(right.datum), monthOf(right.datum), first);
  if (!right || !van || van > right.datum) return undefined;
  return { next: from + right.next, van, tot: right.datum, ...(right.inYear ? { jaarAangenomen: true as const } : {}) };
}

/** "In 2027 of later", "1 maart of eerder": the other end is open. */
function openEndedAt(reader: Reader, index: number): BoundedMatch | undefined {
  const stretch = pointAt(reader, index);
  if (!stretch || stretch.refused || stretch.unknown) return undefined;
  const isDay = stretch.soort === 'day';
  const later = word(reader, 'schakel.orLater', stretch.next);
  if (later) return { next: later.next, van: isDay ? stretch.datum : stretch.van, ...notes(stretch) };
  const earlier = word(reader, 'schakel.orEarlier', stretch.next);
  return earlier && { next: earlier.next, tot: isDay ? stretch.datum : stretch.tot, ...notes(stretch) };
}

/** "1 en 15 maart", "3 à 4 maart", "op 1 of 2 december": from the first to the last of them. */
function dayListAt(reader: Reader, index: number): BoundedMatch | undefined {
  const token = reader.tokens[index];
  const link = word(reader, 'schakel.upToOne', index + 1);
  const isDay = token?.kind === 'number' || token?.kind === 'ordinal';
  const isNamed = link && monthNameAt(reader, skip(reader, 'schakel.of', link.next + 1)) !== undefined;
  const right = isDay && isNamed && !isOtherNumber(reader, index) ? dayAt(reader, link.next) : undefined;
  const left = right && !right.refused ? dayOnly(reader, index, right) : undefined;
  const days = left && right ? joined(left, right) : undefined;
  return right && days && { next: right.next, ...days };
}

/** The longest period with words at its ends. */
export const boundedAt = (reader: Reader, index: number): BoundedMatch | undefined =>
  longest([
    dayPairAt(reader, index),
    weeksAt(reader, index),
    listAt(reader, index),
    rangeAt(reader, index),
    beforeAt(reader, index),
    afterAt(reader, index),
    outlastingAt(reader, index),
    fromAt(reader, index),
    sinceAt(reader, index),
    untilAt(reader, index),
    withinAt(reader, index),
    openEndedAt(reader, index),
    aroundTodayAt(reader, index),
  ]);
