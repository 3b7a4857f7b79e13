import { SingleBar } from 'cli-progress';
import { Fault } from '../../services/fault.ts';
import type { Progress } from '../../services/register/import/write-batches.ts';
import type { Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';

/** Progress of an import: drawn on a terminal, remembered everywhere, and the place where Ctrl-C takes effect. */
export interface ProgressBar {
  /**
   * After each batch.
   * @throws Fault `cli-interrupted` once somebody asked to stop: between two batches nothing is half done
   */
  advance(progress: Progress): void;
  stopAfterBatch(): void;
  readonly reached: Progress;
  close(): void;
}

export function openProgress(terminal: Pick<Terminal, 'isWatched'>): ProgressBar {
  let reached: Progress = { done: 0, total: 0 };
  let stopping = false;
  let bar: SingleBar | undefined;
  return {
    get reached() {
      return reached;
    },
    advance: (progress) => {
      reached = progress;
      if (terminal.isWatched) {
        bar ??= startBar(progress.total);
        bar.setTotal(progress.total);
        bar.update(progress.done);
      }
      if (stopping) throw new Fault('cli-interrupted', 'later', 'stopped between two batches');
    },
    stopAfterBatch: () => {
      stopping = true;
    },
    close: () => bar?.stop(),
  };
}

function startBar(total: number): SingleBar {
  const bar = new SingleBar({ format: cliTexts.progress, stream: process.stderr, clearOnComplete: true });
  bar.start(total, 0);
  return bar;
}
