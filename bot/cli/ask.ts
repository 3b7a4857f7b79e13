import type { Language } from '../../services/taal/language.ts';
import type { Answer } from '../../services/vragen/answer-types.ts';
import { createEngine, type Engine, type Memory, type Remembered } from '../../services/vragen/engine.ts';
import { openNotities } from '../../services/vragen/notes.ts';
import { type Moment, readNow } from './moment.ts';
import { type Rooms, withRooms } from './open.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';

export interface AskOptions {
  readonly json?: boolean;
  readonly now?: string;
  /** E-mail address of the asker: `@ik` in a question. */
  readonly as?: string;
  /** Where the sentence does not show its language. */
  readonly lang?: Language;
}

/** `ask`: the engine of the chat, from the command line. Whoever has the command line has the store, so nothing is hidden. */
export function runAsk(question: string | undefined, options: AskOptions, terminal: Terminal): Promise<ExitCode> {
  return withRooms(terminal, async (rooms) => {
    const moment = readNow(options.now, terminal.clock, rooms.config.timeZone);
    if (moment === undefined) {
      terminal.say(cliTexts.notAMoment);
      return 1;
    }
    const ask = conversation(await openEngine(rooms), options, moment);
    if (question !== undefined) {
      show(await ask(question), question, options, terminal);
      return 0;
    }
    if (terminal.isWatched) terminal.say(cliTexts.question);
    for await (const line of terminal.lines) {
      if (line.trim() === '') ask.startAnew();
      else show(await ask(line), line, options, terminal);
    }
    return 0;
  });
}

async function openEngine({ register, besluiten, store }: Rooms): Promise<Engine> {
  const turns = new Map<string, Remembered>();
  const memory: Memory = {
    recall: async (thread) => turns.get(thread),
    remember: async (thread, turn) => {
      turns.set(thread, turn);
    },
  };
  return createEngine({
    register: await register(),
    besluiten: await besluiten(),
    memory,
    notities: openNotities(store),
  });
}

interface Conversation {
  (text: string): Promise<Answer>;
  /** The next question follows on nothing. */
  startAnew(): void;
}

function conversation(engine: Engine, options: AskOptions, { clock, today }: Moment): Conversation {
  let thread = 1;
  const viewer = { verbanden: 'alle', ...(options.as === undefined ? {} : { email: options.as }) } as const;
  const ask = (text: string): Promise<Answer> =>
    engine.ask(text, {
      thread: String(thread),
      viewer,
      today,
      now: clock.now(),
      language: options.lang ?? 'nl',
    });
  return Object.assign(ask, {
    startAnew: (): void => {
      thread += 1;
    },
  });
}

/** One object a line for programs, the text for people. */
function show(answer: Answer, question: string, options: AskOptions, terminal: Terminal): void {
  const { reading, codes, total } = answer;
  const text = answer.content.kind === 'handeling' ? actionText(answer) : answer.text;
  if (options.json !== true) {
    terminal.out(`${text}\n`);
    return;
  }
  const { lang, intent, filter } = reading;
  terminal.out(JSON.stringify({ text: question, lang, intent, filter, codes, total, answer: text }));
}

/** What would change something is done in Teams, where it is known who does it. */
const actionText = ({ understood, reading }: Answer): string =>
  [understood, cliTexts.actionOnly(reading.intent)].filter((line) => line !== '').join('\n');
