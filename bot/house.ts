import { randomBytes } from 'node:crypto';
import { createAgenda } from '../services/agenda/agenda.ts';
import { openAgendalinks } from '../services/agenda/links.ts';
import { openBesluitenregister } from '../services/besluiten/besluitenregister.ts';
import type { Clock, NewId } from '../services/clock.ts';
import { systemClock } from '../services/clock.ts';
import { createEscalationPlanner } from '../services/herinneringen/escalation-plan.ts';
import { createSendLimiter } from '../services/herinneringen/limiter.ts';
import { createPlanner } from '../services/herinneringen/planner.ts';
import { createRound } from '../services/herinneringen/round.ts';
import { startScheduler } from '../services/herinneringen/scheduler.ts';
import { createSharedClock } from '../services/herinneringen/shared-clock.ts';
import { openKanalen } from '../services/kanalen/kanalen.ts';
import { openStore } from '../services/opslag/open-store.ts';
import type { Store } from '../services/opslag/store.ts';
import { vasteRegelsFor } from '../services/overzicht/vaste-regels.ts';
import { loadRegister } from '../services/register/register.ts';
import type { Language } from '../services/taal/language.ts';
import { openConversations } from '../services/vragen/conversation.ts';
import { createEngine } from '../services/vragen/engine.ts';
import { openMisvragen } from '../services/vragen/misses.ts';
import { openNotities } from '../services/vragen/notes.ts';
import { openProposals } from '../services/wijzigen/proposals.ts';
import { type CredentialsFactory, channelIssuer, createAdapter } from './adapter.ts';
import type { Config } from './config.ts';
import { type GatePolicy, isLoopback, passGate, teamsServiceHosts } from './gate.ts';
import { createInbox } from './inbox.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { Parts } from './parts.ts';
import { createPoster } from './posting.ts';
import { createSender } from './send.ts';
import { type HttpReply, startServer } from './server.ts';
import { createTurn } from './turn.ts';

/** The composition root: every part is made once, by a plain call, and stopped in the other order. */
export interface House {
  readonly address: string;
  /** For the demo, which fills an empty register. */
  readonly parts: Parts;
  /** Finishes what is running, then lets go of everything. */
  stop(): Promise<void>;
}

/** What a test may put in the place of the world outside. */
export interface Outside {
  readonly store?: Store;
  readonly clock?: Clock;
  readonly newId?: NewId;
  readonly credentials?: CredentialsFactory;
  /** Limit of one call to the connector, ms. */
  readonly callTimeoutMs?: number;
  /** Stands in for the locale of a client that does not tell the person's own. */
  readonly clientLanguage?: Language;
  /** The longest pause between two rounds of reminders, ms. */
  readonly roundMs?: number;
}

const callTimeoutMs = 15_000;
/** Heals what a process left behind that died between two writes; see `Register.reconcile`. */
const reconcileMs = 10 * 60 * 1000;

