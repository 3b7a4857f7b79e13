/** One kind of trouble that the bot must come through: what `npm run test:faults` runs and puts in its table. */
export interface Fault {
  /** In the table and for `--only`; words with hyphens. */
  readonly name: string;
  /** What is done to it, in one line. */
  readonly title: string;
  /** What must be seen. */
  readonly bar: string;
  /** How often: in the short form, which all faults together finish within five minutes, and in the long one. */
  readonly runs: { readonly short: number; readonly long: number };
  /** The same runs and seed make the same choices. A bar that is not met is an outcome; a throw counts as one too. */
  run(runs: number, seed: number): Promise<FaultOutcome>;
}

export interface FaultOutcome {
  readonly isMet: boolean;
  /** What was counted: `12 kills, 300 occurrences: 0 lost, 0 double`. */
  readonly result: string;
  /** What fell short, one line each; the table shows the first few. */
  readonly failures?: readonly string[];
}
