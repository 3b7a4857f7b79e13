import { boundSince, type Kanalen } from '../kanalen/kanalen.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Store } from '../opslag/store.ts';
import type { Afspraak, RegisterView } from '../register/types.ts';
import { type Anker, eachOf, findAll, keepMark, type Outbox, type OutboxOccurrence, openOutbox } from './outbox.ts';
import { trackName } from './plan.ts';
import { createRegelPlanner, type VasteRegels } from './plan-regels.ts';
import { makeAll, mend, type PlanRun } from './plan-write.ts';
import { loadRules, type Rules } from './rules.ts';
import type { OccurrenceState } from './types.ts';
import { wantedOf } from './wanted.ts';

/**
 * Brings the outbox in line with the register: every moment of the coming days exists as an occurrence, what no longer follows
 * is cancelled. Only the near future is stored; the list computes the rest from the same rules.
 *
 * Nothing here depends on which process runs it or how often: names are unique, so planning twice is harmless. What is held in
 * memory only saves work; a new process starts with a whole planning from the stored mark of each kanaal, so downtime of any
 * length loses nothing.
 */

const dayMs = 86_400_000;
/** A ladder seldom has a longer gap than 90 days; what lies further back is asked for one by one. */
const lookBackMs = 120 * dayMs;
/** From this many changed afspraken on (an import) planning anew costs less than looking each one up. */
const manyChanged = 500;
/** Clocks of two processes may differ by as much: presses carry the time of Teams, or that of the process that took them. */
const skewMs = 7_200_000;

export interface PlannerParts {
  readonly store: Store;
  readonly kanalen: Kanalen;
  readonly timeZone: string;
  /** Rules that every bound kanaal has; absent: none. */
  readonly vasteRegels?: VasteRegels;
  /** How far ahead occurrences are stored. */
  readonly horizonDays?: number;
}

export interface PlanReport {
  readonly planned: number;
  readonly cancelled: number;
}

export interface Planner {
  /**
   * Call before each delivery and after a change that must show at once. Not while it is running.
   *
   * @param rules as they were read for the round that this is part of; absent: read anew
   */
  planAll(register: RegisterView, now: number, rules?: Rules): Promise<PlanReport>;
  /** Whether the last planning took in this kanaal as it is bound now: everything that is due in it stands in the outbox. */
  isPlanned(kanaal: Kanaal): boolean;
}

interface KanaalMemory {
  readonly bound: string;
  readonly plannedUntil: number;
}

const boundKey = (kanaal: Kanaal): string =>
  kanaal.removed ? '' : JSON.stringify(kanaal.verbanden.map((verband) => [verband, boundSince(kanaal, verband)]));

/** How the outbox of one kanaal stands: the states by name, and the tracks of which it was told something. */
interface Survey {
  readonly mark: number | undefined;
  readonly states: ReadonlyMap<string, OccurrenceState>;
  readonly spoken: ReadonlySet<string>;
}

const statesOf = (existing: Iterable<OutboxOccurrence>): ReadonlyMap<string, OccurrenceState> =>
  new Map([...existing].map(({ _id, state }) => [_id, state]));

const spokenIn = (existing: Iterable<OutboxOccurrence>, kanaal: string): ReadonlySet<string> =>
  new Set([...existing].filter((one) => one.kanaal === kanaal && one.state !== 'cancelled').map(trackName));

