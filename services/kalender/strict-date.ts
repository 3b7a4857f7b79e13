import { type CivilDate, isCivilDate } from './civil-date.ts';

/**
 * Dates in forms and files, where a date must be exactly that. Sentences are read elsewhere, with more freedom.
 */

const months = [
  ['januari', 'jan'],
  ['februari', 'feb'],
  ['maart', 'mrt'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augustus', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;
const written = /^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$/;

function civil(year: string | undefined, month: string | number, day: string | undefined): CivilDate | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isCivilDate(date) && date >= '1800-01-01' && date < '2300-01-01' ? date : undefined;
}

/**
 * Reads `2027-03-01`, `01-03-2027` or `1 maart 2027` (CONTRACT §5); anything else, and a day that does not exist such as
 * 31 februari, is `undefined`. Day before month, always: `03/01/2027` is refused, since it may mean either.
 */
export function readFormDate(text: string): CivilDate | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (plain.length > 30) return undefined;
  const byIso = iso.exec(plain);
  if (byIso !== null) return civil(byIso[1], byIso[2] ?? '', byIso[3]);
  const byNumbers = dutch.exec(plain);
  if (byNumbers !== null) return civil(byNumbers[3], byNumbers[2] ?? '', byNumbers[1]);
  const byName = written.exec(plain);
  if (byName === null) return undefined;
  const month = months.findIndex((names) => names.some((name) => name === byName[2]));
  return month < 0 ? undefined : civil(byName[3], month + 1, byName[1]);
}
