import { parseArgs } from 'node:util';
import { isGuid } from '../bot/config-values.ts';
import { buildTexts } from './build-texts.ts';
import { type Developer, type DeveloperOption, developerOptions } from './developer.ts';
import type { ManifestSettings } from './manifest.ts';

/**
 * What `npm run manifest` needs to know: the app id from the environment (CONTRACT §3), the organisation that runs the bot from
 * options. Nothing is guessed about the id; for the organisation there are examples that cannot be mistaken for real ones.
 */
const examples: Readonly<Record<DeveloperOption, string>> = {
  developer: 'Ketenregie',
  website: 'https://ketenregie.example/',
  privacy: 'https://ketenregie.example/privacy',
  terms: 'https://ketenregie.example/voorwaarden',
};

export type SettingsOutcome =
  /** `examples`: the options that were left out, so that an example stands in their place. */
  | { readonly kind: 'ok'; readonly settings: ManifestSettings; readonly examples: readonly DeveloperOption[] }
  | { readonly kind: 'help' }
  /** Each a Dutch line that says what to do. */
  | { readonly kind: 'refused'; readonly sentences: readonly string[] };

const longestName = 32;
const longestAddress = 2048;
const zeros = /^[0-]+$/;
const version = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

function isHttps(value: string): boolean {
  if (value.length > longestAddress || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return protocol === 'https:' && username === '' && password === '';
}

const fits: Readonly<Record<DeveloperOption, (value: string) => boolean>> = {
  developer: (value) => value !== '' && value.length <= longestName,
  website: isHttps,
  privacy: isHttps,
  terms: isHttps,
};

const isDeveloperOption = (name: string): name is DeveloperOption => developerOptions.some((option) => option === name);

type Given = { -readonly [Option in DeveloperOption]?: string };

function readOptions(words: readonly string[], sentences: string[]): Given | 'help' {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(developerOptions.map((name) => [name, { type: 'string' as const }])),
    strict: false,
    tokens: true,
  });
  const given: Given = {};
  for (const token of tokens) {
    if (token.kind === 'positional') sentences.push(buildTexts.unknownWord(token.value));
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return 'help';
    if (!isDeveloperOption(token.name)) sentences.push(buildTexts.unknownWord(token.rawName));
    else if (token.value === undefined || !fits[token.name](token.value.trim()))
      sentences.push(buildTexts.malformed[token.name]);
    else given[token.name] = token.value.trim();
  }
  return given;
}

function appIdProblem(appId: string): string | undefined {
  if (appId === '') return buildTexts.appIdMissing;
  if (!isGuid(appId)) return buildTexts.appIdMalformed;
  return zeros.test(appId) ? buildTexts.appIdZeros : undefined;
}

/**
 * @param words what follows `npm run manifest --`
 * @param packageVersion the version in package.json
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
  packageVersion: string,
): SettingsOutcome {
  const sentences: string[] = [];
  const given = readOptions(words, sentences);
  if (given === 'help') return { kind: 'help' };
  const appId = environment.MicrosoftAppId?.trim().toLowerCase() ?? '';
  const appIdWrong = appIdProblem(appId);
  if (appIdWrong !== undefined) sentences.unshift(appIdWrong);
  if (!version.test(packageVersion)) sentences.push(buildTexts.versionMalformed);
  if (sentences.length > 0) return { kind: 'refused', sentences };
  const chosen = { ...examples, ...given };
  const developer: Developer = {
    name: chosen.developer,
    website: chosen.website,
    privacy: chosen.privacy,
    terms: chosen.terms,
  };
  return {
    kind: 'ok',
    settings: { appId, version: packageVersion, developer },
    examples: developerOptions.filter((option) => given[option] === undefined),
  };
}
