import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { readZipDirectory, type ZipEntry, type ZipRefusal } from './zip-guard.ts';

/** Reads the first sheet of an Excel file (.xlsx) as text, safely: guard first, then a thread with limits. */

/** What the thread gets. */
export interface XlsxTask {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
}

/** What the thread gives back. */
export type XlsxAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'lying' }
  | { readonly kind: 'broken' };

export type XlsxOutcome =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'refused'; readonly reason: ZipRefusal | 'sizes_lie' }
  /** No spreadsheet, or one that is damaged. */
  | { readonly kind: 'broken' }
  /** More memory or time than a register's file can need. */
  | { readonly kind: 'takes_too_much' };

export const xlsxLimits = { heapMegabytes: 1_024, milliseconds: 60_000 } as const;

function isAnswer(value: unknown): value is XlsxAnswer {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function readInThread(task: XlsxTask, limits: typeof xlsxLimits): Promise<XlsxOutcome> {
  // Beside this file, compiled or not: the same extension.
  const file = new URL(`./xlsx-worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
  return new Promise((resolve) => {
    const worker = new Worker(file, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    });
    const finish = (outcome: XlsxOutcome): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // A second error while it is being ended would otherwise have nobody to hear it.
      worker.on('error', () => undefined);
      worker.terminate().then(
        () => resolve(outcome),
        () => resolve(outcome),
      );
    };
    const timer = setTimeout(() => finish({ kind: 'takes_too_much' }), limits.milliseconds);
    worker.once('message', (answer: unknown) => {
      if (!isAnswer(answer) || answer.kind === 'broken') finish({ kind: 'broken' });
      else if (answer.kind === 'lying') finish({ kind: 'refused', reason: 'sizes_lie' });
      else finish(answer);
    });
    worker.once('error', (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      finish(code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'takes_too_much' } : { kind: 'broken' });
    });
    worker.once('exit', () => finish({ kind: 'broken' }));
  });
}

/**
 * All rows of the first sheet, header included. Never throws for what a file holds.
 * @param limits only a test passes other ones
 */
export async function readXlsx(bytes: Uint8Array, limits: typeof xlsxLimits = xlsxLimits): Promise<XlsxOutcome> {
  const directory = readZipDirectory(bytes);
  if (directory.kind === 'refused') return directory;
  return readInThread({ bytes, entries: directory.entries }, limits);
}
