import { type CivilDate, isCivilDate } from '../../kalender/civil-date.ts';
import { readFormDate } from '../../kalender/strict-date.ts';
import { isEmail } from '../tidy.ts';
import type { Eigenaar } from '../types.ts';
import { wordsOf } from '../words.ts';
import type { RejectReason } from './report.ts';

/** One cell of the form Afspraken to its value (CONTRACT §5). Cells are trimmed and not empty when they come here. */

export type Cell<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problem'; readonly reason: RejectReason };

const value = <T>(read: T): Cell<T> => ({ kind: 'value', value: read });
const problem = (reason: RejectReason): Cell<never> => ({ kind: 'problem', reason });

export const readText =
  (longest: number) =>
  (cell: string): Cell<string> =>
    cell.length > longest ? problem('too_long') : value(cell);

/** One of these words, without regard to case, spaces or hyphens: `Onder herijking`, `business case`. */
export const readChoice =
  <T extends string>(choices: readonly T[]) =>
  (cell: string): Cell<T> => {
    const joined = wordsOf(cell).join('');
    const found = choices.find((choice) => wordsOf(choice).join('') === joined);
    return found === undefined ? problem('unknown_choice') : value(found);
  };

/** Several of these words, separated by `|`; each once, in the order given. */
export const readChoices =
  <T extends string>(choices: readonly T[]) =>
  (cell: string): Cell<readonly T[]> => {
    const read = partsOf(cell).map(readChoice(choices));
    const bad = read.find((each) => each.kind === 'problem');
    if (bad?.kind === 'problem') return bad;
    return value([...new Set(read.flatMap((each) => (each.kind === 'value' ? [each.value] : [])))]);
  };

/** The parts of a list in a cell. */
export const partsOf = (cell: string): readonly string[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function readDate(cell: string): Cell<CivilDate> {
  // A spreadsheet's date cell may come with a time.
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(cell)?.[1];
  const read = day !== undefined && isCivilDate(day) ? day : readFormDate(cell);
  return read === undefined ? problem('not_a_date') : value(read);
}

const numberWords = [
  'nul',
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
];
const units: Readonly<Record<string, string>> = {
  dag: 'D',
  dagen: 'D',
  week: 'W',
  weken: 'W',
  maand: 'M',
  maanden: 'M',
  jaar: 'Y',
  jaren: 'Y',
};

/** `6 maanden`, `een jaar` or `P6M` to an ISO 8601 duration. */
export function readSpan(cell: string): Cell<string> {
  const iso = cell.toUpperCase();
  // A sign is no part of a word, and a term of -1 month must not be read as one of a month.
  if (/[-−–+]/.test(cell)) return problem('not_a_period');
  if (/^P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,4}D)?$/.test(iso))
    return /[1-9]/.test(iso) ? value(iso) : problem('not_a_period');
  const [count, unit, more] = wordsOf(cell);
  const letter = unit === undefined ? undefined : units[unit];
  if (count === undefined || letter === undefined || more !== undefined) return problem('not_a_period');
  const number = /^\d{1,3}$/.test(count) ? Number(count) : numberWords.indexOf(count);
  return number > 0 ? value(`P${number}${letter}`) : problem('not_a_period');
}

const yes = ['ja', 'j', 'yes', 'y', 'waar', 'true', '1', 'x'];
const no = ['nee', 'n', 'no', 'onwaar', 'false', '0'];

export function readYesNo(cell: string): Cell<boolean> {
  const word = cell.toLowerCase();
  if (yes.includes(word)) return value(true);
  return no.includes(word) ? value(false) : problem('not_yes_or_no');
}

/** `Naam <e-mail>`, a name alone, or an address alone. */
export function readEigenaar(cell: string): Cell<Eigenaar> {
  if (cell.length > 400) return problem('too_long');
  const open = cell.indexOf('<');
  if (open < 0) return value(isEmail(cell) ? { naam: cell, email: cell } : { naam: cell });
  const naam = cell.slice(0, open).trim();
  const email = cell
    .slice(open + 1)
    .replace(/>\s*$/, '')
    .trim();
  if (!isEmail(email)) return problem('not_an_email');
  return value({ naam: naam === '' ? email : naam, email });
}

/** An https link, as it stands; without a name or password in it. */
export function readLink(cell: string): Cell<string> {
  if (cell.length > 2_000) return problem('too_long');
  if (/\s/.test(cell) || !URL.canParse(cell)) return problem('not_https');
  const url = new URL(cell);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? value(cell) : problem('not_https');
}
