/** One key of every slot, side by side as numbers: to tell which keys many slots have without a look at each afspraak. */
export class KeyColumn {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  #column = new Uint32Array(64);

  /** Absent: this slot has none. */
  put(slot: number, key: string | undefined): void {
    if (slot >= this.#column.length) {
      const larger = new Uint32Array(Math.ceil((slot + 1) * 1.25));
      larger.set(this.#column);
      this.#column = larger;
    }
    this.#column[slot] = key === undefined ? 0 : this.#numberOf(key);
  }

  /** By slot a number from 1, 0 where it has no key; longer than there are slots. Good until the next `put`. */
  get numbers(): Uint32Array {
    return this.#column;
  }

  /** Every number is at most this. */
  get highest(): number {
    return this.#keys.length;
  }

  keyOf(number: number): string | undefined {
    return this.#keys[number - 1];
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#keys.push(key);
    this.#numbers.set(key, number);
    return number;
  }
}
