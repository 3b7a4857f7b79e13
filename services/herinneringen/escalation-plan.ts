import type { Kanalen } from '../kanalen/kanalen.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Store } from '../opslag/store.ts';
import type { RegisterView } from '../register/types.ts';
import {
  holderOf,
  mayEscalate,
  nextEscalation,
  startOfSilence,
  stepsFor,
  type WantedEscalation,
} from './escalation.ts';
import { type EscalationGround, escalationGround } from './escalation-check.ts';
import { whyNot, whyNotRegel } from './follows.ts';
import type { Outbox, OutboxOccurrence } from './outbox.ts';
import { draftOf, eachOf, findAll, findTrack, openOutbox, putPlanned, storeWidth } from './outbox.ts';
import { trackName } from './plan.ts';
import type { PlanReport } from './planner.ts';
import type { Herinneringregel } from './regel.ts';
import { regelsById } from './regels.ts';
import { loadRules, type Rules } from './rules.ts';

/**
 * The part of planning that makes escalations: of every herinnering that was told and got no reaction, the step that comes next stands
 * in the outbox, under a name of its own, from the moment that it follows. Delivery looks once more before it goes out.
 *
 * Names are unique, so doing this twice, or in several processes at once, is harmless; what is held in memory only saves work.
 */

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** A stilte that began before this is found no more; its next step was planned long ago, or the bot stood still for as long. */
const lookBackMs = 60 * dayMs;
/** So often everything is looked at again: an outcome that was written late bears the time of its post. */
const wholeEveryMs = 6 * hourMs;
/** Clocks of two processes may differ by as much. */
const skewMs = 2 * hourMs;

export interface EscalationPlannerParts {
  readonly store: Store;
  readonly kanalen: Kanalen;
  readonly timeZone: string;
}

export interface EscalationPlanner {
  /**
   * After the planning of herinneringen, before each delivery. Not while it is running.
   *
   * @param rules as they were read for the round that this is part of; absent: read anew
   */
  plan(register: RegisterView, now: number, rules?: Rules): Promise<PlanReport>;
}

interface Run extends Rules {
  readonly register: RegisterView;
  readonly timeZone: string;
  readonly kanalen: Map<string, Kanaal | undefined>;
  readonly regels: ReadonlyMap<string, Herinneringregel>;
}

/** Made once for a process, for the rounds (`round.ts`): what it holds in memory only saves work. */
export function createEscalationPlanner(parts: EscalationPlannerParts): EscalationPlanner {
  const outbox: Outbox = openOutbox(parts.store);
  let wholeAt: number | undefined;
  let seenKey: string | undefined;
  let mendedKey: string | undefined;
  /** `due` of the latest that was looked at: what was told last has the highest. */
  let cursor = 0;
  /** What was looked at lately, in which version. */
  let seen = new Map<string, { readonly version: number; readonly due: number }>();

  /** Those told since the last time, and escalations of which nobody knows whether they arrived. */
  async function fresh(from: number): Promise<readonly OutboxOccurrence[]> {
    const [told, uncertain] = await Promise.all([
      findAll(outbox.occurrences, { state: 'delivered', due: { $gt: from } }, [['due', 1]]),
      findAll(outbox.occurrences, { state: 'uncertain', escalatie: { $gt: '' } }),
    ]);
    return [...told, ...uncertain].filter(({ _id, version }) => seen.get(_id)?.version !== version);
  }

  function remember(looked: readonly OutboxOccurrence[]): void {
    for (const { due } of looked) cursor = Math.max(cursor, due);
    for (const { _id, version, due } of looked) seen.set(_id, { version, due });
    seen = new Map([...seen].filter(([, { due }]) => due > cursor - skewMs));
  }

  async function runOf(register: RegisterView, about: readonly OutboxOccurrence[], rules: Rules): Promise<Run> {
    const regels = await regelsById(parts.store, about);
    const kanalen = new Map<string, Kanaal | undefined>();
    for (const { kanaal } of about) if (!kanalen.has(kanaal)) kanalen.set(kanaal, await parts.kanalen.kanaal(kanaal));
    return { ...rules, register, timeZone: parts.timeZone, regels, kanalen };
  }

  /** What must come next of the date that this one is about, in its kanaal; put in the outbox. */
  async function follow(run: Run, one: OutboxOccurrence): Promise<number> {
    if (!isWorthALook(one, run)) return 0;
    const track = await findTrack(outbox, one);
    const start = startOfSilence(track, one.kanaal, parts.timeZone);
    const wanted = start && wantedAfter(start, track, run);
    return start === undefined || wanted === undefined ? 0 : make(start, wanted);
  }

  async function make(start: OutboxOccurrence, { name, trap, at }: WantedEscalation): Promise<number> {
    const { code, verband, kind, anchor, step, kanaal, regel } = start;
    const about = { code, verband, kind, anchor, step, kanaal, ...(regel !== undefined && { regel }) };
    const isPlanned = await putPlanned(outbox.occurrences, {
      ...about,
      _id: name,
      escalatie: trap,
      stilte: start._id,
      state: 'planned',
      at,
      due: at,
      attempts: 0,
      reactions: [],
    });
    return isPlanned ? 1 : 0;
  }

  /** Cancels what no longer follows and moves what follows at another instant; the date is then looked at anew. */
  async function mend(run: Run, planned: readonly OutboxOccurrence[]): Promise<number> {
    const ground = await escalationGround(run.daysFor, outbox, run.register, planned);
    if (ground === undefined) return 0;
    let cancelled = 0;
    await eachOf(planned, storeWidth, async (current) => {
      const reason = whyNotStill(current, run, ground, await outbox.ankers.get(trackName(current)));
      if (reason !== undefined) {
        const next = { ...draftOf(current), state: 'cancelled', reason } as const;
        if ((await outbox.occurrences.replace(next, current.version)).kind !== 'replaced') return;
        cancelled += 1;
        if (reason === 'escalation-changed') await follow(run, current);
        return;
      }
      const at = instantOf(current, run, ground);
      if (at === undefined || at === current.at) return;
      const due = Math.max(at, current.notBefore ?? at);
      await outbox.occurrences.replace({ ...draftOf(current), at, due }, current.version);
    });
    return cancelled;
  }

  return {
    plan: async (register, now, given) => {
      const rules = given ?? (await loadRules(parts.store, parts.timeZone));
      const key = JSON.stringify([rules.key, rules.daysKey]);
      const isWhole = wholeAt === undefined || now - wholeAt >= wholeEveryMs || key !== seenKey;
      if (isWhole) seen = new Map();
      const told = await fresh(isWhole ? now - lookBackMs : cursor - skewMs);
      const run = await runOf(register, told, rules);
      let planned = 0;
      await eachOf(latestOfEach(told), storeWidth, async (one) => {
        const made = await follow(run, one);
        planned += made;
      });
      let cancelled = 0;
      const mendKey = `${key} ${register.revision}`;
      if (isWhole || mendKey !== mendedKey) {
        const waiting = await findAll(outbox.occurrences, { state: 'planned', escalatie: { $gt: '' } });
        cancelled = await mend(await runOf(register, waiting, rules), waiting);
      }
      // Only now: after a fault half way everything is looked at once more.
      remember(told);
      if (isWhole) wholeAt = now;
      seenKey = key;
      mendedKey = mendKey;
      return { planned, cancelled };
    },
  };
}

