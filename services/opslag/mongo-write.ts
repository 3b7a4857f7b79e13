import { setTimeout as pause } from 'node:timers/promises';
import { mongoFault, uncertainFault, type WriteTrouble, writeTroubleOf } from './mongo-error.ts';

/** A write as the driver does it. */
export interface Write {
  /** Gives false when no document had the version expected. Sending twice lets it in once, by its `_id` or its version. */
  send(): Promise<boolean>;
  /** Reads the document back and tells whose it is. */
  standing(): Promise<Standing>;
}

/**
 * - `ours`: it carries the token of this write.
 * - `other`: another write stands in its place.
 * - `before`: neither this write nor another like it stands.
 * - `unclear`: others have written since, or it could not be read.
 */
export type Standing = 'ours' | 'other' | 'before' | 'unclear';

/** What became of a write: it stands, no document had the version expected, or a unique key was taken. */
export type WriteOutcome = 'written' | 'unmatched' | 'duplicate';

const attempts = 4;
const milliseconds = 150;

/**
 * Sends a write until its outcome is known. After a lost connection it may stand, or still be on its way: sending the same
 * write again does no harm and shows what became of the first, and reading back tells by the token whose write stands.
 *
 * @throws Fault `opslag-uncertain` when it cannot be told; `opslag-unreachable` or `opslag-refused` when it does not stand
 */
export async function writeUntilKnown(write: Write): Promise<WriteOutcome> {
  const first = await attempt(write);
  if (isOutcome(first)) return first;
  if (first.trouble !== 'unknown') throw mongoFault(first.error);
  for (let count = 1; count < attempts; count += 1) {
    await pause(milliseconds);
    const again = await attempt(write);
    if (again === 'written') return 'written';
    if (!isOutcome(again)) continue;
    const standing = await write.standing();
    if (standing === 'ours') return 'written';
    if (standing === 'other' || (standing === 'before' && again === 'duplicate')) return again;
  }
  throw uncertainFault();
}

interface Failed {
  readonly trouble: Exclude<WriteTrouble, 'duplicate'>;
  readonly error: unknown;
}

const isOutcome = (answer: WriteOutcome | Failed): answer is WriteOutcome => typeof answer === 'string';

async function attempt(write: Write): Promise<WriteOutcome | Failed> {
  try {
    return (await write.send()) ? 'written' : 'unmatched';
  } catch (error) {
    const trouble = writeTroubleOf(error);
    return trouble === 'duplicate' ? 'duplicate' : { trouble, error };
  }
}
