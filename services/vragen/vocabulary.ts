import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { dataFile } from '../package-root.ts';
import type { Language } from '../taal/language.ts';
import { languages } from '../taal/language.ts';
import { deletionsOf, normalisePhrase, withinOneEdit } from './token.ts';

/**
 * The words the reader knows, from the YAML files in `woorden/` (their first lines tell how to add one). Read once, at the start.
 */

/** What a word can mean: in which group, with which value, in which language it says so. */
export interface Meaning {
  /** `soort`, `stuk`, `orgaan`, `status`, `veld`, `teken`, `stop`, … as the YAML files name them. */
  readonly group: string;
  readonly value: string;
  readonly lang: Language;
  /** Number of words of the phrase as written in the file. */
  readonly words: number;
  /** In one layer the longest phrase hides shorter ones. Signs may overlap ("geen meldingen meer" stops, and is about meldingen). */
  readonly layer: string;
}

/** "stel … uit": the meaning holds when the last part follows later in the same sentence. */
export interface SplitMeaning {
  readonly meaning: Meaning;
  readonly last: string;
}

export interface Vocabulary {
  /** Meanings of these neighbouring words (normalised, apart by single spaces); `[]` when it is no phrase of the files. */
  lookup(phrase: string): readonly Meaning[];
  /** Meanings of a single word that was mistyped by one letter. */
  lookupMistyped(word: string): readonly Meaning[];
  /** The word of the files that a word stands for which none of them is; `undefined` when it stands for none. */
  wellSpelled(word: string): string | undefined;
  /** Meanings of several neighbouring words with one slip in them. */
  lookupMistypedPhrase(phrase: string): readonly Meaning[];
  /** Phrases in two parts with other words between ("stel … uit") whose first part, one or two words, is this phrase. */
  lookupSplit(phrase: string): readonly SplitMeaning[];
  /** Words of the longest phrase that may start with this word. */
  longestFrom(word: string): number;
}

const files = [
  'soorten',
  'stukken',
  'organen',
  'eigenschappen',
  'tekens',
  'onderwerpen',
  'buiten',
  'stopwoorden',
  'bekend',
];

/** Endings that `woord*` also stands for. */
const endings = ['', 's', 'en', 'n', 'e', 'es', 'je', 'jes', 'tje', 'tjes', 'ns'];

/** How `overeenkomst` is cut short. */
const abbreviated = ['ovk', 'ovkst', 'overeenk', 'overeenkomt'];

/** A short word glued together by chance means nothing: `in` + `voer` is no `invoer`. */
const shortestGlued = 6;
const shortestMistyped = 6;
/** Of shorter words only two letters that changed places are a slip: "welek". */
const shortestSwapped = 5;
/** Nothing that people write as one word is longer; what is, is not looked into. */
const longestWord = 60;
/** Letters of several words together. */
const shortestMistypedPhrase = 10;
/** One word of the files may be typed as so many. */
const mostGlued = 3;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** "Herriner" and "herinner" are one: people double the wrong letter. */
const squeeze = (word: string): string => word.replace(/(.)\1+/g, '$1');

function remember(map: Map<string, Set<string>>, word: string): void {
  for (const form of deletionsOf(word)) {
    const words = map.get(form) ?? new Set();
    words.add(word);
    map.set(form, words);
  }
}

/** Phrases of at most a question's length: a few megabytes. */
const mostRemembered = 10_000;

class WordIndex implements Vocabulary {
  private readonly lengths = new Map<string, number>();
  private readonly exact = new Map<string, Meaning[]>();
  private readonly glued = new Map<string, Meaning[]>();
  private readonly beginnings = new Map<string, Meaning[]>();
  private readonly tails = new Map<string, Meaning[]>();
  private readonly splits = new Map<string, SplitMeaning[]>();
  private readonly deletions = new Map<string, Set<string>>();
  private readonly phraseDeletions = new Map<string, Set<string>>();
  /** Words of phrases: known as part of those, so never a slip of another word ("verbonden" in "verbonden partij"). */
  private readonly ofPhrases = new Set<string>();
  private readonly squeezed = new Map<string, string>();
  private readonly remembered = new Map<string, readonly Meaning[]>();

