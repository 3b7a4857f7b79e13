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
const provincieOf = (tooi: string): string | undefined => provincieNames().get(tooi);

/** Provincies whose name is known here, as the TOOI list writes them (`Fryslân`). */
function provincies(): readonly string[] {
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

const byVerband = new WeakMap<Verband, ReadonlySet<string>>();

/** Provincies that this verband is in, worked out once: a verband never changes itself. */
function provinciesOf(verband: Verband): ReadonlySet<string> {
  const remembered = byVerband.get(verband);
  if (remembered !== undefined) return remembered;
  const counts = new Map<string, number>();
  const found = new Set<string>();
  let known = 0;
  for (const { organisatie } of verband.deelnemers) {
    const name = provincieOf(organisatie);
    if (name === undefined) continue;
    known += 1;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (organisatie.startsWith('pv')) found.add(name);
  }
  for (const [name, inside] of counts) if (inside * 2 > known) found.add(name);
  byVerband.set(verband, found);
  return found;
}

/**
 * Whether a verband is in this provincie: the provincie itself takes part, or more than half of the deelnemers whose provincie
 * is known lie in it. The name is taken with or without `Provincie` and diacritics; `Friesland` is Fryslân.
 */
export function isInProvincie(verband: Verband, provincie: string): boolean {
  const own = provinciesOf(verband);
  return own.has(provincie) || (own.size > 0 && own.has(officialName(provincie)));
}

/** As the TOOI list writes it; what is not on it stays as it is. The last one is remembered: it is asked of every verband in turn. */
function officialName(asked: string): string {
  if (lastAsked?.asked !== asked) {
    const wanted = plain(asked);
    lastAsked = { asked, name: provincies().find((name) => plain(name) === wanted) ?? asked };
  }
  return lastAsked.name;
}

let lastAsked: { readonly asked: string; readonly name: string } | undefined;
