import { isWordOf, spelling } from './words.ts';

/**
 * Cuts a sentence into what the date rules look at. All decisions about the shape of numbers are taken here: after it,
 * "B-2026-014", "050-1234567" and "v1.2.2027" are opaque and can never become a date.
 */

export type TokenKind =
  | 'word'
  /** A whole number of at most four digits, or with one decimal ("2,5"). */
  | 'number'
  /** "1e", "2de", "3rd". */
  | 'ordinal'
  /** "'27". */
  | 'shortYear'
  /** parts: year, month, day. */
  | 'date'
  /** "31-12", "1/3"; parts: day, month, as written. */
  | 'dayMonth'
  /** "03-2027", "2027-03"; parts: year, month. */
  | 'yearMonth'
  /** "2025-2027"; parts: both years. */
  | 'years'
  /** "14:05"; parts: hour, minute. */
  | 'time'
  /** "9.30": a time only when "uur" follows; parts: hour, minute. */
  | 'dotted'
  | 'mark'
  | 'opaque';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Lower case, without diacritics; dashes of every length are "-". */
  readonly norm: string;
  /** Nothing stands between this token and the one before. */
  readonly glued: boolean;
  /** Written with a diacritic: tells "vóór" (before) from "voor" (for). */
  readonly accented: boolean;
  readonly value?: number;
  readonly parts?: readonly number[];
  /** "-", "/" or ".", of a number with parts. */
  readonly separator?: string;
}

/** A longer text holds no question; what stands beyond is not read, so that no text costs more than this. */
export const mostTokens = 400;
const mostCharacters = 20_000;

