import type { CivilDate } from '../kalender/civil-date.ts';
import { addTo, instantAt } from '../kalender/civil-date.ts';
import { boundSince, type Kanalen } from '../kanalen/kanalen.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Store } from '../opslag/store.ts';
import type { Afspraak, RegisterView } from '../register/types.ts';
import { type EscalationGround, escalationGround } from './escalation-check.ts';
import { whyNot, whyNotRegel } from './follows.ts';
import type { Anker, OutboxOccurrence } from './outbox.ts';
import { findAll, isQuiet, openOutbox } from './outbox.ts';
import type { PlannedOccurrence } from './plan.ts';
import { planOccurrences, trackName } from './plan.ts';
import { type Herinneringregel, overzichtOf } from './regel.ts';
import { codeOf, regelMoments } from './regel-moments.ts';
import { loadRegels } from './regels.ts';
import { loadRules, type Rules } from './rules.ts';
import type { EscalatieTrap, HerinneringKind, OccurrenceState } from './types.ts';

/**
 * Every herinnering in a window: those that are stored, as they stand, and those that follow from the rules but lie further
 * ahead than the outbox holds. For `ketenregie reminders` (CONTRACT §2) and for `herinneringen` in the chat.
 */

export interface HerinneringRow {
  /** Its name; for `react` once it is stored. */
  readonly occurrence: string;
  /** Null: an own rule that is about no afspraak. */
  readonly code: string | null;
  /** Of an own rule, its `_id`. */
  readonly regel?: string;
  /** `_id` of the verband; empty for an own rule that is about none. */
  readonly verband: string;
  readonly kind: HerinneringKind;
  readonly anchor: CivilDate;
  /** Days relative to the anchor. */
  readonly step: number;
  /** It asks because nobody reacted to an earlier one. */
  readonly escalatie?: EscalatieTrap;
  /** Somebody put an earlier one off until this moment. */
  readonly postponed?: true;
  /** Epoch ms. */
  readonly at: number;
  /** `_id` of the kanaal; null: its verband is bound to none, so nobody will be told. */
  readonly channel: string | null;
  readonly state: OccurrenceState;
}

export interface ListOptions {
  /** Civil days, both inclusive. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Only this kanaal. */
  readonly kanaal?: string;
  /** Only these verbanden: what the asker may see. Absent: all. */
  readonly verbanden?: readonly string[];
  /** Epoch ms: what somebody was told before this is history, what follows from the rules after it is planned. */
  readonly now: number;
}

export interface ListParts {
  readonly store: Store;
  readonly register: RegisterView;
  readonly kanalen: Kanalen;
  readonly timeZone: string;
}

const rowOf = (one: OutboxOccurrence): HerinneringRow => ({
  occurrence: one._id,
  code: one.code === '' ? null : one.code,
  ...(one.regel !== undefined && { regel: one.regel }),
  verband: one.verband,
  kind: one.kind,
  anchor: one.anchor,
  step: one.step,
  ...(one.escalatie !== undefined && { escalatie: one.escalatie }),
  ...(one.postponedFrom !== undefined && { postponed: true }),
  at: one.at,
  channel: one.kanaal,
  state: one.state,
});

/** What both halves of the list look at. */
interface Ground extends ListParts, Rules {
  readonly options: ListOptions;
  /** After `from`, up to and including `to`, epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly ankers: ReadonlyMap<string, Anker>;
  readonly bound: ReadonlyMap<string, Kanaal>;
  /** Own rules that speak, by `_id`. */
  readonly regels: ReadonlyMap<string, Herinneringregel>;
  readonly escalation: EscalationGround | undefined;
  /** By `_id`, those of own rules that are bound to no verband too. */
  readonly kanalenById: ReadonlyMap<string, Kanaal>;
}

/**
 * In order of time, then of name. Cancelled ones are left out: they were never told and will not be. So are overzichten, which are
 * about no date of their own; `herinneringen` in the chat shows their rules beside the list.
 */
