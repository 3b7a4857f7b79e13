import { createHash } from 'node:crypto';
import type { Draft } from '../../opslag/store.ts';
import { readCode } from '../codes.ts';
import { contentOf } from '../history.ts';
import type { NameIndex } from '../names.ts';
import { tidyAfspraak } from '../tidy.ts';
import {
  type Afspraak,
  ontvangers,
  type RegisterView,
  ritmes,
  soorten,
  statussen,
  type Verband,
  vertrouwelijkheden,
} from '../types.ts';
import * as cells from './cells.ts';
import type { AfspraakColumn } from './columns.ts';
import { bounded, type NoticeReason, type Problem } from './report.ts';

/** One row of the form Afspraken to an afspraak, or to what is wrong with it. */

/** The cell of a column: '' when it is empty, `undefined` when the file does not have the column. */
export type CellOf = (column: AfspraakColumn) => string | undefined;

/** A row that is right in itself; whether its code is taken is the import's to see. */
export interface AfspraakRow {
  readonly kind: 'row';
  /** Absent: the row has no code. */
  readonly code?: string;
  readonly content: Omit<Draft<Afspraak>, '_id'>;
  /** Recognises a row without a code when the same file comes again: what the row says, whatever form it says it in. */
  readonly herkomst?: string;
  readonly notices: readonly (readonly [NoticeReason, string])[];
}

export type RowOutcome = AfspraakRow | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

type Content = { -readonly [K in keyof Omit<Draft<Afspraak>, '_id'>]: Omit<Draft<Afspraak>, '_id'>[K] };

const nearestNames = (of: readonly { readonly naam: string }[]): readonly string[] =>
  of.slice(0, 3).map(({ naam }) => naam);

class RowReader {
  readonly problems: Problem[] = [];
  readonly #cellOf: CellOf;

  constructor(cellOf: CellOf) {
    this.#cellOf = cellOf;
  }

  fail(column: string, value: string, reason: Problem['reason'], nearest: readonly string[] = []): undefined {
    this.problems.push({ column, value: bounded(value), reason, ...(nearest.length > 0 && { nearest }) });
    return undefined;
  }

  /**
   * The value of a column. No such column: what was there already. An empty cell: `empty`. A bad one: a problem, and `undefined`.
   */
  read<T>(
    column: AfspraakColumn,
    read: (cell: string) => cells.Cell<T>,
    known: T | undefined,
    empty?: T,
  ): T | undefined {
    const cell = this.#cellOf(column);
    if (cell === undefined) return known ?? empty;
    if (cell === '') return empty;
    const outcome = read(cell);
    return outcome.kind === 'value' ? outcome.value : this.fail(column, cell, outcome.reason);
  }

  required<T>(column: AfspraakColumn, read: (cell: string) => cells.Cell<T>): T | undefined {
    const cell = this.#cellOf(column) ?? '';
    return cell === '' ? this.fail(column, cell, 'required') : this.read(column, read, undefined);
  }

  code(): string | undefined {
    const cell = this.#cellOf('code') ?? '';
    if (cell === '') return undefined;
    return readCode(cell) ?? this.fail('code', cell, 'not_a_code');
  }

  verband(names: NameIndex): Verband | undefined {
    const cell = this.#cellOf('verband') ?? '';
    if (cell === '') return this.fail('verband', cell, 'required');
    const found = names.resolveVerband(cell);
    if (found.kind === 'found') return found.verband;
    if (found.kind === 'ambiguous')
      return this.fail('verband', cell, 'ambiguous_verband', nearestNames(found.candidates));
    return this.fail('verband', cell, 'unknown_verband', nearestNames(found.nearest));
  }

