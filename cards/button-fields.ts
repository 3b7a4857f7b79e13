/**
 * What comes back with a button, key by key: foreign, so each gives undefined for what is not right. For the decoders of
 * action-data.ts.
 */

/** Data of a button with the inputs of its card merged into it. */
export type Fields = { readonly [key: string]: unknown };

const codeForm = /^[A-Za-z0-9-]{1,40}$/;
const idForm = /^[^\s\p{C}]{1,200}$/u;
const largestPage = 10_000;

/** @param longest in UTF-16 units */
export const textIn = (fields: Fields, key: string, longest: number): string | undefined => {
  const value = fields[key];
  return typeof value === 'string' && value.length <= longest ? value : undefined;
};

/** `AFS-2026-012`, `B-2026-014`. */
export const codeIn = (fields: Fields, key: string): string | undefined => {
  const value = textIn(fields, key, 40);
  return value !== undefined && codeForm.test(value) ? value : undefined;
};

/** `_id` of something we keep. */
export const idIn = (fields: Fields, key: string): string | undefined => {
  const value = textIn(fields, key, 200);
  return value !== undefined && idForm.test(value) ? value : undefined;
};

/** From 1. */
export const pageIn = (fields: Fields): number | undefined => {
  const value = fields.page;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= largestPage ? value : undefined;
};
