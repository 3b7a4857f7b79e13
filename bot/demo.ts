import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dayAt } from '../services/kalender/civil-date.ts';
import { dataFile } from '../services/package-root.ts';
import { fillWithExample } from './actions/example.ts';
import { readConfig } from './config.ts';
import { demoTexts } from './demo-texts.ts';
import { type House, openHouse } from './house.ts';
import { createLog } from './log.ts';
import { startFault } from './start-fault.ts';

/**
 * `npm run demo`: the main job on a fresh machine. The bot in local mode, an embedded store with the example in it, and the
 * Microsoft 365 Agents Playground beside it, where five partners of one verband are at the table.
 */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const outcome = readConfig({ ...process.env, LOCAL_MODE: '1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' });
if (outcome.kind === 'refused') {
  say(outcome.sentence);
  process.exit(1);
}
const { config } = outcome;

let house: House;
try {
  // The Playground says en-US whatever the machine speaks.
  house = await openHouse(config, createLog({ level: config.logLevel }), { clientLanguage: 'nl' });
} catch (error) {
  say(startFault(error, config.port));
  process.exit(1);
}
if (house.parts.register.view().verbanden.length === 0) {
  const today = dayAt(house.parts.clock.now(), config.timeZone);
  const { verbanden, afspraken } = await fillWithExample({ today }, house.parts);
  say(demoTexts.filled(verbanden, afspraken));
}

const playgroundPort = await firstFreePort(56150);
const playground = startPlayground(playgroundPort, `${house.address}/api/messages`);
const address = `http://127.0.0.1:${playgroundPort}`;
let isReady = false;
let isStopping = false;
const stop = async (code: number): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  playground.kill('SIGTERM');
  await house.stop();
  say(demoTexts.stopped);
  process.exit(code);
};
// From now on a Playground is there to be ended, also before it can be opened.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
playground.once('exit', () => {
  if (!isStopping) say(isReady ? demoTexts.playgroundStopped : demoTexts.playgroundSilent);
  void stop(1);
});

isReady = await answers(`${address}/_debug/ping`);
if (isReady) say(demoTexts.ready(address));
else if (!isStopping) {
  say(demoTexts.playgroundSilent);
  await stop(1);
}

/** The Playground reads its people and channels from a file in its working directory, and leaves its logs there. */
function startPlayground(port: number, endpoint: string): ChildProcess {
  const folder = join(config.store.kind === 'embedded' ? config.store.folder : './data', 'playground');
  mkdirSync(folder, { recursive: true });
  copyFileSync(dataFile('bot/playground.yml'), join(folder, '.m365agentsplayground.yml'));
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  return spawn(
    process.execPath,
    [cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      cwd: folder,
      // Its own group, so that Ctrl-C reaches the bot first and both end in order.
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', LC_ALL: 'nl_NL.UTF-8', TZ: 'Europe/Amsterdam' },
    },
  );
}

/** Whether the Playground can be opened within a minute; false at once when the demo stops. */
async function answers(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 300 && !isStopping; attempt += 1) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return !isStopping;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

async function firstFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 50; port += 1) if (await isFree(port)) return port;
  return from;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
