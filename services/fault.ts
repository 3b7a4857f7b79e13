/**
 * What went wrong that nobody expected. Expected outcomes are values (closed unions with a `kind`); a Fault is thrown.
 *
 * - `never`: trying again gives the same result; a person must change something.
 * - `later`: nothing happened; trying again may succeed.
 * - `uncertain`: it may have happened; never repeat it blindly, look first.
 */
export type Retry = 'never' | 'later' | 'uncertain';

/** The one kind of error that Ketenregie throws itself; at the edges (turn, command line, start) its code becomes a sentence. */
export class Fault extends Error {
  readonly code: string;
  readonly retry: Retry;

  /**
   * @param code stable kebab-case name, `room-what` (`opslag-locked`): logged, mapped to a sentence at the edge
   * @param message English, for the log; holds no names, texts or tokens
   */
  constructor(code: string, retry: Retry, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
    this.retry = retry;
  }
}

/** Compile-time proof that a closed union is handled whole; reaching it at run time is a bug in our own code. */
export function unreachable(value: never): never {
  throw new Fault('house-unreachable', 'never', `unhandled case: ${typeof value}`);
}
