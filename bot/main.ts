import { readConfig } from './config.ts';
import { type House, openHouse } from './house.ts';
import { createLog } from './log.ts';
import { startFault } from './start-fault.ts';

/** `npm start`: the bot alone, as in production. */
const outcome = readConfig(process.env);
if (outcome.kind === 'refused') {
  process.stderr.write(`${outcome.sentence}\n`);
  process.exit(1);
}
const { config } = outcome;
const log = createLog({ level: config.logLevel });

let house: House;
try {
  house = await openHouse(config, log);
} catch (error) {
  log.fault(error);
  process.stderr.write(`${startFault(error, config.port)}\n`);
  process.exit(1);
}
log.event('started', { port: Number(new URL(house.address).port) });

/** A turn may take as long as its slowest call out; whoever stops us usually gives half a minute. */
const longestStopMs = 25_000;

let isStopping = false;
const stop = async (signal: string): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  log.event('stopping', { code: signal.toLowerCase() });
  setTimeout(() => {
    log.warn('stopped-before-done');
    process.exit(1);
  }, longestStopMs).unref();
  try {
    await house.stop();
    log.event('stopped');
  } catch (error) {
    log.fault(error);
    process.exitCode = 1;
  }
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
