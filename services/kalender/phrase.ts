import { lengthAt, lengthText } from './amount-phrases.ts';
import { anchoredAt, onAnchorAt } from './anchor-phrases.ts';
import { boundedAt, dayBefore } from './bounded-phrases.ts';
import type { CivilDate } from './civil-date.ts';
import { countedAt, stretchAt } from './combined-phrases.ts';
import type { DateFinding, DateReading, Located } from './date-reading.ts';
import type { Reces } from './feestdagen.ts';
import { recurrenceAt } from './recurrence-phrases.ts';
import { longest, type Reader, type Stretch, word } from './stretch.ts';
import { delayAt, timeAt } from './time-phrases.ts';
import { type Token, tokensOf } from './tokens.ts';
import { beginsPhrase, singleWords, spelling } from './words.ts';

export interface ReadDatesOptions {
  /** The configured reces of the council that is meant; without it "zomerreces" comes back with a warning. */
  readonly reces?: readonly Reces[];
  /** Of the sentence, when known. All three languages are read anyway; this settles "jan 27" and "mei". */
  readonly lang?: 'nl' | 'en' | 'fy';
  /** Which year is taken where none is named: the next (default), or for questions about what has been the last. */
  readonly prefer?: 'coming' | 'past';
}

/** A finding before its place in the text is known. */
type Content = DateFinding extends infer Finding
  ? Finding extends Located
    ? Omit<Finding, keyof Located>
    : never
  : never;

interface Match {
  readonly next: number;
  readonly content: Content;
}

const dayContent = (stretch: Stretch): Content => ({
  kind: 'day',
  datum: stretch.datum,
  ...(stretch.van === stretch.tot ? {} : { van: stretch.van, tot: stretch.tot }),
  ...(stretch.inYear ? { jaarAangenomen: true as const } : {}),
  ...(stretch.verschuiving === undefined ? {} : { verschuiving: stretch.verschuiving }),
  ...(stretch.ankerdatum === undefined ? {} : { ankerdatum: stretch.ankerdatum }),
  ...(stretch.werkdagen ? { werkdagen: true as const } : {}),
  ...(stretch.waarschuwing ? { waarschuwing: stretch.waarschuwing } : {}),
});

function stretchContent(reader: Reader, index: number, stretch: Stretch): Content | undefined {
  if (stretch.refused) {
    const datum = stretch.refused === 'weekday_mismatch' ? { datum: stretch.datum } : {};
    return { kind: 'refused', reason: stretch.refused, ...datum };
  }
  const forIt = stretch.afterVoor === 'itself' && word(reader, 'schakel.before', index - 1) !== undefined;
  const ervoor = forIt ? { ervoor: dayBefore(stretch) } : {};
  if (stretch.jaar !== undefined) {
    return word(reader, 'naamMetJaar', index - 1) ? undefined : { kind: 'year', jaar: stretch.jaar, ...ervoor };
  }
  if (stretch.soort === 'day') return dayContent(stretch);
  return {
    kind: 'period',
    ...(stretch.unknown ? {} : { van: stretch.van, tot: stretch.tot }),
    ...(stretch.inYear ? { jaarAangenomen: true as const } : {}),
    ...(stretch.waarschuwing ? { waarschuwing: stretch.waarschuwing } : {}),
    ...ervoor,
  };
}

function stretchMatch(reader: Reader, index: number): Match | undefined {
  const stretch = longest([stretchAt(reader, index), countedAt(reader, index)]);
  const content = stretch && stretchContent(reader, index, stretch);
  return content && { next: stretch.next, content };
}

/** "in 2027", "heel 2027", "yn 2027": the year as a period. */
function wholeYearMatch(reader: Reader, index: number): Match | undefined {
  const preposition = word(reader, 'schakel.inYear', index);
  const year = preposition && stretchAt(reader, preposition.next);
  if (!year || year.jaar === undefined || reader.tokens[preposition.next]?.kind !== 'number') return undefined;
  const and = word(reader, 'schakel.and', year.next) ?? word(reader, 'schakel.or', year.next);
  const second = and && stretchAt(reader, and.next);
  const next = second?.jaar === year.jaar + 1 ? second : year;
  return { next: next.next, content: { kind: 'period', van: year.van, tot: next.tot } };
}

function boundedMatch(reader: Reader, index: number): Match | undefined {
  const bounded = boundedAt(reader, index);
  if (!bounded) return undefined;
  const { next, refused, ...period } = bounded;
  if (!refused) return { next, content: { kind: 'period', ...period } };
  const datum = refused.reason === 'weekday_mismatch' ? { datum: refused.datum } : {};
  return { next, content: { kind: 'refused', reason: refused.reason, ...datum } };
}

