import type { Intent } from './reading.ts';

/** One line of the table that leads from signs to an intent (intent-rules.ts). Signs are explained in signs.ts, their words are in woorden/tekens.yaml. */
export interface IntentRule {
  readonly intent: Intent;
  /** A sentence that this rule is for. */
  readonly example: string;
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
}

/** Signs of a question about afspraken. */
export const aboutAfspraak: readonly string[] = ['afspraak', '@soort'];

/** Pieces of the planning-and-control cycle. */
export const planningPieces: readonly string[] = [
  'stuk:kadernota',
  'stuk:voorlopige_jaarrekening',
  'stuk:jaarrekening',
  'stuk:ontwerpbegroting',
  'stuk:begrotingswijziging',
  'stuk:begroting',
];
