import type { CivilDate } from '../kalender/civil-date.ts';
import { type Afspraak, ended } from './types.ts';

/** What *open*, *lopend* and *te laat* mean: CONTRACT §6, in one place for search, cards and reminders. Always by civil date. */

export const isOpen = (afspraak: Pick<Afspraak, 'status'>): boolean => !ended.includes(afspraak.status);

/** In force on this day: under way, begun and not yet ended. */
export const isLopend = (
  afspraak: Pick<Afspraak, 'status' | 'ingangsdatum' | 'einddatum'>,
  today: CivilDate,
): boolean =>
  (afspraak.status === 'lopend' || afspraak.status === 'onder-herijking') &&
  (afspraak.ingangsdatum === undefined || afspraak.ingangsdatum <= today) &&
  (afspraak.einddatum === undefined || afspraak.einddatum >= today);

/** The dates that make an open afspraak late once they have passed. */
export const dueFields = ['einddatum', 'herijking', 'rapportagedatum'] as const;

/** Open, and one of {@link dueFields} is before today (CONTRACT §6). */
export const isTeLaat = (afspraak: Pick<Afspraak, 'status' | (typeof dueFields)[number]>, today: CivilDate): boolean =>
  isOpen(afspraak) &&
  dueFields.some((field) => {
    const day = afspraak[field];
    return day !== undefined && day < today;
  });