  /** Ids of the partijen named; `undefined` when the cell is empty or the column is not there. */
  partijen(names: NameIndex): readonly string[] | undefined {
    const parts = cells.partsOf(this.#cellOf('partijen') ?? '');
    if (parts.length === 0) return undefined;
    const ids = parts.map((part) => {
      const found = names.resolveOrganisatie(part);
      if (found.kind === 'found') return found.organisatie._id;
      if (found.kind === 'ambiguous')
        this.fail('partijen', part, 'ambiguous_organisatie', nearestNames(found.candidates));
      else this.fail('partijen', part, 'unknown_organisatie', nearestNames(found.nearest));
      return '';
    });
    return [...new Set(ids)];
  }

  has(column: AfspraakColumn): boolean {
    return this.#cellOf(column) !== undefined;
  }
}

/** Every field but the verband and the partijen. */
function readFields(reader: RowReader, known: Afspraak | undefined): Omit<Content, 'verband' | 'partijen'> {
  return {
    titel: reader.required('titel', cells.readText(300)) ?? '',
    soort: reader.required('soort', cells.readChoice(soorten)) ?? 'overig',
    status: reader.read('status', cells.readChoice(statussen), known?.status, 'lopend') ?? 'lopend',
    rapportageAan: reader.read('rapportage_aan', cells.readChoices(ontvangers), known?.rapportageAan, []) ?? [],
    vertrouwelijkheid:
      reader.read('vertrouwelijkheid', cells.readChoice(vertrouwelijkheden), known?.vertrouwelijkheid, 'intern') ??
      'intern',
    ...present({
      tekst: reader.read('tekst', cells.readText(10_000), known?.tekst),
      eigenaar: reader.read('eigenaar', cells.readEigenaar, known?.eigenaar),
      plaatsvervanger: reader.read('plaatsvervanger', cells.readEigenaar, known?.plaatsvervanger),
      ingangsdatum: reader.read('ingangsdatum', cells.readDate, known?.ingangsdatum),
      einddatum: reader.read('einddatum', cells.readDate, known?.einddatum),
      opzegtermijn: reader.read('opzegtermijn', cells.readSpan, known?.opzegtermijn),
      stilzwijgend: reader.read('stilzwijgend', cells.readYesNo, known?.stilzwijgend),
      herijking: reader.read('herijking', cells.readDate, known?.herijking),
      ritme: reader.read('ritme', cells.readChoice(ritmes), known?.ritme),
      rapportagedatum: reader.read('rapportagedatum', cells.readDate, known?.rapportagedatum),
      rapportageritme: reader.read('rapportageritme', cells.readChoice(ritmes), known?.rapportageritme),
      document: reader.read('document', cells.readLink, known?.document),
    }),
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;

function noticesOf(
  content: Content,
  verband: Verband,
  view: RegisterView,
): readonly (readonly [NoticeReason, string])[] {
  const deelnemers = new Set(verband.deelnemers.map(({ organisatie }) => organisatie));
  const notices = content.partijen
    .filter((id) => !deelnemers.has(id))
    .map((id): readonly [NoticeReason, string] => ['partij_not_deelnemer', view.organisatie(id)?.naam ?? id]);
  const { ingangsdatum, einddatum } = content;
  const backwards = ingangsdatum !== undefined && einddatum !== undefined && einddatum < ingangsdatum;
  return backwards ? [...notices, ['ends_before_start', `${ingangsdatum} – ${einddatum}`]] : notices;
}

function herkomstOf(content: Content, partijenNamed: boolean): string {
  const tidy = contentOf(tidyAfspraak({ ...content, _id: '' }));
  const fields = Object.entries({ ...tidy, partijen: partijenNamed ? content.partijen : [] });
  const canonical = JSON.stringify(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
  return createHash('sha256').update(canonical).digest('hex');
}

/**
 * Reads one row. A column that the file does not have keeps what the afspraak with this code already says; an empty cell empties
 * the field (status becomes lopend, vertrouwelijkheid intern, partijen all deelnemers).
 */
export function readAfspraakRow(cellOf: CellOf, view: RegisterView, names: NameIndex): RowOutcome {
  const reader = new RowReader(cellOf);
  const code = reader.code();
  const known = code === undefined ? undefined : view.afspraak(code);
  const verband = reader.verband(names);
  const named = reader.partijen(names);
  const fields = readFields(reader, known);
  const all = verband?.deelnemers.map(({ organisatie }) => organisatie) ?? [];
  const partijen = named ?? (reader.has('partijen') ? all : (known?.partijen ?? all));
  if (verband !== undefined && partijen.length === 0) reader.fail('partijen', '', 'no_partijen');
  if (verband === undefined || reader.problems.length > 0) return { kind: 'problems', problems: reader.problems };
  const content: Content = { ...fields, verband: verband._id, partijen };
  return {
    kind: 'row',
    ...(code === undefined ? { herkomst: herkomstOf(content, named !== undefined) } : { code }),
    content,
    notices: noticesOf(content, verband, view),
  };
}
