import type { Draft } from '../opslag/store.ts';
import { afterPost } from './after-post.ts';
import type { DeliveryRun } from './delivery-run.ts';
import { notPosted } from './known-outcomes.ts';
import { draftOf, eachOf, type OutboxOccurrence, plannedAgain, storeWidth } from './outbox.ts';
import type { OccurrenceState, PosterOutcome } from './types.ts';

/**
 * One message, once: its occurrences are leased, marked as posting, posted, and given what became of it. Each step is written only
 * when nobody else wrote in between. Called by `deliver.ts` alone.
 */

/** Lease, post, write down what became of it: for one message. */
export async function sendTogether(
  run: DeliveryRun,
  kanaal: string,
  group: readonly OutboxOccurrence[],
): Promise<void> {
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
  await eachOf(posting, storeWidth, (one) => conclude(run, one._id, token, outcome));
}

/** Written before the message leaves. Gives what is to be posted now. */
async function markPosting(
  run: DeliveryRun,
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
  run: DeliveryRun,
  group: readonly OutboxOccurrence[],
  next: (one: OutboxOccurrence) => Draft<OutboxOccurrence>,
): Promise<readonly OutboxOccurrence[]> {
  const held = new Map<string, OutboxOccurrence>();
  await eachOf(group, storeWidth, async (one) => {
    const outcome = await run.outbox.occurrences.replace(next(one), one.version);
    if (outcome.kind === 'replaced') held.set(one._id, outcome.doc);
    else run.report.stale += 1;
  });
  return group.flatMap((one) => held.get(one._id) ?? []);
}

async function post(
  run: DeliveryRun,
  kanaal: string,
  occurrences: readonly OutboxOccurrence[],
): Promise<PosterOutcome> {
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
export async function conclude(run: DeliveryRun, id: string, token: string, outcome: PosterOutcome): Promise<void> {
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
