import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { skipAbsent } from '../absent.ts';

const script = fileURLToPath(new URL('./stop-and-end.ts', import.meta.url));

describe('the MongoDB server of the tests', () => {
  it('stops in a process that nothing else keeps alive', async function () {
    this.timeout(180_000);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
    if (stdout !== 'stopped') skipAbsent(this, stdout);
  });
});
