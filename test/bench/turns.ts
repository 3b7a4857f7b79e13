import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBot } from './bot-process.ts';
import { startCountingConnector } from './counting-connector.ts';
import { connections, createLoad, type Load, type Round } from './load.ts';
import { fillRegister } from './national-register.ts';
import { atLeast, number, type Row } from './rows.ts';
import { median, percentile } from './statistics.ts';

/**
 * Whole turns over HTTP: an echo bot on the same libraries beside Ketenregie, each in its own process, in turns (A B A B), so that
 * whatever else the machine does weighs on both.
 */
export interface TurnOptions {
  readonly pairs: number;
  readonly seconds: number;
}

interface Lane {
  readonly name: string;
  readonly bot: BotProcess;
  readonly question: string;
  readonly rounds: Round[];
  /** Processor time of the bot for one turn, ms, per round. */
  readonly processor: number[];
  bytes: number;
  /** What was promised for this question, given the turns per second in relation to the echo bot. */
  readonly promised: (ratio: number) => Row['bar'];
}

const nothing = (): undefined => undefined;

const listQuestion = "welke dvo's verlopen dit jaar";

export async function measureTurns(options: TurnOptions): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ketenregie-bench-'));
  const connector = await startCountingConnector();
  const load = createLoad(connector);
  const bots: BotProcess[] = [];
  try {
    const { description, question } = await fillRegister(folder);
    const echo = await startBot([join(import.meta.dirname, 'echo-bot.mjs')], folder, {});
    bots.push(echo);
    const main = join(import.meta.dirname, '../../dist/bot/main.js');
    const ours = await startBot([main], folder, {
      ...{ LOCAL_MODE: '1', PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, MONGODB_URI: '' },
    });
    bots.push(ours);
    const lanes: readonly Lane[] = [
      { name: 'echobot', bot: echo, question, rounds: [], processor: [], bytes: 0, promised: nothing },
      {
        name: 'samenwerkingsverbanden',
        bot: ours,
        question,
        rounds: [],
        processor: [],
        bytes: 0,
        promised: (ratio) => atLeast(0.85, ratio),
      },
      { name: 'dvo-lijst', bot: ours, question: listQuestion, rounds: [], processor: [], bytes: 0, promised: nothing },
    ];
    for (const lane of lanes) {
      await load.turn(lane.bot.address, lane.question);
      lane.bytes = Buffer.byteLength(connector.lastBody());
      await load.warmUp(lane.bot.address, lane.question);
    }
    for (let pair = 0; pair < options.pairs; pair += 1) {
      // Back and forth, so that a machine that slows down favours neither.
      for (const lane of pair % 2 === 0 ? lanes : lanes.toReversed()) await runRound(lane, load, options.seconds);
    }
    return [
      ...lanes.flatMap((lane) => rowsOf(lane, lanes[0], description)),
      { subject: subject(description), measure: 'start: echobot, ms', value: number(echo.startMs) },
      { subject: subject(description), measure: 'start: Ketenregie, ms', value: number(ours.startMs) },
      { subject: subject(description), measure: 'geheugen na de last: echobot, MB', value: number(echo.memoryMb()) },
      { subject: subject(description), measure: 'geheugen na de last: Ketenregie, MB', value: number(ours.memoryMb()) },
    ];
  } finally {
    load.stop();
    await Promise.all(bots.map((bot) => bot.stop()));
    await connector.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runRound(lane: Lane, load: Load, seconds: number): Promise<void> {
  const before = lane.bot.processorMs();
  const round = await load.round(lane.bot.address, lane.question, seconds);
  const after = lane.bot.processorMs();
  lane.rounds.push(round);
  if (before !== undefined && after !== undefined) lane.processor.push((after - before) / round.durations.length);
}

const subject = (description: string): string =>
  `Beurten over HTTP, ${connections} verbindingen, ${description} (om en om gemeten)`;

function rowsOf(lane: Lane, echo: Lane | undefined, description: string): readonly Row[] {
  const durations = lane.rounds.flatMap((round) => round.durations);
  const row = (measure: string, value: string, bar?: Row['bar']): Row => ({
    subject: subject(description),
    measure: `${lane.name}: ${measure}`,
    value,
    ...(bar !== undefined && { bar }),
  });
  const rows = [
    row('beurten per seconde (mediaan)', number(median(lane.rounds.map((round) => round.turnsPerSecond)))),
    row('p50 / p99, ms', `${number(percentile(durations, 0.5))} / ${number(percentile(durations, 0.99))}`),
    row('rekentijd van de bot per beurt, ms', number(median(lane.processor))),
    row('bericht aan de connector, bytes', number(lane.bytes)),
  ];
  if (echo === undefined || lane === echo) return rows;
  const ratios = lane.rounds.map((round, at) => round.turnsPerSecond / (echo.rounds[at]?.turnsPerSecond ?? Number.NaN));
  const ratio = median(ratios);
  const costs = lane.processor.map((cost, at) => cost / (echo.processor[at] ?? Number.NaN));
  return [
    ...rows,
    row('beurten per seconde, ten opzichte van de echobot (mediaan per paar)', number(ratio), lane.promised(ratio)),
    row('rekentijd, ten opzichte van de echobot (mediaan per paar)', number(median(costs))),
  ];
}
