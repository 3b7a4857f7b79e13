import type { Clock } from '../../services/clock.ts';
import type { Environment } from '../config.ts';

/** What a command may touch besides the store: where it speaks, what it hears, and what time it is. */
export interface Terminal {
  /** Machine-readable output or the answer itself. One line, without its end. */
  out(line: string): void;
  /** Messages for people, in Dutch. */
  say(line: string): void;
  /** Lines that are typed or piped in. */
  readonly lines: AsyncIterable<string>;
  readonly env: Environment;
  readonly clock: Clock;
  /** Whether a person looks at stderr: progress is drawn only then. */
  readonly isWatched: boolean;
  /** Calls back when the person wants to stop (Ctrl-C); gives a function that stops listening. */
  onInterrupt(stop: () => void): () => void;
}

/** 0: done. 1: nothing was done. 2: done in part; what was not done was listed (CONTRACT §2). */
export type ExitCode = 0 | 1 | 2;
