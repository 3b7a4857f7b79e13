import { createInterface } from 'node:readline';
import { systemClock } from '../services/clock.ts';
import { runCommandLine } from './cli/run.ts';
import type { Terminal } from './cli/terminal.ts';
import { processEnvironment } from './config.ts';

/** The command line, `ketenregie`: joins the process (streams, signals, environment) to the commands of cli/. */

const terminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
  get lines() {
    return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  },
  env: processEnvironment(),
  clock: systemClock,
  isWatched: process.stderr.isTTY === true,
  onInterrupt: (stop) => {
    process.on('SIGINT', stop);
    return () => void process.off('SIGINT', stop);
  },
};

// A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
