import { deliverDue } from '../../../services/herinneringen/deliver.ts';
import type { DeliverParts } from '../../../services/herinneringen/delivery-run.ts';
import { createSendLimiter, type SendLimits } from '../../../services/herinneringen/limiter.ts';
import { findAll, type OutboxOccurrence, openOutbox } from '../../../services/herinneringen/outbox.ts';
import type { VasteRegels } from '../../../services/herinneringen/plan-regels.ts';
import { createPlanner, type PlannerParts } from '../../../services/herinneringen/planner.ts';
import type { HerinneringMessage, Poster, PostOutcome } from '../../../services/herinneringen/types.ts';
import { instantAt } from '../../../services/kalender/civil-date.ts';
import { openKanalen } from '../../../services/kanalen/kanalen.ts';
import type { Address } from '../../../services/kanalen/types.ts';
import type { Draft, Store } from '../../../services/opslag/store.ts';
import { loadRegister } from '../../../services/register/register.ts';
import type { Afspraak } from '../../../services/register/types.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';

/** Everything herinneringen need around them, with a clock that the test moves and a Teams that only remembers. */

export const timeZone = 'Europe/Amsterdam';

export const addressOf = (conversation: string): Address => ({
  tenantId: 'tenant-een',
  conversationId: conversation,
  conversationType: 'channel',
  serviceUrl: 'https://smba.voorbeeld.example/',
  botId: '28:bot',
});

export interface Accepted {
  readonly kanaal: string;
  readonly codes: readonly string[];
  readonly message: HerinneringMessage;
  readonly at: number;
}

export type Answer = (kanaal: string, message: HerinneringMessage) => PostOutcome | Promise<PostOutcome>;

export function openTeams(now: () => number) {
  const accepted: Accepted[] = [];
  const accept: Answer = (kanaal, message) => {
    accepted.push({ kanaal, message, codes: message.occurrences.map((one) => one.code), at: now() });
    return { kind: 'accepted', activityId: `bericht-${accepted.length}`, conversationId: kanaal };
  };
  const teams = {
    accepted,
    accept,
    answer: accept,
    /** Names of everything that anybody has read, one for each time. */
    told: () => accepted.flatMap((one) => one.message.occurrences.map((occurrence) => occurrence._id)),
  };
  const poster: Poster = { post: async (kanaal, message) => teams.answer(kanaal, message) };
  return Object.assign(teams, { poster });
}

const noLimits: SendLimits = { perKanaal: [], perTenant: [] };

export interface StandOptions {
  readonly store?: Store;
  readonly limits?: SendLimits;
  readonly vasteRegels?: VasteRegels;
}

/** @param start `2026-11-23` or with a time of day in Amsterdam: `2026-11-23 08:00` */
export async function openStand(start: string, options: StandOptions = {}) {
  const [day = '', time = '08:00'] = start.split(' ');
  let now = instantAt(day, time, timeZone);
  const clock = { now: () => now };
  const store = options.store ?? openMemoryStore();
  const register = await loadRegister(store, { timeZone });
  const kanalen = openKanalen(store);
  const teams = openTeams(clock.now);
  const faults: unknown[] = [];
  let ids = 0;
  const plannerParts: PlannerParts = {
    store,
    kanalen,
    timeZone,
    ...(options.vasteRegels && { vasteRegels: options.vasteRegels }),
  };
  let planner = createPlanner(plannerParts);
  const outbox = openOutbox(store);

  /** What one process needs for itself; two of them race on the same store. */
  const worker = (changes: Partial<DeliverParts> = {}): DeliverParts => ({
    store,
    kanalen,
    register: () => register.refresh(),
    poster: teams.poster,
    clock,
    newId: () => {
      ids += 1;
      return `token-${ids}`;
    },
    limiter: createSendLimiter(clock, options.limits ?? noLimits),
    onFault: (fault) => faults.push(fault),
    ...changes,
  });
  let own = worker();

  const stand = {
    clock,
    store,
    register,
    kanalen,
    teams,
    faults,
    outbox,
    worker,
    setTime(when: string) {
      const [toDay = '', at = '08:00'] = when.split(' ');
      now = instantAt(toDay, at, timeZone);
    },
    pass(ms: number) {
      now += ms;
    },
    /** A new process: nothing of what the old one held in memory is left. */
    restart() {
      planner = createPlanner(plannerParts);
      own = worker();
    },
    async addAfspraak(afspraak: Partial<Draft<Afspraak>> & { readonly _id: string }) {
      const draft: Draft<Afspraak> = {
        titel: `Afspraak ${afspraak._id}`,
        soort: 'dvo',
        verband: 'v1',
        partijen: ['gm0106'],
        status: 'lopend',
        rapportageAan: [],
        vertrouwelijkheid: 'intern',
        ...afspraak,
      };
      await register.saveAfspraak(draft, 'new', { naam: 'Tester', via: 'test' }, now);
    },
    async changeAfspraak(code: string, changes: Partial<Afspraak>) {
      const current = register.view().afspraak(code);
      if (current === undefined) throw new TypeError(`no afspraak ${code}`);
      const { version, ...draft } = current;
      await register.saveAfspraak({ ...draft, ...changes }, version, { naam: 'Tester', via: 'test' }, now);
    },
    async bind(conversation: string, verband = 'v1') {
      const { _id } = await kanalen.keepAddress(addressOf(conversation), { now });
      await kanalen.bindVerband(_id, verband, now);
      return _id;
    },
    plan: async () => planner.planAll(await register.refresh(), now),
    deliver: () => deliverDue(own),
    async round() {
      await stand.plan();
      return deliverDue(own);
    },
    all: (): Promise<readonly OutboxOccurrence[]> => findAll(outbox.occurrences, {}, [['at', 1]]),
    /** `step state` (and the reason) of every stored occurrence of a code, in order of time. */
    async steps(code: string) {
      const all = await findAll(outbox.occurrences, { code }, [['at', 1]]);
      return all.map((one) => [one.step, one.state, ...(one.reason === undefined ? [] : [one.reason])].join(' '));
    },
  };
  return stand;
}
