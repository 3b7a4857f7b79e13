import type { CivilDate } from '../kalender/civil-date.ts';
import { addTo, dayAt, instantAt } from '../kalender/civil-date.ts';
import type { Kanaal } from '../kanalen/types.ts';
import { change, type Draft, type Store } from '../opslag/store.ts';
import type { RegisterView } from '../register/types.ts';
import { whyNot } from './follows.ts';
import type { Anker, Outbox, OutboxOccurrence } from './outbox.ts';
import { changeAnker, draftOf, isQuiet, openOutbox, putPlanned, withoutLease } from './outbox.ts';
import { planOccurrences, trackName } from './plan.ts';
import { loadRules } from './rules.ts';
import type { MomentTrace, Reaction } from './types.ts';

/**
 * One moment that follows from the dates of an afspraak, managed by hand as own reminders are: told there and then, left out, its
 * date silent until a day. Moving it is Uitstellen (reactions.ts). What is only planned by the rules gets its place in the outbox
 * first. Each step is one compare-and-replace, so that a button pressed or delivered twice has one effect.
 */

export interface MomentParts {
  readonly store: Store;
  readonly register: RegisterView;
  readonly timeZone: string;
}

/** How one moment stands in its kanaal. */
export interface LadderMoment {
  readonly occurrence: OutboxOccurrence;
  /** Its date is silent here until this instant, epoch ms. */
  readonly quietUntil?: number;
  /** It will come: planned, ahead of now, and not silent. */
  readonly comes: boolean;
}

/** Who pressed, and when (epoch ms). `stamp`: version of the moment on the card that was pressed. */
export interface MomentPress {
  readonly by: Reaction['by'];
  readonly at: number;
  readonly stamp?: number;
}

export type MomentOutcome =
  | { readonly kind: 'done' | 'already'; readonly moment: LadderMoment }
  /** The date moved, ended or was settled, or it was told already: there is nothing to manage. */
  | { readonly kind: 'outdated' }
  /** None of this kanaal has this name. */
  | { readonly kind: 'unknown' };

/** Further ahead nobody manages anything; as far as Uitstellen goes. */
const furthestYears = 2;
const mostTraces = 20;
const leftOut = 'left-out';

/** The moment of this name in this kanaal, stored or only planned by the rules; undefined: there is none. */
export async function findMoment(
  parts: MomentParts,
  kanaal: Kanaal,
  name: string,
  now: number,
): Promise<LadderMoment | undefined> {
  const outbox = openOutbox(parts.store);
  const occurrence = (await outbox.occurrences.get(name)) ?? (await plannedByRules(parts, kanaal, name, now));
  if (occurrence === undefined || occurrence.kanaal !== kanaal._id || !isOfLadder(occurrence)) return undefined;
  const anker = await outbox.ankers.get(trackName(occurrence));
  return momentOf(occurrence, anker, now);
}

const isOfLadder = ({ regel, escalatie }: OutboxOccurrence): boolean => regel === undefined && escalatie === undefined;

function momentOf(occurrence: OutboxOccurrence, anker: Anker | undefined, now: number): LadderMoment {
  const until = anker?.quiet.find((one) => one.kanaal === occurrence.kanaal && one.until > now)?.until;
  const comes = occurrence.state === 'planned' && occurrence.at > now && !isQuiet(anker, occurrence);
  return { occurrence, comes, ...(until !== undefined && { quietUntil: until }) };
}

async function plannedByRules(
  { store, register, timeZone }: MomentParts,
  kanaal: Kanaal,
  name: string,
  now: number,
): Promise<OutboxOccurrence | undefined> {
  const afspraak = register.afspraak(name.split('/')[0] ?? '');
  if (afspraak === undefined || kanaal.removed || !kanaal.verbanden.includes(afspraak.verband)) return undefined;
  const { ladderFor, calendarOf } = await loadRules(store, timeZone);
  const last = addTo(dayAt(now, timeZone), { years: furthestYears });
  const window = { from: now, to: instantAt(last, '23:59', timeZone) };
  const found = planOccurrences(afspraak, kanaal._id, { ladderFor, calendar: calendarOf(afspraak), ...window });
  const moment = found.find((one) => one.name === name);
  if (moment === undefined) return undefined;
  const { code, verband, kind, anchor, step, at } = moment;
  const fresh = { state: 'planned', at, due: at, attempts: 0, reactions: [], version: 0 } as const;
  return { _id: name, code, verband, kind, anchor, step, kanaal: kanaal._id, ...fresh };
}

/** Gives it its place in the outbox, so that a button can work on it; whoever comes second finds it there. */
export async function keepMoment(
  parts: MomentParts,
  kanaal: Kanaal,
  name: string,
  now: number,
): Promise<LadderMoment | undefined> {
  const moment = await findMoment(parts, kanaal, name, now);
  if (moment?.occurrence.version !== 0 && moment?.occurrence.state !== 'cancelled') return moment;
  // A cancelled one: its date moved away and back before planning came to it.
  const planned = await plannedByRules(parts, kanaal, name, now);
  if (planned === undefined) return moment;
  await putPlanned(openOutbox(parts.store).occurrences, { ...draftOf(planned), state: 'planned' });
  return findMoment(parts, kanaal, name, now);
}

