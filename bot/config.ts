import type { StoreLocation } from '../services/opslag/open-store.ts';
import { configTexts } from './config-texts.ts';
import {
  isDatabaseName,
  isGuid,
  isHost,
  isLoopbackHost,
  isMongoUri,
  isPublicUrl,
  isServiceUrl,
  isTimeZone,
  listOf,
  portOf,
} from './config-values.ts';

/**
 * The environment, read once and checked (CONTRACT §3). Nothing else reads `process.env`. A value that is wrong stops the start:
 * a bot that guesses what was meant is a bot that lets the wrong people in.
 */

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The Bot Framework's own names of its other settings; handed to its authentication as they are. */
const botFrameworkSettings = [
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'ToBotFromChannelTokenIssuer',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'OAuthUrl',
  'CallerId',
  'ChannelService',
  'ValidateAuthority',
] as const;
export type BotFrameworkSetting = (typeof botFrameworkSettings)[number];

/** What the command line needs: where things are kept, and what day it is there. */
export interface StoreConfig {
  readonly store: StoreLocation;
  /** IANA zone in which a day begins. */
  readonly timeZone: string;
  readonly logLevel: LogLevel;
}

/** Who the bot is towards Teams. `local`: no sign-in, and nothing but this machine. */
export type SignIn =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'registration';
      readonly appType: 'MultiTenant' | 'SingleTenant';
      readonly appId: string;
      readonly appPassword: string;
      readonly tenantId?: string;
    }
  | {
      readonly kind: 'registration';
      readonly appType: 'UserAssignedMSI';
      readonly appId: string;
      readonly tenantId: string;
      readonly appPassword?: never;
    };

export interface Config extends StoreConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly signIn: SignIn;
  /** Tenant ids in lower case. Empty in local mode alone. */
  readonly allowedTenants: readonly string[];
  /** Host names in lower case that may be answered besides Teams' own. */
  readonly allowedServiceHosts: readonly string[];
  readonly botFramework: Readonly<Partial<Record<BotFrameworkSetting, string>>>;
  /** Where the bot can be reached from outside, without a slash at its end. */
  readonly publicUrl?: string;
  /** Where Microsoft Graph is; absent: Microsoft's own. Checked at the start (CONTRACT §3); nothing calls Graph yet. */
  readonly graphBaseUrl?: string;
}

/** `sentence`: one Dutch line that names the variable and what it must be; it never repeats the value. */
export type Refused = { readonly kind: 'refused'; readonly variable: string; readonly sentence: string };
export type ConfigOutcome = { readonly kind: 'ok'; readonly config: Config } | Refused;
export type StoreConfigOutcome = { readonly kind: 'ok'; readonly config: StoreConfig } | Refused;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The one place that touches the process's own environment. */
export const processEnvironment = (): Environment => process.env;

/** Reads variables and remembers the first that is wrong: every reader below goes on, and the outcome is decided at the end. */
class Reader {
  refused: Refused | undefined;
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** The value without surrounding space; a blank one counts as not set. */
  given(name: string): string | undefined {
    const value = this.#env[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  refuse(variable: string, must: string): undefined {
    this.refused ??= { kind: 'refused', variable, sentence: configTexts.mustBe(variable, must) };
  }

  checked(name: string, fits: (value: string) => boolean, must: string): string | undefined {
    const value = this.given(name);
    return value === undefined || fits(value) ? value : this.refuse(name, must);
  }

  /** One of these words, in upper or lower case (the Bot Framework itself does not mind). */
  choice<T extends string>(name: string, values: readonly T[], otherwise: T): T {
    const value = this.given(name)?.toLowerCase();
    if (value === undefined) return otherwise;
    const known = values.find((choice) => choice.toLowerCase() === value);
    return known ?? this.refuse(name, configTexts.oneOf(values)) ?? otherwise;
  }

  /** Comma-separated, in lower case, each once. */
  list(name: string, fits: (value: string) => boolean, must: string): readonly string[] {
    const values = listOf(this.given(name) ?? '').map((value) => value.toLowerCase());
    if (!values.every(fits)) this.refuse(name, must);
    return [...new Set(values)];
  }
}

function storeConfigOf(reader: Reader): StoreConfig {
  const uri = reader.checked('MONGODB_URI', isMongoUri, configTexts.mongoUri);
  const database = reader.checked('MONGODB_DB', isDatabaseName, configTexts.databaseName) ?? 'ketenregie';
  const folder = reader.given('DATA_DIR') ?? './data';
  return {
    store: uri === undefined ? { kind: 'embedded', folder } : { kind: 'mongodb', uri, database },
    timeZone: reader.checked('TIMEZONE', isTimeZone, configTexts.timeZone) ?? 'Europe/Amsterdam',
    logLevel: reader.choice('LOG_LEVEL', logLevels, 'info'),
  };
}

