import { openBeurten } from './beurten.ts';
import { deliverDue } from './deliver.ts';
import type { DeliverParts, DeliveryReport } from './delivery-run.ts';
import type { EscalationPlanner } from './escalation-plan.ts';
import { createKnownOutcomes } from './known-outcomes.ts';
import { openOutbox } from './outbox.ts';
import type { Planner, PlanReport } from './planner.ts';
import { loadRules } from './rules.ts';

/** One turn of the wheel: plan, deliver, and say when the next thing is due. What the scheduler is given as its tick. */
export interface RoundParts extends DeliverParts {
  readonly planner: Planner;
  /** Civil time of the herinneringen: the zone that the planners were made with. */
  readonly timeZone: string;
  /** Absent: nobody is asked when a herinnering gets no reaction. */
  readonly escalations?: EscalationPlanner;
  /** Sets the clock right before each round (`SharedClock.sync`). */
  readonly sync?: () => Promise<void>;
  /** For the metrics. */
  readonly onReport?: (report: { readonly plan: PlanReport; readonly delivery: DeliveryReport }) => void;
}

/** The function gives the instant (epoch ms) at which the next occurrence is due or room for a held-back one is free. */
export function createRound(parts: RoundParts): () => Promise<number | undefined> {
  const { occurrences } = openOutbox(parts.store);
  const known = createKnownOutcomes();
  const beurten = openBeurten(parts.store, parts.newId());
  const isPlanned = parts.planner.isPlanned.bind(parts.planner);
  return async () => {
    await parts.sync?.();
    // One instant for all of it: what comes due after the planning may be superseded by what is not planned yet.
    const now = parts.clock.now();
    const rules = await loadRules(parts.store, parts.timeZone);
    const plan = await parts.planner.planAll(await parts.register(), now, rules);
    const escalate = async (at: number): Promise<void> =>
      void (await parts.escalations?.plan(await parts.register(), at, rules));
    await escalate(now);
    const delivery = await deliverDue({ known, beurten, isPlanned, ...parts }, now);
    // What was told just now shows at once what would follow.
    if (delivery.delivered > 0) await escalate(parts.clock.now());
    parts.onReport?.({ plan, delivery });
    const waiting = { state: 'planned', due: { $gt: parts.clock.now() } };
    const [next] = await occurrences.find(waiting, { sort: [['due', 1]], limit: 1 });
    const wishes = [next?.due, delivery.wakeAt].filter((one) => one !== undefined);
    return wishes.length === 0 ? undefined : Math.min(...wishes);
  };
}
