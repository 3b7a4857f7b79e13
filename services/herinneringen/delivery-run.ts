import type { Clock, NewId } from '../clock.ts';
import type { Kanalen } from '../kanalen/kanalen.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Store } from '../opslag/store.ts';
import type { RegisterView } from '../register/types.ts';
import type { Beurten } from './beurten.ts';
import type { KnownOutcomes } from './known-outcomes.ts';
import type { SendLimiter } from './limiter.ts';
import type { Outbox } from './outbox.ts';
import type { TellingRules } from './rules.ts';
import type { Poster } from './types.ts';

/** What delivery is given, counts and passes on: shared by the rounds (`deliver.ts`) and the sending of one message (`send-once.ts`). */

export interface DeliverLimits {
  /** How long a worker may hold an occurrence. */
  readonly leaseMs: number;
  /** The longest a post may take; with less of the lease left than this, nothing is posted. Must be below `leaseMs`. */
  readonly postMs: number;
  /** The most occurrences told in one message: what fits the 25 KB of Teams. */
  readonly digest: number;
  /** So many kanalen at the same time. */
  readonly kanalenAtOnce: number;
}

export const defaultDeliverLimits: DeliverLimits = { leaseMs: 90_000, postMs: 25_000, digest: 100, kanalenAtOnce: 8 };

export interface DeliverParts {
  readonly store: Store;
  readonly kanalen: Kanalen;
  /** The register as it is at the moment of the call, news of other processes taken in (`Register.refresh`). */
  readonly register: () => RegisterView | Promise<RegisterView>;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limiter: SendLimiter;
  readonly limits?: DeliverLimits;
  /** The same from run to run in one process. */
  readonly known?: KnownOutcomes;
  readonly beurten?: Beurten;
  /**
   * Whether this process has planned the kanaal as it is bound now. Where it has not, another one may be half way, and what it has
   * written so far is not all that belongs in the message. Left out: everything is planned.
   */
  readonly isPlanned?: (kanaal: Kanaal) => boolean;
  /** A fault in one kanaal does not hold up the others. */
  readonly onFault: (fault: unknown) => void;
}

/** What one run did, in occurrences (`messages`: in messages). Add them up for the metrics. */
export interface DeliveryReport {
  messages: number;
  delivered: number;
  /** Certainly not accepted; planned again. */
  retried: number;
  refused: number;
  uncertain: number;
  skipped: number;
  cancelled: number;
  /** Another worker was first, or came after us: nothing was done with these. */
  stale: number;
  /** The earliest instant at which what was held back by the limits may go. */
  wakeAt?: number;
}

/** One round of delivery. */
export interface DeliveryRun extends DeliverParts {
  readonly outbox: Outbox;
  readonly limits: DeliverLimits;
  readonly known: KnownOutcomes;
  readonly beurten: Beurten;
  readonly rules: TellingRules;
  readonly report: DeliveryReport;
}
