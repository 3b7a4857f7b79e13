import { fork } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../services/fault.ts';
import { build } from './national-register.ts';
import { heapMb } from './reminders.ts';
import { number, type Row, tableOf } from './rows.ts';
import { measureTurns } from './turns.ts';

/**
 * `npm run bench [-- --quick]`: measures what was promised about speed and prints one table. A number that misses its bar says
 * NOT and changes nothing else: what a machine does at one moment is no test.
 */
const quick = process.argv.includes('--quick');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The most that each part may keep, MB; a part that is not named here takes what it likes. */
const heapOf: Readonly<Record<string, number>> = { reminders: heapMb };

/** A part in its own process; rejects when that crashes. */
async function part(name: string): Promise<readonly Row[]> {
  const heap = heapOf[name];
  const execArgv = [...process.execArgv, ...(heap === undefined ? [] : [`--max-old-space-size=${heap}`])];
  const child = fork(join(import.meta.dirname, 'part.ts'), [name, ...(quick ? ['--quick'] : [])], { execArgv });
  let rows: readonly Row[] | undefined;
  child.on('message', (message: readonly Row[]) => {
    rows = message;
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0 || rows === undefined) throw new Fault('bench-part-crashed', 'never', `${name}: ${String(code)}`);
  return rows;
}

await build();
const processor = cpus()[0]?.model.trim() ?? 'onbekende processor';
const memory = number(totalmem() / 1024 ** 3);
say(`Ketenregie, meting van ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC${quick ? ' (kort)' : ''}`);
say(`Node ${process.version}, ${availableParallelism()} rekenkernen, ${processor}, ${memory} GB geheugen`);

const rows: Row[] = [...(await measureTurns(quick ? { pairs: 3, seconds: 1 } : { pairs: 7, seconds: 3 }))];
for (const name of ['questions', 'earlier-days', 'reminders', 'stores', 'imports']) rows.push(...(await part(name)));
say(tableOf(rows));
const missed = rows.filter(({ bar }) => bar?.met === false);
say(`\n${missed.length === 0 ? 'Alles haalt wat beloofd is.' : `Niet gehaald: ${missed.length}, hierboven met NOT.`}`);
