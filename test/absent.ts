import assert from 'node:assert/strict';

/**
 * What a test does where something outside the project is not there (the reference data, a database server, a program): it says so
 * in one line and is skipped. In CI it fails: there everything must be there.
 */
export function skipAbsent(test: Mocha.Context, why: string): never {
  assert.notEqual(process.env.CI, 'true', why);
  process.stderr.write(`  skipped: ${why}\n`);
  return test.skip();
}
