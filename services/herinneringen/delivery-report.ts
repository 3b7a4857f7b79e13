import type { Kanalen } from '../kanalen/kanalen.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Store } from '../opslag/store.ts';
import { findLostMessages, type LostMessage } from './lost-messages.ts';
import { findAll, type OutboxOccurrence, openOutbox } from './outbox.ts';
import type { DeliveryDecision, OccurrenceState } from './types.ts';

/**
 * What became of the herinneringen of a kanaal and of the other kanalen of its verbanden: for whoever asks `herinneringen status`.
 * Reads what it needs of a month, so call it at the pace of people.
 */

export const reportedDays = 30;
const dayMs = 86_400_000;

/** How many were not told for one reason. `reason`: a word of OccurrenceReason, or '' where none was kept. */
export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

export interface Decided {
  readonly decision: DeliveryDecision;
  /** What was in the message. */
  readonly occurrences: readonly OutboxOccurrence[];
}

export interface DeliveryReportView {
  /** Left in the last {@link reportedDays} days, however old its own moment. */
  readonly sent: number;
  /** Not told, with why; most first. */
  readonly skipped: readonly ReasonCount[];
  readonly cancelled: readonly ReasonCount[];
  /** Their moment has come and they have not left yet, however old: Teams asked to wait, or could not be reached. */
  readonly pending: {
    readonly count: number;
    /** Epoch ms of the first next attempt; absent where nothing has to be waited for. */
    readonly again?: number;
  };
  /** Wait for a person, however old; latest first. */
  readonly lost: readonly LostMessage[];
  /** About which somebody decided in that time; the latest decision first. */
  readonly decided: readonly Decided[];
  /** Every kanaal that was looked at, by `_id`. */
  readonly kanalen: ReadonlyMap<string, Kanaal>;
}

/** Kanalen whose herinneringen are reported here: this one, and those of its verbanden, removed ones too. */
async function reportedKanalen(kanaal: Kanaal, kanalen: Kanalen): Promise<readonly Kanaal[]> {
  if (kanaal.verbanden.length === 0) return [kanaal];
  const bound = await kanalen.boundKanalen();
  const others = bound.filter(
    ({ _id, verbanden }) => _id !== kanaal._id && verbanden.some((verband) => kanaal.verbanden.includes(verband)),
  );
  return [kanaal, ...others];
}

/** Of another kanaal only what is about a verband of this one: its own rules are its own business. */
export const isReportedIn = (kanaal: Kanaal, one: OutboxOccurrence): boolean =>
  one.kanaal === kanaal._id || (one.regel === undefined && kanaal.verbanden.includes(one.verband));

/** @param now epoch ms */
export async function readDeliveryReport(
  parts: { readonly store: Store; readonly kanalen: Kanalen },
  kanaal: Kanaal,
  now: number,
): Promise<DeliveryReportView> {
  const looked = await reportedKanalen(kanaal, parts.kanalen);
  const { occurrences } = openOutbox(parts.store);
  const window = { $gt: now - reportedDays * dayMs, $lte: now };
  const [lost, ...stored] = await Promise.all([
    findLostMessages(
      parts.store,
      looked.map(({ _id }) => _id),
      (one) => isReportedIn(kanaal, one),
    ),
    ...looked.flatMap(({ _id }) => [
      findAll(occurrences, { kanaal: _id, at: window }, [['at', 1]]),
      // A step that had passed before its afspraak or kanaal came, or while nothing could leave, is told long after its own moment.
      findAll(occurrences, { kanaal: _id, at: { $lte: window.$gt }, postedAt: window }, [['at', 1]]),
    ]),
  ]);
  const shown = stored.flat().filter((one) => isReportedIn(kanaal, one));
  const due = await Promise.all(
    looked.flatMap(({ _id }) =>
      underWay.map((state) => findAll(occurrences, { kanaal: _id, state, at: { $lte: now } }, [['at', 1]])),
    ),
  );
  return {
    pending: pendingOf(due.flat().filter((one) => isReportedIn(kanaal, one))),
    sent: shown.filter(wasSent).length,
    skipped: reasonsOf(shown, 'skipped'),
    cancelled: reasonsOf(shown, 'cancelled'),
    lost,
    decided: decidedOf(shown),
    kanalen: new Map(looked.map((one) => [one._id, one])),
  };
}

const underWay = ['planned', 'leased', 'posting'] as const satisfies OccurrenceState[];

function pendingOf(due: readonly OutboxOccurrence[]): DeliveryReportView['pending'] {
  const waits = due.flatMap(({ notBefore }) => notBefore ?? []);
  return { count: due.length, ...(waits.length > 0 && { again: Math.min(...waits) }) };
}

/** After Klaar a herinnering is settled whether it had been told or not. */
const wasSent = ({ state, activityId }: OutboxOccurrence): boolean =>
  state === 'delivered' || (state === 'settled' && activityId !== undefined);

function reasonsOf(shown: readonly OutboxOccurrence[], state: OccurrenceState): readonly ReasonCount[] {
  const counts = new Map<string, number>();
  for (const one of shown)
    if (one.state === state) counts.set(one.reason ?? '', (counts.get(one.reason ?? '') ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((one, other) => other.count - one.count);
}

function decidedOf(shown: readonly OutboxOccurrence[]): readonly Decided[] {
  const all = new Map<string, Decided>();
  for (const one of shown) {
    const decision = one.decisions?.at(-1);
    if (decision === undefined) continue;
    const key = `${one.kanaal} ${decision.deed} ${decision.at}`;
    all.set(key, { decision, occurrences: [...(all.get(key)?.occurrences ?? []), one] });
  }
  return [...all.values()].sort((one, other) => other.decision.at - one.decision.at);
}
