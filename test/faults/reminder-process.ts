import { createAdapter } from '../../bot/adapter.ts';
import type { GatePolicy } from '../../bot/gate.ts';
import { createSender } from '../../bot/send.ts';
import { systemClock } from '../../services/clock.ts';
import type { DeliveryReport } from '../../services/herinneringen/delivery-run.ts';
import { createSendLimiter } from '../../services/herinneringen/limiter.ts';
import { createPlanner } from '../../services/herinneringen/planner.ts';
import { createRound } from '../../services/herinneringen/round.ts';
import { startScheduler } from '../../services/herinneringen/scheduler.ts';
import { openKanalen } from '../../services/kanalen/kanalen.ts';
import { openMongoStore } from '../../services/opslag/mongo.ts';
import { loadRegister } from '../../services/register/register.ts';
import { cardOfOccurrences } from './told.ts';

/**
 * What a bot process does for reminders, by its own parts: register, planner, outbox, limiter, scheduler, the way out to the
 * connector. Without the chat, so that it starts fast enough to be killed often. Tells on stdout what each round did.
 */
const [, , settings = '{}'] = process.argv;
const { name, uri, database, leaseMs, postMs, digest } = JSON.parse(settings) as ReminderProcessSettings;

export interface ReminderProcessSettings {
  /** Begins the token of every lease it takes, and is told with every message. */
  readonly name: string;
  readonly uri: string;
  readonly database: string;
  readonly leaseMs: number;
  readonly postMs: number;
  readonly digest: number;
}

const timeZone = 'Europe/Amsterdam';
const policy: GatePolicy = { local: true, appId: '', issuer: '', tenants: new Set(), serviceHosts: new Set() };

const store = await openMongoStore(uri, database);
const register = await loadRegister(store, { timeZone });
const kanalen = openKanalen(store);
const sender = createSender(createAdapter({ botFramework: {}, callTimeoutMs: postMs - 500 }), policy);
const say = (told: unknown): void => void process.stdout.write(`${JSON.stringify(told)}\n`);
let tokens = 0;
const total: Record<string, number> = {};

const onFault = (fault: unknown): void => say({ fault: String(fault) });
startScheduler({
  tick: createRound({
    store,
    kanalen,
    register: () => register.refresh(),
    poster: {
      post: async (id, { occurrences }) => {
        const kanaal = await kanalen.kanaal(id);
        if (kanaal === undefined) return { kind: 'refused', permanent: true, reason: 'kanaal-gone' };
        return sender.post(kanaal.address, cardOfOccurrences(occurrences, name));
      },
    },
    clock: systemClock,
    newId: () => {
      tokens += 1;
      return `${name}/${tokens}`;
    },
    limiter: createSendLimiter(systemClock),
    planner: createPlanner({ store, kanalen, timeZone }),
    timeZone,
    limits: { leaseMs, postMs, digest, kanalenAtOnce: 4 },
    onFault,
    onReport: ({ delivery }) => {
      for (const key of ['delivered', 'stale', 'uncertain'] as const satisfies (keyof DeliveryReport)[]) {
        total[key] = (total[key] ?? 0) + delivery[key];
      }
      say({ total });
    },
  }),
  clock: systemClock,
  onFault,
  everyMs: 150,
});
say({ started: true });
