import type { AdaptiveCard } from '../../cards/elements.ts';
import type { HerinneringContext } from '../../cards/herinnering-parts.ts';
import { maandlijstCard } from '../../cards/maandlijst-card.ts';
import { type OverzichtState, overzichtState } from '../../cards/overzichten-card.ts';
import { persoonlijkOverzichtCard } from '../../cards/persoonlijk-overzicht-card.ts';
import { weekoverzichtCard } from '../../cards/weekoverzicht-card.ts';
import { type Herinneringregel, type OverzichtSoort, overzichtOf } from '../../services/herinneringen/regel.ts';
import { nextMoments } from '../../services/herinneringen/regel-moments.ts';
import { openRegels } from '../../services/herinneringen/regels.ts';
import type { Kanaal } from '../../services/kanalen/types.ts';
import { isCompleet, readMaandlijst } from '../../services/overzicht/ontbreekt.ts';
import { isRustig, readPersoonlijk } from '../../services/overzicht/persoonlijk.ts';
import { isLeeg, readWeekoverzicht } from '../../services/overzicht/week.ts';
import type { RegisterView } from '../../services/register/types.ts';
import type { Parts, Turn } from '../parts.ts';

/** An overzicht as it is now, drawn: for its message, its example and its pages. */

export type OverzichtParts = Pick<Parts, 'store' | 'kanalen' | 'besluiten' | 'timeZone'>;

export interface DrawnOverzicht {
  readonly card: AdaptiveCard;
  /** There is nothing to tell: as a message it would not come. */
  readonly isEmpty: boolean;
}

export interface Drawing {
  /** Epoch ms. */
  readonly now: number;
  /** Asked for, not sent. */
  readonly example: boolean;
  readonly missed?: number;
  /** From 1; of a maandlijst. */
  readonly page?: number;
}

/** Whoever gets it, it holds what may be seen in this kanaal. Undefined: the rule is not that of an overzicht. */
export async function drawOverzicht(
  parts: OverzichtParts,
  regel: Herinneringregel,
  { kanaal, view }: { readonly kanaal: Kanaal; readonly view: RegisterView },
  context: HerinneringContext,
  { now, example, missed = 0, page = 1 }: Drawing,
): Promise<DrawnOverzicht | undefined> {
  const soort = overzichtOf(regel);
  const frame = (of: OverzichtSoort) => ({
    soort: of,
    regel: regel._id,
    verbanden: kanaal.verbanden.flatMap((id) => view.verband(id)?.naam ?? []),
    example,
    missed,
  });
  switch (soort) {
    case undefined:
      return undefined;
    case 'weekoverzicht': {
      const overzicht = await readWeekoverzicht({ ...parts, view }, kanaal, now, missed);
      return { card: weekoverzichtCard({ ...frame(soort), overzicht }, context), isEmpty: isLeeg(overzicht) };
    }
    case 'maandlijst': {
      const lijst = readMaandlijst(view, kanaal.verbanden);
      return { card: maandlijstCard({ ...frame(soort), lijst, page }, context), isEmpty: isCompleet(lijst) };
    }
    case 'persoonlijk': {
      const { eigenaar } = regel.inhoud.kind === 'overzicht' ? regel.inhoud : {};
      const persoon = { aadId: kanaal.address.userAadId, eigenaar, verbanden: kanaal.verbanden };
      const overzicht = await readPersoonlijk({ ...parts, view }, persoon, now);
      const kanalen = await namesOf(
        parts,
        overzicht.opgepakt.flatMap((each) => (each.kind === 'eigen' ? each.kanaal : [])),
      );
      const shown = { ...frame(soort), overzicht, kanalen, ...(eigenaar !== undefined && { eigenaar }) };
      return { card: persoonlijkOverzichtCard(shown, context), isEmpty: isRustig(overzicht) };
    }
  }
}

async function namesOf({ kanalen }: OverzichtParts, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all([...new Set(ids)].map((id) => kanalen.kanaal(id)));
  return new Map(found.flatMap((kanaal) => (kanaal?.naam === undefined ? [] : [[kanaal._id, kanaal.naam]])));
}

/** Whether it is on, and when it comes next. */
export function stateOf(regel: Herinneringregel, { clock, timeZone }: Pick<Parts, 'clock' | 'timeZone'>) {
  const now = clock.now();
  const [next] = nextMoments(regel, { afspraak: undefined, timeZone }, now, 1);
  return overzichtState(regel, next?.at, now);
}

/** Those of this conversation; of a kanaal only while it is bound. */
export async function overzichtenHere(turn: Turn, parts: Parts): Promise<readonly OverzichtState[]> {
  const regels = await openRegels(parts).overzichtenOf(turn.kanaal._id);
  const isBound = turn.kanaal.verbanden.length > 0;
  return regels
    .filter((regel) => isBound || overzichtOf(regel) === 'persoonlijk')
    .map((regel) => stateOf(regel, parts));
}
