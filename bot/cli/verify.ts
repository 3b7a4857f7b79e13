import { readFile } from 'node:fs/promises';
import type { Head } from '../../services/besluiten/entry.ts';
import type { ExportVerdict } from '../../services/besluiten/verify.ts';
import { chainIn } from './everything.ts';
import { withRooms } from './open.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';

export interface VerifyOptions {
  /** `NUMBER:HASH` of an entry, as somebody kept it: shows a chain that was rewritten or cut off as a whole. */
  readonly head?: string;
  readonly json?: boolean;
}

/** `verify`: the chain of the besluitenregister, in an export or, without a file, in the store itself. */
export async function runVerify(
  file: string | undefined,
  options: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { verifyExport, verifyExportText } = await import('../../services/besluiten/verify.ts');
  const head = options.head === undefined ? undefined : readHead(options.head);
  if (head === 'wrong') {
    terminal.say(cliTexts.notAHead);
    return 1;
  }
  if (file === undefined) {
    return withRooms(terminal, async ({ besluiten }) => {
      const whole = await (await besluiten()).exportChain();
      return tell(verifyExport(whole, head), options, terminal);
    });
  }
  const text = await readText(file);
  if (text === undefined) {
    terminal.say(cliTexts.unreadable(file));
    return 1;
  }
  return tell(verifyExportText(chainIn(text), head), options, terminal);
}

function readHead(text: string): Head | 'wrong' {
  const [, number, hash] = /^(\d{1,9}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  return number === undefined || hash === undefined
    ? 'wrong'
    : { volgnummer: Number(number), hash: hash.toLowerCase() };
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function tell(verdict: ExportVerdict, options: VerifyOptions, terminal: Terminal): ExitCode {
  if (options.json === true) terminal.out(JSON.stringify(verdict));
  for (const line of sentences(verdict)) terminal.say(line);
  return verdict.kind === 'sound' ? 0 : 1;
}

function sentences(verdict: ExportVerdict): readonly string[] {
  switch (verdict.kind) {
    case 'sound':
      return [
        cliTexts.intact(verdict.count),
        ...(verdict.count === 0 ? [] : [cliTexts.head(verdict.head.volgnummer, verdict.head.hash)]),
        ...(verdict.erased === 0 ? [] : [cliTexts.erased(verdict.erased)]),
      ];
    case 'broken':
      return [cliTexts.broken(verdict.at, verdict.identificatie, cliTexts.breakReasons[verdict.reason])];
    case 'rewritten':
      return [cliTexts.rewritten(verdict.at)];
    case 'truncated':
      return [cliTexts.truncated(verdict.count, verdict.expected)];
    case 'malformed':
      return [cliTexts.notAnExport];
  }
}
