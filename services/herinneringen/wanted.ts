import type { Afspraak } from '../register/types.ts';
import type { LadderFor } from './ladders.ts';
import { anchorsOf } from './ladders.ts';
import type { Anker } from './outbox.ts';
import type { PlannedOccurrence, ReminderCalendar } from './plan.ts';
import { lastStepBefore, planned, stepsWithin, trackName } from './plan.ts';

const dayMs = 86_400_000;

/** An occurrence that the outbox must hold. */
export interface Wanted {
  readonly moment: PlannedOccurrence;
  /** Its moment lay before its kanaal or afspraak was known. */
  readonly late: boolean;
}

export interface WantedOptions {
  readonly ladderFor: LadderFor;
  readonly calendar: ReminderCalendar;
  /** By track name. */
  readonly ankers: ReadonlyMap<string, Anker>;
  /** Epoch ms: everything after `start`, up to and including `until`. */
  readonly start: number;
  readonly until: number;
  readonly now: number;
  /** Tracks of which this kanaal was told something before. Absent: nothing that had passed is looked for. */
  readonly spoken?: ReadonlySet<string>;
}

/**
 * What must exist of one afspraak in one kanaal. Of a date that never spoke there, the step that had just passed by `start` is
 * added as long as it still matters: a channel that is bound a week before the date hears of it once, not three times.
 */
export function wantedOf(afspraak: Afspraak, kanaal: string, options: WantedOptions): readonly Wanted[] {
  const { calendar, now, spoken } = options;
  const code = afspraak._id;
  const wanted: Wanted[] = [];
  for (const anchor of anchorsOf(afspraak)) {
    const track = trackName({ code, ...anchor });
    const anker = options.ankers.get(track);
    if (anker?.settledAt !== undefined) continue;
    const ladder = options.ladderFor({ code, soort: afspraak.soort, verband: afspraak.verband }, anchor.kind, kanaal);
    const from = Math.max(options.start, anker?.startsAt ?? options.start);
    const steps = stepsWithin(anchor.anchor, ladder, { calendar, from, to: options.until });
    if (spoken !== undefined && !spoken.has(track) && anker?.startsAt === undefined) {
      const isNext = steps[0] === undefined || steps[0].at > now;
      const matters = ladder.afterEvery !== undefined || calendar.isAfter(anchor.anchor, 0, now - dayMs);
      const passed = isNext && matters ? lastStepBefore(anchor.anchor, ladder, from, calendar) : undefined;
      if (passed !== undefined) wanted.push({ moment: planned(afspraak, anchor, passed, kanaal), late: true });
    }
    for (const step of steps) wanted.push({ moment: planned(afspraak, anchor, step, kanaal), late: false });
  }
  return wanted;
}
