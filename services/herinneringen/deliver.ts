import type { Clock, NewId } from '../clock.ts';
import type { Kanalen } from '../kanalen/kanalen.ts';
import type { Draft, Store } from '../opslag/store.ts';
import type { RegisterView } from '../register/types.ts';
import { afterPost } from './after-post.ts';
import { createKnownOutcomes, type KnownOutcomes, notPosted } from './known-outcomes.ts';
import type { LadderFor } from './ladders.ts';
import type { SendLimiter } from './limiter.ts';
import type { Anker, Outbox, OutboxOccurrence } from './outbox.ts';
import { draftOf, eachOf, openOutbox, withoutLease } from './outbox.ts';
import { loadLadders } from './own-ladders.ts';
import { trackName } from './plan.ts';
import { regelsById } from './regels.ts';
import { sift } from './sift.ts';
import type { OccurrenceState, Poster, PostOutcome } from './types.ts';

/**
 * Brings what is due out of the door, once. Any number of processes may do this at the same time on one store.
 *
 * An occurrence goes planned → leased → posting → delivered | planned again | refused | uncertain. Each step is a
 * compare-and-replace on the version that was read, so of two workers one goes on; `posting` is written before the message leaves,
 * so a crash afterwards is seen as *uncertain* and never repeated. Several that are due in one kanaal leave as one message.
 */

export interface DeliverLimits {
  /** How long a worker may hold an occurrence. */
  readonly leaseMs: number;
  /** The longest a post may take; with less of the lease left than this, nothing is posted. Must be below `leaseMs`. */
  readonly postMs: number;
  /** The most occurrences told in one message: what fits the 25 KB of Teams. */
  readonly digest: number;
  /** So many kanalen at the same time. */
  readonly kanalenAtOnce: number;
}

export const defaultDeliverLimits: DeliverLimits = { leaseMs: 90_000, postMs: 25_000, digest: 100, kanalenAtOnce: 8 };

export interface DeliverParts {
  readonly store: Store;
  readonly kanalen: Kanalen;
  /** The register as it is at the moment of the call, news of other processes taken in (`Register.refresh`). */
  readonly register: () => RegisterView | Promise<RegisterView>;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limiter: SendLimiter;
  readonly limits?: DeliverLimits;
  /** The same from run to run in one process. */
  readonly known?: KnownOutcomes;
  /** A fault in one kanaal does not hold up the others. */
  readonly onFault: (fault: unknown) => void;
}

/** What one run did, in occurrences (`messages`: in messages). Add them up for the metrics. */
export interface DeliveryReport {
  messages: number;
  delivered: number;
  /** Certainly not accepted; planned again. */
  retried: number;
  refused: number;
  uncertain: number;
  skipped: number;
  cancelled: number;
  /** Another worker was first, or came after us: nothing was done with these. */
  stale: number;
  /** The earliest instant at which what was held back by the limits may go. */
  wakeAt?: number;
}

const pageSize = 200;
const width = 32;

interface Run extends DeliverParts {
  readonly outbox: Outbox;
  readonly limits: DeliverLimits;
  readonly known: KnownOutcomes;
  readonly ladderFor: LadderFor;
  readonly report: DeliveryReport;
}

/** One round: what expired is released, what is due is sent. Does not throw for one kanaal; does when the store is gone. */
export async function deliverDue(parts: DeliverParts): Promise<DeliveryReport> {
  const report: DeliveryReport = {
    messages: 0,
    delivered: 0,
    retried: 0,
    refused: 0,
    uncertain: 0,
    skipped: 0,
    cancelled: 0,
    stale: 0,
  };
  const outbox = openOutbox(parts.store);
  const { ladderFor } = await loadLadders(parts.store);
  const { limits = defaultDeliverLimits, known = createKnownOutcomes() } = parts;
  const run: Run = { ...parts, limits, known, outbox, ladderFor, report };
  await known.writeAll((id, token, outcome) => conclude(run, id, token, outcome));
  await releaseExpired(run);

  const now = parts.clock.now();
  const seen = new Set<string>();
  let after: OutboxOccurrence | undefined;
  for (;;) {
    const page = await outbox.occurrences.find(
      { state: 'planned', due: { $lte: now } },
      { sort: [['due', 1]], limit: pageSize, ...(after && { after }) },
    );
    const fresh = [...new Set(page.map((one) => one.kanaal))].filter((kanaal) => !seen.has(kanaal));
    for (const kanaal of fresh) seen.add(kanaal);
    await eachOf(fresh, run.limits.kanalenAtOnce, async (kanaal) => {
      try {
        await deliverKanaal(run, kanaal, now);
      } catch (fault) {
        parts.onFault(fault);
      }
    });
    after = page.at(-1);
    if (page.length < pageSize || after === undefined) return report;
  }
}

/**
 * A worker that held these is gone or stalled. Leased: nothing had left, so they are planned again. Posting: nobody knows, so they
 * are uncertain. Should the worker still live, its later write meets another version.
 */
async function releaseExpired(run: Run): Promise<void> {
  const { occurrences } = run.outbox;
  const expired = { $lte: run.clock.now() };
  for (const one of await occurrences.find({ state: 'leased', due: expired }, { limit: 1000 })) {
    await occurrences.replace(plannedAgain(one), one.version);
  }
  for (const one of await occurrences.find({ state: 'posting', due: expired }, { limit: 1000 })) {
    const outcome = await occurrences.replace(
      { ...withoutLease(one), state: 'uncertain', reason: 'no-answer' },
      one.version,
    );
    if (outcome.kind === 'replaced') run.report.uncertain += 1;
  }
}

