import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationServiceClientCredentialFactoryOptions,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { callConnector, createConnection } from './connection.ts';

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

type UserTokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/** Teams has one address per region and tenant; more than these are made anew. */
const mostConnectors = 200;

/** botbuilder makes two HTTP clients for each turn, which costs more than the answer: these are made once and kept. */
class LastingClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<Connector>>();
  #userTokens: Promise<UserTokenClient> | undefined;

  /** Of the one app this process is, at this address. Its credentials renew their token by themselves. */
  connector(serviceUrl: string, make: () => Promise<Connector>): Promise<Connector> {
    const known = this.#connectors.get(serviceUrl);
    if (known !== undefined) return known;
    const made = make();
    if (this.#connectors.size >= mostConnectors) this.#connectors.clear();
    this.#connectors.set(serviceUrl, made);
    made.catch(() => this.#connectors.delete(serviceUrl));
    return made;
  }

  /** Ours asks nobody to sign in; botbuilder wants one in each turn all the same. */
  override createUserTokenClient(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
  ): Promise<UserTokenClient> {
    if (this.#userTokens !== undefined) return this.#userTokens;
    const made = super.createUserTokenClient(...identity);
    this.#userTokens = made;
    made.catch(() => (this.#userTokens = undefined));
    return made;
  }
}

export class Adapter extends CloudAdapter {
  readonly #appId: string;
  readonly #authentication: LastingClients;
  readonly #callTimeoutMs: number;

  constructor(authentication: LastingClients, appId: string, callTimeoutMs: number) {
    super(authentication);
    this.#appId = appId;
    this.#authentication = authentication;
    this.#callTimeoutMs = callTimeoutMs;
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
    const connectorFactory = { create: (serviceUrl: string) => this.connector(serviceUrl) };
    return this.processActivity({ ...authentication, connectorFactory }, activity, logic);
  }

  /**
   * A message is one POST of JSON. botbuilder's client takes it through a dozen layers that are there for other services, which
   * costs more than the turn; what is no message is left to it.
   */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    if (!activities.every(({ type }) => type === ActivityTypes.Message))
      return super.sendActivities(context, activities);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) responses.push(await this.#post(context.activity.serviceUrl, activity));
    return responses;
  }

  async #post(serviceUrl: string, { id: _, ...activity }: Partial<Activity>): Promise<ResourceResponse> {
    const { credentials } = await this.connector(serviceUrl);
    const conversation = encodeURIComponent(activity.conversation?.id ?? '');
    const answered = activity.replyToId === undefined ? '' : `/${encodeURIComponent(activity.replyToId)}`;
    const url = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${conversation}/activities${answered}`;
    const body = JSON.stringify(activity);
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      ...(await authorizationOf(credentials)),
    };
    const answer = await callConnector({ method: 'POST', url, headers, body }, this.#callTimeoutMs);
    return { id: idIn(answer) };
  }

  /** A client for what goes out, to an address that the caller has checked. */
  connector(serviceUrl: string): Promise<Connector> {
    return this.#authentication.connector(serviceUrl, () => {
      const identity = this.createClaimsIdentity(this.#appId);
      return this.#authentication.createConnectorFactory(identity).create(serviceUrl);
    });
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

type Credentials = Connector['credentials'];
type SignedRequest = Parameters<Credentials['signRequest']>[0];

/** The header by which the connector knows us; none in local mode. */
async function authorizationOf(credentials: Credentials): Promise<Record<string, string>> {
  const signed: Record<string, string> = {};
  const headers = {
    set: (name: string, value: string | number): void => {
      signed[name] = String(value);
    },
  };
  await credentials.signRequest({ headers } as SignedRequest);
  return signed;
}

/** What the connector calls the message; an answer in another form still means that it was taken. */
function idIn(answer: string): string {
  const id = /"id"\s*:\s*"([^"]*)"/.exec(answer)?.[1];
  return id ?? '';
}

export function createAdapter(settings: AdapterSettings): Adapter {
  const options: ConfigurationServiceClientCredentialFactoryOptions = { ...settings.botFramework };
  const cloud = settings.botFramework.ChannelService ? {} : publicCloud;
  const authentication = new LastingClients(
    { ...cloud, ...settings.botFramework },
    settings.credentials ?? new ConfigurationServiceClientCredentialFactory(options),
    undefined,
    undefined,
    { httpClient: createConnection(settings.callTimeoutMs) },
  );
  return new Adapter(authentication, settings.botFramework.MicrosoftAppId ?? '', settings.callTimeoutMs);
}
