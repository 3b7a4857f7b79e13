import type { Store } from '../opslag/store.ts';
import { loadRecessen } from '../reces/recessen.ts';
import type { Afspraak } from '../register/types.ts';
import { type DaysFor, loadTerms } from './escalation-terms.ts';
import type { LadderFor } from './ladders.ts';
import { loadLadders } from './own-ladders.ts';
import { calendarsFor, type RecesOf, type ReminderCalendar } from './plan.ts';

/** What people have set about whether something is told at all: own ladders, and how long is waited for a reaction. */
export interface TellingRules {
  readonly ladderFor: LadderFor;
  readonly daysFor: DaysFor;
}

/** Everything that people have set about when herinneringen come, as it is now: recessen as well. */
export interface Rules extends TellingRules {
  readonly recesOf: RecesOf;
  readonly calendarOf: (afspraak: Afspraak) => ReminderCalendar;
  /** Equal for equal ladders and recessen, so that the planner sees that something changed. */
  readonly key: string;
  /** The same for {@link TellingRules.daysFor}. */
  readonly daysKey: string;
}

/** Read once for one round of planning, and for each list and each change by hand: all must count alike. */
export async function loadRules(store: Store, timeZone: string): Promise<Rules> {
  const [ladders, terms, { recesOf, key }] = await Promise.all([
    loadLadders(store),
    loadTerms(store),
    loadRecessen(store, timeZone),
  ]);
  return {
    ladderFor: ladders.ladderFor,
    daysFor: terms.daysFor,
    recesOf,
    calendarOf: calendarsFor(timeZone, recesOf),
    key: JSON.stringify([ladders.key, key]),
    daysKey: terms.key,
  };
}

/** Read by delivery at the last moment: a planning may take long, and what was switched off in the meantime is not told. */
export async function loadTellingRules(store: Store): Promise<TellingRules> {
  const [{ ladderFor }, { daysFor }] = await Promise.all([loadLadders(store), loadTerms(store)]);
  return { ladderFor, daysFor };
}
