import type { NameSource } from './name-source.ts';
import type { Token } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Words typed as one: "metEmmen", "welkecontracten", "contactpersoonvan". A word that nothing knows is cut in two where one part is a
 * small word that people run on and the other is known. Pure; at most so many look-ups as the word has letters.
 */

/** Before a kind or a name. Normalised. */
const leading = new Set(
  `met van voor bij over aan naar de het een welke welk alle mijn onze wanneer hoeveel toon is zijn loopt lopen with for the which all
   mei fan foar hokker`.split(/\s+/),
);
/** After a kind, a name or another known word. "De" only behind a verb: "beheerde" is a word of its own. */
const trailing = new Set('van met voor bij over voordat aan with for mei fan foar'.split(' '));
const verbs = new Set('loopt lopen is wordt heeft verloopt eindigt vervalt geldt staat moet kan'.split(' '));
const articles = new Set(['de', 'het', 'een', 'ons', 'onze', 'mijn']);

const kinds = new Set(['soort', 'stuk']);
const signs = new Set(['afspraak', 'besluit', 'zienswijze', 'herinnering', 'contact']);
const shortestWhole = 6;
const shortestName = 4;
const longestWhole = 40;

export interface KnownWords {
  readonly vocabulary: Vocabulary;
  readonly names: NameSource;
}

/** The tokens with such words cut in two. */
export const withSpaces = (tokens: readonly Token[], known: KnownWords): readonly Token[] =>
  tokens.some((token) => mayBeTwo(token)) ? tokens.flatMap((token) => partsOf(token, known)) : tokens;

/** A word whose letters are those of its compared form one by one, so that a cut falls in the same place. */
const mayBeTwo = ({ norm, start, end }: Token): boolean =>
  norm.length >= shortestWhole && norm.length <= longestWhole && end - start === norm.length && /^[a-z]+$/.test(norm);

function partsOf(token: Token, known: KnownWords): readonly Token[] {
  if (!mayBeTwo(token) || isKnown(token.norm, known)) return [token];
  for (let at = 2; at <= token.norm.length - 2; at++) {
    const [left, right] = [token.norm.slice(0, at), token.norm.slice(at)];
    if (isTwo(left, right, known)) return cut(token, at);
  }
  return [token];
}

const isKnown = (norm: string, { vocabulary, names }: KnownWords): boolean =>
  vocabulary.lookup(norm).length > 0 ||
  vocabulary.lookupMistyped(norm).length > 0 ||
  names.lookup(norm).length > 0 ||
  names.lookupFuzzy(norm, 1).length > 0;

function isTwo(left: string, right: string, known: KnownWords): boolean {
  if (leading.has(left) && (isThing(right, known) || isName(right, known))) return true;
  if (trailing.has(right) && (isThing(left, known) || isName(left, known))) return true;
  return verbs.has(left) && articles.has(right);
}

const isThing = (norm: string, { vocabulary }: KnownWords): boolean =>
  vocabulary
    .lookup(norm)
    .some(({ group, value }) => kinds.has(group) || group === 'veld' || (group === 'teken' && signs.has(value)));

const isName = (norm: string, { vocabulary, names }: KnownWords): boolean =>
  norm.length >= shortestName &&
  vocabulary.lookup(norm).length === 0 &&
  names.lookup(norm).some(({ commonWord }) => !commonWord);

function cut(token: Token, at: number): readonly Token[] {
  const middle = token.start + at;
  return [
    { ...token, norm: token.norm.slice(0, at), end: middle },
    { ...token, norm: token.norm.slice(at), start: middle, capital: false, afterBreak: false },
  ];
}