export async function openHouse(config: Config, log: Log, outside: Outside = {}): Promise<House> {
  const clock = outside.clock ?? systemClock;
  const newId = outside.newId ?? (() => randomBytes(18).toString('base64url'));
  const store = outside.store ?? (await openStore(config.store));
  const { timeZone } = config;

  const register = await loadRegister(store, { timeZone });
  const kanalen = openKanalen(store);
  const besluiten = openBesluitenregister({ store, clock, timeZone, random: randomBytes });
  const onFault = (fault: unknown): void => log.fault(fault);
  const memory = openConversations(store, onFault);
  const engine = createEngine({ register, besluiten, memory, notities: openNotities(store) });
  const proposals = openProposals({ store, register, newId });
  const agendalinks = openAgendalinks({ store, newId });

  const policy = policyOf(config);
  const adapter = createAdapter({
    botFramework: botFrameworkOf(config),
    callTimeoutMs: outside.callTimeoutMs ?? callTimeoutMs,
    ...(outside.credentials !== undefined && { credentials: outside.credentials }),
  });
  const sender = createSender(adapter, policy);
  const metrics = createMetrics({ store, clock });

  const dueClock = createSharedClock(outside.clock === undefined ? store : {}, clock, () => performance.now());
  const scheduler = startScheduler({
    tick: createRound({
      store,
      kanalen,
      register: () => register.refresh(),
      poster: createPoster({ store, kanalen, register, besluiten, sender, clock, timeZone }),
      clock: dueClock,
      sync: () => dueClock.sync(),
      newId,
      limiter: createSendLimiter(dueClock),
      escalations: createEscalationPlanner({ store, kanalen, timeZone }),
      planner: createPlanner({ store, kanalen, timeZone, vasteRegels: vasteRegelsFor(timeZone) }),
      timeZone,
      onFault,
      onReport: ({ delivery }) => {
        metrics.delivered(delivery);
        if (delivery.uncertain > 0) log.warn('reminders-uncertain', { count: delivery.uncertain });
        if (delivery.refused > 0) log.warn('reminders-refused', { count: delivery.refused });
        if (delivery.messages > 0) log.event('reminders', { count: delivery.delivered, total: delivery.messages });
      },
    }),
    clock: dueClock,
    onFault,
    ...(outside.roundMs !== undefined && { everyMs: outside.roundMs }),
  });
  const tidy = async (): Promise<void> => {
    await register.reconcile();
    await proposals.forget(clock.now());
    await openMisvragen(store, newId).blankOld(clock.now());
  };
  const reconcile = setInterval(() => void tidy().catch(onFault), reconcileMs);

  const parts: Parts = {
    store,
    register,
    kanalen,
    besluiten,
    engine,
    proposals,
    agendalinks,
    clock,
    newId,
    timeZone,
    log,
    wake: () => scheduler.wake(),
    // Alone on this machine the bot's own address is where people are.
    publicUrl: () => config.publicUrl ?? (policy.local ? server.address : undefined),
    mayFetch: (url) => mayFetch(url, policy.local),
  };
  const turn = createTurn({
    ...parts,
    inbox: createInbox(store, clock),
    sender,
    ...(outside.clientLanguage !== undefined && { clientLanguage: outside.clientLanguage }),
  });

  const receive = async (body: unknown, authorization: string | undefined): Promise<HttpReply> => {
    const started = performance.now();
    const outcome = await passGate(body, authorization, policy, adapter);
    if (outcome.kind === 'stopped') {
      log.warn('stopped-at-gate', { code: outcome.reason, status: outcome.status });
      metrics.turn('stopped', performance.now() - started);
      return { status: outcome.status, body: { error: outcome.reason } };
    }
    try {
      const answer = await adapter.run(outcome.authentication, outcome.activity, turn);
      metrics.turn('answered', performance.now() - started);
      return answer === undefined ? { status: 200 } : { status: answer.status, body: answer.body };
    } catch (error) {
      log.fault(error);
      metrics.turn('failed', performance.now() - started);
      return { status: 500, body: { error: 'internal' } };
    }
  };

  const agenda = createAgenda({ store, links: agendalinks, kanalen, register, clock, timeZone });
  const server = await startServer(
    {
      receive,
      notReady: async () => {
        const reachable = await store.ping().then(
          () => true,
          (fault) => {
            onFault(fault);
            return false;
          },
        );
        if (!reachable) return 'store';
        const { succeededAt, failedAt } = scheduler.status();
        return failedAt !== undefined && (succeededAt === undefined || failedAt > succeededAt)
          ? 'scheduler'
          : undefined;
      },
      metrics: () => metrics.text(),
      agenda: (token) => agenda.feed(token),
    },
    config.port,
    config.host,
  );

  return {
    address: server.address,
    parts,
    stop: async () => {
      clearInterval(reconcile);
      await server.stop();
      await scheduler.stop();
      await memory.settled();
      await store.close();
    },
  };
}

function policyOf(config: Config): GatePolicy {
  const { signIn } = config;
  return {
    local: signIn.kind === 'local',
    appId: signIn.kind === 'local' ? '' : signIn.appId,
    issuer: channelIssuer(config.botFramework),
    tenants: new Set(config.allowedTenants),
    serviceHosts: new Set([...teamsServiceHosts, ...config.allowedServiceHosts]),
  };
}

function botFrameworkOf({ signIn, botFramework }: Config): Readonly<Record<string, string>> {
  if (signIn.kind === 'local') return {};
  const { appType, appId, appPassword, tenantId } = signIn;
  return {
    ...botFramework,
    MicrosoftAppType: appType,
    MicrosoftAppId: appId,
    ...(appPassword !== undefined && { MicrosoftAppPassword: appPassword }),
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
  };
}

/** Files in a chat lie in the OneDrive or SharePoint of the sender's own organisation. */
function mayFetch(url: string, local: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (local) return isLoopback(hostname);
  return protocol === 'https:' && ['.sharepoint.com', '.sharepoint.us'].some((host) => hostname.endsWith(host));
}
