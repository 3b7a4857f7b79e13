import type { PosterOutcome } from './types.ts';

/**
 * What this process knows about its posts and could not write down, because the store was away. Without it every one of them would
 * become uncertain. It lives as long as the process; what dies with it is uncertain indeed.
 */
export interface KnownOutcomes {
  keep(occurrence: string, token: string, outcome: PosterOutcome): void;
  /** Hands over each, once; who cannot write it keeps it again. */
  writeAll(write: (occurrence: string, token: string, outcome: PosterOutcome) => Promise<void>): Promise<void>;
}

/** For an occurrence that was marked as posting, or perhaps was, before the store went away: nothing has left. */
export const notPosted: PosterOutcome = { kind: 'refused', permanent: false, reason: 'not-posted', retryAfterMs: 0 };

export function createKnownOutcomes(): KnownOutcomes {
  const known = new Map<string, { readonly token: string; readonly outcome: PosterOutcome }>();
  return {
    keep(occurrence, token, outcome) {
      known.set(occurrence, { token, outcome });
    },
    async writeAll(write) {
      for (const [occurrence, { token, outcome }] of [...known]) {
        known.delete(occurrence);
        await write(occurrence, token, outcome);
      }
    },
  };
}
