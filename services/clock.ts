/** The passing of time as a port: production passes {@link systemClock}, tests and `--now` pass their own. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

/** The clock of this machine. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still: for `--now` on the command line and for tests. */
export const fixedClock = (instant: number): Clock => ({ now: () => instant });

/** Unguessable identifiers as a port, so that a test can fix them. At least 128 bits of randomness, URL-safe. */
export type NewId = () => string;
