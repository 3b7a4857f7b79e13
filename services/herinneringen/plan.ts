import type { CivilDate } from '../kalender/civil-date.ts';
import { addTo, daysBetween, instantAt } from '../kalender/civil-date.ts';
import type { Reces } from '../kalender/feestdagen.ts';
import { previousWorkingDay } from '../kalender/feestdagen.ts';
import type { Afspraak } from '../register/types.ts';
import type { Anchor, Ladder, LadderFor } from './ladders.ts';
import { anchorsOf } from './ladders.ts';
import type { HerinneringKind } from './types.ts';

/**
 * From rules to moments: which herinneringen an afspraak gives in a window of time (CONTRACT §8). Pure: the same answer on every
 * machine, in every zone of the process and in every order.
 */

const dayMs = 86_400_000;
const epoch: CivilDate = '1970-01-01';
const reminderTime = '09:00';
/** The longest run of free days without any reces: Good Friday … Easter Monday, or Christmas against a weekend. With room to spare. */
const freeDaysInARow = 10;

/**
 * Turns "so many days from this date" into an instant. Holds what it worked out, so that a hundred thousand afspraken cost a few
 * thousand calendar computations. Made once per zone and set of recessen, and reused; between them they share the plain days.
 */
export interface ReminderCalendar {
  /** 09:00 on the civil day `step` days from the anchor, moved back to the previous working day. Epoch ms; never falls as step rises. */
  at(anchor: CivilDate, step: number): number;
  /** Whether that moment comes after this instant (epoch ms). Of most days that is plain without working the moment out. */
  isAfter(anchor: CivilDate, step: number, instant: number): boolean;
  /** Days since 1970-01-01. */
  dayNumber(day: CivilDate): number;
  /** The most days that a moment is ever moved back. */
  readonly longestShift: number;
}

export function reminderCalendar(timeZone: string, reces: readonly Reces[] = []): ReminderCalendar {
  const days = plainDaysOf(timeZone);
  const stretches = reces.map(({ van, tot }) => [days.number(van), days.number(tot)] as const);
  const longestShift = longestShiftOf(reces);
  const instants = new Map<number, number>();
  /** The last day at or before this one that is a working day and in no reces; one too far back is a mistake and is ignored. */
  function workingDay(number: number): number {
    for (let day = days.workingDay(number); number - day <= longestShift; ) {
      const inside = stretches.find(([van, tot]) => van <= day && day <= tot);
      if (inside === undefined) return day;
      day = days.workingDay(inside[0] - 1);
    }
    return days.workingDay(number);
  }
  function momentOf(number: number): number {
    const known = instants.get(number);
    if (known !== undefined) return known;
    const instant = days.nine(workingDay(number));
    instants.set(number, instant);
    return instant;
  }
  return {
    dayNumber: days.number,
    longestShift,
    at: (anchor, step) => momentOf(days.number(anchor) + step),
    isAfter(anchor, step, instant) {
      const number = days.number(anchor) + step;
      const day = Math.floor(instant / dayMs);
      // Nine in the morning lies, in whatever zone, between the evening before and the end of the same day in UTC.
      if (number < day) return false;
      return number > day + 1 + longestShift || momentOf(number) > instant;
    },
  };
}

/** What does not depend on any reces, so that hundreds of calendars share it. Days are numbers since 1970-01-01. */
interface PlainDays {
  number(day: CivilDate): number;
  /** This day, or the last working day before it. */
  workingDay(number: number): number;
  /** 09:00 on this day, epoch ms. */
  nine(number: number): number;
}

const plainDays = new Map<string, PlainDays>();

function plainDaysOf(timeZone: string): PlainDays {
  const before = plainDays.get(timeZone);
  if (before !== undefined) return before;
  const number = remembered((day: CivilDate) => Date.parse(day) / dayMs);
  const made: PlainDays = {
    number,
    workingDay: remembered((day: number) => number(previousWorkingDay(addTo(epoch, { days: day })))),
    nine: remembered((day: number) => instantAt(addTo(epoch, { days: day }), reminderTime, timeZone)),
  };
  plainDays.set(timeZone, made);
  return made;
}

