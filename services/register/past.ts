import { addTo, type CivilDate, instantAt } from '../kalender/civil-date.ts';
import type { Collection, Store } from '../opslag/store.ts';
import { rankOf } from './codes.ts';
import { type AfspraakVersie, afspraakversies } from './collections.ts';
import { type Surroundings, testsOf } from './conditions.ts';
import type { Afspraak, AfspraakQuery, RegisterView } from './types.ts';
import { stemsOf } from './words.ts';

/** What the register held on an earlier day, for "wat gold op 1 maart 2025". Used through `Register.past`. */

export interface PastState {
  /** As it stood at the end of that day; where it was recorded later, as it was recorded first. */
  readonly afspraak: Afspraak;
  /** False: Ketenregie did not know it then, so that its status of that day is not known. */
  readonly recorded: boolean;
}

/** Every afspraak as it was on one day; those recorded later are there too, in their first state. */
export interface PastRegister {
  state(code: string): PastState | undefined;
  /** Matches by code. `status` and `periode` are held against the state of then. Looks at every afspraak once. */
  find(query: AfspraakQuery): readonly PastState[];
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
  const current = [...view.afspraken()];
  const later = current.filter(({ _id, version }) => !known.has(_id) && version > 1).map(({ _id }) => _id);
  const first = await firstStates(versies, later);
  const states = new Map<string, PastState>();
  for (const afspraak of current) {
    const versie = known.get(afspraak._id);
    if (versie === undefined)
      states.set(afspraak._id, { afspraak: first.get(afspraak._id) ?? afspraak, recorded: false });
    else {
      const same = versie.nummer === afspraak.version;
      states.set(afspraak._id, {
        afspraak: same ? afspraak : { ...versie.inhoud, version: versie.nummer },
        recorded: true,
      });
    }
  }
  const around: Surroundings = {
    organisatie: (id) => view.organisatie(id),
    stemTest: (asked) => (afspraak) => {
      const stems = stemsOf(`${afspraak.titel}\n${afspraak.tekst ?? ''}`);
      return [...asked].every((stem) => stems.has(stem));
    },
  };
  return {
    state: (code) => states.get(code),
    find: (query) => {
      const tests = testsOf(query, around);
      return [...states.values()]
        .filter(({ afspraak }) => tests.every((test) => test(afspraak)))
        .sort((one, other) => rankOf(one.afspraak._id) - rankOf(other.afspraak._id));
    },
  };
}
