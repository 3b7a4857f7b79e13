import { instantAt } from '../kalender/civil-date.ts';
import type { Reces } from '../kalender/feestdagen.ts';
import type { Kanalen } from '../kanalen/kanalen.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Draft, Store } from '../opslag/store.ts';
import type { Afspraak, RegisterView } from '../register/types.ts';
import { whyNotRegel } from './follows.ts';
import type { Anker, Outbox, OutboxOccurrence } from './outbox.ts';
import { draftOf, eachOf, findAll, keepMark, openOutbox, putPlanned, storeWidth } from './outbox.ts';
import type { RecesOf } from './plan.ts';
import { longestShiftOf, trackName } from './plan.ts';
import { type Herinneringregel, overzichtOf } from './regel.ts';
import { codeOf, type RegelMoment, regelMoments } from './regel-moments.ts';
import { loadRegels, openRegelCollection } from './regels.ts';

/**
 * The part of planning that makes occurrences of own rules. As for the rest of planning: names are unique, what is held in memory
 * only saves work, and each rule has a mark in the store, so that downtime of any length loses nothing.
 */

const dayMs = 86_400_000;

/** Rules that a bound kanaal (`_id`) has without anybody having made them, as of `now` (epoch ms); each has an `_id` that follows from it. */
export type VasteRegels = (kanaal: string, now: number) => readonly Draft<Herinneringregel>[];

export interface PlanRegelsParts {
  readonly store: Store;
  readonly kanalen: Kanalen;
  readonly timeZone: string;
  /** Absent: none. */
  readonly vasteRegels?: VasteRegels;
}

/** The instants of one run, epoch ms: everything up to and including `until` must stand in the outbox. */
export interface RegelRun {
  readonly register: RegisterView;
  /** Bound ones, by `_id`. */
  readonly kanalen: ReadonlyMap<string, Kanaal>;
  /** By track name. */
  readonly ankers: ReadonlyMap<string, Anker>;
  readonly recesOf: RecesOf;
  readonly now: number;
  readonly until: number;
}

export interface RegelPlanner {
  plan(run: RegelRun): Promise<{ readonly planned: number; readonly cancelled: number }>;
}

interface Work extends RegelRun {
  readonly regel: Herinneringregel;
  readonly afspraak: Afspraak | undefined;
  readonly kanaal: Kanaal | undefined;
  readonly reces: readonly Reces[];
}

