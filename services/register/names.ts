import { distance } from 'fastest-levenshtein';
import { FuzzyKeys } from './fuzzy-keys.ts';
import { type Aliases, loadAliases } from './name-aliases.ts';
import { abbreviationsOf, keysOfOrganisatie, keysOfVerband, normaliseName, queryForms } from './name-forms.ts';
import { NearNames } from './near-names.ts';
import type { Organisatie, RegisterView, Verband } from './types.ts';

/**
 * From what people write to an organisatie or verband: by full name, by the body (orgaan), by what is left without
 * "Gemeenschappelijke regeling" and the like, by abbreviation, and by the aliases of aliassen.yaml.
 */

/** How a name was recognised, best first: a hit by a better way hides those by a lesser. */
const nameWays = ['naam', 'orgaan', 'alias', 'variant', 'afkorting'] as const;
export type NameWay = (typeof nameWays)[number];

export interface NameHit {
  readonly kind: 'organisatie' | 'verband';
  readonly id: string;
  /** Full name, as the register writes it. */
  readonly naam: string;
  readonly via: NameWay;
  /** The normalised words that were matched. */
  readonly key: string;
  /** An ordinary word as well (Best, Buren, ONS): in a sentence, ask for a capital or another sign that a name is meant. */
  readonly commonWord: boolean;
}

export interface FuzzyHit {
  readonly hit: NameHit;
  /** Letters inserted, left out or changed. */
  readonly distance: number;
}

export type Resolved<K extends 'verband' | 'organisatie', T> =
  | ({ readonly kind: 'found' } & { readonly [P in K]: T })
  | { readonly kind: 'ambiguous'; readonly candidates: readonly T[] }
  /** `nearest`: at most three, most alike first. */
  | { readonly kind: 'unknown'; readonly nearest: readonly T[] };

const nearestShown = 3;
const nearestKept = 1_000;
const resolvedKept = 10_000;

const rank = (via: NameWay): number => nameWays.indexOf(via);

/** The names of one state of the register. Get it from `register.names()`, which makes a new one only when a name changed. */
export class NameIndex {
  readonly #view: RegisterView;
  readonly #hits = new Map<string, NameHit[]>();
  readonly #fuzzy: FuzzyKeys;
  /** What texts were resolved to and were near to: a file asks for the same few names in every row. */
  readonly #resolved = new Map<string, readonly string[]>();
  readonly #near: NearNames;
  readonly #nearest = new Map<string, readonly string[]>();
  readonly #aliases: Aliases;
  /** Words of the longest name known: longer phrases need not be looked up. */
  readonly maxWords: number;