const plannedAgain = (one: OutboxOccurrence): Draft<OutboxOccurrence> => ({
  ...withoutLease(one),
  state: 'planned',
  due: Math.max(one.at, one.notBefore ?? one.at),
});

async function deliverKanaal(run: Run, id: string, now: number): Promise<void> {
  const kanaal = await run.kanalen.kanaal(id);
  const passed = await run.outbox.occurrences.find(
    { kanaal: id, state: 'planned', at: { $lte: now } },
    { sort: [['at', 1]] },
  );
  const ankers = new Map<string, Anker>();
  await eachOf([...new Set(passed.map(trackName))], width, async (track) => {
    const anker = await run.outbox.ankers.get(track);
    if (anker !== undefined) ankers.set(track, anker);
  });
  const regels = await regelsById(run.store, passed);
  const ground = { register: await run.register(), kanaal, ankers, ladderFor: run.ladderFor, regels };
  const { send, drop } = sift(passed, ground);
  // Written before anything is leased, so that a second worker never finds an old step alone and tells it.
  await eachOf(drop, width, async ({ occurrence, state, reason }) => {
    const outcome = await run.outbox.occurrences.replace({ ...draftOf(occurrence), state, reason }, occurrence.version);
    run.report[outcome.kind === 'replaced' ? state : 'stale'] += 1;
  });
  if (kanaal === undefined) return;
  const due = send.filter((one) => one.due <= now);
  for (let start = 0; start < due.length; start += run.limits.digest) {
    const wait = run.limiter.take(id, kanaal.address.tenantId);
    if (wait > 0) {
      run.report.wakeAt = Math.min(run.report.wakeAt ?? Number.POSITIVE_INFINITY, run.clock.now() + wait);
      return;
    }
    try {
      await sendTogether(run, id, due.slice(start, start + run.limits.digest));
    } finally {
      run.limiter.ended(id, kanaal.address.tenantId);
    }
  }
}

/** Lease, post, write down what became of it: for one message. */
async function sendTogether(run: Run, kanaal: string, group: readonly OutboxOccurrence[]): Promise<void> {
  const { clock, limits } = run;
  const token = run.newId();
  const leasedUntil = clock.now() + limits.leaseMs;
  const leased = await advance(run, group, (one) => ({
    ...draftOf(one),
    state: 'leased',
    lease: { token, until: leasedUntil },
    due: leasedUntil,
  }));
  if (leased.length === 0) return;
  if (leasedUntil - clock.now() < limits.postMs) {
    await advance(run, leased, plannedAgain);
    return;
  }
  const posting = await markPosting(run, leased, token);
  if (posting.length === 0) return;
  const outcome = await post(run, kanaal, posting);
  run.report.messages += outcome.kind === 'accepted' ? 1 : 0;
  await eachOf(posting, width, (one) => conclude(run, one._id, token, outcome));
}

/** Written before the message leaves. Gives what is to be posted now. */
async function markPosting(
  run: Run,
  leased: readonly OutboxOccurrence[],
  token: string,
): Promise<readonly OutboxOccurrence[]> {
  const postedAt = run.clock.now();
  const until = postedAt + run.limits.leaseMs;
  const lease = { token, until };
  try {
    const posting = await advance(run, leased, (one) => ({
      ...draftOf(one),
      state: 'posting',
      lease,
      due: until,
      attempts: one.attempts + 1,
      postedAt,
    }));
    if (until - run.clock.now() >= run.limits.postMs) return posting;
    // Nothing has left yet, and by the time it had, another worker might have called it uncertain.
    await advance(run, posting, plannedAgain);
    return [];
  } catch (fault) {
    for (const one of leased) run.known.keep(one._id, token, notPosted);
    throw fault;
  }
}

/** Takes each occurrence one step on; gives those of which the version still was the one that was read. */
async function advance(
  run: Run,
  group: readonly OutboxOccurrence[],
  next: (one: OutboxOccurrence) => Draft<OutboxOccurrence>,
): Promise<readonly OutboxOccurrence[]> {
  const held = new Map<string, OutboxOccurrence>();
  await eachOf(group, width, async (one) => {
    const outcome = await run.outbox.occurrences.replace(next(one), one.version);
    if (outcome.kind === 'replaced') held.set(one._id, outcome.doc);
    else run.report.stale += 1;
  });
  return group.flatMap((one) => held.get(one._id) ?? []);
}

async function post(run: Run, kanaal: string, occurrences: readonly OutboxOccurrence[]): Promise<PostOutcome> {
  try {
    return await run.poster.post(kanaal, { occurrences });
  } catch (fault) {
    // The port promises not to throw, so nobody can say how far this got.
    run.onFault(fault);
    return { kind: 'uncertain', reason: 'poster-fault' };
  }
}

/** Leased: the mark that it posts is on its way or lost, and nothing was posted; the write finds out which. */
const concluding: readonly OccurrenceState[] = ['leased', 'posting', 'settled'];

/**
 * Writes the outcome as long as this worker still holds the occurrence. Somebody may have pressed a button on the message in the
 * meantime: then the version differs but the token is ours, and the outcome is added to what they did.
 */
async function conclude(run: Run, id: string, token: string, outcome: PostOutcome): Promise<void> {
  const { occurrences } = run.outbox;
  try {
    for (;;) {
      const current = await occurrences.get(id);
      if (current?.lease?.token !== token || !concluding.includes(current.state)) {
        run.report.stale += 1;
        return;
      }
      const { next, count } = afterPost(run, current, outcome);
      const written = await occurrences.replace(next, current.version);
      if (written.kind !== 'replaced') continue;
      run.report[count] += 1;
      return;
    }
  } catch (fault) {
    run.known.keep(id, token, outcome);
    throw fault;
  }
}
