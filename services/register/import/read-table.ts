import { parse } from 'csv-parse/sync';
import { tidyText } from '../tidy.ts';
import { decodeText } from './decode-text.ts';
import { withoutGuard } from './formula-guard.ts';
import type { Unreadable, UnreadableReason } from './report.ts';
import { readXlsx } from './xlsx.ts';

/** From the bytes of a CSV, XLSX or JSON file to rows of text. What a column means is not known here. */

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  readonly header: readonly string[];
  /** Without rows that are wholly empty; their numbers still count. */
  readonly rows: readonly TableRow[];
  /** It was not UTF-8 and was read as Windows-1252. */
  readonly windows1252: boolean;
}

const mostBytes = 64_000_000;
const mostRows = 250_000;
const mostColumns = 200;

const unreadable = (reason: UnreadableReason, detail?: string): Unreadable => ({
  kind: 'unreadable',
  reason,
  ...(detail !== undefined && { detail }),
});

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** The separator that occurs most in the header, outside quotes; `;` when neither does. */
function separatorOf(text: string): ';' | ',' {
  let semicolons = 0;
  let commas = 0;
  let quoted = false;
  for (const letter of text.slice(0, 10_000)) {
    if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '\n' || letter === '\r') break;
    else if (letter === ';') semicolons += 1;
    else if (letter === ',') commas += 1;
  }
  return commas > semicolons ? ',' : ';';
}

function csvRecords(text: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: mostRows + 2,
    });
  } catch (error) {
    // The library's own complaint about the file; its words are not for people.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** Cells in the one form text has, without the mark an export puts before what a spreadsheet would run as a formula. */
const cleanRow = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) => tidyText(withoutGuard(cell.trim())));

function toTable(records: readonly (readonly string[])[], windows1252: boolean): Table | Unreadable {
  const [header, ...rest] = records;
  if (header === undefined || header.every((cell) => cell.trim() === '')) return unreadable('empty');
  if (rest.length > mostRows || header.length > mostColumns) return unreadable('too_many_rows');
  const rows = rest
    .map((cells, at) => ({ row: at + 2, cells: cleanRow(cells) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { kind: 'table', header: cleanRow(header), rows, windows1252 };
}

function jsonTable(text: string): Table | Unreadable {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable('broken_json');
    throw error;
  }
  const list = Array.isArray(content) ? content : rowsIn(content);
  if (list === undefined) return unreadable('broken_json');
  if (list.length > mostRows) return unreadable('too_many_rows');
  const objects = list.map((row): ReadonlyMap<string, unknown> => new Map(Object.entries(row ?? {})));
  const header = [...new Set(objects.flatMap((row) => [...row.keys()]))];
  if (header.length === 0) return unreadable('empty');
  if (header.length > mostColumns) return unreadable('too_many_rows');
  const cell = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? tidyText(`${value}`) : '';
  const rows = objects.map((row, at) => ({ row: at + 2, cells: header.map((column) => cell(row.get(column))) }));
  return { kind: 'table', header, rows, windows1252: false };
}

/** The list `rijen` of an export in JSON. */
function rowsIn(content: unknown): readonly unknown[] | undefined {
  if (typeof content !== 'object' || content === null || !('rijen' in content)) return undefined;
  return Array.isArray(content.rijen) ? content.rijen : undefined;
}

/** One for each sheet that has a header. A first sheet that is too large is not passed over for a smaller one. */
async function xlsxTables(bytes: Uint8Array): Promise<readonly Table[] | Unreadable> {
  const outcome = await readXlsx(bytes);
  switch (outcome.kind) {
    case 'sheets': {
      const [first, ...more] = outcome.sheets.map((rows) => toTable(rows, false));
      if (first === undefined) return unreadable('empty');
      if (first.kind === 'unreadable' && first.reason !== 'empty') return first;
      const tables = [first, ...more].flatMap((table) => (table.kind === 'table' ? [table] : []));
      return tables.length > 0 ? tables : unreadable('empty');
    }
    case 'refused':
      return unreadable(outcome.reason === 'encrypted' ? 'old_or_protected_excel' : 'zip_refused', outcome.reason);
    case 'broken':
      return unreadable('broken_xlsx');
    case 'takes_too_much':
      return unreadable('takes_too_much');
  }
}

/**
 * Reads a file by what it holds; its name only helps to tell JSON from CSV. A workbook gives a table for each sheet, any other file
 * one. Never throws for what a file holds.
 */
export async function readTables(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<readonly Table[] | Unreadable> {
  const { bytes } = file;
  if (bytes.length === 0) return unreadable('empty');
  if (bytes.length > mostBytes) return unreadable('too_large');
  if (startsWith(bytes, [0x50, 0x4b])) return xlsxTables(bytes);
  const table = textTable(file);
  return table.kind === 'table' ? [table] : table;
}

function textTable({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Table | Unreadable {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return unreadable('old_or_protected_excel');
  if (bytes.subarray(0, 100_000).includes(0)) return unreadable('not_text');
  const { text, windows1252 } = decodeText(bytes);
  if (text.trim() === '') return unreadable('empty');
  if (name.toLowerCase().endsWith('.json')) return jsonTable(text);
  const records = csvRecords(text);
  return records === undefined ? unreadable('broken_quotes') : toTable(records, windows1252);
}
