import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { dataFile } from '../package-root.ts';

/**
 * The words of `woorden.yaml`, looked up among tokens. A subject is a heading of that file (`maand`); the little words are
 * looked up one by one (`schakel.before`). Used by the rules of the date reader alone.
 */

/** What the lookup needs of a token: the word in lower case without diacritics. */
export interface Worded {
  readonly norm: string;
}

interface Phrase {
  readonly words: readonly string[];
  readonly value: string;
}

export interface WordMatch {
  readonly value: string;
  /** Index of the token after the words. */
  readonly next: number;
}

type Subject = Map<string, Phrase[]>;

/** By first word, then by subject: a word that begins nothing is known at the first look. */
type Index = ReadonlyMap<string, ReadonlyMap<string, readonly Phrase[]>>;

function addPhrase(subjects: Map<string, Subject>, name: string, text: string, value: string): void {
  const words = text.split(' ');
  const first = words[0] ?? '';
  const subject = subjects.get(name) ?? new Map<string, Phrase[]>();
  subjects.set(name, subject);
  const phrases = subject.get(first) ?? [];
  subject.set(first, phrases);
  phrases.push({ words, value });
  phrases.sort((left, right) => right.words.length - left.words.length);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textsOf(columns: unknown): readonly string[] {
  if (!isRecord(columns)) throw new Fault('kalender-words', 'never', 'woorden.yaml: an entry has no language columns');
  return Object.values(columns).flatMap((texts): string[] => {
    if (!Array.isArray(texts)) throw new Fault('kalender-words', 'never', 'woorden.yaml: a column is no list');
    return texts.map((text) => String(text));
  });
}

function columnOf(file: Record<string, unknown>, heading: string, value: number, language: string): readonly string[] {
  const entries = file[heading];
  const columns = isRecord(entries) ? entries[String(value)] : undefined;
  const texts = isRecord(columns) ? columns[language] : undefined;
  return Array.isArray(texts) ? texts.map(String) : [];
}

/** "eenentwintig", "twenty-one", "ienentweintich", and "eenentwintigste": what the file leaves to be made. */
function addCompounds(subjects: Map<string, Subject>, file: Record<string, unknown>): void {
  const add = (text: string, value: number, language: string): void => {
    addPhrase(subjects, 'telwoord', text, String(value));
    if (language === 'nl' && value < 40) addPhrase(subjects, 'rangtelwoord', `${text}ste`, String(value));
  };
  const join = (one: string, tens: string, language: string): string =>
    language === 'en' ? `${tens}-${one}` : `${one}en${tens}`;
  for (const ten of [20, 30, 40, 50, 60, 70, 80, 90]) {
    for (const language of ['nl', 'en', 'fy']) {
      for (const tens of columnOf(file, 'tiental', ten, language)) {
        add(tens, ten, language);
        for (let unit = 1; unit <= 9; unit += 1) {
          const ones = columnOf(file, 'telwoord', unit, language).filter((word) => word !== 'a' && word !== 'an');
          for (const one of ones) add(join(one, tens, language), ten + unit, language);
        }
      }
    }
  }
}

function readWords(): Map<string, Subject> {
  const file: unknown = parse(readFileSync(dataFile('services/kalender/woorden.yaml'), 'utf8'));
  if (!isRecord(file)) throw new Fault('kalender-words', 'never', 'woorden.yaml holds no headings');
  const subjects = new Map<string, Subject>();
  for (const [heading, entries] of Object.entries(file)) {
    if (!isRecord(entries)) throw new Fault('kalender-words', 'never', 'woorden.yaml: a heading has no entries');
    for (const [value, columns] of Object.entries(entries)) {
      const name = heading === 'schakel' ? `schakel.${value}` : heading;
      for (const text of textsOf(columns)) addPhrase(subjects, name, text, value);
    }
  }
  addCompounds(subjects, file);
  return subjects;
}

function indexed(subjects: ReadonlyMap<string, Subject>): Index {
  const index = new Map<string, Map<string, readonly Phrase[]>>();
  for (const [name, subject] of subjects) {
    for (const [first, phrases] of subject) {
      const found = index.get(first) ?? new Map<string, readonly Phrase[]>();
      index.set(first, found.set(name, phrases));
    }
  }
  return index;
}

let words: Index | undefined;

function indexOf(): Index {
  words ??= indexed(readWords());
  return words;
}

/** The longest phrase of a subject that starts at this token. */
export function wordAt(subject: string, tokens: readonly Worded[], index: number): WordMatch | undefined {
  const token = tokens[index];
  if (!token) return undefined;
  for (const phrase of indexOf().get(token.norm)?.get(subject) ?? []) {
    if (phrase.words.every((word, offset) => tokens[index + offset]?.norm === word)) {
      return { value: phrase.value, next: index + phrase.words.length };
    }
  }
  return undefined;
}

/** Whether this one word stands in the subject. */
export const isWordOf = (subject: string, norm: string): boolean =>
  (indexOf().get(norm)?.get(subject) ?? []).some((phrase) => phrase.words.length === 1);

/** Whether any phrase of any subject begins with this word: most words of a sentence begin none, and need no look. */
export const beginsPhrase = (norm: string): boolean => indexOf().has(norm);

const listed = new Map<string, readonly { readonly word: string; readonly value: string }[]>();

/** The single words of a subject with their values, longest first: for compounds such as "kwartaaloverleg". */
export function singleWords(subject: string): readonly { readonly word: string; readonly value: string }[] {
  const before = listed.get(subject);
  if (before) return before;
  const found = [...indexOf()]
    .flatMap(([word, bySubject]) =>
      (bySubject.get(subject) ?? [])
        .filter((phrase) => phrase.words.length === 1)
        .map(({ value }) => ({ word, value })),
    )
    .sort((left, right) => right.word.length - left.word.length);
  listed.set(subject, found);
  return found;
}

/** Names long enough that one wrong letter leaves them recognisable. */
const leastSpelled = 6;
const mostSpelled = 12;

const spelledSubjects = [
  'maand',
  'weekdag',
  'dagwoord',
  'eenheid',
  'rangtelwoord',
  'schakel.next',
  'schakel.last',
  'schakel.coming',
  'schakel.past',
];

let inPhrases: ReadonlySet<string> | undefined;

/** Whether a word stands anywhere in the file: "op zijn laatst" holds no misspelled "laatste". */
function isInPhrase(norm: string): boolean {
  inPhrases ??= new Set(
    [...indexOf().values()].flatMap((bySubject) => [...bySubject.values()].flat().flatMap(({ words: all }) => all)),
  );
  return inPhrases.has(norm);
}

let spelled: readonly string[] | undefined;

/** Whether two words differ by one letter: one more, one less, another, or two swapped. */
function differsByOne(word: string, other: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === other[start]) start += 1;
  const rest = (text: string, skipped: number): string => text.slice(start + skipped);
  const swapped = word[start] === other[start + 1] && word[start + 1] === other[start];
  return (
    rest(word, 1) === rest(other, 1) ||
    rest(word, 0) === rest(other, 1) ||
    rest(word, 1) === rest(other, 0) ||
    (swapped && rest(word, 2) === rest(other, 2))
  );
}

/**
 * The month, weekday, unit or turn of time of which a word is a misspelling ("febuari", "kwartal", "volgene"); any other word as it is. Only where
 * nothing else in the file begins with that word.
 */
export function spelling(norm: string): string {
  if (norm.length < leastSpelled || norm.length > mostSpelled || isInPhrase(norm)) return norm;
  spelled ??= spelledSubjects.flatMap((subject) =>
    singleWords(subject)
      .map(({ word }) => word)
      .filter((word) => word.length >= leastSpelled),
  );
  // People seldom miss the first letter, and "waterdag" is no Saturday.
  return spelled.find((word) => word[0] === norm[0] && differsByOne(norm, word)) ?? norm;
}
