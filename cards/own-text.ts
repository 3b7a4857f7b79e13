/**
 * Text that we wrote ourselves, in a language file: the only text that a TextBlock (which is Markdown in Teams) accepts.
 * A string becomes one through the template tag {@link own}, into which only numbers and other own text fit; so the compiler
 * refuses a title, a name or a question typed by somebody. Those go through `foreign-text.ts`.
 */
declare const written: unique symbol;
export type OwnText = string & { readonly [written]: 'own' };

/** For language files alone: own`${total} afspraken`. Foreign text in a sentence: `mixed` in foreign-text.ts. */
export const own = (parts: TemplateStringsArray, ...values: readonly (number | OwnText)[]): OwnText =>
  String.raw({ raw: parts }, ...values) as OwnText;

const notInCode = /[^A-Za-z0-9-]/g;
const longestCode = 40;

/**
 * A code (`AFS-2026-012`, `B-2026-014`), a hash or an ISO date: letters, digits and hyphens, which mean nothing in Markdown.
 * Everything else is left out, so it is safe for any string, though only right for codes.
 */
export const code = (value: string): OwnText => value.slice(0, longestCode).replace(notInCode, '') as OwnText;

const notInWords = /[^\p{L}\p{N} '’(),.-]/gu;
const notAtStart = /^[^\p{L}]+/u;
const longestWords = 120;

/**
 * A label from a language file outside this folder (services/taal/labels.ts). Letters, digits and plain punctuation pass,
 * starting at the first letter; the rest, which Markdown could act on, is left out.
 */
export const words = (label: string): OwnText =>
  label.slice(0, longestWords).replace(notInWords, '').replace(notAtStart, '') as OwnText;

/** Own texts side by side: `joined(codes, own`, `)`. */
export const joined = (texts: readonly OwnText[], separator: OwnText): OwnText => texts.join(separator) as OwnText;
