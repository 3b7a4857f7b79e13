import { existsSync, readFileSync } from 'node:fs';
import { dataFile } from '../../../services/package-root.ts';

/** The real files beside the project. A test that needs one is skipped where it is absent, but fails in CI. */
export function sharedFile(name: string, test: Mocha.Context): Uint8Array {
  const path = dataFile(`../shared/data/${name}`);
  if (!existsSync(path)) {
    if (process.env.CI === 'true') throw new TypeError(`../shared/data/${name} is not there`);
    process.stderr.write(`skipped: ../shared/data/${name} is not there\n`);
    test.skip();
  }
  return readFileSync(path);
}
