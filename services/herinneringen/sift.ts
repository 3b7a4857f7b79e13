import type { Kanaal } from '../kanalen/types.ts';
import type { RegisterView } from '../register/types.ts';
import type { EscalationGround } from './escalation-check.ts';
import { whyNot } from './follows.ts';
import type { LadderFor } from './ladders.ts';
import type { Anker, OccurrenceReason, OutboxOccurrence } from './outbox.ts';
import { isQuiet } from './outbox.ts';
import { trackName } from './plan.ts';
import type { Herinneringregel } from './regel.ts';

export interface Dropped {
  readonly occurrence: OutboxOccurrence;
  readonly state: 'cancelled' | 'skipped';
  readonly reason: OccurrenceReason;
}

export interface Sifted {
  /** At most one of each date, and of each own rule. */
  readonly send: readonly OutboxOccurrence[];
  /** The rest, each with the reason why it is not sent: every occurrence is accounted for. */
  readonly drop: readonly Dropped[];
}

/**
 * Divides the occurrences of one kanaal whose moment has passed: what no longer follows is cancelled, what somebody postponed is
 * skipped, and of one date only the latest step is told. Pure.
 */
export function sift(
  passed: readonly OutboxOccurrence[],
  ground: {
    readonly register: RegisterView;
    readonly kanaal: Kanaal | undefined;
    readonly ankers: ReadonlyMap<string, Anker>;
    readonly ladderFor: LadderFor;
    /** Rules of the `eigen` ones, by `_id`. */
    readonly regels: ReadonlyMap<string, Herinneringregel>;
    /** Needed where there is an escalation among them. */
    readonly escalation?: EscalationGround | undefined;
  },
): Sifted {
  const { register, kanaal, ladderFor, regels, escalation } = ground;
  const latest = new Map<string, OutboxOccurrence>();
  const missed = new Map<string, number>();
  const drop: Dropped[] = [];
  for (const one of passed) {
    const track = trackName(one);
    const anker = ground.ankers.get(track);
    const reason = whyNot(one, {
      afspraak: register.afspraak(one.code),
      kanaal,
      anker,
      ladderFor,
      regel: regels.get(one.regel ?? ''),
      escalation,
    });
    if (reason !== undefined) {
      drop.push({ occurrence: one, state: 'cancelled', reason });
      continue;
    }
    if (isQuiet(anker, one)) {
      drop.push({ occurrence: one, state: 'skipped', reason: 'postponed' });
      continue;
    }
    // Of a recurring rule that was missed several times, one message tells so.
    const told = one.regel ?? track;
    const other = latest.get(told);
    const isLater = other === undefined || isLaterThan(one, other);
    if (isLater) latest.set(told, one);
    const earlier = isLater ? other : one;
    if (earlier === undefined) continue;
    drop.push({ occurrence: earlier, state: 'skipped', reason: 'superseded' });
    // One that was put off to the moment of the next is told with it, in time.
    const isMissed = one.regel !== undefined && one.escalatie === undefined && one.at !== other?.at;
    if (isMissed) missed.set(told, (missed.get(told) ?? 0) + 1);
  }
  const send = [...latest].map(([told, one]) => {
    const count = missed.get(told);
    return count === undefined ? one : { ...one, missed: count };
  });
  return { send, drop };
}

/** An escalation speaks of the same date as the step that is due with it, and says more. */
function isLaterThan(one: OutboxOccurrence, other: OutboxOccurrence): boolean {
  if ((one.escalatie === undefined) !== (other.escalatie === undefined)) return one.escalatie !== undefined;
  if (one.at !== other.at) return one.at > other.at;
  // Of a rule that recurs, one that was put off is about an earlier day.
  return one.step === other.step ? one.anchor > other.anchor : one.step > other.step;
}
