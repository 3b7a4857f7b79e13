import type { HerinneringRow } from './list.ts';
import type { Herinneringregel } from './regel.ts';

/**
 * Of what repeats only the next one, for whoever reads `herinneringen` in the chat: an own rule that speaks every Monday, and a date
 * that has passed and is asked about every week, would each fill page after page of a year. The command line lists every moment
 * (CONTRACT §2) and does not come here. Pure.
 */

/** A row, and what it stands for. */
export interface RepeatedRow extends HerinneringRow {
  /** So many days lie between it and each that follows, for as long as its date is open; the rows that follow are left out. */
  readonly everyDays?: number;
}

/**
 * @param rows in order of time, as `listHerinneringen` gives them
 * @param regels own rules among the rows, by `_id`
 * @param now epoch ms: what was told, or is about to be, stays as it is
 */
export function foldRepeats(
  rows: readonly HerinneringRow[],
  regels: ReadonlyMap<string, Herinneringregel>,
  now: number,
): readonly RepeatedRow[] {
  const series = new Map<string, HerinneringRow[]>();
  for (const row of rows) {
    const name = row.state === 'planned' && row.at > now ? seriesOf(row, regels) : undefined;
    if (name !== undefined) series.set(name, [...(series.get(name) ?? []), row]);
  }
  const firsts = new Map([...series.values()].map((each) => [each[0], each] as const));
  const left = new Set([...series.values()].flatMap((each) => each.slice(1)));
  return rows
    .filter((row) => !left.has(row))
    .map((row): RepeatedRow => {
      const everyDays = row.regel === undefined ? gapIn(firsts.get(row) ?? []) : undefined;
      return everyDays === undefined ? row : { ...row, everyDays };
    });
}

/** What it is one of; undefined: it stands by itself, as each step up to the date does, and each day that somebody chose. */
function seriesOf(row: HerinneringRow, regels: ReadonlyMap<string, Herinneringregel>): string | undefined {
  const { regel, escalatie, postponed, code, kind, anchor, step, channel } = row;
  if (escalatie !== undefined || postponed) return undefined;
  if (regel !== undefined) return regels.get(regel)?.wanneer.kind === 'recurring' ? `regel/${regel}` : undefined;
  return step > 0 ? JSON.stringify([code, kind, anchor, channel]) : undefined;
}

/** Of those that follow one may be left out, so the smallest gap is that of the rhythm. */
function gapIn(rows: readonly HerinneringRow[]): number | undefined {
  const steps = [...new Set(rows.map(({ step }) => step))].sort((one, other) => one - other);
  const gaps = steps.slice(1).map((step, index) => step - (steps[index] ?? step));
  return gaps.length === 0 ? undefined : Math.min(...gaps);
}
