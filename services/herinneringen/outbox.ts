import type { CivilDate } from '../kalender/civil-date.ts';
import type { Collection, CollectionDeclaration, Draft, Filter, Store, Stored } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import type { Occurrence } from './types.ts';

/**
 * What the rooms of herinneringen keep. Planner, delivery, reactions and list share these collections; nobody else opens them.
 */

/** Why an occurrence is as it is. Stable words: stored, counted, and made a sentence at the edge. */
export type OccurrenceReason =
  /** Its kanaal or afspraak came after its moment: sent as soon as possible. */
  | 'bound-late'
  /** A later step of the same date was due as well: that one is sent. */
  | 'superseded'
  /** Somebody asked for silence until a later day. */
  | 'postponed'
  /** Somebody pressed Klaar for this date. */
  | 'settled'
  | 'afspraak-gone'
  | 'afspraak-ended'
  | 'date-changed'
  | 'ladder-changed'
  | 'unbound'
  | 'kanaal-removed'
  /** Its worker disappeared between posting and the answer. */
  | 'no-answer'
  | 'poster-fault'
  /** Of an own rule: somebody stopped it, it is paused, or it may no longer be told here. */
  | 'regel-stopped'
  | 'regel-paused'
  | 'not-visible'
  /** Of an overzicht: it would have been empty. */
  | 'nothing-to-tell'
  /** Somebody said that this one need not come. */
  | 'left-out'
  /** Of an escalatie: somebody reacted in time, it was switched off, or it would now turn to somebody else. */
  | 'answered'
  | 'escalation-off'
  | 'escalation-changed';

/** An occurrence with what the outbox needs to find it. */
export interface OutboxOccurrence extends Occurrence {
  /** When somebody must look at it again: its instant, the end of a wait, or the end of a lease. Epoch ms. */
  readonly due: number;
  /** It came from "Uitstellen": the name of the occurrence on which that was pressed. */
  readonly postponedFrom?: string;
  /** Somebody asked for it there and then; no rule names its moment. */
  readonly asked?: true;
  /** `aadId` of who took it up last, so that it is found again for that person. Personal data, as its reactions. */
  readonly opgepaktDoor?: string;
}

export const occurrenceCollection: CollectionDeclaration<OutboxOccurrence> = {
  name: 'herinneringen',
  indexes: [
    ['state', 'due'],
    ['kanaal', 'state', 'at'],
    ['kanaal', 'at'],
    ['at'],
    ['code', 'kind', 'anchor'],
    ['activityId'],
    ['regel'],
    ['opgepaktDoor'],
    ['state', 'escalatie'],
  ],
};

/** What people did about one date of one afspraak, over all kanalen. `_id` is the track's name, `code/kind/anchor`. */
export interface Anker extends Stored {
  /** Epoch ms of the "Klaar"; no herinneringen of this date come after it. */
  readonly settledAt?: number;
  /** The date that follows by the ritme, where there is one. */
  readonly next?: CivilDate;
  /** This date itself follows from a "Klaar" at this instant: steps that had passed by then are not caught up with. */
  readonly startsAt?: number;
  /** Per kanaal: other steps than the day itself are silent until this instant. */
  readonly quiet: readonly { readonly kanaal: string; readonly until: number }[];
  /** Epoch ms of the last change, so that another process can read what is new. */
  readonly changedAt: number;
}

const ankerCollection: CollectionDeclaration<Anker> = { name: 'herinneringankers', indexes: [['changedAt']] };

/** How far a kanaal or an own rule has been planned. `_id` is that of the kanaal, or `regel/` and that of the rule. */
export interface Planning extends Stored {
  /** Every moment up to and including this instant (epoch ms) is in the outbox. */
  readonly plannedUntil: number;
}

const planningCollection: CollectionDeclaration<Planning> = { name: 'herinneringplanning' };

/** The three collections of the outbox. Other rooms only read them. */
export interface Outbox {
  readonly occurrences: Collection<OutboxOccurrence>;
  readonly ankers: Collection<Anker>;
  readonly plannings: Collection<Planning>;
}

export const openOutbox = (store: Store): Outbox => ({
  occurrences: store.collection(occurrenceCollection),
  ankers: store.collection(ankerCollection),
  plannings: store.collection(planningCollection),
});

