/** Codes of afspraken: `AFS-2026-012`, the year and a number counted from 001; beyond 999 the number grows a digit. */

const form = /^AFS-(\d{4})-(\d{3,6})$/;

/** The code in its one written form, or `undefined` when this is not a code. Case and surrounding space do not matter. */
export function readCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  const found = form.exec(code);
  // Counting starts at 001: a code ending in 000 is a slip, and would never be given out.
  if (found === null || Number(found[2]) === 0) return undefined;
  return codeOf(Number(found[1]), Number(found[2]));
}

export const codeOf = (year: number, number: number): string => `AFS-${year}-${String(number).padStart(3, '0')}`;

/** Year and number of a code; `undefined` for another text. */
export function partsOf(code: string): { readonly year: number; readonly number: number } | undefined {
  const found = form.exec(code);
  return found === null ? undefined : { year: Number(found[1]), number: Number(found[2]) };
}

/** A number that sorts codes as people count them (`…-999` before `…-1000`). Other texts come last. */
export function rankOf(code: string): number {
  const parts = partsOf(code);
  return parts === undefined ? Number.MAX_SAFE_INTEGER : parts.year * 1_000_000 + parts.number;
}
