import type { CommonNames } from './common-names.ts';
import type { NamedThing, NameSource } from './name-source.ts';
import { type NameMark, phraseOf, phrasesFrom } from './sentence.ts';
import { normalisePhrase, type Token } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Finds names of organisaties and verbanden in a sentence: at each place the longest that the register knows, then mistyped ones.
 * A word that the vocabulary knows, or a municipality that is a common word, is only a name where the words around it say so.
 */
export interface NameMatchWords {
  readonly names: NameSource;
  readonly vocabulary: Vocabulary;
  readonly common: CommonNames;
  /** Whether mistyped names are looked for too. */
  readonly isMended: boolean;
}

/** Words before a name that say what kind of organisatie it is. Normalised. */
const municipalityWords = new Set([
  'gemeente',
  'gemeenteraad',
  'raad',
  'college',
  'burgemeester',
  'municipality',
  'council',
  'ried',
  'kolleezje',
  'bw',
  'wethouder',
  'boargemaster',
  'mayor',
  'gemeenten',
  'gem',
  'gemeentes',
]);
const provinceWords = new Set([
  'provincie',
  'province',
  'provinsje',
  'staten',
  'gs',
  'ps',
  'gedeputeerde',
  'steaten',
  'provincies',
  'prov',
]);
const linkWords = new Set(['van', 'de', 'der', 'het', 'of', 'the', 'fan', 'in', 'yn']);

/** Words after which a party is named. Normalised. */
const partyWords = new Set(['met', 'with', 'mei', 'tussen', 'between', 'tusken']);

/** Typing errors: none in short words, one from 6 letters (from 4 where the word before asks for a name), two from 10. */
const allowedDistance = (length: number, expected: boolean): number =>
  length < (expected ? 4 : 6) ? 0 : length < 10 ? 1 : 2;

export function matchNames(
  text: string,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
  words: NameMatchWords,
): readonly NameMark[] {
  const marks: NameMark[] = [];
  for (let from = 0; from < tokens.length; ) {
    const mark = taken.has(from) ? undefined : matchAt(text, tokens, from, taken, words);
    if (mark !== undefined) marks.push(mark);
    from = mark === undefined ? from + 1 : mark.to;
  }
  const parties = marks
    .flatMap(({ things }) => (things.length === 1 ? things : []))
    .filter(({ kind }) => kind === 'organisatie');
  const named = [...new Map(parties.map((party) => [party.naam, party])).values()];
  return marks.map((mark) => amongParties(mark, named, words.names));
}

/** "De omgevingsdienst" beside a provincie or gemeente: of all that are called so, the one that it takes part in. */
function amongParties(mark: NameMark, parties: readonly NamedThing[], names: NameSource): NameMark {
  if (mark.things.length < 2 || mark.things.some(({ kind }) => kind !== 'verband')) return mark;
  const theirs = mark.things.filter((thing) => parties.some((party) => names.takesPart(party, thing)));
  return theirs.length === 0 ? mark : { ...mark, things: theirs };
}

function matchAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  taken: ReadonlySet<number>,
  words: NameMatchWords,
): NameMark | undefined {
  const longest = freeTokens(tokens, from, taken, words.names.maxWords);
  const phrases = phrasesFrom(tokens, from, longest);
  for (let size = longest; size > 0; size--) {
    const things = words.names.lookup(phrases[size - 1] ?? '');
    const near =
      things.length > 0 || !words.isMended ? undefined : nearName(tokens, from, size, phrases[size - 1] ?? '', words);
    if (near !== undefined) return markFor(text, tokens, from, size, near, true);
    if (things.length > 0 && isName(tokens, from, size, words)) return markFor(text, tokens, from, size, things, false);
  }
  for (let size = words.isMended ? Math.min(longest, 4) : 0; size > 0; size--) {
    const things = lookupMistyped(tokens, from, size, words).filter((thing) => !isCommon(thing, words.common));
    if (things.length > 0) return markFor(text, tokens, from, size, things, true);
  }
  return undefined;
}

function freeTokens(tokens: readonly Token[], from: number, taken: ReadonlySet<number>, most: number): number {
  let size = 1;
  while (size < most && from + size < tokens.length && !taken.has(from + size)) size++;
  return size;
}

