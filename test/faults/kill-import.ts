import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../services/clock.ts';
import { openStore } from '../../services/opslag/open-store.ts';
import type { CollectionDeclaration, Store, Stored } from '../../services/opslag/store.ts';
import { organisaties, registerwijzigingen, verbanden } from '../../services/register/collections.ts';
import { importFile } from '../../services/register/import/import-file.ts';
import { loadRegister } from '../../services/register/register.ts';
import { type RunningProcess, startScript } from '../fakes/bot-process.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { isSharedThere, sharedPath } from '../shared-data.ts';
import type { Fault } from './fault.ts';

/** The national register of gemeenschappelijke regelingen: its real size, so that a kill falls in the middle of real work. */
export const nationalRegister = 'regelingen-deelnemers-2026.csv';
const file = sharedPath(nationalRegister);
const whole = { verbanden: 451, deelnames: 3551 };
const timeZone = 'Europe/Amsterdam';
/** Of the writes of one whole import, about so many are acknowledged one by one. */
const writes = 860;
/** About as long as the import takes once its store is open. */
const longestWaitMs = 1500;
/** A child reads for seconds before it writes; two share the two cores of the smallest machine. */
const atOnce = 2;

interface Kill {
  readonly struck: boolean;
  readonly acknowledged: number;
  readonly broken: readonly string[];
}

/**
 * Half of them the command line itself, after a while; the other half a process that says which writes were acknowledged, after
 * so many of them, so that each can be looked for.
 */
async function killOnce(run: number, moment: number): Promise<Kill> {
  const folder = await mkdtemp(join(tmpdir(), 'ketenregie-kill-'));
  const data = join(folder, 'data');
  try {
    const child = run % 2 === 0 ? await killAfterWrites(data, moment) : await killAfterWait(data, moment);
    child.child.kill('SIGKILL');
    const [, signal] = await child.ended;
    const acknowledged = child.output.filter((line) => /^\w+ \S+ \d+$/.test(line));
    return {
      struck: signal === 'SIGKILL',
      acknowledged: acknowledged.length,
      broken: [...(await missingFrom(data, acknowledged)), ...(await importAgain(data))],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function killAfterWrites(data: string, moment: number): Promise<RunningProcess> {
  const child = startScript('test/faults/import-process.ts', [data, file], {});
  const acknowledged = moment % writes;
  await new Promise<void>((resolve) => {
    child.child.stdout?.on('data', () => child.output.length > acknowledged && resolve());
    void child.ended.then(() => resolve());
  });
  return child;
}

async function killAfterWait(data: string, moment: number): Promise<RunningProcess> {
  const child = startScript('bot/cli.ts', ['import', file, '--json'], { DATA_DIR: data });
  // Once there is something in the folder, the store is open and the reading begins.
  while (!existsSync(data) && child.child.exitCode === null) await wait(5);
  await wait(moment % longestWaitMs);
  return child;
}

async function missingFrom(folder: string, acknowledged: readonly string[]): Promise<readonly string[]> {
  const store = await openStore({ kind: 'embedded', folder });
  const broken: string[] = [];
  for (const line of acknowledged) {
    const [name, id = '', version] = line.split(' ');
    const found = await versionOf(store, name, id);
    if (found === undefined || found < Number(version)) broken.push(`lost ${line}`);
  }
  await store.close();
  return broken;
}

function versionOf(store: Store, name: string | undefined, id: string): Promise<number | undefined> {
  const versionIn = async <T extends Stored>(declaration: CollectionDeclaration<T>): Promise<number | undefined> =>
    (await store.collection(declaration).get(id))?.version;
  switch (name) {
    case organisaties.name:
      return versionIn(organisaties);
    case verbanden.name:
      return versionIn(verbanden);
    default:
      return versionIn(registerwijzigingen);
  }
}

/** What a person does next: the same command again. */
async function importAgain(folder: string): Promise<readonly string[]> {
  const store = await openStore({ kind: 'embedded', folder });
  const broken: string[] = [];
  const register = await loadRegister(store, { timeZone });
  for (const verband of register.view().verbanden) {
    const unknown = verband.deelnemers.filter(({ organisatie }) => !register.view().organisatie(organisatie));
    if (unknown.length > 0) broken.push(`${verband._id} names ${unknown.length} organisaties that are not there`);
  }
  const deps = { register, clock: systemClock, timeZone, by: 'opdrachtregel' };
  const source = { name: 'regelingen.csv', bytes: await readFile(file) };
  const report = await importFile(source, deps);
  if (report.kind !== 'imported' || report.rejected.length > 0) broken.push('importing again rejects rows');
  const view = await register.refresh();
  const counts = {
    verbanden: view.verbanden.length,
    deelnames: view.verbanden.reduce((sum, { deelnemers }) => sum + deelnemers.length, 0),
  };
  if (JSON.stringify(counts) !== JSON.stringify(whole)) broken.push(`importing again gives ${JSON.stringify(counts)}`);
  const third = await importFile(source, deps);
  if (third.kind !== 'imported' || third.added + third.changed > 0)
    broken.push('a third import still changes something');
  await store.close();
  return broken;
}

export const killImport: Fault = {
  name: 'kill-import',
  title: 'kill -9 during an import of the national register',
  bar: 'the store opens, no acknowledged row is missing, importing again completes it',
  runs: { short: 4, long: 30 },
  run: async (runs, seed) => {
    if (!isSharedThere(nationalRegister)) return { isMet: false, result: '../shared/data is not there' };
    const random = seededRandom(seed);
    const moments = Array.from({ length: runs }, () => random.below(1_000_000));
    const kills: Kill[] = [];
    const queue = moments.entries();
    const worker = async (): Promise<void> => {
      for (const [run, moment] of queue) kills.push(await killOnce(run, moment));
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, runs) }, worker));
    const struck = kills.filter((kill) => kill.struck).length;
    const acknowledged = kills.reduce((sum, kill) => sum + kill.acknowledged, 0);
    const failures = kills.flatMap(({ broken }) => broken);
    return {
      // A kill that comes after the end proves nothing.
      isMet: failures.length === 0 && struck >= runs / 2,
      result: `${struck} of ${runs} killed before the end, ${acknowledged} acknowledged writes looked for, ${failures.length} wrong`,
      failures,
    };
  },
};
