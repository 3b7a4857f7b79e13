import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../services/fault.ts';
import { openEmbeddedStore } from '../../services/opslag/embedded.ts';
import { loadRegister } from '../../services/register/register.ts';
import { makeRegister } from '../fakes/many-afspraken.ts';
import { sharedPath } from '../shared-data.ts';

/** What the bot knows while it is measured: the whole national register with afspraken, or an invented one of that size. */

const root = join(import.meta.dirname, '../..');
export const regelingenFile = sharedPath('regelingen-deelnemers-2026.csv');
const files = [regelingenFile, sharedPath('afspraken-noord.csv')];

export const hasNationalRegister = (): boolean => files.every((file) => existsSync(file));

export interface FilledRegister {
  /** For the person who reads the table. */
  readonly description: string;
  /** Asks for one organisatie in all verbanden. */
  readonly question: string;
}

/** Fills the embedded store in this folder the way an operator would: with the command line, from the build. */
export async function fillRegister(folder: string): Promise<FilledRegister> {
  if (hasNationalRegister()) {
    await command(['import', ...files], folder);
    return {
      description: 'het hele landelijke register met de afspraken van afspraken-noord.csv',
      question: 'in welke samenwerkingsverbanden zit Hoogeveen',
    };
  }
  await fillWithInvented(folder);
  return {
    description: 'een verzonnen register (../shared/data is er niet)',
    question: 'in welke samenwerkingsverbanden zit Proefplaats 12',
  };
}

async function fillWithInvented(folder: string): Promise<void> {
  const store = await openEmbeddedStore(folder);
  const register = await loadRegister(store, { timeZone: 'Europe/Amsterdam' });
  const { organisaties, verbanden, afspraken } = makeRegister(100_000);
  await Promise.all(organisaties.map((organisatie) => register.saveOrganisatie(organisatie)));
  await Promise.all(verbanden.map((verband) => register.saveVerband(verband)));
  const some = afspraken.slice(0, 1_000);
  await Promise.all(
    some.map((afspraak) => register.saveAfspraak(afspraak, 'new', { naam: 'bench', via: 'import' }, 0)),
  );
  await store.close();
}

/** What `npm run build` does: the bots that are measured run from the build. */
export const build = (): Promise<void> =>
  run(join(root, 'node_modules/typescript/bin/tsc'), ['-p', join(root, 'tsconfig.build.json')], {});

/** One command of the built command line, on the store in this folder. */
const command = (args: readonly string[], folder: string): Promise<void> =>
  run(join(root, 'dist/bot/cli.js'), args, { DATA_DIR: folder, MONGODB_URI: '' });

async function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  // 2: of a command, that some rows were rejected, which the dirt of the real register brings with it.
  if (code !== 0 && code !== 2)
    throw new Fault('bench-command-failed', 'never', `${args.join(' ')} ended with ${String(code)}`);
}
