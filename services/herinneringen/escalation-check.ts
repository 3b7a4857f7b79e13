import type { RegisterView } from '../register/types.ts';
import { holderOf, isAnswered, mayEscalate, stepsFor } from './escalation.ts';
import type { DaysFor } from './escalation-terms.ts';
import type { OccurrenceReason, Outbox, OutboxOccurrence } from './outbox.ts';
import { eachOf, findTrack, storeWidth } from './outbox.ts';
import { trackName } from './plan.ts';
import type { Herinneringregel } from './regel.ts';

/**
 * Whether an escalation still follows. Asked by its planner after a change and by delivery at the last moment, so that nobody is asked
 * about what somebody has reacted to since.
 */

/** What the check looks at, read anew for each round: reactions come at any time. */
export interface EscalationGround {
  readonly register: Pick<RegisterView, 'afspraak' | 'verband'>;
  readonly daysFor: DaysFor;
  /** By track name: every occurrence of that date, in every kanaal. */
  readonly tracks: ReadonlyMap<string, readonly OutboxOccurrence[]>;
}

/** Reads the dates that these are about; nothing where none of them is an escalation. */
export async function escalationGround(
  daysFor: DaysFor,
  outbox: Outbox,
  register: EscalationGround['register'],
  occurrences: readonly OutboxOccurrence[],
): Promise<EscalationGround | undefined> {
  const asked = new Map(
    occurrences.flatMap((one) => (one.escalatie === undefined ? [] : [[trackName(one), one] as const])),
  );
  if (asked.size === 0) return undefined;
  const tracks = new Map<string, readonly OutboxOccurrence[]>();
  await eachOf([...asked], storeWidth, async ([name, one]) => void tracks.set(name, await findTrack(outbox, one)));
  return { register, daysFor, tracks };
}

/** Why a stored escalation does not follow any more; what holds for every occurrence of its date is asked elsewhere (`whyNot`). */
export function whyNotEscalation(
  occurrence: Omit<OutboxOccurrence, 'version'>,
  regel: Herinneringregel | undefined,
  { register, daysFor, tracks }: EscalationGround,
): OccurrenceReason | undefined {
  const track = tracks.get(trackName(occurrence)) ?? [];
  const start = track.find(({ _id }) => _id === occurrence.stilte);
  if (start === undefined || isAnswered(start, track)) return 'answered';
  const afspraak = register.afspraak(occurrence.code);
  if (afspraak === undefined) return 'afspraak-gone';
  const isOff = daysFor(afspraak, occurrence.kind, occurrence.kanaal) === 0;
  if (isOff || !mayEscalate(occurrence, regel)) return 'escalation-off';
  const subject = { afspraak, verband: register.verband(afspraak.verband), holder: holderOf(track) };
  return stepsFor(subject).some(({ trap }) => trap === occurrence.escalatie) ? undefined : 'escalation-changed';
}
