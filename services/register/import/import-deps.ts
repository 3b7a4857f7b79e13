import type { Clock } from '../../clock.ts';
import type { CivilDate } from '../../kalender/civil-date.ts';
import type { Register } from '../register.ts';
import type { DryRun } from './dry-run.ts';
import type { Progress } from './write-batches.ts';

/** What an import needs from its caller; see import-file.ts. */

interface RecesDays {
  readonly van: CivilDate;
  readonly tot: CivilDate;
}

/** Where rows of the form Recessen go; services/reces makes one. */
export interface RecesKeeper {
  /** What is wrong with these days by themselves. */
  problemOf(days: RecesDays): 'reces_reversed' | 'reces_too_long' | undefined;
  /** What {@link set} would do, without doing it. */
  look(organisatie: string, reces: RecesDays & { readonly naam: string }): Promise<'added' | 'changed' | 'unchanged'>;
  set(
    organisatie: string,
    reces: RecesDays & { readonly naam: string },
  ): Promise<'added' | 'changed' | 'unchanged' | 'too_many'>;
}

export interface ImportDeps {
  readonly register: Register;
  readonly clock: Clock;
  /** IANA name; which year "this year" is. */
  readonly timeZone: string;
  /** Who imports, for the history. Personal data. */
  readonly by: string;
  /** Absent: a file of recessen is not taken in here. */
  readonly recessen?: RecesKeeper;
}

export interface ImportOptions {
  /** Reads and compares everything, writes nothing; one for all files of the run. */
  readonly dryRun?: DryRun;
  /** Called after each batch of writes. */
  readonly onProgress?: (progress: Progress) => void;
}
