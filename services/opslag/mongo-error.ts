import {
  MongoError,
  MongoNetworkError,
  MongoOperationTimeoutError,
  MongoServerError,
  MongoServerSelectionError,
  MongoWriteConcernError,
} from 'mongodb';
import { Fault } from '../fault.ts';

/**
 * What an error of the driver says about the write it came from.
 *
 * - `duplicate`: a unique index refused it.
 * - `unsent`: it never left this process.
 * - `unknown`: it may stand, now or in a moment.
 * - `refused`: the server said no; it does not stand.
 */
export type WriteTrouble = 'duplicate' | 'unsent' | 'unknown' | 'refused';

/** Codes with which a server says that it stops or is no longer the primary: the write may have come through or not. */
const steppingDown = new Set([6, 7, 50, 64, 89, 91, 189, 262, 9001, 10058, 10107, 11600, 11602, 13435, 13436]);

/** Errors of the driver's pool, whose classes it does not export: no connection was handed out. */
const neverSent = new Set(['MongoPoolClearedError', 'MongoWaitQueueTimeoutError']);

export function writeTroubleOf(error: unknown): WriteTrouble {
  if (error instanceof MongoWriteConcernError) return 'unknown';
  if (error instanceof MongoServerError) {
    if (error.code === 11000) return 'duplicate';
    return typeof error.code === 'number' && steppingDown.has(error.code) ? 'unknown' : 'refused';
  }
  if (error instanceof MongoServerSelectionError || (error instanceof Error && neverSent.has(error.name)))
    return 'unsent';
  // Broke while a connection was being made, before any command went over it.
  if (error instanceof MongoNetworkError && error.hasErrorLabel('HandshakeError')) return 'unsent';
  return error instanceof MongoNetworkError || error instanceof MongoOperationTimeoutError ? 'unknown' : 'refused';
}

/**
 * The fault for an error that wrote nothing. Names the kind of error and its code, never its text: that may hold the address
 * or a document.
 */
export function mongoFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof MongoError && error.code !== undefined ? ` ${error.code}` : '';
  const trouble = writeTroubleOf(error);
  return trouble === 'unsent' || trouble === 'unknown'
    ? new Fault('opslag-unreachable', 'later', `MongoDB does not answer: ${name}${code}`)
    : new Fault('opslag-refused', 'never', `MongoDB refused a command: ${name}${code}`);
}

export const uncertainFault = (): Fault =>
  new Fault(
    'opslag-uncertain',
    'uncertain',
    'the connection was lost and whether the write stands could not be read back',
  );
