import { boundSince, type Kanalen } from '../kanalen/kanalen.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Store } from '../opslag/store.ts';
import type { Afspraak, RegisterView } from '../register/types.ts';
import { whyNot } from './follows.ts';
import type { Anker, OccurrenceReason, Outbox, OutboxOccurrence } from './outbox.ts';
import { draftOf, eachOf, findAll, keepMark, openOutbox } from './outbox.ts';
import { trackName } from './plan.ts';
import { createRegelPlanner, type VasteRegels } from './plan-regels.ts';
import { loadRules, type Rules } from './rules.ts';
import type { Wanted } from './wanted.ts';
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
/** So many writes wait for the disk together. */
const width = 512;
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
  /** Call before each delivery and after a change that must show at once. Not while it is running. */
  planAll(register: RegisterView, now: number): Promise<PlanReport>;
  /** Whether the last planning took in this kanaal as it is bound now: everything that is due in it stands in the outbox. */
  isPlanned(kanaal: Kanaal): boolean;
}

/** What one planning run reads and counts. */
interface Run extends Rules {
  readonly register: RegisterView;
  readonly kanalen: ReadonlyMap<string, Kanaal>;
  readonly now: number;
  readonly until: number;
  planned: number;
  cancelled: number;
}

interface KanaalMemory {
  readonly bound: string;
  readonly plannedUntil: number;
}

