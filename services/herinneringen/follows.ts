import type { Kanaal } from '../kanalen/types.ts';
import type { Afspraak } from '../register/types.ts';
import { ended } from '../register/types.ts';
import { maySee } from '../toegang/scope.ts';
import { type EscalationGround, whyNotEscalation } from './escalation-check.ts';
import type { LadderFor } from './ladders.ts';
import { anchorsOf } from './ladders.ts';
import type { Anker, OccurrenceReason, OutboxOccurrence } from './outbox.ts';
import { hasStep } from './plan.ts';
import { type Herinneringregel, overzichtOf } from './regel.ts';
import { isPaused, namesDate } from './regel-moments.ts';

/** How the world stands for one occurrence. */
export interface Ground {
  readonly afspraak: Afspraak | undefined;
  readonly kanaal: Kanaal | undefined;
  readonly anker: Anker | undefined;
  readonly ladderFor: LadderFor;
  /** Of an `eigen` occurrence: its rule. */
  readonly regel?: Herinneringregel | undefined;
  /** Of an escalation. Absent: whether somebody reacted is not looked at. */
  readonly escalation?: EscalationGround | undefined;
}

/**
 * Why a stored occurrence no longer follows from the register, the bindings and the ladders; `undefined` when it does. Asked by
 * the planner after a change, and again by delivery at the last moment, because a plan may be older than the change.
 */
export function whyNot(occurrence: OutboxOccurrence, ground: Ground): OccurrenceReason | undefined {
  const reason = occurrence.regel === undefined ? whyNotDate(occurrence, ground) : whyNotRegel(occurrence, ground);
  const { escalation, regel } = ground;
  if (reason !== undefined || occurrence.escalatie === undefined || escalation === undefined) return reason;
  return whyNotEscalation(occurrence, regel, escalation);
}

function whyNotDate(occurrence: OutboxOccurrence, ground: Ground): OccurrenceReason | undefined {
  const { afspraak, kanaal, anker, ladderFor } = ground;
  const { kind, anchor, step, verband } = occurrence;
  if (kanaal?.removed) return 'kanaal-removed';
  if (kanaal === undefined || !kanaal.verbanden.includes(verband)) return 'unbound';
  if (afspraak === undefined) return 'afspraak-gone';
  if (afspraak.verband !== verband) return 'unbound';
  if (ended.includes(afspraak.status)) return 'afspraak-ended';
  if (!anchorsOf(afspraak).some((one) => one.kind === kind && one.anchor === anchor)) return 'date-changed';
  if (anker?.settledAt !== undefined) return 'settled';
  const isFree = occurrence.postponedFrom !== undefined || occurrence.asked || occurrence.escalatie !== undefined;
  if (isFree) return undefined;
  const ladder = ladderFor({ code: afspraak._id, soort: afspraak.soort, verband }, kind, kanaal._id);
  return hasStep(ladder, step) ? undefined : 'ladder-changed';
}

/**
 * As {@link whyNot}, for an occurrence of an own rule: it follows as long as its rule speaks and names its date. What an afspraak has
 * become since is looked at too: the channel may have been unbound from a vertrouwelijke one.
 */
export function whyNotRegel(
  occurrence: Omit<OutboxOccurrence, 'version'>,
  { regel, kanaal, afspraak, anker }: Pick<Ground, 'regel' | 'kanaal' | 'afspraak' | 'anker'>,
): OccurrenceReason | undefined {
  if (regel === undefined || regel.state !== 'active') return 'regel-stopped';
  if (kanaal === undefined || kanaal.removed) return 'kanaal-removed';
  const overzicht = overzichtOf(regel);
  if (overzicht !== undefined && overzicht !== 'persoonlijk' && kanaal.verbanden.length === 0) return 'unbound';
  if (occurrence.code !== '') {
    if (afspraak === undefined) return 'afspraak-gone';
    if (!maySee({ verbanden: kanaal.verbanden }, afspraak)) return 'not-visible';
    if (regel.wanneer.kind === 'anchor' && ended.includes(afspraak.status)) return 'afspraak-ended';
  }
  if (anker?.settledAt !== undefined) return 'settled';
  if (occurrence.postponedFrom !== undefined || occurrence.asked) return undefined;
  if (!namesDate(regel, occurrence.anchor, afspraak)) return 'date-changed';
  return isPaused(regel, occurrence.at) ? 'regel-paused' : undefined;
}
