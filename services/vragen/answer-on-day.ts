import { addTo, type CivilDate } from '../kalender/civil-date.ts';
import { isLopend } from '../register/meanings.ts';
import type { PastRegister, PastState } from '../register/past.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery } from '../register/types.ts';
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

/** What held then: as many sets as were found by index, and what had to be looked at one by one. */
export interface HeldOnDay {
  readonly recorded: AfspraakMatches;
  /** Judged by their dates. */
  readonly later: AfspraakMatches;
  readonly changed: readonly PastState[];
  readonly notes: readonly PlanNote[];
}

/** Every afspraak that these queries find in the state of that day. */
export async function searchOnDay(
  queries: readonly AfspraakQuery[],
  day: CivilDate,
  filter: QuestionFilter,
  parts: AnswerParts,
): Promise<HeldOnDay> {
  const past = await parts.past.past(day);
  const found = past.find(queries);
  const visible = found.changed.filter((state) => maySeeThen(state, parts));
  if (asksOtherStatus(filter))
    return {
      recorded: found.recorded,
      later: parts.view.matchAfspraken([]),
      changed: visible.filter(({ recorded }) => recorded),
      notes: [],
    };
  const verdicts = visible.map((state) => ({ state, verdict: verdictOn(state, day) }));
  const changed = verdicts.filter(({ verdict }) => verdict === 'in_force').map(({ state }) => state);
  const notEnded = found.later
    .without({ status: notAgreed })
    .without({ periode: { tot: addTo(day, { days: -1 }), velden: ['einddatum'] } });
  const later = notEnded.and({ periode: { tot: day, velden: ['ingangsdatum'] } });
  const judged = later.size + changed.filter(({ recorded }) => !recorded).length;
  const unknown =
    notEnded.and({ ontbreekt: 'ingangsdatum' }).size + verdicts.filter(({ verdict }) => verdict === 'unknown').length;
  return {
    recorded: found.recorded.and({ status: 'lopend', today: day }),
    later,
    changed,
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
export function viewThen(
  { afspraak, recorded }: PastState,
  day: CivilDate,
  parts: Pick<AnswerParts, 'view'>,
): AfspraakView | undefined {
  const shown = viewAfspraak(afspraak, parts.view, day);
  return shown === undefined || recorded ? shown : { ...shown, teLaat: false };
}

interface StateOnDay {
  readonly item: AfspraakView;
  readonly notes: readonly PlanNote[];
}

/** One afspraak in the state of that day, in force or not. Undefined: not known, or not to be seen. */
export async function stateOnDay(code: string, day: CivilDate, parts: AnswerParts): Promise<StateOnDay | undefined> {
  const past: PastRegister = await parts.past.past(day);
  const state = past.state(code);
  const item = state === undefined || !maySeeThen(state, parts) ? undefined : viewThen(state, day, parts);
  if (state === undefined || item === undefined) return undefined;
  const [first] = state.recorded ? [] : await parts.past.history(code);
  const since: readonly PlanNote[] =
    first === undefined ? [] : [{ kind: 'known_since', code, day: parts.past.dayOf(first.op) }];
  return { item, notes: since };
}
