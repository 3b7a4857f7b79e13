import { type CivilDate, dayAt, instantAt } from '../kalender/civil-date.ts';
import { addWorkingDays, type Reces } from '../kalender/feestdagen.ts';
import { deputyOf, nextSchakel, samePerson as sameOwner } from '../register/keten.ts';
import type { Afspraak, Eigenaar, Ketenmodel, Schakel, Verband } from '../register/types.ts';
import type { Herinneringregel } from './regel.ts';
import type { HerinneringKind, Occurrence, OccurrenceState, Reaction } from './types.ts';
import { type EscalatieTrap, escalatieTrappen } from './types.ts';

/**
 * What follows when nobody pressed a button on a herinnering: to whom it turns, in which order and when. Pure; the planner of
 * escalations, delivery, the list and the cards all ask here.
 *
 * A *stilte* begins with the first herinnering of a date in a kanaal after which nobody reacted to that date, anywhere. Each step
 * is told at most once in one stilte. A reaction ends it; the next herinnering that stays without one begins another.
 */

/** Working days without a reaction before the next step; 0: never. */
export type Werkdagen = number;

/**
 * No law or agreement names these. Five working days is a week in which everybody has been at work once. A report and the last day to
 * give notice wait for nobody, so there it is three: four steps fit between the herinneringen of 30 and of 14 days before. A rule of
 * the channel's own waits five as well.
 */
export const defaultWerkdagen: Readonly<Record<HerinneringKind, Werkdagen>> = {
  herijking: 5,
  evaluatie: 5,
  rapportage: 3,
  opzeggen: 3,
  einde: 5,
  eigen: 5,
  // It has no buttons to react with.
  overzicht: 0,
};

/** Where the chain model sends the last step. `allen`: to everybody, as a question, because nobody stands above the others. */
export type KetenGericht =
  | { readonly kind: 'regisseur'; readonly persoon: Eigenaar }
  | { readonly kind: 'schakel'; readonly schakel: Schakel }
  /** `reason`: why not to somebody in particular; absent for a netwerk, where that is how it works. */
  | { readonly kind: 'allen'; readonly reason?: 'no-model' | 'no-regisseur' | 'no-schakel' };

/** To whom one step turns. */
export type Gericht =
  | { readonly trap: 'eigenaar'; readonly persoon: Eigenaar; readonly opgepakt?: true }
  | { readonly trap: 'plaatsvervanger' | 'coordinator'; readonly persoon: Eigenaar }
  | { readonly trap: 'keten'; readonly model?: Ketenmodel; readonly gericht: KetenGericht };

export interface EscalationSubject {
  readonly afspraak: Afspraak;
  readonly verband: Verband | undefined;
  /** Who took this date up: addressed in the place of the eigenaar. */
  readonly holder?: Reaction['by'] | undefined;
}

/** Every step that turns to somebody, in order: nobody is addressed twice, and the last one always is there. */
export function stepsFor({ afspraak, verband, holder }: EscalationSubject): readonly Gericht[] {
  const keten = verband?.keten;
  const told: Eigenaar[] = [];
  const isNew = (person: Eigenaar | undefined): person is Eigenaar => {
    if (person === undefined || told.some((one) => sameOwner(one, person))) return false;
    told.push(person);
    return true;
  };
  const steps: Gericht[] = [];
  const first = holder === undefined ? afspraak.eigenaar : { naam: holder.naam };
  if (isNew(first))
    steps.push({ trap: 'eigenaar', persoon: first, ...(holder !== undefined && { opgepakt: true as const }) });
  const deputy = deputyOf(afspraak, keten);
  if (isNew(deputy)) steps.push({ trap: 'plaatsvervanger', persoon: deputy });
  const coordinator = keten?.coordinator;
  // Where the regisseur is the coordinator too, the step of the chain model is the one that says so.
  const directs = keten?.model === 'orkestratie' && sameOwner(coordinator, keten.regisseur);
  if (!directs && isNew(coordinator)) steps.push({ trap: 'coordinator', persoon: coordinator });
  const model = keten?.model;
  steps.push({ trap: 'keten', ...(model !== undefined && { model }), gericht: gerichtOf(afspraak, verband) });
  return steps;
}

function gerichtOf(afspraak: Afspraak, verband: Verband | undefined): KetenGericht {
  const keten = verband?.keten;
  switch (keten?.model) {
    case undefined:
      return { kind: 'allen', reason: 'no-model' };
    case 'netwerk':
      return { kind: 'allen' };
    case 'orkestratie': {
      const { regisseur } = keten;
      return regisseur === undefined
        ? { kind: 'allen', reason: 'no-regisseur' }
        : { kind: 'regisseur', persoon: regisseur };
    }
    case 'estafette': {
      const schakel = nextSchakel(afspraak, keten);
      return schakel === undefined ? { kind: 'allen', reason: 'no-schakel' } : { kind: 'schakel', schakel };
    }
  }
}

