import type { Language } from '../taal/language.ts';
import { filterOf } from './facet-names.ts';
import type { QuestionFilter } from './reading.ts';
import { firstOf, markOf, type Sentence, textBetween } from './sentence.ts';
import type { Signs } from './signs.ts';

/** From the words that nothing else recognised to zoekterm, onderwerp and tekst. */

/** After these, whatever follows is what the sentence is about. */
const aboutWords = new Set([
  'over',
  'inzake',
  'rond',
  'rondom',
  'betreffende',
  'omtrent',
  'aangaande',
  'qua',
  'about',
  'regarding',
  'concerning',
  'on',
  'oer',
  'oangeande',
  'voortgang',
  'gebied',
  'onderwerp',
  'thema',
  'progress',
  'fuortgong',
]);
/** After these only a word that nothing knows ("met woningcorporaties"). */
const withWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(['met', 'voor', 'bij', 'tot', 'op', 'aan', 'van', 'in', 'om']),
  en: new Set(['with', 'for', 'at', 'by', 'to', 'of', 'in']),
  fy: new Set(['mei', 'foar', 'by', 'oant', 'op', 'oan', 'fan', 'yn']),
};
const articles = new Set(['de', 'het', 'een', 'the', 'a', 'an', 'it', 'in', 'van', 'of', 'onze', 'our', 'die', 'dat']);
const inside = new Set(['en', 'of', 'and', 'de', 'het', 'van', 'the', 'in', 'fan', 'it']);

/** A small word of another language is none here: "Nij Begun" in a Dutch sentence. */
const groupsAt = (sentence: Sentence, at: number): readonly string[] =>
  sentence.words
    .filter((mark) => mark.from <= at && at < mark.to)
    .filter((mark) => mark.group !== 'bekend')
    .filter((mark) => mark.lang === sentence.lang || (mark.group !== 'stop' && mark.group !== 'teken'))
    .map((mark) => mark.group);

const isUnknown = (sentence: Sentence, at: number): boolean => {
  const token = sentence.tokens[at];
  return token !== undefined && !sentence.taken.has(at) && token.norm.length > 1 && groupsAt(sentence, at).length === 0;
};

/** No small word, no question's own word: it can name a subject. */
const isContent = (sentence: Sentence, at: number): boolean => {
  if (isUnknown(sentence, at)) return true;
  if (at >= sentence.tokens.length || sentence.taken.has(at)) return false;
  const groups = groupsAt(sentence, at);
  return (
    groups.some((group) => ['soort', 'stuk', 'onderwerp', 'buiten', 'documentsoort'].includes(group)) &&
    !groups.includes('stop')
  );
};

/** Money that a begrotingsafspraak is about, but that any other afspraak can speak of too. */
const moneyNouns = new Set(
  'frictiekosten bijdrage bijdragen deelnemersbijdrage deelnemersbijdragen inwonerbijdrage inwonerbijdragen'.split(' '),
);

/** "Afspraken over frictiekosten": what is searched for in titel and tekst (CONTRACT §6), although alone it names a kind. */
export function isSearchedFor({ tokens }: Sentence, at: number): boolean {
  if (!moneyNouns.has(tokens[at]?.norm ?? '')) return false;
  const before = articles.has(tokens[at - 1]?.norm ?? '') ? at - 2 : at - 1;
  return aboutWords.has(tokens[before]?.norm ?? '');
}

/** Nouns that elsewhere are a small word or a sign of trouble: "afspraken over klachten", "over inwoners". */
const subjectNouns = new Set(
  'klacht klachten problemen knelpunten inwoners cijfers plannen overleg griffie'.split(' '),
);

const isSubject = (sentence: Sentence, at: number): boolean =>
  isContent(sentence, at) || (subjectNouns.has(sentence.tokens[at]?.norm ?? '') && !sentence.taken.has(at));

/** Whether this word is the later part of one with a hyphen: "mei-circulaire". */
function isHyphenated({ text, tokens, taken }: Sentence, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return (
    before !== undefined && token !== undefined && !taken.has(at - 1) && text.slice(before.end, token.start) === '-'
  );
}

