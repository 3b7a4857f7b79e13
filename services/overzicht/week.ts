import type { Besluit } from '../besluiten/types.ts';
import { findAll, openOutbox } from '../herinneringen/outbox.ts';
import { addTo, type CivilDate, dayAt, instantAt } from '../kalender/civil-date.ts';
import type { Store } from '../opslag/store.ts';
import type { RegisterView } from '../register/types.ts';
import { maySee } from '../toegang/scope.ts';
import { klaarGemeld, komendeTermijnen, type Termijn, teLaat } from './termijnen.ts';
import { type ZonderReactie, zonderReactie } from './zonder-reactie.ts';

/** What stands in the weekoverzicht of a kanaal: what comes, what is late, and what was decided and done since the last one. */

export interface Weekoverzicht {
  /** First day that "done" and "decided" look back to. */
  readonly vanaf: CivilDate;
  readonly komend: readonly Termijn[];
  readonly teLaat: readonly Termijn[];
  /** Latest first. */
  readonly besluiten: readonly Besluit[];
  readonly klaar: readonly Termijn[];
  /** Asked again because nobody reacted, and still without a reaction. */
  readonly zonderReactie: readonly ZonderReactie[];
}

export interface WeekParts {
  readonly store: Store;
  readonly view: RegisterView;
  readonly besluiten: { findBesluiten(query: { readonly verbanden: readonly string[] }): Promise<readonly Besluit[]> };
  readonly timeZone: string;
}

const dagenTerug = 7;
/** After a long silence the report does not become longer than people read. */
const mostWeken = 5;

/**
 * @param kanaal `_id`, and those of its verbanden
 * @param now epoch ms
 * @param missed so many overzichten did not come: this one looks back as far
 */
export async function readWeekoverzicht(
  { store, view, besluiten, timeZone }: WeekParts,
  kanaal: { readonly _id: string; readonly verbanden: readonly string[] },
  now: number,
  missed = 0,
): Promise<Weekoverzicht> {
  const { verbanden } = kanaal;
  const today = dayAt(now, timeZone);
  const vanaf = addTo(today, { days: -dagenTerug * Math.min(mostWeken, 1 + missed) });
  if (verbanden.length === 0) return { vanaf, komend: [], teLaat: [], besluiten: [], klaar: [], zonderReactie: [] };
  const from = instantAt(vanaf, '00:00', timeZone) - 1;
  const outbox = openOutbox(store);
  const open = view.findAfspraken({ verbanden, status: 'open' });
  const [komend, ankers, alle, stil] = await Promise.all([
    komendeTermijnen(open, today, outbox),
    findAll(outbox.ankers, { changedAt: { $gte: from } }, [['changedAt', 1]]),
    besluiten.findBesluiten({ verbanden }),
    zonderReactie({ store, view }, kanaal, now),
  ]);
  return {
    vanaf,
    komend,
    teLaat: teLaat(open, today),
    besluiten: alle
      .filter(({ vastgelegdOp }) => vastgelegdOp > from && vastgelegdOp <= now)
      .filter((besluit) => isVisible(besluit, view, verbanden))
      .sort((one, other) => other.volgnummer - one.volgnummer),
    klaar: klaarGemeld(ankers, view.findAfspraken({ verbanden }), { from, to: now }),
    zonderReactie: stil,
  };
}

/** As for a question: a besluit that is also about an afspraak of elsewhere that may not be seen here is left out. */
const isVisible = ({ afspraken }: Besluit, view: RegisterView, verbanden: readonly string[]): boolean =>
  afspraken.every((code) => {
    const afspraak = view.afspraak(code);
    return afspraak === undefined || maySee({ verbanden }, afspraak);
  });

/** Nothing to tell: then there is no message. */
export const isLeeg = ({ komend, teLaat: late, besluiten, klaar, zonderReactie: stil }: Weekoverzicht): boolean =>
  komend.length + late.length + besluiten.length + klaar.length + stil.length === 0;
