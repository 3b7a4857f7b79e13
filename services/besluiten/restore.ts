import { isCivilDate } from '../kalender/civil-date.ts';
import type { Collection } from '../opslag/store.ts';
import { type ChainDocument, chainId, type PersoonDocument } from './collections.ts';
import type { Entry } from './entry.ts';
import { exportEntries } from './export-chain.ts';
import type { ChainExport, ExportedPersoon } from './export-form.ts';
import { bestuursorganen } from './types.ts';
import { type ExportVerdict, verifyExport } from './verify.ts';

/**
 * The way back of an export (CONTRACT §2: what was exported can be imported again without loss): for a new store, or one that was
 * put back from an older copy. Entries come back as they are, with their hashes, so the register only grows here too.
 */

export type RestoreOutcome =
  /** `added`: entries that the register did not have yet; the others stood there already. */
  | { readonly kind: 'restored'; readonly read: number; readonly added: number }
  /** The chain in the export does not verify; nothing was written. */
  | { readonly kind: 'unsound'; readonly verdict: Exclude<ExportVerdict, { readonly kind: 'sound' }> }
  /** It verifies, but this entry is none that Ketenregie writes; nothing was written. */
  | { readonly kind: 'strange'; readonly at: number }
  /** The register holds another entry at this place: two registers cannot be made one. Nothing was written from there on. */
  | { readonly kind: 'other'; readonly at: number };

/**
 * Adds the entries of an export that the register lacks. The same export again adds nothing.
 *
 * @param exported as it was read from a file: anything
 * @param dryRun says what would be done, and writes nothing
 */
export async function restoreEntries(
  chain: Collection<ChainDocument>,
  personen: Collection<PersoonDocument>,
  exported: unknown,
  dryRun: boolean,
): Promise<RestoreOutcome> {
  const verdict = verifyExport(exported);
  if (verdict.kind !== 'sound') return { kind: 'unsound', verdict };
  const { entries, personen: kept } = exported as ChainExport;
  const strange = entries.findIndex((entry) => !isEntry(entry));
  if (strange >= 0) return { kind: 'strange', at: strange + 1 };

  const own = (await exportEntries(chain, personen)).entries;
  const differs = own.findIndex(({ hash }, at) => entries[at] !== undefined && entries[at].hash !== hash);
  if (differs >= 0) return { kind: 'other', at: differs + 1 };
  const missing = entries.slice(own.length);
  if (dryRun) return { kind: 'restored', read: entries.length, added: missing.length };

  const places = new Map(kept.map((one) => [one.persoon, one]));
  for (const entry of missing) {
    const persoon = places.get(entry.persoon);
    // Before the entry, as recording does it. One that is there stays: who was erased since the export stays erased.
    if (persoon !== undefined) await personen.insert(persoonDocument(persoon));
    const _id = chainId(entry.volgnummer);
    const outcome = await chain.insert({ _id, ...entry });
    if (outcome.kind === 'exists' && (await chain.get(_id))?.hash !== entry.hash)
      return { kind: 'other', at: entry.volgnummer };
  }
  return { kind: 'restored', read: entries.length, added: missing.length };
}

function persoonDocument(kept: ExportedPersoon): Omit<PersoonDocument, 'version'> {
  const { persoon: _id } = kept;
  if (!('salt' in kept)) return { _id, gewistOp: kept.gewistOp };
  const { salt, naam, aadId } = kept;
  return { _id, salt, naam, ...(aadId === undefined ? {} : { aadId }) };
}

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isSafeInteger(value);
const isDay: Check = (value) => typeof value === 'string' && isCivilDate(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);

/** Each key of the shape as it must be, and no other key. */
const fits = (value: unknown, shape: Shape): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => Object.hasOwn(shape, key)) &&
  Object.entries(shape).every(([key, check]) => check(new Map(Object.entries(value)).get(key)));

const content: Shape = {
  onderwerp: isText,
  toelichting: optional(isText),
  datum: isDay,
  bestuursorgaan: oneOf(...bestuursorganen),
  ingangsdatum: isDay,
  vervaldatum: optional(isDay),
  vervalreden: oneOf(undefined, 'tijdelijk'),
  verantwoordelijkeOrganisatie: optional(isText),
  verband: optional(isText),
  afspraken: (value) => Array.isArray(value) && value.every(isText),
};

const base: Shape = {
  volgnummer: isCount,
  vorige: isText,
  formId: isText,
  vastgelegdOp: isCount,
  persoon: isText,
  persoonsgegevens: isText,
  hash: isText,
};

const shapes: readonly Shape[] = [
  { ...base, soort: oneOf('besluit'), identificatie: isText, besluit: (value) => fits(value, content) },
  {
    ...base,
    soort: oneOf('correctie'),
    betreft: isText,
    reden: isText,
    besluit: (value) => fits(value, content),
  },
  {
    ...base,
    soort: oneOf('intrekking'),
    betreft: isText,
    reden: isText,
    vervaldatum: isDay,
    vervalreden: oneOf('ingetrokken_overheid', 'ingetrokken_belanghebbende'),
  },
];

/** A chain that somebody made up can be sound in itself; what reads the register later relies on the form. */
const isEntry = (value: unknown): value is Entry => shapes.some((shape) => fits(value, shape));
