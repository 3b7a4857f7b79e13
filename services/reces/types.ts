import type { CivilDate } from '../kalender/civil-date.ts';
import type { Reces } from '../kalender/feestdagen.ts';
import type { Stored } from '../opslag/store.ts';

/**
 * The reces of a council: weeks in which it does not meet, by its own decision. No law fixes them and regions differ, so they are
 * configuration for each organisatie (DOMAIN §5.2).
 */
export interface Recesperiode extends Reces {
  /** As people call it: `Zomerreces`. */
  readonly naam: string;
  /** Who set it. Personal data. */
  readonly door: string;
  /** When it was set, epoch ms. */
  readonly op: number;
  /** Since when its first day is known, epoch ms: a reces only moves what it was in time for, see recesview.ts. */
  readonly sinds: number;
}

/** One thing that was done to the recessen of an organisatie. */
export interface Recesspoor {
  readonly deed: 'gezet' | 'weggehaald';
  readonly van: CivilDate;
  readonly tot: CivilDate;
  readonly naam: string;
  /** Personal data. */
  readonly door: string;
  /** Epoch ms. */
  readonly op: number;
}

/** All recessen of one organisatie; `_id` is the organisatie's. One document, so that two people at once cannot set two that overlap. */
export interface Recesblad extends Stored {
  /** By day, none overlapping another. */
  readonly recessen: readonly Recesperiode[];
  /** Oldest first; of many the latest. */
  readonly spoor: readonly Recesspoor[];
}
