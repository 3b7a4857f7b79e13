import type { Draft, Store } from '../opslag/store.ts';
import { findAll, type Outbox, type OutboxOccurrence, openOutbox, withoutLease } from './outbox.ts';
import type { DeliveryDecision } from './types.ts';

/**
 * Messages of which the bot does nothing more: refused for good, or uncertain. Several herinneringen that left together are one
 * message, and were lost or not together; so a person decides about the message. Called by the report of `herinneringen status`.
 */

/** States that wait for a person. */
const lostStates = ['uncertain', 'refused'] as const;
type LostState = (typeof lostStates)[number];

export interface LostMessage {
  readonly state: LostState;
  readonly kanaal: string;
  /** What was in it, oldest first; never empty. */
  readonly occurrences: readonly OutboxOccurrence[];
}

/** Which message a button is about: one herinnering in it, and which attempt to send that one it was. */
export interface LostRef {
  readonly occurrence: string;
  readonly attempt: number;
}

const isLost = (state: string): state is LostState => lostStates.some((each) => each === state);

/** Every such message of these kanalen, latest first, however old. `isShown`: whether the asker may see this one. */
export async function findLostMessages(
  store: Store,
  kanalen: readonly string[],
  isShown: (occurrence: OutboxOccurrence) => boolean,
): Promise<readonly LostMessage[]> {
  const { occurrences } = openOutbox(store);
  const finds = kanalen.flatMap((kanaal) =>
    lostStates.map((state) => findAll(occurrences, { kanaal, state }, [['at', 1]])),
  );
  const messages = new Map<string, LostMessage>();
  for (const one of (await Promise.all(finds)).flat()) {
    if (!isLost(one.state) || !isShown(one)) continue;
    const key = `${one.kanaal} ${one.state} ${one.postedAt ?? one._id}`;
    const known = messages.get(key)?.occurrences ?? [];
    messages.set(key, { state: one.state, kanaal: one.kanaal, occurrences: [...known, one] });
  }
  return [...messages.values()].sort((one, other) => momentOf(other) - momentOf(one));
}

/** When it was posted; epoch ms. */
export const momentOf = ({ occurrences: [first] }: LostMessage): number => first?.postedAt ?? first?.at ?? 0;

export interface LostDecision extends LostRef, DeliveryDecision {}

/** `outdated`: somebody decided before, or it was sent again since. Nothing was changed. */
export type DecideOutcome =
  | { readonly kind: 'decided'; readonly count: number }
  | { readonly kind: 'unknown' | 'outdated' };

/**
 * **Staat er** and **Stuur opnieuw**. Which attempt it was is part of the press, so a button that is pressed or delivered twice, or
 * lies on an old card, sends nothing again.
 */
export async function decideLost(
  store: Store,
  { occurrence, attempt, ...decision }: LostDecision,
): Promise<DecideOutcome> {
  const outbox = openOutbox(store);
  const first = await outbox.occurrences.get(occurrence);
  if (first === undefined) return { kind: 'unknown' };
  if (first.attempts !== attempt || !mayDecide(first, decision)) return { kind: 'outdated' };
  // Of two who press at once, the one who gets the first herinnering decides about the rest of the message too.
  if (!(await write(outbox, first, decision))) return { kind: 'outdated' };
  const { kanaal, state, postedAt } = first;
  const rest = (await findAll(outbox.occurrences, { kanaal, state }, [['at', 1]])).filter(
    (one) => postedAt !== undefined && one.postedAt === postedAt,
  );
  let count = 1;
  for (const one of rest) if (await write(outbox, one, decision)) count += 1;
  return { kind: 'decided', count };
}

/** What was refused certainly does not stand there. */
const mayDecide = ({ state }: OutboxOccurrence, { deed }: DeliveryDecision): boolean =>
  state === 'uncertain' || (state === 'refused' && deed === 'opnieuw');

async function write(outbox: Outbox, one: OutboxOccurrence, decision: DeliveryDecision): Promise<boolean> {
  const { reason: _, notBefore: __, ...free } = withoutLease(one);
  const decisions = [...(one.decisions ?? []), decision];
  const next: Draft<OutboxOccurrence> =
    decision.deed === 'staat_er'
      ? { ...free, decisions, state: 'delivered', due: decision.at }
      : { ...free, decisions, state: 'planned', due: decision.at };
  return (await outbox.occurrences.replace(next, one.version)).kind === 'replaced';
}
