import type { Stored } from '../opslag/store.ts';
import type { Problem } from '../register/import/report.ts';
import type { Afspraak, Eigenaar } from '../register/types.ts';

/** What a proposed change of afspraken is, from preview to undo. */

/** The fields of an afspraak that can be changed. */
export type Veld = Exclude<keyof Afspraak, '_id' | 'version'>;

/** The value of any field, as the register keeps it. */
export type Waarde = string | boolean | readonly string[] | Eigenaar;

/** One field of one afspraak. An absent side: the field is empty there. */
export interface FieldChange {
  readonly veld: Veld;
  readonly van?: Waarde;
  readonly naar?: Waarde;
}

/** What is to change in one afspraak. */
export interface AfspraakChange {
  readonly code: string;
  readonly titel: string;
  /** The version that was looked at: any other is not overwritten. */
  readonly version: number;
  readonly velden: readonly FieldChange[];
}

/** What became of the change of one afspraak. */
export interface ChangeResult {
  readonly code: string;
  /**
   * - `saved`: written. `unchanged`: it said so already.
   * - `stale`: somebody else changed it in between; left as it is. `gone`: there is no such afspraak any more.
   * - `not_allowed`: it may no longer be changed from here.
   */
  readonly kind: 'saved' | 'unchanged' | 'stale' | 'gone' | 'not_allowed';
  /** Of `saved`: the version that was made. */
  readonly version?: number;
}

/** A press of a button. `results` is absent until every afspraak was dealt with. Names are personal data. */
export interface Press {
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  readonly results?: readonly ChangeResult[];
}

/**
 * - `proposed`: shown, nothing changed. `applied`: confirmed. `undone`: confirmed and taken back. `cancelled`: not wanted.
 * - `expired`: too old to confirm or to take back; its content is forgotten, as is that of a cancelled one.
 */
export type ProposalState = 'proposed' | 'applied' | 'undone' | 'cancelled' | 'expired';

/** `_id` is unguessable: whoever has it was shown the card. */
export interface ChangeProposal extends Stored {
  readonly state: ProposalState;
  readonly changes: readonly AfspraakChange[];
  /** How many afspraken were meant but cannot be changed here, or have nothing to change. */
  readonly leftOut: number;
  /** Epoch ms. */
  readonly proposedAt: number;
  readonly applied?: Press;
  readonly undone?: Press;
  /** Epoch ms after which its content is wiped; absent: that was done. */
  readonly forgetAt?: number;
}

/** Why a sentence changes nothing; `changeTexts.problem` says it to a person. */
export type ChangeProblem =
  | { readonly kind: 'which' | 'nothing_found' | 'no_date' | 'date_refused' | 'exclusion' | 'hidden_after' }
  | { readonly kind: 'unknown_code'; readonly code: string }
  /** `verband`: its name, when it is about one afspraak. */
  | { readonly kind: 'not_here'; readonly verband?: string }
  | { readonly kind: 'too_many'; readonly count: number; readonly most: number }
  /** `value`: as written. */
  | { readonly kind: 'no_status'; readonly value: string }
  | { readonly kind: 'no_value' | 'same'; readonly count: number }
  | { readonly kind: 'invalid'; readonly problem: Problem };
