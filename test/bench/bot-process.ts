import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../services/fault.ts';

/** A bot in a process of its own, as in production, with its log in a file: nobody else's work is in its numbers. */
export interface BotProcess {
  readonly address: string;
  /** From the start of the process until it listens, ms. */
  readonly startMs: number;
  /** Memory in use (RSS), MB; undefined where the system does not tell. */
  memoryMb(): number | undefined;
  /** Processor time since the start, ms; undefined where the system does not tell. */
  processorMs(): number | undefined;
  stop(): Promise<void>;
}

const longestStartMs = 30_000;

/** @param command file and arguments for this Node.js; it prints one JSON line with `"event":"started"` and the port */
export async function startBot(
  command: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<BotProcess> {
  const log = join(folder, 'bot.log');
  const output = openSync(log, 'w');
  const from = performance.now();
  const child = spawn(process.execPath, [...command], {
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const port = await started(child, log, from + longestStartMs);
  const startMs = performance.now() - from;
  return {
    address: `http://127.0.0.1:${port}`,
    startMs,
    memoryMb: () => memoryOf(child),
    processorMs: () => processorOf(child),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function started(child: ChildProcess, log: string, until: number): Promise<number> {
  while (performance.now() < until && child.exitCode === null) {
    const line = readFileSync(log, 'utf8')
      .split('\n')
      .find((each) => each.includes('"event":"started"') && each.endsWith('}'));
    if (line !== undefined) {
      const { port }: { port: number } = JSON.parse(line);
      return port;
    }
    await pause(2);
  }
  child.kill('SIGKILL');
  throw new Fault('bench-not-started', 'never', `a bot did not start: ${readFileSync(log, 'utf8').slice(0, 2000)}`);
}

/** What Linux tells of a process; undefined elsewhere. */
function procFile(child: ChildProcess, name: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  return readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
}

function memoryOf(child: ChildProcess): number | undefined {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(procFile(child, 'status') ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** The kernel counts in hundredths of a second. */
const tickMs = 10;

function processorOf(child: ChildProcess): number | undefined {
  const stat = procFile(child, 'stat');
  if (stat === undefined) return undefined;
  // The name, in parentheses, may hold spaces; user and system time are the 14th and 15th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
