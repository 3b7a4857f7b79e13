import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** Stands for the sign-in of the Bot Framework: publishes its keys as OpenID metadata and signs tokens with them. */
export const channelIssuer = 'https://api.botframework.com';
/** Of a token that anybody may get for an app of their own at Microsoft's sign-in: botbuilder accepts it as the Emulator's. */
export const emulatorIssuer = 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
type Keys = Readonly<Record<'own' | 'forged' | 'unendorsed', PrivateKey>>;

export interface TokenOptions {
  /** `forged`: with the name of the real key, signed with another. */
  readonly key?: 'own' | 'forged' | 'unendorsed';
  /** Epoch seconds. */
  readonly expiresAt?: number;
}

export class TokenService {
  readonly metadataUrl: string;
  readonly #server: http.Server;
  readonly #keys: Keys;

  private constructor(server: http.Server, metadataUrl: string, keys: Keys) {
    this.#server = server;
    this.metadataUrl = metadataUrl;
    this.#keys = keys;
  }

  static async start(): Promise<TokenService> {
    const [own, forged, unendorsed] = await Promise.all(
      [1, 2, 3].map(() => generateKeyPair('RS256', { extractable: true })),
    );
    if (own === undefined || forged === undefined || unendorsed === undefined) throw new TypeError('no keys');
    const published = [
      { ...(await exportJWK(own.publicKey)), kid: 'own', use: 'sig', alg: 'RS256', endorsements: ['msteams'] },
      { ...(await exportJWK(unendorsed.publicKey)), kid: 'unendorsed', use: 'sig', endorsements: ['webchat'] },
    ];
    const server = http.createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      const isKeys = request.url === '/keys';
      const metadata = {
        issuer: channelIssuer,
        jwks_uri: `http://127.0.0.1:${port}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isKeys ? { keys: published } : metadata));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new TokenService(server, `http://127.0.0.1:${port}/.well-known/openidconfiguration`, {
      own: own.privateKey,
      forged: forged.privateKey,
      unendorsed: unendorsed.privateKey,
    });
  }

  /** The value of an Authorization header. Claims that are `undefined` are left out of the token. */
  async bearer(claims: JWTPayload, { key = 'own', expiresAt }: TokenOptions = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const jwt = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key === 'unendorsed' ? 'unendorsed' : 'own' })
      .setNotBefore(now - 7200)
      .setExpirationTime(expiresAt ?? now + 3600)
      .sign(this.#keys[key]);
    return `Bearer ${jwt}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
