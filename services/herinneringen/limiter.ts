import type { Clock } from '../clock.ts';

/**
 * Keeps this process below what Teams accepts (FACTS: per bot per conversation 7 sends per 1 s, 8 per 2 s, 60 per 30 s, 1800 per
 * hour; 50 requests per second per tenant). Other processes have a count of their own; where they are over it together, Teams
 * answers 429 and {@link SendLimiter.pause} waits as long as it asks.
 */
export interface SendLimits {
  /** Each: at most `count` sends within `perMs`. */
  readonly perKanaal: readonly { readonly count: number; readonly perMs: number }[];
  readonly perTenant: readonly { readonly count: number; readonly perMs: number }[];
}

export const teamsLimits: SendLimits = {
  perKanaal: [
    { count: 7, perMs: 1_000 },
    { count: 8, perMs: 2_000 },
    { count: 60, perMs: 30_000 },
    { count: 1_800, perMs: 3_600_000 },
  ],
  perTenant: [{ count: 50, perMs: 1_000 }],
};

export interface SendLimiter {
  /** Takes room for one send now: 0; or how many ms to wait first, and then nothing was taken. */
  take(kanaal: string, tenant: string): number;
  /**
   * The send for which room was taken has come to an end. Teams counts when a request arrives, which is some time between the two:
   * a send counts as made this instant until it ends, and from then on as made when it ended.
   */
  ended(kanaal: string, tenant: string): void;
  /** Teams asked to wait: nothing to this kanaal for so long. */
  pause(kanaal: string, ms: number): void;
}

/** Sends of one kanaal or tenant: those under way, and the ends of the others in order of time, no older than the longest window. */
class Window {
  readonly #rules: SendLimits['perKanaal'];
  #ended: number[] = [];
  #underWay = 0;

  constructor(rules: SendLimits['perKanaal']) {
    this.#rules = rules;
  }

  /** The instant from which one more send fits every rule. */
  freeFrom(now: number): number {
    // A clock that was put back: what lies ahead of it would hold us up for as long as it was put back.
    if ((this.#ended.at(-1) ?? now) > now) this.#ended = this.#ended.filter((one) => one <= now);
    return this.#rules.reduce((free, { count, perMs }) => {
      const oldest = count <= this.#underWay ? now : this.#ended[this.#ended.length + this.#underWay - count];
      return oldest === undefined ? free : Math.max(free, oldest + perMs);
    }, 0);
  }

  begin(): void {
    this.#underWay += 1;
  }

  end(now: number): void {
    const longest = Math.max(...this.#rules.map((rule) => rule.perMs));
    const kept = this.#ended.findIndex((one) => one > now - longest);
    this.#ended = kept === -1 ? [] : this.#ended.slice(kept);
    this.#ended.push(now);
    this.#underWay -= 1;
  }

  isIdle(now: number): boolean {
    const last = this.#ended.at(-1);
    return this.#underWay === 0 && (last === undefined || this.#rules.every((rule) => last + rule.perMs <= now));
  }
}

export function createSendLimiter(clock: Clock, limits: SendLimits = teamsLimits): SendLimiter {
  const kanalen = new Map<string, Window>();
  const tenants = new Map<string, Window>();
  const pauses = new Map<string, number>();
  const mostKept = 10_000;

  /** Forgets who has been silent, so that a long life does not fill the memory. */
  function tidy(now: number): void {
    if (kanalen.size + pauses.size < mostKept) return;
    for (const [kanaal, window] of kanalen) if (window.isIdle(now)) kanalen.delete(kanaal);
    for (const [kanaal, until] of pauses) if (until <= now) pauses.delete(kanaal);
  }

  const windowOf = (windows: Map<string, Window>, key: string, rules: SendLimits['perKanaal']): Window => {
    const window = windows.get(key) ?? new Window(rules);
    windows.set(key, window);
    return window;
  };

  return {
    take(kanaal, tenant) {
      const now = clock.now();
      tidy(now);
      const ofKanaal = windowOf(kanalen, kanaal, limits.perKanaal);
      const ofTenant = windowOf(tenants, tenant, limits.perTenant);
      const free = Math.max(ofKanaal.freeFrom(now), ofTenant.freeFrom(now), pauses.get(kanaal) ?? 0);
      if (free > now) return free - now;
      ofKanaal.begin();
      ofTenant.begin();
      return 0;
    },
    ended(kanaal, tenant) {
      const now = clock.now();
      windowOf(kanalen, kanaal, limits.perKanaal).end(now);
      windowOf(tenants, tenant, limits.perTenant).end(now);
    },
    pause(kanaal, ms) {
      pauses.set(kanaal, Math.max(pauses.get(kanaal) ?? 0, clock.now() + ms));
    },
  };
}