  add(written: string, group: string, value: string, lang: Language): void {
    const layer = group === 'teken' ? `teken ${value}` : group;
    const [first = '', last] = written.split('…').map(normalisePhrase);
    if (last !== undefined) {
      const meaning: Meaning = { group, value, lang, words: 1, layer };
      this.splits.set(first, [...(this.splits.get(first) ?? []), { meaning, last }]);
      return;
    }
    const phrase = normalisePhrase(written);
    if (phrase === '') throw new Fault('vragen-word-empty', 'never', `a word of ${group} ${value} is empty`);
    const meaning: Meaning = { group, value, lang, words: phrase.split(' ').length, layer };
    if (written.endsWith('-')) this.put(this.beginnings, phrase, meaning);
    else if (written.startsWith('-')) this.put(this.tails, phrase, meaning);
    else for (const ending of written.endsWith('*') ? endings : ['']) this.addTyped(phrase + ending, meaning);
  }

  /** People type `verwerkersovk` for any word that ends in `overeenkomst`. */
  private addTyped(phrase: string, meaning: Meaning): void {
    this.addExact(phrase, meaning);
    for (const short of abbreviated) {
      const typed = phrase.replace('overeenkomst', short);
      if (typed !== phrase) this.addExact(typed, meaning);
    }
  }

  /** A sentence asks for each of its words several times, and people use the same words. */
  lookup(phrase: string): readonly Meaning[] {
    const known = this.remembered.get(phrase);
    if (known !== undefined) return known;
    const found = this.find(phrase);
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    this.remembered.set(phrase, found);
    return found;
  }

  private find(phrase: string): readonly Meaning[] {
    const exact = this.exact.get(phrase);
    if (exact !== undefined) return phrase.includes(' ') ? exact : this.withCompound(exact, phrase);
    const glued = phrase.includes(' ') ? phrase.replaceAll(' ', '') : phrase;
    if (glued.length >= shortestGlued) {
      const found = this.glued.get(glued);
      if (found !== undefined) return found;
    }
    return phrase.includes(' ') ? [] : this.lookupCompound(phrase);
  }

  lookupMistyped(word: string): readonly Meaning[] {
    const meant = this.wellSpelled(word);
    return meant === undefined ? [] : (this.exact.get(meant) ?? []);
  }

  wellSpelled(word: string): string | undefined {
    if (word.length < shortestSwapped || word.length > longestWord || /\d/.test(word)) return undefined;
    if (this.ofPhrases.has(word) || this.lookup(word).length > 0) return undefined;
    if (word.length < shortestMistyped) return this.swapped(word);
    for (const form of deletionsOf(word)) {
      for (const candidate of this.deletions.get(form) ?? []) if (withinOneEdit(candidate, word)) return candidate;
    }
    return this.squeezed.get(squeeze(word));
  }

  lookupMistypedPhrase(phrase: string): readonly Meaning[] {
    const glued = phrase.replaceAll(' ', '');
    if (glued.length < shortestMistypedPhrase || /\d/.test(glued)) return [];
    for (const form of deletionsOf(glued)) {
      for (const candidate of this.phraseDeletions.get(form) ?? [])
        if (withinOneEdit(candidate, glued)) return this.glued.get(candidate) ?? [];
    }
    return [];
  }

  private swapped(word: string): string | undefined {
    for (let at = 1; at < word.length - 1; at++) {
      if (word[at] === word[at + 1]) continue;
      const other = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
      if (this.exact.get(other)?.some(({ group }) => group === 'teken' || group === 'soort' || group === 'veld'))
        return other;
    }
    return undefined;
  }

