import { createHash } from 'node:crypto';
import type { Clock } from '../services/clock.ts';
import { type CollectionDeclaration, change, type Store, type Stored } from '../services/opslag/store.ts';

/**
 * Teams may deliver one message more than once, also to another process. The first to claim it answers it.
 *
 * Claims lie in a fixed number of drawers, so that what was claimed long ago makes room without a delete: a drawer is rewritten
 * with each claim and drops everything older than a day. Buttons need no claim: their effects are idempotent by themselves, and
 * a second press must get the same answer, not silence.
 */
interface Drawer extends Stored {
  readonly claims: readonly { readonly key: string; readonly at: number }[];
}

const declaration: CollectionDeclaration<Drawer> = { name: 'ontvangen' };

const drawers = 4096;
const keptMs = 24 * 60 * 60 * 1000;

export interface Inbox {
  /** True for exactly one caller per activity, whatever the number of deliveries and processes. */
  claim(conversationId: string, activityId: string): Promise<boolean>;
}

export function createInbox(store: Store, clock: Clock): Inbox {
  const collection = store.collection(declaration);
  return {
    claim: async (conversationId, activityId) => {
      const digest = createHash('sha256')
        .update(JSON.stringify([conversationId, activityId]))
        .digest();
      const key = digest.toString('base64url');
      const drawerId = String(digest.readUInt16BE(0) % drawers);
      const at = clock.now();
      for (;;) {
        let first = true;
        const changed = await change(collection, drawerId, (drawer) => {
          first = !drawer.claims.some((claim) => claim.key === key);
          const kept = drawer.claims.filter((claim) => claim.at > at - keptMs);
          return first ? { _id: drawerId, claims: [...kept, { key, at }] } : undefined;
        });
        if (changed !== undefined) return first;
        const outcome = await collection.insert({ _id: drawerId, claims: [{ key, at }] });
        if (outcome.kind === 'inserted') return true;
      }
    },
  };
}
