import type { Clock } from '../clock.ts';

/**
 * Runs planning and delivery again and again in this process, one after the other, for as long as it lives. It holds no plan of
 * its own: what is due stands in the store, so a run that is late or lost is made good by the next.
 */

export interface SchedulerParts {
  /** One round. Gives the instant (epoch ms) at which it would like to be run again, or nothing. */
  readonly tick: () => Promise<number | undefined>;
  readonly clock: Clock;
  /** The longest pause between two rounds, ms. */
  readonly everyMs?: number;
  /** A round that failed; the next one comes as planned. */
  readonly onFault: (fault: unknown) => void;
}

export interface Scheduler {
  /** Something changed that need not wait for the next round (a binding, a date). */
  wake(): void;
  /** No round starts any more; resolves when the running one has ended. */
  stop(): Promise<void>;
  /** For `/ready`: instants (epoch ms) of the last round that succeeded and the last that failed. */
  status(): { readonly succeededAt?: number; readonly failedAt?: number };
}

/** Not sooner than this after a round, whatever it asks, so that a mistake cannot keep a machine busy. */
const shortestPauseMs = 50;

/** The first round starts at once. */
export function startScheduler({ tick, clock, everyMs = 30_000, onFault }: SchedulerParts): Scheduler {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;
  let isAwake = false;
  const status: { succeededAt?: number; failedAt?: number } = {};

  const pauseUntil = (wanted: number | undefined): number => {
    if (isAwake) return shortestPauseMs;
    if (wanted === undefined) return everyMs;
    return Math.min(everyMs, Math.max(shortestPauseMs, wanted - clock.now()));
  };

  async function round(): Promise<void> {
    isAwake = false;
    let wanted: number | undefined;
    try {
      wanted = await tick();
      status.succeededAt = clock.now();
    } catch (fault) {
      status.failedAt = clock.now();
      onFault(fault);
    }
    running = undefined;
    schedule(pauseUntil(wanted));
  }

  function schedule(pauseMs: number): void {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = round();
    }, pauseMs);
  }

  running = round();
  return {
    wake() {
      isAwake = true;
      if (running !== undefined) return;
      clearTimeout(timer);
      schedule(0);
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
    status: () => ({ ...status }),
  };
}
