import type { CollectionDeclaration, Store, Stored } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import type { Afspraak } from '../register/types.ts';
import { defaultWerkdagen, type Werkdagen } from './escalation.ts';
import { type LadderScope, ladderScopes } from './ladders.ts';
import { draftOf, findAll } from './outbox.ts';
import type { HerinneringKind } from './types.ts';

/**
 * How many working days a herinnering waits for a reaction, where that differs from the default, and where nobody is to be asked at
 * all. Kept and looked up as own ladders are; the planner of escalations picks a change up in its next run.
 */

/** `id`: code, soort, or `_id` of the verband or kanaal. Without `kind` for all kinds. `days` 0: off. */
export interface OwnTerms {
  readonly scope: LadderScope;
  readonly id: string;
  readonly kind?: HerinneringKind;
  readonly days: Werkdagen;
}

/** Who, and when (epoch ms). Personal data. */
export interface TermsTrace {
  readonly by: string;
  readonly at: number;
  /** Absent: taken back. */
  readonly days?: Werkdagen;
}

interface TermsDocument extends Stored {
  readonly terms: OwnTerms;
  /** Taken back: the next scope, or the default, holds again. The store has no verb for taking away. */
  readonly active: boolean;
  /** Oldest first. */
  readonly trace: readonly TermsTrace[];
}

const collectionOf = (store: Store) => store.collection(termsCollection);

const termsCollection: CollectionDeclaration<TermsDocument> = { name: 'herinneringescalaties', indexes: [['active']] };

const mostTraces = 20;
/** Longer is the same as off, and says so less clearly. */
export const mostWerkdagen = 60;

/** A whole number of days from 0 (nobody is asked) to {@link mostWerkdagen}. */
export const isWerkdagen = (value: unknown): value is Werkdagen =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostWerkdagen;

const idOf = ({ scope, id, kind }: Pick<OwnTerms, 'scope' | 'id' | 'kind'>): string =>
  `${scope}/${id}/${kind ?? 'alle'}`;

type By = Omit<TermsTrace, 'days'>;

/** `invalid`: no whole number of days from 0 to {@link mostWerkdagen}. Setting what holds already writes nothing. */
export async function setTerms(store: Store, terms: OwnTerms, { by, at }: By): Promise<{ kind: 'set' | 'invalid' }> {
  if (!isWerkdagen(terms.days)) return { kind: 'invalid' };
  const collection = collectionOf(store);
  const step: TermsTrace = { by, at, days: terms.days };
  for (;;) {
    const known = await change(collection, idOf(terms), (current) =>
      current.active && current.terms.days === terms.days
        ? undefined
        : { ...draftOf(current), terms, active: true, trace: [...current.trace, step].slice(-mostTraces) },
    );
    if (known !== undefined) return { kind: 'set' };
    const outcome = await collection.insert({ _id: idOf(terms), terms, active: true, trace: [step] });
    if (outcome.kind === 'inserted') return { kind: 'set' };
  }
}

/** Takes own terms back. Without effect where there are none. */
export async function dropTerms(store: Store, which: Omit<OwnTerms, 'days'>, { by, at }: By): Promise<void> {
  await change(collectionOf(store), idOf(which), (current) =>
    current.active
      ? { ...draftOf(current), active: false, trace: [...current.trace, { by, at }].slice(-mostTraces) }
      : undefined,
  );
}

/** The working days that hold for this afspraak in this kanaal (`undefined`: for a verband without a channel). */
export type DaysFor = (
  afspraak: Pick<Afspraak, '_id' | 'soort' | 'verband'>,
  kind: HerinneringKind,
  kanaal: string | undefined,
) => Werkdagen;

export interface Terms {
  readonly daysFor: DaysFor;
  readonly own: readonly (OwnTerms & { readonly trace: readonly TermsTrace[] })[];
  /** Equal for equal terms, so that the planner sees that something changed. */
  readonly key: string;
}

/** Within one scope terms for the kind go before those for all kinds; of the scopes the most precise one wins. */
function termsLookup(own: readonly OwnTerms[]): DaysFor {
  const byKey = new Map(own.map((one) => [idOf(one), one.days]));
  return (afspraak, kind, kanaal) => {
    const ids = { afspraak: afspraak._id, soort: afspraak.soort, verband: afspraak.verband, kanaal };
    for (const scope of byKey.size === 0 ? [] : ladderScopes) {
      const id = ids[scope];
      const days =
        id === undefined ? undefined : (byKey.get(idOf({ scope, id, kind })) ?? byKey.get(idOf({ scope, id })));
      if (days !== undefined) return days;
    }
    return defaultWerkdagen[kind];
  };
}

/** All terms as they are set now; those of nothing are the defaults. Load again for each round. */
export async function loadTerms(store: Store): Promise<Terms> {
  const documents = await findAll(collectionOf(store), { active: true });
  const own = documents.map(({ terms, trace }) => ({ ...terms, trace }));
  return { daysFor: termsLookup(own), own, key: documents.map(({ _id, version }) => `${_id} ${version}`).join('\n') };
}
