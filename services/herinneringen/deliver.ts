import type { Kanaal } from '../kanalen/types.ts';
import { openBeurten } from './beurten.ts';
import type { DeliverParts, DeliveryReport, DeliveryRun } from './delivery-run.ts';
import { defaultDeliverLimits } from './delivery-run.ts';
import { escalationGround } from './escalation-check.ts';
import { createKnownOutcomes } from './known-outcomes.ts';
import { messagesOf } from './messages.ts';
import type { Anker, OutboxOccurrence } from './outbox.ts';
import { draftOf, eachOf, openOutbox, plannedAgain, storeWidth, withoutLease } from './outbox.ts';
import { trackName } from './plan.ts';
import { regelsById } from './regels.ts';
import { loadTellingRules } from './rules.ts';
import { conclude, sendTogether } from './send-once.ts';
import { sift } from './sift.ts';

/**
 * Brings what is due out of the door, once. Any number of processes may do this at the same time on one store.
 *
 * An occurrence goes planned → leased → posting → delivered | planned again | refused | uncertain. Each step is a
 * compare-and-replace on the version that was read, so of two workers one goes on; `posting` is written before the message leaves,
 * so a crash afterwards is seen as *uncertain* and never repeated. Several that are due in one kanaal leave as one message.
 */

/** How soon to look again at a kanaal in which another process is sending. */
const busyMs = 1_000;
const pageSize = 200;

/**
 * One round: what expired is released, what is due is sent. Does not throw for one kanaal; does when the store is gone.
 *
 * @param now the instant to which everything was planned
 */
export async function deliverDue(parts: DeliverParts, now = parts.clock.now()): Promise<DeliveryReport> {
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
  const rules = await loadTellingRules(parts.store);
  const { limits = defaultDeliverLimits, known = createKnownOutcomes() } = parts;
  const beurten = parts.beurten ?? openBeurten(parts.store, parts.newId());
  const run: DeliveryRun = { ...parts, limits, known, beurten, outbox, rules, report };
  await known.writeAll((id, token, outcome) => conclude(run, id, token, outcome));
  await releaseExpired(run);

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
async function releaseExpired(run: DeliveryRun): Promise<void> {
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

async function deliverKanaal(run: DeliveryRun, id: string, now: number): Promise<void> {
  if (!(await takeBeurt(run, id))) return;
  try {
    const kanaal = await run.kanalen.kanaal(id);
    if (kanaal !== undefined && run.isPlanned?.(kanaal) === false) return wakeWithin(run, 0);
    const send = await sortOut(run, id, kanaal, now);
    if (kanaal !== undefined)
      await sendAll(
        run,
        kanaal,
        send.filter((one) => one.due <= now),
      );
  } finally {
    await run.beurten.end(id);
  }
}

async function takeBeurt(run: DeliveryRun, kanaal: string): Promise<boolean> {
  const isOurs = await run.beurten.take(kanaal, run.clock.now(), run.limits.leaseMs);
  if (!isOurs) wakeWithin(run, busyMs);
  return isOurs;
}

function wakeWithin({ report, clock }: DeliveryRun, waitMs: number): void {
  report.wakeAt = Math.min(report.wakeAt ?? Number.POSITIVE_INFINITY, clock.now() + waitMs);
}

/** Decides about everything that has passed in a kanaal: what is not to be told is written down at once, the rest is given. */
async function sortOut(
  run: DeliveryRun,
  id: string,
  kanaal: Kanaal | undefined,
  now: number,
): Promise<readonly OutboxOccurrence[]> {
  const passed = await run.outbox.occurrences.find(
    { kanaal: id, state: 'planned', at: { $lte: now } },
    { sort: [['at', 1]] },
  );
  const ankers = new Map<string, Anker>();
  await eachOf([...new Set(passed.map(trackName))], storeWidth, async (track) => {
    const anker = await run.outbox.ankers.get(track);
    if (anker !== undefined) ankers.set(track, anker);
  });
  const regels = await regelsById(run.store, passed);
  const register = await run.register();
  const escalation = await escalationGround(run.rules.daysFor, run.outbox, register, passed);
  const { send, drop } = sift(passed, { register, kanaal, ankers, ladderFor: run.rules.ladderFor, regels, escalation });
  // Written before anything is leased, so that a worker that comes after us never finds an old step alone and tells it.
  await eachOf(drop, storeWidth, async ({ occurrence, state, reason }) => {
    const outcome = await run.outbox.occurrences.replace({ ...draftOf(occurrence), state, reason }, occurrence.version);
    run.report[outcome.kind === 'replaced' ? state : 'stale'] += 1;
  });
  return send;
}

async function sendAll(run: DeliveryRun, { _id, address }: Kanaal, due: readonly OutboxOccurrence[]): Promise<void> {
  for (const [index, message] of messagesOf(due, run.limits.digest).entries()) {
    // Kept anew for each message: many of them take longer than one lease.
    if (index > 0 && !(await takeBeurt(run, _id))) return;
    const wait = run.limiter.take(_id, address.tenantId);
    if (wait > 0) return wakeWithin(run, wait);
    try {
      await sendTogether(run, _id, message);
    } finally {
      run.limiter.ended(_id, address.tenantId);
    }
  }
}
