import type { SendLimits } from '../../services/herinneringen/limiter.ts';

/** What a receiver counts: the requests of each conversation, or of each tenant, against the windows that Teams allows. */
export function countArrivals(rules: SendLimits['perKanaal']) {
  const arrivals = new Map<string, number[]>();
  return {
    /** Gives what was broken by this one more. */
    arrive(key: string, at: number): string | undefined {
      const known = arrivals.get(key) ?? [];
      known.push(at);
      arrivals.set(key, known);
      const broken = rules.find(({ count, perMs }) => at - (known[known.length - 1 - count] ?? -perMs) < perMs);
      return broken === undefined ? undefined : `${key}: more than ${broken.count} within ${broken.perMs} ms`;
    },
  };
}
