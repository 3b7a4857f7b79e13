/** What an import did, for the command line (`--json`) and for the chat. Sentences for each reason are in texts.ts. */

export type Form = 'regelingen' | 'afspraken' | 'recessen';

/** Why a row of the forms Afspraken and Regelingen was not taken in; stable words. */
export type RejectReason =
  | 'required'
  | 'too_long'
  | 'not_a_code'
  | 'duplicate_code'
  | 'unknown_choice'
  | 'unknown_verband'
  | 'ambiguous_verband'
  | 'unknown_organisatie'
  | 'ambiguous_organisatie'
  | 'no_partijen'
  | 'not_a_date'
  | 'not_a_period'
  | 'not_yes_or_no'
  | 'not_an_email'
  | 'not_https'
  | 'too_many_cells';

/** Reasons that only a row of the form Recessen has. */
type RecesReason = 'reces_reversed' | 'reces_too_long' | 'reces_overlaps' | 'too_many_recessen';

/** Every reason that any form has. */
export type AnyReason = RejectReason | RecesReason;

/** One thing wrong in one cell. */
export interface Problem<Reason extends string = RejectReason> {
  readonly column: string;
  /** The cell, at most 200 characters of it. */
  readonly value: string;
  readonly reason: Reason;
  /** Names that were perhaps meant, at most three. */
  readonly nearest?: readonly string[];
}

/** One row that was left out, by its first problem; `more` holds the others of the same row. */
export interface Rejection extends Problem<AnyReason> {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly more?: readonly Problem<AnyReason>[];
}

/** What was taken in, but is worth a look; stable words. */
export type NoticeReason =
  | 'unknown_column'
  | 'read_as_windows_1252'
  | 'same_row_twice'
  | 'partij_not_deelnemer'
  | 'ends_before_start'
  | 'deelnemer_without_code'
  | 'toetreding_after_start'
  | 'toetreding_before_start'
  | 'no_doel'
  | 'unknown_vorm'
  | 'leading_zeros_restored'
  | 'rows_disagree'
  | 'deelnemer_gone';

export interface Notice {
  readonly reason: NoticeReason;
  /** How often. */
  readonly count: number;
  /** The first rows it was seen in, at most ten; empty when it is about the whole file. */
  readonly rows: readonly number[];
  /** The first different values it is about, at most ten. */
  readonly values: readonly string[];
}

/** Why a file could not be read at all; nothing was changed. */
export type UnreadableReason =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'not_text'
  | 'broken_quotes'
  | 'broken_json'
  | 'broken_xlsx'
  | 'old_or_protected_excel'
  | 'zip_refused'
  | 'takes_too_much'
  | 'unknown_form'
  /** A table of besluiten: those come back from the whole chain alone. */
  | 'besluiten_table'
  | 'missing_column'
  | 'duplicate_column';

/** Nothing of the file was taken in. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: UnreadableReason;
  /** The column, or what about the file, the reason is about. */
  readonly detail?: string;
}

/**
 * `read` = `added` + `changed` + `unchanged` + the number of rejected rows; all count rows of the file: afspraken, or deelnames
 * of the form Regelingen (a deelname counts as changed when its regeling or organisatie changed).
 */
export interface ImportReport {
  readonly kind: 'imported';
  readonly form: Form;
  /** Nothing was written: the report says what would have been. */
  readonly dryRun: boolean;
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejection[];
  readonly notices: readonly Notice[];
}

const shown = 10;

/** Gathers notices of the same reason into one. */
export class Notices {
  readonly #found = new Map<NoticeReason, { count: number; rows: number[]; values: Set<string> }>();

  add(reason: NoticeReason, row?: number, value?: string): void {
    const notice = this.#found.get(reason) ?? { count: 0, rows: [], values: new Set() };
    notice.count += 1;
    if (row !== undefined && notice.rows.length < shown) notice.rows.push(row);
    if (value !== undefined && value !== '' && notice.values.size < shown) notice.values.add(bounded(value));
    this.#found.set(reason, notice);
  }

  list(): readonly Notice[] {
    return [...this.#found].map(([reason, { count, rows, values }]) => ({ reason, count, rows, values: [...values] }));
  }
}

/** A cell short enough to show. */
export const bounded = (value: string): string => (value.length > 200 ? `${value.slice(0, 199)}…` : value);

/** The rejection of one row, or `undefined` when there is no problem. */
export function rejectionOf(row: number, problems: readonly Problem<AnyReason>[]): Rejection | undefined {
  const [first, ...more] = problems;
  return first && { row, ...first, ...(more.length > 0 && { more }) };
}
