import { existsSync, readFileSync } from 'node:fs';
import { dataFile } from '../services/package-root.ts';
import { skipAbsent } from './absent.ts';

/** The reference files beside the project, which holds no copy of them. */

/** Absolute path; whether it exists is asked with {@link isSharedThere} or {@link needShared}. */
export const sharedPath = (name: string): string => dataFile(`../shared/data/${name}`);

export const isSharedThere = (...names: readonly string[]): boolean =>
  names.every((name) => existsSync(sharedPath(name)));

/** Skips a test whose files are not there (in CI: fails it). */
export function needShared(test: Mocha.Context, ...names: readonly string[]): void {
  for (const name of names) if (!isSharedThere(name)) skipAbsent(test, `../shared/data/${name} is not there`);
}

export function sharedFile(name: string, test: Mocha.Context): Uint8Array {
  needShared(test, name);
  return readFileSync(sharedPath(name));
}