function hostOf(reader: Reader, local: boolean): string {
  if (local && reader.given('HOST') === '[::1]') return '::1';
  if (local) return reader.checked('HOST', isLoopbackHost, configTexts.loopbackHost) ?? '127.0.0.1';
  return reader.checked('HOST', isHost, configTexts.host) ?? '0.0.0.0';
}

function portFrom(reader: Reader): number {
  const value = reader.given('PORT');
  if (value === undefined) return 3978;
  return portOf(value) ?? reader.refuse('PORT', configTexts.port) ?? 0;
}

const appTypes = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;

function registrationOf(reader: Reader): SignIn {
  const appId = reader.checked('MicrosoftAppId', isGuid, configTexts.guid)?.toLowerCase() ?? '';
  if (appId === '') reader.refuse('MicrosoftAppId', configTexts.appIdNeeded);
  const appType = reader.choice('MicrosoftAppType', appTypes, 'MultiTenant');
  const tenantId = reader.checked('MicrosoftAppTenantId', isGuid, configTexts.guid)?.toLowerCase();
  const appPassword = reader.given('MicrosoftAppPassword') ?? '';
  if (appType !== 'MultiTenant' && tenantId === undefined)
    reader.refuse('MicrosoftAppTenantId', configTexts.tenantNeeded(appType));
  if (appType === 'UserAssignedMSI') return { kind: 'registration', appType, appId, tenantId: tenantId ?? '' };
  if (appPassword === '') reader.refuse('MicrosoftAppPassword', configTexts.passwordNeeded(appType));
  return { kind: 'registration', appType, appId, appPassword, ...(tenantId === undefined ? {} : { tenantId }) };
}

function signInOf(reader: Reader): SignIn {
  const local = reader.given('LOCAL_MODE');
  if (local === undefined) return registrationOf(reader);
  if (local !== '1') reader.refuse('LOCAL_MODE', configTexts.localMode);
  // Behind a proxy on the same machine loopback is the whole world: a registered bot never runs without sign-in.
  if (reader.given('MicrosoftAppId') !== undefined) reader.refuse('LOCAL_MODE', configTexts.localWithRegistration);
  return { kind: 'local' };
}

function tenantsOf(reader: Reader, signIn: SignIn): readonly string[] {
  const tenants = reader.list('ALLOWED_TENANTS', isGuid, configTexts.tenantList);
  if (tenants.length > 0 || signIn.kind === 'local') return tenants;
  if (signIn.tenantId !== undefined) return [signIn.tenantId];
  // Without a list a MultiTenant app would let in every organisation that has Teams.
  reader.refuse('ALLOWED_TENANTS', configTexts.tenantsNeeded);
  return [];
}

function botFrameworkOf(reader: Reader): Config['botFramework'] {
  const settings: Partial<Record<BotFrameworkSetting, string>> = {};
  for (const name of botFrameworkSettings) {
    const value = reader.given(name);
    if (value === undefined) continue;
    if (name === 'ValidateAuthority') reader.choice(name, ['true', 'false'], 'true');
    else if (name !== 'CallerId') reader.checked(name, isServiceUrl, configTexts.serviceUrl);
    settings[name] = value;
  }
  return settings;
}

/** Everything the bot needs, or the one line that says why it does not start. */
export function readConfig(env: Environment): ConfigOutcome {
  const reader = new Reader(env);
  const signIn = signInOf(reader);
  const graphBaseUrl = reader.checked('GRAPH_BASE_URL', isServiceUrl, configTexts.serviceUrl);
  const publicUrl = reader.checked('PUBLIC_URL', isPublicUrl, configTexts.publicUrl)?.replace(/\/+$/, '');
  const config: Config = {
    ...storeConfigOf(reader),
    host: hostOf(reader, signIn.kind === 'local'),
    port: portFrom(reader),
    signIn,
    allowedTenants: tenantsOf(reader, signIn),
    allowedServiceHosts: reader.list('ALLOWED_SERVICE_HOSTS', isHost, configTexts.hostList),
    botFramework: botFrameworkOf(reader),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(graphBaseUrl === undefined ? {} : { graphBaseUrl }),
  };
  return reader.refused ?? { kind: 'ok', config };
}

/** For the command line, which needs no app registration. */
export function readStoreConfig(env: Environment): StoreConfigOutcome {
  const reader = new Reader(env);
  const config = storeConfigOf(reader);
  return reader.refused ?? { kind: 'ok', config };
}
