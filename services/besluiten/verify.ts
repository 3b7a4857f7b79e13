import { commitTo, type Head, hashEntry, noPrevious, readIdentificatie } from './entry.ts';
import { exportForm, exportVersion } from './export-form.ts';

/**
 * The verifier of the besluitenregister. It reads an export and nothing else, and leans on Node's SHA-256, canonical.ts and
 * entry.ts alone, so that a partner can read the whole of what it trusts in ten minutes.
 *
 * Whoever holds the database can rewrite the chain from some entry to its end so that it is sound in itself. That shows only
 * against a head (number and hash) that somebody else kept: hand it in as `expected`.
 */

/** What is wrong with the first entry that is wrong. */
export type BreakReason =
  /** The volgnummer is not the next one: an entry is missing, doubled or out of order. */
  | 'gap'
  /** The content does not have the hash that stands beside it. */
  | 'hash'
  /** `vorige` is not the hash of the entry before. */
  | 'previous'
  /** The identificatie is not the next of its year, or a later entry is about a besluit that is not there. */
  | 'number'
  /** The recorder beside the chain is missing or is not the one committed to. */
  | 'commitment';

export type ChainVerdict =
  | { readonly kind: 'sound'; readonly count: number; readonly head: Head; readonly erased: number }
  | {
      readonly kind: 'broken';
      /** Place in the chain, from 1. */
      readonly at: number;
      /** The besluit that the entry at that place is or is about, as far as it can be read. */
      readonly identificatie?: string;
      readonly reason: BreakReason;
    }
  /** Sound in itself, but the entry at the expected number has another hash: something up to there was rewritten. */
  | { readonly kind: 'rewritten'; readonly at: number; readonly identificatie?: string }
  /** Sound in itself, but it ends before the expected number. */
  | { readonly kind: 'truncated'; readonly count: number; readonly expected: number };

/** What is to be said of an export: the verdict on its chain, or why it is no export that can be checked. */
export type ExportVerdict =
  | ChainVerdict
  | {
      readonly kind: 'malformed';
      readonly problem:
        | 'not_json'
        | 'not_an_export'
        | 'other_version'
        | 'no_head'
        | 'no_entries'
        | 'no_personen'
        | 'double_persoon';
    };

type Plain = Readonly<Record<string, unknown>>;

/** Checks an export as text (a file). Never throws for what the text holds. */
export function verifyExportText(text: string, expected?: Head): ExportVerdict {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'malformed', problem: 'not_json' };
    throw error;
  }
  return verifyExport(json, expected);
}

/** Checks an export. Its own `hoofd` is held against the chain as well, so a file that lost its tail is found. */
export function verifyExport(json: unknown, expected?: Head): ExportVerdict {
  if (!isPlain(json) || json.formaat !== exportForm) return { kind: 'malformed', problem: 'not_an_export' };
  if (json.versie !== exportVersion) return { kind: 'malformed', problem: 'other_version' };
  const { hoofd, entries, personen } = json;
  if (!isHead(hoofd)) return { kind: 'malformed', problem: 'no_head' };
  if (!Array.isArray(entries)) return { kind: 'malformed', problem: 'no_entries' };
  if (!Array.isArray(personen)) return { kind: 'malformed', problem: 'no_personen' };
  const places = new Map<string, Plain>();
  for (const one of personen) {
    if (!isPlain(one) || typeof one.persoon !== 'string') return { kind: 'malformed', problem: 'no_personen' };
    if (places.has(one.persoon)) return { kind: 'malformed', problem: 'double_persoon' };
    places.set(one.persoon, one);
  }
  return verifyChain(entries, places, expected === undefined ? [hoofd] : [hoofd, expected]);
}

/**
 * Checks entries in the order given.
 *
 * @param personen recorders by place, as in the export
 * @param expected heads kept earlier, at any place in the chain
 */