/** Small words that are a noun behind another: "bestuurlijk overleg". */
const nouns = new Set(
  'overleg vergadering plan plannen team teams groep agenda zaken werk lijst punten onderdeel'.split(' '),
);

const closesTerm = (sentence: Sentence, at: number): boolean =>
  at > 0 && isUnknown(sentence, at - 1) && nouns.has(sentence.tokens[at]?.norm ?? '') && !sentence.taken.has(at);

const adjectives = new Set(
  'openbare interne vertrouwelijke nieuwe oude sociale gezamenlijke lokale regionale'.split(' '),
);

/** The stretch of words from here on that names a subject. */
function stretchFrom(
  sentence: Sentence,
  from: number,
  fits: (sentence: Sentence, at: number) => boolean,
): { from: number; to: number } | undefined {
  let start = from;
  while (articles.has(sentence.tokens[start]?.norm ?? '') && !sentence.taken.has(start)) start++;
  while (isHyphenated(sentence, start)) start--;
  // "Over openbare verlichting": the adjective is part of it.
  const adjective = adjectives.has(sentence.tokens[start]?.norm ?? '') && fits(sentence, start + 1);
  let end = start;
  let at = adjective ? start + 1 : start;
  while (at < sentence.tokens.length && !(at > start && sentence.tokens[at]?.afterBreak)) {
    if (fits(sentence, at) || isHyphenated(sentence, at + 1) || (end === at && closesTerm(sentence, at))) end = at + 1;
    else if (!inside.has(sentence.tokens[at]?.norm ?? '') || sentence.taken.has(at)) break;
    at++;
  }
  return end > start ? { from: start, to: end } : undefined;
}

/** Where this word says what the sentence is about; `over` before a length of time does not. */
export function subjectStretch(sentence: Sentence): { from: number; to: number } | undefined {
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (!aboutWords.has(sentence.tokens[at]?.norm ?? '') || sentence.taken.has(at)) continue;
    const stretch = stretchFrom(sentence, at + 1, isSubject);
    if (stretch !== undefined && !namesForm(sentence, stretch)) return stretch;
  }
  return undefined;
}

/** "Over de GR Recreatieschap": the words only say what kind of thing the name after them is. */
const namesForm = ({ names, words }: Sentence, { from, to }: { from: number; to: number }): boolean =>
  names.some((name) => name.from === to) &&
  words.some((mark) => mark.group === 'vorm' && mark.from === from && mark.to === to);

/** Where a word that nothing knows stands behind a small word: "met woningcorporaties". */
export function unknownStretch(sentence: Sentence): { from: number; to: number } | undefined {
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (!withWords[sentence.lang].has(sentence.tokens[at]?.norm ?? '') || sentence.taken.has(at)) continue;
    const stretch = stretchFrom(sentence, at + 1, isUnknown);
    if (stretch !== undefined) return stretch;
  }
  return undefined;
}

/** "ict-afspraken", "afspraken jeugdzorg": a word that nothing knows beside the word afspraken. */
function besideStretch(sentence: Sentence): { from: number; to: number } | undefined {
  const noun = markOf(sentence, 'teken', 'afspraak') ?? firstOf(sentence, 'soort') ?? firstOf(sentence, 'brief');
  if (noun === undefined) return undefined;
  const before = noun.from - 1;
  if (isUnknown(sentence, before) && before >= 0) return { from: before, to: noun.from };
  const after = stretchFrom(sentence, noun.to, isUnknown);
  // "Welke afspraken schuren" ends in a verb; behind "de dvo" stands what it is about: "de dvo milieutaken".
  const isOne = ['de', 'het', 'the'].includes(sentence.tokens[noun.from - 1]?.norm ?? '');
  const verbal = after !== undefined && /(?:en|t|ed)$/.test(sentence.tokens[after.from]?.norm ?? '');
  return verbal && !isOne ? undefined : after;
}

