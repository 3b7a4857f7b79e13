import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from '../../bot/cli/terminal.ts';
import { fixedClock } from '../../services/clock.ts';

/** A terminal that remembers what was said, in a data folder of its own. */
export interface FakeTerminal extends Terminal {
  readonly output: string[];
  readonly messages: string[];
  readonly folder: string;
  /** What a person does who presses Ctrl-C; does nothing while nobody listens. */
  interrupt(): void;
  json(): unknown;
}

export function fakeTerminal(options: { readonly folder: string; readonly typed?: readonly string[] }): FakeTerminal {
  const output: string[] = [];
  const messages: string[] = [];
  const listening = new Set<() => void>();
  return {
    output,
    messages,
    folder: options.folder,
    out: (line) => void output.push(line),
    say: (line) => void messages.push(line),
    get lines() {
      return typedLines(options.typed ?? []);
    },
    env: { DATA_DIR: join(options.folder, 'data') },
    clock: fixedClock(Date.parse('2026-11-23T10:00:00Z')),
    isWatched: false,
    onInterrupt: (stop) => {
      listening.add(stop);
      return () => void listening.delete(stop);
    },
    interrupt: () => {
      for (const stop of listening) stop();
    },
    json: () => JSON.parse(output.join('\n')),
  };
}

async function* typedLines(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'ketenregie-cli-'));
export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
