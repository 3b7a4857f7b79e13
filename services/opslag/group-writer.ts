import { setImmediate as nextTurn } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import type { DiskEntry, DiskLog } from './disk-log.ts';

interface Waiting {
  readonly entry: DiskEntry;
  readonly done: () => void;
  readonly fail: (fault: Fault) => void;
}

/**
 * Brings writes to disk together: whatever is waiting goes out in one synced batch, so that sixteen writers pay for one sync.
 * Memory follows the disk, never the other way round.
 */
export class GroupWriter {
  readonly #log: DiskLog;
  readonly #apply: (entry: DiskEntry) => void;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  /** Entries that may or may not be on disk since a failure from which the log has not yet recovered. */
  #doubtful: readonly DiskEntry[] = [];
  #broken = false;
  #recovering: Promise<ReadonlySet<DiskEntry>> | undefined;
  #closed = false;

  /** @param apply puts a document that is on disk into memory */
  constructor(log: DiskLog, apply: (entry: DiskEntry) => void) {
    this.#log = log;
    this.#apply = apply;
  }

  /**
   * Resolves when memory is known to equal the disk; only then may a write be decided on.
   *
   * @throws Fault `opslag-disk` (later) while the disk does not work, `opslag-closed` (never) after close
   */
  async ready(): Promise<void> {
    if (this.#closed) throw new Fault('opslag-closed', 'never', 'the store has been closed');
    if (!this.#broken) return;
    await this.#recoverOnce();
  }

  /**
   * Resolves when the entry is on disk and in memory.
   *
   * @throws Fault `opslag-disk`: `later` when it is certainly not on disk, `uncertain` when that cannot be told
   */
  write(entry: DiskEntry): Promise<void> {
    return new Promise<void>((done, fail) => {
      this.#waiting.push({ entry, done, fail });
      this.#running ??= this.#drain();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    while (this.#running !== undefined) await this.#running;
    await this.#log.close();
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // One turn of the event loop: writers that wake up together go out together.
      await nextTurn();
      const batch = this.#waiting;
      this.#waiting = [];
      if (this.#broken) for (const { fail } of batch) fail(diskFault('later'));
      else await this.#writeBatch(batch);
    }
    // In the same step as the look at the queue: a write that comes after it starts a new round.
    this.#running = undefined;
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#log.append(batch.map(({ entry }) => entry));
    } catch (error) {
      await this.#settleFailed(batch, error);
      return;
    }
    for (const { entry, done } of batch) {
      this.#apply(entry);
      done();
    }
  }

  /** Not guessed but looked up: each write of a failed batch either stands on disk, and then it was done, or it does not. */
  async #settleFailed(batch: readonly Waiting[], error: unknown): Promise<void> {
    this.#broken = true;
    this.#doubtful = batch.map(({ entry }) => entry);
    try {
      const stands = await this.#recoverOnce();
      for (const { entry, done, fail } of batch) {
        if (stands.has(entry)) done();
        else fail(diskFault('later', error));
      }
    } catch {
      for (const { fail } of batch) fail(diskFault('uncertain', error));
    }
  }

  #recoverOnce(): Promise<ReadonlySet<DiskEntry>> {
    this.#recovering ??= this.#recover().finally(() => {
      this.#recovering = undefined;
    });
    return this.#recovering;
  }

  /** Opens the log again and brings memory to what is there. Gives the doubtful entries that turned out to stand. */
  async #recover(): Promise<ReadonlySet<DiskEntry>> {
    const stands = new Set<DiskEntry>();
    try {
      await this.#log.reopen();
      for (const entry of this.#doubtful) {
        const found = await this.#log.read(entry.collection, entry.doc._id);
        if (JSON.stringify(found) === JSON.stringify(entry.doc)) stands.add(entry);
      }
    } catch (error) {
      throw diskFault('later', error);
    }
    for (const entry of stands) this.#apply(entry);
    this.#doubtful = [];
    this.#broken = false;
    return stands;
  }
}

const diskFault = (retry: 'later' | 'uncertain', cause?: unknown): Fault =>
  new Fault('opslag-disk', retry, 'the disk refused a write', { cause });
