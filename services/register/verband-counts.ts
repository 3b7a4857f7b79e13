import { isOpen } from './meanings.ts';
import type { Afspraak, Soort } from './types.ts';

const nothing: ReadonlyMap<string, number> = new Map();

/** How many open afspraken of each soort each verband has, kept up as afspraken come and go: which verbanden lack one. */
export class VerbandCounts {
  readonly #bySoort = new Map<Soort, Map<string, number>>();

  add(afspraak: Afspraak): void {
    this.#count(afspraak, 1);
  }

  /** @param afspraak as it was added */
  delete(afspraak: Afspraak): void {
    this.#count(afspraak, -1);
  }

  /** By the `_id` of the verband; one that has none is not there. */
  of(soort: Soort): ReadonlyMap<string, number> {
    return this.#bySoort.get(soort) ?? nothing;
  }

  #count(afspraak: Afspraak, step: 1 | -1): void {
    if (!isOpen(afspraak)) return;
    const { soort, verband } = afspraak;
    const counts = this.#bySoort.get(soort) ?? new Map<string, number>();
    this.#bySoort.set(soort, counts);
    const count = (counts.get(verband) ?? 0) + step;
    if (count === 0) counts.delete(verband);
    else counts.set(verband, count);
  }
}
