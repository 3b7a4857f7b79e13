import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ClassicLevel } from 'classic-level';
import { Fault } from '../../../services/fault.ts';
import { openEmbeddedStore } from '../../../services/opslag/embedded.ts';
import type { Stored } from '../../../services/opslag/store.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';

interface Written extends Stored {
  readonly key: string;
}

const declaration = { name: 'geschreven', unique: [['key']] } as const;
const script = fileURLToPath(new URL('./writing-process.ts', import.meta.url));

interface Writer {
  readonly child: ChildProcess;
  /** Every line it has printed after `ready`. */
  readonly acknowledged: string[];
  /** Resolves when all it printed has been read. */
  readonly ended: Promise<unknown>;
}

async function startWriter(folder: string, round: number): Promise<Writer> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const ended = once(lines, 'close');
  const acknowledged: string[] = [];
  await once(lines, 'line');
  lines.on('line', (line) => acknowledged.push(line));
  return { child, acknowledged, ended };
}

const faultOf = (code: string, retry: string) => (error: unknown) =>
  error instanceof Fault && error.code === code && error.retry === retry;

describe('the embedded store on disk', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketenregie-embedded-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('has every acknowledged write after the process is killed at any moment, and refuses a second process meanwhile', async function () {
    this.timeout(60_000);
    const random = seededRandom();
    const acknowledged: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const writer = await startWriter(folder, round);
      await wait(random.below(150));
      if (round === 0) await assert.rejects(openEmbeddedStore(folder), faultOf('opslag-locked', 'never'));
      writer.child.kill('SIGKILL');
      await writer.ended;
      acknowledged.push(...writer.acknowledged);
      const store = await openEmbeddedStore(folder);
      const written = store.collection<Written>(declaration);
      for (const line of acknowledged) {
        const [id = '', version] = line.split(' ');
        const found = await written.get(id);
        assert.ok(found && found.version >= Number(version), `seed ${random.seed}, round ${round}: lost ${line}`);
        assert.equal(found.key, found.version === 1 ? id : `${id}-b`);
      }
      await store.close();
    }
    assert.ok(acknowledged.length > 20, `only ${acknowledged.length} writes were acknowledged`);
  });

  it('is refused within one process too, until the first is closed', async () => {
    const first = await openEmbeddedStore(folder);
    await assert.rejects(openEmbeddedStore(folder), faultOf('opslag-locked', 'never'));
    await first.close();
    await (await openEmbeddedStore(folder)).close();
  });

  it('makes the folder when it is not there yet', async () => {
    const store = await openEmbeddedStore(join(folder, 'deep', 'data'));
    await store.ping();
    await store.close();
  });

  it('says that the folder is at fault when a file stands in its place', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await assert.rejects(openEmbeddedStore(file), faultOf('opslag-folder', 'never'));
  });

  const damages: readonly (readonly [string, (location: string) => Promise<void>])[] = [
    ['the list of its files is gone', async (location) => rm(join(location, 'CURRENT'))],
    [
      'the list of its files is garbage',
      async (location) => {
        const manifest = (await readdir(location)).find((name) => name.startsWith('MANIFEST'));
        await writeFile(join(location, manifest ?? ''), 'garbage'.repeat(50));
      },
    ],
    [
      'a document in it is no JSON',
      async (location) => {
        const level = new ClassicLevel(location);
        await level.put('doc ["geschreven","a"]', '{"_id":');
        await level.close();
      },
    ],
    [
      'a newer version wrote it',
      async (location) => {
        const level = new ClassicLevel(location);
        await level.put('format', '2');
        await level.close();
      },
    ],
  ];

  for (const [what, damage] of damages) {
    it(`says that the folder is at fault when ${what}, and lets go of it`, async () => {
      const store = await openEmbeddedStore(folder);
      await store.collection<Written>(declaration).insert({ _id: 'a', key: 'a' });
      await store.close();
      await damage(join(folder, 'opslag'));
      await assert.rejects(openEmbeddedStore(folder), faultOf('opslag-folder', 'never'));
      await assert.rejects(openEmbeddedStore(folder), faultOf('opslag-folder', 'never'));
    });
  }

  it('refuses a unique key that the documents there break', async () => {
    const store = await openEmbeddedStore(folder);
    const loose = store.collection<Written>({ name: 'los' });
    await loose.insert({ _id: 'a', key: 'same' });
    await loose.insert({ _id: 'b', key: 'same' });
    await store.close();
    const again = await openEmbeddedStore(folder);
    assert.throws(
      () => again.collection<Written>({ name: 'los', unique: [['key']] }),
      faultOf('opslag-unique', 'never'),
    );
    await again.close();
  });
});
