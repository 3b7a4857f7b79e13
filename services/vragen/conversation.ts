import { type Collection, type CollectionDeclaration, change, type Store, type Stored } from '../opslag/store.ts';
import type { Reading } from './reading.ts';

/** What was asked last, per person per thread: makes "en voor Assen?" a question. Kept for a day, no longer. */

const dayLength = 24 * 60 * 60 * 1000;

interface Turn extends Stored {
  /** Epoch ms of the question. */
  readonly at: number;
  /** The remembered turn as JSON text: its form may change between releases without the stored documents being wrong. */
  readonly turn: string;
}

const gesprekken: CollectionDeclaration<Turn> = { name: 'gesprekken' };

export interface Conversations<T> {
  /**
   * The last turn under this id; `undefined` when there is none or it is over 24 hours old.
   *
   * @param id of person and thread, hashed by the caller: it is stored
   * @param now epoch ms
   */
  recall(id: string, now: number): Promise<T | undefined>;
  /** Keeps this turn in the place of the one before. Of two questions at once the later stays. */
  remember(id: string, turn: T, now: number): Promise<void>;
}

/**
 * Conversations in the store, for the chat. `T` is what the caller keeps of a turn (engine.ts: `Remembered`): plain JSON.
 *
 * @param isTurn whether what was read back still has the form of today; an older form is forgotten
 */
export function conversationsIn<T>(store: Store, isTurn: (value: unknown) => value is T): Conversations<T> {
  const collection: Collection<Turn> = store.collection(gesprekken);
  return {
    async recall(id, now) {
      const found = await collection.get(id);
      if (found === undefined || Math.abs(now - found.at) > dayLength) return undefined;
      const turn: unknown = JSON.parse(found.turn);
      return isTurn(turn) ? turn : undefined;
    },
    async remember(id, turn, now) {
      const draft = { _id: id, at: now, turn: JSON.stringify(turn) };
      const outcome = await collection.insert(draft);
      if (outcome.kind === 'exists') await change(collection, id, (current) => (current.at > now ? undefined : draft));
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether a stored value is a reading, for `isTurn`. */
export const isReading = (value: unknown): value is Reading =>
  isRecord(value) && typeof value.text === 'string' && typeof value.intent === 'string' && isRecord(value.filter);
