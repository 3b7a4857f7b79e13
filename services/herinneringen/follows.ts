import type { Kanaal } from '../kanalen/types.ts';
import type { Afspraak } from '../register/types.ts';
import { ended } from '../register/types.ts';
import type { LadderFor } from './ladders.ts';
import { anchorsOf } from './ladders.ts';
import type { Anker, OccurrenceReason, OutboxOccurrence } from './outbox.ts';
import { hasStep } from './plan.ts';

/** How the world stands for one occurrence. */
export interface Ground {
  readonly afspraak: Afspraak | undefined;
  readonly kanaal: Kanaal | undefined;
  readonly anker: Anker | undefined;
  readonly ladderFor: LadderFor;
}

/**
 * Why a stored occurrence no longer follows from the register, the bindings and the ladders; `undefined` when it does. Asked by
 * the planner after a change, and again by delivery at the last moment, because a plan may be older than the change.
 */
export function whyNot(occurrence: OutboxOccurrence, ground: Ground): OccurrenceReason | undefined {
  const { afspraak, kanaal, anker, ladderFor } = ground;
  const { kind, anchor, step, verband } = occurrence;
  if (kanaal?.removed) return 'kanaal-removed';
  if (kanaal === undefined || !kanaal.verbanden.includes(verband)) return 'unbound';
  if (afspraak === undefined) return 'afspraak-gone';
  if (afspraak.verband !== verband) return 'unbound';
  if (ended.includes(afspraak.status)) return 'afspraak-ended';
  if (!anchorsOf(afspraak).some((one) => one.kind === kind && one.anchor === anchor)) return 'date-changed';
  if (anker?.settledAt !== undefined) return 'settled';
  if (occurrence.postponedFrom !== undefined) return undefined;
  const ladder = ladderFor({ code: afspraak._id, soort: afspraak.soort, verband }, kind, kanaal._id);
  return hasStep(ladder, step) ? undefined : 'ladder-changed';
}
