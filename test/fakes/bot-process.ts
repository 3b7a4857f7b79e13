import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { dataFile } from '../../services/package-root.ts';

/** A process of our own code, with nothing of this process's environment: what it says, and how it ends. */
export interface RunningProcess {
  readonly child: ChildProcess;
  readonly output: string[];
  readonly errors: string[];
  /** Exit code and signal. */
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
}

/** @param script from the project's root: `bot/main.ts` */
export function startScript(
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', dataFile(script), ...words], {
    cwd: dataFile('.'),
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => output.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('close', (code, signal) => resolve([code, signal]));
  });
  return { child, output, errors, ended };
}

export interface RunningBot extends RunningProcess {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
}

/** Resolves once the bot says that it listens. Rejects, with what it said, when it ends instead. */
export async function startBot(
  env: Readonly<Record<string, string>>,
  script: string = 'bot/main.ts',
): Promise<RunningBot> {
  const running = startScript(script, [], { HOST: '127.0.0.1', PORT: '0', ...env });
  const port = await new Promise<number>((resolve, reject) => {
    const look = (): void => {
      const started = running.output.map(eventIn).find(({ event }) => event === 'started');
      if (typeof started?.port === 'number') resolve(started.port);
    };
    running.child.stdout?.on('data', () => setImmediate(look));
    void running.ended.then(([code]) => {
      look();
      reject(new TypeError(`the bot ended with ${code}: ${running.errors.join('\n')}`));
    });
  });
  return { ...running, address: `http://127.0.0.1:${port}` };
}

/** One line of the log. */
export function eventIn(line: string): Record<string, unknown> {
  const parsed: unknown = line.startsWith('{') ? JSON.parse(line) : {};
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}