export function draftOf<T extends Stored>(document: T): Draft<T> {
  const { version: _, ...draft } = document;
  return draft;
}

/** The document without its lease, ready to be given a state in which nobody holds it. */
export function withoutLease(occurrence: OutboxOccurrence): Draft<OutboxOccurrence> {
  const { version: _, lease: __, ...rest } = occurrence;
  return rest;
}

/** Ready for whoever comes next; nothing of it had left. */
export const plannedAgain = (one: OutboxOccurrence): Draft<OutboxOccurrence> => ({
  ...withoutLease(one),
  state: 'planned',
  due: Math.max(one.at, one.notBefore ?? one.at),
});

/** Reads every page of a find. For finds whose result is known to stay in bounds. */
export async function findAll<T extends Stored>(
  collection: Collection<T>,
  filter: Filter,
  sort: readonly (readonly [string, 1 | -1])[] = [],
): Promise<readonly T[]> {
  const pageSize = 1000;
  const all: T[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await collection.find(filter, { sort, limit: pageSize, ...(last && { after: last }) });
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}

/** How many calls of one task wait for the store together, where there is no reason for another number: one sync serves them all. */
export const storeWidth = 32;

/** Runs a task for each item, so many at a time: a store syncs many waiting writes at once. Throws the first fault once all have ended. */
export async function eachOf<T>(items: readonly T[], width: number, task: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await task(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/**
 * Puts a planned one in the outbox. Of a name that stands there already only a cancelled one, which never left, comes back, at the
 * instant and for the reason of this one.
 *
 * @returns whether it is planned now because of this call
 */
export async function putPlanned(
  occurrences: Collection<OutboxOccurrence>,
  fresh: Draft<OutboxOccurrence> & { readonly state: 'planned' },
): Promise<boolean> {
  if ((await occurrences.insert(fresh)).kind === 'inserted') return true;
  const current = await occurrences.get(fresh._id);
  if (current?.state !== 'cancelled') return false;
  const { reason: _, notBefore: __, ...rest } = withoutLease(current);
  const { state, at, due, attempts, reason } = fresh;
  const revived = { ...rest, state, at, due, attempts, ...(reason !== undefined && { reason }) };
  return (await occurrences.replace(revived, current.version)).kind === 'replaced';
}

/** Changes the Anker of a track, made when there is none yet. */
export async function changeAnker(
  ankers: Collection<Anker>,
  track: string,
  decide: (current: Draft<Anker>) => Draft<Anker> | undefined,
): Promise<void> {
  for (;;) {
    const known = await change(ankers, track, (current) => decide(draftOf(current)));
    if (known !== undefined) return;
    const first = decide({ _id: track, quiet: [], changedAt: 0 });
    if (first === undefined) return;
    const outcome = await ankers.insert(first);
    if (outcome.kind === 'inserted') return;
  }
}

/** Every occurrence of the date that this one is about, in every kanaal. */
export async function findTrack(
  outbox: Outbox,
  { code, kind, anchor, regel }: Pick<Occurrence, 'code' | 'kind' | 'anchor' | 'regel'>,
): Promise<readonly OutboxOccurrence[]> {
  const found = await findAll(outbox.occurrences, { code, kind, anchor });
  return found.filter((one) => one.regel === regel);
}

/** Writes down how far a kanaal or an own rule was planned; the furthest mark holds. */
export async function keepMark({ plannings }: Outbox, id: string, plannedUntil: number): Promise<void> {
  const known = await change(plannings, id, (current) =>
    current.plannedUntil < plannedUntil ? { _id: id, plannedUntil } : undefined,
  );
  // When another process makes it in the meantime, its mark is as good as ours.
  if (known === undefined) await plannings.insert({ _id: id, plannedUntil });
}

/** Whether an occurrence is silent because somebody postponed its date in this kanaal. The day itself always speaks. */
export const isQuiet = (
  anker: Anker | undefined,
  occurrence: Pick<OutboxOccurrence, 'kanaal' | 'step' | 'at' | 'postponedFrom' | 'asked'>,
): boolean =>
  occurrence.postponedFrom === undefined &&
  !occurrence.asked &&
  occurrence.step !== 0 &&
  (anker?.quiet.some((one) => one.kanaal === occurrence.kanaal && occurrence.at < one.until) ?? false);