export function verifyChain(
  entries: readonly unknown[],
  personen: ReadonlyMap<string, Plain>,
  expected: readonly Head[] = [],
): ChainVerdict {
  const numbers = new Map<number, number>();
  const known = new Set<string>();
  let previous = noPrevious;
  let erased = 0;

  for (const [index, entry] of entries.entries()) {
    const at = index + 1;
    if (!isPlain(entry)) return { kind: 'broken', at, reason: 'hash' };
    const persoon = checkPersoon(entry, personen);
    const reason = checkPlace(entry, at, previous) ?? checkNumber(entry, numbers, known) ?? persoon.reason;
    if (reason !== undefined) return { kind: 'broken', at, ...nameOf(entry), reason };
    if (persoon.erased) erased += 1;
    previous = String(entry.hash);
  }

  for (const head of expected) {
    const verdict = compareHead(entries, head);
    if (verdict !== undefined) return verdict;
  }
  return { kind: 'sound', count: entries.length, head: { volgnummer: entries.length, hash: previous }, erased };
}

function compareHead(entries: readonly unknown[], { volgnummer, hash }: Head): ChainVerdict | undefined {
  if (volgnummer > entries.length) return { kind: 'truncated', count: entries.length, expected: volgnummer };
  if (volgnummer === 0) return hash === noPrevious ? undefined : { kind: 'rewritten', at: 0 };
  const entry = entries[volgnummer - 1];
  if (!isPlain(entry)) return { kind: 'rewritten', at: volgnummer };
  return entry.hash === hash ? undefined : { kind: 'rewritten', at: volgnummer, ...nameOf(entry) };
}

function checkPlace(entry: Plain, at: number, previous: string): BreakReason | undefined {
  const { hash, ...content } = entry;
  if (content.volgnummer !== at) return 'gap';
  if (typeof hash !== 'string' || hashEntry(content) !== hash) return 'hash';
  return content.vorige === previous ? undefined : 'previous';
}

/** Numbers run on without holes within each year; a correctie or intrekking is about a besluit recorded before it. */
function checkNumber(entry: Plain, numbers: Map<number, number>, known: Set<string>): BreakReason | undefined {
  if (entry.soort !== 'besluit') return known.has(textOf(entry.betreft)) ? undefined : 'number';
  const identificatie = textOf(entry.identificatie);
  const read = readIdentificatie(identificatie);
  if (read === undefined || read.number !== (numbers.get(read.year) ?? 0) + 1) return 'number';
  numbers.set(read.year, read.number);
  known.add(identificatie);
  return undefined;
}

/** Anything else than text names nothing; an object of a forged export is never asked to describe itself. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function checkPersoon(
  entry: Plain,
  personen: ReadonlyMap<string, Plain>,
): { readonly erased: boolean; readonly reason?: 'commitment' } {
  const kept = personen.get(textOf(entry.persoon));
  if (kept === undefined) return { erased: false, reason: 'commitment' };
  const { salt, naam, aadId, gewistOp } = kept;
  if (gewistOp !== undefined && salt === undefined && naam === undefined && aadId === undefined)
    return { erased: true };
  if (typeof salt !== 'string' || !/^[0-9a-f]{64}$/.test(salt) || typeof naam !== 'string') {
    return { erased: false, reason: 'commitment' };
  }
  if (aadId !== undefined && typeof aadId !== 'string') return { erased: false, reason: 'commitment' };
  const committed = commitTo(aadId === undefined ? { naam } : { naam, aadId }, salt);
  return committed !== undefined && committed === entry.persoonsgegevens
    ? { erased: false }
    : { erased: false, reason: 'commitment' };
}

function nameOf(entry: Plain): { readonly identificatie?: string } {
  const name = entry.identificatie ?? entry.betreft;
  return typeof name === 'string' ? { identificatie: name } : {};
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number and a hash of the right shape, from a file or from what a person typed. */
export const isHead = (value: unknown): value is Head =>
  isPlain(value) &&
  Number.isSafeInteger(value.volgnummer) &&
  Number(value.volgnummer) >= 0 &&
  typeof value.hash === 'string' &&
  /^[0-9a-f]{64}$/.test(value.hash);