export async function listHerinneringen(parts: ListParts, options: ListOptions): Promise<readonly HerinneringRow[]> {
  const from = instantAt(options.from, '00:00', parts.timeZone) - 1;
  const to = instantAt(addTo(options.to, { days: 1 }), '00:00', parts.timeZone) - 1;
  const outbox = openOutbox(parts.store);
  const window = { at: { $gt: from, $lte: to }, ...(options.kanaal !== undefined && { kanaal: options.kanaal }) };
  const [stored, ankerList, rules, boundList, regelList] = await Promise.all([
    findAll(outbox.occurrences, window, [['at', 1]]),
    findAll(outbox.ankers, {}),
    loadRules(parts.store, parts.timeZone),
    parts.kanalen.boundKanalen(),
    loadRegels(parts.store),
  ]);
  const ankers = new Map(ankerList.map((anker) => [anker._id, anker]));
  const bound = new Map(boundList.map((kanaal) => [kanaal._id, kanaal]));
  const regels = new Map(regelList.map((regel) => [regel._id, regel]));
  const kanalenById = regels.size === 0 ? bound : await withKanalenOf(regelList, bound, parts.kanalen);
  const waiting = stored.filter(({ state }) => state === 'planned');
  const escalation = await escalationGround(rules.daysFor, outbox, parts.register, waiting);
  const ground: Ground = { ...parts, ...rules, options, from, to, ankers, bound, regels, kanalenById, escalation };
  const kept = storedRows(stored, ground);
  const names = new Set(kept.map((row) => row.occurrence));
  const followed = [...followingRows(ground), ...regelRows(ground)].filter((row) => !names.has(row.occurrence));
  return [...kept, ...followed].sort((one, other) => one.at - other.at || (one.occurrence < other.occurrence ? -1 : 1));
}

/** What the outbox holds, as it stands; of what is planned only what still follows, for the planner may not have run since a change. */
function storedRows(stored: readonly OutboxOccurrence[], ground: Ground): readonly HerinneringRow[] {
  const { register, bound, ankers, ladderFor, options, regels, kanalenById, escalation } = ground;
  return stored.flatMap((one): HerinneringRow[] => {
    const isVisible = one.regel !== undefined || (options.verbanden?.includes(one.verband) ?? true);
    // A cancelled step may follow again (a date moved away and back): then the rules name it once more.
    if (!isVisible || one.state === 'cancelled' || one.kind === 'overzicht') return [];
    if (one.state !== 'planned') return [rowOf(one)];
    const afspraak = register.afspraak(one.code);
    const anker = ankers.get(trackName(one));
    const kanaal = (one.regel === undefined ? bound : kanalenById).get(one.kanaal);
    const regel = regels.get(one.regel ?? '');
    if (whyNot(one, { afspraak, anker, ladderFor, kanaal, regel, escalation }) !== undefined) return [];
    if (isElsewhere(one, afspraak, ground)) return [];
    return [isQuiet(anker, one) ? { ...rowOf(one), state: 'skipped' } : rowOf(one)];
  });
}

/** A reces was set or taken away since it was planned: then the rules name it where it is now. */
function isElsewhere(one: OutboxOccurrence, afspraak: Afspraak | undefined, { calendarOf }: Ground): boolean {
  if (one.regel !== undefined || one.escalatie !== undefined) return false;
  if (one.postponedFrom !== undefined || one.asked || afspraak === undefined) return false;
  return calendarOf(afspraak).at(one.anchor, one.step) !== one.at;
}

