import type { Collection, CollectionDeclaration, Store, Stored } from '../opslag/store.ts';

/**
 * Whose turn it is to send in a kanaal. Several processes that find the same herinneringen due would each lease some of them and
 * post two halves of one digest; so one at a time sends in a kanaal, and the others come back later.
 *
 * This only keeps together what belongs together. That nothing is sent twice does not hang on it: every occurrence has a lease of
 * its own (`deliver.ts`).
 */

interface Beurt extends Stored {
  readonly holder: string;
  /** Epoch ms; 0 when it was given back. Its holder is gone when this has passed. */
  readonly until: number;
}

const declaration: CollectionDeclaration<Beurt> = { name: 'herinneringbeurten' };

export interface Beurten {
  /** Takes the turn in a kanaal, or keeps it for `holdMs` more. Gives `false` when another process has it. */
  take(kanaal: string, now: number, holdMs: number): Promise<boolean>;
  /** Gives it back, when it is still ours. */
  end(kanaal: string): Promise<void>;
}

/** @param holder names this process; what it took, it may take again after a fault */
export function openBeurten(store: Store, holder: string): Beurten {
  const beurten: Collection<Beurt> = store.collection(declaration);
  return {
    async take(kanaal, now, holdMs) {
      const mine = { _id: kanaal, holder, until: now + holdMs };
      const current = await beurten.get(kanaal);
      if (current === undefined) return (await beurten.insert(mine)).kind === 'inserted';
      // One that ends later than any can was taken by a clock that has been set right since.
      const isHeld = current.until > now && current.until <= now + holdMs;
      if (isHeld && current.holder !== holder) return false;
      return (await beurten.replace(mine, current.version)).kind === 'replaced';
    },
    async end(kanaal) {
      const current = await beurten.get(kanaal);
      if (current?.holder !== holder) return;
      await beurten.replace({ _id: kanaal, holder, until: 0 }, current.version);
    },
  };
}
