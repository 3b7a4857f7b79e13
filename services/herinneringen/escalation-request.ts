import { readCode } from '../register/codes.ts';
import { wordsOf } from '../register/words.ts';
import type { Werkdagen } from './escalation.ts';
import { mostWerkdagen } from './escalation-terms.ts';

/** What follows the command `escalatie`: how many working days, and for what. Nothing is set before a button is pressed. */
export interface EscalationRequest {
  /** 0: off. `default`: as it is without a setting. Absent: not said. */
  readonly days?: Werkdagen | 'default';
  /** As typed, where it is about one afspraak. */
  readonly code?: string;
  /** As typed, where it may be about a verband. */
  readonly verband?: string;
}

const off = ['uit', 'off', 'stop', 'stoppen', 'geen', 'niet', 'ut', 'no'];
const on = ['aan', 'on', 'gewoon', 'standaard', 'default', 'oan'];
const forWords = ['voor', 'for', 'van', 'of', 'bij', 'foar'];
const here = ['hier', 'here', 'dit', 'this', 'it', 'kanaal', 'channel'];

/** `undefined`: the words say nothing that can be set. */
export function readEscalation(argument: string): EscalationRequest | undefined {
  const typed = argument.split(/\s+/).filter((word) => word !== '');
  const code = typed.map((word) => readCode(word.replace(/[.,;:!?]+$/, ''))).find((found) => found !== undefined);
  const at = typed.findIndex((word) => forWords.includes(plainWord(word)));
  const said = (at < 0 ? typed : typed.slice(0, at)).map(plainWord);
  const about = at < 0 ? [] : typed.slice(at + 1);
  const isHere = about.length === 0 || here.includes(plainWord(about[0] ?? ''));
  const verband = code !== undefined || isHere ? undefined : about.join(' ');
  const days = daysIn(said);
  if (days === 'invalid') return undefined;
  return {
    ...(days !== undefined && { days }),
    ...(code !== undefined && { code }),
    ...(verband !== undefined && { verband }),
  };
}

const plainWord = (word: string): string => wordsOf(word).join('');

function daysIn(said: readonly string[]): EscalationRequest['days'] | 'invalid' {
  const number = said.find((word) => /^\d{1,3}$/.test(word));
  if (number !== undefined) return Number(number) <= mostWerkdagen ? Number(number) : 'invalid';
  if (said.some((word) => off.includes(word))) return 0;
  if (said.some((word) => on.includes(word))) return 'default';
  return undefined;
}