  longestFrom(word: string): number {
    return Math.max(this.lengths.get(word) ?? 1, mostGlued);
  }

  lookupSplit(phrase: string): readonly SplitMeaning[] {
    return this.splits.get(phrase) ?? [];
  }

  /** "exitscenario" is a term that can be explained, and by its beginning a soort. */
  private withCompound(exact: readonly Meaning[], word: string): readonly Meaning[] {
    const compound = this.lookupCompound(word).filter((other) =>
      exact.every((meaning) => meaning.group !== other.group),
    );
    return compound.length === 0 ? exact : [...exact, ...compound];
  }

  private lookupCompound(word: string): readonly Meaning[] {
    if (word.length > longestWord) return [];
    for (let size = word.length - 3; size >= 4; size--) {
      const beginning = this.beginnings.get(word.slice(0, size));
      if (beginning !== undefined) return beginning;
      const tail = this.tails.get(word.slice(-size));
      if (tail !== undefined) return tail;
    }
    return [];
  }

  private addExact(phrase: string, meaning: Meaning): void {
    this.put(this.exact, phrase, meaning);
    this.put(this.glued, phrase.replaceAll(' ', ''), meaning);
    const [first = phrase, ...more] = phrase.split(' ');
    if (more.length > 0) for (const word of [first, ...more]) this.ofPhrases.add(word);
    this.lengths.set(first, Math.max(this.lengths.get(first) ?? 1, meaning.words));
    if (meaning.group === 'stop' || meaning.group === 'bekend') return;
    if (phrase.includes(' ')) {
      const glued = phrase.replaceAll(' ', '');
      if (glued.length >= shortestMistypedPhrase) remember(this.phraseDeletions, glued);
    } else if (phrase.length >= shortestMistyped) {
      this.squeezed.set(squeeze(phrase), this.squeezed.get(squeeze(phrase)) ?? phrase);
      remember(this.deletions, phrase);
    }
  }

  private put(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
    const meanings = map.get(key) ?? [];
    const known = meanings.some(
      (other) => other.group === meaning.group && other.value === meaning.value && other.lang === meaning.lang,
    );
    if (!known) meanings.push(meaning);
    map.set(key, meanings);
  }
}

function addGroup(index: WordIndex, file: string, group: string, values: unknown): void {
  if (!isRecord(values)) throw new Fault('vragen-words-malformed', 'never', `${file}: ${group} must hold values`);
  for (const [value, perLanguage] of Object.entries(values)) {
    if (!isRecord(perLanguage))
      throw new Fault('vragen-words-malformed', 'never', `${file}: ${value} must hold languages`);
    for (const lang of languages) {
      const words = perLanguage[lang] ?? [];
      if (!Array.isArray(words))
        throw new Fault('vragen-words-malformed', 'never', `${file}: ${value}.${lang} is no list`);
      for (const word of words) index.add(String(word), group, value, lang);
    }
  }
}

let vocabulary: Vocabulary | undefined;

/**
 * The words of woorden/*.yaml; read from disk the first time.
 *
 * @throws Fault `vragen-words-malformed` or `vragen-word-empty`: a file does not have the form that its first lines describe
 */
export function loadVocabulary(): Vocabulary {
  vocabulary ??= readVocabulary();
  return vocabulary;
}

function readVocabulary(): Vocabulary {
  const index = new WordIndex();
  for (const file of files) {
    const content: unknown = parse(readFileSync(dataFile(`services/vragen/woorden/${file}.yaml`), 'utf8'));
    if (!isRecord(content)) throw new Fault('vragen-words-malformed', 'never', `${file}: no groups`);
    if (typeof content.groep === 'string') addGroup(index, file, content.groep, content.woorden);
    else if (isRecord(content.groepen))
      for (const [group, values] of Object.entries(content.groepen)) addGroup(index, file, group, values);
    else throw new Fault('vragen-words-malformed', 'never', `${file}: neither groep nor groepen`);
  }
  return index;
}
