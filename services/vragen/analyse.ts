import type { CivilDate } from '../kalender/civil-date.ts';
import type { DateFinding } from '../kalender/date-reading.ts';

import type { Language } from '../taal/language.ts';
import type { CommonNames } from './common-names.ts';
import { detectLanguage } from './detect-language.ts';
import { liesBehind } from './lies-behind.ts';
import { withSpaces } from './missing-space.ts';
import { matchNames } from './name-match.ts';
import type { NameSource } from './name-source.ts';
import {
  type CodeMark,
  type DateMark,
  markSplits,
  markWords,
  phraseOf,
  type Sentence,
  type WordMark,
} from './sentence.ts';
import { longestText, type Token, tokenise } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Dates in a sentence, with the place where they stand: `readDates` of the calendar (kalender/phrase.ts).
 *
 * @param prefer whether a month without a year is the next one, or the last ("de marap van oktober")
 */
export type ReadDates = (text: string, today: CivilDate, prefer: 'coming' | 'past') => readonly DateFinding[];

/** Everything that recognising needs; built once by `createReader`. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly common: CommonNames;
  readonly names: NameSource;
  readonly readDates: ReadDates;
}

/** A longer text is no hurried question but a document: there nobody's slips are guessed at, which costs the most time by far. */
const mostMendedWords = 80;

const codeForm = /\b(AFS|B)[-\s]?(\d{4})[-\s](\d{1,5})\b/gi;
const bareBesluitForm = /\b(?:besluit|decision|besl[uú]t)(?:nummer| nummer| nr\.?| no\.?)?\s+(\d{4})-(\d{1,5})\b/gi;

/**
 * Recognises dates, codes, names and words, in that order: what is one of these is not read again as the next.
 *
 * @param usual the language where the words do not decide
 */
export function analyse(typed: string, today: CivilDate, usual: Language, knowledge: Knowledge): Sentence {
  const cut = typed.slice(0, longestText);
  const isMended = tokenise(cut).length <= mostMendedWords;
  const text = isMended ? withSpaces(cut, knowledge) : cut;
  const typedTokens = tokenise(text);
  const codes = findCodes(text, typedTokens);
  const dates = findDates(
    typedTokens,
    knowledge.readDates(text, today, liesBehind(typedTokens) ? 'past' : 'coming'),
    codes,
  ).filter((mark) => !isPartOfTerm(typedTokens, mark, knowledge.vocabulary));
  const taken = new Set<number>();
  for (const mark of [...codes, ...dates]) for (let at = mark.from; at < mark.to; at++) taken.add(at);
  const names = matchNames(text, typedTokens, taken, { ...knowledge, isMended });
  const named = new Set<number>();
  for (const mark of names) for (let at = mark.from; at < mark.to; at++) named.add(at);
  for (const at of named) taken.add(at);
  const tokens = isMended ? wellSpelled(typedTokens, taken, knowledge.vocabulary) : typedTokens;
  const words = [
    ...markWords(tokens, knowledge.vocabulary, taken, isMended),
    ...markSplits(tokens, knowledge.vocabulary, taken, named),
  ];
  const lang = detectLanguage(tokens, words, taken, usual);
  return {
    text,
    lang,
    tokens,
    words: words.filter(
      (mark) =>
        !isPartOfTopic(mark, words) &&
        !asksToEnd(mark, words, tokens) &&
        !asksWhether(mark, tokens) &&
        !isAgain(mark, tokens) &&
        !asksToKeep(mark, tokens),
    ),
    names,
    dates,
    codes,
    taken,
  };
}

/** The words with their slips mended, so that what is said of a word by its form holds for a mistyped one too. */
const wellSpelled = (tokens: readonly Token[], taken: ReadonlySet<number>, vocabulary: Vocabulary): readonly Token[] =>
  tokens.map((token, at) => {
    const norm = taken.has(at) ? undefined : vocabulary.wellSpelled(token.norm);
    return norm === undefined ? token : { ...token, norm };
  });

function tokenSpan(tokens: readonly Token[], start: number, end: number): { from: number; to: number } | undefined {
  const from = tokens.findIndex((token) => token.end > start);
  if (from < 0) return undefined;
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to++;
  return to > from ? { from, to } : undefined;
}

