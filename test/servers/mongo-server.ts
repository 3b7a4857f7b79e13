import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Fault } from '../../services/fault.ts';

/** A MongoDB server for tests. Where `MONGODB_URI` names one, `stop` leaves it running. */
export interface RunningMongo {
  readonly uri: string;
  /** What it is, for the name of a suite: `MONGODB_URI`, `mongod` or `mongo-java-server`. */
  readonly kind: string;
  stop(): Promise<void>;
}

export interface MissingMongo {
  /** Why there is none, as one sentence. */
  readonly unavailable: string;
}

const run = promisify(execFile);
const home = fileURLToPath(new URL('./mongo/', import.meta.url));
const startLimit = 20_000;

let shared: Promise<RunningMongo | MissingMongo> | undefined;

/**
 * The one server that all tests of this process share, started at first use: the one at `MONGODB_URI`, else a `mongod` on the
 * path, else mongo-java-server (Java 17 and Maven, fetched once into test/servers/mongo/lib). It ends with the process at the
 * latest; {@link stopMongo} in a root hook ends it sooner. Each suite takes a database name of its own.
 */
export function startMongo(): Promise<RunningMongo | MissingMongo> {
  shared ??= startAny();
  return shared;
}

/** Stops the shared server if one was started. */
export async function stopMongo(): Promise<void> {
  const running = await shared;
  shared = undefined;
  if (running !== undefined && 'stop' in running) await running.stop();
}

// In a mocha process the server ends after the last test; elsewhere (bench) with the process.
if (typeof after === 'function') after('stop the MongoDB server', stopMongo);

/** A server whose updates read and write in two steps, so that rivals all win. Only Java can play it. */
export async function startLyingMongo(): Promise<RunningMongo | MissingMongo> {
  const missing = await fetchJavaServer();
  return missing ?? startJavaServer('lying');
}

async function startAny(): Promise<RunningMongo | MissingMongo> {
  const uri = process.env.MONGODB_URI;
  if (uri !== undefined && uri !== '') return { uri, kind: 'MONGODB_URI', stop: async () => undefined };
  if (await works('mongod', ['--version'])) return startMongod();
  const missing = await fetchJavaServer();
  return missing ?? startJavaServer();
}

async function works(command: string, options: readonly string[]): Promise<boolean> {
  return run(command, [...options]).then(
    () => true,
    () => false,
  );
}

async function fetchJavaServer(): Promise<MissingMongo | undefined> {
  if (!(await works('java', ['-version']))) {
    return { unavailable: 'no MongoDB server: MONGODB_URI is not set, and neither mongod nor java is on the path' };
  }
  if (existsSync(join(home, 'lib'))) return undefined;
  // Into place in one step, so that a fetch that breaks off leaves no half a library.
  const part = join(home, `lib.part-${process.pid}`);
  try {
    await run('mvn', ['-q', 'dependency:copy-dependencies', `-DoutputDirectory=${part}`], {
      cwd: home,
      timeout: 120_000,
    });
    await rename(part, join(home, 'lib'));
    return undefined;
  } catch {
    await rm(part, { recursive: true, force: true });
    // Another test process may have fetched it meanwhile.
    if (existsSync(join(home, 'lib'))) return undefined;
    return { unavailable: 'no MongoDB server: mongo-java-server could not be fetched with mvn' };
  }
}

async function startJavaServer(...extra: readonly string[]): Promise<RunningMongo | MissingMongo> {
  const folder = await mkdtemp(join(tmpdir(), 'ketenregie-mongo-'));
  const child = spawn('java', ['-cp', 'lib/*', 'MongoServerFixture.java', '0', join(folder, 'data.mv'), ...extra], {
    cwd: home,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const port = await firstPort(child);
  if (port === undefined) {
    await end(child, folder);
    return { unavailable: 'no MongoDB server: mongo-java-server did not start' };
  }
  return running(child, folder, `mongodb://127.0.0.1:${port}/?directConnection=true`, 'mongo-java-server');
}

/** The port that the Java server prints, or `undefined` when it ends or stays silent instead. */
async function firstPort(child: ChildProcess): Promise<number | undefined> {
  if (child.stdout === null) return undefined;
  const lines = createInterface({ input: child.stdout });
  const timer = setTimeout(() => lines.close(), startLimit);
  child.once('error', () => lines.close());
  try {
    for await (const line of lines) {
      const port = /^port (\d+)$/.exec(line)?.[1];
      if (port !== undefined) return Number(port);
    }
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function startMongod(): Promise<RunningMongo | MissingMongo> {
  const folder = await mkdtemp(join(tmpdir(), 'ketenregie-mongo-'));
  const port = await freePort();
  const options = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const child = spawn('mongod', options, { stdio: ['pipe', 'ignore', 'ignore'] });
  if (!(await listens(port, child))) {
    await end(child, folder);
    return { unavailable: 'no MongoDB server: mongod did not start' };
  }
  return running(child, folder, `mongodb://127.0.0.1:${port}/?directConnection=true`, 'mongod');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise<void>((closed) => server.close(() => closed()));
  if (address === null || typeof address === 'string') throw new Fault('test-port', 'later', 'no free port');
  return address.port;
}

async function listens(port: number, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < startLimit && child.exitCode === null; waited += 100) {
    const open = await new Promise<boolean>((answer) => {
      const socket = connect(port, '127.0.0.1', () => {
        answer(true);
        socket.destroy();
      });
      socket.setTimeout(200, () => socket.destroy());
      // Every end is a `close`, also the one after an error; after an answer it changes nothing.
      socket.on('error', () => answer(false)).on('close', () => answer(false));
    });
    if (open) return true;
    await wait(100);
  }
  return false;
}

function running(child: ChildProcess, folder: string, uri: string, kind: string): RunningMongo {
  const kill = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', kill);
  // Neither the child nor its pipes keep the test process alive.
  child.unref();
  for (const stream of [child.stdin, child.stdout]) if (stream !== null) unref(stream);
  return {
    uri,
    kind,
    stop: async () => {
      process.removeListener('exit', kill);
      await end(child, folder);
    },
  };
}

function unref(stream: object): void {
  if ('unref' in stream && typeof stream.unref === 'function') stream.unref();
}

async function end(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    // Waiting for a child that keeps nothing alive would end this process first, with exit code 13.
    child.ref();
    child.kill('SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
}
