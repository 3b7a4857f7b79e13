import type { Json } from './store.ts';

/**
 * Index keys as text: the fields of a document one after another, written so that comparing two keys with `<` gives the order
 * of the store (nothing, numbers, text, objects, true and false; within numbers by size, within text by code unit). Text compares
 * faster than lists of values, and a range of keys is a range of text.
 */
const rank = { nothing: '\u0001', number: '\u0002', text: '\u0003', object: '\u0004', boolean: '\u0005' };

const bytes = new DataView(new ArrayBuffer(8));

// The bits of a double order as unsigned numbers once the sign is flipped, and all the bits when it is negative.
function numberKey(value: number): string {
  bytes.setFloat64(0, value);
  const negative = value < 0;
  let key = rank.number;
  for (let offset = 0; offset < 8; offset += 2) {
    const bits = bytes.getUint16(offset);
    const flip = negative ? 0xffff : offset === 0 ? 0x8000 : 0;
    key += String.fromCharCode(bits ^ flip);
  }
  return key;
}

// A text ends in two NULs, and a NUL inside it is followed by another sign, so that a text sorts before a longer one.
const textKey = (value: string): string => `${rank.text}${value.replaceAll('\0', '\0\u0001')}\0\0`;

/** The part of a key that stands for one field; objects and lists all get the same. */
export function fieldKey(value: Json): string {
  if (value === null) return rank.nothing;
  if (typeof value === 'string') return textKey(value);
  if (typeof value === 'number') return numberKey(value);
  if (typeof value === 'boolean') return `${rank.boolean}${value ? '\u0001' : '\0'}`;
  return rank.object;
}

/** All keys of this prefix followed by a value of the type of `value`: a range never runs from numbers into text. */
export function typeRange(prefix: string, value: string | number): KeyRange {
  const start = prefix + (typeof value === 'number' ? rank.number : rank.text);
  return { low: start, high: endOf(start) };
}

/** Keys from `low` up to but not including `high`; no `high`: to the end. */
export interface KeyRange {
  readonly low: string;
  readonly high: string | undefined;
}

/** The first key behind all keys that begin with this prefix. */
export function endOf(prefix: string): string | undefined {
  let end = prefix.length;
  while (end > 0 && prefix.charCodeAt(end - 1) === 0xffff) end -= 1;
  if (end === 0) return undefined;
  return prefix.slice(0, end - 1) + String.fromCharCode(prefix.charCodeAt(end - 1) + 1);
}
