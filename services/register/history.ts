import { isDeepStrictEqual } from 'node:util';
import { addTo, type CivilDate, instantAt } from '../kalender/civil-date.ts';
import type { Collection, Draft, Store } from '../opslag/store.ts';
import { type AfspraakVersie, type Auteur, afspraakversies, afspraken } from './collections.ts';
import type { Afspraak } from './types.ts';

/**
 * Writes afspraken so that no version is ever lost. The version document decides: it is inserted first, under an `_id` that only
 * one writer can get, and then copied to the afspraak. Whoever finds a version that was not yet copied copies it before going
 * on, so a writer that dies in between loses nothing and two rivals never mix. Used by register.ts alone.
 */

/** Content without `version` and without fields that hold `undefined`: what is stored and compared. */
export function contentOf(afspraak: Draft<Afspraak> & { readonly version?: number }): Draft<Afspraak> {
  const { version: _, ...content } = afspraak;
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as Draft<Afspraak>;
}

/** Names of the fields in which two contents differ. */
export function changedFields(before: Draft<Afspraak> | undefined, after: Draft<Afspraak>): readonly string[] {
  const old = new Map<string, unknown>(Object.entries(before === undefined ? {} : contentOf(before)));
  const now = new Map<string, unknown>(Object.entries(after));
  const fields = new Set([...old.keys(), ...now.keys()]);
  return [...fields].filter((field) => field !== '_id' && !isDeepStrictEqual(old.get(field), now.get(field)));
}

export class AfspraakHistory {
  readonly #versies: Collection<AfspraakVersie>;
  readonly #afspraken: Collection<Afspraak>;

  constructor(store: Store) {
    this.#versies = store.collection(afspraakversies);
    this.#afspraken = store.collection(afspraken);
  }

  /**
   * Writes version `nummer` of an afspraak.
   * @returns the afspraak as written, or `undefined` when that version is somebody else's (and now certainly copied)
   */
  async write(
    content: Draft<Afspraak>,
    nummer: number,
    about: {
      readonly gewijzigd: readonly string[];
      readonly door: Auteur;
      readonly op: number;
      readonly herkomst?: string;
    },
  ): Promise<Afspraak | undefined> {
    const _id = `${content._id}@${nummer}`;
    const outcome = await this.#versies.insert({ _id, code: content._id, nummer, inhoud: content, ...about });
    if (outcome.kind === 'inserted') return this.#copy(outcome.doc);
    const theirs = await this.#versies.get(_id);
    if (theirs !== undefined) await this.#copy(theirs);
    return undefined;
  }

  /** All versions, oldest first. */
  versions(code: string): Promise<readonly AfspraakVersie[]> {
    return this.#versies.find({ code }, { sort: [['nummer', 1]] });
  }

  /** The content in force at the end of a civil day: the last version written on or before it. */
  async asOf(code: string, day: CivilDate, timeZone: string): Promise<Afspraak | undefined> {
    const end = instantAt(addTo(day, { days: 1 }), '00:00', timeZone);
    const versie = (await this.versions(code)).findLast(({ op }) => op < end);
    return versie && { ...versie.inhoud, version: versie.nummer };
  }

  /** Codes by the herkomst of their first version; those that are not known are left out. At most 500 at once. */
  async codesByHerkomst(herkomsten: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.#versies.find({ herkomst: { $in: herkomsten } });
    return new Map(found.map(({ herkomst, code }) => [herkomst ?? '', code]));
  }

  /**
   * Completes what a writer that died left half: looks at the newest versions, as many as one process has under way at once.
   * @param current the version of an afspraak as far as known, to skip what is certainly whole
   * @returns the afspraken that were completed
   */
  async complete(current: (code: string) => number): Promise<readonly Afspraak[]> {
    const newest = await this.#versies.find({}, { sort: [['op', -1]], limit: 1_000 });
    const left = newest.filter(({ code, nummer }) => nummer > current(code));
    left.sort((one, other) => one.nummer - other.nummer);
    const done: Afspraak[] = [];
    for (const versie of left) done.push(await this.#copy(versie));
    return done;
  }

  async #copy(versie: AfspraakVersie): Promise<Afspraak> {
    if (versie.nummer === 1) await this.#afspraken.insert(versie.inhoud);
    else await this.#afspraken.replace(versie.inhoud, versie.nummer - 1);
    // Exists and stale mean that another process copied the same content first.
    return { ...versie.inhoud, version: versie.nummer };
  }
}
