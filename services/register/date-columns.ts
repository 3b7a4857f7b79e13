import type { CivilDate } from '../kalender/civil-date.ts';
import { dayOf } from './notice-day.ts';
import { type Afspraak, type Zoekdatum, zoekdata } from './types.ts';

/** `2027-03-01` as 20270301: sorts as the day does. 0 is no day. */
export const dateNumber = (day: CivilDate | undefined): number =>
  day === undefined ? 0 : Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10));

/** The dates of every slot side by side, as numbers: to put many in order without a look at each afspraak. */
export class DateColumns {
  readonly #columns: Record<Zoekdatum, Int32Array> = {
    einddatum: new Int32Array(64),
    herijking: new Int32Array(64),
    rapportagedatum: new Int32Array(64),
    ingangsdatum: new Int32Array(64),
    opzegdatum: new Int32Array(64),
  };

  put(slot: number, afspraak: Afspraak): void {
    for (const veld of zoekdata) {
      if (slot >= this.#columns[veld].length) this.#grow(veld, slot);
      this.#columns[veld][slot] = dateNumber(dayOf(afspraak, veld));
    }
  }

  /** By slot, as {@link dateNumber}; longer than there are slots. Good until the next `put`. */
  of(veld: Zoekdatum): Int32Array {
    return this.#columns[veld];
  }

  #grow(veld: Zoekdatum, slot: number): void {
    const larger = new Int32Array(Math.ceil((slot + 1) * 1.25));
    larger.set(this.#columns[veld]);
    this.#columns[veld] = larger;
  }
}
