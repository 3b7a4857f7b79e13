import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { dataFile } from '../package-root.ts';
import { normaliseName } from './name-forms.ts';

/** What aliassen.yaml says: names people use that the register does not have. Read once; used by names.ts. */
export interface Aliases {
  readonly aliassen: readonly { readonly alias: string; readonly doelen: readonly string[] }[];
  /** Fixed shortenings of a part of a name, both sides normalised. */
  readonly verkortingen: readonly { readonly lang: string; readonly kort: string }[];
  /** Normalised. */
  readonly geenAfkorting: ReadonlySet<string>;
  /** Normalised. */
  readonly gewoneWoorden: ReadonlySet<string>;
  /** Words that many verbanden begin with, and by which people name the one of their own region. Normalised. */
  readonly soortnamen: ReadonlySet<string>;
}

const fileName = 'services/register/aliassen.yaml';

function fail(what: string): never {
  throw new Fault('register-aliases', 'never', `${fileName}: ${what}`);
}

function list(content: unknown, key: string): readonly unknown[] {
  const value =
    typeof content === 'object' && content !== null ? Object.entries(content).find(([k]) => k === key) : undefined;
  return value !== undefined && Array.isArray(value[1]) ? value[1] : fail(`no list ${key}`);
}

function text(entry: unknown, key: string): string {
  const found =
    typeof entry === 'object' && entry !== null ? Object.entries(entry).find(([k]) => k === key)?.[1] : undefined;
  return typeof found === 'string' && found !== '' ? found : fail(`an entry without ${key}`);
}

function texts(entry: unknown, key: string): readonly string[] {
  const found =
    typeof entry === 'object' && entry !== null ? Object.entries(entry).find(([k]) => k === key)?.[1] : undefined;
  return Array.isArray(found) ? found.map(String) : [text(entry, key)];
}

const words = (content: unknown, key: string): ReadonlySet<string> =>
  new Set(list(content, key).map((word) => normaliseName(String(word))));

/** Reads the text of an alias file; a Fault names what is wrong with it. */
export function parseAliases(yaml: string): Aliases {
  const content: unknown = parse(yaml);
  return {
    aliassen: list(content, 'aliassen').map((entry) => {
      text(entry, 'reden');
      return { alias: text(entry, 'alias'), doelen: texts(entry, 'doel') };
    }),
    verkortingen: list(content, 'verkortingen').map((entry) => ({
      lang: normaliseName(text(entry, 'lang')),
      kort: normaliseName(text(entry, 'kort')),
    })),
    geenAfkorting: words(content, 'geenAfkorting'),
    gewoneWoorden: words(content, 'gewoneWoorden'),
    soortnamen: words(content, 'soortnamen'),
  };
}

let loaded: Aliases | undefined;

/** The aliases that come with Ketenregie. */
export function loadAliases(): Aliases {
  loaded ??= parseAliases(readFileSync(dataFile(fileName), 'utf8'));
  return loaded;
}
