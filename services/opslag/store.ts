import { Fault } from '../fault.ts';

/**
 * The store's port: everything Ketenregie remembers goes through four verbs. They are what every MongoDB-compatible server
 * can do safely (single-document writes, compare-and-replace), so the same code is right on one laptop and on ten processes.
 *
 * A change is: read, decide, `replace` with the version that was read; when that is `stale`, again from the start
 * ({@link change} does so).
 */

/** Plain JSON. Dates are `YYYY-MM-DD` strings, instants are epoch milliseconds. No key holds `.` or starts with `$`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What every document in the store has. */
export interface Stored {
  readonly _id: string;
  /** Starts at 1, one higher after each replace. Set by the store, never by the caller. */
  readonly version: number;
}

/** What a caller hands in: the document without its version. */
export type Draft<T extends Stored> = Omit<T, 'version'>;

type Scalar = string | number | boolean | null;

export type Condition =
  | Scalar
  | {
      readonly $in?: readonly Scalar[];
      readonly $ne?: Scalar;
      readonly $gt?: string | number;
      readonly $gte?: string | number;
      readonly $lt?: string | number;
      readonly $lte?: string | number;
    };

/**
 * Field paths may be dotted (`address.tenantId`); a condition on an array field matches when one element does. All conditions
 * hold. Null matches null and missing; a range matches values of its own type alone, text by code unit (`Z` before `a`).
 */
export type Filter = { readonly [path: string]: Condition };

export interface FindOptions {
  /**
   * Ordered fields, 1 ascending, -1 descending; `_id` is always added as the last tie-breaker (ascending). Default: by `_id`.
   * The fields hold no arrays or objects; missing sorts as null, and null before numbers before texts before booleans.
   */
  readonly sort?: readonly (readonly [field: string, direction: 1 | -1])[];
  readonly limit?: number;
  /** Skip everything up to and including this document of an earlier page (same filter, same sort). */
  readonly after?: Stored;
}

export type InsertOutcome<T> =
  | { readonly kind: 'inserted'; readonly doc: T }
  /** Another document has this `_id` or this unique key. */
  | { readonly kind: 'exists' };

export type ReplaceOutcome<T> =
  | { readonly kind: 'replaced'; readonly doc: T }
  /** The document is gone or has another version: read it again and decide again. */
  | { readonly kind: 'stale' }
  /** The new content collides with a unique key of another document. */
  | { readonly kind: 'exists' };

/**
 * A promise that resolves means: on disk (embedded) or acknowledged by a majority with its journal (MongoDB).
 * A promise that rejects with a Fault `retry: 'uncertain'` means: it may have been written.
 */
export interface Collection<T extends Stored> {
  get(id: string): Promise<T | undefined>;
  find(filter: Filter, options?: FindOptions): Promise<readonly T[]>;
  insert(doc: Draft<T>): Promise<InsertOutcome<T>>;
  replace(doc: Draft<T>, expectedVersion: number): Promise<ReplaceOutcome<T>>;
}

/** Declared once, beside the code that owns the collection, as a constant. */
export interface CollectionDeclaration<T extends Stored> {
  readonly name: string;
  /**
   * Each a list of fields whose combined values are unique. A document that misses one of the fields (absent or null) is left
   * out of the rule. The fields hold texts, numbers or booleans. In MongoDB a key that is declared later holds for the
   * documents written since.
   */
  readonly unique?: readonly (readonly string[])[];
  /** Each a list of fields (ascending) that finds may lead with: equality on the first ones, a range or sort on the next. */
  readonly indexes?: readonly (readonly string[])[];
  /** Only carries the type. */
  readonly _type?: T;
}

export interface Store {
  /** Declaring the same collection again gives the same collection. */
  collection<T extends Stored>(declaration: CollectionDeclaration<T>): Collection<T>;
  /** Resolves when reads and writes work; rejects with a Fault that says why not. For `/ready`. */
  ping(): Promise<void>;
  /** Waits for running writes, then lets go of files and connections. */
  close(): Promise<void>;
  /**
   * What the store's own clock says, epoch ms: the one clock that all processes on it share. `undefined`: the server does not tell.
   * Absent where only one process can use the store. Rejects as {@link ping} does.
   */
  serverTime?(): Promise<number | undefined>;
}

/**
 * Reads, decides, replaces; again when another process was first.
 *
 * @param decide gets the current document and gives the new one, or `undefined` to leave it as it is. May run more than once.
 * @returns the document as it stands afterwards, or `undefined` when there is none with this id
 */
export async function change<T extends Stored>(
  collection: Collection<T>,
  id: string,
  decide: (current: T) => Draft<T> | undefined,
): Promise<T | undefined> {
  for (;;) {
    const current = await collection.get(id);
    if (current === undefined) return undefined;
    const next = decide(current);
    if (next === undefined) return current;
    const outcome = await collection.replace(next, current.version);
    if (outcome.kind === 'replaced') return outcome.doc;
    if (outcome.kind === 'exists') throw new Fault('opslag-key-taken', 'never', 'a change collides with a unique key');
  }
}
