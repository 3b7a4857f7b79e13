import type { CivilDate } from '../kalender/civil-date.ts';
import { readDates } from '../kalender/phrase.ts';
import type { NameIndex } from '../register/names.ts';
import type { Organisatie } from '../register/types.ts';

/** What somebody typed after `reces`: "Assen zomer van 12 juli tot en met 20 augustus 2027". Reads only; the form asks for the rest. */

/** The names that people choose from, in the order of a council's year. */
export const recesNamen = ['Zomerreces', 'Herfstreces', 'Kerstreces', 'Voorjaarsreces', 'Meireces', 'Reces'] as const;
export type RecesNaam = (typeof recesNamen)[number];

export interface RecesSentence {
  readonly naam?: RecesNaam;
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  /** Absent: no organisatie was named. */
  readonly organisatie?:
    | { readonly kind: 'found'; readonly organisatie: Organisatie }
    | { readonly kind: 'unclear'; readonly typed: string; readonly nearest: readonly Organisatie[] };
}

const beginnings: readonly (readonly [RecesNaam, readonly string[]])[] = [
  ['Zomerreces', ['zomer', 'summer', 'simmer']],
  ['Herfstreces', ['herfst', 'autumn', 'hjerst']],
  ['Kerstreces', ['kerst', 'christmas', 'kryst']],
  ['Voorjaarsreces', ['voorjaar', 'krokus', 'spring', 'foarjier']],
  ['Meireces', ['meireces', 'meivakantie', 'maaiereses']],
];

/** Words around a name that are no part of it. */
const fillers = new Set(
  'van voor in de het een is er reces recessen vakantie of for the a recess fan foar it reses raad council heeft hebben zijn valt begint eindigt has have are begins ends does'.split(
    ' ',
  ),
);

const wordsIn = (text: string): readonly string[] => text.split(/[\s,;:?!]+/).filter((word) => word !== '');

/** With one of these it is a question about something else, in which a reces is named. */
const otherWords = new Set(
  'welke wat wie hoeveel toon afspraak afspraken contracten herinnering herinneringen rapportages besluiten which what who show agreements reminders reports'.split(
    ' ',
  ),
);
const verbs = new Set('is zijn valt begint eindigt heeft hebben are begins ends does has have'.split(' '));
const recesWord = /^\p{L}{0,12}(?:reces|recessen|recess|reses)$/u;

/**
 * What is asked of `reces` by a sentence: what follows that word, or a question when a reces is ("wanneer is het zomerreces van
 * Assen?"). Undefined: it is about something else.
 *
 * @param command what was typed after the word `reces`, where the sentence began with it
 */
export function recesAsked(text: string, command: string | undefined): string | undefined {
  const words = wordsIn(text.slice(0, 300).toLowerCase());
  if (words.some((word) => otherWords.has(word))) return undefined;
  if (command !== undefined) return command;
  const [first, verb, ...rest] = words;
  if ((first !== 'wanneer' && first !== 'when') || verb === undefined || !verbs.has(verb)) return undefined;
  // "Wanneer is de herijking na het reces?" asks for the herijking.
  const isAsked = rest.slice(0, 2).some((word) => recesWord.test(word)) || recesWord.test(rest.at(-1) ?? '');
  return isAsked && !rest.some((word) => aroundWords.has(word)) ? words.slice(1).join(' ') : undefined;
}

const aroundWords = new Set('voor vóór na tijdens before after during'.split(' '));

const naamOf = (word: string): RecesNaam | undefined =>
  beginnings.find(([, starts]) => starts.some((start) => word.toLowerCase().startsWith(start)))?.[0];

/**
 * @param here `_id`s of the organisaties of this channel: they decide between two of one name
 */
export function readRecesSentence(
  text: string,
  today: CivilDate,
  names: NameIndex,
  here: ReadonlySet<string>,
): RecesSentence {
  const days = daysIn(text, today);
  const words = wordsIn(text.slice(0, days.start));
  const naam = words.map(naamOf).find((found) => found !== undefined);
  const typed = words
    .filter((word) => naamOf(word) === undefined && !fillers.has(word.toLowerCase()))
    .join(' ')
    .slice(0, 200);
  return {
    ...(naam !== undefined && { naam }),
    ...(days.van !== undefined && days.tot !== undefined && { van: days.van, tot: days.tot }),
    ...(typed !== '' && { organisatie: organisatieNamed(typed, names, here) }),
  };
}

/** By name, where one of this channel goes before others of that name. */
export function organisatieNamed(
  typed: string,
  names: NameIndex,
  here: ReadonlySet<string>,
): NonNullable<RecesSentence['organisatie']> {
  const found = names.resolveOrganisatie(typed);
  if (found.kind === 'found') return found;
  if (found.kind === 'unknown') return { kind: 'unclear', typed, nearest: found.nearest };
  const [only, ...others] = found.candidates.filter(({ _id }) => here.has(_id));
  const isClear = only !== undefined && others.length === 0;
  return isClear ? { kind: 'found', organisatie: only } : { kind: 'unclear', typed, nearest: found.candidates };
}

/** The first period with both ends, or the first two days; `start`: where they begin in the text. */
function daysIn(
  text: string,
  today: CivilDate,
): { readonly van?: CivilDate; readonly tot?: CivilDate; readonly start: number } {
  // Days are written with a figure; "zomer" by itself is the name of the reces.
  const found = readDates(text, today).filter(
    (one) => (one.kind === 'period' || one.kind === 'day') && one.waarschuwing === undefined && /\d/.test(one.tekst),
  );
  const start = found[0]?.start ?? text.length;
  for (const one of found) {
    if (one.kind === 'period' && one.van !== undefined && one.tot !== undefined)
      return { van: one.van, tot: one.tot, start };
  }
  const [van, tot] = found.flatMap((one) => (one.kind === 'day' ? [one.datum] : []));
  return van === undefined || tot === undefined ? { start } : { van, tot, start };
}