function anchoredMatch(reader: Reader, index: number): Match | undefined {
  const within = word(reader, 'schakel.within', index) ?? word(reader, 'schakel.by', index);
  const anchored = anchoredAt(reader, within?.next ?? index) ?? onAnchorAt(reader, index);
  if (!anchored) return undefined;
  const { next, ...content } = anchored;
  return { next, content: { kind: 'offset', ...content } };
}

function recurrenceMatch(reader: Reader, index: number): Match | undefined {
  const recurrence = recurrenceAt(reader, index);
  if (!recurrence) return undefined;
  const { next, ...content } = recurrence;
  return { next, content: { kind: 'recurrence', ...content } };
}

function lengthMatch(reader: Reader, index: number): Match | undefined {
  const length = lengthAt(reader, index);
  const werkdagen = length && length.workdays > 0 ? { werkdagen: true as const } : {};
  return length && { next: length.next, content: { kind: 'duration', duur: lengthText(length), ...werkdagen } };
}

function timeMatch(reader: Reader, index: number, day: string | undefined): Match | undefined {
  const time = timeAt(reader, index, day);
  return time && { next: time.next, content: { kind: 'time', tijd: time.tijd } };
}

function delayMatch(reader: Reader, index: number): Match | undefined {
  const delay = delayAt(reader, index);
  return delay && { next: delay.next, content: { kind: 'delay', minuten: delay.minuten } };
}

/** The words of a day or rhythm right before this place, with or without a comma: "vrijdagmiddag, 3 uur". */
function dayBehind(reader: Reader, last: DateFinding | undefined, index: number): string | undefined {
  const before = reader.tokens[index - 1]?.norm === ',' ? index - 2 : index - 1;
  const joined = last !== undefined && reader.tokens[before]?.end === last.end;
  return joined && (last.kind === 'day' || last.kind === 'recurrence') ? last.tekst : undefined;
}

/** Whether a date may begin with this word, in lower case without diacritics: for who must tell words of time from others. */
export const isDateWord = (norm: string): boolean => beginsPhrase(norm) || spelling(norm) !== norm;

/** Words that no rule can begin with are passed over; compounds ("kwartaaloverleg", "vrijdagmiddag") stand in no list. */
function mayBegin({ kind, norm }: Token): boolean {
  if (kind === 'opaque' || kind === 'mark') return false;
  return kind !== 'word' || beginsPhrase(norm) || isCompound(norm);
}

const isCompound = (norm: string): boolean =>
  /(?:ochtend|morgen|middag|avond)$|lijkse$|^\d/.test(norm) ||
  singleWords('ritmeVoorvoegsel').some(({ word: prefix }) => norm.startsWith(prefix));

/**
 * All days, periods, lengths, rhythms and times in a sentence, read against today. Dutch, English and Frisian together; the
 * rules are those of CONTRACT §6. Never throws; the same text, day and options give the same findings; a text of any length
 * costs at most a fixed amount of work. Capitals, doubled spaces and diacritics change nothing, but for one: "vóór december"
 * is before it, "voor december" the month itself (see {@link DateFinding}).
 *
 * Where several rules read from the same word the one that reads most wins. What looks like a date but more likely is not
 * (version numbers, telephone numbers, "10/12 gemeenten", "zo snel mogelijk") gives nothing.
 */
export function readDates(text: string, today: CivilDate, options: ReadDatesOptions = {}): DateReading {
  const reader: Reader = {
    tokens: tokensOf(text),
    today,
    reces: options.reces ?? [],
    prefer: options.prefer ?? 'coming',
    language: options.lang,
  };
  const findings: DateFinding[] = [];
  for (let index = 0; index < reader.tokens.length; ) {
    const first = reader.tokens[index];
    const match =
      first && mayBegin(first)
        ? longest([
            boundedMatch(reader, index),
            anchoredMatch(reader, index),
            recurrenceMatch(reader, index),
            wholeYearMatch(reader, index),
            stretchMatch(reader, index),
            timeMatch(reader, index, dayBehind(reader, findings.at(-1), index)),
            delayMatch(reader, index),
            lengthMatch(reader, index),
          ])
        : undefined;
    const last = match && reader.tokens[match.next - 1];
    if (match && first && last) {
      const { start } = first;
      const { end } = last;
      findings.push({ ...match.content, start, end, tekst: text.slice(start, end) });
    }
    index = match?.next ?? index + 1;
  }
  return findings;
}
