import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { createConnection } from './connection.ts';

/**
 * botbuilder behind one door: who sent this, run a turn, talk to the connector. Nothing else imports its classes, so that its
 * successor can take its place here.
 */
export type Authentication = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

export interface AdapterSettings {
  /** Bot Framework settings by their own names (`MicrosoftAppId`, `ToBotFromChannelOpenIdMetadataUrl`, …). */
  readonly botFramework: Readonly<Record<string, string>>;
  /** Limit of one call to the connector, milliseconds. */
  readonly callTimeoutMs: number;
  /** In place of the app registration's own sign-in: for clouds and tests where MSAL cannot be used. */
  readonly credentials?: CredentialsFactory;
}

export type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
/** The connector's own client: conversations and activities at one service address. */
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

export class Adapter extends CloudAdapter {
  readonly #appId: string;
  readonly #authentication: ConfigurationBotFrameworkAuthentication;

  constructor(authentication: ConfigurationBotFrameworkAuthentication, appId: string) {
    super(authentication);
    this.#appId = appId;
    this.#authentication = authentication;
  }

  /** Checks the token. Rejects when it is missing, forged or stale; whether it may speak for this activity is the gate's to say. */
  authenticate(activity: Activity, authorization: string): Promise<Authentication> {
    return this.#authentication.authenticateRequest(activity, authorization);
  }

  /** Runs one turn for an activity that passed the gate; resolves to what an invoke must be answered with. */
  run(
    authentication: Authentication,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authentication, activity, logic);
  }

  /** A client for messages that answer nobody: reminders. The caller has checked the address. */
  connector(serviceUrl: string): Promise<Connector> {
    const identity = this.createClaimsIdentity(this.#appId);
    return this.#authentication.createConnectorFactory(identity).create(serviceUrl);
  }
}

/** The public cloud, by the Bot Framework's own names: botbuilder fills in none of these as soon as one of them is set. */
const publicCloud = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
  CallerId: 'urn:botframework:azure',
} as const;

const governmentIssuer = 'https://api.botframework.us';

/** Who must have signed a token that Teams sends: the gate accepts no other issuer. */
export const channelIssuer = (botFramework: Readonly<Record<string, string>>): string =>
  botFramework.ToBotFromChannelTokenIssuer ??
  (botFramework.ChannelService ? governmentIssuer : publicCloud.ToBotFromChannelTokenIssuer);

export function createAdapter(settings: AdapterSettings): Adapter {
  const options: ConfigurationServiceClientCredentialFactoryOptions = { ...settings.botFramework };
  const cloud = settings.botFramework.ChannelService ? {} : publicCloud;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    { ...cloud, ...settings.botFramework },
    settings.credentials ?? new ConfigurationServiceClientCredentialFactory(options),
    undefined,
    undefined,
    { httpClient: createConnection(settings.callTimeoutMs) },
  );
  return new Adapter(authentication, settings.botFramework.MicrosoftAppId ?? '');
}
