import type { Afspraak, AfspraakQuery } from '../register/types.ts';
import { visibleIn } from '../toegang/scope.ts';
import type { PlanParts } from './search-plan.ts';

/** Who answers for a set of afspraken: whom to ask. */

export interface Owner {
  readonly eigenaar: NonNullable<Afspraak['eigenaar']>;
  /** How many of the afspraken. */
  readonly count: number;
}

/** The different owners, who has most first. */
export function ownersOf(afspraken: Iterable<Afspraak>): readonly Owner[] {
  const byKey = new Map<string, Owner>();
  for (const { eigenaar } of afspraken) {
    if (eigenaar === undefined) continue;
    const key = eigenaar.email ?? eigenaar.naam;
    byKey.set(key, { eigenaar, count: (byKey.get(key)?.count ?? 0) + 1 });
  }
  return [...byKey.values()].sort((left, right) => right.count - left.count);
}

/** The same of several sets of afspraken, counted together. */
export function joinedOwners(lists: readonly (readonly Owner[])[]): readonly Owner[] {
  const byKey = new Map<string, Owner>();
  for (const { eigenaar, count } of lists.flat()) {
    const key = eigenaar.email ?? eigenaar.naam;
    byKey.set(key, { eigenaar, count: (byKey.get(key)?.count ?? 0) + count });
  }
  return [...byKey.values()].sort((left, right) => right.count - left.count);
}

/** The owner of most open afspraken in these verbanden, or with these organisaties where no verband is named. */
export function nearestOwner(
  near: { readonly verbanden: readonly string[]; readonly organisaties: readonly string[] },
  { view, viewer }: Pick<PlanParts, 'view' | 'viewer'>,
): Afspraak['eigenaar'] {
  if (near.verbanden.length === 0 && near.organisaties.length === 0) return undefined;
  const query: AfspraakQuery = {
    status: 'open',
    ...visibleIn(viewer),
    ...(near.verbanden.length > 0 ? { verbanden: near.verbanden } : { partijen: near.organisaties }),
  };
  return view.matchAfspraken([query]).owners()[0]?.eigenaar;
}