/** One of each date and kanaal is enough: the whole date is looked at. */
function latestOfEach(told: readonly OutboxOccurrence[]): readonly OutboxOccurrence[] {
  return [...new Map(told.map((one) => [`${trackName(one)} ${one.kanaal}`, one])).values()];
}

/** Told by the register and the bindings alone, before the outbox is asked. */
function isWorthALook(one: OutboxOccurrence, { register, regels, kanalen, daysFor, ladderFor }: Run): boolean {
  const afspraak = register.afspraak(one.code);
  const regel = regels.get(one.regel ?? '');
  const kanaal = kanalen.get(one.kanaal);
  if (afspraak === undefined || !mayEscalate(one, regel)) return false;
  if (daysFor(afspraak, one.kind, one.kanaal) === 0) return false;
  const ground = { afspraak, kanaal, anker: undefined, ladderFor, regel };
  // The ladder may name other steps by now; the date it was told about is what matters.
  const reason = one.regel === undefined ? whyNot(one, ground) : whyNotRegel(one, ground);
  return reason === undefined || reason === 'ladder-changed';
}

function wantedAfter(
  start: OutboxOccurrence,
  track: readonly OutboxOccurrence[],
  { register, daysFor, recesOf, timeZone }: Run,
): WantedEscalation | undefined {
  const afspraak = register.afspraak(start.code);
  if (afspraak === undefined) return undefined;
  const steps = stepsFor({ afspraak, verband: register.verband(afspraak.verband), holder: holderOf(track) });
  const days = daysFor(afspraak, start.kind, start.kanaal);
  return nextEscalation(start, track, steps, { days, timeZone, reces: recesOf(afspraak) });
}

function whyNotStill(
  current: OutboxOccurrence,
  { register, kanalen, regels, ladderFor }: Run,
  escalation: EscalationGround,
  anker: Parameters<typeof whyNot>[1]['anker'],
) {
  const afspraak = register.afspraak(current.code);
  const regel = regels.get(current.regel ?? '');
  return whyNot(current, { afspraak, kanaal: kanalen.get(current.kanaal), anker, ladderFor, regel, escalation });
}

/** When it would come by the terms as they are now. */
function instantOf(current: OutboxOccurrence, run: Run, { tracks }: EscalationGround): number | undefined {
  const track = (tracks.get(trackName(current)) ?? []).filter(({ _id }) => _id !== current._id);
  const start = track.find(({ _id }) => _id === current.stilte);
  const wanted = start && wantedAfter(start, track, run);
  return wanted?.trap === current.escalatie ? wanted?.at : undefined;
}
