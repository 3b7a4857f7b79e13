import type { Kanaal } from '../kanalen/types.ts';
import type { RegisterView } from '../register/types.ts';
import { whyNot } from './follows.ts';
import type { Anker, OccurrenceReason, Outbox, OutboxOccurrence } from './outbox.ts';
import { draftOf, eachOf, putPlanned } from './outbox.ts';
import { trackName } from './plan.ts';
import type { Rules } from './rules.ts';
import type { OccurrenceState } from './types.ts';
import type { Wanted } from './wanted.ts';

/** What the planner writes: moments that are wanted are put in the outbox, and what stands there is brought in line with the rules. */

/** So many writes wait for the disk together: a whole register is planned at once. */
const width = 512;

/** What one planning run reads and counts. */
export interface PlanRun extends Rules {
  readonly register: RegisterView;
  readonly outbox: Outbox;
  /** Bound ones, by `_id`. */
  readonly kanalen: ReadonlyMap<string, Kanaal>;
  /** By track name. */
  readonly ankers: ReadonlyMap<string, Anker>;
  /** Epoch ms: everything up to and including `until` must stand in the outbox. */
  readonly now: number;
  readonly until: number;
  planned: number;
  cancelled: number;
}

/** Puts what is wanted in the outbox. `known`: how what was found there stood, by name; what is not in it is looked up. */
export async function makeAll(
  run: PlanRun,
  wanted: readonly Wanted[],
  kanaal: string,
  known: ReadonlyMap<string, OccurrenceState>,
): Promise<void> {
  const missing = wanted.filter(({ moment }) => (known.get(moment.name) ?? 'cancelled') === 'cancelled');
  await eachOf(missing, width, (one) => make(run, one, kanaal));
}

async function make(run: PlanRun, { moment, late }: Wanted, kanaal: string): Promise<void> {
  const { name, code, verband, kind, anchor, step, at } = moment;
  const isPlanned = await putPlanned(run.outbox.occurrences, {
    _id: name,
    code,
    verband,
    kind,
    anchor,
    step,
    at,
    due: at,
    kanaal,
    state: 'planned',
    attempts: 0,
    reactions: [],
    ...(late && { reason: 'bound-late' satisfies OccurrenceReason }),
  });
  if (isPlanned) run.planned += 1;
}

/** Cancels what no longer follows and moves what follows at another instant (a reces was set or taken away). */
export async function mend(run: PlanRun, existing: Iterable<OutboxOccurrence>): Promise<void> {
  const isOurs = (one: OutboxOccurrence): boolean => one.regel === undefined && one.escalatie === undefined;
  const stored = [...existing].filter((one) => one.state === 'planned' && isOurs(one));
  await eachOf(stored, width, async (current) => {
    const afspraak = run.register.afspraak(current.code);
    const reason = whyNot(current, {
      afspraak,
      kanaal: run.kanalen.get(current.kanaal),
      anker: run.ankers.get(trackName(current)),
      ladderFor: run.ladderFor,
    });
    if (reason !== undefined) {
      const cancelled = { ...draftOf(current), state: 'cancelled', reason } as const;
      const outcome = await run.outbox.occurrences.replace(cancelled, current.version);
      if (outcome.kind === 'replaced') run.cancelled += 1;
      return;
    }
    if (afspraak === undefined || current.postponedFrom !== undefined || current.asked) return;
    const at = run.calendarOf(afspraak).at(current.anchor, current.step);
    if (at === current.at) return;
    const due = Math.max(at, current.notBefore ?? at);
    await run.outbox.occurrences.replace({ ...draftOf(current), at, due }, current.version);
  });
}
