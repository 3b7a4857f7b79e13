import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RestoreOutcome } from '../../services/besluiten/restore.ts';
import { Fault } from '../../services/fault.ts';
import { recesKeeper } from '../../services/reces/keep-rows.ts';
import type { DryRun } from '../../services/register/import/dry-run.ts';
import type { ImportDeps } from '../../services/register/import/import-deps.ts';
import type { ImportReport, Rejection, Unreadable } from '../../services/register/import/report.ts';
import { importTexts } from '../../services/register/import/texts.ts';
import type { Progress } from '../../services/register/import/write-batches.ts';
import { splitEverything } from './everything.ts';
import { chainOf, chainSentence } from './import-chain.ts';
import { readNow } from './moment.ts';
import { type Rooms, withRooms } from './open.ts';
import { openProgress, type ProgressBar } from './progress.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly now?: string;
}

interface SourceFile {
  readonly path: string;
  /** Absent: it could not be opened. */
  readonly bytes?: Uint8Array;
}

/** What became of one file. `stopped`: the person pressed Ctrl-C; the batches before it are stored. */
type FileOutcome =
  | ImportReport
  | Unreadable
  | { readonly kind: 'unopened' }
  | ({ readonly kind: 'stopped' } & Progress)
  | { readonly kind: 'besluiten'; readonly outcome: RestoreOutcome; readonly dryRun: boolean };

/** `import`: regelingen, afspraken or recessen from files, and the besluitenregister from an export. A row that is wrong never stops the others. */
export function runImport(paths: readonly string[], options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  return withRooms(terminal, async (rooms) => {
    const { config, store, register } = rooms;
    const moment = readNow(options.now, terminal.clock, config.timeZone);
    if (moment === undefined) {
      terminal.say(cliTexts.notAMoment);
      return 1;
    }
    const files = (await Promise.all(paths.map(openFile))).flatMap(partsOfEverything).sort(regelingenFirst);
    const by = 'opdrachtregel';
    const deps: ImportDeps = {
      register: await register(),
      clock: moment.clock,
      timeZone: config.timeZone,
      by,
      recessen: recesKeeper(store, config.timeZone, { door: by, op: moment.clock.now() }),
    };
    const dryRun = options.dryRun === true ? await startDryRun() : undefined;
    const outcomes: (readonly [string, FileOutcome])[] = [];
    for (const file of files) {
      const ofFile = await importOne(file, deps, dryRun, rooms, terminal);
      for (const outcome of ofFile) {
        outcomes.push([file.path, outcome]);
        tell(file.path, outcome, terminal);
      }
      if (ofFile.some(({ kind }) => kind === 'stopped')) break;
    }
    if (options.json === true) terminal.out(JSON.stringify(jsonOf(outcomes)));
    return exitCodeOf(outcomes.map(([, outcome]) => outcome));
  });
}

