import type { CivilDate } from '../kalender/civil-date.ts';
import { type Afspraak, type DatumVeld, datumVelden } from './types.ts';

/** `2027-03-01` as 20270301: sorts as the day does. 0 is no day. */
export const dateNumber = (day: CivilDate | undefined): number =>
  day === undefined ? 0 : Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10));

/** The dates of every slot side by side, as numbers: to put many in order without a look at each afspraak. */
export class DateColumns {
  readonly #columns = new Map<DatumVeld, Uint32Array>();

  put(slot: number, afspraak: Afspraak): void {
    for (const veld of datumVelden) this.#roomFor(veld, slot)[slot] = dateNumber(afspraak[veld]);
  }

  at(veld: DatumVeld, slot: number): number {
    return this.#columns.get(veld)?.[slot] ?? 0;
  }

  #roomFor(veld: DatumVeld, slot: number): Uint32Array {
    const column = this.#columns.get(veld) ?? new Uint32Array(64);
    if (slot < column.length && this.#columns.has(veld)) return column;
    const larger = new Uint32Array(Math.max(64, Math.ceil((slot + 1) * 1.25)));
    larger.set(column.subarray(0, larger.length));
    this.#columns.set(veld, larger);
    return larger;
  }
}
