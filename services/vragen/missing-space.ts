import { isDateWord } from '../kalender/phrase.ts';
import type { NameSource } from './name-source.ts';
import { type Token, tokenise } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Words typed as one: "metEmmen", "welkecontracten", "dezemaand", "in2027". A word that nothing knows is cut in two where one part is
 * a small word that people run on and the other is known. Pure; at most so many look-ups as the word has letters.
 */

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Also the beginning of verbs and nouns ("voorraad", "aandeel", "opzet"): only before a thing or an article. Normalised. */
const particles = wordsOf('over op in aan uit door voor na bij om tot te with for foar oer');
/** Before any word that is known, small words aside. */
const openers = wordsOf(
  `met van naar de het een welke welk hoeveel geen zonder alle deze dit wanneer wie heeft hebben zijn is loopt lopen moet toon stuur elke elk
   als en ik we mijn onze tussen sinds vanaf zit doet staat nieuw nieuwe aantal deadline which all mei fan hokker`,
);
/** Behind a thing. */
const closers = wordsOf(
  `van met voor bij over naar aan in op uit af is zijn heeft hebben we zit zitten moet moeten die dat kan kunnen dan graag svp aub allemaal
   vinden with for mei fan foar`,
);
const verbs = wordsOf('loopt lopen is zijn wordt heeft verloopt eindigt vervalt geldt staat moet kan hebben');
const behindVerbs = wordsOf('de het er te we een onze');
const articles = wordsOf('de het deze dit onze welke hoeveel wie');
const wholes = wordsOf(
  'hetgeen hetzelfde dezelfde alsnog alsof alsook enige zijnde vooraf vooraan aanmelding afmelding',
);

const things = new Set(['soort', 'stuk', 'veld', 'vorm', 'formaat']);
const signs = new Set(['afspraak', 'besluit', 'zienswijze', 'herinnering', 'contact', 'verband']);
/** Groups that say nothing by themselves. */
const weak = new Set(['stop', 'bekend', 'buiten']);
const shortestWhole = 5;
const longestWhole = 40;

export interface KnownWords {
  readonly vocabulary: Vocabulary;
  readonly names: NameSource;
}

/** The text with a space in each such word. */
export function withSpaces(typed: string, known: KnownWords): string {
  const text = apartFromYears(typed);
  let spaced = '';
  let done = 0;
  for (const token of tokenise(text)) {
    const at = cutOf(token, known);
    if (at === undefined) continue;
    spaced += `${text.slice(done, token.start + at)} `;
    done = token.start + at;
  }
  return done === 0 ? text : spaced + text.slice(done);
}

const yearBehind =
  /(?<![\p{L}\p{N}-])(in|voor|na|van|tot|sinds|vanaf|per|eind|begin|medio)((?:19|20)\d\d)(?![\p{L}\p{N}-])/giu;
const yearBefore =
  /(?<![\p{L}\p{N}-])((?:19|20)\d\d)(naar|van|af|aflopen|aflopend|met|en|of|moet|gaat|gaan)(?![\p{L}\p{N}-])/giu;

const numberBehind = /(?<![\p{L}\p{N}-])(nummer|nr|voor|na|op|vanaf|tot|per)(\d{1,2})(?![\p{L}\p{N}])/giu;

/** "in2027", "2027naar", "nummer2". */
const apartFromYears = (text: string): string =>
  text.replace(yearBehind, '$1 $2').replace(yearBefore, '$1 $2').replace(numberBehind, '$1 $2');

/** Where the word falls apart; a word whose letters are those of its compared form one by one. */
function cutOf({ norm, start, end }: Token, known: KnownWords): number | undefined {
  const fits = norm.length >= shortestWhole && norm.length <= longestWhole && end - start === norm.length;
  if (!fits || !/^[a-z]+$/.test(norm) || wholes.has(norm) || isKnown(norm, known)) return undefined;
  for (let at = 2; at <= norm.length - 2; at++) {
    const [left, right] = [norm.slice(0, at), norm.slice(at)];
    if (!isTwo(left, right, known)) continue;
    // What could be a slip is that, unless it falls apart into a thing or a verb and a word behind it.
    if ((left.length >= 4 && fallsBehind(left, right, known)) || !isSlip(norm, known)) return at;
  }
  return undefined;
}

const isSlip = (norm: string, { vocabulary, names }: KnownWords): boolean =>
  vocabulary.lookupMistyped(norm).length > 0 || isDateWord(norm) || names.lookupFuzzy(norm, 1).length > 0;

const isKnown = (norm: string, { vocabulary, names }: KnownWords): boolean =>
  vocabulary.lookup(norm).length > 0 || names.lookup(norm).length > 0;

function isTwo(left: string, right: string, known: KnownWords): boolean {
  if (particles.has(left) && (articles.has(right) || isThing(right, known) || isName(right, known))) return true;
  if (openers.has(left) && (isTelling(right, known) || isName(right, known) || isTime(right))) return true;
  if (['met', 'van', 'naar'].includes(left) && articles.has(right)) return true;
  if (left === 'met' && known.names.lookup(right).length > 0) return true;
  if (right === 'van' && ['ab', 'db', 'mt'].includes(left)) return true;
  if (left === 'waar' && ['ben', 'vind', 'staat'].includes(right)) return true;
  return fallsBehind(left, right, known);
}

/** "Lopenwe", "contractennaar". */
function fallsBehind(left: string, right: string, known: KnownWords): boolean {
  if (verbs.has(left) && behindVerbs.has(right)) return true;
  if (!closers.has(right)) return false;
  return isName(left, known) || (left.length >= 4 && (isThing(left, known) || isTime(left)));
}

const isThing = (norm: string, { vocabulary }: KnownWords): boolean =>
  norm.length >= 3 &&
  vocabulary
    .lookup(norm)
    .some(({ group, value }) => things.has(group) || (group === 'teken' && signs.has(value)) || group === 'rang');

const isTelling = (norm: string, { vocabulary }: KnownWords): boolean =>
  norm.length >= 3 && vocabulary.lookup(norm).some(({ group }) => !weak.has(group));

const isName = (norm: string, { vocabulary, names }: KnownWords): boolean =>
  norm.length >= 3 && vocabulary.lookup(norm).length === 0 && names.lookup(norm).some(({ commonWord }) => !commonWord);

const isTime = (norm: string): boolean => norm.length >= 4 && isDateWord(norm);
