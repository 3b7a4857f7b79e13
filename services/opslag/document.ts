import { Fault } from '../fault.ts';
import type { Json, Stored } from './store.ts';

/** A document as the store's own code sees it: any fields, all of them JSON. */
export interface StoredDocument extends Stored {
  readonly [field: string]: Json | undefined;
}

/** Fields the MongoDB store adds for itself and takes off again: the write's token and the values of unique keys. */
export const tokenField = '_w';
export const uniqueFieldPrefix = '_u_';

const refuse = (reason: string): never => {
  throw new Fault('opslag-document', 'never', `a document cannot be stored: ${reason}`);
};

// Only a surrogate without its other half: half an emoji, which UTF-8 (and so MongoDB and the disk) cannot hold.
const halfCharacter = /[\ud800-\udfff]/gu;

function copyNumber(value: number): number {
  if (!Number.isFinite(value)) return refuse('a number is not finite');
  return value + 0; // -0 becomes 0, as it does in JSON
}

function checkKey(key: string): void {
  if (key === '__proto__' || key.startsWith('$') || key.includes('.') || key.includes('\0')) {
    refuse('a key holds a dot or a NUL, starts with $, or is __proto__');
  }
}

function copyValue(value: unknown): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.replace(halfCharacter, '\ufffd');
  if (typeof value === 'number') return copyNumber(value);
  if (Array.isArray(value)) return Object.freeze(value.map(copyValue));
  if (typeof value !== 'object') return refuse(`it holds a ${typeof value}`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return refuse('it holds an object with a class of its own');
  return Object.freeze(copyFields(value));
}

function copyFields(source: object): { [key: string]: Json } {
  const copy: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(source)) {
    if (value === undefined) continue;
    checkKey(key);
    copy[key] = copyValue(value);
  }
  return copy;
}

/**
 * A frozen copy of what a caller hands in, with its version: what is stored is what every reader gets, and nobody changes it.
 * Fields that are `undefined` are left out.
 *
 * @throws Fault `opslag-document` when it is not plain JSON, or uses a key that a MongoDB server cannot hold
 */
export function sealDocument(draft: Omit<Stored, 'version'>, version: number): StoredDocument {
  const fields = copyFields(draft);
  if (!hasId(fields)) return refuse('its _id is not a text');
  for (const key of Object.keys(fields)) {
    if (key === tokenField || key.startsWith(uniqueFieldPrefix)) refuse('it uses a field name of the store itself');
  }
  // Not spread into a new object: frozen after a spread, each document would keep a shape of its own in memory (400 bytes).
  return Object.freeze(Object.assign(fields, { version }));
}

const hasId = (fields: {
  readonly [key: string]: Json;
}): fields is { readonly [key: string]: Json; readonly _id: string } =>
  typeof fields._id === 'string' && fields._id !== '';

/** Freezes, through and through, a document that came from disk or from the database and that nobody else holds. */
export function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) freezeDeep(inner);
    Object.freeze(value);
  }
  return value;
}

/**
 * The values of one unique key as one text, or `undefined` when the document misses one of the fields (absent or null) and
 * so is left out of the rule. Two documents collide when their texts are the same.
 *
 * @throws Fault `opslag-document` when a field of the key holds a list or an object
 */
export function uniqueText(doc: StoredDocument, fields: readonly string[]): string | undefined {
  const values: Json[] = [];
  for (const field of fields) {
    const value = plainValueAt(doc, field);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'object') return refuse('a field of a unique key holds a list or an object');
    values.push(value);
  }
  return JSON.stringify(values);
}

const isFields = (value: Json | undefined): value is { readonly [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The value at a dotted path through objects. Where a list stands on the way, that list: the path has no one value then. */
export function plainValueAt(doc: StoredDocument, path: string): Json | undefined {
  if (!path.includes('.')) return doc[path];
  let value: Json | undefined = doc;
  for (const step of path.split('.')) {
    if (isList(value)) return value;
    value = isFields(value) ? value[step] : undefined;
  }
  return value;
}

/** Every value that a condition on this path is held against: lists on the way and at the end count by their elements. */
export function leavesAt(doc: StoredDocument, path: string): readonly Json[] {
  let values: readonly Json[] = [doc];
  for (const step of path.split('.')) {
    values = values.flat(8).map((value) => (isFields(value) ? (value[step] ?? null) : null));
  }
  const leaves = values.flatMap((value) => (isList(value) ? value : [value]));
  return leaves.length === 0 ? [null] : leaves;
}
