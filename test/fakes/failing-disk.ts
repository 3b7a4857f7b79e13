import { Fault } from '../../services/fault.ts';
import type { DiskEntry, DiskLog } from '../../services/opslag/disk-log.ts';
import type { StoredDocument } from '../../services/opslag/document.ts';

/** A disk that fails as it is told: before it has written, after it has, or for good. Otherwise a fast one that forgets nothing. */
export class FailingDisk implements DiskLog {
  readonly #entries = new Map<string, DiskEntry>();
  readonly batches: number[] = [];
  append_: 'works' | 'fails before' | 'fails after' = 'works';
  reopens = true;

  async *load(): AsyncGenerator<readonly DiskEntry[]> {
    yield [...this.#entries.values()];
  }

  async append(entries: readonly DiskEntry[]): Promise<void> {
    this.batches.push(entries.length);
    if (this.append_ !== 'fails before') for (const entry of entries) this.#entries.set(keyOf(entry), entry);
    if (this.append_ !== 'works') throw new Fault('test-disk', 'never', 'the disk is full');
  }

  async read(collection: string, id: string): Promise<StoredDocument | undefined> {
    return this.#entries.get(JSON.stringify([collection, id]))?.doc;
  }

  async reopen(): Promise<void> {
    if (!this.reopens) throw new Fault('test-disk', 'never', 'the disk is gone');
  }

  async close(): Promise<void> {
    this.reopens = false;
  }
}

const keyOf = ({ collection, doc }: DiskEntry): string => JSON.stringify([collection, doc._id]);
