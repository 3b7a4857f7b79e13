import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureEarlierDays } from './earlier-days.ts';
import { measureImports } from './imports.ts';
import type { PartOptions } from './part-options.ts';
import { measureQuestions } from './questions.ts';
import { measureReminders } from './reminders.ts';
import type { Row } from './rows.ts';
import { measureStores } from './stores.ts';

/** One part of the benchmark, in a process of its own (started by run.ts) so that its memory and its garbage are its own. */
const parts: Readonly<Record<string, (options: PartOptions) => Promise<readonly Row[]>>> = {
  questions: measureQuestions,
  'earlier-days': measureEarlierDays,
  reminders: measureReminders,
  stores: measureStores,
  imports: measureImports,
};

const [name = '', ...flags] = process.argv.slice(2);
const measure = parts[name];
if (measure === undefined) throw new TypeError(`no such part: ${name}`);
const folder = await mkdtemp(join(tmpdir(), 'ketenregie-bench-'));
try {
  const rows = await measure({ quick: flags.includes('--quick'), folder });
  process.send?.(rows);
} finally {
  await rm(folder, { recursive: true, force: true });
}
