import { parseArgs } from 'node:util';
import { stopMongo } from '../servers/mongo-server.ts';
import type { Fault, FaultOutcome } from './fault.ts';

/**
 * `npm run test:faults [-- --short] [--seed N] [--only name] [--runs N]`: brings every fault upon the bot and prints one table.
 * Exit 1 when a bar is not met.
 */
/** Loaded one by one, so that `--only` waits for nothing else. */
const faults: Readonly<Record<string, () => Promise<Fault>>> = {
  'killed-process': async () => (await import('./killed-process.ts')).killedProcess,
  'stopped-process': async () => (await import('./stopped-process.ts')).stoppedProcess,
  'lost-answers': async () => (await import('./lost-answers.ts')).lostAnswers,
  'busy-connector': async () => (await import('./busy-connector.ts')).busyConnector,
  'busy-http': async () => (await import('./busy-http.ts')).busyHttp,
  downtime: async () => (await import('./downtime.ts')).downtime,
  escalations: async () => (await import('./escalations.ts')).escalations,
  'store-away': async () => (await import('./store-away.ts')).storeAway,
  'civil-time': async () => (await import('./civil-time.ts')).civilTime,
  'wrong-clocks': async () => (await import('./wrong-clocks.ts')).wrongClocks,
  'arbitrary-texts': async () => (await import('./arbitrary-texts.ts')).arbitraryTextsFault,
  'kill-import': async () => (await import('./kill-import.ts')).killImport,
  'button-deliveries': async () => (await import('./button-deliveries.ts')).buttonDeliveries,
  'repeated-presses': async () => (await import('./repeated-presses.ts')).repeatedPresses,
};

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    only: { type: 'string', multiple: true },
    runs: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const chosen = Object.keys(faults).filter((name) => values.only?.includes(name) ?? true);

interface Row {
  readonly fault: Fault;
  readonly runs: number;
  readonly outcome: FaultOutcome;
  readonly seconds: number;
}

async function bring(fault: Fault): Promise<Row> {
  const runs = Number(values.runs ?? fault.runs[values.short ? 'short' : 'long']);
  const started = performance.now();
  process.stderr.write(`${fault.name} …\n`);
  const outcome = await fault.run(runs, seed).catch((error: unknown): FaultOutcome => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { isMet: false, result: 'broke off', failures: text.split('\n') };
  });
  return { fault, runs, outcome, seconds: (performance.now() - started) / 1000 };
}

const mostFailures = 8;

function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['fault', 'runs', 'bar', 'result', 'seed', 's'],
    ...rows.map(({ fault, runs, outcome, seconds }) => [
      fault.title,
      String(runs),
      fault.bar,
      `${outcome.isMet ? 'met' : 'NOT MET'}: ${outcome.result}`,
      String(seed),
      seconds.toFixed(0),
    ]),
  ];
  const lines = cells.map((row) => `| ${row.join(' | ')} |`);
  return [lines[0], `|${cells[0]?.map(() => '---').join('|')}|`, ...lines.slice(1)].join('\n');
}

if (chosen.length === 0) {
  process.stderr.write(`no such fault; there are: ${Object.keys(faults).join(', ')}\n`);
  process.exit(1);
}
const rows: Row[] = [];
for (const name of chosen) {
  const fault = await faults[name]?.();
  if (fault === undefined) continue;
  const row = await bring(fault);
  process.stderr.write(
    `  ${row.outcome.isMet ? 'met' : 'NOT MET'} in ${row.seconds.toFixed(0)} s: ${row.outcome.result}\n`,
  );
  rows.push(row);
}
process.stdout.write(`${tableOf(rows)}\n`);
for (const { fault, outcome } of rows) {
  for (const line of outcome.failures?.slice(0, mostFailures) ?? []) process.stdout.write(`${fault.name}: ${line}\n`);
}
await stopMongo();
process.exit(rows.every(({ outcome }) => outcome.isMet) ? 0 : 1);
