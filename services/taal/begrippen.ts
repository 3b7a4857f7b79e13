import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { dataFile } from '../package-root.ts';
import { type Language, sentencesIn } from './language.ts';
import { bronTexts } from './texts.ts';

/** A term explained in one language: what an answer to "wat betekent …" is made of. */
export interface Begrip {
  /** Stable name, as `onderwerp` of a question: `actieve_informatieplicht`. */
  readonly key: string;
  readonly naam: string;
  /** One or two plain sentences. */
  readonly zin: string;
  /** One sentence; names an article only where the source was read and says so. */
  readonly bron: string;
}

interface Entry {
  readonly key: string;
  readonly naam: string;
  readonly en_naam: string;
  readonly aliases: readonly string[];
  readonly nl: string;
  readonly en: string;
  readonly bron: Bron;
  readonly artikel?: string;
  readonly merk: Merk;
}

interface Bron {
  readonly key: string;
  readonly nl: string;
  readonly en: string;
}

/** S: in the named source; S-part: its substance is; U: general knowledge. */
const merken = ['S', 'S-part', 'U'] as const;
type Merk = (typeof merken)[number];

interface WordList {
  readonly entries: readonly Entry[];
  /** By folded key, naam, English name and alias. */
  readonly byWord: ReadonlyMap<string, Entry>;
}

let wordList: WordList | undefined;

/**
 * Looks a term up by its key, its name or another word for it, without regard to case, spaces, hyphens and diacritics.
 *
 * @returns `undefined` for a word that is not on the list; Frisian gets the Dutch sentence
 */
export function begrip(word: string, language: Language): Begrip | undefined {
  const entry = load().byWord.get(foldWord(word));
  return entry === undefined ? undefined : explain(entry, language);
}

/** The whole list, in the order of the file. */
export const begrippen = (language: Language): readonly Begrip[] =>
  load().entries.map((entry) => explain(entry, language));

function explain(entry: Entry, language: Language): Begrip {
  const english = language === 'en';
  return {
    key: entry.key,
    naam: english ? entry.en_naam : entry.naam,
    zin: english ? entry.en : entry.nl,
    bron: bronSentence(entry, language),
  };
}

function bronSentence({ bron, artikel, merk }: Entry, language: Language): string {
  const texts = sentencesIn(bronTexts, language);
  if (bron.key === 'praktijk') return texts.practice;
  const name = language === 'en' ? bron.en : bron.nl;
  return merk === 'S' ? texts.certain(name, artikel) : texts.roughly(name);
}

const wordsOf = (entry: Entry): readonly string[] => [entry.key, entry.naam, entry.en_naam, ...entry.aliases];

const foldWord = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]/gu, '');

function load(): WordList {
  wordList ??= readWordList(readFileSync(dataFile('services/taal/begrippen.yaml'), 'utf8'));
  return wordList;
}

/** Reads and checks the list; a Fault names the entry that is wrong. For {@link begrip} and for tests. */
export function readWordList(yaml: string): WordList {
  const file: unknown = parse(yaml);
  const bronnen = new Map<string, Bron>();
  for (const [key, value] of fieldsOf(file, 'bronnen')) {
    bronnen.set(key, { key, nl: textOf(value, 'nl', key), en: textOf(value, 'en', key) });
  }
  const entries = fieldsOf(file, 'begrippen').map(([key, value]) => readEntry(key, value, bronnen));
  const byWord = new Map<string, Entry>();
  for (const entry of entries) {
    for (const word of wordsOf(entry)) {
      const folded = foldWord(word);
      if ((byWord.get(folded) ?? entry) !== entry) throw wrong(entry.key, `"${word}" stands for two terms`);
      byWord.set(folded, entry);
    }
  }
  return { entries, byWord };
}

function readEntry(key: string, value: unknown, bronnen: ReadonlyMap<string, Bron>): Entry {
  const merk = merken.find((one) => one === textOf(value, 'merk', key));
  if (merk === undefined) throw wrong(key, 'merk is S, S-part or U');
  const bron = bronnen.get(textOf(value, 'bron', key));
  if (bron === undefined) throw wrong(key, 'bron is not in the list of sources');
  const artikel: unknown = field(value, 'artikel');
  if (artikel !== undefined && typeof artikel !== 'string') throw wrong(key, 'artikel is text');
  if (artikel !== undefined && merk !== 'S') throw wrong(key, 'an article is named without having been found');
  const aliases: unknown = field(value, 'aliases');
  if (!Array.isArray(aliases)) throw wrong(key, 'aliases is a list');
  return {
    key,
    naam: textOf(value, 'naam', key),
    en_naam: textOf(value, 'en_naam', key),
    aliases: aliases.map((alias: unknown) => (typeof alias === 'string' ? alias : textOf(alias, 'alias', key))),
    nl: textOf(value, 'nl', key),
    en: textOf(value, 'en', key),
    bron,
    ...(artikel === undefined ? {} : { artikel }),
    merk,
  };
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function fieldsOf(value: unknown, name: string): readonly (readonly [string, unknown])[] {
  const inner = field(value, name);
  if (typeof inner !== 'object' || inner === null) throw wrong(name, 'is missing');
  return Object.entries(inner);
}

function textOf(value: unknown, name: string, key: string): string {
  const text = field(value, name);
  if (typeof text !== 'string' || text.trim() === '') throw wrong(key, `${name} is text`);
  return text;
}

const wrong = (key: string, what: string): Fault =>
  new Fault('taal-begrippen-malformed', 'never', `begrippen.yaml, ${key}: ${what}`);
