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
  const next = numbersFrom(seed);
  const below = (limit: number): number => next() % limit;
  return { seed, below, pick: (options) => options[below(options.length)] ?? options[0] };
}

/** Numbers from 0 up to 1, the same row for the same seed. */
export function seededFractions(seed: number): () => number {
  const next = numbersFrom(seed);
  return () => next() / 2 ** 32;
}

/** Whole numbers from 0 up to 2^32 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
