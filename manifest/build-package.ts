import { zipSync } from 'fflate';
import { colorIcon, outlineIcon } from './icons.ts';
import { type Strings, translatable } from './localisation.ts';
import {
  type AppManifest,
  appManifest,
  colorIconFile,
  type ManifestSettings,
  outlineIconFile,
  schemaVersion,
  translations,
} from './manifest.ts';

/** The app package before it is a zip file: what build-validate.ts looks at. */
export interface AppPackage {
  readonly manifest: AppManifest;
  /** File name → strings of one language. */
  readonly languages: ReadonlyMap<string, Strings>;
  /** File name → PNG. */
  readonly icons: ReadonlyMap<string, Uint8Array>;
}

export function appPackage(settings: ManifestSettings): AppPackage {
  return {
    manifest: appManifest(settings),
    languages: new Map(translations.map(({ file, texts }) => [file, translatable(appManifest(settings, texts))])),
    icons: new Map([
      [colorIconFile, colorIcon()],
      [outlineIconFile, outlineIcon()],
    ]),
  };
}

const localisationSchema = `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.Localization.schema.json`;
const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The bytes that Teams takes. The same package gives the same bytes, in every year and time zone. */
export function zipPackage({ manifest, languages, icons }: AppPackage): Uint8Array {
  const files: Record<string, Uint8Array> = { 'manifest.json': json(manifest) };
  for (const [file, strings] of languages) files[file] = json({ $schema: localisationSchema, ...strings });
  for (const [file, bytes] of icons) files[file] = bytes;
  // The oldest day that zip knows. fflate writes its local parts, so the local constructor gives the same everywhere.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