  constructor(view: RegisterView, aliases: Aliases = loadAliases()) {
    this.#view = view;
    this.#aliases = aliases;
    for (const organisatie of view.organisaties) {
      const { naam, varianten } = keysOfOrganisatie(organisatie);
      this.#add('organisatie', organisatie, 'naam', [naam]);
      this.#add('organisatie', organisatie, 'variant', varianten);
    }
    for (const verband of view.verbanden) {
      const { naam, orgaan, varianten } = keysOfVerband(verband, aliases.verkortingen);
      this.#add('verband', verband, 'naam', [naam, verband.regelingId]);
      this.#add('verband', verband, 'orgaan', orgaan);
      this.#add('verband', verband, 'variant', varianten);
    }
    this.#addAliases();
    this.#addAbbreviations();
    this.#addKinds();
    for (const hits of this.#hits.values()) hits.sort((one, other) => rank(one.via) - rank(other.via));
    const keys = [...this.#hits.keys()];
    this.maxWords = keys.reduce((most, key) => Math.max(most, key.split(' ').length), 0);
    const spelled = keys.filter((key) => this.#hits.get(key)?.some(({ via }) => via !== 'afkorting'));
    this.#fuzzy = new FuzzyKeys(spelled);
    this.#near = new NearNames(spelled);
  }

  /** Exact look-up of a phrase in the form of {@link normaliseName}; the best way first, several when it is ambiguous. */
  lookup(normalisedPhrase: string): readonly NameHit[] {
    return this.#hits.get(normalisedPhrase) ?? [];
  }

  /**
   * Names at most `maxDistance` letters away, nearest first; abbreviations are left out, since among those one letter is another
   * name. Well under a millisecond for a distance up to 2.
   */
  lookupFuzzy(normalisedPhrase: string, maxDistance: number): readonly FuzzyHit[] {
    const found: FuzzyHit[] = [];
    for (const near of this.#fuzzy.within(normalisedPhrase, maxDistance)) {
      for (const hit of this.lookup(near.key))
        if (hit.via !== 'afkorting') found.push({ hit, distance: near.distance });
    }
    return found.sort((one, other) => one.distance - other.distance || rank(one.hit.via) - rank(other.hit.via));
  }

  /**
   * Longer names (eight letters or more, spaces aside) that are almost this phrase: one slip, in very long names two, or a space
   * too many or too few. All hits of the nearest names.
   */
  lookupNear(normalisedPhrase: string): readonly NameHit[] {
    return this.#near
      .within(normalisedPhrase)
      .flatMap((key) => this.lookup(key).filter(({ via }) => via !== 'afkorting'));
  }

  /** A verband by any of its names, or by the register's own number of the regeling. */
  resolveVerband(text: string): Resolved<'verband', Verband> {
    const found = this.#resolve(text, 'verband', (id) => this.#view.verband(id));
    if (found.length === 1 && found[0] !== undefined) return { kind: 'found', verband: found[0] };
    if (found.length > 1) return { kind: 'ambiguous', candidates: found };
    return { kind: 'unknown', nearest: this.#nearestTo(text, 'verband', (id) => this.#view.verband(id)) };
  }

  /** An organisatie by any of its names or by its TOOI code. A bare `Groningen` is ambiguous: gemeente and provincie. */
  resolveOrganisatie(text: string): Resolved<'organisatie', Organisatie> {
    const byCode = this.#view.organisatie(text.trim().toLowerCase());
    if (byCode?.tooi !== undefined) return { kind: 'found', organisatie: byCode };
    const found = this.#resolve(text, 'organisatie', (id) => this.#view.organisatie(id));
    if (found.length === 1 && found[0] !== undefined) return { kind: 'found', organisatie: found[0] };
    if (found.length > 1) return { kind: 'ambiguous', candidates: found };
    return { kind: 'unknown', nearest: this.#nearestTo(text, 'organisatie', (id) => this.#view.organisatie(id)) };
  }

  #resolve<T>(text: string, kind: NameHit['kind'], get: (id: string) => T | undefined): readonly T[] {
    const cacheKey = `${kind}/${text}`;
    const ids = this.#resolved.get(cacheKey) ?? this.#idsOf(text, kind);
    if (this.#resolved.size >= resolvedKept) this.#resolved.clear();
    if (text.length <= 200) this.#resolved.set(cacheKey, ids);
    return ids.map(get).filter((found) => found !== undefined);
  }

  #idsOf(text: string, kind: NameHit['kind']): readonly string[] {
    for (const key of queryForms(text)) {
      const hits = this.lookup(key).filter((hit) => hit.kind === kind);
      const best = hits[0];
      if (best !== undefined) return hits.filter(({ via }) => via === best.via).map(({ id }) => id);
    }
    return [];
  }

  #nearestTo<T>(text: string, kind: NameHit['kind'], get: (id: string) => T | undefined): readonly T[] {
    const asked = normaliseName(text).slice(0, 200);
    const cacheKey = `${kind}/${asked}`;
    const ids = this.#nearest.get(cacheKey) ?? this.#rankByLikeness(asked, kind);
    if (this.#nearest.size >= nearestKept) this.#nearest.clear();
    this.#nearest.set(cacheKey, ids);
    return ids.map(get).filter((found) => found !== undefined);
  }

  #rankByLikeness(asked: string, kind: NameHit['kind']): readonly string[] {
    const best = new Map<string, number>();
    const words = asked.split(' ');
    for (const [key, hits] of this.#hits) {
      const own = hits.filter((hit) => hit.kind === kind);
      if (own.length === 0) continue;
      // Whole words in common say more than letters: EMCO is EMCO-groep before it is any other short name.
      const shared = words.filter((word) => ` ${key} `.includes(` ${word} `)).length / words.length;
      const unlike = distance(asked, key) / Math.max(asked.length, key.length) - shared / 2;
      for (const { id } of own) best.set(id, Math.min(unlike, best.get(id) ?? 1));
    }
    return [...best]
      .sort(([oneId, one], [otherId, other]) => one - other || (oneId < otherId ? -1 : 1))
      .slice(0, nearestShown)
      .map(([id]) => id);
  }

  #add(
    kind: NameHit['kind'],
    named: { readonly _id: string; readonly naam: string },
    via: NameWay,
    keys: readonly string[],
  ): void {
    for (const key of keys) {
      if (key === '') continue;
      const hits = this.#hits.get(key) ?? [];
      if (hits.some((hit) => hit.kind === kind && hit.id === named._id)) continue;
      hits.push({ kind, id: named._id, naam: named.naam, via, key, commonWord: this.#aliases.gewoneWoorden.has(key) });
      this.#hits.set(key, hits);
    }
  }

  #addAliases(): void {
    for (const { alias, doelen } of this.#aliases.aliassen) {
      for (const doel of doelen) {
        const organisatie = this.#view.organisatie(doel);
        if (organisatie !== undefined) this.#add('organisatie', organisatie, 'alias', [normaliseName(alias)]);
        for (const hit of this.lookup(normaliseName(doel)).slice()) {
          if (hit.via === 'naam' || hit.via === 'orgaan') {
            this.#add(hit.kind, { _id: hit.id, naam: hit.naam }, 'alias', [normaliseName(alias)]);
          }
        }
      }
    }
  }

  /** "De omgevingsdienst": every verband whose name begins so. Least of all ways, so that an alias for one of them decides. */
  #addKinds(): void {
    for (const verband of this.#view.verbanden) {
      const { naam, orgaan, varianten } = keysOfVerband(verband, this.#aliases.verkortingen);
      for (const key of [naam, ...orgaan, ...varianten])
        for (const kind of this.#aliases.soortnamen)
          if (key.startsWith(`${kind} `)) this.#add('verband', verband, 'afkorting', [kind]);
    }
  }

  /** Abbreviations that one verband alone could have and that are no other name. */
  #addAbbreviations(): void {
    const owners = new Map<string, Set<Verband>>();
    for (const verband of this.#view.verbanden) {
      for (const abbreviation of abbreviationsOf(verband)) {
        const of = owners.get(abbreviation) ?? new Set();
        owners.set(abbreviation, of.add(verband));
      }
    }
    for (const [abbreviation, of] of owners) {
      const [verband] = of;
      if (of.size !== 1 || verband === undefined) continue;
      if (this.#aliases.geenAfkorting.has(abbreviation) || this.#hits.has(abbreviation)) continue;
      this.#add('verband', verband, 'afkorting', [abbreviation]);
    }
  }
}
