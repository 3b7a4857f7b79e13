import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../services/clock.ts';
import { deliveryCounts } from '../services/herinneringen/counts.ts';
import type { DeliveryReport } from '../services/herinneringen/delivery-run.ts';
import type { Store } from '../services/opslag/store.ts';

/** `/metrics`: what whoever runs the bot watches. Counts and durations alone. */
export interface Metrics {
  /** @param ms duration of the whole turn */
  turn(outcome: 'answered' | 'stopped' | 'failed', ms: number): void;
  /** What one round of reminders did. */
  delivered(report: DeliveryReport): void;
  text(): Promise<{ readonly contentType: string; readonly text: string }>;
}

const countedOutcomes = [
  'delivered',
  'retried',
  'refused',
  'uncertain',
  'skipped',
  'cancelled',
] as const satisfies readonly (keyof DeliveryReport)[];

export function createMetrics({ store, clock }: { readonly store: Store; readonly clock: Clock }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Counter({
    name: 'ketenregie_turns_total',
    help: 'Activities received, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'ketenregie_turn_seconds',
    help: 'Duration of a turn',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 15],
    registers,
  });
  const occurrences = new Gauge({
    name: 'ketenregie_herinneringen',
    help: 'Occurrences of reminders, by state',
    labelNames: ['state'],
    registers,
  });
  const outcomes = new Counter({
    name: 'ketenregie_herinneringen_total',
    help: 'Reminders by what became of them, since the start',
    labelNames: ['outcome'],
    registers,
  });
  // A rate can only be taken of a series that was there before the first of them.
  for (const outcome of countedOutcomes) outcomes.inc({ outcome }, 0);
  const oldest = new Gauge({
    name: 'ketenregie_herinnering_oldest_due_seconds',
    help: 'Age of the oldest reminder that is due and not sent',
    registers,
  });
  return {
    turn: (outcome, ms) => {
      turns.inc({ outcome });
      durations.observe(ms / 1000);
    },
    delivered: (report) => {
      for (const outcome of countedOutcomes) outcomes.inc({ outcome }, report[outcome]);
    },
    text: async () => {
      const counts = await deliveryCounts(store, clock.now());
      for (const [state, count] of Object.entries(counts.states)) occurrences.set({ state }, count);
      oldest.set(counts.oldestDueMs / 1000);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
