import type { KetenVeld } from './keten-form.ts';
import { ketenmodellen } from './types.ts';
import { wordsOf } from './words.ts';

/**
 * Sentences about the keten of a verband: "zet het ketenmodel van de ODD op estafette", "de coördinator is Jan Jansen", "wie is de
 * regisseur?". Only words that mean nothing else in an afspraak count; everything else goes to the reader of questions. What is set
 * is shown in the form first.
 */
export interface KetenSentence {
  /** As typed; absent: that of this channel. */
  readonly verband?: string;
  /** What is to be filled in. */
  readonly veld?: KetenVeld;
  readonly value?: string;
}

const fields: Readonly<Record<string, KetenVeld>> = {
  ketenmodel: 'model',
  chainmodel: 'model',
  regisseur: 'regisseur',
  ketenregisseur: 'regisseur',
  coordinator: 'coordinator',
  ketencoordinator: 'coordinator',
};

const commands = ['zet', 'maak', 'stel', 'wijzig', 'verander', 'set', 'make', 'change'];
const asks = ['wie', 'wat', 'welk', 'welke', 'toon', 'who', 'what', 'which', 'show'];
const articles = ['de', 'het', 'een', 'the', 'a', 'ons', 'onze', 'our', 'als', 'as'];
const beforeValue = ['op', 'is', 'wordt', 'naar', 'in', 'to', 'becomes'];
const ofWords = ['van', 'of', 'voor', 'for', 'fan'];
const here = ['dit', 'deze', 'this', 'here', 'hier'];

interface Word {
  readonly typed: string;
  readonly norm: string;
}

/** `undefined`: it is about something else. */
export function readKetenSentence(text: string): KetenSentence | undefined {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((typed): Word => ({ typed, norm: wordsOf(typed).join('') }));
  const bare = words[0]?.norm === 'keten' ? words.slice(1) : words;
  const at = bare.findIndex(({ norm }) => fields[norm] !== undefined);
  const veld = fields[bare[at]?.norm ?? ''];
  if (veld === undefined) return undefined;
  const first = bare.find(({ norm }) => !articles.includes(norm))?.norm ?? '';
  if (asks.includes(first)) return asked(bare, at);
  const isCommand = commands.includes(first);
  if (!isCommand && bare.slice(0, at).some(({ norm }) => !articles.includes(norm))) return undefined;
  const made = bare.slice(1, at).filter(({ norm }) => !articles.includes(norm));
  // "maak Jan Jansen coördinator van de ODD": the name stands before the word.
  if (isCommand && made.length > 0) return named(first, made) ? sentenceOf(veld, made, bare.slice(at + 1)) : undefined;
  const rest = bare.slice(at + 1);
  const marker = rest.findIndex(({ norm, typed }) => beforeValue.includes(norm) || typed === ':');
  const colon = bare[at]?.typed.endsWith(':') === true;
  if (colon) return sentenceOf(veld, rest, []);
  if (marker < 0) return undefined;
  return sentenceOf(veld, rest.slice(marker + 1), rest.slice(0, marker));
}

/** Of "zet de SLA op naam van de coördinator" the words before it are no name. */
const named = (verb: string, words: readonly Word[]): boolean =>
  ['maak', 'make'].includes(verb) && !words.some(({ norm }) => ['op', 'to', 'of', 'voor', 'for'].includes(norm));

/** "wie is de regisseur van de ODD?"; a question about anything else goes on to the reader. */
function asked(words: readonly Word[], at: number): KetenSentence | undefined {
  const known = [...asks, ...articles, 'is', 'are'];
  if (words.slice(0, at).some(({ norm }) => !known.includes(norm))) return undefined;
  const rest = words.slice(at + 1);
  if (rest.length > 0 && !ofWords.includes(rest[0]?.norm ?? '')) return undefined;
  return placeOf(rest);
}

function sentenceOf(veld: KetenVeld, value: readonly Word[], place: readonly Word[]): KetenSentence | undefined {
  const said = value
    .map(({ typed }) => typed)
    .join(' ')
    .replace(/[.!?]+$/, '');
  if (said === '') return undefined;
  // A model is one of three words: at any other the form shows which, and nothing is filled in.
  if (veld === 'model' && !ketenmodellen.some((model) => model === wordsOf(said).join(''))) return placeOf(place);
  return { ...placeOf(place), veld, value: veld === 'model' ? wordsOf(said).join('') : said };
}

function placeOf(words: readonly Word[]): { readonly verband?: string } {
  const named = ofWords.includes(words[0]?.norm ?? '') ? words.slice(1) : [];
  const rest = articles.includes(named[0]?.norm ?? '') ? named.slice(1) : named;
  if (rest.length === 0 || here.includes(rest[0]?.norm ?? '')) return {};
  return {
    verband: rest
      .map(({ typed }) => typed)
      .join(' ')
      .replace(/[.!?]+$/, ''),
  };
}
