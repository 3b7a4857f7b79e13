import type { Clock } from '../../clock.ts';
import type { Register } from '../register.ts';
import type { Progress } from './write-batches.ts';

/** What an import needs from its caller; see import-file.ts. */

export interface ImportDeps {
  readonly register: Register;
  readonly clock: Clock;
  /** IANA name; which year "this year" is. */
  readonly timeZone: string;
  /** Who imports, for the history. Personal data. */
  readonly by: string;
}

export interface ImportOptions {
  /** Reads and compares everything, writes nothing. */
  readonly dryRun?: boolean;
  /** Called after each batch of writes. */
  readonly onProgress?: (progress: Progress) => void;
}
