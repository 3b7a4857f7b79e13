import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { CommanderError } from 'commander';
import { systemClock } from '../services/clock.ts';
import { Fault } from '../services/fault.ts';
import { commanderSentence, createProgram } from './cli/program.ts';
import type { ExitCode, Terminal } from './cli/terminal.ts';
import { cliTexts, faultSentence } from './cli/texts.ts';
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
    const onSignal = (): void => stop();
    process.on('SIGINT', onSignal);
    return () => void process.off('SIGINT', onSignal);
  },
};

/** Whatever is thrown becomes one Dutch sentence and a reference; never a stack. */
function explain(error: unknown): void {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0 && error.code !== 'commander.help') terminal.say(commanderSentence(error));
    return;
  }
  const fault = error instanceof Fault ? error : new Fault('house-unexpected', 'never', 'unexpected', { cause: error });
  terminal.say(cliTexts.fault(faultSentence(fault), randomBytes(3).toString('hex'), fault.code));
}

// A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

let code: ExitCode = 0;
try {
  await createProgram(terminal, (outcome) => {
    code = outcome;
  }).parseAsync(process.argv);
} catch (error) {
  explain(error);
  code = error instanceof CommanderError && error.exitCode === 0 ? 0 : 1;
}
process.exitCode = code;