/** Made once for a process, for the rounds (`round.ts`): what it holds in memory only saves work. */
export function createPlanner(parts: PlannerParts): Planner {
  const outbox: Outbox = openOutbox(parts.store);
  const horizonMs = (parts.horizonDays ?? 8) * dayMs;
  const ankers = new Map<string, Anker>();
  let ankersUntil = 0;
  let versions = new Map<string, number>();
  let revision: number | undefined;
  let rulesKey: string | undefined;
  const memory = new Map<string, KanaalMemory>();
  const regels = createRegelPlanner(parts);

  async function refreshAnkers(): Promise<void> {
    const fresh = await findAll(outbox.ankers, { changedAt: { $gt: ankersUntil - skewMs } }, [['changedAt', 1]]);
    for (const anker of fresh) {
      ankers.set(anker._id, anker);
      ankersUntil = Math.max(ankersUntil, anker.changedAt);
    }
  }

  /** The codes that are new, other or gone since the last planning; `undefined`: too many to go one by one. */
  function changedCodes(register: RegisterView): readonly string[] | undefined {
    if (register.revision === revision) return [];
    const fresh = new Map<string, number>();
    const changed: string[] = [];
    for (const afspraak of register.afspraken()) {
      fresh.set(afspraak._id, afspraak.version);
      if (versions.get(afspraak._id) !== afspraak.version) changed.push(afspraak._id);
    }
    for (const code of versions.keys()) if (!fresh.has(code)) changed.push(code);
    versions = fresh;
    return changed.length > manyChanged ? undefined : changed;
  }

  const wantedIn = (run: PlanRun, afspraak: Afspraak, kanaal: Kanaal, start: number, spoken?: ReadonlySet<string>) =>
    wantedOf(afspraak, kanaal._id, {
      ladderFor: run.ladderFor,
      calendar: run.calendarOf(afspraak),
      ankers: run.ankers,
      start,
      until: run.until,
      now: run.now,
      ...(spoken && { spoken }),
    });

  /** What stands in the outbox of a kanaal that must be planned whole, brought in line; nothing is added yet. */
  async function survey(run: PlanRun, kanaal: Kanaal): Promise<Survey> {
    const mark = (await outbox.plannings.get(kanaal._id))?.plannedUntil;
    const known = new Map<string, OutboxOccurrence>();
    for (const filter of [
      { kanaal: kanaal._id, state: 'planned' },
      { kanaal: kanaal._id, at: { $gte: run.now - lookBackMs } },
    ]) {
      for (const one of await findAll(outbox.occurrences, filter)) known.set(one._id, one);
    }
    await mend(run, known.values());
    return { mark, states: statesOf(known.values()), spoken: spokenIn(known.values(), kanaal._id) };
  }

  async function planWhole(run: PlanRun, kanaal: Kanaal, { mark, states, spoken }: Survey): Promise<void> {
    if (kanaal.removed) return;
    const start = (verband: string): number => {
      const since = boundSince(kanaal, verband) ?? run.now;
      return Math.max(since, Math.min(mark ?? since, run.now));
    };
    const starts = new Map(kanaal.verbanden.map((verband) => [verband, start(verband)]));
    const wanted = run.register
      .findAfspraken({ verbanden: kanaal.verbanden })
      .flatMap((afspraak) => wantedIn(run, afspraak, kanaal, starts.get(afspraak.verband) ?? run.now, spoken));
    await makeAll(run, wanted, kanaal._id, states);
  }

  /** The days that have come within the horizon since the last time. */
  async function planOn(run: PlanRun, kanaal: Kanaal, from: number): Promise<void> {
    const wanted = run.register
      .findAfspraken({ verbanden: kanaal.verbanden })
      .flatMap((afspraak) => wantedIn(run, afspraak, kanaal, from));
    await makeAll(run, wanted, kanaal._id, new Map());
  }

  async function planChanged(run: PlanRun, code: string): Promise<void> {
    const existing = await findAll(outbox.occurrences, { code });
    await mend(run, existing);
    const afspraak = run.register.afspraak(code);
    if (afspraak === undefined) return;
    const known = statesOf(existing);
    for (const kanaal of run.kanalen.values()) {
      const since = boundSince(kanaal, afspraak.verband);
      if (since === undefined || kanaal.removed) continue;
      const start = Math.max(since, run.now);
      await makeAll(run, wantedIn(run, afspraak, kanaal, start, spokenIn(existing, kanaal._id)), kanaal._id, known);
    }
  }

  const isKnown = (kanaal: Kanaal): boolean => memory.get(kanaal._id)?.bound === boundKey(kanaal);

  async function planKanaal(run: PlanRun, kanaal: Kanaal, surveyed: Survey | undefined): Promise<void> {
    const from = memory.get(kanaal._id)?.plannedUntil ?? run.now;
    if (surveyed !== undefined) {
      await planWhole(run, kanaal, surveyed);
    } else if (run.until - from >= dayMs) {
      await planOn(run, kanaal, from);
    } else {
      return;
    }
    if (!kanaal.removed) await keepMark(outbox, kanaal._id, run.until);
    memory.set(kanaal._id, { bound: boundKey(kanaal), plannedUntil: run.until });
  }

  /** All that must be planned whole is read before anything is added: a row of writes without a read in between costs the store least. */
  async function planKanalen(run: PlanRun, kanalen: readonly Kanaal[], whole: boolean): Promise<void> {
    const surveys = new Map<string, Survey>();
    for (const kanaal of kanalen.filter((one) => whole || !isKnown(one))) {
      // Forgotten until it has succeeded, so that a fault half way leads to a whole planning next time.
      memory.delete(kanaal._id);
      surveys.set(kanaal._id, await survey(run, kanaal));
    }
    for (const kanaal of kanalen) await planKanaal(run, kanaal, surveys.get(kanaal._id));
  }

  async function planAll(register: RegisterView, now: number, given?: Rules): Promise<PlanReport> {
    const [rules, bound] = await Promise.all([
      given ?? loadRules(parts.store, parts.timeZone),
      parts.kanalen.boundKanalen(),
      refreshAnkers(),
    ]);
    const kanalen = new Map(bound.map((kanaal) => [kanaal._id, kanaal]));
    const until = now + horizonMs;
    const run: PlanRun = { ...rules, register, outbox, kanalen, ankers, now, until, planned: 0, cancelled: 0 };
    const before = versions;
    const first = revision === undefined;
    const seen = register.revision;
    const changed = changedCodes(register);
    try {
      const whole = changed === undefined || rules.key !== rulesKey;
      await planKanalen(run, bound, whole);
      if (!whole && !first) await eachOf(changed, 8, (code) => planChanged(run, code));
      for (const id of [...memory.keys()].filter((one) => !kanalen.has(one))) {
        await mend(run, await findAll(outbox.occurrences, { kanaal: id, state: 'planned' }));
        memory.delete(id);
      }
    } catch (error) {
      versions = before;
      throw error;
    }
    rulesKey = rules.key;
    revision = seen;
    const own = await regels.plan(run);
    return { planned: run.planned + own.planned, cancelled: run.cancelled + own.cancelled };
  }

  return {
    planAll,
    isPlanned: (kanaal) => kanaal.removed || kanaal.verbanden.length === 0 || isKnown(kanaal),
  };
}
