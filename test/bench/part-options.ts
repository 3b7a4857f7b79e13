/** What every part of the benchmark is told. */
export interface PartOptions {
  /** Shorter, for a first look. */
  readonly quick: boolean;
  /** An empty folder of its own, removed afterwards. */
  readonly folder: string;
}