function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/** The most days that a moment is ever moved back: recessen with no more than free days between them are one stretch. */
export function longestShiftOf(reces: readonly Reces[]): number {
  let longest = 0;
  let stretch: Reces | undefined;
  for (const { van, tot } of [...reces].sort((one, other) => (one.van < other.van ? -1 : 1))) {
    const isOne: boolean = stretch !== undefined && van <= addTo(stretch.tot, { days: freeDaysInARow });
    stretch =
      isOne && stretch !== undefined ? { van: stretch.van, tot: tot > stretch.tot ? tot : stretch.tot } : { van, tot };
    longest = Math.max(longest, daysBetween(stretch.van, stretch.tot) + 1);
  }
  return longest + freeDaysInARow;
}

/** The configured reces of the councils that receive this afspraak; the same array for the same councils. `Recesview.recesOf` is one. */
export type RecesOf = (afspraak: Afspraak) => readonly Reces[] | undefined;

const noReces: readonly Reces[] = [];
const calendars = new Map<string, WeakMap<readonly Reces[], ReminderCalendar>>();

/** One calendar per set of recessen, so that what was worked out is used again in the next run. */
export function calendarsFor(timeZone: string, recesOf: RecesOf): (afspraak: Afspraak) => ReminderCalendar {
  const known = calendars.get(timeZone) ?? new WeakMap<readonly Reces[], ReminderCalendar>();
  calendars.set(timeZone, known);
  return (afspraak) => {
    const reces = recesOf(afspraak) ?? noReces;
    const found = known.get(reces) ?? reminderCalendar(timeZone, reces);
    known.set(reces, found);
    return found;
  };
}

/** A moment that follows from the rules, before anything is stored. */
export interface PlannedOccurrence {
  /** Its name: unique, and the same whenever and wherever it is planned. */
  readonly name: string;
  readonly code: string;
  readonly verband: string;
  readonly kind: HerinneringKind;
  readonly anchor: CivilDate;
  readonly step: number;
  /** Epoch ms. */
  readonly at: number;
  /** Absent: its verband is not bound to a channel. */
  readonly kanaal?: string;
}

/** What "Klaar" settles: one date of an afspraak (code, kind and anchor), or of an own rule. */
export const trackName = (of: Anchor & { readonly code: string; readonly regel?: string }): string =>
  of.regel === undefined ? `${of.code}/${of.kind}/${of.anchor}` : `eigen/${of.regel}/${of.anchor}`;

/** `postponedTo` tells one that came from "Uitstellen" from the step it was postponed from. */
export function occurrenceName(
  of: Anchor & { readonly code: string; readonly step: number; readonly kanaal?: string; readonly regel?: string },
  postponedTo?: string,
): string {
  const parts = [trackName(of), of.step];
  if (of.kanaal !== undefined) parts.push(of.kanaal);
  if (postponedTo !== undefined) parts.push(`uitgesteld-${postponedTo}`);
  // Joined, because a name built by templates keeps all its pieces in memory for as long as it lives.
  return parts.join('/');
}

export interface PlanOptions {
  readonly ladderFor: LadderFor;
  readonly calendar: ReminderCalendar;
  /** Window in epoch ms: after `from`, up to and including `to`. */
  readonly from: number;
  readonly to: number;
}

interface Step {
  readonly step: number;
  /** Epoch ms. */
  readonly at: number;
}

const noSteps: readonly Step[] = [];

/**
 * The steps of one ladder around one anchor whose instant lies in the window, in order of time. Of steps that are moved back to one
 * morning only the latest is told, and a step after the date never takes the place of the date itself: in a reces there is one
 * message before it, and the next one after it.
 */