/** What follows from the rules in the window, for each kanaal of its verband or, where there is none, for nobody. */
function followingRows(ground: Ground): readonly HerinneringRow[] {
  const { register, ladderFor, calendarOf, options, from, to } = ground;
  const channels = new Map<string, { readonly id: string | undefined; readonly since: number }[]>();
  for (const kanaal of ground.bound.values()) {
    for (const verband of kanaal.removed ? [] : kanaal.verbanden) {
      const binding = { id: kanaal._id, since: boundSince(kanaal, verband) ?? options.now };
      channels.set(verband, [...(channels.get(verband) ?? []), binding]);
    }
  }
  const nobody = [{ id: undefined, since: from }];
  const rows: HerinneringRow[] = [];
  const { verbanden } = options;
  for (const afspraak of verbanden === undefined ? register.afspraken() : register.findAfspraken({ verbanden })) {
    for (const { id, since } of channels.get(afspraak.verband) ?? nobody) {
      if (options.kanaal !== undefined && id !== options.kanaal) continue;
      const plan = { ladderFor, calendar: calendarOf(afspraak), from, to };
      for (const moment of planOccurrences(afspraak, id, plan)) rows.push(...followingRow(moment, since, ground));
    }
  }
  return rows;
}

function followingRow(
  moment: PlannedOccurrence,
  since: number,
  { ankers, options }: Ground,
): readonly HerinneringRow[] {
  const anker = ankers.get(trackName(moment));
  if (anker?.settledAt !== undefined) return [];
  const { name, code, verband, kind, anchor, step, at, kanaal } = moment;
  // What lay before the binding, or before the "Klaar" that gave this date, is not told afterwards.
  const isPast = at <= options.now && at <= Math.max(since, anker?.startsAt ?? since);
  const isSilent = kanaal !== undefined && isQuiet(anker, { kanaal, step, at });
  const state = isPast || isSilent ? 'skipped' : 'planned';
  return [{ occurrence: name, code, verband, kind, anchor, step, at, channel: kanaal ?? null, state }];
}

async function withKanalenOf(
  regels: readonly Herinneringregel[],
  bound: ReadonlyMap<string, Kanaal>,
  kanalen: Kanalen,
): Promise<ReadonlyMap<string, Kanaal>> {
  const missing = [...new Set(regels.map(({ kanaal }) => kanaal))].filter((id) => !bound.has(id));
  const found = await Promise.all(missing.map((id) => kanalen.kanaal(id)));
  return new Map([...bound, ...found.flatMap((kanaal): [string, Kanaal][] => (kanaal ? [[kanaal._id, kanaal]] : []))]);
}

/** What own rules give in the window; what somebody moved or asked for by hand is among the stored ones. */
function regelRows(ground: Ground): readonly HerinneringRow[] {
  const { register, options, ankers, regels, kanalenById, timeZone, from, to } = ground;
  return [...regels.values()].flatMap((regel): readonly HerinneringRow[] => {
    if (overzichtOf(regel) !== undefined) return [];
    if (options.kanaal !== undefined && regel.kanaal !== options.kanaal) return [];
    if (options.kanaal === undefined && options.verbanden?.includes(regel.verband ?? '') === false) return [];
    const code = codeOf(regel);
    const afspraak = code === undefined ? undefined : register.afspraak(code);
    const reces = (afspraak && ground.recesOf(afspraak)) ?? [];
    const start = regel.wanneer.kind === 'recurring' ? Math.max(from, regel.since) : from;
    return regelMoments(regel, { afspraak, timeZone, reces }, start, to).flatMap(({ name, anchor, at }) => {
      const occurrence = { ...emptyOf(regel, code), _id: name, anchor, at, due: at };
      const anker = ankers.get(trackName(occurrence));
      const kanaal = kanalenById.get(regel.kanaal);
      if (whyNotRegel(occurrence, { regel, kanaal, afspraak, anker }) !== undefined) return [];
      return [rowOf({ ...occurrence, version: 0 })];
    });
  });
}

const emptyOf = (regel: Herinneringregel, code: string | undefined) =>
  ({
    regel: regel._id,
    code: code ?? '',
    verband: regel.verband ?? '',
    kind: 'eigen',
    step: 0,
    kanaal: regel.kanaal,
    state: 'planned',
    attempts: 0,
    reactions: [],
  }) as const;
