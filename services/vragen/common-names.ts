import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { dataFile } from '../package-root.ts';
import { normalisePhrase } from './token.ts';

/** Names of the register that are ordinary words as well, from woorden/plaatsnamen.yaml. */

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Municipalities whose name is a common word, and when such a word is a municipality (woorden/plaatsnamen.yaml). */
export interface CommonNames {
  readonly words: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Verbanden whose name is a very common word: only in capitals, or after one of `beforeVerband`. */
  readonly capitals: ReadonlySet<string>;
  readonly beforeVerband: ReadonlySet<string>;
  readonly exceptions: ReadonlySet<string>;
  /** Names of verbanden that are a subject as well: after "over" they are that. */
  readonly subjects: ReadonlySet<string>;
}

let commonNames: CommonNames | undefined;

/** Read from disk the first time. */
export function loadCommonNames(): CommonNames {
  commonNames ??= readCommonNames();
  return commonNames;
}

function readCommonNames(): CommonNames {
  const content: unknown = parse(readFileSync(dataFile('services/vragen/woorden/plaatsnamen.yaml'), 'utf8'));
  const list = (key: string): ReadonlySet<string> => {
    const words = isRecord(content) ? content[key] : undefined;
    if (!Array.isArray(words)) throw new Fault('vragen-words-malformed', 'never', `plaatsnamen: ${key} is no list`);
    return new Set(words.map((word) => normalisePhrase(String(word))));
  };
  return {
    words: list('gewoneWoorden'),
    prepositions: list('voorzetsels'),
    exceptions: list('uitzonderingen'),
    capitals: list('alleenInHoofdletters'),
    beforeVerband: list('voorEenVerband'),
    subjects: list('onderwerpNaam'),
  };
}
