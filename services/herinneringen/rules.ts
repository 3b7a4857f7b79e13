import type { Store } from '../opslag/store.ts';
import { loadRecessen } from '../reces/recessen.ts';
import type { Afspraak } from '../register/types.ts';
import type { LadderFor } from './ladders.ts';
import { loadLadders } from './own-ladders.ts';
import { calendarsFor, type RecesOf, type ReminderCalendar } from './plan.ts';

/** Everything that people have set about when herinneringen come, as it is now: own ladders and recessen. */
export interface Rules {
  readonly ladderFor: LadderFor;
  readonly recesOf: RecesOf;
  readonly calendarOf: (afspraak: Afspraak) => ReminderCalendar;
  /** Equal for equal rules, so that the planner sees that something changed. */
  readonly key: string;
}

/** For the planner and the list: both must count alike. */
export async function loadRules(store: Store, timeZone: string): Promise<Rules> {
  const [ladders, { recesOf, key }] = await Promise.all([loadLadders(store), loadRecessen(store, timeZone)]);
  return {
    ladderFor: ladders.ladderFor,
    recesOf,
    calendarOf: calendarsFor(timeZone, recesOf),
    key: JSON.stringify([ladders.key, key]),
  };
}
