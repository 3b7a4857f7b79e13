import type { CivilDate } from '../kalender/civil-date.ts';
import type { Stored } from '../opslag/store.ts';
import type { DatumVeld, Eigenaar } from '../register/types.ts';

/**
 * A reminder that people of a channel asked for in a sentence, or an overzicht that the channel has by default. It belongs to the
 * kanaal, not to the person who made it; it becomes occurrences in the same outbox as every other herinnering.
 */

/** The dates of an afspraak that a rule may count from; `opzeggen`: the last day to give notice. */
export type AnkerVeld = DatumVeld | 'opzeggen';

/** When it speaks. Without `tijd` at 09:00, moved back to a working day; a time that was named is kept as it is, on any day. */
export type RegelWanneer =
  | { readonly kind: 'once'; readonly dag: CivilDate; readonly tijd?: string }
  /** Two days or more, at most {@link mostDagen}, in order, each once. */
  | { readonly kind: 'days'; readonly dagen: readonly CivilDate[]; readonly tijd?: string }
  /** So long before (`-P6W`) or after a date of an afspraak; moves when that date moves. */
  | {
      readonly kind: 'anchor';
      readonly code: string;
      readonly veld: AnkerVeld;
      readonly verschuiving: string;
      /** The days of `verschuiving` are working days. */
      readonly werkdagen?: true;
      readonly tijd?: string;
    }
  | {
      readonly kind: 'recurring';
      readonly rrule: string;
      readonly from: CivilDate;
      /** The last day it may fall on; absent: it goes on. */
      readonly tot?: CivilDate;
      readonly tijd?: string;
      /** Moved on to the next working day instead of back: "the first working day of the month". */
      readonly vooruit?: true;
    };

/** More days than this are a rhythm, or a mistake. */
export const mostDagen = 24;

/** Whether it has one moment, which can be given another day. Of several each is put off by itself, with Uitstellen. */
export const isMovable = ({ wanneer: { kind } }: { readonly wanneer: RegelWanneer }): boolean =>
  kind === 'once' || kind === 'anchor';

/** What it says. */
export type RegelInhoud =
  | { readonly kind: 'text'; readonly tekst: string }
  /** `tekst`: what was said about it. */
  | { readonly kind: 'afspraak'; readonly code: string; readonly tekst?: string }
  /** What is te laat on the day of sending, in these verbanden; without: in those of the kanaal. */
  | { readonly kind: 'te_laat'; readonly verbanden?: readonly string[] }
  /**
   * What stands in it is worked out on the day of sending (services/overzicht). `eigenaar`, of a personal one: as whom the register
   * knows this person, confirmed by that person; absent: only what was taken up with a button.
   */
  | { readonly kind: 'overzicht'; readonly soort: OverzichtSoort; readonly eigenaar?: Eigenaar };

/** `maandlijst`: what is missing, of a kanaal. `weekoverzicht`: of a kanaal. `persoonlijk`: of one person, in their own chat. */
export const overzichtSoorten = ['weekoverzicht', 'maandlijst', 'persoonlijk'] as const;
export type OverzichtSoort = (typeof overzichtSoorten)[number];

/**
 * `proposed`: shown, not confirmed. `active`: speaks (or is paused). `done`: Klaar was pressed on a rule for one moment, or on the last of its days. `stopped`:
 * somebody stopped it. `cancelled`: never confirmed; its content is wiped.
 */
export type RegelState = 'proposed' | 'active' | 'done' | 'stopped' | 'cancelled';

export type RegelDeed = 'ingesteld' | 'verplaatst' | 'gepauzeerd' | 'hervat' | 'gestopt' | 'nu' | 'klaar';

/** Who did what to a rule, and when. `by` is personal data: shown to the same channel. */
export interface RegelTrace {
  readonly deed: RegelDeed;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  /** Verplaatst, with `tijd` where one was named: the new day. Gepauzeerd: the first day on which it speaks again, absent for until further notice. */
  readonly day?: CivilDate;
  readonly tijd?: string;
  /** Version of the rule on the card that was pressed: the same button pressed again carries the same. */
  readonly stamp?: number;
}

/** From `from` up to `until` (epoch ms); without `until` until it is resumed. */
export interface Pauze {
  readonly from: number;
  readonly until?: number;
}

export interface Herinneringregel extends Stored {
  /** `_id` of the Kanaal it belongs to. */
  readonly kanaal: string;
  /** `_id` of the verband it is about, where the sentence or its afspraak says so. */
  readonly verband?: string;
  readonly wanneer: RegelWanneer;
  readonly inhoud: RegelInhoud;
  readonly state: RegelState;
  /** Moments at or before this instant (epoch ms) are not caught up with. */
  readonly since: number;
  readonly pauze?: Pauze;
  /** Oldest first; of many the latest. */
  readonly trace: readonly RegelTrace[];
}

/** Which overzicht a rule sends; undefined: it is one that people of the channel made themselves. */
export const overzichtOf = ({ inhoud }: Pick<Herinneringregel, 'inhoud'>): OverzichtSoort | undefined =>
  inhoud.kind === 'overzicht' ? inhoud.soort : undefined;

/** What a sentence asks for, before it is kept. */
export type RegelDraft = Pick<Herinneringregel, 'wanneer' | 'inhoud' | 'verband'>;
