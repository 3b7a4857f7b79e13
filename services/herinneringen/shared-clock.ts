import type { Clock } from '../clock.ts';
import type { Store } from '../opslag/store.ts';

/**
 * The clock of everything that is due. Several processes share the work, and the one whose own clock runs ahead would send
 * everything early; so they go by the clock of the store that they share, and between two looks at it by the time that has passed
 * here, which no correction of the system's clock touches. On a store of this process alone, or one that does not tell the time,
 * it is this process's own clock.
 */
export interface SharedClock extends Clock {
  /** Looks at the store's clock. Call before each round; rejects when the store is away. */
  sync(): Promise<void>;
}

/** @param elapsed milliseconds since any fixed moment, never set back or forth (`performance.now`) */
export function createSharedClock(store: Pick<Store, 'serverTime'>, own: Clock, elapsed: () => number): SharedClock {
  let last: { readonly time: number; readonly seen: number } | undefined;
  return {
    async sync() {
      const time = await store.serverTime?.();
      // Counted from when the answer came, not from when it was given: late by the time of one answer, never early.
      last = time === undefined ? undefined : { time, seen: elapsed() };
    },
    now: () => (last === undefined ? own.now() : Math.floor(last.time + elapsed() - last.seen)),
  };
}
