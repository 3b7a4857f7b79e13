import type { OwnLadder } from '../services/herinneringen/ladders.ts';
import { ladderScopes } from '../services/herinneringen/ladders.ts';
import { herinneringKinds } from '../services/herinneringen/types.ts';
import type { CivilDate } from '../services/kalender/civil-date.ts';
import { isCivilDate } from '../services/kalender/civil-date.ts';

/** What travels with the buttons about own reminders and own ladders; action-data.ts writes and reads it. */
type PlainRegelButton = {
  readonly kind: 'regel.instellen' | 'regel.annuleren' | 'regel.hervatten' | 'regel.stoppen';
  readonly regel: string;
};
type ShowRegelButton = { readonly kind: 'regel.toon' | 'regel.voorbeeld'; readonly regel: string };
/** An absent `dag` comes from the card's input. */
type DayRegelButton = {
  readonly kind: 'regel.pauzeren';
  readonly regel: string;
  readonly dag?: CivilDate;
};
/** `tijd`: only where a sentence named one; without it the time stays as it is. */
type MoveRegelButton = {
  readonly kind: 'regel.verplaatsen';
  readonly regel: string;
  readonly dag?: CivilDate;
  readonly tijd?: string;
};
/** `stamp`: version of the rule on this card, so that the same button pressed again is known. */
type NowRegelButton = { readonly kind: 'regel.nu'; readonly regel: string; readonly stamp: number };
type LadderButton = { readonly kind: 'ladder.instellen' | 'ladder.terug'; readonly ladder: OwnLadder };

export type RegelButton =
  | PlainRegelButton
  | ShowRegelButton
  | DayRegelButton
  | MoveRegelButton
  | NowRegelButton
  | LadderButton
  | { readonly kind: 'ladder.annuleren' };

/** All of them, so that each has a decoder; the compiler sees that none is missing. */
export const regelKinds = Object.keys({
  'regel.instellen': true,
  'regel.annuleren': true,
  'regel.toon': true,
  'regel.voorbeeld': true,
  'regel.hervatten': true,
  'regel.stoppen': true,
  'regel.verplaatsen': true,
  'regel.pauzeren': true,
  'regel.nu': true,
  'ladder.instellen': true,
  'ladder.terug': true,
  'ladder.annuleren': true,
} satisfies Record<RegelButton['kind'], true>) as readonly RegelButton['kind'][];

/** As the buttons, checked. Without `dag` none was filled in. */
export type RegelAction = RegelButton;

/** Name of the input of the card of a rule. */
export const regelInputs = { dag: 'dag' } as const;

type Fields = { readonly [key: string]: unknown };

const timeForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const idForm = /^[A-Za-z0-9_-]{1,100}$/;
const ladderIdForm = /^[^\s\p{C}]{1,200}$/u;
const mostSteps = 12;

/** The action of one of these buttons; undefined when it was tampered with, or a day was filled in that does not exist. */
export function decodeRegel(kind: RegelButton['kind'], fields: Fields): RegelAction | undefined {
  if (kind === 'ladder.annuleren') return { kind };
  if (kind === 'ladder.instellen' || kind === 'ladder.terug') {
    const ladder = ladderIn(fields.ladder);
    return ladder === undefined ? undefined : { kind, ladder };
  }
  const { regel, stamp } = fields;
  if (typeof regel !== 'string' || !idForm.test(regel)) return undefined;
  if (kind === 'regel.nu')
    return typeof stamp === 'number' && Number.isSafeInteger(stamp) ? { kind, regel, stamp } : undefined;
  if (kind === 'regel.toon' || kind === 'regel.voorbeeld') return { kind, regel };
  if (kind !== 'regel.verplaatsen' && kind !== 'regel.pauzeren') return { kind, regel };
  const dag = fields[regelInputs.dag];
  if (dag === undefined || dag === null || dag === '') return { kind, regel };
  if (typeof dag !== 'string' || !isCivilDate(dag)) return undefined;
  const { tijd } = fields;
  if (kind === 'regel.pauzeren' || tijd === undefined) return { kind, regel, dag };
  return typeof tijd === 'string' && timeForm.test(tijd) ? { kind, regel, dag, tijd } : undefined;
}

const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 3660;

function ladderIn(value: unknown): OwnLadder | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { scope, id, kind, lead, afterEvery }: Fields = { ...value };
  const knownScope = ladderScopes.find((each) => each === scope);
  const knownKind = herinneringKinds.find((each) => each === kind);
  if (knownScope === undefined || typeof id !== 'string' || !ladderIdForm.test(id)) return undefined;
  if (!Array.isArray(lead) || lead.length > mostSteps || !lead.every(isDays)) return undefined;
  if ((kind !== undefined && knownKind === undefined) || (afterEvery !== undefined && !isDays(afterEvery)))
    return undefined;
  return {
    scope: knownScope,
    id,
    lead,
    ...(knownKind !== undefined && { kind: knownKind }),
    ...(isDays(afterEvery) && { afterEvery }),
  };
}
