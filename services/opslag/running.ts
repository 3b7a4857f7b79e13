import { Fault } from '../fault.ts';

/** The work under way in a store, so that closing can wait for it and refuse what comes after. */
export class Running {
  readonly #work = new Set<Promise<unknown>>();
  #ended = false;

  /** @throws Fault `opslag-closed` after {@link end} */
  async during<R>(begin: () => Promise<R>): Promise<R> {
    if (this.#ended) throw new Fault('opslag-closed', 'never', 'the store has been closed');
    const work = begin();
    this.#work.add(work);
    try {
      return await work;
    } finally {
      this.#work.delete(work);
    }
  }

  /** Lets nothing begin any more, and resolves when all that had begun has come to an end, good or bad. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.allSettled(this.#work);
  }
}
