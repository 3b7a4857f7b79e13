import type { CivilDate } from '../kalender/civil-date.ts';
import { isLopend } from '../register/meanings.ts';
import type { PastRegister, PastState } from '../register/past.ts';
import type { Afspraak, AfspraakQuery } from '../register/types.ts';
import { maySee } from '../toegang/scope.ts';
import type { AnswerParts } from './answer-parts.ts';
import type { AfspraakView } from './answer-types.ts';
import { viewAfspraak } from './answer-view.ts';
import { listed } from './name-ids.ts';
import type { QuestionFilter } from './reading.ts';
import type { PlanNote } from './search-plan.ts';

/**
 * What held on a day that was (peildatum). An afspraak that was known then is judged by its state of then; one that was recorded
 * later by its dates alone, since nobody knows its status of that day. The answer says how many those are.
 */

const notAgreed: readonly Afspraak['status'][] = ['concept', 'voorgesteld'];

type Verdict = 'in_force' | 'not' | 'unknown';

/** Recorded later: begun by its ingangsdatum and not yet ended. What is still a proposal today never held. */
function byDates({ status, ingangsdatum, einddatum }: Afspraak, day: CivilDate): Verdict {
  if (notAgreed.includes(status) || (einddatum !== undefined && einddatum < day)) return 'not';
  if (ingangsdatum === undefined) return 'unknown';
  return ingangsdatum <= day ? 'in_force' : 'not';
}

const verdictOn = ({ afspraak, recorded }: PastState, day: CivilDate): Verdict =>
  recorded ? (isLopend(afspraak, day) ? 'in_force' : 'not') : byDates(afspraak, day);

/** A status of its own ("welke waren toen opgezegd?") is asked of what was recorded then, and nothing else. */
const asksOtherStatus = ({ status }: QuestionFilter): boolean =>
  listed(status).some((each) => !['open', 'lopend', 'alle'].includes(each));

export interface OnDay {
  readonly items: readonly AfspraakView[];
  readonly notes: readonly PlanNote[];
}

/** Every afspraak that these queries find in the state of that day, by code. */
export async function searchOnDay(
  queries: readonly AfspraakQuery[],
  day: CivilDate,
  filter: QuestionFilter,
  parts: AnswerParts,
): Promise<OnDay> {
  const past = await parts.past.past(day);
  const found = new Map<string, PastState>();
  for (const query of queries) for (const state of past.find(query)) found.set(state.afspraak._id, state);
  const visible = [...found.values()].filter((state) => maySeeThen(state, parts));
  const verdict = (state: PastState): Verdict =>
    asksOtherStatus(filter) ? (state.recorded ? 'in_force' : 'not') : verdictOn(state, day);
  const inForce = visible.filter((state) => verdict(state) === 'in_force');
  const judged = inForce.filter(({ recorded }) => !recorded).length;
  const unknown = visible.filter((state) => verdict(state) === 'unknown').length;
  return {
    items: inForce.flatMap((state) => viewOf(state, day, parts) ?? []),
    notes: [
      ...(judged === 0 ? [] : [{ kind: 'judged_by_dates', count: judged } as const]),
      ...(unknown === 0 ? [] : [{ kind: 'start_unknown', count: unknown } as const]),
    ],
  };
}

/** What is hidden today stays hidden in the past, and the other way round. */
function maySeeThen({ afspraak }: PastState, { view, viewer }: AnswerParts): boolean {
  const now = view.afspraak(afspraak._id);
  return maySee(viewer, afspraak) && (now === undefined || maySee(viewer, now));
}

/** Whether something was late can only be told of what was known then. */
function viewOf({ afspraak, recorded }: PastState, day: CivilDate, parts: AnswerParts): AfspraakView | undefined {
  const shown = viewAfspraak(afspraak, parts.view, day);
  return shown === undefined || recorded ? shown : { ...shown, teLaat: false };
}

/** One afspraak in the state of that day, in force or not. Undefined: not known, or not to be seen. */
export async function stateOnDay(code: string, day: CivilDate, parts: AnswerParts): Promise<OnDay | undefined> {
  const past: PastRegister = await parts.past.past(day);
  const state = past.state(code);
  const item = state === undefined || !maySeeThen(state, parts) ? undefined : viewOf(state, day, parts);
  if (state === undefined || item === undefined) return undefined;
  const [first] = state.recorded ? [] : await parts.past.history(code);
  const since: readonly PlanNote[] =
    first === undefined ? [] : [{ kind: 'known_since', code, day: parts.past.dayOf(first.op) }];
  return { items: [item], notes: since };
}