/** Words after which a subject is named. Normalised. */
const aboutWords = new Set(['over', 'rond', 'rondom', 'inzake', 'betreffende', 'omtrent', 'about', 'regarding', 'oer']);
const subjectArticles = new Set(['de', 'het', 'the', 'it']);

/** "Afspraken over beschermd wonen" asks for the subject, not for the verband that is called so. */
function isSubject(tokens: readonly Token[], from: number, size: number, { subjects }: CommonNames): boolean {
  if (!subjects.has(phraseOf(tokens, from, from + size))) return false;
  const before = subjectArticles.has(tokens[from - 1]?.norm ?? '') ? from - 2 : from - 1;
  return aboutWords.has(tokens[before]?.norm ?? '');
}

/** "Het ministerie van BZK" is no verband that is abbreviated so. */
const isMinistry = (tokens: readonly Token[], from: number): boolean =>
  [1, 2].some((back) =>
    ['ministerie', 'ministry', 'ministearje', 'minister'].includes(tokens[from - back]?.norm ?? ''),
  ) && tokens[from]?.afterBreak !== true;

/** Whether what the register calls so is meant as that name here. */
function isName(tokens: readonly Token[], from: number, size: number, words: NameMatchWords): boolean {
  if (isSubject(tokens, from, size, words.common) || isMinistry(tokens, from)) return false;
  if (size > 1) return !onlyPlainWords(tokens, from, size, words.vocabulary);
  const token = tokens[from];
  if (token === undefined) return false;
  if (words.common.capitals.has(token.norm)) return isMeantAsVerband(tokens, from, words.common);
  if (words.common.words.has(token.norm)) return isMeantAsMunicipality(tokens, from, words.common);
  return words.vocabulary.lookup(token.norm).length === 0;
}

/** A verband that is called by an ordinary word is never a mistyped other word: "social" is not Sociaal. */
const isCommon = ({ kind, naam }: NamedThing, common: CommonNames): boolean =>
  kind === 'verband' && common.capitals.has(normalisePhrase(naam));

/** "in de raad" may be written like a name of the register, but every word of it is a word of the vocabulary. */
const onlyPlainWords = (tokens: readonly Token[], from: number, size: number, vocabulary: Vocabulary): boolean =>
  tokens
    .slice(from, from + size)
    .every((token) =>
      vocabulary.lookup(token.norm).some((meaning) => meaning.group === 'stop' || meaning.group === 'teken'),
    );

/** ONS, DIT: a common word unless it is typed in capitals, or after words that only a verband follows. */
function isMeantAsVerband(tokens: readonly Token[], from: number, common: CommonNames): boolean {
  if (tokens[from]?.upper === true) return true;
  if (tokens[from]?.afterBreak === true) return false;
  // "Sla dit op" asks to keep it.
  const keeps = from === 1 && tokens[0]?.norm === 'sla' && tokens.some(({ norm }, at) => at > from && norm === 'op');
  return !keeps && [1, 2].some((size) => from >= size && common.beforeVerband.has(phraseOf(tokens, from - size, from)));
}

function isMeantAsMunicipality(tokens: readonly Token[], from: number, common: CommonNames): boolean {
  const around = [
    [from - 1, from + 1],
    [from, from + 2],
    [from - 1, from + 2],
  ] as const;
  for (const [first, last] of around)
    if (first >= 0 && common.exceptions.has(phraseOf(tokens, first, last))) return false;
  const before = tokens[from - 1]?.norm;
  if (before !== undefined && (municipalityWords.has(before) || common.prepositions.has(before))) return true;
  return tokens[from]?.capital === true;
}

