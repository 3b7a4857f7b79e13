import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { skipAbsent } from '../absent.ts';
import { type RunningProcess, startScript } from '../fakes/bot-process.ts';

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

/** The process that this one started to run the Playground, once it is there. */
async function playgroundOf({ child }: RunningProcess): Promise<string> {
  for (;;) {
    for (const id of (await textOf(`/proc/${child.pid}/task/${child.pid}/children`)).split(' '))
      if (/playground/.test(await textOf(`/proc/${id}/cmdline`))) return id;
    assert.equal(child.exitCode, null, 'the demo runs');
    await wait(20);
  }
}

/** A zombie that nobody has asked after has ended as well. */
const isRunning = async (id: string): Promise<boolean> => /^\d+ \(.*\) [^Z]/.test(await textOf(`/proc/${id}/stat`));

describe('the demo', function () {
  this.timeout(60_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketenregie-demo-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('ends the Playground as well when it is stopped before that is up', async function () {
    if (!existsSync('/proc/self/task')) skipAbsent(this, 'no /proc, which tells what the demo started');
    const demo = startScript('bot/demo.ts', [], { DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0' });
    const playground = await playgroundOf(demo);
    demo.child.kill('SIGINT');
    assert.deepEqual(await demo.ended, [0, null], demo.errors.join('\n'));
    assert.match(demo.errors.at(-1) ?? '', /^De demo is gestopt/);
    while (await isRunning(playground)) await wait(20);
  });
});
