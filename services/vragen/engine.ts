import type { CivilDate } from '../kalender/civil-date.ts';
import type { Reces } from '../kalender/feestdagen.ts';
import type { Register } from '../register/register.ts';
import type { RegisterView } from '../register/types.ts';
import { begrip } from '../taal/begrippen.ts';
import type { Language } from '../taal/language.ts';
import { type Viewer, visibleIn } from '../toegang/scope.ts';
import { answerReading } from './answer.ts';
import { type BesluitFinder, type PreviousAnswer, shownBy } from './answer-parts.ts';
import type { Answer } from './answer-types.ts';
import { withNotes } from './answered-before.ts';
import { describeReading } from './describe.ts';
import type { Notities } from './notes.ts';
import { ranked } from './rank.ts';
import { createReader, type Reader } from './reader.ts';
import type { Reading } from './reading.ts';
import type { Signs } from './signs.ts';

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

/** Who asks, from where and when: what an answer depends on besides the sentence. */
export interface Asker {
  /** Same person, same thread; a key without names in it. */
  readonly thread: string;
  readonly viewer: Viewer;
  readonly today: CivilDate;
  /** Instant of the question, epoch ms: what was remembered long before it is forgotten. */
  readonly now: number;
  /** Where the sentence does not show its language. */
  readonly language: Language;
  /** What "het zomerreces" means where this is asked; none or absent: it is not configured. */
  readonly reces?: readonly Reces[];
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

/** Names, of regeling and orgaan, of the verbanden the conversation is bound to: "de omgevingsdienst" is theirs. */
function namesOfVerbanden(view: RegisterView, { verbanden }: Viewer): readonly string[] {
  if (verbanden === 'alle') return [];
  return verbanden.flatMap((id) => {
    const verband = view.verband(id);
    return verband === undefined ? [] : [verband.naam, ...(verband.orgaan === undefined ? [] : [verband.orgaan])];
  });
}

export function createEngine(parts: {
  readonly register: Register;
  readonly besluiten: BesluitFinder;
  readonly memory: Memory;
  /** What people answered before; absent: nothing of it is told. */
  readonly notities?: Notities;
}): Engine {
  const { register, besluiten, memory, notities } = parts;
  const dayOf = (instant: number): CivilDate => register.dayOf(instant);
  let current: { readonly names: ReturnType<Register['names']>; readonly reader: Reader } | undefined;
  const readerOf = ({ reces = [] }: Asker): Reader => {
    const names = register.names();
    if (reces.length > 0) return createReader({ names, reces });
    if (current?.names !== names) current = { names, reader: createReader({ names }) };
    return current.reader;
  };

  const finish = async (
    reading: Reading,
    asker: Asker,
    before: Remembered | undefined,
    missed: boolean,
  ): Promise<Answer> => {
    const own = await answerReading(reading, {
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
    const asked = { view: register.view(), viewer: asker.viewer };
    const told: Answer = missed ? { ...own, missed: true } : own;
    const answer = notities === undefined ? told : await withNotes(told, asked, { notities, dayOf });
    await memory.remember(asker.thread, { reading, previous: shownBy(answer) }, asker.now);
    return answer;
  };

  return {
    ask: async (text, asker) => {
      const [before] = await Promise.all([memory.recall(asker.thread, asker.now), register.refresh()]);
      const { reading, signs } = readerOf(asker).explain(text, {
        today: asker.today,
        lang: asker.language,
        defaultVerbanden: namesOfVerbanden(register.view(), asker.viewer),
        isOwner: (eigenaar) => register.view().matchAfspraken([{ eigenaar, ...visibleIn(asker.viewer) }]).size > 0,
        ...(before !== undefined && { previous: before.reading }),
      });
      return finish(withPointed(reading, before), asker, before, isMissed(reading, signs));
    },
    answer: async (reading, asker) => {
      await register.refresh();
      return finish(reading, asker, undefined, false);
    },
  };
}

/** Intents for which the answer itself looks up the number in the list before. */
const ranksItself: readonly Reading['intent'][] = ['afspraak.tonen', 'besluit.tonen'];

/** "Zet nummer 3 op afgerond": the code that stood there in the answer before. */
function withPointed(reading: Reading, before: Remembered | undefined): Reading {
  const { rangnummer, nummer } = reading.filter;
  if (rangnummer === undefined || nummer !== undefined) return reading;
  if (before === undefined || ranksItself.includes(reading.intent)) return reading;
  const pointed = ranked(before.previous, rangnummer);
  // The answer about one afspraak says that no such number was shown.
  if (pointed === undefined) return { ...reading, intent: 'afspraak.tonen' };
  return { ...reading, filter: { ...reading.filter, nummer: pointed } };
}

/** A question that holds a word of something else (`@buiten`) is rightly sent away; any other that was not understood is a miss. */
const isMissed = ({ intent }: Reading, signs: Signs): boolean =>
  intent === 'onbekend' || (intent === 'buiten_scope' && !signs.has('@buiten'));