async function openFile(path: string): Promise<SourceFile> {
  try {
    return { path, bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { path };
    throw error;
  }
}

/** An export of everything holds several files: its verbanden, its afspraken and more. */
function partsOfEverything(file: SourceFile): readonly SourceFile[] {
  const parts = file.bytes === undefined || !isJson(file) ? undefined : splitEverything(file.bytes);
  return parts === undefined ? [file] : parts.map((bytes) => ({ path: file.path, bytes }));
}

const isJson = ({ path }: SourceFile): boolean => path.toLowerCase().endsWith('.json');

/** Afspraken name verbanden, so a CSV of regelingen goes before it, in whatever order the files were given. */
function regelingenFirst(left: SourceFile, right: SourceFile): number {
  const rank = ({ bytes }: SourceFile): number =>
    bytes !== undefined && Buffer.from(bytes.subarray(0, 400)).toString('latin1').includes('regeling_id') ? 0 : 1;
  return rank(left) - rank(right);
}

async function startDryRun(): Promise<DryRun> {
  const { DryRun } = await import('../../services/register/import/dry-run.ts');
  return new DryRun();
}

async function importOne(
  file: SourceFile,
  deps: ImportDeps,
  dryRun: DryRun | undefined,
  rooms: Rooms,
  terminal: Terminal,
): Promise<readonly FileOutcome[]> {
  if (file.bytes === undefined) return [{ kind: 'unopened' }];
  const chain = isJson(file) ? chainOf(file.bytes) : undefined;
  if (chain !== undefined) {
    const besluiten = await rooms.besluiten();
    const isDry = dryRun !== undefined;
    return [{ kind: 'besluiten', outcome: await besluiten.restoreChain(chain, { dryRun: isDry }), dryRun: isDry }];
  }
  const { importSheets } = await import('../../services/register/import/import-file.ts');
  const bar = openProgress(terminal);
  const stopListening = terminal.onInterrupt(() => bar.stopAfterBatch());
  try {
    const source = { name: basename(file.path), bytes: file.bytes };
    const onProgress = (progress: Progress): void => bar.advance(progress);
    return await importSheets(source, deps, { ...(dryRun !== undefined && { dryRun }), onProgress });
  } catch (error) {
    return [stoppedOutcome(error, bar)];
  } finally {
    stopListening();
    bar.close();
  }
}

function stoppedOutcome(error: unknown, bar: ProgressBar): FileOutcome {
  if (error instanceof Fault && error.code === 'cli-interrupted') return { kind: 'stopped', ...bar.reached };
  throw error;
}

const shownRejections = 20;
const texts = importTexts.nl;

function tell(path: string, outcome: FileOutcome, terminal: Terminal): void {
  terminal.say(outcome.kind === 'unopened' ? cliTexts.unreadable(path) : `${basename(path)}: ${summary(outcome)}`);
  if (outcome.kind !== 'imported') return;
  tellRejections(outcome, terminal);
  for (const notice of outcome.notices) terminal.say(`  ${texts.notice(notice)}`);
}

function summary(outcome: Exclude<FileOutcome, { kind: 'unopened' }>): string {
  switch (outcome.kind) {
    case 'stopped':
      return cliTexts.interrupted(outcome.done, outcome.total);
    case 'unreadable':
      return texts.unreadable(outcome);
    case 'imported':
      return texts.summary(outcome);
    case 'besluiten':
      return chainSentence(outcome.outcome, outcome.dryRun);
  }
}

function tellRejections({ rejected }: ImportReport, terminal: Terminal): void {
  if (rejected.length === 0) return;
  terminal.say(cliTexts.rejectedCount(rejected.length));
  for (const rejection of rejected.slice(0, shownRejections)) {
    terminal.say(`  ${texts.rejection(rejection.row, rejection)}`);
  }
  if (rejected.length > shownRejections) terminal.say(`  ${cliTexts.moreRejected(rejected.length - shownRejections)}`);
}

/** The counts of all files together; with more than one file, those of each as well. */
function jsonOf(outcomes: readonly (readonly [string, FileOutcome])[]): object {
  const reports = outcomes.flatMap(([, outcome]) => countsOf(outcome) ?? []);
  const sum = (key: 'read' | 'added' | 'changed' | 'unchanged'): number =>
    reports.reduce((total, report) => total + report[key], 0);
  const totals = {
    read: sum('read'),
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    rejected: reports.flatMap(({ rejected }) => rejected.map(rejectionJson)),
    notices: reports.flatMap(({ notices }) => notices),
  };
  return { ...totals, files: outcomes.map(([file, outcome]) => ({ file, ...fileJson(outcome) })) };
}

type Counts = Pick<ImportReport, 'read' | 'added' | 'changed' | 'unchanged' | 'rejected' | 'notices'>;

/** Undefined: nothing of it was taken in. */
function countsOf(outcome: FileOutcome): Counts | undefined {
  if (outcome.kind === 'imported') return outcome;
  if (outcome.kind !== 'besluiten' || outcome.outcome.kind !== 'restored') return undefined;
  const { read, added } = outcome.outcome;
  return { read, added, changed: 0, unchanged: read - added, rejected: [], notices: [] };
}

function fileJson(outcome: FileOutcome): object {
  const counts = countsOf(outcome);
  if (counts !== undefined) {
    const form = outcome.kind === 'imported' ? outcome.form : outcome.kind;
    return { form, read: counts.read, rejected: counts.rejected.length };
  }
  const hasReason = outcome.kind === 'unreadable' || outcome.kind === 'besluiten';
  return { notDone: outcome.kind, ...(hasReason ? { reason: summary(outcome) } : {}) };
}

/** `reason` is for people, with the nearest names; `problem` is the stable word for programs. */
const rejectionJson = (rejection: Rejection): object => ({
  row: rejection.row,
  column: rejection.column,
  value: rejection.value,
  reason: texts.rejection(rejection.row, rejection),
  problem: rejection.reason,
  ...(rejection.nearest === undefined ? {} : { nearest: rejection.nearest }),
});

/** 0: all of it; 2: part of it; 1: nothing at all. */
function exitCodeOf(outcomes: readonly FileOutcome[]): ExitCode {
  const isWhole = (outcome: FileOutcome): boolean => countsOf(outcome)?.rejected.length === 0;
  const isPart = (outcome: FileOutcome): boolean => {
    if (outcome.kind === 'stopped') return outcome.done > 0;
    const counts = countsOf(outcome);
    return counts !== undefined && (counts.read === 0 || counts.rejected.length < counts.read);
  };
  if (outcomes.every(isWhole)) return 0;
  return outcomes.some(isPart) ? 2 : 1;
}
