import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../services/fault.ts';
import { dataFile } from '../services/package-root.ts';
import { type AppPackage, appPackage, zipPackage } from './build-package.ts';
import { buildTexts } from './build-texts.ts';
import { packageProblems } from './build-validate.ts';
import { requestedPermissions } from './permissions.ts';
import { readSettings } from './settings.ts';

/** Where the command writes: results on `out`, sentences for people on `say`. */
export interface BuildTerminal {
  readonly out: (line: string) => void;
  readonly say: (line: string) => void;
}

export interface BuildParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What follows `npm run manifest --`. */
  readonly words: readonly string[];
  /** Made when it is not there. */
  readonly folder: string;
  readonly terminal: BuildTerminal;
}

/** The version of Ketenregie: the app and the bot carry the same. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(dataFile('package.json'), 'utf8'));
  if (typeof content === 'object' && content !== null && 'version' in content && typeof content.version === 'string')
    return content.version;
  throw new Fault('manifest-no-version', 'never', 'package.json holds no version');
}

/** Makes `ketenregie-<version>.zip`. Exit code 0: written; 1: nothing was written, and each reason was said. */
export async function buildAppPackage(parts: BuildParts): Promise<0 | 1> {
  const { environment, words, folder, terminal } = parts;
  const outcome = readSettings(environment, words, packageVersion());
  if (outcome.kind === 'help') {
    terminal.out(buildTexts.help);
    return 0;
  }
  if (outcome.kind === 'refused') return refuse(outcome.sentences, terminal);
  const file = join(folder, `ketenregie-${outcome.settings.version}.zip`);
  const problems = await writeAppPackage(appPackage(outcome.settings), file);
  if (problems.length > 0) return refuse(problems, terminal);
  terminal.say(buildTexts.made(file));
  for (const { name, reason } of requestedPermissions) terminal.say(buildTexts.asks(name, reason));
  terminal.say(buildTexts.asksNoMore);
  if (outcome.examples.length > 0) terminal.say(buildTexts.examplesLeft(outcome.examples));
  return 0;
}

/** Writes the package if nothing is wrong with it; otherwise gives what is, in Dutch, and leaves the file as it was. */
export async function writeAppPackage(app: AppPackage, file: string): Promise<readonly string[]> {
  const problems = await packageProblems(app);
  if (problems.length > 0) return problems;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zipPackage(app));
  return [];
}

function refuse(sentences: readonly string[], { say }: BuildTerminal): 1 {
  say(buildTexts.notMade);
  for (const sentence of sentences) say(sentence);
  return 1;
}
