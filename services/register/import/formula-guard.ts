/**
 * A spreadsheet runs a cell that starts with one of these as a formula. An export puts a `'` before it, an import takes that one
 * away again; a text that already starts with `'` before such a sign gets another, so that nothing is lost on the way.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** For every cell that is written to CSV or XLSX. */
export const withGuard = (cell: string): string => (dangerous.test(cell) ? `'${cell}` : cell);

/** For every cell that is read from CSV or XLSX. */
export const withoutGuard = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);
