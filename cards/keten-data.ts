import { isWerkdagen, type OwnTerms } from '../services/herinneringen/escalation-terms.ts';
import { type LadderScope, ladderScopes } from '../services/herinneringen/ladders.ts';
import { type KetenCells, ketenVelden } from '../services/register/keten-form.ts';

/** What travels with the buttons about the keten of a verband and about who is asked when nobody reacts; action-data.ts writes and reads it. */

/** What the terms of escalation are about: `id` is a code, a soort, or `_id` of a verband or kanaal. */
export interface TermsRef {
  readonly scope: LadderScope;
  readonly id: string;
}

export type KetenButton =
  | { readonly kind: 'keten.formulier'; readonly verbandId: string }
  /** `versie`: of the keten that the form was filled with; 0: there was none. */
  | { readonly kind: 'keten.opslaan' | 'keten.terug'; readonly verbandId: string; readonly versie: number }
  | ({ readonly kind: 'escalatie.toon' | 'escalatie.instellen' | 'escalatie.terug' } & TermsRef);

export type KetenAction =
  | { readonly kind: 'keten.formulier'; readonly verbandId: string }
  | {
      readonly kind: 'keten.opslaan';
      readonly verbandId: string;
      readonly versie: number;
      /** As typed. */
      readonly cells: KetenCells;
    }
  | { readonly kind: 'keten.terug'; readonly verbandId: string; readonly versie: number }
  | ({ readonly kind: 'escalatie.toon' } & TermsRef)
  | ({ readonly kind: 'escalatie.terug' } & TermsRef)
  | { readonly kind: 'escalatie.instellen'; readonly terms: OwnTerms };

/** Name of the input with the working days. */
export const daysInput = 'werkdagen';
/** The choice that stands for an empty field: clients cannot take a choice back to nothing. */
export const noModel = '-';
export const longestPerson = 200;
export const longestSchakels = 4000;

type Fields = { readonly [key: string]: unknown };

const idForm = /^[^\s\p{C}]{1,200}$/u;

const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && idForm.test(value) ? value : undefined;

const versionIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

function refIn(fields: Fields): TermsRef | undefined {
  const scope = ladderScopes.find((each) => each === fields.scope);
  const id = idIn(fields.id);
  return scope === undefined || id === undefined ? undefined : { scope, id };
}

/** Clients leave out inputs that are empty, so what is absent is empty. */
function cellsIn(fields: Fields): KetenCells | undefined {
  const cells: { -readonly [K in keyof KetenCells]: string } = {
    model: '',
    regisseur: '',
    coordinator: '',
    plaatsvervanger: '',
    schakels: '',
  };
  for (const veld of ketenVelden) {
    const value = fields[veld] ?? '';
    if (typeof value !== 'string' || value.length > longestSchakels * 2) return undefined;
    cells[veld] = value === noModel ? '' : value;
  }
  return cells;
}

function withVersion(kind: 'keten.opslaan' | 'keten.terug', fields: Fields): KetenAction | undefined {
  const verbandId = idIn(fields.verbandId);
  const versie = versionIn(fields.versie);
  if (verbandId === undefined || versie === undefined) return undefined;
  if (kind === 'keten.terug') return { kind, verbandId, versie };
  const cells = cellsIn(fields);
  return cells === undefined ? undefined : { kind, verbandId, versie, cells };
}

function instellen(fields: Fields): KetenAction | undefined {
  const ref = refIn(fields);
  const typed = fields[daysInput];
  // An empty text is the number 0 to JavaScript, and 0 means off.
  const days = typeof typed === 'string' && typed !== '' ? Number(typed) : Number.NaN;
  return ref === undefined || !isWerkdagen(days) ? undefined : { kind: 'escalatie.instellen', terms: { ...ref, days } };
}

function withRef(kind: 'escalatie.toon' | 'escalatie.terug', fields: Fields): KetenAction | undefined {
  const ref = refIn(fields);
  return ref === undefined ? undefined : { kind, ...ref };
}

/** For action-data.ts: each gives undefined for data that was tampered with. */
export const ketenDecoders: { readonly [K in KetenButton['kind']]: (fields: Fields) => KetenAction | undefined } = {
  'keten.formulier': (fields) => {
    const verbandId = idIn(fields.verbandId);
    return verbandId === undefined ? undefined : { kind: 'keten.formulier', verbandId };
  },
  'keten.opslaan': (fields) => withVersion('keten.opslaan', fields),
  'keten.terug': (fields) => withVersion('keten.terug', fields),
  'escalatie.toon': (fields) => withRef('escalatie.toon', fields),
  'escalatie.terug': (fields) => withRef('escalatie.terug', fields),
  'escalatie.instellen': instellen,
};
