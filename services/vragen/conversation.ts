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

/** What {@link openConversations} gives. */
export interface Conversations extends Memory {
  /** Resolves when everything remembered is in the store, or has failed. Call it before the store is closed. */
  settled(): Promise<void>;
}

interface Kept {
  readonly turn: Remembered;
  readonly at: number;
}

/**
 * Conversations in the store, for the chat. The thread is a key without names in it (a hash by the caller): it is stored.
 * A turn of over 24 hours ago is not recalled, and overwritten by the next. Of two questions at once the later stays.
 *
 * `remember` does not wait for the store, so that no answer does: what is on its way there is recalled from memory. A process
 * that is killed at that moment forgets the last turn, and the next question is read by itself.
 *
 * @param onFault what could not be stored; the conversation goes on without it
 */
export function openConversations(store: Store, onFault: (fault: unknown) => void): Conversations {
  const collection = store.collection(gesprekken);
  /** Per thread the newest turn that is not in the store yet. */
  const unwritten = new Map<string, Kept>();
  const writing = new Map<string, Promise<void>>();

  const write = async (thread: string, { turn, at }: Kept): Promise<void> => {
    const draft = { _id: thread, at, turn: JSON.stringify(turn) };
    const known = await change(collection, thread, (current) => (current.at > at ? undefined : draft));
    if (known !== undefined) return;
    const outcome = await collection.insert(draft);
    // Two first questions at once: either may stay.
    if (outcome.kind === 'exists') await change(collection, thread, (current) => (current.at > at ? undefined : draft));
  };

  /** One write of a thread at a time; what is remembered in the meantime goes with the next. */
  const writeAll = async (thread: string): Promise<void> => {
    for (let kept = unwritten.get(thread); kept !== undefined; kept = unwritten.get(thread)) {
      await write(thread, kept).catch(onFault);
      if (unwritten.get(thread) === kept) unwritten.delete(thread);
    }
    writing.delete(thread);
  };

  return {
    recall: async (thread, now) => {
      const kept = unwritten.get(thread);
      if (kept !== undefined) return isOld(kept.at, now) ? undefined : kept.turn;
      const found = await collection.get(thread);
      if (found === undefined || isOld(found.at, now)) return undefined;
      const turn: unknown = JSON.parse(found.turn);
      return isRemembered(turn) ? turn : undefined;
    },
    remember: async (thread, turn, now) => {
      if ((unwritten.get(thread)?.at ?? now) > now) return;
      unwritten.set(thread, { turn, at: now });
      if (!writing.has(thread)) writing.set(thread, writeAll(thread));
    },
    settled: async () => {
      await Promise.all(writing.values());
    },
  };
}

const isOld = (at: number, now: number): boolean => Math.abs(now - at) > dayLength;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether what was read back still has the form of today; an older form is forgotten. */
function isRemembered(value: unknown): value is Remembered {
  if (!isRecord(value) || !isRecord(value.reading) || !isRecord(value.previous)) return false;
  const { reading, previous } = value;
  return typeof reading.intent === 'string' && isRecord(reading.filter) && Array.isArray(previous.shown);
}