export function stepsWithin(
  anchor: CivilDate,
  ladder: Ladder,
  { calendar, from, to }: Omit<PlanOptions, 'ladderFor'>,
): readonly Step[] {
  const anchorDay = calendar.dayNumber(anchor);
  const firstDay = Math.floor(from / dayMs);
  const lastDay = Math.floor(to / dayMs) + 1 + calendar.longestShift;
  let found: Step[] | undefined;
  const keep = (step: number): void => {
    const day = anchorDay + step;
    // Of most dates no step comes near the window: that is seen before anything is worked out.
    if (day < firstDay || day > lastDay) return;
    if (!calendar.isAfter(anchor, step, from) || calendar.isAfter(anchor, step, to)) return;
    const at = calendar.at(anchor, step);
    if (isTooEarly(calendar, anchor, step, at)) return;
    found ??= [];
    const same = found.findIndex((one) => one.at === at);
    const other = found[same];
    if (other === undefined) found.push({ step, at });
    else if (step > other.step) found[same] = { step, at };
  };
  for (const lead of ladder.lead) keep(lead === 0 ? 0 : -lead);
  if (ladder.afterEvery !== undefined) {
    const every = ladder.afterEvery;
    const first = Math.max(1, Math.floor((firstDay - 1 - anchorDay) / every));
    for (let count = first; anchorDay + count * every <= lastDay; count += 1) keep(count * every);
  }
  return found?.sort((one, other) => one.at - other.at) ?? noSteps;
}

/** A step after the date that is moved back to the moment of the date, or to before it. */
const isTooEarly = (calendar: ReminderCalendar, anchor: CivilDate, step: number, at: number): boolean =>
  step > 0 && step <= calendar.longestShift && at <= calendar.at(anchor, 0);

/** The last step at or before this instant, if there is one. */
export function lastStepBefore(
  anchor: CivilDate,
  ladder: Ladder,
  instant: number,
  calendar: ReminderCalendar,
): { readonly step: number; readonly at: number } | undefined {
  if (ladder.afterEvery !== undefined) {
    const every = ladder.afterEvery;
    const reach = Math.floor(instant / dayMs) + 1 + calendar.longestShift - calendar.dayNumber(anchor);
    for (let count = Math.floor(reach / every); count >= 1; count -= 1) {
      const step = count * every;
      if (calendar.isAfter(anchor, step, instant)) continue;
      const at = calendar.at(anchor, step);
      if (!isTooEarly(calendar, anchor, step, at)) return { step, at };
    }
  }
  let last: number | undefined;
  for (const lead of ladder.lead) {
    const step = lead === 0 ? 0 : -lead;
    if ((last === undefined || step > last) && !calendar.isAfter(anchor, step, instant)) last = step;
  }
  return last === undefined ? undefined : { step: last, at: calendar.at(anchor, last) };
}

/** Everything this afspraak is reminded of in this kanaal (or, without one, by the rules alone) within the window. */
export function planOccurrences(
  afspraak: Afspraak,
  kanaal: string | undefined,
  options: PlanOptions,
): readonly PlannedOccurrence[] {
  const code = afspraak._id;
  return anchorsOf(afspraak).flatMap(({ kind, anchor }) => {
    const ladder = options.ladderFor({ code, soort: afspraak.soort, verband: afspraak.verband }, kind, kanaal);
    return stepsWithin(anchor, ladder, options).map(({ step, at }) =>
      planned(afspraak, { kind, anchor }, { step, at }, kanaal),
    );
  });
}

/** Gives a step its name and place. */
export function planned(
  afspraak: Afspraak,
  { kind, anchor }: Anchor,
  { step, at }: { readonly step: number; readonly at: number },
  kanaal: string | undefined,
): PlannedOccurrence {
  const code = afspraak._id;
  const place = kanaal === undefined ? {} : { kanaal };
  const name = occurrenceName({ code, kind, anchor, step, ...place });
  return { name, code, verband: afspraak.verband, kind, anchor, step, at, ...place };
}

/** Whether a step belongs to a ladder at all, at whatever instant. */
export const hasStep = (ladder: Ladder, step: number): boolean =>
  step <= 0
    ? ladder.lead.includes(step === 0 ? 0 : -step)
    : ladder.afterEvery !== undefined && step % ladder.afterEvery === 0;