function findDates(tokens: readonly Token[], mentions: readonly DateFinding[], codes: readonly CodeMark[]): DateMark[] {
  const marks: DateMark[] = [];
  for (const mention of mentions) {
    const span = tokenSpan(tokens, mention.start, mention.end);
    if (span === undefined || codes.some((code) => code.from < span.to && span.from < code.to)) continue;
    marks.push({ ...span, mention });
  }
  return marks;
}

/** In "kan het contract worden opgezegd?" the verb asks for the opzegtermijn; nothing has ended yet. */
function asksToEnd(
  { group, value, from, to }: WordMark,
  words: readonly WordMark[],
  tokens: readonly Token[],
): boolean {
  if (group !== 'status' || value !== 'opgezegd') return false;
  const passive = [tokens[from - 1]?.norm, tokens[to]?.norm].some((norm) => norm === 'worden' || norm === 'be');
  return passive && words.some((other) => other.value === 'opzegtermijn' && other.from === from);
}

/** "Sla de lijst op als csv" is a verb, and no service level agreement. */
const asksToKeep = ({ group, from }: WordMark, tokens: readonly Token[]): boolean =>
  (group === 'soort' || group === 'onderwerp') &&
  tokens[from]?.norm === 'sla' &&
  from === 0 &&
  ['de', 'het', 'deze', 'dit', 'die', 'dat', 'alle'].includes(tokens[1]?.norm ?? '') &&
  tokens.some(({ norm }) => norm === 'op');

const beforeWeather = new Set(['het', 't', 'voor', 'mooi', 'slecht', 'lekker', 'welk', 'waar']);

/** "Wanneer was die ook weer": again, and no weather. */
const isAgain = ({ group, from }: WordMark, tokens: readonly Token[]): boolean =>
  group === 'buiten' && tokens[from]?.norm === 'weer' && from > 0 && !beforeWeather.has(tokens[from - 1]?.norm ?? '');

/** "Wel of geen DVO" asks whether there is one; nothing is said to be missing. */
const asksWhether = ({ group, value, from }: WordMark, tokens: readonly Token[]): boolean =>
  group === 'teken' &&
  (value === 'geen' || value === 'stop') &&
  ['of', 'or'].includes(tokens[from - 1]?.norm ?? '') &&
  tokens.slice(0, from - 1).some(({ norm }) => norm === 'wel' || norm === 'een' || norm === 'an');

/** "actieve" of "actieve informatieplicht" is no status, "arrangement" of "joint arrangement" or "exit arrangement" no afspraak. */
function isPartOfTopic(mark: WordMark, words: readonly WordMark[]): boolean {
  const wholes =
    mark.group === 'status'
      ? ['onderwerp']
      : mark.group === 'teken' && mark.value === 'afspraak'
        ? ['vorm', 'soort']
        : [];
  const size = mark.to - mark.from;
  return words.some(
    (other) =>
      wholes.includes(other.group) && other.to - other.from > size && other.from <= mark.from && mark.to <= other.to,
  );
}

/** "annual accounts", "kwartaalrapportage" and "dagelijks bestuur" are things; nothing in them repeats. */
function isPartOfTerm(tokens: readonly Token[], mark: DateMark, vocabulary: Vocabulary): boolean {
  if (mark.mention.kind !== 'recurrence') return false;
  for (let to = mark.to + 2; to > mark.to; to--) {
    const meanings = to > tokens.length ? [] : vocabulary.lookup(phraseOf(tokens, mark.from, to));
    if (meanings.some(({ group }) => ['stuk', 'soort', 'orgaan'].includes(group))) return true;
  }
  return false;
}

function findCodes(text: string, tokens: readonly Token[]): readonly CodeMark[] {
  const marks: CodeMark[] = [];
  const add = (start: number, end: number, code: string): void => {
    const span = tokenSpan(tokens, start, end);
    if (span !== undefined) marks.push({ ...span, code });
  };
  for (const match of text.matchAll(codeForm)) {
    const [whole, letters = '', year = '', number = ''] = match;
    add(match.index, match.index + whole.length, `${letters.toUpperCase()}-${year}-${number.padStart(3, '0')}`);
  }
  for (const match of text.matchAll(bareBesluitForm)) {
    const [whole, year = '', number = ''] = match;
    const end = match.index + whole.length;
    add(end - year.length - number.length - 1, end, `B-${year}-${number.padStart(3, '0')}`);
  }
  return marks;
}
