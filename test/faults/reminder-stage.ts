import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { findAll, type Outbox, type OutboxOccurrence, openOutbox } from '../../services/herinneringen/outbox.ts';
import { addTo, dayAt } from '../../services/kalender/civil-date.ts';
import { openKanalen } from '../../services/kanalen/kanalen.ts';
import { openMongoStore } from '../../services/opslag/mongo.ts';
import type { Store } from '../../services/opslag/store.ts';
import { loadRegister, type Register } from '../../services/register/register.ts';
import { type RunningProcess, startScript } from '../fakes/bot-process.ts';
import { FakeConnector } from '../fakes/connector.ts';
import { startMongo } from '../servers/mongo-server.ts';
import type { ReminderProcessSettings } from './reminder-process.ts';
import { type Told, toldIn } from './told.ts';

/** Several real processes on one MongoDB, one connector that remembers everything it accepted, and afspraken that come in all the time. */
export interface ReminderProcess extends RunningProcess {
  readonly name: string;
}

const timeZone = 'Europe/Amsterdam';

export class ReminderStage {
  readonly connector: FakeConnector;
  readonly outbox: Outbox;
  readonly processes = new Set<ReminderProcess>();
  /** Each is called when a message stands in the channel, before its sender hears of it. */
  readonly listeners = new Set<(activity: Record<string, unknown>) => void>();
  readonly #store: Store;
  readonly #register: Register;
  readonly #settings: Omit<ReminderProcessSettings, 'name'>;
  readonly #verbanden: number;
  #started = 0;
  #afspraken = 0;

  private constructor(
    connector: FakeConnector,
    store: Store,
    register: Register,
    settings: Omit<ReminderProcessSettings, 'name'>,
    verbanden: number,
  ) {
    this.connector = connector;
    this.#store = store;
    this.#register = register;
    this.#settings = settings;
    this.#verbanden = verbanden;
    this.outbox = openOutbox(store);
    connector.onAccepted = (activity) => {
      for (const listen of this.listeners) listen(activity);
    };
  }

  /** @param kanalen each bound to a verband of its own */
  static async open(
    kanalen: number,
    limits: { leaseMs: number; postMs: number; digest: number },
  ): Promise<ReminderStage> {
    const server = await startMongo();
    if ('unavailable' in server) throw new TypeError(server.unavailable);
    const database = `ketenregie-faults-${randomUUID().slice(0, 8)}`;
    const store = await openMongoStore(server.uri, database);
    const connector = await FakeConnector.start();
    const known = openKanalen(store);
    for (let number = 0; number < kanalen; number += 1) {
      const { _id } = await known.keepAddress(
        {
          // Each of its own, so that the limit of a tenant does not set the pace.
          tenantId: `tenant-${number}`,
          conversationId: `19:kanaal-${number}@thread.tacv2`,
          conversationType: 'groupChat',
          serviceUrl: connector.serviceUrl,
          botId: '28:bot',
        },
        { now: Date.now() },
      );
      await known.bindVerband(_id, `v${number}`, Date.now());
    }
    const register = await loadRegister(store, { timeZone });
    return new ReminderStage(connector, store, register, { ...limits, uri: server.uri, database }, kanalen);
  }

  /** A new process; resolves when it is at work. */
  async start(): Promise<ReminderProcess> {
    this.#started += 1;
    const name = `p${this.#started}`;
    const settings: ReminderProcessSettings = { ...this.#settings, name };
    const running = startScript('test/faults/reminder-process.ts', [JSON.stringify(settings)], {});
    const one = { ...running, name };
    this.processes.add(one);
    while (!one.output.some((line) => line.includes('"started"'))) {
      if (one.child.exitCode !== null) throw new TypeError(`a process ended: ${one.errors.join('\n')}`);
      await wait(20);
    }
    return one;
  }

  /** Afspraken that are due at once: their step lay before they were known. Gives the name of each one's occurrence. */
  async add(count: number): Promise<void> {
    const herijking = addTo(dayAt(Date.now(), timeZone), { days: 40 });
    for (let added = 0; added < count; added += 1) {
      this.#afspraken += 1;
      await this.#register.saveAfspraak(
        {
          _id: `AFS-2026-${String(this.#afspraken).padStart(5, '0')}`,
          titel: `Afspraak ${this.#afspraken}`,
          soort: 'dvo',
          verband: `v${this.#afspraken % this.#verbanden}`,
          partijen: ['gm0106'],
          status: 'lopend',
          herijking,
          rapportageAan: [],
          vertrouwelijkheid: 'intern',
        },
        'new',
        { naam: 'Tester', via: 'test' },
        Date.now(),
      );
    }
  }

  get afspraken(): number {
    return this.#afspraken;
  }

  /** Every occurrence that was due. */
  async due(): Promise<readonly OutboxOccurrence[]> {
    const all = await findAll(this.outbox.occurrences, {});
    return all.filter((one) => one.at <= Date.now());
  }

  /** What this process holds at this moment in this state. */
  async heldBy({ name }: ReminderProcess, state: 'leased' | 'posting'): Promise<readonly OutboxOccurrence[]> {
    const all = await findAll(this.outbox.occurrences, { state });
    return all.filter((one) => one.lease?.token.startsWith(`${name}/`) ?? false);
  }

  /** Everything that was accepted, oldest first. */
  told(): readonly (Told & { readonly activityId: string })[] {
    return this.connector.delivered.flatMap(({ activity, activityId }) => {
      const told = toldIn(activity);
      return told === undefined ? [] : [{ ...told, activityId }];
    });
  }

  /** Until nothing is on its way any more. */
  async settled(limitMs: number): Promise<boolean> {
    const end = Date.now() + limitMs;
    while (Date.now() < end) {
      const due = await this.due();
      const open = due.filter(({ state }) => state === 'planned' || state === 'leased' || state === 'posting');
      if (due.length >= this.#afspraken && open.length === 0) return true;
      await wait(300);
    }
    return false;
  }

  /** What must hold whatever happened: each told at most once, and each told or known to be uncertain. */
  async account(): Promise<{
    readonly lost: readonly string[];
    readonly double: readonly string[];
    readonly uncertain: readonly string[];
  }> {
    const counts = new Map<string, number>();
    for (const { ids } of this.told()) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    const due = await this.due();
    const uncertain = due.filter(({ state }) => state === 'uncertain').map(({ _id }) => _id);
    const unsure = new Set(uncertain);
    const lost = due
      .filter(({ _id }) => !counts.has(_id) && !unsure.has(_id))
      .map(({ _id, state }) => `${_id} ${state}`);
    const missing = this.#afspraken - due.length;
    if (missing > 0) lost.push(`${missing} were never planned`);
    return { lost, double: [...counts].filter(([, count]) => count > 1).map(([id]) => id), uncertain };
  }

  async close(): Promise<void> {
    for (const { child, ended } of this.processes) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      await ended;
    }
    await this.connector.stop();
    await this.#store.close();
  }
}
