import type { CivilDate } from '../kalender/civil-date.ts';
import { clockAt, dayAt } from '../kalender/civil-date.ts';
import type { Draft, Store } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import { loadRecessen } from '../reces/recessen.ts';
import type { Register } from '../register/register.ts';
import type { Afspraak } from '../register/types.ts';
import { stopEscalations } from './escalation-stop.ts';
import { anchorsOf } from './ladders.ts';
import type { Outbox, OutboxOccurrence } from './outbox.ts';
import { openOutbox, withoutLease } from './outbox.ts';
import { occurrenceName, trackName } from './plan.ts';
import type { Delay, DelayProblem } from './postpone.ts';
import { postpone, returnDay, returnName } from './postpone.ts';
import { openRegelCollection } from './regels.ts';
import { settle } from './settle.ts';
import type { Reaction } from './types.ts';

/**
 * What the buttons on a herinnering do (CONTRACT §7). Teams may deliver one press several times, and people press twice: each
 * press has one effect and gives the same answer every time. Who may press is asked before this, in toegang.
 */

export interface Press {
  readonly button: Reaction['button'];
  readonly by: Reaction['by'];
  /** Epoch ms, of the activity: a redelivered press carries the same. */
  readonly at: number;
  /** Only with `uitstellen`; a day later when absent. */
  readonly delay?: Delay;
}

export type ReactOutcome =
  /** `next`: the day it comes back (uitstellen), or the afspraak's next date (klaar on a recurring date). */
  | { readonly kind: 'done'; readonly occurrence: OutboxOccurrence; readonly next?: CivilDate }
  /** It had this effect before; the same content as `done`. */
  | { readonly kind: 'already'; readonly occurrence: OutboxOccurrence; readonly next?: CivilDate }
  /** No occurrence has this name. */
  | { readonly kind: 'unknown' }
  /** `outdated`: the date was moved, settled or ended in the meantime, so there is nothing to postpone. */
  | { readonly kind: 'invalid'; readonly reason: DelayProblem | 'outdated' };

export interface ReactParts {
  readonly store: Store;
  readonly register: Pick<Register, 'refresh' | 'saveAfspraak'>;
  readonly timeZone: string;
}

const samePerson = (one: Reaction['by'], other: Reaction['by']): boolean =>
  one.aadId !== undefined || other.aadId !== undefined ? one.aadId === other.aadId : one.naam === other.naam;

/** Who has taken this up, as it stands: the last who pressed "Ik pak het op". */
export const takenBy = (occurrence: { readonly reactions: readonly Reaction[] }): Reaction['by'] | undefined =>
  occurrence.reactions.findLast((one) => one.button === 'oppakken')?.by;

/** Does what this press asks. Call it for every delivery of the press: the second gives `already`. Faults of the store pass through. */
export async function react(parts: ReactParts, occurrenceId: string, press: Press): Promise<ReactOutcome> {
  const outbox = openOutbox(parts.store);
  const occurrence = await outbox.occurrences.get(occurrenceId);
  if (occurrence === undefined) return { kind: 'unknown' };
  switch (press.button) {
    case 'gezien':
    case 'oppakken':
      return note(outbox, occurrenceId, press, (current) => isKnown(current, press));
    case 'klaar':
      return finish(parts, outbox, occurrence, press);
    case 'uitstellen':
      return delay(parts, outbox, occurrence, press);
  }
}

/** Gezien counts once a person; taking up counts unless it is theirs already, so that a second person can take over. */
function isKnown({ reactions }: OutboxOccurrence, { button, by, at }: Press): boolean {
  const theirs = reactions.filter((one) => one.button === button && samePerson(one.by, by));
  if (button === 'gezien') return theirs.length > 0;
  if (theirs.some((one) => one.at === at)) return true;
  const holder = takenBy({ reactions });
  return holder !== undefined && samePerson(holder, by);
}

/** A press on the message proves that it arrived: what was uncertain is then delivered. */
function arrived(current: OutboxOccurrence, reaction: Reaction): Draft<OutboxOccurrence> {
  const { version: _, ...draft } = current;
  const added = { reactions: [...current.reactions, reaction], ...takenUp(reaction) };
  if (current.state !== 'uncertain') return { ...draft, ...added };
  const { reason: __, ...rest } = withoutLease(current);
  return { ...rest, ...added, state: 'delivered' };
}

