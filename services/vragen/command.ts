import { languages } from '../taal/language.ts';
import { type Token, tokenise, withinOneEdit } from './token.ts';

/**
 * The commands of CONTRACT §7 that only exist in the chat. The bot asks this first; what is no command is a sentence for the
 * reader. "status" alone is a command, "status van de DVO met Assen?" is a question.
 */

export const chatCommands = [
  'koppel',
  'ontkoppel',
  'voorbeeld',
  'verifieer',
  'status',
  'taal',
  'onbeantwoord',
  'bezorging',
  'agenda',
  'keten',
  'escalatie',
  'reces',
] as const;
export type ChatCommand = (typeof chatCommands)[number];

export interface SpokenCommand {
  readonly command: ChatCommand;
  /**
   * What follows the command, as typed and trimmed; of `taal` the code `nl`, `en` or `fy` where it is known; of `agenda` `nieuw` or
   * nothing. Empty: nothing.
   */
  readonly argument: string;
}

interface CommandWord {
  readonly words: readonly string[];
  /** One of these must come next, or it is no command. */
  readonly next?: readonly string[];
  /** If something comes next, it is one of these. */
  readonly perhaps?: readonly string[];
  /** Looks too much like other words to be mistyped. */
  readonly exact?: true;
  /** What may follow: anything, nothing, or only these words. Normalised. */
  readonly after: 'anything' | readonly string[];
}

const registerWords =
  'de het the it besluiten besluitenregister register keten chain decisions decision van besluteregister alles all'.split(
    ' ',
  );

const reminderWords = 'herinneringen herinnering reminders reminder oantinkens'.split(' ');
const newWords = 'nieuw nieuwe opnieuw vernieuw vernieuwen new renew nij nije'.split(' ');
const linkWords = 'de het een the a link feed koppeling'.split(' ');

const numbers = Array.from({ length: 100 }, (_, number) => String(number));

const forms: Readonly<Record<ChatCommand, CommandWord>> = {
  koppel: { words: ['koppel', 'koppelen', 'bind', 'connect', 'keppelje'], after: 'anything' },
  ontkoppel: { words: ['ontkoppel', 'ontkoppelen', 'unbind', 'disconnect', 'ontkeppelje'], after: 'anything' },
  voorbeeld: {
    words: ['voorbeeld', 'voorbeelden', 'example', 'examples', 'foarbyld'],
    after: ['data', 'gegevens', 'set'],
  },
  verifieer: { words: ['verifieer', 'verifieren', 'verify', 'ferifiearje'], after: registerWords },
  status: { words: ['status'], after: ['bot', 'ketenregie', ...reminderWords, ...'van de of the fan'.split(' ')] },
  onbeantwoord: {
    words: ['onbeantwoord', 'onbeantwoorde', 'unanswered', 'unbeantwurde'],
    after: ['de', 'vragen', 'vraag', 'the', 'questions', 'question', 'fragen'],
  },
  taal: { words: ['taal', 'language'], after: 'anything' },
  // "herinneringen" alone is a question: which are planned.
  bezorging: {
    words: reminderWords,
    next: ['status', 'bezorging', 'delivery', 'besoarging'],
    after: [],
  },
  keten: { words: ['keten', 'chain'], exact: true, after: 'anything' },
  escalatie: {
    words: ['escalatie', 'escalaties', 'opschalen', 'opschaling', 'escalation', 'eskalaasje'],
    perhaps: [...'uit aan na off on after voor for ut oan nei foar gewoon standaard'.split(' '), ...numbers],
    after: 'anything',
  },
  agenda: { words: ['agenda', 'ical', 'agendalink'], after: [...linkWords, ...newWords] },
  reces: { words: ['reces', 'recessen', 'recess', 'reses'], after: 'anything' },
};

/** Words this long may be mistyped by one letter. */
const shortestMistyped = 5;

const isWord = (typed: string, word: string): boolean =>
  typed === word || (word.length >= shortestMistyped && withinOneEdit(typed, word));

const fits = ({ next: wanted, perhaps, after }: CommandWord, [next, ...others]: readonly Token[]): boolean => {
  if (perhaps !== undefined && next !== undefined && !perhaps.includes(next.norm)) return false;
  const isNext = wanted === undefined || wanted.some((word) => next !== undefined && isWord(next.norm, word));
  const rest = wanted === undefined && next !== undefined ? [next, ...others] : others;
  return isNext && (after === 'anything' || rest.every((token) => after.some((word) => isWord(token.norm, word))));
};

const languageWords: Readonly<Record<string, string>> = {
  nederlands: 'nl',
  dutch: 'nl',
  nederlansk: 'nl',
  engels: 'en',
  english: 'en',
  ingelsk: 'en',
  fries: 'fy',
  frysk: 'fy',
  frisian: 'fy',
};

/** `taal` is only a command with one word after it, or alone: "taal van de DVO" is a question. */
function languageOf(rest: readonly Token[]): string | undefined {
  const [first, second] = rest;
  if (second !== undefined) return undefined;
  if (first === undefined) return '';
  return languageWords[first.norm] ?? languages.find((language) => language === first.norm) ?? first.norm;
}

/** The command that was typed; `undefined`: it is none. Upper or lower case and a slash before it make no difference. */
export function readCommand(text: string): SpokenCommand | undefined {
  const tokens = tokenise(text);
  const [first, ...rest] = tokens;
  if (first === undefined) return undefined;
  const exact = chatCommands.find((name) => forms[name].words.includes(first.norm));
  const command =
    exact ??
    chatCommands.find(
      (name) => forms[name].exact !== true && forms[name].words.some((word) => isWord(first.norm, word)),
    );
  if (command === undefined || !fits(forms[command], rest)) return undefined;
  const argument = text
    .slice(first.end)
    .replace(/^[\s:]+/, '')
    .trim();
  const isAboutReminders =
    command === 'status' && rest.some(({ norm }) => reminderWords.some((word) => isWord(norm, word)));
  if (command === 'bezorging' || isAboutReminders) return { command: 'bezorging', argument: '' };
  if (command === 'agenda')
    return { command, argument: rest.some(({ norm }) => newWords.some((word) => isWord(norm, word))) ? 'nieuw' : '' };
  if (command !== 'taal') return { command, argument };
  const language = languageOf(rest);
  return language === undefined ? undefined : { command, argument: language };
}
