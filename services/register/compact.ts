import type { Afspraak, Eigenaar } from './types.ts';

/**
 * Keeps a large register small: the same id, day, owner or list of parties, read a thousand times from the store, is held once.
 * What comes out is frozen through and through.
 */
export class Compactor {
  readonly #strings = new Map<string, string>();
  readonly #owners = new Map<string, Eigenaar>();
  readonly #lists = new Map<string, readonly string[]>();

  afspraak(afspraak: Afspraak): Afspraak {
    const { eigenaar, plaatsvervanger } = afspraak;
    const copy: { -readonly [K in keyof Afspraak]: Afspraak[K] } = {
      ...afspraak,
      verband: this.#string(afspraak.verband),
      partijen: this.#list(afspraak.partijen),
      rapportageAan: this.#list(afspraak.rapportageAan),
    };
    if (eigenaar !== undefined) copy.eigenaar = this.#owner(eigenaar);
    if (plaatsvervanger !== undefined) copy.plaatsvervanger = this.#owner(plaatsvervanger);
    for (const field of ['ingangsdatum', 'einddatum', 'herijking', 'rapportagedatum', 'opzegtermijn'] as const) {
      const value = copy[field];
      if (value !== undefined) copy[field] = this.#string(value);
    }
    return Object.freeze(copy);
  }

  #string(value: string): string {
    const held = this.#strings.get(value);
    if (held !== undefined) return held;
    this.#strings.set(value, value);
    return value;
  }

  #owner(eigenaar: Eigenaar): Eigenaar {
    const key = `${eigenaar.naam}\n${eigenaar.email ?? ''}`;
    const held = this.#owners.get(key) ?? Object.freeze({ ...eigenaar });
    this.#owners.set(key, held);
    return held;
  }

  #list<T extends string>(values: readonly T[]): readonly T[] {
    const key = values.join('\n');
    const held = this.#lists.get(key) ?? Object.freeze(values.map((value) => this.#string(value)));
    this.#lists.set(key, held);
    return held as readonly T[];
  }
}