/** Who takes over without an id leaves it to nobody: `takenBy` knows them by name. */
const takenUp = ({ button, by }: Reaction): Pick<OutboxOccurrence, 'opgepaktDoor'> =>
  button === 'oppakken' ? { opgepaktDoor: by.aadId ?? '' } : {};

async function note(
  outbox: Outbox,
  id: string,
  { button, by, at }: Press,
  isDone: (current: OutboxOccurrence) => boolean,
): Promise<ReactOutcome> {
  let wasKnown = false;
  const occurrence = await change(outbox.occurrences, id, (current) => {
    wasKnown = isDone(current);
    return wasKnown ? undefined : arrived(current, { button, by, at });
  });
  if (occurrence === undefined) return { kind: 'unknown' };
  // After a press that came twice as well: the first may have died half way.
  await stopEscalations(outbox, occurrence);
  return { kind: wasKnown ? 'already' : 'done', occurrence };
}

async function finish(
  parts: ReactParts,
  outbox: Outbox,
  occurrence: OutboxOccurrence,
  { by, at }: Press,
): Promise<ReactOutcome> {
  const { isFirst, next } = await settle({ ...parts, outbox }, occurrence, { by, at });
  const settled = (await outbox.occurrences.get(occurrence._id)) ?? occurrence;
  return { kind: isFirst ? 'done' : 'already', occurrence: settled, ...(next !== undefined && { next }) };
}

async function delay(
  parts: ReactParts,
  outbox: Outbox,
  occurrence: OutboxOccurrence,
  { by, at, delay: wanted = '1d' }: Press,
): Promise<ReactOutcome> {
  const afspraak = (await parts.register.refresh()).afspraak(occurrence.code);
  const { recesOf } = await loadRecessen(parts.store, parts.timeZone);
  const reces = (afspraak && recesOf(afspraak)) ?? [];
  const target = returnDay(wanted, dayAt(at, parts.timeZone), reces, clockAt(at, parts.timeZone));
  if ('problem' in target) return { kind: 'invalid', reason: target.problem };
  const { day: until, tijd } = target;
  const isRepeated = ({ reactions }: OutboxOccurrence): boolean => {
    const last = reactions.findLast((one) => one.button === 'uitstellen');
    if (last !== undefined && samePerson(last.by, by) && last.until === until && last.tijd === tijd) return true;
    return reactions.some((one) => one.button === 'uitstellen' && samePerson(one.by, by) && one.at === at);
  };
  if (isRepeated(occurrence)) return { kind: 'already', occurrence, next: until };
  const isCurrent = await stillFollows(parts.store, occurrence, afspraak);
  const anker = await outbox.ankers.get(trackName(occurrence));
  if (!isCurrent || anker?.settledAt !== undefined) return { kind: 'invalid', reason: 'outdated' };
  await postpone(outbox, occurrence, target, at, parts.timeZone);
  let wasKnown = false;
  const marked = await change(outbox.occurrences, occurrence._id, (current): Draft<OutboxOccurrence> | undefined => {
    wasKnown = isRepeated(current);
    if (wasKnown) return undefined;
    const next = arrived(current, { button: 'uitstellen', by, at, until, ...(tijd !== undefined && { tijd }) });
    // Pressed in a list, before it was due: then this one need not come any more.
    const isWaiting = current.state === 'planned' && current._id !== occurrenceName(current, returnName(target));
    return isWaiting ? { ...next, state: 'skipped', reason: 'postponed' } : next;
  });
  if (marked === undefined) return { kind: 'unknown' };
  await stopEscalations(outbox, marked);
  return { kind: wasKnown ? 'already' : 'done', occurrence: marked, next: until };
}

/** Whether there is still something to come back to: the date of the afspraak, or the own rule. */
async function stillFollows(
  store: Store,
  occurrence: OutboxOccurrence,
  afspraak: Afspraak | undefined,
): Promise<boolean> {
  const { kind, anchor, regel } = occurrence;
  if (regel !== undefined) return (await openRegelCollection(store).get(regel))?.state === 'active';
  return afspraak !== undefined && anchorsOf(afspraak).some((one) => one.kind === kind && one.anchor === anchor);
}
