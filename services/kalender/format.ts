import type { Language } from '../taal/language.ts';
import type { CivilDate } from './civil-date.ts';

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB', fy: 'fy-NL' };

export interface DayFormat {
  /** With the name of the weekday: "maandag 1 maart 2027". */
  readonly weekday?: boolean;
  /** "1 mrt 2027", "ma 1 mrt 2027". */
  readonly short?: boolean;
}

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, weekday: boolean, short: boolean): Intl.DateTimeFormat {
  const key = `${language} ${weekday} ${short}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const length = short ? 'short' : 'long';
  const made = new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    day: 'numeric',
    month: length,
    year: 'numeric',
    ...(weekday ? { weekday: length } : {}),
  });
  formats.set(key, made);
  return made;
}

/**
 * A day as people write it: "1 maart 2027", "Monday 1 March 2027", "moandei 1 maart 2027". For sentences and cards; files and
 * interfaces carry the CivilDate itself.
 */
export function formatDay(
  day: CivilDate,
  language: Language,
  { weekday = false, short = false }: DayFormat = {},
): string {
  const parts = formatOf(language, weekday, short).formatToParts(Date.parse(`${day}T00:00:00Z`));
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  // Frisian months come out of Intl with a capital; Frisian writes them without, as Dutch does.
  const month = language === 'fy' ? part('month').toLowerCase() : part('month');
  return [weekday ? part('weekday') : '', part('day'), month, part('year')].filter((word) => word !== '').join(' ');
}
