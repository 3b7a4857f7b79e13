import type { Developer } from './developer.ts';
import { requestedPermissions } from './permissions.ts';
import { type AppTexts, appTexts, type CommandText, type ListedCommand } from './texts.ts';

/**
 * manifest.json of the Teams app. Schema 1.25 is the first with `supportsChannelFeatures`, which shared channels need; a later one
 * would bring nothing and shut out tenants that do not know it yet.
 */
export const schemaVersion = '1.25' as const;

/** Where somebody can meet the bot, by Teams' own names. */
type Scope = 'personal' | 'team' | 'groupChat';

interface CommandList {
  readonly scopes: Scope[];
  readonly commands: CommandText[];
}

/** As much of the schema as this app uses; build-validate.ts holds it to the whole, by type and by schema. */
export type AppManifest = ReturnType<typeof appManifest>;

/** Names in the package; build-validate.ts holds the zip to them. */
export const colorIconFile = 'color.png';
export const outlineIconFile = 'outline.png';

/** Behind the symbol of the colour icon as well. */
export const accentColor = '#1B5E6F';

export interface ManifestSettings {
  /** GUID of the app registration: of the app and of its bot. */
  readonly appId: string;
  /** `1.2.3`. Teams takes a changed package only under a higher version. */
  readonly version: string;
  readonly developer: Developer;
}

export interface Translation {
  /** Without a region it serves every region: en-US and en-GB alike. */
  readonly tag: string;
  /** Name in the package. */
  readonly file: string;
  readonly texts: AppTexts;
}

/** The languages beside Dutch. Teams itself has no Frisian. */
export const translations: readonly Translation[] = [{ tag: 'en', file: 'en.json', texts: appTexts.en }];

/** Ten at most, though the schema takes twelve: a list to choose from, no manual. */
const inPersonalChat: readonly ListedCommand[] = [
  'help',
  'afspraken',
  'herinneringen',
  'kalender',
  'besluit',
  'besluiten',
  'verifieer',
  'voorbeeld',
  'status',
  'taal',
];
const amongOthers: readonly ListedCommand[] = [
  'help',
  'koppel',
  'ontkoppel',
  'afspraken',
  'herinneringen',
  'kalender',
  'besluit',
  'besluiten',
  'verifieer',
  'status',
];

const commandList = (scopes: Scope[], commands: readonly ListedCommand[], texts: AppTexts): CommandList => ({
  scopes,
  commands: commands.map((command) => ({ ...texts.commands[command] })),
});

/**
 * The manifest with its strings in these texts: Dutch is what goes into the package, the other languages are only made to take
 * their strings from (localisation.ts). Pure.
 *
 * There are no tabs and no sign-in window, so `validDomains` is empty and the bot's own address stands nowhere in the package: it
 * belongs to the registration of the bot.
 */
export function appManifest({ appId, version, developer }: ManifestSettings, texts: AppTexts = appTexts.nl) {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'nl-nl',
      additionalLanguages: translations.map(({ tag, file }) => ({ languageTag: tag, file })),
    },
    developer: {
      name: developer.name,
      websiteUrl: developer.website,
      privacyUrl: developer.privacy,
      termsOfUseUrl: developer.terms,
    },
    name: { short: texts.shortName, full: texts.fullName },
    description: { short: texts.shortDescription, full: texts.fullDescription },
    icons: { color: colorIconFile, outline: outlineIconFile },
    accentColor,
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'] satisfies Scope[],
        // Files with afspraken are imported in the personal chat.
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [
          commandList(['personal'], inPersonalChat, texts),
          commandList(['team', 'groupChat'], amongOthers, texts),
        ],
      },
    ],
    permissions: requestedPermissions.map(({ name }) => name),
    validDomains: [] satisfies string[],
    supportsChannelFeatures: 'tier1' as const,
    defaultInstallScope: 'team' as const,
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' } as const,
  };
}