/** **Nu sturen**: told as it stands, beside what is planned. The same button pressed again sends nothing more. */
export async function sendMomentNow(
  parts: MomentParts,
  kanaal: Kanaal,
  name: string,
  press: MomentPress & { readonly stamp: number },
): Promise<MomentOutcome> {
  return manage(parts, kanaal, name, press, async (outbox, moment) => {
    const { by, at, stamp } = press;
    const { code, verband, kind, anchor, step } = moment.occurrence;
    const isFirst = await traced(outbox, name, { deed: 'nu', by: by.naam, at, stamp }, (current) => {
      return current.trace?.some((one) => one.deed === 'nu' && one.stamp === stamp) === true ? 'already' : {};
    });
    // On a second press as well: a process may have died between the two writes.
    const fresh = { state: 'planned', at, due: at, attempts: 0, reactions: [], asked: true } as const;
    const asked = { code, verband, kind, anchor, step, kanaal: kanaal._id, ...fresh };
    await outbox.occurrences.insert({ _id: `${name}/nu-${stamp}`, ...asked });
    return isFirst;
  });
}

/** **Overslaan**: this one does not come; the others about the same date do. */
export const leaveOut = (
  parts: MomentParts,
  kanaal: Kanaal,
  name: string,
  press: MomentPress,
): Promise<MomentOutcome> =>
  manage(parts, kanaal, name, press, (outbox) =>
    traced(outbox, name, { deed: 'overgeslagen', by: press.by.naam, at: press.at }, (current) => {
      if (current.state !== 'planned') return current.reason === leftOut ? 'already' : 'outdated';
      return { state: 'skipped', reason: leftOut };
    }),
  );

/**
 * **Pauzeren**: its date is silent in this kanaal until this day; the day of the date itself always speaks, as with Uitstellen.
 *
 * @param until 09:00 on a working day, epoch ms, with the day as it is told
 */
export const silence = (
  parts: MomentParts,
  kanaal: Kanaal,
  name: string,
  until: { readonly day: CivilDate; readonly at: number },
  press: MomentPress,
): Promise<MomentOutcome> =>
  manage(parts, kanaal, name, press, async (outbox, { occurrence, quietUntil }) => {
    if (quietUntil === until.at) return 'already';
    await setQuiet(outbox, occurrence, until.at, press.at);
    return traced(outbox, name, { deed: 'gepauzeerd', by: press.by.naam, at: press.at, day: until.day }, () => ({}));
  });

/** **Hervatten**: it comes again after all, and its date is no longer silent. */
export const resume = (parts: MomentParts, kanaal: Kanaal, name: string, press: MomentPress): Promise<MomentOutcome> =>
  manage(parts, kanaal, name, press, async (outbox, { occurrence, quietUntil }) => {
    const isOut = occurrence.state === 'skipped' && occurrence.reason === leftOut;
    if (!isOut && quietUntil === undefined) return 'already';
    if (quietUntil !== undefined) await setQuiet(outbox, occurrence, undefined, press.at);
    return traced(outbox, name, { deed: 'hervat', by: press.by.naam, at: press.at }, (current) => {
      if (current.state !== 'skipped' || current.reason !== leftOut) return {};
      return current.at > press.at ? { state: 'planned' } : 'outdated';
    });
  });

type Said = 'done' | 'already' | 'outdated';

/** Does the deed on a moment that still is to come, and gives how it stands afterwards. */
async function manage(
  parts: MomentParts,
  kanaal: Kanaal,
  name: string,
  press: MomentPress,
  deed: (outbox: Outbox, moment: LadderMoment) => Promise<Said>,
): Promise<MomentOutcome> {
  const moment = await keepMoment(parts, kanaal, name, press.at);
  if (moment === undefined) return { kind: 'unknown' };
  const outbox = openOutbox(parts.store);
  if (!(await stillFollows(parts, outbox, kanaal, moment.occurrence))) return { kind: 'outdated' };
  const said = await deed(outbox, moment);
  const after = await findMoment(parts, kanaal, name, press.at);
  return said === 'outdated' || after === undefined ? { kind: 'outdated' } : { kind: said, moment: after };
}

async function stillFollows(
  { store, register, timeZone }: MomentParts,
  outbox: Outbox,
  kanaal: Kanaal,
  occurrence: OutboxOccurrence,
): Promise<boolean> {
  const { ladderFor } = await loadRules(store, timeZone);
  const anker = await outbox.ankers.get(trackName(occurrence));
  return whyNot(occurrence, { afspraak: register.afspraak(occurrence.code), kanaal, anker, ladderFor }) === undefined;
}

/** Changes it together with who did what. `decide` gives what becomes of it, or why nothing does. */
async function traced(
  { occurrences }: Outbox,
  name: string,
  trace: MomentTrace,
  decide: (current: OutboxOccurrence) => Pick<Partial<OutboxOccurrence>, 'state' | 'reason'> | 'already' | 'outdated',
): Promise<Said> {
  let said: Said = 'outdated';
  await change(occurrences, name, (current): Draft<OutboxOccurrence> | undefined => {
    const next = decide(current);
    said = typeof next === 'string' ? next : 'done';
    if (typeof next === 'string') return undefined;
    const kept = next.state === undefined ? draftOf(current) : withoutReason(current);
    return { ...kept, ...next, trace: [...(current.trace ?? []), trace].slice(-mostTraces) };
  });
  return said;
}

function withoutReason(current: OutboxOccurrence): Draft<OutboxOccurrence> {
  const { reason: _, ...rest } = withoutLease(current);
  return rest;
}

const setQuiet = (
  { ankers }: Outbox,
  occurrence: OutboxOccurrence,
  until: number | undefined,
  at: number,
): Promise<void> =>
  changeAnker(ankers, trackName(occurrence), (current) => ({
    ...current,
    quiet: [
      ...current.quiet.filter(({ kanaal }) => kanaal !== occurrence.kanaal),
      ...(until === undefined ? [] : [{ kanaal: occurrence.kanaal, until }]),
    ],
    changedAt: Math.max(current.changedAt, at),
  }));
