import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { Fault } from '../fault.ts';
import { freezeDeep, type StoredDocument } from './document.ts';

/** One document of one collection as it stands on disk. */
export interface DiskEntry {
  readonly collection: string;
  readonly doc: StoredDocument;
}

/** What the embedded store needs of a disk; LevelDB in production ({@link openDiskLog}). */
export interface DiskLog {
  /** All documents, in portions. */
  load(): AsyncIterable<readonly DiskEntry[]>;
  /** Resolves when all of these are synced to disk, together. When it rejects, any or none of them may be there. */
  append(entries: readonly DiskEntry[]): Promise<void>;
  /** The document as it is on disk now. */
  read(collection: string, id: string): Promise<StoredDocument | undefined>;
  /** Closes and opens again, so that what a failed append left behind is settled. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

const format = 1;
const formatKey = 'format';
const portion = 1_000;

const keyOf = (collection: string, id: string): string => `doc ${JSON.stringify([collection, id])}`;

/** The codes of an error and of what caused it: LevelDB tells the real reason in the cause. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...code, ...codesOf(error.cause)];
}

function openFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (codesOf(error).includes('LEVEL_LOCKED')) {
    return new Fault('opslag-locked', 'never', 'another process holds the data folder', { cause: error });
  }
  return new Fault('opslag-folder', 'never', 'the data folder cannot be opened: damaged, or not writable', {
    cause: error,
  });
}

/** LevelDB starts afresh where its CURRENT file is missing, which would hide the documents that are there. */
async function refuseHeadless(location: string): Promise<void> {
  const names = await readdir(location);
  const holdsData = names.some((name) => /^(MANIFEST-|\d+\.(log|ldb)$)/.test(name));
  if (holdsData && !names.includes('CURRENT')) {
    throw new Fault('opslag-folder', 'never', 'the data folder is damaged: CURRENT is missing');
  }
}

function parseEntry(key: string, value: string): DiskEntry {
  const doc: StoredDocument = JSON.parse(value);
  const [collection]: readonly string[] = JSON.parse(key.slice('doc '.length));
  if (collection === undefined) throw new Fault('opslag-folder', 'never', 'the data folder holds a nameless document');
  return { collection, doc: freezeDeep(doc) };
}

/**
 * Opens the log of the embedded store in a folder of its own inside this one.
 *
 * @throws Fault `opslag-locked` when another process has it open, `opslag-folder` when it is damaged, written by a newer
 *   version, or cannot be written
 */
export async function openDiskLog(folder: string): Promise<DiskLog> {
  const location = join(folder, 'opslag');
  let level: ClassicLevel<string, string>;
  const open = async (): Promise<void> => {
    await mkdir(location, { recursive: true });
    await refuseHeadless(location);
    level = new ClassicLevel<string, string>(location);
    await level.open();
  };
  try {
    await open();
    await checkFormat();
  } catch (error) {
    throw openFault(error);
  }

  async function checkFormat(): Promise<void> {
    const found = await level.get(formatKey);
    if (found === undefined) await level.put(formatKey, String(format), { sync: true });
    else if (Number(found) !== format) {
      await level.close();
      throw new Fault(
        'opslag-folder',
        'never',
        `the data folder has format ${Number(found)}, this version reads ${format}`,
      );
    }
  }

  async function* load(): AsyncGenerator<readonly DiskEntry[]> {
    const iterator = level.iterator({ gte: 'doc ', lt: 'doc!', fillCache: false });
    try {
      for (;;) {
        const rows = await iterator.nextv(portion);
        if (rows.length === 0) return;
        yield rows.map(([key, value]) => parseEntry(key, value));
      }
    } catch (error) {
      throw openFault(error);
    } finally {
      await iterator.close();
    }
  }

  return {
    load,
    append: async (entries) => {
      // A chained batch: a third of the work of handing over one list of operations.
      const batch = level.batch();
      for (const { collection, doc } of entries) batch.put(keyOf(collection, doc._id), JSON.stringify(doc));
      await batch.write({ sync: true });
    },
    read: async (collection, id) => {
      const key = keyOf(collection, id);
      const value = await level.get(key);
      return value === undefined ? undefined : parseEntry(key, value).doc;
    },
    reopen: async () => {
      await level.close();
      await open();
    },
    close: () => level.close(),
  };
}
