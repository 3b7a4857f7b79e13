/** How an import writes: many at once, so that the store makes one trip to disk for all of them, yet never the whole file. */

const atOnce = 250;

/** Items written so far, of so many. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Writes all items, some hundreds at a time. What was acknowledged stays when a later one fails; importing again completes it.
 * @throws what the first failing write threw, after the rest of its batch came to an end
 */
export async function inBatches<T>(
  items: readonly T[],
  write: (item: T) => Promise<void>,
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<void> {
  for (let from = 0; from < items.length; from += atOnce) {
    const outcomes = await Promise.allSettled(items.slice(from, from + atOnce).map(write));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    onProgress?.({ done: Math.min(from + atOnce, items.length), total: items.length });
  }
}
