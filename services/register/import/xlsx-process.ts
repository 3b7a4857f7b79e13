import readSheets, { readSheet } from 'read-excel-file/universal';
import { repackUncompressed } from './inflate.ts';
import type { XlsxAnswer, XlsxTask } from './xlsx.ts';

/** The process of its own in which xlsx.ts has a spreadsheet unpacked and read. It reads one and ends. */

type Archive = NonNullable<ReturnType<typeof repackUncompressed>>;
type Sheets = readonly (readonly (readonly string[])[])[];

/** Every cell as the text a person would have typed. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return String(value);
}

async function read(task: XlsxTask): Promise<XlsxAnswer> {
  const archive = repackUncompressed(task.bytes, task.entries);
  if (archive === undefined) return { kind: 'lying' };
  const sheets = (await readAll(archive)) ?? (await readFirst(archive));
  return sheets === undefined ? { kind: 'broken' } : { kind: 'sheets', sheets };
}

// Numbers stay as they stand in the file: a code with leading zeros is no number, and 0.1 is not 0.1000000001.
const asTyped = { parseNumber: (text: string): string => text, trim: false };

const readAll = (archive: Archive): Promise<Sheets | undefined> =>
  orNothing(async () => {
    const sheets = await readSheets<string>(archive, asTyped);
    return sheets.map(({ data }) => data.map((row) => row.map(cellText)));
  });

/** A sheet further on may be one that cannot be read as rows, such as a chart. */
const readFirst = (archive: Archive): Promise<Sheets | undefined> =>
  orNothing(async () => {
    const rows = await readSheet<string>(archive, asTyped);
    return [rows.map((row) => row.map(cellText))];
  });

/** The library throws for whatever is damaged; its words are not for people. */
async function orNothing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

process.once('message', (task: XlsxTask) => {
  read(task).then((answer) => process.send?.(answer, () => process.disconnect()));
});
