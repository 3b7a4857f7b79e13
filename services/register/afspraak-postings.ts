import { isEmpty, ownerKeys } from './conditions.ts';
import { isOpen } from './meanings.ts';
import { dayOf } from './notice-day.ts';
import { DayPostings, Postings } from './postings.ts';
import { type Afspraak, type Eigenaar, type Zoekdatum, zoekdata } from './types.ts';
import { stemsOf } from './words.ts';

/** Under which keys and days an afspraak is found. Used by afspraak-index.ts, and read by query-ways.ts. */

/** Fields that can be without a value. */
export const emptyable: readonly (keyof Afspraak)[] = [
  ...['tekst', 'eigenaar', 'ingangsdatum', 'einddatum', 'opzegtermijn', 'stilzwijgend', 'herijking', 'ritme'],
  ...['rapportageAan', 'rapportagedatum', 'rapportageritme', 'document'],
] as readonly (keyof Afspraak)[];

interface DayIndex {
  readonly any: DayPostings;
  /** Of open afspraken alone, so that years of finished ones do not slow down what is late. */
  readonly open: DayPostings;
}

const dayIndex = (): DayIndex => ({ any: new DayPostings(), open: new DayPostings() });

/** What tells one owner from another. */
export const personKey = ({ naam, email }: Eigenaar): string => email ?? naam;

/** One index per field, so that a value needs no prefix: the keys are the documents' own strings. */
export class AfspraakPostings {
  readonly verband = new Postings();
  readonly partij = new Postings();
  readonly soort = new Postings();
  readonly status = new Postings();
  readonly aan = new Postings();
  /** By every way that an owner may be asked for. */
  readonly eigenaar = new Postings();
  /** By what tells one owner from another. */
  readonly persoon = new Postings();
  /** The same of open afspraken alone. */
  readonly persoonOpen = new Postings();
  readonly vertrouwelijkheid = new Postings();
  readonly leeg = new Postings();
  /** Under `gewijzigd`: every one that was changed since it was recorded. */
  readonly versie = new Postings();
  readonly stem = new Postings();
  readonly days: Readonly<Record<Zoekdatum, DayIndex>> = {
    einddatum: dayIndex(),
    herijking: dayIndex(),
    rapportagedatum: dayIndex(),
    ingangsdatum: dayIndex(),
    opzegdatum: dayIndex(),
  };

  add(slot: number, afspraak: Afspraak): void {
    this.#each(afspraak, (postings, key) => postings.add(key, slot));
  }

  /** @param afspraak as it was added */
  delete(slot: number, afspraak: Afspraak): void {
    this.#each(afspraak, (postings, key) => postings.delete(key, slot));
  }

  #each(afspraak: Afspraak, take: (postings: Postings | DayPostings, key: string) => void): void {
    const { eigenaar } = afspraak;
    take(this.verband, afspraak.verband);
    take(this.soort, afspraak.soort);
    take(this.status, afspraak.status);
    take(this.vertrouwelijkheid, afspraak.vertrouwelijkheid);
    for (const id of afspraak.partijen) take(this.partij, id);
    for (const ontvanger of afspraak.rapportageAan) take(this.aan, ontvanger);
    const open = isOpen(afspraak);
    if (eigenaar !== undefined) take(this.persoon, personKey(eigenaar));
    if (eigenaar !== undefined && open) take(this.persoonOpen, personKey(eigenaar));
    for (const key of eigenaar ? ownerKeys(eigenaar) : []) take(this.eigenaar, key);
    for (const field of emptyable) if (isEmpty(afspraak, field)) take(this.leeg, field);
    if (afspraak.version > 1) take(this.versie, 'gewijzigd');
    for (const field of zoekdata) {
      const day = dayOf(afspraak, field);
      if (day === undefined) continue;
      take(this.days[field].any, day);
      if (open) take(this.days[field].open, day);
    }
    for (const stem of stemsOf(`${afspraak.titel}\n${afspraak.tekst ?? ''}`)) take(this.stem, stem);
  }
}
