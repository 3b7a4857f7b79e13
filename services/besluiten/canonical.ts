/**
 * The one way to write JSON down as bytes: the JSON Canonicalization Scheme (RFC 8785). Two programs that hold the same data
 * get the same bytes, whatever the order of keys in which a database or a file gives it back, so hashes can be compared.
 *
 * - keys of an object by their UTF-16 code units (§3.2.3), no white space;
 * - strings and numbers as ECMAScript writes them (§3.2.2), which is what `JSON.stringify` does;
 * - bytes are UTF-8 without BOM.
 *
 * Refused, because a hash over it would say nothing: `undefined`, NaN and infinities, strings with half a surrogate pair
 * (they have no UTF-8), nesting deeper than {@link maximumDepth} (a hostile file must not exhaust the stack).
 * Imports nothing: the verifier leans on this file alone.
 */

const maximumDepth = 32;
const halfSurrogate = /\p{Surrogate}/u;
/** Nearly every string: nothing to escape, no surrogate. Spares two slower looks at it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be escaped
const plainText = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

/** Canonical bytes of a JSON value, or `undefined` when it has none (see above). */
export function canonicalBytes(value: unknown): Buffer | undefined {
  const text = canonicalText(value);
  return text === undefined ? undefined : Buffer.from(text, 'utf8');
}

/** The same as text, for whoever hashes or compares text. */
export const canonicalText = (value: unknown): string | undefined => write(value, 0);

function write(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      if (plainText.test(value)) return `"${value}"`;
      return halfSurrogate.test(value) ? undefined : JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= maximumDepth) return undefined;
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
    default:
      return undefined;
  }
}

function writeArray(values: readonly unknown[], depth: number): string | undefined {
  let text = '';
  for (const value of values) {
    const part = write(value, depth + 1);
    if (part === undefined) return undefined;
    text += text === '' ? part : `,${part}`;
  }
  return `[${text}]`;
}

function writeObject(object: object, depth: number): string | undefined {
  let text = '';
  // The default sort compares UTF-16 code units, exactly the order that RFC 8785 asks for.
  for (const key of Object.keys(object).sort()) {
    const name = write(key, depth + 1);
    const part = write(Reflect.get(object, key), depth + 1);
    if (name === undefined || part === undefined) return undefined;
    text += text === '' ? `${name}:${part}` : `,${name}:${part}`;
  }
  return `{${text}}`;
}
