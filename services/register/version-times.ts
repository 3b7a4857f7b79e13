import type { Collection } from '../opslag/store.ts';
import type { AfspraakVersie } from './collections.ts';
import type { RegisterView } from './types.ts';

const pageSize = 10_000;
/** At most so many values in one `$in`. */
const idsAtOnce = 500;

/** Documents by `_id`, as many as there are. */
export async function versionsById(
  versies: Collection<AfspraakVersie>,
  ids: readonly string[],
): Promise<readonly AfspraakVersie[]> {
  const found: AfspraakVersie[] = [];
  for (let from = 0; from < ids.length; from += idsAtOnce)
    found.push(...(await versies.find({ _id: { $in: ids.slice(from, from + idsAtOnce) } })));
  return found;
}

/**
 * When each version of each afspraak was written. All are read once, at the first question about an earlier day; after that only
 * those that the view has and this has not: a version never changes, and the view tells how many there are. Used by past.ts alone.
 */
export class VersionTimes {
  readonly #versies: Collection<AfspraakVersie>;
  /** Of each code the instants of its versions, the first one first; infinite where the store has no such version. */
  readonly #times = new Map<string, number[]>();
  #isRead = false;

  constructor(versies: Collection<AfspraakVersie>) {
    this.#versies = versies;
  }

  /** Takes in what was written since. */
  async follow(view: RegisterView): Promise<void> {
    if (!this.#isRead) await this.#readAll();
    this.#isRead = true;
    const missing: { readonly code: string; readonly nummer: number }[] = [];
    for (const { _id: code, version } of view.afspraken()) {
      const known = this.#times.get(code)?.length ?? 0;
      for (let nummer = known + 1; nummer <= version; nummer++) missing.push({ code, nummer });
    }
    for (const versie of await versionsById(
      this.#versies,
      missing.map(({ code, nummer }) => `${code}@${nummer}`),
    ))
      this.#put(versie);
    for (const { code, nummer } of missing) this.#of(code)[nummer - 1] ??= Number.POSITIVE_INFINITY;
  }

  /** The last version that was written before this instant; 0 when none was. */
  lastBefore(code: string, instant: number): number {
    const times = this.#times.get(code) ?? [];
    let nummer = times.length;
    while (nummer > 0 && (times[nummer - 1] ?? 0) >= instant) nummer -= 1;
    return nummer;
  }

  async #readAll(): Promise<void> {
    const sort = [['op', 1]] as const;
    for (let page = await this.#versies.find({}, { sort, limit: pageSize }); ; ) {
      for (const versie of page) this.#put(versie);
      const after = page.at(-1);
      if (after === undefined || page.length < pageSize) return;
      page = await this.#versies.find({}, { sort, limit: pageSize, after });
    }
  }

  #put({ code, nummer, op }: AfspraakVersie): void {
    this.#of(code)[nummer - 1] = op;
  }

  #of(code: string): number[] {
    const known = this.#times.get(code);
    if (known !== undefined) return known;
    const times: number[] = [];
    this.#times.set(code, times);
    return times;
  }
}
