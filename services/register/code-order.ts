import { rankOf } from './codes.ts';

/** All slots in the order of their codes, as people count them. */
export class CodeOrder {
  readonly #ranks: number[] = [];
  #slots = new Uint32Array(0);
  #places = new Uint32Array(0);

  /** A code of its own for the next slot. */
  add(code: string): void {
    this.#ranks.push(rankOf(code));
  }

  /** Every slot, by code. */
  slots(): Uint32Array {
    this.#takeIn();
    return this.#slots;
  }

  /** Of each slot where it stands in that order. */
  places(): Uint32Array {
    this.#takeIn();
    return this.#places;
  }

  /** Merges the slots that were added since. */
  #takeIn(): void {
    const known = this.#slots;
    const size = this.#ranks.length;
    if (known.length === size) return;
    const rank = (slot: number): number => this.#ranks[slot] ?? 0;
    const fresh = Array.from({ length: size - known.length }, (_, at) => known.length + at);
    fresh.sort((one, other) => rank(one) - rank(other));
    const merged = new Uint32Array(size);
    let [from, put] = [0, 0];
    for (const slot of fresh) {
      while (from < known.length && rank(known[from] ?? 0) <= rank(slot)) merged[put++] = known[from++] ?? 0;
      merged[put++] = slot;
    }
    merged.set(known.subarray(from), put);
    this.#slots = merged;
    this.#places = new Uint32Array(size);
    for (const [place, slot] of merged.entries()) this.#places[slot] = place;
  }
}
