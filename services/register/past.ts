import { addTo, type CivilDate, instantAt } from '../kalender/civil-date.ts';
import type { Collection, Store } from '../opslag/store.ts';
import { type AfspraakVersie, afspraakversies } from './collections.ts';
import { type Surroundings, testsOf } from './conditions.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery, RegisterView } from './types.ts';
import { stemsOf } from './words.ts';

/** What the register held on an earlier day, for "wat gold op 1 maart 2025". Used through `Register.past`. */

export interface PastState {
  /** As it stood at the end of that day; where it was recorded later, as it was recorded first. */
  readonly afspraak: Afspraak;
  /** False: Ketenregie did not know it then, so that its status of that day is not known. */
  readonly recorded: boolean;
}

/** What queries find in the states of a day: each afspraak in one of three. `status` and `periode` are held against those states. */
export interface PastMatches {
  /** Recorded by then, and not changed since. */
  readonly recorded: AfspraakMatches;
  /** Recorded later, and not changed since. */
  readonly later: AfspraakMatches;
  /** Was something else then than it is now. */
  readonly changed: readonly PastState[];
}

/** Every afspraak as it was on one day; those recorded later are there too, in their first state. */
export interface PastRegister {
  state(code: string): PastState | undefined;
  /** What at least one of these queries finds. Looks only at what was changed since; the rest is found as that of today is. */
  find(queries: readonly AfspraakQuery[]): PastMatches;
}

const pageSize = 10_000;
/** At most so many values in one `$in`. */
const codesAtOnce = 500;

/** The last version of each afspraak written before this instant; by code. */
async function lastBefore(
  versies: Collection<AfspraakVersie>,
  end: number,
): Promise<ReadonlyMap<string, AfspraakVersie>> {
  const last = new Map<string, AfspraakVersie>();
  const sort = [['op', 1]] as const;
  for (let page = await versies.find({ op: { $lt: end } }, { sort, limit: pageSize }); ; ) {
    for (const versie of page) if ((last.get(versie.code)?.nummer ?? 0) < versie.nummer) last.set(versie.code, versie);
    const after = page.at(-1);
    if (after === undefined || page.length < pageSize) return last;
    page = await versies.find({ op: { $lt: end } }, { sort, limit: pageSize, after });
  }
}

/** First states of afspraken that were recorded after the day and changed since. */
async function firstStates(
  versies: Collection<AfspraakVersie>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Afspraak>> {
  const first = new Map<string, Afspraak>();
  for (let from = 0; from < codes.length; from += codesAtOnce) {
    const ids = codes.slice(from, from + codesAtOnce).map((code) => `${code}@1`);
    for (const { code, inhoud, nummer } of await versies.find({ _id: { $in: ids } }))
      first.set(code, { ...inhoud, version: nummer });
  }
  return first;
}

/**
 * Reads the past from the versions: its cost follows the number of versions written up to that day.
 *
 * @param timeZone IANA zone of the civil day
 */
export async function readPast(
  store: Store,
  view: RegisterView,
  day: CivilDate,
  timeZone: string,
): Promise<PastRegister> {
  const versies = store.collection(afspraakversies);
  const known = await lastBefore(versies, instantAt(addTo(day, { days: 1 }), '00:00', timeZone));
  const changedSince = view.matchAfspraken([{ gewijzigd: true }]).all();
  const first = await firstStates(
    versies,
    changedSince.map(({ _id }) => _id).filter((code) => !known.has(code)),
  );
  const changed = new Map<string, PastState>();
  for (const [code, { inhoud, nummer }] of known) {
    const now = view.afspraak(code);
    if (now !== undefined && now.version !== nummer)
      changed.set(code, { afspraak: { ...inhoud, version: nummer }, recorded: true });
  }
  for (const [code, afspraak] of first) changed.set(code, { afspraak, recorded: false });
  const unchanged = view.matchAfspraken([{}]).without({ codes: [...changed.keys()] });
  const recorded = unchanged.and({ codes: [...known.keys()] });
  const later = unchanged.without({ codes: [...known.keys()] });
  return {
    state: (code) => {
      const now = view.afspraak(code);
      if (now === undefined) return undefined;
      return changed.get(code) ?? { afspraak: now, recorded: known.has(code) };
    },
    find: (queries) => {
      const found = view.matchAfspraken(queries);
      const alternatives = queries.map((query) => testsOf(query, surroundingsOf(view)));
      return {
        recorded: found.within(recorded),
        later: found.within(later),
        changed: [...changed.values()].filter(({ afspraak }) =>
          alternatives.some((tests) => tests.every((test) => test(afspraak))),
        ),
      };
    },
  };
}

/** For states that no index knows. */
const surroundingsOf = (view: RegisterView): Surroundings => ({
  organisatie: (id) => view.organisatie(id),
  stemTest: (asked) => (afspraak) => {
    const stems = stemsOf(`${afspraak.titel}\n${afspraak.tekst ?? ''}`);
    return [...asked].every((stem) => stems.has(stem));
  },
});
