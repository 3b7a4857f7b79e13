import pino from 'pino';
import { Fault } from '../services/fault.ts';
import type { LogLevel } from './config.ts';

/**
 * What the log may hold, and nothing else: the type leaves no place for message text, names or tokens (CONTRACT §3), and a
 * string that does not look like a code is withheld at run time.
 */
export interface LogFields {
  /** Stable code: of a fault, an outcome, a reason, a command. Lower-case letters, digits and `. _ : -`. */
  readonly code?: string;
  readonly retry?: 'never' | 'later' | 'uncertain';
  /** The short reference that the person was shown. */
  readonly reference?: string;
  readonly intent?: string;
  /** `personal`, `channel`, `groupchat`, a state, a step. */
  readonly kind?: string;
  readonly count?: number;
  readonly total?: number;
  readonly durationMs?: number;
  readonly status?: number;
  readonly port?: number;
  readonly attempt?: number;
}

export interface Log {
  /** Something happened that whoever runs the bot may want to know. `name` is a stable kebab-case word. */
  event(name: string, fields?: LogFields): void;
  /** As `event`, for what needs attention though the bot goes on. */
  warn(name: string, fields?: LogFields): void;
  /** A thrown error: its code and where it came from; its message only when it is our own Fault, which holds no personal data. */
  fault(error: unknown, fields?: LogFields): void;
}

/** What pino writes to: standard output, or a collector in a test. */
export interface LogDestination {
  write(line: string): void;
}

const code = /^[a-z0-9]+(?:[-._:][a-z0-9]+)*$/;

function safe(fields: LogFields): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value === 'number') kept[key] = value;
    else if (typeof value === 'string') kept[key] = value.length <= 64 && code.test(value) ? value : 'withheld';
  }
  return kept;
}

/** File and line of the place that threw, from the project's root; holds nothing a person typed. */
function placeOf(error: Error): string | undefined {
  const frame = /\/((?:bot|cards|services|manifest)\/[\w./-]+:\d+):\d+/.exec(error.stack ?? '');
  return frame?.[1];
}

function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { code: 'house-not-an-error' };
  const place = placeOf(error);
  const cause = error.cause instanceof Error ? { cause: causeOf(error.cause) } : {};
  const what =
    error instanceof Fault
      ? { code: error.code, retry: error.retry, fault: error.message }
      : { code: 'house-unexpected', cause: causeOf(error) };
  return { ...what, ...cause, ...(place === undefined ? {} : { place }) };
}

/** `TypeError`, or `Error ECONNREFUSED`: the kind of error and its system code, never its message. */
function causeOf(error: Error): string {
  const system = 'code' in error && typeof error.code === 'string' && /^[A-Z0-9_]{1,40}$/.test(error.code);
  const name = /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  return system ? `${name} ${String(error.code)}` : name;
}

/** JSON lines, written at once so that the last one survives a crash. */
export function createLog(options: { readonly level: LogLevel; readonly destination?: LogDestination }): Log {
  const logger = pino(
    { level: options.level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' },
    options.destination ?? pino.destination({ fd: 1, sync: true }),
  );
  return {
    event: (name, fields = {}) => logger.info(safe(fields), name),
    warn: (name, fields = {}) => logger.warn(safe(fields), name),
    fault: (error, fields = {}) => logger.error({ ...safe(fields), ...describe(error) }, 'fault'),
  };
}
