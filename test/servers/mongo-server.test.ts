import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('./stop-and-end.ts', import.meta.url));

describe('the MongoDB server of the tests', () => {
  it('stops in a process that nothing else keeps alive', async function () {
    this.timeout(180_000);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
    if (stdout === 'stopped') return;
    assert.notEqual(process.env.CI, 'true', stdout);
    process.stdout.write(`  skipped: ${stdout}\n`);
    this.skip();
  });
});