const boundKey = (kanaal: Kanaal): string =>
  kanaal.removed ? '' : JSON.stringify(kanaal.verbanden.map((verband) => [verband, boundSince(kanaal, verband)]));

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

  const wantedIn = (run: Run, afspraak: Afspraak, kanaal: Kanaal, start: number, spoken?: ReadonlySet<string>) =>
    wantedOf(afspraak, kanaal._id, {
      ladderFor: run.ladderFor,
      calendar: run.calendarOf(afspraak),
      ankers,
      start,
      until: run.until,
      now: run.now,
      ...(spoken && { spoken }),
    });

  async function revive(run: Run, current: OutboxOccurrence, at: number, late: boolean): Promise<void> {
    const { reason: _, notBefore: __, ...rest } = draftOf(current);
    const outcome = await outbox.occurrences.replace(
      { ...rest, state: 'planned', at, due: at, attempts: 0, ...(late && { reason: 'bound-late' }) },
      current.version,
    );
    if (outcome.kind === 'replaced') run.planned += 1;
  }

  async function make(run: Run, { moment, late }: Wanted, kanaal: string): Promise<void> {
    const { name, code, verband, kind, anchor, step, at } = moment;
    const outcome = await outbox.occurrences.insert({
      _id: name,
      code,
      verband,
      kind,
      anchor,
      step,
      at,
      due: at,
      kanaal,
      state: 'planned',
      attempts: 0,
      reactions: [],
      ...(late && { reason: 'bound-late' satisfies OccurrenceReason }),
    });
    if (outcome.kind === 'inserted') {
      run.planned += 1;
      return;
    }
    // It was there already. A cancelled one never left, so it may come back when its date does.
    const current = await outbox.occurrences.get(name);
    if (current?.state === 'cancelled') await revive(run, current, at, late);
  }

  async function makeAll(
    run: Run,
    wanted: readonly Wanted[],
    kanaal: string,
    known: ReadonlyMap<string, OutboxOccurrence>,
  ) {
    const missing = wanted.filter(({ moment }) => {
      const state = known.get(moment.name)?.state;
      return state === undefined || state === 'cancelled';
    });
    await eachOf(missing, width, (one) => make(run, one, kanaal));
  }

  /** Cancels what no longer follows and moves what follows at another instant (a reces was set or taken away). */
  async function mend(run: Run, existing: Iterable<OutboxOccurrence>): Promise<void> {
    const isOurs = (one: OutboxOccurrence): boolean => one.regel === undefined && one.escalatie === undefined;
    const stored = [...existing].filter((one) => one.state === 'planned' && isOurs(one));
    await eachOf(stored, width, async (current) => {
      const afspraak = run.register.afspraak(current.code);
      const reason = whyNot(current, {
        afspraak,
        kanaal: run.kanalen.get(current.kanaal),
        anker: ankers.get(trackName(current)),
        ladderFor: run.ladderFor,
      });
      if (reason !== undefined) {
        const outcome = await outbox.occurrences.replace(
          { ...draftOf(current), state: 'cancelled', reason },
          current.version,
        );
        if (outcome.kind === 'replaced') run.cancelled += 1;
        return;
      }
      if (afspraak === undefined || current.postponedFrom !== undefined || current.asked) return;
      const at = run.calendarOf(afspraak).at(current.anchor, current.step);
      if (at === current.at) return;
      const due = Math.max(at, current.notBefore ?? at);
      await outbox.occurrences.replace({ ...draftOf(current), at, due }, current.version);
    });
  }

  const spokenIn = (existing: Iterable<OutboxOccurrence>, kanaal: string): Set<string> => {
    const spoken = new Set<string>();
    for (const one of existing) {
      if (one.kanaal === kanaal && one.state !== 'cancelled') spoken.add(trackName(one));
    }
    return spoken;
  };

  async function planWhole(run: Run, kanaal: Kanaal): Promise<void> {
    const mark = (await outbox.plannings.get(kanaal._id))?.plannedUntil;
    const known = new Map<string, OutboxOccurrence>();
    for (const filter of [
      { kanaal: kanaal._id, state: 'planned' },
      { kanaal: kanaal._id, at: { $gte: run.now - lookBackMs } },
    ]) {
      for (const one of await findAll(outbox.occurrences, filter)) known.set(one._id, one);
    }
    await mend(run, known.values());
    if (kanaal.removed) return;
    const spoken = spokenIn(known.values(), kanaal._id);
    const wanted = kanaal.verbanden.flatMap((verband) => {
      const since = boundSince(kanaal, verband) ?? run.now;
      const start = Math.max(since, Math.min(mark ?? since, run.now));
      return run.register
        .findAfspraken({ verbanden: [verband] })
        .flatMap((afspraak) => wantedIn(run, afspraak, kanaal, start, spoken));
    });
    await makeAll(run, wanted, kanaal._id, known);
  }

  /** The days that have come within the horizon since the last time. */
  async function planOn(run: Run, kanaal: Kanaal, from: number): Promise<void> {
    const wanted = run.register
      .findAfspraken({ verbanden: kanaal.verbanden })
      .flatMap((afspraak) => wantedIn(run, afspraak, kanaal, from));
    await makeAll(run, wanted, kanaal._id, new Map());
  }

  async function planChanged(run: Run, code: string): Promise<void> {
    const existing = await findAll(outbox.occurrences, { code });
    await mend(run, existing);
    const afspraak = run.register.afspraak(code);
    if (afspraak === undefined) return;
    const known = new Map(existing.map((one) => [one._id, one]));
    for (const kanaal of run.kanalen.values()) {
      const since = boundSince(kanaal, afspraak.verband);
      if (since === undefined || kanaal.removed) continue;
      const start = Math.max(since, run.now);
      await makeAll(run, wantedIn(run, afspraak, kanaal, start, spokenIn(existing, kanaal._id)), kanaal._id, known);
    }
  }

  async function planKanaal(run: Run, kanaal: Kanaal, whole: boolean): Promise<void> {
    const known = memory.get(kanaal._id);
    const bound = boundKey(kanaal);
    if (known === undefined || known.bound !== bound || whole) {
      // Forgotten until it has succeeded, so that a fault half way leads to a whole planning next time.
      memory.delete(kanaal._id);
      await planWhole(run, kanaal);
    } else if (run.until - known.plannedUntil >= dayMs) {
      await planOn(run, kanaal, known.plannedUntil);
    } else {
      return;
    }
    if (!kanaal.removed) await keepMark(outbox, kanaal._id, run.until);
    memory.set(kanaal._id, { bound, plannedUntil: run.until });
  }

  async function planAll(register: RegisterView, now: number): Promise<PlanReport> {
    const [rules, bound] = await Promise.all([
      loadRules(parts.store, parts.timeZone),
      parts.kanalen.boundKanalen(),
      refreshAnkers(),
    ]);
    const kanalen = new Map(bound.map((kanaal) => [kanaal._id, kanaal]));
    const run: Run = { ...rules, register, kanalen, now, until: now + horizonMs, planned: 0, cancelled: 0 };
    const before = versions;
    const first = revision === undefined;
    const seen = register.revision;
    const changed = changedCodes(register);
    try {
      const whole = changed === undefined || rules.key !== rulesKey;
      for (const kanaal of bound) await planKanaal(run, kanaal, whole);
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
    const own = await regels.plan({ ...run, ankers });
    return { planned: run.planned + own.planned, cancelled: run.cancelled + own.cancelled };
  }

  return {
    planAll,
    isPlanned: (kanaal) =>
      kanaal.removed || kanaal.verbanden.length === 0 || memory.get(kanaal._id)?.bound === boundKey(kanaal),
  };
}
