import { randomBytes } from 'node:crypto';
import { CommanderError } from 'commander';
import { Fault } from '../../services/fault.ts';
import { commanderSentence, createProgram } from './program.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { cliTexts, faultSentence } from './texts.ts';

/**
 * Runs one command line and gives its exit code. Whatever is thrown becomes one Dutch sentence with a reference; never a stack.
 *
 * @param words what stands behind `ketenregie`
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(terminal, (outcome) => {
    code = outcome;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return misused(error, terminal);
    const fault =
      error instanceof Fault ? error : new Fault('house-unexpected', 'never', 'unexpected', { cause: error });
    const reference = randomBytes(3).toString('hex');
    terminal.say(cliTexts.fault(faultSentence(fault), reference, fault.code));
    await logForOperator(error, reference, terminal);
    return 1;
  }
}

/** With LOG_LEVEL=debug or trace the cause follows as the JSON line that the bot would log; otherwise a person sees one sentence. */
async function logForOperator(error: unknown, reference: string, terminal: Terminal): Promise<void> {
  const level = terminal.env.LOG_LEVEL?.trim();
  if (level !== 'debug' && level !== 'trace') return;
  const { createLog } = await import('../log.ts');
  createLog({ level, destination: { write: (line) => terminal.say(line.trimEnd()) } }).fault(error, { reference });
}

/** Help that was asked for is no mistake; no command at all gives the help and 1. */
function misused(error: CommanderError, terminal: Terminal): ExitCode {
  if (error.exitCode === 0) return 0;
  if (error.code !== 'commander.help') terminal.say(commanderSentence(error));
  return 1;
}
