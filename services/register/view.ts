import { AfspraakIndex } from './afspraak-index.ts';
import { partsOf } from './codes.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery, Organisatie, RegisterView, Soort, Verband } from './types.ts';

/** Freezes a document through and through; documents are plain JSON, so there are no circles. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

const byName = (one: { readonly naam: string }, other: { readonly naam: string }): number =>
  one.naam < other.naam ? -1 : one.naam > other.naam ? 1 : 0;

/**
 * The one {@link RegisterView} of a process, kept up by register.ts; nobody else makes or feeds one. It is live: what it gives
 * is frozen, but a next call may give newer documents. Read what one answer needs without an `await` in between, or compare
 * `revision`.
 *
 * Feeding it a document twice, or an older one after a newer, changes nothing: the higher version stays.
 */
export class LiveView implements RegisterView {
  #revision = 0;
  #namesRevision = 0;
  readonly #organisaties = new Map<string, Organisatie>();
  readonly #verbanden = new Map<string, Verband>();
  readonly #verbandenOf = new Map<string, Set<string>>();
  readonly #afspraken = new AfspraakIndex(
    (id) => this.#organisaties.get(id),
    () => this.#organisaties.values(),
  );
  readonly #highest = new Map<number, number>();
  #lost: { readonly revision: number; readonly ids: readonly string[] } | undefined;
  #sortedOrganisaties: readonly Organisatie[] | undefined;
  #sortedVerbanden: readonly Verband[] | undefined;

  get revision(): number {
    return this.#revision;
  }

  /** Rises only when an organisatie or verband changes: what is derived from names stays good until then. */
  get namesRevision(): number {
    return this.#namesRevision;
  }

  get organisaties(): readonly Organisatie[] {
    this.#sortedOrganisaties ??= Object.freeze([...this.#organisaties.values()].sort(byName));
    return this.#sortedOrganisaties;
  }

  get verbanden(): readonly Verband[] {
    this.#sortedVerbanden ??= Object.freeze([...this.#verbanden.values()].sort(byName));
    return this.#sortedVerbanden;
  }

  get afsprakenCount(): number {
    return this.#afspraken.size;
  }

  organisatie(id: string): Organisatie | undefined {
    return this.#organisaties.get(id);
  }

  verband(id: string): Verband | undefined {
    return this.#verbanden.get(id);
  }

  afspraak(code: string): Afspraak | undefined {
    return this.#afspraken.get(code);
  }

  afspraken(): Iterable<Afspraak> {
    return this.#afspraken.all();
  }

  verbandenOf(organisatie: string): readonly Verband[] {
    const ids = this.#verbandenOf.get(organisatie) ?? [];
    return [...ids]
      .map((id) => this.#verbanden.get(id))
      .filter((verband) => verband !== undefined)
      .sort(byName);
  }

  findAfspraken(query: AfspraakQuery): readonly Afspraak[] {
    return this.#afspraken.find(query);
  }

  matchAfspraken(queries: readonly AfspraakQuery[]): AfspraakMatches {
    const matches = this.#afspraken.match(queries);
    const lost = this.#lostVerbanden();
    return lost.length === 0 ? matches : matches.without({ verbanden: lost });
  }

  verbandenWithOpen(soort: Soort): ReadonlyMap<string, number> {
    return this.#afspraken.openBySoort.of(soort);
  }

  /** Verbanden that afspraken name and that are not there; looked up again only after a change. */
  #lostVerbanden(): readonly string[] {
    const { byVerband } = this.#afspraken;
    if (this.#lost?.revision !== this.#revision) {
      const ids = [...byVerband.entries()].map(([id]) => id).filter((id) => !this.#verbanden.has(id));
      this.#lost = { revision: this.#revision, ids };
    }
    return this.#lost.ids;
  }

  /** Highest number in use among the codes of this year; 0 when there is none. */
  highestNumber(year: number): number {
    return this.#highest.get(year) ?? 0;
  }

  putOrganisatie(organisatie: Organisatie): boolean {
    if ((this.#organisaties.get(organisatie._id)?.version ?? 0) >= organisatie.version) return false;
    this.#organisaties.set(organisatie._id, frozen(organisatie));
    this.#afspraken.forgetShared();
    this.#sortedOrganisaties = undefined;
    this.#namesRevision += 1;
    this.#revision += 1;
    return true;
  }

  putVerband(verband: Verband): boolean {
    const before = this.#verbanden.get(verband._id);
    if ((before?.version ?? 0) >= verband.version) return false;
    for (const { organisatie } of before?.deelnemers ?? []) this.#verbandenOf.get(organisatie)?.delete(verband._id);
    for (const { organisatie } of verband.deelnemers) {
      const ids = this.#verbandenOf.get(organisatie) ?? new Set();
      ids.add(verband._id);
      this.#verbandenOf.set(organisatie, ids);
    }
    this.#verbanden.set(verband._id, frozen(verband));
    this.#sortedVerbanden = undefined;
    this.#namesRevision += 1;
    this.#revision += 1;
    return true;
  }

  putAfspraak(afspraak: Afspraak): boolean {
    if ((this.#afspraken.get(afspraak._id)?.version ?? 0) >= afspraak.version) return false;
    this.#afspraken.put(afspraak);
    const parts = partsOf(afspraak._id);
    if (parts !== undefined) this.#highest.set(parts.year, Math.max(parts.number, this.highestNumber(parts.year)));
    this.#revision += 1;
    return true;
  }
}
