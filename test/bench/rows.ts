/** One line of the table: what was measured, what came out, and what it should be. */
export interface Row {
  readonly subject: string;
  readonly measure: string;
  readonly value: string;
  /** What was promised, where something was: `≥ 0,85`. */
  readonly bar?: { readonly text: string; readonly met: boolean };
}

const format = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** As Dutch readers write it; from 100 on without decimals. */
export const number = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : (Math.abs(value) >= 100 ? whole : format).format(value);

export const atLeast = (least: number, value: number) => ({ text: `≥ ${number(least)}`, met: value >= least });
export const atMost = (most: number, value: number, unit = '') => ({
  text: `≤ ${number(most)}${unit}`,
  met: value <= most,
});

/** The table as plain text, a blank line between two subjects. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ measure, value, bar }) => [
    measure,
    value,
    bar === undefined ? '' : `${bar.text} ${bar.met ? 'ok' : 'NOT'}`,
  ]);
  const width = (column: number): number => Math.max(...cells.map((row) => row[column]?.length ?? 0));
  const [first, second] = [width(0), width(1)];
  return rows
    .flatMap(({ subject }, at) => {
      const [measure = '', value = '', bar = ''] = cells[at] ?? [];
      const line = `  ${measure.padEnd(first)}  ${value.padStart(second)}  ${bar}`.trimEnd();
      return subject === rows[at - 1]?.subject ? [line] : ['', subject, line];
    })
    .join('\n');
}
