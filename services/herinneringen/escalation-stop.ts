import type { Draft } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import type { Outbox, OutboxOccurrence } from './outbox.ts';
import { draftOf, findTrack } from './outbox.ts';
import type { Occurrence } from './types.ts';

/**
 * Somebody reacted: what would have been asked about this date is taken back at once, in every kanaal. Delivery asks whether somebody
 * reacted as well, so a process that dies before this has done no harm.
 */
export async function stopEscalations(
  outbox: Outbox,
  about: Pick<Occurrence, 'code' | 'kind' | 'anchor' | 'regel'>,
): Promise<void> {
  for (const one of await findTrack(outbox, about)) {
    if (one.escalatie === undefined || one.state !== 'planned') continue;
    await change(outbox.occurrences, one._id, (current): Draft<OutboxOccurrence> | undefined =>
      current.state === 'planned' ? { ...draftOf(current), state: 'cancelled', reason: 'answered' } : undefined,
    );
  }
}