/** Names of several words with one slip in them. A word that nothing knows must show that something was mistyped. */
function nearName(
  tokens: readonly Token[],
  from: number,
  size: number,
  phrase: string,
  { names, vocabulary }: NameMatchWords,
): readonly NamedThing[] | undefined {
  const part = tokens.slice(from, from + size);
  if (!part.some((token) => vocabulary.lookup(token.norm).length === 0)) return undefined;
  const near = names.lookupNear(phrase);
  if (near === undefined) return undefined;
  // "Omgevingsdienst Drenthe en": a small word at either end is only part of the name where the name has it there.
  const [first, last] = [part[0]?.norm ?? '', part.at(-1)?.norm ?? ''];
  const isSmall = (word: string): boolean => vocabulary.lookup(word).some(({ group }) => group === 'stop');
  const key = near.key.split(' ');
  if ((isSmall(first) && key[0] !== first) || (isSmall(last) && key.at(-1) !== last)) return undefined;
  // "De Wolden en Hoogeveen", "AB Recreatieschap Drenthe": a known word that the name does not have is no slip of the pen.
  const isOwn = (word: string): boolean => key.some((own) => own === word || (word.length > 3 && own.includes(word)));
  return part.every(({ norm }) => isOwn(norm) || vocabulary.lookup(norm).length === 0) ? near.things : undefined;
}

function lookupMistyped(
  tokens: readonly Token[],
  from: number,
  size: number,
  { names, vocabulary }: NameMatchWords,
): readonly NamedThing[] {
  const part = tokens.slice(from, from + size);
  const unknown = part.filter((token) => vocabulary.lookup(token.norm).length === 0);
  const first = part[0];
  const last = part[part.length - 1];
  if (first === undefined || last === undefined || !unknown.includes(last)) return [];
  if (size > 1 && unknown.length < size - 1) return [];
  if (unknown.some((token) => vocabulary.lookupMistyped(token.norm).length > 0)) return [];
  const phrase = phraseOf(tokens, from, from + size);
  if (size === 1 && isInPhrase(tokens, from, vocabulary)) return [];
  // Written as it should be, and yet no name here: not a mistyped one either.
  if (names.lookup(phrase).length > 0) return [];
  if (/\d/.test(phrase)) return [];
  const shortest = Math.min(...unknown.map((token) => token.norm.length));
  const before = tokens[from - 1]?.norm ?? '';
  const expected = partyWords.has(before) || municipalityWords.has(before);
  const distance = allowedDistance(size === 1 ? phrase.length : Math.max(shortest, 5), expected);
  return distance === 0 ? [] : names.lookupFuzzy(phrase, distance);
}

/** "Lichem" of "iepenbier lichem" is no mistyped Lochem: the words together are known. */
function isInPhrase(tokens: readonly Token[], at: number, vocabulary: Vocabulary): boolean {
  for (const first of [at - 2, at - 1, at])
    for (const last of [at + 1, at + 2, at + 3]) {
      if (first < 0 || last > tokens.length || last - first < 2) continue;
      if (vocabulary.lookup(phraseOf(tokens, first, last)).some(({ words }) => words >= 2)) return true;
    }
  return false;
}

function markFor(
  text: string,
  tokens: readonly Token[],
  from: number,
  size: number,
  things: readonly NamedThing[],
  mistyped: boolean,
): NameMark {
  const first = tokens[from];
  const last = tokens[from + size - 1];
  const written = first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
  return { from, to: from + size, things: meantHere(tokens, from, things), text: written, mistyped };
}

/** Keeps of several things with one name those that the words before it ask for: "provincie Utrecht", "raad van Groningen". */
function meantHere(tokens: readonly Token[], from: number, things: readonly NamedThing[]): readonly NamedThing[] {
  if (things.length < 2) return things;
  const verbanden = things.filter((thing) => thing.kind === 'verband');
  const soort = soortBefore(tokens, from);
  const asked = soort === undefined ? [] : things.filter((thing) => thing.soort === soort);
  if (asked.length > 0) return asked;
  // A deelnemer that is itself a regeling stands in the register twice: the verband is what people mean.
  if (verbanden.length > 0) return verbanden;
  const governments = things.filter((thing) => thing.soort === 'gemeente' || thing.soort === 'provincie');
  return governments.length > 0 ? governments : things;
}

function soortBefore(tokens: readonly Token[], from: number): 'gemeente' | 'provincie' | undefined {
  for (let at = from - 1; at >= Math.max(0, from - 3); at--) {
    const word = tokens[at]?.norm ?? '';
    if (municipalityWords.has(word)) return 'gemeente';
    if (provinceWords.has(word)) return 'provincie';
    if (!linkWords.has(word)) return undefined;
  }
  return undefined;
}