/** An own rule escalates when it is about an afspraak and speaks once: of one that recurs the next comes by itself. */
export const mayEscalate = (
  { code, regel: id }: Pick<Occurrence, 'code' | 'regel'>,
  regel: Herinneringregel | undefined,
): boolean => code !== '' && (id === undefined || (regel !== undefined && regel.wanneer.kind !== 'recurring'));

/** At nine on the so many-th working day after the day of this instant (epoch ms). */
export function escalationInstant(
  since: number,
  days: Werkdagen,
  { timeZone, reces = [] }: { readonly timeZone: string; readonly reces?: readonly Reces[] | undefined },
): number {
  const day: CivilDate = addWorkingDays(dayAt(since, timeZone), days, { reces });
  return instantAt(day, '09:00', timeZone);
}

/** When people could have read it, epoch ms. */
const toldAt = ({ postedAt, at }: Occurrence): number => postedAt ?? at;

const isOrdinary = ({ escalatie }: Occurrence): boolean => escalatie === undefined;

/**
 * Whether somebody reacted to this date since this herinnering was told: on it, on one told later, or at a later moment on an
 * earlier one, in whatever kanaal.
 */
export function isAnswered(start: Occurrence, track: readonly Occurrence[]): boolean {
  const since = toldAt(start);
  return track.some(
    (one) =>
      one.reactions.length > 0 &&
      (one._id === start._id || toldAt(one) >= since || one.reactions.some(({ at }) => at >= since)),
  );
}

/**
 * The herinnering with which the present stilte began in this kanaal; `undefined`: there is none. What came although somebody had
 * postponed the date there (the day itself always speaks) begins none: that is for the day on which it comes back.
 */
export function startOfSilence<T extends Occurrence>(
  track: readonly T[],
  kanaal: string,
  timeZone: string,
): T | undefined {
  const here = track.filter((one) => one.kanaal === kanaal);
  const postponed = here
    .flatMap(({ reactions }) => reactions.filter(({ button }) => button === 'uitstellen'))
    .sort((one, other) => one.at - other.at)
    .at(-1);
  const isPostponed = (one: T): boolean =>
    postponed?.until !== undefined && toldAt(one) >= postponed.at && dayAt(toldAt(one), timeZone) < postponed.until;
  return here
    .filter((one) => one.state === 'delivered' && isOrdinary(one) && !isPostponed(one))
    .sort((one, other) => toldAt(one) - toldAt(other) || (one._id < other._id ? -1 : 1))
    .find((one) => !isAnswered(one, track));
}

/** Who took this date up, as it stands: the last who pressed "Ik pak het op", in whatever kanaal. */
export function holderOf(track: readonly Occurrence[]): Reaction['by'] | undefined {
  const taken = track.flatMap(({ reactions }) => reactions.filter(({ button }) => button === 'oppakken'));
  return taken.sort((one, other) => one.at - other.at).at(-1)?.by;
}

const escalationName = (start: string, trap: EscalatieTrap): string => `${start}/escalatie-${trap}`;

export interface WantedEscalation {
  /** Name of its occurrence: the same whenever and wherever it is planned. */
  readonly name: string;
  readonly trap: EscalatieTrap;
  /** Epoch ms. */
  readonly at: number;
}

export interface EscalationTerms {
  readonly days: Werkdagen;
  readonly timeZone: string;
  readonly reces?: readonly Reces[] | undefined;
}

/** States in which a step has had its turn: it was told, or may have been, or something else was told in its place. */
const passed: readonly OccurrenceState[] = ['delivered', 'uncertain', 'settled', 'skipped'];
/** States in which a step still has its turn; a refused one waits for a person (`herinneringen status`). */
const waiting: readonly OccurrenceState[] = ['planned', 'leased', 'posting', 'refused'];

/** The step that must come next in the stilte that began here; `undefined`: one is waiting already, or all have been told. */
export function nextEscalation(
  start: Occurrence,
  track: readonly Occurrence[],
  steps: readonly Gericht[],
  terms: EscalationTerms,
): WantedEscalation | undefined {
  if (terms.days === 0) return undefined;
  const told = track.filter(({ stilte }) => stilte === start._id);
  if (told.some(({ state }) => waiting.includes(state))) return undefined;
  const [last] = told
    .filter(({ state }) => passed.includes(state))
    .sort((one, other) => placeOf(other.escalatie) - placeOf(one.escalatie));
  const next = steps.find(({ trap }) => placeOf(trap) > placeOf(last?.escalatie));
  if (next === undefined) return undefined;
  const at = escalationInstant(toldAt(last ?? start), terms.days, terms);
  return { name: escalationName(start._id, next.trap), trap: next.trap, at };
}

const placeOf = (trap: EscalatieTrap | undefined): number => (trap === undefined ? -1 : escalatieTrappen.indexOf(trap));

/** What is still to come in a stilte that began, or would begin, at this instant: for showing. */
export function forecast(
  since: number,
  steps: readonly Gericht[],
  terms: EscalationTerms,
): readonly { readonly gericht: Gericht; readonly at: number }[] {
  if (terms.days === 0) return [];
  let from = since;
  return steps.map((gericht) => {
    from = escalationInstant(from, terms.days, terms);
    return { gericht, at: from };
  });
}
