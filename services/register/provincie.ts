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
export const provincies = (): readonly string[] => [...new Set(provincieNames().values())];

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
  const wanted = plain(provincie);
  const known = verband.deelnemers.flatMap(({ organisatie }) => {
    const name = provincieOf(organisatie);
    return name === undefined ? [] : [{ organisatie, inside: plain(name) === wanted }];
  });
  if (known.some(({ organisatie, inside }) => inside && organisatie.startsWith('pv'))) return true;
  return known.filter(({ inside }) => inside).length * 2 > known.length;
}
