import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../fault.ts';
import { readZipDirectory, type ZipEntry, type ZipRefusal } from './zip-guard.ts';

/** Reads the sheets of an Excel file (.xlsx) as text, safely: guard first, then a process of its own with limits. */

/** Rows of cells as text. */
type Sheet = readonly (readonly string[])[];

/** What the process gets. */
export interface XlsxTask {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
}

/** What the process gives back. */
export type XlsxAnswer =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'lying' }
  | { readonly kind: 'broken' };

export type XlsxOutcome =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'refused'; readonly reason: ZipRefusal | 'sizes_lie' }
  /** No spreadsheet, or one that is damaged. */
  | { readonly kind: 'broken' }
  /** More memory or time than a register's file can need. */
  | { readonly kind: 'takes_too_much' };

export interface XlsxLimits {
  readonly heapMegabytes: number;
  readonly milliseconds: number;
}

const usualLimits: XlsxLimits = { heapMegabytes: 1_024, milliseconds: 60_000 };

// Beside this file, compiled or not: the same extension. Not compiled, it needs the loader that this process was started with.
const extension = extname(import.meta.url);
const processFile = fileURLToPath(new URL(`./xlsx-process${extension}`, import.meta.url));
const loader = extension === '.ts' ? process.execArgv : [];

function isAnswer(value: unknown): value is XlsxAnswer {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/**
 * A process and not a thread: what unpacking takes lies outside the heap that a thread's limits guard, and running out of memory
 * ends the process alone. It gets no environment: what reads a stranger's file needs no secrets.
 */
function readInProcess(task: XlsxTask, limits: XlsxLimits): Promise<XlsxOutcome> {
  return new Promise((resolve, reject) => {
    const child = fork(processFile, {
      execArgv: [...loader, `--max-old-space-size=${limits.heapMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
    let overTime = false;
    const timer = setTimeout(() => {
      overTime = true;
      child.kill('SIGKILL');
    }, limits.milliseconds);
    let answer: XlsxAnswer | undefined;
    child.once('message', (message: unknown) => {
      if (isAnswer(message)) answer = message;
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new Fault('register-xlsx-process', 'later', 'no process to read a spreadsheet in', { cause: error }));
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      // V8 ends a process that is out of memory with SIGABRT; where a shell or system translates it, 134; the system itself kills.
      const outOfMemory = signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134;
      if (answer?.kind === 'lying') resolve({ kind: 'refused', reason: 'sizes_lie' });
      else if (answer !== undefined) resolve(answer);
      else if (overTime || outOfMemory) resolve({ kind: 'takes_too_much' });
      else
        reject(new Fault('register-xlsx-process', 'later', `the process that reads a spreadsheet ended with ${code}`));
    });
    // A process that ended already says so through close.
    child.send(task, () => undefined);
  });
}

/**
 * All rows of each sheet, header included, in the order of the workbook. Never throws for what a file holds.
 * @param limits other ones only for measuring
 * @throws Fault `register-xlsx-process` when no process can be started
 */
export async function readXlsx(bytes: Uint8Array, limits: XlsxLimits = usualLimits): Promise<XlsxOutcome> {
  const directory = readZipDirectory(bytes);
  if (directory.kind === 'refused') return directory;
  return readInProcess({ bytes, entries: directory.entries }, limits);
}
