import { wordsOf } from '../words.ts';
import type { Form, Unreadable } from './report.ts';

/** The columns of the two forms of CONTRACT §5 and of recessen (CONTRACT §8), and which form a header is. */

export const afspraakColumns = [
  'code',
  'titel',
  'soort',
  'verband',
  'partijen',
  'eigenaar',
  'plaatsvervanger',
  'status',
  'ingangsdatum',
  'einddatum',
  'opzegtermijn',
  'stilzwijgend',
  'herijking',
  'ritme',
  'rapportage_aan',
  'rapportagedatum',
  'rapportageritme',
  'vertrouwelijkheid',
  'document',
  'tekst',
] as const;
export type AfspraakColumn = (typeof afspraakColumns)[number];

export const regelingColumns = [
  'regeling_id',
  'regeling',
  'vorm',
  'doel',
  'beleidsterrein',
  'ingangsdatum',
  'orgaan',
  'rsin_orgaan',
  'deelnemer',
  'deelnemer_code',
  'toetreding',
  'bestuursorganen',
] as const;
/** Of our own, beside those of the national register. */
export const ketenColumns = ['ketenmodel', 'regisseur', 'coordinator', 'plaatsvervanger', 'schakel'] as const;
export type KetenColumn = (typeof ketenColumns)[number];
export type RegelingColumn = (typeof regelingColumns)[number] | KetenColumn;

const recesColumns = ['organisatie', 'gemeente', 'reces', 'van', 'tot'] as const;

const required: Readonly<Record<Form, readonly string[]>> = {
  afspraken: ['titel', 'soort', 'verband'],
  regelingen: ['regeling_id', 'regeling', 'vorm', 'deelnemer'],
  // Whose reces it is may stand under either of two names.
  recessen: ['van', 'tot'],
};

/** Columns that tell which form it is, although a required one may be missing. */
const telling: Readonly<Record<Form, readonly string[]>> = {
  afspraken: ['titel', 'soort', 'verband', 'partijen', 'eigenaar', 'herijking', 'rapportagedatum'],
  regelingen: ['regeling_id', 'regeling', 'deelnemer', 'deelnemer_code', 'bestuursorganen', 'rsin_orgaan'],
  recessen: ['reces', 'van', 'tot', 'organisatie', 'gemeente'],
};

const columnsOf: Readonly<Record<Form, readonly string[]>> = {
  afspraken: afspraakColumns,
  regelingen: [...regelingColumns, ...ketenColumns],
  recessen: recesColumns,
};

/** An export of besluiten as a table. It tells each besluit in its latest state, which is not enough to rebuild the chain. */
const besluitColumns: readonly string[] = ['identificatie', 'bestuursorgaan', 'volgnummer', 'hash'];

const forms: readonly Form[] = ['afspraken', 'regelingen', 'recessen'];

export interface Columns {
  readonly kind: 'columns';
  readonly form: Form;
  /** Column name to its place in a row. */
  readonly places: ReadonlyMap<string, number>;
  readonly unknown: readonly string[];
}

/** Case, diacritics, spaces, hyphens and underscores do not matter in a header. */
const normalised = (name: string): string => wordsOf(name).join('_');

export function recogniseColumns(header: readonly string[]): Columns | Unreadable {
  const names = header.map(normalised);
  if (besluitColumns.every((name) => names.includes(name))) return { kind: 'unreadable', reason: 'besluiten_table' };
  const score = (form: Form): number => telling[form].filter((name) => names.includes(name)).length;
  const form = forms.reduce<Form>((best, each) => (score(each) > score(best) ? each : best), 'afspraken');
  if (score(form) < 2) return { kind: 'unreadable', reason: 'unknown_form' };
  const known = columnsOf[form];
  const places = new Map<string, number>();
  const unknown: string[] = [];
  for (const [at, name] of names.entries()) {
    if (!known.includes(name)) {
      if (header[at] !== undefined && header[at] !== '') unknown.push(header[at]);
    } else if (places.has(name)) return { kind: 'unreadable', reason: 'duplicate_column', detail: name };
    else places.set(name, at);
  }
  const missing = required[form].filter((name) => !places.has(name));
  if (missing.length > 0) return { kind: 'unreadable', reason: 'missing_column', detail: missing.join(', ') };
  return { kind: 'columns', form, places, unknown };
}
