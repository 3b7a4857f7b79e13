import type { CivilDate } from '../kalender/civil-date.ts';
import { rankOf } from '../register/codes.ts';
import { isTeLaat } from '../register/meanings.ts';
import type { PastState } from '../register/past.ts';
import type { Afspraak } from '../register/types.ts';
import { codeOf, type FoundAfspraken, firstCodes, LazyListing, rememberedAtMost } from './answer-found.ts';
import { type HeldOnDay, viewThen } from './answer-on-day.ts';
import { namedAtMost, verbandName } from './answer-view.ts';
import { joinedOwners, ownersOf } from './owners.ts';
import type { PlanParts } from './search-plan.ts';

/** By code. */
const sorted = (states: readonly PastState[]): readonly PastState[] =>
  states
    .map((state) => ({ state, rank: rankOf(state.afspraak._id) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ state }) => state);

/** The same as `foundNow` (answer-found.ts), of an earlier day: always by code. */
export function foundThen(held: Omit<HeldOnDay, 'notes'>, day: CivilDate, parts: PlanParts): FoundAfspraken {
  const { recorded, later, changed } = held;
  const size = recorded.size + later.size + changed.length;
  const state =
    (isRecorded: boolean) =>
    (afspraak: Afspraak): PastState => ({ afspraak, recorded: isRecorded });
  // Each of the three is by code: the first of all are among the first of each.
  const first = (count: number): readonly PastState[] =>
    sorted([
      ...recorded.first(count).map(state(true)),
      ...later.first(count).map(state(false)),
      ...changed.slice(0, count),
    ]).slice(0, count);
  const codes = (states: readonly PastState[]): readonly string[] => states.map(({ afspraak }) => codeOf(afspraak));
  const all = (): readonly PastState[] => first(size);
  const head = first(rememberedAtMost);
  return {
    items: new LazyListing(size, { head: () => head, all }, (each) => viewThen(each, day, parts)),
    codes: new LazyListing(size, { head: () => head.slice(0, firstCodes), all }, ({ afspraak }) => afspraak._id),
    shown: codes(head),
    named: () => codes(first(namedAtMost)),
    lateCount: () =>
      recorded.and({ status: 'te_laat', today: day }).size +
      changed.filter((each) => each.recorded && isTeLaat(each.afspraak, day)).length,
    owners: () => joinedOwners([recorded.owners(), later.owners(), ownersOf(changed.map(({ afspraak }) => afspraak))]),
    verbandNames: (most) => verbandNames(held, most, parts),
    withDocument: () =>
      foundThen(
        {
          recorded: recorded.without({ ontbreekt: 'document' }),
          later: later.without({ ontbreekt: 'document' }),
          changed: changed.filter(({ afspraak }) => afspraak.document !== undefined),
        },
        day,
        parts,
      ),
  };
}

function verbandNames(held: Omit<HeldOnDay, 'notes'>, most: number, { view }: PlanParts): readonly string[] {
  const names = new Set<string>();
  let { recorded, later, changed } = held;
  while (names.size < most) {
    const heads = [...recorded.first(1), ...later.first(1), ...changed.slice(0, 1).map(({ afspraak }) => afspraak)];
    const [next] = heads.sort((one, other) => rankOf(one._id) - rankOf(other._id));
    const verband = next && view.verband(next.verband);
    if (verband === undefined) break;
    names.add(verbandName(verband));
    const others = { verbanden: [verband._id] };
    recorded = recorded.without(others);
    later = later.without(others);
    changed = changed.filter(({ afspraak }) => afspraak.verband !== verband._id);
  }
  return [...names];
}
