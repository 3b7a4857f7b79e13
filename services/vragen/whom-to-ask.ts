import type { Afspraak, RegisterView } from '../register/types.ts';
import { stemsOf } from '../register/words.ts';
import { type Viewer, visibleIn } from '../toegang/scope.ts';
import { type Names, namedIds } from './name-ids.ts';
import { nearestOwner, ownersOf } from './owners.ts';
import type { QuestionFilter } from './reading.ts';

/** Whom to ask when Ketenregie does not know the answer. */

interface Asked {
  readonly text: string;
  readonly filter: QuestionFilter;
  /** Of the conversation in which it was asked. */
  readonly verbanden: readonly string[];
}

interface Knowing {
  readonly view: RegisterView;
  readonly names: Names;
  readonly viewer: Viewer;
}

/** A word in more than this part of all afspraken says nothing about whom to ask. */
const commonShare = 0.2;

/**
 * The owner nearest to a question: of what it names, else of the conversation's verbanden, else of afspraken in whose text its
 * words occur, else who owns most. Undefined: nobody owns anything that the asker may see.
 */
export function whomToAsk(asked: Asked, knowing: Knowing): Afspraak['eigenaar'] {
  const named = namedIds(asked.filter, knowing.names);
  const near = named.kind === 'named' ? named : { verbanden: [], organisaties: [] };
  const scope = near.verbanden.length + near.organisaties.length > 0 ? near : { ...near, verbanden: asked.verbanden };
  return nearestOwner(scope, knowing) ?? ownerByWords(asked.text, knowing) ?? ownerOfMost(knowing);
}

function ownerByWords(text: string, { view, viewer }: Knowing): Afspraak['eigenaar'] {
  const most = Math.max(1, view.afsprakenCount * commonShare);
  const found = [...stemsOf(text)].slice(0, 20).flatMap((stem) => {
    const about = view.findAfspraken({ status: 'open', zoekterm: stem, ...visibleIn(viewer) });
    return about.length > most ? [] : about;
  });
  return ownersOf(found)[0]?.eigenaar;
}

const ownerOfMost = ({ view, viewer }: Knowing): Afspraak['eigenaar'] =>
  view.matchAfspraken([{ status: 'open', ...visibleIn(viewer) }]).owners()[0]?.eigenaar;
