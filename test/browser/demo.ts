import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../services/fault.ts';

/** `npm run demo` as a person starts it: the built program in a process group of its own, on free ports and a folder of its own. */
export interface Demo {
  /** Where the Playground is to be opened. */
  readonly address: string;
  /** The embedded store's folder; may be opened once the demo has stopped. */
  readonly folder: string;
  /** As Ctrl-C: both the bot and the Playground end. Gives the exit code. */
  stop(): Promise<number | null>;
  remove(): Promise<void>;
}

const program = join(import.meta.dirname, '..', '..', 'dist', 'bot', 'demo.js');
const longestStartMs = 90_000;

export async function startDemo(): Promise<Demo> {
  if (!existsSync(program)) throw new Fault('browser-demo', 'never', 'dist/ is missing: run npm run build first');
  const folder = await mkdtemp(join(tmpdir(), 'ketenregie-browser-'));
  const child = spawn(process.execPath, [program], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' },
  });
  const stop = async (): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    await exit;
    return child.exitCode;
  };
  try {
    return {
      address: await addressOf(child),
      folder,
      stop,
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  } catch (error) {
    await stop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The demo tells people where to go; the tests read the same line. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Fault('browser-demo', 'never', `${why}\n${said}`));
    const timer = setTimeout(() => fail('the demo did not start in time'), longestStartMs);
    child.once('exit', (code) => fail(`the demo ended with ${code}`));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const address = /Open in je browser:\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
