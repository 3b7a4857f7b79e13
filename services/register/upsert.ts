import { isDeepStrictEqual } from 'node:util';
import type { Collection, Draft, Stored } from '../opslag/store.ts';
import type { Verband } from './types.ts';

/** How organisaties and verbanden are written. Used by register.ts alone. */

export type UpsertOutcome = 'added' | 'changed' | 'unchanged';

/** Insert, or replace until it holds; the last writer wins. `keeping`: what of the current document stays, whatever is written. */
export async function upsert<T extends Stored>(
  collection: Collection<T>,
  wanted: Draft<T>,
  known: T | undefined,
  keeping: (draft: Draft<T>, current: T) => Draft<T> = (draft) => draft,
): Promise<{ readonly kind: UpsertOutcome; readonly doc: T }> {
  for (let current = known; ; current = await collection.get(wanted._id)) {
    if (current === undefined) {
      const outcome = await collection.insert(wanted);
      if (outcome.kind === 'inserted') return { kind: 'added', doc: outcome.doc };
      continue;
    }
    const draft = keeping(wanted, current);
    if (isDeepStrictEqual({ ...current }, { ...draft, version: current.version }))
      return { kind: 'unchanged', doc: current };
    const outcome = await collection.replace(draft, current.version);
    if (outcome.kind === 'replaced') return { kind: 'changed', doc: outcome.doc };
  }
}

/** For a verband: its keten is not the business of who writes the rest of it. */
export function withKetenOf({ keten: _, ...draft }: Draft<Verband>, { keten }: Verband): Draft<Verband> {
  return { ...draft, ...(keten !== undefined && { keten }) };
}
