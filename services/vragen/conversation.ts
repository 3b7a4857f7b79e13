import { type CollectionDeclaration, change, type Store, type Stored } from '../opslag/store.ts';
import type { Memory, Remembered } from './engine.ts';

/** What was asked last, per person per thread: makes "en voor Assen?" a question. Kept for a day, no longer. */

const dayLength = 24 * 60 * 60 * 1000;

interface Turn extends Stored {
  /** Epoch ms of the question. */
  readonly at: number;
  /** The remembered turn as JSON text: its form may change between releases without the stored documents being wrong. */
  readonly turn: string;
}

const gesprekken: CollectionDeclaration<Turn> = { name: 'gesprekken' };

/**
 * Conversations in the store, for the chat. The thread is a key without names in it (a hash by the caller): it is stored.
 * A turn of over 24 hours ago is not recalled, and overwritten by the next. Of two questions at once the later stays.
 */
export function openConversations(store: Store): Memory {
  const collection = store.collection(gesprekken);
  return {
    recall: async (thread, now) => {
      const found = await collection.get(thread);
      if (found === undefined || Math.abs(now - found.at) > dayLength) return undefined;
      const turn: unknown = JSON.parse(found.turn);
      return isRemembered(turn) ? turn : undefined;
    },
    remember: async (thread, turn, now) => {
      const draft = { _id: thread, at: now, turn: JSON.stringify(turn) };
      const known = await change(collection, thread, (current) => (current.at > now ? undefined : draft));
      if (known !== undefined) return;
      const outcome = await collection.insert(draft);
      // Two first questions at once: either may stay.
      if (outcome.kind === 'exists')
        await change(collection, thread, (current) => (current.at > now ? undefined : draft));
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether what was read back still has the form of today; an older form is forgotten. */
function isRemembered(value: unknown): value is Remembered {
  if (!isRecord(value) || !isRecord(value.reading) || !isRecord(value.previous)) return false;
  const { reading, previous } = value;
  return typeof reading.intent === 'string' && isRecord(reading.filter) && Array.isArray(previous.shown);
}
