import type { Organisatie, Verband } from './types.ts';
import { wordsOf } from './words.ts';

/** The forms in which one name is written, and the forms in which a written name is looked up. Pure; used by names.ts. */

/** Folded words, parted by one space: `'s-Hertogenbosch` becomes `s hertogenbosch`. Both sides of every comparison. */
export const normaliseName = (text: string): string => wordsOf(text).join(' ');

/** Openings that say what kind of regeling it is, not which; longer ones before what they contain. */
const openings = [
  'modulaire gemeenschappelijke regeling',
  'lichte gemeenschappelijke regeling',
  'meervoudige centrumregeling',
  'gemeenschappelijke regeling',
  'gemeenschappelijk regeling',
  'gemeenschappelijk orgaan',
  'centrumgemeente regeling',
  'centrumgemeenteregeling',
  'centrumregeling',
  'bedrijfsvoeringsorganisatie',
  'samenwerkingsorganisatie',
  'openbaar lichaam',
  'zonder meer',
  'regeling',
  'gr',
  'bvo',
  'go',
  'inzake',
  'betreffende',
  'voor',
  'van',
  'het',
  'de',
];

/** This key, and what is left of it as its openings are taken off one by one. */
function withoutOpenings(key: string): readonly string[] {
  const forms = [key];
  for (let rest = key; ; ) {
    const opening = openings.find((each) => rest.startsWith(`${each} `));
    if (opening === undefined) return forms;
    rest = rest.slice(opening.length + 1);
    forms.push(rest);
  }
}

/** Closing years: `… 2024`, `… - 2022`. */
const withoutYear = (key: string): string => key.replace(/ (?:19|20)\d\d$/, '');

/** A closing part in brackets is left out: `Bergen (NH)` becomes `Bergen`. */
function withoutBrackets(text: string): string {
  const open = text.indexOf('(');
  const close = text.indexOf(')', open);
  return open < 0 || close < 0 ? text : `${text.slice(0, open)} ${text.slice(close + 1)}`;
}

/** `Hunze en Aa's` also as `hunze en aas`. */
const joined = (text: string): string => text.replace(/['’‘`´]/g, '');

const unique = (keys: Iterable<string>): readonly string[] => [...new Set(keys)].filter((key) => key !== '');

/** How a written name is looked up: as it stands first, then with less and less around it. */
export function queryForms(text: string): readonly string[] {
  const bounded = text.slice(0, 1_000);
  return unique(
    [normaliseName(bounded), normaliseName(withoutBrackets(bounded))].flatMap((key) => [
      key,
      withoutYear(key),
      ...withoutOpenings(key),
      ...withoutOpenings(withoutYear(key)),
    ]),
  );
}

const kinds: Partial<Record<Organisatie['soort'], readonly string[]>> = {
  gemeente: ['gemeente'],
  provincie: ['provincie'],
  waterschap: ['waterschap', 'hoogheemraadschap van', 'hoogheemraadschap', 'wetterskip'],
  ministerie: ['ministerie van'],
};

/** Keys of an organisatie: its name, and that name with and without the word for its kind. */
export function keysOfOrganisatie(organisatie: Organisatie): {
  readonly naam: string;
  readonly varianten: readonly string[];
} {
  const naam = normaliseName(organisatie.naam);
  const whole = [naam, normaliseName(withoutBrackets(organisatie.naam)), normaliseName(joined(organisatie.naam))];
  const words = kinds[organisatie.soort] ?? [];
  const bare = whole.map((key) => {
    const kind = words.find((word) => key.startsWith(`${word} `));
    return kind === undefined ? key : key.slice(kind.length + 1);
  });
  const main = words[0];
  const full = main === undefined ? [] : bare.map((key) => `${main} ${key}`);
  // De Wolden is also asked for as Wolden; a bare article never names anything.
  const articleless = bare.filter((key) => /^(?:de|het) ./.test(key)).map((key) => key.replace(/^(?:de|het) /, ''));
  return { naam, varianten: unique([...whole, ...bare, ...full, ...articleless]) };
}

export function keysOfVerband(
  verband: Verband,
  verkortingen: readonly { readonly lang: string; readonly kort: string }[],
): { readonly naam: string; readonly orgaan: readonly string[]; readonly varianten: readonly string[] } {
  const naam = normaliseName(verband.naam);
  const orgaan = verband.orgaan === undefined ? [] : [normaliseName(verband.orgaan)];
  const whole = [verband.naam, verband.orgaan ?? ''].flatMap((text) => [text, withoutBrackets(text), joined(text)]);
  const stripped = whole
    .map(normaliseName)
    .flatMap((key) => [...withoutOpenings(key), ...withoutOpenings(withoutYear(key))]);
  const shortened = stripped.flatMap((key) =>
    verkortingen
      .filter(({ lang }) => `${key} `.startsWith(`${lang} `))
      .map(({ lang, kort }) => `${kort}${key.slice(lang.length)}`),
  );
  return { naam, orgaan, varianten: unique([...stripped, ...shortened]).filter((key) => key.length > 2) };
}

const initialsSkip = new Set(['de', 'het', 'van', 'en', 'voor', 'in', 'te', 'op', 'aan', 'der', 'den', 'regeling']);

/**
 * Abbreviations a verband may be known by, normalised: the one in brackets, a word in capitals of its own, and the first letters
 * of the name without its opening. Whether one is used is for the index to say: only when no other verband could have it.
 */
export function abbreviationsOf(verband: Verband): readonly string[] {
  const texts = [verband.naam, verband.orgaan ?? ''];
  const bracketed = texts.flatMap((text) => {
    const open = text.lastIndexOf('(');
    const inside = open < 0 ? '' : text.slice(open + 1, text.indexOf(')', open)).replace(/^GR /, '');
    return /^\p{Lu}[\p{L}\p{N}&-]{1,9}$/u.test(inside) ? [inside] : [];
  });
  const capitals = texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}-])\p{Lu}{3,8}(?![\p{L}\p{N}-])/gu) ?? []);
  const initials = texts.flatMap((text) => {
    const name = withoutOpenings(withoutYear(normaliseName(withoutBrackets(text)))).at(-1) ?? '';
    const letters = name.split(' ').filter((word) => word !== '' && !initialsSkip.has(word) && !/^\d/.test(word));
    return letters.length >= 3 && letters.length <= 6 ? [letters.map((word) => word.charAt(0)).join('')] : [];
  });
  return unique([...bracketed, ...capitals, ...initials].map(normaliseName));
}
