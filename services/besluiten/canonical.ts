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

/** Canonical bytes of a JSON value, or `undefined` when it has none (see above). */
export function canonicalBytes(value: unknown): Buffer | undefined {
  const text = canonicalText(value);
  return text === undefined ? undefined : Buffer.from(text, 'utf8');
}

/** The same as text, for tests and for people who check by hand. */
export const canonicalText = (value: unknown): string | undefined => write(value, 0);

function write(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
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
  const parts: string[] = [];
  for (const value of values) {
    const part = write(value, depth + 1);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return `[${parts.join(',')}]`;
}

function writeObject(object: object, depth: number): string | undefined {
  const parts: string[] = [];
  // The default sort compares UTF-16 code units, exactly the order that RFC 8785 asks for.
  const entries = new Map<string, unknown>(Object.entries(object));
  for (const key of [...entries.keys()].sort()) {
    const name = write(key, depth + 1);
    const part = write(entries.get(key), depth + 1);
    if (name === undefined || part === undefined) return undefined;
    parts.push(`${name}:${part}`);
  }
  return `{${parts.join(',')}}`;
}
