import type { CivilDate } from '../kalender/civil-date.ts';
import { addDuration, negate, parseDuration } from '../kalender/duration.ts';
import type { Afspraak, Zoekdatum } from './types.ts';

/** The last day on which an afspraak can be given notice: no field of its own, but asked for like one. */

/** Per afspraak, which never changes itself: a list of thousands asks for it each time, and shows five. */
const lastDays = new WeakMap<Afspraak, { readonly day: CivilDate | undefined }>();

/** Last day to give notice: einddatum minus opzegtermijn. */
export function uitersteOpzegdatum(afspraak: Afspraak): CivilDate | undefined {
  const { einddatum, opzegtermijn } = afspraak;
  if (einddatum === undefined || opzegtermijn === undefined) return undefined;
  const known = lastDays.get(afspraak);
  if (known !== undefined) return known.day;
  const length = parseDuration(opzegtermijn);
  const day = length && addDuration(einddatum, negate(length));
  lastDays.set(afspraak, { day });
  return day;
}

/** The day of one of the dates that are searched by. */
export const dayOf = (afspraak: Afspraak, veld: Zoekdatum): CivilDate | undefined =>
  veld === 'opzegdatum' ? uitersteOpzegdatum(afspraak) : afspraak[veld];
