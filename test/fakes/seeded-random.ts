/** Random choices that a seed repeats; a test prints the seed when it fails. */
export interface SeededRandom {
  readonly seed: number;
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number;
  pick<T>(options: readonly [T, ...T[]]): T;
}

/** @param seed default: another one each run, or `TEST_SEED` to repeat a run */
export function seededRandom(
  seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31)),
): SeededRandom {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { seed, below, pick: (options) => options[below(options.length)] ?? options[0] };
}
