import { exportForm } from '../../services/besluiten/export-form.ts';
import type { RestoreOutcome } from '../../services/besluiten/restore.ts';
import { cliTexts } from './texts.ts';

/** The besluiten of an export on their way back (CONTRACT §2), for the command `import`. */

/** The chain that these bytes of a JSON file hold; undefined for any other file. */
export function chainOf(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const isChain = typeof value === 'object' && value !== null && 'formaat' in value && value.formaat === exportForm;
    return isChain ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What became of it, as one sentence. */
export function chainSentence(outcome: RestoreOutcome, dryRun: boolean): string {
  switch (outcome.kind) {
    case 'restored':
      return cliTexts.chainRestored(outcome.read, outcome.added, dryRun);
    case 'unsound':
      return cliTexts.chainUnsound;
    case 'strange':
      return cliTexts.chainStrange(outcome.at);
    case 'other':
      return cliTexts.chainOther(outcome.at);
  }
}
