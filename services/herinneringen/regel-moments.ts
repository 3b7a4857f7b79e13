import { type CivilDate, dayAt, instantAt } from '../kalender/civil-date.ts';
import { addDuration, parseDuration } from '../kalender/duration.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type Reces,
} from '../kalender/feestdagen.ts';
import { isDaily, recurrenceDays } from '../kalender/recurrence.ts';
import type { Afspraak } from '../register/types.ts';
import { anchorsOf } from './ladders.ts';
import { longestShiftOf, trackName } from './plan.ts';
import type { AnkerVeld, Herinneringregel, RegelWanneer } from './regel.ts';

/** From an own rule to its moments. Pure: the same on every machine, in every zone of the process. */

const reminderTime = '09:00';
const dayMs = 86_400_000;
/** Nothing is moved further than this, back or on. */
const longestShiftMs = (reces: readonly Reces[]): number => (longestShiftOf(reces) + 5) * dayMs;

export interface RegelMoment {
  /** Name of its occurrence. */
  readonly name: string;
  /** The date it is about: its own day, or the date of the afspraak it counts from. */
  readonly anchor: CivilDate;
  /** Epoch ms. */
  readonly at: number;
}

export interface MomentGround {
  /** The afspraak that an `anchor` rule counts from, as it is now. */
  readonly afspraak: Afspraak | undefined;
  readonly timeZone: string;
  readonly reces?: readonly Reces[];
}

type Recurring = Extract<RegelWanneer, { kind: 'recurring' }>;

/** A rule, or what would become one. */
export type Timed = Pick<Herinneringregel, '_id' | 'wanneer' | 'since' | 'pauze'>;

/** Every moment after `from`, up to and including `to` (epoch ms), in order of time. */
export function regelMoments(regel: Timed, ground: MomentGround, from: number, to: number): readonly RegelMoment[] {
  return unpaused(regel, ground, from, to)
    .flatMap((moment): RegelMoment[] => {
      const at = afterPause(regel, moment.at);
      return at === undefined ? [] : [{ ...moment, at }];
    })
    .filter(({ at }) => at > from && at <= to);
}

function unpaused(regel: Timed, ground: MomentGround, from: number, to: number): readonly RegelMoment[] {
  const { wanneer } = regel;
  const moment = (anchor: CivilDate, at: number): RegelMoment => ({ name: momentName(regel, anchor), anchor, at });
  switch (wanneer.kind) {
    case 'once':
      return [moment(wanneer.dag, instantOf(wanneer.dag, wanneer.tijd, regel.since, ground))];
    case 'days':
      return onceEach(wanneer.dagen.map((dag) => moment(dag, instantOf(dag, wanneer.tijd, regel.since, ground))));
    case 'anchor': {
      const base = ankerDate(ground.afspraak, wanneer.veld);
      if (base === undefined) return [];
      const dag = wanneer.werkdagen
        ? addWorkingDays(base, parseDuration(wanneer.verschuiving)?.days ?? 0)
        : addDuration(base, wanneer.verschuiving);
      return [moment(base, instantOf(dag, wanneer.tijd, regel.since, ground))];
    }
    case 'recurring':
      return recurringMoments(wanneer, ground, from, to).map(({ day, at }) => moment(day, at));
  }
}

/** Of two days that are both moved back to one morning the first is told. */
const onceEach = (moments: readonly RegelMoment[]): readonly RegelMoment[] =>
  moments.filter(({ at }, index) => moments.findIndex((one) => one.at === at) === index);

const daysOf = (wanneer: Recurring, van: CivilDate, tot: CivilDate): readonly CivilDate[] =>
  recurrenceDays(wanneer, van, wanneer.tot !== undefined && wanneer.tot < tot ? wanneer.tot : tot);

