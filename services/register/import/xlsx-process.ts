import { readSheet } from 'read-excel-file/universal';
import { repackUncompressed } from './inflate.ts';
import type { XlsxAnswer, XlsxTask } from './xlsx.ts';

/** The process of its own in which xlsx.ts has a spreadsheet unpacked and read. It reads one and ends. */

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
  try {
    // Numbers stay as they stand in the file: a code with leading zeros is no number, and 0.1 is not 0.1000000001.
    const rows = await readSheet<string>(archive, { parseNumber: (text) => text, trim: false });
    return { kind: 'rows', rows: rows.map((row) => row.map(cellText)) };
  } catch (error) {
    if (error instanceof Error) return { kind: 'broken' };
    throw error;
  }
}

process.once('message', (task: XlsxTask) => {
  read(task).then((answer) => process.send?.(answer, () => process.disconnect()));
});
