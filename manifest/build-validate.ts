import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AppManifestUtils, type TeamsManifestV1D25 } from '@microsoft/app-manifest';
import type { AppPackage } from './build-package.ts';
import { buildTexts } from './build-texts.ts';
import { colorIconSize, outlineIconSize } from './icons.ts';
import { translatable, withStrings } from './localisation.ts';
import { schemaVersion } from './manifest.ts';
import { decodePng } from './png.ts';

/** Holds the package to Microsoft's own schemas, which come with @microsoft/app-manifest: nothing is fetched. */
const { resolve } = createRequire(import.meta.url);

const schemaText = (name: string): string =>
  readFileSync(resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${schemaVersion}/${name}`), 'utf8');

async function schemaProblems(
  file: string,
  manifest: TeamsManifestV1D25.TeamsManifestV1D25,
): Promise<readonly string[]> {
  const problems = await AppManifestUtils.validateAgainstSchema(
    manifest,
    JSON.parse(schemaText('MicrosoftTeams.schema.json')),
  );
  return problems.map((problem) => buildTexts.schema(file, problem.replace(/\.? Details: .*$/s, '').trim()));
}

function fileProblems({ manifest, languages, icons }: AppPackage): readonly string[] {
  const { color, outline } = manifest.icons;
  const translated = manifest.localizationInfo.additionalLanguages;
  const named = new Set([color, outline, ...translated.map(({ file }) => file)]);
  const present = new Set([...languages.keys(), ...icons.keys()]);
  return [
    ...[...named].filter((file) => !present.has(file)).map(buildTexts.missingFile),
    ...[...present].filter((file) => !named.has(file)).map(buildTexts.strayFile),
  ];
}

function iconProblems({ manifest, icons }: AppPackage): readonly string[] {
  const problems: string[] = [];
  const check = (file: string, size: number, onlyWhite: boolean): void => {
    const bytes = icons.get(file);
    if (bytes === undefined) return;
    const picture = decodePng(bytes);
    if (picture?.width !== size || picture.height !== size) problems.push(buildTexts.iconSize(file, size));
    else if (onlyWhite && !picture.pixels.every(([red, green, blue]) => red + green + blue === 3 * 255))
      problems.push(buildTexts.iconNotWhite(file));
  };
  check(manifest.icons.color, colorIconSize, false);
  check(manifest.icons.outline, outlineIconSize, true);
  return problems;
}

/**
 * Whether a key may stand in a language file. The schema of those files is read for its keys alone; what stands at them is held to
 * the schema of the manifest, whose limits are the same.
 */
function localisationKeys(): (key: string) => boolean {
  const schema: { properties: object; patternProperties: object } = JSON.parse(
    schemaText('MicrosoftTeams.Localization.schema.json'),
  );
  const names = new Set(Object.keys(schema.properties));
  const patterns = Object.keys(schema.patternProperties).map((pattern) => new RegExp(pattern));
  return (key) => names.has(key) || patterns.some((pattern) => pattern.test(key));
}

function stringProblems({ manifest, languages }: AppPackage): readonly string[] {
  const isKnown = localisationKeys();
  const wanted = translatable(manifest);
  return [...languages].flatMap(([file, strings]) => [
    ...Object.keys(wanted)
      .filter((path) => (strings[path] ?? '').trim() === '')
      .map((path) => buildTexts.notTranslated(file, path)),
    ...Object.keys(strings)
      .filter((path) => !isKnown(path) || !(path in wanted))
      .map((path) => buildTexts.strayString(file, path)),
  ]);
}

/** Whether all is there that belongs together: files, pictures and translations. In Dutch; none: it is. */
export const contentProblems = (app: AppPackage): readonly string[] => [
  ...fileProblems(app),
  ...iconProblems(app),
  ...stringProblems(app),
];

/** Everything that would make Teams refuse the package or show it wrongly, each as a Dutch sentence; none: it is fine. */
export async function packageProblems(app: AppPackage): Promise<readonly string[]> {
  const { manifest, languages } = app;
  const problems = [...(await schemaProblems('manifest.json', manifest))];
  // What is wrong in the manifest itself is wrong in every language: said once.
  if (problems.length === 0)
    for (const [file, strings] of languages)
      problems.push(...(await schemaProblems(file, withStrings(manifest, strings))));
  return [...problems, ...contentProblems(app)];
}
