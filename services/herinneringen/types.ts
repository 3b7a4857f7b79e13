import type { CivilDate } from '../kalender/civil-date.ts';
import type { Stored } from '../opslag/store.ts';

/**
 * Kinds of the default ladders (CONTRACT §8); `eigen`: of a rule that people of the channel made themselves; `overzicht`: of a rule
 * that every bound channel has by default, or that a person asked for. An overzicht is always a message of its own.
 */
export const herinneringKinds = [
  'herijking',
  'evaluatie',
  'rapportage',
  'opzeggen',
  'einde',
  'eigen',
  'overzicht',
] as const;
export type HerinneringKind = (typeof herinneringKinds)[number];

/**
 * planned → leased → posting → delivered | refused | uncertain → settled. `skipped`: not sent, with the reason. `cancelled`:
 * its afspraak or date changed before it was due.
 */
export const occurrenceStates = [
  'planned',
  'leased',
  'posting',
  'delivered',
  'refused',
  'uncertain',
  'settled',
  'skipped',
  'cancelled',
] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** What somebody pressed, in order. `by` is personal data: shown on the card to the same channel, erased with the person. */
export interface Reaction {
  readonly button: 'gezien' | 'oppakken' | 'uitstellen' | 'klaar';
  readonly by: { readonly naam: string; readonly aadId?: string };
  /** Epoch ms. */
  readonly at: number;
  /** Uitstellen: the day it comes back. Klaar: the next date by its ritme. */
  readonly until?: CivilDate;
  /** Uitstellen: the time it comes back, where one was named. */
  readonly tijd?: string;
}

/**
 * What somebody decided about a message of which the bot itself does nothing more, because it was refused or nobody knows whether it
 * arrived. `staat_er`: it was looked for and found. `opnieuw`: send it once more.
 */
export interface DeliveryDecision {
  readonly deed: 'staat_er' | 'opnieuw';
  /** Personal data, as of a Reaction. */
  readonly by: Reaction['by'];
  /** Epoch ms. */
  readonly at: number;
}

/**
 * To whom it turns when nobody pressed a button, in this order: the eigenaar once more, who stands in for the eigenaar, the
 * coordinator of the verband, and last as the chain model of the verband says (GEMMA, DOMAIN §2).
 */
export const escalatieTrappen = ['eigenaar', 'plaatsvervanger', 'coordinator', 'keten'] as const;
export type EscalatieTrap = (typeof escalatieTrappen)[number];

export type MomentDeed = 'nu' | 'gepauzeerd' | 'hervat' | 'overgeslagen';

/** Who managed one moment by hand, and when. `by` is personal data: shown to the same channel. */
export interface MomentTrace {
  readonly deed: MomentDeed;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  /** Gepauzeerd: the first day on which it may come again. */
  readonly day?: CivilDate;
  /** Nu: version of the moment on the card that was pressed. */
  readonly stamp?: number;
}

/** One moment at which one channel is reminded of one date of one afspraak. `_id` is its name, so planning twice is harmless. */
export interface Occurrence extends Stored {
  /** Empty for an `eigen` one that is about no afspraak. */
  readonly code: string;
  /** Empty for an `eigen` one that is about no verband. */
  readonly verband: string;
  /** Of an `eigen` one: `_id` of its Herinneringregel. */
  readonly regel?: string;
  /** Of a recurring rule: so many earlier moments were missed and are told by this one. */
  readonly missed?: number;
  readonly kind: HerinneringKind;
  /** It says that an earlier one got no reaction, and turns to these. */
  readonly escalatie?: EscalatieTrap;
  /** Of an escalatie: name of the first herinnering since which nobody reacted. */
  readonly stilte?: string;
  /** The date it is about. */
  readonly anchor: CivilDate;
  /** Days relative to the anchor: -56, 0, 7. */
  readonly step: number;
  /** Instant at which it is due, epoch ms. */
  readonly at: number;
  /** `_id` of the Kanaal. */
  readonly kanaal: string;
  readonly state: OccurrenceState;
  /** While leased or posting: who holds it and until when. A later write needs this token and the version that was read. */
  readonly lease?: { readonly token: string; readonly until: number };
  readonly attempts: number;
  /** When it was last posted, epoch ms: long after `at` means that it could not be sent in time. */
  readonly postedAt?: number;
  /** Earliest next attempt, epoch ms; after a refusal with a wait. */
  readonly notBefore?: number;
  /** Of the message that was delivered. */
  readonly activityId?: string;
  readonly conversationId?: string;
  /** Why refused, uncertain, skipped or cancelled: a stable word, made a sentence at the edge. */
  readonly reason?: string;
  readonly reactions: readonly Reaction[];
  /** Oldest first. */
  readonly decisions?: readonly DeliveryDecision[];
  /** Of a moment that follows from a date: what somebody did about it by hand; oldest first. */
  readonly trace?: readonly MomentTrace[];
}

/** The message that goes out: what the bot needs to make a card of. One occurrence is a reminder, several are one digest. */
export interface HerinneringMessage {
  readonly occurrences: readonly Occurrence[];
}

/** What became of a post. Only `refused` may be tried again. */
export type PostOutcome =
  | { readonly kind: 'accepted'; readonly activityId: string; readonly conversationId: string }
  /** Certainly not accepted. `permanent`: trying again is useless (removed from the team, address not allowed). */
  | { readonly kind: 'refused'; readonly permanent: boolean; readonly reason: string; readonly retryAfterMs?: number }
  /** May have been accepted: never repeat it blindly. */
  | { readonly kind: 'uncertain'; readonly reason: string };

/** `nothing`: nothing left, because there was nothing to tell; an overzicht that would have been empty. */
export type PosterOutcome = PostOutcome | { readonly kind: 'nothing' };

/** The port through which reminders leave; `bot/send` implements it. Never throws for what the network does. */
export interface Poster {
  post(kanaal: string, message: HerinneringMessage): Promise<PosterOutcome>;
}
