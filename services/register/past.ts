import { addTo, type CivilDate, instantAt } from '../kalender/civil-date.ts';
import type { Collection, Store } from '../opslag/store.ts';
import { type AfspraakVersie, afspraakversies } from './collections.ts';
import { type Surroundings, testsOf } from './conditions.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery, RegisterView } from './types.ts';
import { VersionTimes, versionsById } from './version-times.ts';
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
  /** Was something else then than it is now. By code. */
  readonly changed: readonly PastState[];
}

/** Every afspraak as it was on one day; those recorded later are there too, in their first state. Good until something changes. */
export interface PastRegister {
  state(code: string): PastState | undefined;
  /** What at least one of these queries finds. Looks only at what was changed since; the rest is found as that of today is. */
  find(queries: readonly AfspraakQuery[]): PastMatches;
}

/** So many days that were asked for are remembered: what is asked next is often asked of the same day. */
const daysKept = 4;

/** A version that held on a day and is not the one of today. */
interface HeldVersion {
  readonly nummer: number;
  /** False: the first one, written after that day. */
  readonly recorded: boolean;
}

/** Of each afspraak which version held on a day, told by the times of its versions. */
interface Held {
  /** Those of which it is the one of today. */
  readonly recorded: readonly string[];
  readonly changed: ReadonlyMap<string, HeldVersion>;
}

type States = ReadonlyMap<string, Afspraak>;

/** What is remembered of one day. */
interface Day {
  /** The first instant after it. */
  readonly end: number;
  /** By code the states that are something else today. */
  states: States;
  read?: { readonly revision: number; readonly past: PastRegister };
}

/** Reads the register as it was on a day. One per process, made by register.ts. */
export class PastReader {
  readonly #versies: Collection<AfspraakVersie>;
  readonly #view: RegisterView;
  readonly #timeZone: string;
  readonly #times: VersionTimes;
  readonly #days = new Map<CivilDate, Day>();
  #reading: Promise<void> = Promise.resolve();

  /** @param timeZone IANA zone of the civil days */
  constructor(store: Store, view: RegisterView, timeZone: string) {
    this.#versies = store.collection(afspraakversies);
    this.#view = view;
    this.#timeZone = timeZone;
    this.#times = new VersionTimes(this.#versies);
  }

  /** What held at the end of this day. Reads what was written since the last question, and the states of a day not asked before. */
  async on(day: CivilDate): Promise<PastRegister> {
    const known = this.#days.get(day)?.read;
    if (known !== undefined && known.revision === this.#view.revision) return known.past;
    // One after the other, so that nothing is read twice.
    const read = this.#reading.then(() => this.#read(day));
    const done = (): void => undefined;
    this.#reading = read.then(done, done);
    return read;
  }

  async #read(day: CivilDate): Promise<PastRegister> {
    const kept: Day = this.#days.get(day) ?? {
      end: instantAt(addTo(day, { days: 1 }), '00:00', this.#timeZone),
      states: new Map(),
    };
    this.#days.delete(day);
    this.#days.set(day, kept);
    for (const oldest of this.#days.keys()) if (this.#days.size > daysKept) this.#days.delete(oldest);
    for (;;) {
      const { revision } = this.#view;
      await this.#times.follow(this.#view);
      let held = this.#heldBefore(kept.end);
      kept.states = await this.#statesOf(held, kept.states);
      if (this.#view.revision !== revision) {
        // Something changed in the meantime: a state that was not read may be needed now.
        held = this.#heldBefore(kept.end);
        if ([...held.changed].some(([code, { nummer }]) => kept.states.get(code)?.version !== nummer)) continue;
      }
      const past = pastOf(this.#view, held, kept.states);
      kept.read = { revision: this.#view.revision, past };
      return past;
    }
  }

  #heldBefore(end: number): Held {
    const recorded: string[] = [];
    const changed = new Map<string, HeldVersion>();
    for (const { _id: code, version } of this.#view.afspraken()) {
      const nummer = Math.min(this.#times.lastBefore(code, end), version);
      if (nummer === version) recorded.push(code);
      else if (nummer > 0) changed.set(code, { nummer, recorded: true });
      else if (version > 1) changed.set(code, { nummer: 1, recorded: false });
    }
    return { recorded, changed };
  }

  /** The states that are needed: those that are known already, and the others from the store. */
  async #statesOf({ changed }: Held, known: States): Promise<States> {
    const states = new Map<string, Afspraak>();
    const missing: string[] = [];
    for (const [code, { nummer }] of changed) {
      const state = known.get(code);
      if (state?.version === nummer) states.set(code, state);
      else missing.push(`${code}@${nummer}`);
    }
    for (const { code, inhoud, nummer } of await versionsById(this.#versies, missing))
      states.set(code, { ...inhoud, version: nummer });
    return states;
  }
}

function pastOf(view: RegisterView, held: Held, states: States): PastRegister {
  const known = new Set(held.recorded);
  const changed = new Map<string, PastState>();
  for (const { _id } of view.findAfspraken({ codes: [...states.keys()] })) {
    const afspraak = states.get(_id);
    if (afspraak !== undefined) changed.set(_id, { afspraak, recorded: held.changed.get(_id)?.recorded === true });
  }
  const recorded = view.matchAfspraken([{ codes: held.recorded }]);
  const later = view
    .matchAfspraken([{}])
    .without({ codes: [...changed.keys()] })
    .without({ codes: held.recorded });
  return {
    state: (code) => {
      const now = view.afspraak(code);
      if (now === undefined) return undefined;
      return changed.get(code) ?? { afspraak: now, recorded: known.has(code) };
    },
    find: (queries) => {
      const found = view.matchAfspraken(queries);
      const alternatives = queries.map((query) => testsOf(query, surroundingsOf(view, query)));
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

/** For states that no index knows. Words are looked for in the index of today where the text is still the same. */
function surroundingsOf(view: RegisterView, { zoekterm = '' }: AfspraakQuery): Surroundings {
  return {
    organisatie: (id) => view.organisatie(id),
    stemTest: (asked) => {
      const today = view.matchAfspraken([{ zoekterm }]);
      return (afspraak) => {
        const { _id, titel, tekst, verband } = afspraak;
        const now = view.afspraak(_id);
        if (now?.titel === titel && now.tekst === tekst && now.verband === verband) return today.has(_id);
        const stems = stemsOf(`${titel}\n${tekst ?? ''}`);
        return [...asked].every((stem) => stems.has(stem));
      };
    },
  };
}
