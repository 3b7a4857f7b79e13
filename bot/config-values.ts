import { isIP } from 'node:net';

/**
 * The forms that values of CONTRACT §3 must have, one small check each, for config.ts. None of them repeats the value it
 * looked at: an address may carry a password.
 */

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hostLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

export const isGuid = (value: string): boolean => guid.test(value);

/** An IP address or a DNS name, without scheme, port or path. */
export function isHost(value: string): boolean {
  if (isIP(value) !== 0) return true;
  if (value.length > 253) return false;
  const labels = value.split('.');
  // A last label of digits alone would be a mistyped IP address.
  return labels.every((label) => hostLabel.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

/** An address that only this machine can reach. */
export const isLoopbackHost = (value: string): boolean =>
  value.toLowerCase() === 'localhost' ||
  value === '::1' ||
  value === '[::1]' ||
  (isIP(value) === 4 && value.startsWith('127.'));

/** https, or http to this machine (government clouds are https; a stand-in on the same machine need not be). */
export function isServiceUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

/** The address of the bot itself, to which a path is added. */
export function isPublicUrl(value: string): boolean {
  return isServiceUrl(value) && !/[?#\s]/.test(value);
}

/** `mongodb://` or `mongodb+srv://` with at least one host. Whether it answers shows when the store opens. */
export function isMongoUri(value: string): boolean {
  const match = /^mongodb(?:\+srv)?:\/\/([^/?\s]+)/.exec(value);
  const authority = match?.[1];
  if (authority === undefined) return false;
  const hosts = authority.slice(authority.lastIndexOf('@') + 1).split(',');
  return hosts.every((host) => host.length > 0 && !host.startsWith(':'));
}

/** MongoDB's own limits on the name of a database, on every platform. */
export const isDatabaseName = (value: string): boolean => /^[^/\\. "$*<>:|?]{1,63}$/.test(value);

/** A zone with rules for summer time (`Europe/Amsterdam`, `UTC`), not a fixed offset. */
export function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A whole number from 0 through 65535; 0 lets the system choose. */
export function portOf(value: string): number | undefined {
  if (!/^\d{1,5}$/.test(value)) return undefined;
  const port = Number(value);
  return port <= 65_535 ? port : undefined;
}

/** `a, b,c` → `['a','b','c']`; empty parts are left out. */
export const listOf = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