/** A kind, or a small word between two of them. */
const isKind = (sentence: Sentence, at: number): boolean =>
  !isUnknown(sentence, at) &&
  !groupsAt(sentence, at).includes('buiten') &&
  !isSearchedFor(sentence, at) &&
  !subjectNouns.has(sentence.tokens[at]?.norm ?? '');

const onlyKinds = (sentence: Sentence, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!isKind(sentence, at)) return false;
  return true;
};

/** What the sentence searches for in titel or tekst (CONTRACT §6, "over X"). A kind of afspraak is no zoekterm. */
export function searchFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const subject = subjectStretch(sentence);
  if (subject !== undefined && !onlyKinds(sentence, subject.from, subject.to))
    return { zoekterm: textBetween(sentence, subject.from, subject.to) };
  const person = signs.has('opnaam') || signs.has('draag_over');
  const found = person ? undefined : (unknownAfterWith(sentence) ?? besideStretch(sentence));
  return found === undefined ? {} : { zoekterm: textBetween(sentence, found.from, found.to) };
}

/** "van Jansen" is an eigenaar, not a subject. */
function unknownAfterWith(sentence: Sentence): { from: number; to: number } | undefined {
  const stretch = unknownStretch(sentence);
  if (stretch === undefined) return undefined;
  const before = [sentence.tokens[stretch.from - 1]?.norm ?? '', sentence.tokens[stretch.from - 2]?.norm ?? ''];
  return before.some((word) => ['van', 'fan', 'of', 'door', 'op'].includes(word)) ? undefined : stretch;
}

/** "Over de begroting 2027": the year is part of the subject. */
const yearBehind = ({ words, dates }: Sentence, at: number): number =>
  words.some((word) => word.group === 'stuk' && word.to === at)
    ? (dates.find((mark) => mark.from === at && mark.mention.kind === 'year')?.to ?? at)
    : at;

/** "De jaarrekening 2025". */
function pieceWithYear(sentence: Sentence): string | undefined {
  const piece = firstOf(sentence, 'stuk');
  const to = piece === undefined ? 0 : yearBehind(sentence, piece.to);
  if (piece === undefined || to === piece.to) return undefined;
  return `${piece.value.replaceAll('_', ' ')} ${textBetween(sentence, piece.to, to)}`;
}

/** The kind or piece that a besluit is about: in Dutch as it was typed, since that is how besluiten are titled. */
export function namedKind(sentence: Sentence): string | undefined {
  const mark = firstOf(sentence, 'stuk') ?? firstOf(sentence, 'soort');
  if (mark === undefined) return undefined;
  return sentence.lang === 'nl' && mark.group === 'soort'
    ? textBetween(sentence, mark.from, mark.to)
    : mark.value.replaceAll('_', ' ');
}

/** For besluiten: kinds and pieces are part of what it is about. */
export function subjectFacet(sentence: Sentence): QuestionFilter {
  const subject = subjectStretch(sentence);
  const kind = namedKind(sentence);
  // Besluiten are written in Dutch: a kind named in another language is searched by its Dutch name.
  const foreign = sentence.lang !== 'nl' && kind !== undefined;
  if (subject !== undefined && !(foreign && onlyKinds(sentence, subject.from, subject.to)))
    return { zoekterm: textBetween(sentence, subject.from, yearBehind(sentence, subject.to)) };
  const found = kind === undefined ? unknownAfterWith(sentence) : undefined;
  return filterOf({
    zoekterm:
      pieceWithYear(sentence) ??
      kind ??
      purposeOf(sentence) ??
      (found === undefined ? undefined : textBetween(sentence, found.from, found.to)),
  });
}

/** "Besloten om ONS te verlaten": the verb that closes it. */
function purposeOf(sentence: Sentence): string | undefined {
  const { tokens } = sentence;
  const around = tokens.findIndex(({ norm }) => norm === 'om');
  const to = around < 0 ? -1 : tokens.findIndex(({ norm }, at) => at > around && norm === 'te');
  return to > 0 && isContent(sentence, to + 1) ? textBetween(sentence, to + 1, to + 2) : undefined;
}
