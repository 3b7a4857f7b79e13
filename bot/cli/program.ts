import { Command, type CommanderError, Option } from 'commander';
import type { AskOptions } from './ask.ts';
import type { CalendarOptions } from './calendar.ts';
import { type ExportOptions, exportChoices } from './export-options.ts';
import type { ImportOptions } from './import.ts';
import type { RemindersOptions } from './reminders.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';
import type { VerifyOptions } from './verify.ts';

/** The commands of CONTRACT §2: their words, options and help. What they do is in the file of each, loaded when it is called. */

const languages = ['nl', 'en', 'fy'];

/**
 * The program, ready to parse.
 *
 * @param finish receives the exit code of the command that ran
 */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command('ketenregie');
  inDutch(program.description(cliTexts.about).usage(cliTexts.usage), terminal);
  program.helpCommand('help [opdracht]', cliTexts.helpCommand);
  const command = (name: string, about: string): Command =>
    inDutch(program.command(name).description(about), terminal)
      .option('--json', cliTexts.jsonOption)
      .option('--now <datum>', cliTexts.nowOption);

  command('import', cliTexts.importAbout)
    .argument('<bestand...>', cliTexts.importFiles)
    .option('--dry-run', cliTexts.dryRunOption)
    .action(async (files: string[], options: ImportOptions) => {
      const { runImport } = await import('./import.ts');
      finish(await runImport(files, options, terminal));
    });
  command('export', cliTexts.exportAbout)
    .argument('<bestand>', cliTexts.exportFile)
    .addOption(new Option('--what <wat>', cliTexts.whatOption).choices(exportChoices).makeOptionMandatory())
    .action(async (file: string, options: ExportOptions) => {
      const { runExport } = await import('./export.ts');
      finish(await runExport(file, options, terminal));
    });
  command('ask', cliTexts.askAbout)
    .argument('[vraag]', cliTexts.askQuestion)
    .option('--as <e-mail>', cliTexts.asOption)
    .addOption(new Option('--lang <taal>', cliTexts.langOption).choices(languages))
    .action(async (question: string | undefined, options: AskOptions) => {
      const { runAsk } = await import('./ask.ts');
      finish(await runAsk(question, options, terminal));
    });
  command('reminders', cliTexts.remindersAbout)
    .option('--from <datum>', cliTexts.fromOption)
    .option('--to <datum>', cliTexts.toOption)
    .action(async (options: RemindersOptions) => {
      const { runReminders } = await import('./reminders.ts');
      finish(await runReminders(options, terminal));
    });
  command('calendar', cliTexts.calendarAbout)
    .requiredOption('--year <jaar>', cliTexts.yearOption)
    .option('--verband <naam>', cliTexts.verbandOption)
    .action(async (options: CalendarOptions) => {
      const { runCalendar } = await import('./calendar.ts');
      finish(await runCalendar(options, terminal));
    });
  command('verify', cliTexts.verifyAbout)
    .argument('[uitvoer]', cliTexts.verifyFile)
    .option('--head <nummer:kenmerk>', cliTexts.headOption)
    .action(async (file: string | undefined, options: VerifyOptions) => {
      const { runVerify } = await import('./verify.ts');
      finish(await runVerify(file, options, terminal));
    });
  return program;
}

/** Dutch headings and help option; errors are thrown, so that {@link commanderSentence} words them. */
function inDutch(command: Command, terminal: Terminal): Command {
  return command
    .helpOption('-h, --help', cliTexts.helpOption)
    .configureHelp({
      styleTitle: (title) => cliTexts.headings[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[opties]'),
      styleSubcommandTerm: (term) => term.replace('[options]', '[opties]'),
      optionDescription: (option) => option.description,
    })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.say(text.trimEnd()),
      outputError: () => undefined,
    })
    .exitOverride();
}

/** What went wrong in the words on the command line, as one Dutch sentence. */
export function commanderSentence(error: CommanderError): string {
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownCommand':
      return cliTexts.unknownCommand(quoted);
    case 'commander.unknownOption':
      return cliTexts.unknownOption(quoted);
    case 'commander.missingArgument':
      return cliTexts.missingArgument(quoted);
    case 'commander.missingMandatoryOptionValue':
      return cliTexts.missingOption(quoted);
    case 'commander.optionMissingArgument':
      return cliTexts.missingValue(quoted);
    case 'commander.invalidArgument': {
      const [, choices = ''] = /choices are (.*)\.$/.exec(error.message) ?? [];
      return cliTexts.wrongChoice(quoted, choices);
    }
    case 'commander.excessArguments':
      return cliTexts.tooMany;
    default:
      return cliTexts.wrongUse;
  }
}