/** Nearly every word: of such text there is nothing to take apart. */
const isPlain = (text: string): boolean => /^[\w'-]*$/.test(text);

/** Lower case and without diacritics: the form in which the words are stored. */
const normalise = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[’‘`´]/g, "'");

const space = /[\s\u200b\ufeff]+/uy;
const address = /(?:[\p{L}\p{N}._%+-]{1,64}@|https?:\/\/|www\.)[^\s<>]+/iuy;
const through = /t\/m(?![\p{L}\p{M}\p{N}])/iuy;
const abbreviation = /\p{L}(?:\.\p{L}){1,4}\.?(?![\p{L}\p{M}\p{N}])/uy;
const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/uy;
const clitic = /['’‘`´]\p{L}(?![\p{L}\p{M}\p{N}])/uy;
const shortYear = /['’‘`´]\d{2}(?![\p{L}\p{N}])/uy;
const digits = /\d+(?:[-/.:,]\d+)*/uy;
const isoTime = /t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?(?![\p{L}\p{N}])/iuy;
const ordinalEnd = /(?:e|de|ste|st|nd|rd|th)(?![\p{L}\p{M}\p{N}])/iuy;
const code = /[\p{L}\p{M}\p{N}_]+(?:[-./:][\p{L}\p{M}\p{N}_]+)*/uy;
const spokenClock = /(\d{1,2})[uh](\d{2})(?![\p{L}\p{N}])/iuy;
const shortYearDate = /(\d{1,2})([-/.])(\d{1,2})\2['’‘`´](\d{2})(?![\p{L}\p{N}])/iuy;
const rhythm = /\d{1,2}-?(?:wekelijks|maandelijks|jaarlijks)(?![\p{L}\p{N}])/iuy;
const yearAndPart = /(?:19|20)\d{2}(?=[qh][1-4](?![\p{L}\p{N}]))/iuy;
const fourDigits = /\d{4}(?![\p{L}\p{N}])/uy;
const oneOrTwoDigits = /\d{1,2}(?![\p{L}\p{N}])/uy;

const matchAt = (form: RegExp, text: string, index: number): string | undefined => {
  form.lastIndex = index;
  return form.exec(text)?.[0];
};

type Shape = Pick<Token, 'kind' | 'value' | 'parts' | 'separator'>;
const opaque: Shape = { kind: 'opaque' };

const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
};

function twoParts(first: string, second: string, separator: string): Shape {
  const parts = [Number(first), Number(second)];
  if (separator === ',') {
    return second === '5' && first.length < 4 ? { kind: 'number', value: Number(first) + 0.5 } : opaque;
  }
  if (separator === ':' || separator === '.') {
    const clock = first.length <= 2 && second.length === 2 && Number(first) < 24 && Number(second) < 60;
    return clock ? { kind: separator === ':' ? 'time' : 'dotted', parts } : opaque;
  }
  const lengths = `${first.length} ${second.length}`;
  if (lengths === '4 4') return { kind: 'years', parts, separator };
  if (first.length <= 2 && second.length <= 2) return { kind: 'dayMonth', parts, separator };
  if (first.length === 4 && second.length === 2 && separator === '-' && Number(second) <= 12) {
    return { kind: 'yearMonth', parts, separator };
  }
  if (first.length <= 2 && second.length === 4 && Number(first) <= 12) {
    return { kind: 'yearMonth', parts: [Number(second), Number(first)], separator };
  }
  return opaque;
}

function threeParts(first: string, second: string, third: string, separator: string): Shape {
  if (second.length > 2 || !'-/.'.includes(separator)) return opaque;
  if (first.length === 4 && third.length <= 2) {
    return { kind: 'date', parts: [Number(first), Number(second), Number(third)], separator };
  }
  const yearReads =
    third.length === 4 || (third.length === 2 && (separator !== '.' || first.length + second.length === 4));
  if (first.length > 2 || !yearReads) return opaque;
  return { kind: 'date', parts: [fullYear(third), Number(second), Number(first)], separator };
}

function shapeOf(run: string): Shape {
  const numbers = run.split(/[-/.:,]/);
  const separators = new Set(run.match(/[-/.:,]/g) ?? []);
  const [first = '', second, third] = numbers;
  if (second === undefined) return first.length <= 4 ? { kind: 'number', value: Number(first) } : opaque;
  const [separator = ''] = separators;
  if (separators.size !== 1 || numbers.length > 3) return opaque;
  return third === undefined ? twoParts(first, second, separator) : threeParts(first, second, third, separator);
}

const isMonthOrPart = (norm: string): boolean => isWordOf('maand', norm) || isWordOf('deel', norm);
const isUnit = (norm: string): boolean =>
  ['eenheid', 'schakel.hour', 'schakel.times', 'dagdeel'].some((subject) => isWordOf(subject, norm));
const takesNumber = (norm: string): boolean =>
  isWordOf('schakel.quarterLetter', norm) ||
  isWordOf('schakel.weekNumber', norm) ||
  isWordOf('schakel.thirdLetter', norm) ||
  isWordOf('schakel.halfLetter', norm);

interface Cut {
  readonly length: number;
  readonly shape: Shape;
}

/** "1-3-'27" is a day, "14u05" a time, "3-maandelijks" a word; in "2027Q3" the year stands by itself. */
function cutGlued(text: string, index: number): Cut | undefined {
  const clock = matchAt(spokenClock, text, index);
  if (clock !== undefined) {
    const [hours = '', minutes = ''] = clock.split(/[uh]/i);
    const shape = twoParts(hours, minutes, ':');
    if (shape.kind === 'time') return { length: clock.length, shape };
  }
  const dated = matchAt(shortYearDate, text, index);
  if (dated !== undefined) {
    const [day = '', month = '', year = ''] = dated.split(/\D+/);
    return { length: dated.length, shape: threeParts(day, month, String(fullYear(year)), '-') };
  }
  const rhythmic = matchAt(rhythm, text, index);
  if (rhythmic !== undefined) return { length: rhythmic.length, shape: { kind: 'word' } };
  const year = matchAt(yearAndPart, text, index);
  return year === undefined ? undefined : { length: year.length, shape: { kind: 'number', value: Number(year) } };
}

/** A run of digits, with what is glued to it. */
function cutNumber(text: string, index: number, run: string): Cut {
  const glued = cutGlued(text, index);
  if (glued) return glued;
  const shape = shapeOf(run);
  const after = index + run.length;
  if (shape.kind === 'date') {
    const time = matchAt(isoTime, text, after);
    if (time) return { length: run.length + time.length, shape };
  }
  const whole: Cut = { length: run.length, shape };
  const ending = shape.kind === 'number' && Number(run) <= 99 ? matchAt(ordinalEnd, text, after) : undefined;
  if (ending) return { length: run.length + ending.length, shape: { kind: 'ordinal', value: Number(run) } };
  const joined = text[after] === '-' ? 1 : 0;
  const following = matchAt(word, text, after + joined);
  if (following !== undefined) {
    const norm = normalise(following);
    const first = norm.split('-')[0] ?? '';
    const reads = joined === 1 ? isWordOf('maand', first) || first === 'q' : isUnit(norm) || isWordOf('maand', norm);
    return reads ? whole : { length: matchAt(code, text, index)?.length ?? run.length, shape: opaque };
  }
  return text[after] === '%' || text[after] === '_' ? { length: run.length + 1, shape: opaque } : whole;
}

/** A word, with the digits that make it a code. */
function cutWord(text: string, index: number, letters: string): Cut {
  const after = index + letters.length;
  const norm = normalise(letters);
  const plain: Cut = { length: letters.length, shape: { kind: 'word' } };
  const next = text[after] ?? '';
  if (/[\d_]/.test(next)) {
    if (takesNumber(norm) && matchAt(oneOrTwoDigits, text, after) !== undefined) return plain;
    if (isWordOf('maand', norm) && matchAt(fourDigits, text, after) !== undefined) return plain;
    return { length: matchAt(code, text, index)?.length ?? letters.length, shape: opaque };
  }
  if (next === '-' && /\d/.test(text[after + 1] ?? '') && !isMonthOrPart(norm)) {
    return { length: matchAt(code, text, index)?.length ?? letters.length, shape: opaque };
  }
  const [first = ''] = norm.split('-', 1);
  const compound = first.length < norm.length && norm.split('-').every(isMonthOrPart);
  return compound ? { length: letters.split('-', 1)[0]?.length ?? letters.length, shape: { kind: 'word' } } : plain;
}

function cutAt(text: string, index: number, before: Token | undefined, addressed: boolean): Cut {
  const fixed = (found: string | undefined, shape: Shape): Cut | undefined =>
    found === undefined ? undefined : { length: found.length, shape };
  const simple =
    (addressed ? fixed(matchAt(address, text, index), opaque) : undefined) ??
    fixed(matchAt(through, text, index), { kind: 'word' }) ??
    fixed(matchAt(abbreviation, text, index), { kind: 'word' });
  if (simple) return simple;
  const letters = matchAt(word, text, index);
  if (letters !== undefined) return cutWord(text, index, letters);
  // In "Q2-2027" the 2 belongs to the Q.
  const numbered = before?.kind === 'word' && before.end === index && takesNumber(before.norm);
  const run = matchAt(numbered ? oneOrTwoDigits : digits, text, index);
  if (run !== undefined) return cutNumber(text, index, run);
  const short = matchAt(shortYear, text, index);
  if (short !== undefined)
    return { length: short.length, shape: { kind: 'shortYear', value: fullYear(short.slice(1)) } };
  return (
    fixed(matchAt(clitic, text, index), { kind: 'word' }) ?? {
      length: String.fromCodePoint(text.codePointAt(index) ?? 32).length,
      shape: { kind: 'mark' },
    }
  );
}

function normOf(text: string, kind: TokenKind): string {
  if (kind === 'mark' && /[-‐-―−]/.test(text)) return '-';
  const norm = kind === 'word' ? spelling(normalise(text)) : normalise(text);
  // "a.s." at the end of a sentence loses its last point to nobody.
  return kind === 'word' && /^\p{L}(?:\.\p{L})+$/u.test(norm) ? `${norm}.` : norm;
}

/** The tokens of a text, with their place in it. Linear in the text, which is read up to a fixed length. */
export function tokensOf(whole: string): readonly Token[] {
  const text = whole.slice(0, mostCharacters);
  const tokens: Token[] = [];
  const addressed = /@|:\/\/|www\./i.test(text);
  let index = 0;
  let glued = false;
  while (index < text.length && tokens.length < mostTokens) {
    const blank = matchAt(space, text, index);
    if (blank !== undefined) {
      index += blank.length;
      glued = false;
      continue;
    }
    const { length, shape } = cutAt(text, index, tokens.at(-1), addressed);
    const raw = text.slice(index, index + length);
    tokens.push({
      ...shape,
      start: index,
      end: index + length,
      norm: normOf(raw, shape.kind),
      glued,
      accented: shape.kind === 'word' && !isPlain(raw) && /\p{M}/u.test(raw.normalize('NFD')),
    });
    index += length;
    glued = true;
  }
  return tokens;
}