function recurringMoments(
  wanneer: Recurring,
  ground: MomentGround,
  from: number,
  to: number,
): readonly { readonly day: CivilDate; readonly at: number }[] {
  const { timeZone, reces = [] } = ground;
  if (wanneer.vooruit) {
    const early = recurrenceDays(wanneer, dayAt(from - longestShiftMs(reces), timeZone), dayAt(to, timeZone));
    return early.map((day) => ({ day, at: instantAt(nextWorkingDay(day, { reces }), reminderTime, timeZone) }));
  }
  const days = daysOf(wanneer, dayAt(from, timeZone), dayAt(to + longestShiftMs(reces), timeZone));
  if (wanneer.tijd !== undefined) {
    const { tijd } = wanneer;
    return days.map((day) => ({ day, at: instantAt(day, tijd, timeZone) }));
  }
  // Moved back, the free days of a daily rule would all come together on the working day before them.
  const spoken = isDaily(wanneer) ? days.filter((day) => isWorkingDay(day, { reces })) : days;
  return spoken.map((day) => ({ day, at: instantAt(previousWorkingDay(day, { reces }), reminderTime, timeZone) }));
}

/**
 * A day without a time that would be moved back to before it was asked for comes on the next working day instead; asked for inside
 * a reces it comes on its own day, for after the reces would be weeks late.
 */
function instantOf(dag: CivilDate, tijd: string | undefined, since: number, { timeZone, reces = [] }: MomentGround) {
  if (tijd !== undefined) return instantAt(dag, tijd, timeZone);
  const back = [previousWorkingDay(dag, { reces }), previousWorkingDay(dag)]
    .map((day) => instantAt(day, reminderTime, timeZone))
    .find((at) => at > since);
  return back ?? instantAt(nextWorkingDay(dag), reminderTime, timeZone);
}

/** A rule for one moment that falls in a pause speaks when the pause ends; a recurring one lets it go. */
function afterPause({ wanneer, pauze }: Timed, at: number): number | undefined {
  if (pauze === undefined || !isIn(pauze, at)) return at;
  return wanneer.kind === 'recurring' ? undefined : pauze.until;
}

const isIn = ({ from, until }: NonNullable<Timed['pauze']>, at: number): boolean =>
  at >= from && (until === undefined || at < until);

/** Whether it is paused at this instant. */
export const isPaused = ({ pauze }: Pick<Herinneringregel, 'pauze'>, now: number): boolean =>
  pauze !== undefined && isIn(pauze, now);

/** Two moments of one rule on one day differ by their time: it may be moved to later on the day it spoke. */
const momentName = ({ _id, wanneer }: Timed, anchor: CivilDate): string =>
  `${trackName({ code: '', kind: 'eigen', anchor, regel: _id })}/${wanneer.tijd?.replace(':', '') ?? 'dag'}`;

/** The date of the afspraak that a rule counts from; undefined when it has none. */
export function ankerDate(afspraak: Afspraak | undefined, veld: AnkerVeld): CivilDate | undefined {
  if (afspraak === undefined) return undefined;
  if (veld !== 'opzeggen') return afspraak[veld];
  return anchorsOf(afspraak).find(({ kind }) => kind === 'opzeggen')?.anchor;
}

/** Whether the rule still names this date, at whatever instant. */
export function namesDate({ wanneer }: Timed, anchor: CivilDate, afspraak: Afspraak | undefined): boolean {
  switch (wanneer.kind) {
    case 'once':
      return wanneer.dag === anchor;
    case 'days':
      return wanneer.dagen.includes(anchor);
    case 'anchor':
      return ankerDate(afspraak, wanneer.veld) === anchor;
    case 'recurring':
      return daysOf(wanneer, anchor, anchor).length > 0;
  }
}

/** The first few moments after this instant: what a preview shows. At most ten years ahead. */
export function nextMoments(regel: Timed, ground: MomentGround, after: number, count: number): readonly RegelMoment[] {
  for (const years of [1, 10]) {
    const found = regelMoments(regel, ground, after, after + years * 366 * dayMs);
    if (found.length >= count || years === 10) return found.slice(0, count);
  }
  return [];
}

/** `_id` of the afspraak that the rule is about or counts from. */
export function codeOf({ wanneer, inhoud }: Pick<Herinneringregel, 'wanneer' | 'inhoud'>): string | undefined {
  if (inhoud.kind === 'afspraak') return inhoud.code;
  return wanneer.kind === 'anchor' ? wanneer.code : undefined;
}
