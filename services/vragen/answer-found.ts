import type { Afspraak, AfspraakMatches, DateOrder } from '../register/types.ts';
import type { AfspraakView, Listing } from './answer-types.ts';
import { namedAtMost, verbandName, viewAfspraak } from './answer-view.ts';
import type { Owner } from './owners.ts';
import type { PlanParts } from './search-plan.ts';

/**
 * The afspraken that an answer is about, in the order in which they are told. What nobody reads is not made: an answer may be about
 * a hundred thousand of which a card shows five.
 */
export interface FoundAfspraken {
  readonly items: Listing<AfspraakView>;
  /** Codes as people count them. */
  readonly codes: Listing<string>;
  /** Codes in the order of the items, as many as are remembered. */
  readonly shown: readonly string[];
  /** The same, as many as are named in words. */
  named(): readonly string[];
  lateCount(): number;
  owners(): readonly Owner[];
  /** Names of the first different verbanden, at most so many. */
  verbandNames(most: number): readonly string[];
  withDocument(): FoundAfspraken;
}

/** A list of which the first are looked up when somebody reads it, and all of it only when somebody reads further. */
export class LazyListing<S, T> implements Listing<T> {
  readonly length: number;
  readonly #head: () => readonly S[];
  readonly #rest: () => readonly S[];
  readonly #make: (source: S) => T | undefined;
  #all: readonly S[] | undefined;

  constructor(
    length: number,
    source: { readonly head: () => readonly S[]; readonly all: () => readonly S[] },
    make: (source: S) => T | undefined,
  ) {
    this.length = length;
    this.#head = source.head;
    this.#rest = source.all;
    this.#make = make;
  }

  slice(from = 0, to = this.length): readonly T[] {
    const end = Math.min(to, this.length);
    const head = this.#all ?? this.#head();
    if (end > head.length) this.#all ??= this.#rest();
    return (this.#all ?? head).slice(from, end).flatMap((source) => this.#make(source) ?? []);
  }
}

export const codeOf = ({ _id }: Afspraak): string => _id;
/** Codes that are looked up at once: what a card tells a device that cannot show it. */
export const firstCodes = 40;
/** Twelve pages of a card. Who points further makes the list be looked up again. */
export const rememberedAtMost = 60;

/** What `make` gives, made when it is asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** As the register is now. */
export function foundNow(matches: AfspraakMatches, order: DateOrder | undefined, parts: PlanParts): FoundAfspraken {
  const { view, today } = parts;
  const head = once(() => matches.first(rememberedAtMost, order));
  const byCode = order === undefined ? head : once(() => matches.first(firstCodes));
  return {
    items: new LazyListing(matches.size, { head, all: () => matches.all(order) }, (afspraak) =>
      viewAfspraak(afspraak, view, today),
    ),
    codes: new LazyListing(matches.size, { head: byCode, all: () => matches.all() }, codeOf),
    get shown() {
      return head().map(codeOf);
    },
    named: () => matches.first(namedAtMost, order).map(codeOf),
    lateCount: () => matches.and({ status: 'te_laat', today }).size,
    owners: () => matches.owners(),
    verbandNames: (most) => {
      const nameOf = (id: string): string => {
        const verband = view.verband(id);
        return verband === undefined ? '' : verbandName(verband);
      };
      const names = new Map(head().map(({ verband }) => [verband, nameOf(verband)]));
      // Seldom: so many of one verband that the first of them do not show the others.
      while (new Set(names.values()).size < most && head().length < matches.size) {
        const [next] = matches.without({ verbanden: [...names.keys()] }).first(1, order);
        if (next === undefined) break;
        names.set(next.verband, nameOf(next.verband));
      }
      return [...new Set(names.values())].filter((name) => name !== '').slice(0, most);
    },
    withDocument: () => foundNow(matches.without({ ontbreekt: 'document' }), order, parts),
  };
}
