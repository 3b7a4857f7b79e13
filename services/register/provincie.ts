import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { dataFile } from '../package-root.ts';
import type { Verband } from './types.ts';

/**
 * Which provincie a gemeente lies in, and so in which a verband works: the national register of regelingen does not say. Read
 * from gemeenten-provincie.yaml on first use.
 */

interface Provincie {
  readonly provincie: string;
  readonly gemeenten: readonly string[];
}

function isProvincie(value: unknown): value is Provincie {
  return (
    typeof value === 'object' &&
    value !== null &&
    'provincie' in value &&
    typeof value.provincie === 'string' &&
    'gemeenten' in value &&
    Array.isArray(value.gemeenten) &&
    value.gemeenten.every((code) => typeof code === 'string')
  );
}

let names: ReadonlyMap<string, string> | undefined;
let allProvincies: readonly string[] | undefined;

/** TOOI code → name of its provincie; a provincie's own code gives that provincie. */
function provincieNames(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  const content: unknown = parse(readFileSync(dataFile('services/register/gemeenten-provincie.yaml'), 'utf8'));
  const found = new Map<string, string>();
  for (const [name, entry] of Object.entries(content ?? {})) {
    if (!isProvincie(entry))
      throw new Fault('register-provincie-data', 'never', 'gemeenten-provincie.yaml is malformed');
    for (const code of [entry.provincie, ...entry.gemeenten]) found.set(code, name);
  }
  names = found;
  return found;
}

/** `gm0106` → `Drenthe`; undefined for a waterschap, a foreign body, or a gemeente that no longer exists. */
export const provincieOf = (tooi: string): string | undefined => provincieNames().get(tooi);

/** Provincies whose name is known here, as the TOOI list writes them (`Fryslân`). */
export function provincies(): readonly string[] {
  allProvincies ??= [...new Set(provincieNames().values())];
  return allProvincies;
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^provincie /, '')
    .replace(/^friesland$/, 'fryslan');

/**
 * Whether a verband is in this provincie: the provincie itself takes part, or more than half of the deelnemers whose provincie
 * is known lie in it. The name is taken with or without `Provincie` and diacritics; `Friesland` is Fryslân.
 */
export function isInProvincie(verband: Verband, provincie: string): boolean {
  const wanted = provincies().find((name) => name === provincie) ?? named(plain(provincie));
  let [inside, known] = [0, 0];
  for (const { organisatie } of verband.deelnemers) {
    const name = provincieOf(organisatie);
    if (name === undefined) continue;
    known += 1;
    if (name !== wanted) continue;
    if (organisatie.startsWith('pv')) return true;
    inside += 1;
  }
  return inside * 2 > known;
}

const named = (asked: string): string | undefined => provincies().find((name) => plain(name) === asked);