export function createRegelPlanner(parts: PlanRegelsParts): RegelPlanner {
  const outbox: Outbox = openOutbox(parts.store);
  const memory = new Map<string, { readonly key: string; readonly plannedUntil: number }>();

  const momentsIn = ({ regel, afspraak, reces }: Work, from: number, to: number): readonly RegelMoment[] =>
    regelMoments(regel, { afspraak, timeZone: parts.timeZone, reces }, from, to);

  /** What must exist: of a rule for one moment that moment, however long ago; of a recurring one what came since its mark. */
  async function wanted(work: Work): Promise<readonly RegelMoment[]> {
    const { regel, now, until } = work;
    if (regel.wanneer.kind !== 'recurring') return momentsIn(work, 0, until);
    const mark = (await outbox.plannings.get(markOf(regel)))?.plannedUntil;
    const moments = momentsIn(work, Math.max(regel.since, Math.min(mark ?? regel.since, now)), until);
    // Of two days that are both moved back to one morning the first is told.
    return moments.filter(({ at }, index) => moments[index - 1]?.at !== at);
  }

  async function make(work: Work, { name, anchor, at }: RegelMoment): Promise<number> {
    const { regel, kanaal, afspraak } = work;
    const fresh = {
      _id: name,
      regel: regel._id,
      code: codeOf(regel) ?? '',
      verband: regel.verband ?? '',
      kind: overzichtOf(regel) === undefined ? 'eigen' : 'overzicht',
      anchor,
      step: 0,
      at,
      due: at,
      kanaal: regel.kanaal,
      state: 'planned',
      attempts: 0,
      reactions: [],
    } as const;
    if (whyNotRegel(fresh, { regel, kanaal, afspraak, anker: work.ankers.get(trackName(fresh)) }) !== undefined)
      return 0;
    return (await putPlanned(outbox.occurrences, fresh)) ? 1 : 0;
  }

  /** Cancels what no longer follows and moves what follows at another instant. */
  async function mend(work: Work, current: OutboxOccurrence): Promise<number> {
    const { regel, afspraak, kanaal } = work;
    const ground = { regel, kanaal, afspraak, anker: work.ankers.get(trackName(current)) };
    const [moment] = isFree(current) ? [] : momentOf(work, current);
    const isMoved = !isFree(current) && moment?.name !== current._id;
    const reason = whyNotRegel(current, ground) ?? (isMoved ? 'date-changed' : undefined);
    if (reason !== undefined) {
      const outcome = await outbox.occurrences.replace(
        { ...draftOf(current), state: 'cancelled', reason },
        current.version,
      );
      return outcome.kind === 'replaced' ? 1 : 0;
    }
    if (moment === undefined || moment.at === current.at) return 0;
    const due = Math.max(moment.at, current.notBefore ?? moment.at);
    await outbox.occurrences.replace({ ...draftOf(current), at: moment.at, due }, current.version);
    return 0;
  }

  /** The moment that this occurrence stands for, as the rule has it now. */
  function momentOf(work: Work, { anchor }: OutboxOccurrence): readonly RegelMoment[] {
    const isOnce = work.regel.wanneer.kind !== 'recurring';
    const day = instantAt(anchor, '00:00', parts.timeZone);
    const span = (longestShiftOf(work.reces) + 2) * dayMs;
    const around = isOnce ? momentsIn(work, 0, Number.MAX_SAFE_INTEGER) : momentsIn(work, day - span, day + span);
    return around.filter((moment) => moment.anchor === anchor);
  }

  async function planRegel(work: Work): Promise<{ planned: number; cancelled: number }> {
    const done = { planned: 0, cancelled: 0 };
    const stored = await findAll(outbox.occurrences, { regel: work.regel._id, state: 'planned' });
    // Escalations have a planner of their own.
    for (const one of stored) if (one.escalatie === undefined) done.cancelled += await mend(work, one);
    if (work.regel.state !== 'active') return done;
    for (const moment of await wanted(work)) done.planned += await make(work, moment);
    await keepMark(outbox, markOf(work.regel), work.until);
    return done;
  }

  /** Gives every bound kanaal that misses one its vaste regels. Whoever comes second finds them there. */
  async function makeVaste(run: RegelRun, known: readonly Herinneringregel[]): Promise<readonly Herinneringregel[]> {
    const { vasteRegels } = parts;
    if (vasteRegels === undefined) return [];
    const ids = new Set(known.map(({ _id }) => _id));
    const missing = [...run.kanalen.values()]
      .filter(({ removed }) => !removed)
      .flatMap(({ _id }) => vasteRegels(_id, run.now))
      .filter(({ _id }) => !ids.has(_id));
    const made: Herinneringregel[] = [];
    await eachOf(missing, storeWidth, async (regel) => {
      const outcome = await openRegelCollection(parts.store).insert(regel);
      // What another process made a moment ago is planned in the next round.
      if (outcome.kind === 'inserted') made.push(outcome.doc);
    });
    return made;
  }

  return {
    plan: async (run) => {
      const stored = await loadRegels(parts.store);
      const regels = [...stored, ...(await makeVaste(run, stored))];
      const total = { planned: 0, cancelled: 0 };
      const ids = new Set(regels.map(({ _id }) => _id));
      const gone = [...memory.keys()].filter((id) => !ids.has(id));
      const ended = await Promise.all(gone.map((id) => openRegelCollection(parts.store).get(id)));
      // Those that are bound have been read already; only chats and unbound kanalen with own rules are looked up.
      const kanalen = new Map<string, Kanaal | undefined>(run.kanalen);
      for (const { kanaal } of regels)
        if (!kanalen.has(kanaal)) kanalen.set(kanaal, await parts.kanalen.kanaal(kanaal));
      await eachOf([...regels, ...ended.filter((one) => one !== undefined)], storeWidth, async (regel) => {
        const code = codeOf(regel);
        const afspraak = code === undefined ? undefined : run.register.afspraak(code);
        const kanaal = kanalen.get(regel.kanaal);
        const reces = (afspraak && run.recesOf(afspraak)) ?? [];
        const key = JSON.stringify([regel.version, afspraak?.version, kanaal?.removed, kanaal?.verbanden, reces]);
        const known = memory.get(regel._id);
        if (known?.key === key && run.until - known.plannedUntil < dayMs) return;
        memory.delete(regel._id);
        const { planned, cancelled } = await planRegel({ ...run, regel, afspraak, kanaal, reces });
        total.planned += planned;
        total.cancelled += cancelled;
        if (regel.state === 'active') memory.set(regel._id, { key, plannedUntil: run.until });
      });
      return total;
    },
  };
}

const markOf = ({ _id }: Herinneringregel): string => `regel/${_id}`;

/** One that a person put at a moment of its own, apart from the rule. */
const isFree = ({ postponedFrom, asked }: Pick<OutboxOccurrence, 'postponedFrom' | 'asked'>): boolean =>
  postponedFrom !== undefined || asked === true;
