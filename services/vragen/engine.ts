import type { CivilDate } from '../kalender/civil-date.ts';
import type { Register } from '../register/register.ts';
import { begrip } from '../taal/begrippen.ts';
import type { Language } from '../taal/language.ts';
import type { Viewer } from '../toegang/scope.ts';
import { answerReading } from './answer.ts';
import { type BesluitFinder, type PreviousAnswer, shownBy } from './answer-parts.ts';
import type { Answer } from './answer-types.ts';
import { describeReading } from './describe.ts';
import { createReader, type Reader } from './reader.ts';
import type { Reading } from './reading.ts';

/**
 * One engine for chat, command line and everything later: a sentence in, an answer out, follow-ups included. Reads the register
 * as it is at the moment of the question, also when another process changed it.
 */
export interface Engine {
  /** Reads and answers; remembers both for the next question of this person in this thread. */
  ask(text: string, asker: Asker): Promise<Answer>;
  /** Answers a reading that is known already: another page, a choice made with a button. Remembers it as well. */
  answer(reading: Reading, asker: Asker): Promise<Answer>;
}

export interface Asker {
  /** Same person, same thread; a key without names in it. */
  readonly thread: string;
  readonly viewer: Viewer;
  readonly today: CivilDate;
  /** Instant of the question, epoch ms: what was remembered long before it is forgotten. */
  readonly now: number;
  /** Where the sentence does not show its language. */
  readonly language: Language;
}

/** What is kept of a turn for the one that follows it. */
export interface Remembered {
  readonly reading: Reading;
  readonly previous: PreviousAnswer;
}

/** Where turns are kept between questions: `conversation.ts` in the store for the chat, a map for one run of the command line. */
export interface Memory {
  recall(thread: string, now: number): Promise<Remembered | undefined>;
  remember(thread: string, turn: Remembered, now: number): Promise<void>;
}

export function createEngine(parts: {
  readonly register: Register;
  readonly besluiten: BesluitFinder;
  readonly memory: Memory;
}): Engine {
  const { register, besluiten, memory } = parts;
  let current: { readonly names: ReturnType<Register['names']>; readonly reader: Reader } | undefined;
  const readerOf = (): Reader => {
    const names = register.names();
    if (current?.names !== names) current = { names, reader: createReader({ names }) };
    return current.reader;
  };

  const finish = async (reading: Reading, asker: Asker, before: Remembered | undefined): Promise<Answer> => {
    const answer = await answerReading(reading, {
      view: register.view(),
      names: register.names(),
      besluiten,
      past: register,
      viewer: asker.viewer,
      today: asker.today,
      describe: describeReading,
      explain: (term, language) => {
        const found = begrip(term, language);
        return found === undefined ? undefined : `${found.zin} ${found.bron}`;
      },
      ...(before !== undefined && { previous: before.previous }),
    });
    await memory.remember(asker.thread, { reading, previous: shownBy(answer) }, asker.now);
    return answer;
  };

  return {
    ask: async (text, asker) => {
      const [before] = await Promise.all([memory.recall(asker.thread, asker.now), register.refresh()]);
      const reading = readerOf().read(text, {
        today: asker.today,
        lang: asker.language,
        ...(before !== undefined && { previous: before.reading }),
      });
      return finish(reading, asker, before);
    },
    answer: async (reading, asker) => {
      await register.refresh();
      return finish(reading, asker, undefined);
    },
  };
}
