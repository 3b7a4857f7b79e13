import type { CivilDate } from '../kalender/civil-date.ts';
import { addTo, instantAt, isCivilDate } from '../kalender/civil-date.ts';
import type { Reces } from '../kalender/feestdagen.ts';
import { nextWorkingDay, previousWorkingDay } from '../kalender/feestdagen.ts';
import type { Draft } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import type { Outbox, OutboxOccurrence } from './outbox.ts';
import { changeAnker, findTrack, withoutLease } from './outbox.ts';
import { occurrenceName, trackName } from './plan.ts';

/** "Uitstellen": silence about one date in one kanaal, until it comes back on a day that somebody chose. */

/** A day, week or month from the day of the press; or a day, with `T14:00` behind it when a time was named. */
export type Delay = '1d' | '1w' | '1m' | CivilDate;

export type DelayProblem = 'not-a-date' | 'not-in-future' | 'too-far';

const longestYears = 2;

/** When it comes back; without `tijd` at nine. */
export interface Return {
  readonly day: CivilDate;
  readonly tijd?: string;
}

/** As a person sees it pass by in the name of an occurrence: `2027-03-03`, `2027-03-03-1400`. */
export const returnName = ({ day, tijd }: Return): string =>
  tijd === undefined ? day : `${day}-${tijd.replace(':', '')}`;

const timed = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The day it comes back: a working day after the day of the press, moved back as other herinneringen are, unless that would
 * be no delay at all. Pressed inside a reces it comes back inside it: after it would be weeks later than was asked.
 * A time that was named is kept as it is, on any day.
 *
 * @param clock the time of the press, `10:05`; left out: the day of the press is over
 */
export function returnDay(
  delay: string,
  pressedOn: CivilDate,
  reces: readonly Reces[],
  clock = '24:00',
): Return | { readonly problem: DelayProblem } {
  const [, onDay, tijd] = timed.exec(delay) ?? [];
  if (onDay !== undefined && tijd !== undefined) {
    if (!isCivilDate(onDay)) return { problem: 'not-a-date' };
    if (`${onDay} ${tijd}` <= `${pressedOn} ${clock}`) return { problem: 'not-in-future' };
    return onDay > addTo(pressedOn, { years: longestYears }) ? { problem: 'too-far' } : { day: onDay, tijd };
  }
  const spans = { '1d': { days: 1 }, '1w': { weeks: 1 }, '1m': { months: 1 } } as const;
  const span = delay === '1d' || delay === '1w' || delay === '1m' ? spans[delay] : undefined;
  if (span === undefined && !isCivilDate(delay)) return { problem: 'not-a-date' };
  const wanted = span === undefined ? delay : addTo(pressedOn, span);
  if (wanted <= pressedOn) return { problem: 'not-in-future' };
  if (wanted > addTo(pressedOn, { years: longestYears })) return { problem: 'too-far' };
  const back = [previousWorkingDay(wanted, { reces }), previousWorkingDay(wanted)].find((day) => day > pressedOn);
  return { day: back ?? nextWorkingDay(wanted) };
}

/** Makes the occurrence that comes back, before anything is silenced: a crash half way reminds once too often, never too little. */
export async function postpone(
  outbox: Outbox,
  occurrence: OutboxOccurrence,
  back: Return,
  at: number,
  timeZone: string,
): Promise<void> {
  const { code, verband, kind, anchor, step, kanaal, regel } = occurrence;
  const due = instantAt(back.day, back.tijd ?? '09:00', timeZone);
  const name = occurrenceName(occurrence, returnName(back));
  const fresh = { state: 'planned', at: due, due, attempts: 0, reactions: [] } as const;
  const outcome = await outbox.occurrences.insert({
    _id: name,
    code,
    verband,
    kind,
    anchor,
    step,
    kanaal,
    postponedFrom: occurrence._id,
    ...(regel !== undefined && { regel }),
    ...fresh,
  });
  if (outcome.kind === 'exists') {
    // Chosen before, then replaced by another day, and now chosen again.
    await change(outbox.occurrences, name, (current): Draft<OutboxOccurrence> | undefined => {
      if (current.state !== 'cancelled') return undefined;
      const { reason: _, ...rest } = withoutLease(current);
      return { ...rest, state: 'planned', at: due, due };
    });
  }
  await changeAnker(outbox.ankers, trackName(occurrence), (current) => ({
    ...current,
    quiet: [...current.quiet.filter((one) => one.kanaal !== kanaal), { kanaal, until: due }],
    changedAt: Math.max(current.changedAt, at),
  }));
  for (const other of await findTrack(outbox, occurrence)) {
    if (other._id === name || other.kanaal !== kanaal || other.postponedFrom === undefined) continue;
    // The last press holds: of two days chosen for one date only the later choice comes back.
    await change(outbox.occurrences, other._id, (current): Draft<OutboxOccurrence> | undefined =>
      current.state === 'planned' ? { ...withoutLease(current), state: 'cancelled', reason: 'postponed' } : undefined,
    );
  }
}
