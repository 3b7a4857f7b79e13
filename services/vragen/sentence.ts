import type { DateFinding } from '../kalender/date-reading.ts';
import type { Language } from '../taal/language.ts';
import type { NamedThing } from './name-source.ts';
import type { Token } from './token.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';

/** A sentence with everything recognised in it. Made by `analyse` (analyse.ts); intent rules and filter keys only read it. */

interface Span {
  /** Index of the first token, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A phrase of the vocabulary. */
export interface WordMark extends Span, Meaning {}

/** A name of the register. More than one thing: it is ambiguous. */
export interface NameMark extends Span {
  readonly things: readonly NamedThing[];
  /** As typed. */
  readonly text: string;
  readonly mistyped: boolean;
}

export interface DateMark extends Span {
  readonly mention: DateFinding;
}

export interface CodeMark extends Span {
  /** In capitals: `AFS-2026-012`, `B-2026-014`. */
  readonly code: string;
}

export interface Sentence {
  readonly text: string;
  readonly lang: Language;
  readonly tokens: readonly Token[];
  readonly words: readonly WordMark[];
  readonly names: readonly NameMark[];
  readonly dates: readonly DateMark[];
  readonly codes: readonly CodeMark[];
  /** Tokens that are part of a name, a date or a code. */
  readonly taken: ReadonlySet<number>;
}

/** Values of a group in the order of the sentence, each once. */
export function valuesOf(sentence: Sentence, group: string): readonly string[] {
  return [...new Set(sentence.words.filter((mark) => mark.group === group).map((mark) => mark.value))];
}

export const has = (sentence: Sentence, group: string, value: string): boolean =>
  sentence.words.some((mark) => mark.group === group && mark.value === value);

export const firstOf = (sentence: Sentence, group: string): WordMark | undefined =>
  sentence.words.find((mark) => mark.group === group);

/** The mark of this group and value, when the sentence has it. */
export const markOf = (sentence: Sentence, group: string, value: string): WordMark | undefined =>
  sentence.words.find((mark) => mark.group === group && mark.value === value);

export const textBetween = (sentence: Sentence, from: number, to: number): string => {
  const first = sentence.tokens[from];
  const last = sentence.tokens[to - 1];
  return first === undefined || last === undefined ? '' : sentence.text.slice(first.start, last.end);
};

/**
 * Phrases in two parts: "zet de meldingen over RegIT uit". What stands between may be anything but the end of a sentence; the words
 * of such a verb mean nothing else on their own, so each part becomes a mark.
 *
 * @param named tokens that are part of a name
 */
export function markSplits(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  taken: ReadonlySet<number>,
  named: ReadonlySet<number>,
): readonly WordMark[] {
  const marks: WordMark[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (taken.has(from) || isNoun(tokens, from)) continue;
    for (const to of [from + 1, from + 2]) {
      for (const { meaning, last } of vocabulary.lookupSplit(phraseOf(tokens, from, to))) {
        const size = last.split(' ').length;
        const end = tokens.findIndex(
          (_, at) =>
            at >= to &&
            !taken.has(at) &&
            phraseOf(tokens, at, at + size) === last &&
            !isPreposition(tokens, at + size - 1, named),
        );
        if (end >= 0) marks.push({ ...meaning, from, to }, { ...meaning, from: end, to: end + size });
      }
    }
  }
  return marks;
}

const particles = new Set([
  'uit',
  'op',
  'in',
  'af',
  'aan',
  'over',
  'door',
  'voor',
  'toe',
  'na',
  'ut',
  'yn',
  'oer',
  'troch',
  'foar',
]);
const articles = new Set(['de', 'het', 'onze', 'deze', 'dit', 'die', 'dat', 'it']);

const beforeNouns = new Set([
  'de',
  'onze',
  'een',
  'die',
  'deze',
  'bij',
  'van',
  'met',
  'voor',
  'the',
  'our',
  'fan',
  'mei',
]);

/** "De SLA" is no verb: "sla … op" asks to keep something. */
const isNoun = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === 'sla' && beforeNouns.has(tokens[at - 1]?.norm ?? '');

/** In "stel een brief op over de uittreding uit Reestmond" the last `uit` belongs to the name after it, not to the verb. */
function isPreposition(tokens: readonly Token[], at: number, named: ReadonlySet<number>): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.afterBreak || !particles.has(tokens[at]?.norm ?? '')) return false;
  return articles.has(next.norm) || named.has(at + 1);
}

/** The normalised words of a stretch of tokens. */
export const phraseOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.norm)
    .join(' ');

/** The phrases of one word, two words, … that start at this token. */
export function phrasesFrom(tokens: readonly Token[], from: number, longest: number): readonly string[] {
  const phrases: string[] = [];
  let phrase = '';
  for (const token of tokens.slice(from, from + longest)) {
    phrase = phrase === '' ? token.norm : `${phrase} ${token.norm}`;
    phrases.push(phrase);
  }
  return phrases;
}

/**
 * Phrases of the vocabulary, per layer the longest at each place. Tokens in `taken` are left alone.
 *
 * @param mistypedAllowed whether a word that nothing knows may stand for one that differs by a letter
 */
export function markWords(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  taken: ReadonlySet<number>,
  mistypedAllowed: boolean,
): readonly WordMark[] {
  const marks: WordMark[] = [];
  const coveredUntil = new Map<string, number>();
  // Only a word that nothing knows can be the slip in a phrase.
  const meaningsOf = (phrase: string, words: readonly Token[]): readonly Meaning[] => {
    const known = vocabulary.lookup(phrase);
    const slip = mistypedAllowed && known.length === 0 && words.length > 1;
    return slip && words.some(({ norm }) => norm.length >= 5 && vocabulary.lookup(norm).length === 0)
      ? vocabulary.lookupMistypedPhrase(phrase)
      : known;
  };
  for (let from = 0; from < tokens.length; from++) {
    if (taken.has(from)) continue;
    const longest = longestWindow(tokens, from, vocabulary.longestFrom(tokens[from]?.norm ?? ''), taken);
    const phrases = phrasesFrom(tokens, from, longest);
    for (let size = longest; size > 0; size--) {
      addMeanings(
        meaningsOf(phrases[size - 1] ?? '', tokens.slice(from, from + size)),
        from,
        from + size,
        marks,
        coveredUntil,
      );
    }
    const word = tokens[from]?.norm ?? '';
    const known = marks.some((mark) => mark.from <= from && from < mark.to);
    if (known || !mistypedAllowed) continue;
    for (const meaning of vocabulary.lookupMistyped(word)) marks.push({ ...meaning, from, to: from + 1 });
  }
  return marks;
}

function addMeanings(
  meanings: readonly Meaning[],
  from: number,
  to: number,
  marks: WordMark[],
  coveredUntil: Map<string, number>,
): void {
  for (const meaning of meanings) {
    if ((coveredUntil.get(meaning.layer) ?? 0) > from && !sameSpan(marks, meaning, from, to)) continue;
    marks.push({ ...meaning, from, to });
    coveredUntil.set(meaning.layer, to);
  }
}

const sameSpan = (marks: readonly WordMark[], { group }: Meaning, from: number, to: number): boolean =>
  marks.some((mark) => mark.group === group && mark.from === from && mark.to === to);

/** How many tokens from here on are free and in one clause. */
function longestWindow(tokens: readonly Token[], from: number, longest: number, taken: ReadonlySet<number>): number {
  let size = 1;
  while (size < longest) {
    const next = tokens[from + size];
    if (next === undefined || next.afterBreak || taken.has(from + size)) break;
    size++;
  }
  return size;
}
