import type { Clock } from '../clock.ts';
import type { Draft } from '../opslag/store.ts';
import type { SendLimiter } from './limiter.ts';
import type { OccurrenceReason, OutboxOccurrence } from './outbox.ts';
import { withoutLease } from './outbox.ts';
import type { PosterOutcome } from './types.ts';

const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

const backoffMs = (attempts: number): number => Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempts, 10));

/** What an occurrence becomes, and what that counts as. A wait that Teams asks for holds back its whole kanaal. */
export function afterPost(
  { clock, limiter }: { readonly clock: Clock; readonly limiter: SendLimiter },
  current: OutboxOccurrence,
  outcome: PosterOutcome,
): { next: Draft<OutboxOccurrence>; count: 'delivered' | 'refused' | 'retried' | 'uncertain' | 'skipped' } {
  const { notBefore: _, ...free } = withoutLease(current);
  const isSettled = current.state === 'settled';
  switch (outcome.kind) {
    case 'accepted': {
      const { activityId, conversationId } = outcome;
      return {
        next: { ...free, state: isSettled ? 'settled' : 'delivered', activityId, conversationId },
        count: 'delivered',
      };
    }
    case 'uncertain':
      return {
        next: isSettled ? free : { ...free, state: 'uncertain', reason: outcome.reason },
        count: 'uncertain',
      };
    case 'nothing':
      return {
        next: { ...free, state: 'skipped', reason: 'nothing-to-tell' satisfies OccurrenceReason },
        count: 'skipped',
      };
    case 'refused': {
      if (isSettled) return { next: free, count: 'refused' };
      if (outcome.permanent) return { next: { ...free, state: 'refused', reason: outcome.reason }, count: 'refused' };
      const wait = outcome.retryAfterMs ?? backoffMs(current.attempts - 1);
      if (outcome.retryAfterMs !== undefined) limiter.pause(current.kanaal, wait);
      const notBefore = clock.now() + wait;
      return { next: { ...free, state: 'planned', notBefore, due: notBefore }, count: 'retried' };
    }
  }
}
