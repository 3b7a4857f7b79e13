import { isIP } from 'node:net';
import type { Activity } from 'botbuilder';
import type { Adapter, Authentication } from './adapter.ts';

/**
 * Who may come in, and where an answer may go. botbuilder checks the signature of a token but not whether it may speak for this
 * activity: another tenant's message, a missing service address or a token of another kind pass it. This gate does.
 */
export interface GatePolicy {
  /** No sign-in; only loopback addresses are answered. */
  readonly local: boolean;
  readonly appId: string;
  /** The only issuer accepted. */
  readonly issuer: string;
  readonly tenants: ReadonlySet<string>;
  /** Hosts that may be answered, lower case. */
  readonly serviceHosts: ReadonlySet<string>;
}

/** Hosts of the Bot Connector for Teams, by cloud: public, GCC, GCC High, DoD. */
export const teamsServiceHosts: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

export type GateOutcome =
  | { readonly kind: 'passed'; readonly activity: Activity; readonly authentication: Authentication }
  /** `reason`: a stable word for the log and for the JSON answer; says nothing about the sender. */
  | { readonly kind: 'stopped'; readonly status: 400 | 401 | 403; readonly reason: string };

const stopped = (status: 400 | 401 | 403, reason: string): GateOutcome => ({ kind: 'stopped', status, reason });

export async function passGate(
  body: unknown,
  authorization: string | undefined,
  policy: GatePolicy,
  adapter: Adapter,
): Promise<GateOutcome> {
  if (!isActivity(body)) return stopped(400, 'not-an-activity');
  if (body.channelId !== 'msteams') return stopped(403, 'not-teams');
  if (!mayAnswer(body.serviceUrl, policy)) return stopped(403, 'service-address-not-allowed');
  if (!policy.local && !authorization) return stopped(401, 'no-token');
  // Rejections of the SDK come as several kinds of error, some of them without a status: all of them mean "not proven".
  const authentication = await adapter.authenticate(body, authorization ?? '').catch(() => undefined);
  if (authentication === undefined) return stopped(401, 'token-not-valid');
  if (policy.local) return { kind: 'passed', activity: body, authentication };

  const claims = authentication.claimsIdentity;
  if (claims.getClaimValue('iss') !== policy.issuer) return stopped(401, 'issuer-not-accepted');
  if (claims.getClaimValue('aud') !== policy.appId) return stopped(401, 'audience-not-accepted');
  if (!sameAddress(claims.getClaimValue('serviceurl'), body.serviceUrl))
    return stopped(401, 'service-address-not-in-token');
  const tenant = tenantOf(body);
  if (tenant === undefined || !policy.tenants.has(tenant)) return stopped(403, 'tenant-not-allowed');
  return { kind: 'passed', activity: body, authentication };
}

/** Whether this service address may be answered: asked for each inbound activity and again before each message that goes out. */
export function mayAnswer(serviceUrl: unknown, policy: GatePolicy): boolean {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (policy.local) return isLoopback(url.hostname);
  return url.protocol === 'https:' && policy.serviceHosts.has(url.hostname);
}

/** `127.0.0.0/8`, `::1` or `localhost`; a host name is never resolved. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Tenant of the conversation; Teams gives it in one of two places, and when in both they must agree. */
export function tenantOf(activity: Activity): string | undefined {
  const channelData: unknown = activity.channelData;
  const fromChannel = isRecord(channelData) && isRecord(channelData.tenant) ? channelData.tenant.id : undefined;
  const fromConversation: unknown = activity.conversation?.tenantId;
  const named = [fromChannel, fromConversation].filter((id): id is string => typeof id === 'string' && id !== '');
  const [first] = named;
  return first !== undefined && named.every((id) => id === first) ? first : undefined;
}

const sameAddress = (claimed: string | null | undefined, serviceUrl: string): boolean =>
  typeof claimed === 'string' && claimed.replace(/\/+$/, '') === serviceUrl.replace(/\/+$/, '');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What later steps take for granted: fields that must be there, and the form of those that may be. All else is read with care. */
function isActivity(body: unknown): body is Activity {
  if (!isRecord(body)) return false;
  const { conversation, from, recipient } = body;
  return (
    typeof body.type === 'string' &&
    typeof body.channelId === 'string' &&
    typeof body.serviceUrl === 'string' &&
    [conversation, from, recipient].every(isParty) &&
    [body.id, body.text, body.name, body.locale, body.replyToId, body.action].every(isTextOrAbsent) &&
    [body.entities, body.attachments, body.membersAdded, body.membersRemoved].every(isListOrAbsent)
  );
}

const isParty = (party: unknown): boolean =>
  isRecord(party) &&
  typeof party.id === 'string' &&
  party.id !== '' &&
  [party.name, party.aadObjectId, party.conversationType, party.tenantId].every(isTextOrAbsent);

/** Absent or null: both stand for "not given" in what Teams sends. */
const isTextOrAbsent = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';

const isListOrAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.every(isRecord));
