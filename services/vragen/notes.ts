import type { Collection, CollectionDeclaration, Store, Stored } from '../opslag/store.ts';
import type { RegisterView } from '../register/types.ts';
import { stemsOf } from '../register/words.ts';
import { maySee, type Viewer } from '../toegang/scope.ts';
import { withinOneEdit } from './token.ts';

/**
 * What people answered when Ketenregie could not: kept beside an afspraak, and found again by the words of the question. Seen
 * only by who may see that afspraak.
 */
export interface Notitie extends Stored {
  readonly code: string;
  readonly vraag: string;
  /** Dutch stems of the question, by which it is found. */
  readonly stammen: readonly string[];
  readonly antwoord: string;
  /** Name of who answered. Personal data. */
  readonly door: string;
  /** Epoch ms. */
  readonly op: number;
}

const notities: CollectionDeclaration<Notitie> = { name: 'notities', indexes: [['code', 'op'], ['stammen']] };

export interface Notities {
  /** Answers to this question, or to one in almost the same words; the latest first, at most three. */
  find(vraag: string, asker: NotitieAsker): Promise<readonly Notitie[]>;
  /** What was answered about one afspraak; the latest first, at most three. The caller knows that the asker may see it. */
  about(code: string): Promise<readonly Notitie[]>;
  /**
   * Keeps an answer under an id of the caller's: a second press of the same form changes nothing.
   * @returns the answer as it stands
   */
  keep(id: string, answer: Pick<Notitie, 'code' | 'vraag' | 'antwoord' | 'door' | 'op'>): Promise<Notitie>;
}

export interface NotitieAsker {
  readonly view: Pick<RegisterView, 'afspraak'>;
  readonly viewer: Viewer;
}

const shown = 3;
/** Candidates looked at: those that share a word with the question, the latest. */
const lookedAt = 500;
/** An answer to many questions' words would be found by everything: longer questions are known by their first words. */
const mostStems = 40;

const stemsFor = (text: string): readonly string[] => [...stemsOf(text)].slice(0, mostStems);

/** Holds nothing in memory: open it where it is needed. */
export function openNotities(store: Store): Notities {
  const collection: Collection<Notitie> = store.collection(notities);
  return {
    find: async (vraag, { view, viewer }) => {
      const asked = stemsFor(vraag);
      if (asked.length === 0) return [];
      const near = await collection.find({ stammen: { $in: asked } }, { sort: [['op', -1]], limit: lookedAt });
      return near
        .filter(({ stammen }) => isSameQuestion(asked, stammen))
        .filter(({ code }) => {
          const afspraak = view.afspraak(code);
          return afspraak !== undefined && maySee(viewer, afspraak);
        })
        .slice(0, shown);
    },
    about: (code) => collection.find({ code }, { sort: [['op', -1]], limit: shown }),
    keep: async (id, answer) => {
      const draft = { _id: id, ...answer, stammen: stemsFor(answer.vraag) };
      const outcome = await collection.insert(draft);
      return outcome.kind === 'inserted' ? outcome.doc : ((await collection.get(id)) ?? { ...draft, version: 1 });
    },
  };
}

const shortestMistyped = 5;
const isSameStem = (one: string, other: string): boolean =>
  one === other || (one.length >= shortestMistyped && !/\d/.test(one) && withinOneEdit(one, other));

/**
 * The same words, typing errors aside; in a longer question one may be left out or added. A word in the place of another is
 * another question: "de sleutels in Assen" does not answer "de sleutels in Emmen".
 */
export function isSameQuestion(asked: readonly string[], known: readonly string[]): boolean {
  const [short, long] = asked.length <= known.length ? [asked, known] : [known, asked];
  const spare = short.length >= 3 ? 1 : 0;
  if (short.length === 0 || long.length - short.length > spare) return false;
  return short.every((stem) => long.some((other) => isSameStem(stem, other)));
}
