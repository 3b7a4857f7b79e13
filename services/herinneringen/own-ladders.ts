import type { CollectionDeclaration, Store, Stored } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import type { LadderFor, LadderScope, OwnLadder } from './ladders.ts';
import { ladderLookup } from './ladders.ts';
import { draftOf, findAll } from './outbox.ts';
import type { HerinneringKind } from './types.ts';

/** Where ladders that differ from the default are kept (CONTRACT §8). The planner picks a change up in its next run. */

interface LadderDocument extends Stored {
  readonly ladder: OwnLadder;
  /** Taken back: the next scope, or the default, holds again. The store has no verb for taking away. */
  readonly active: boolean;
  /** Who set it or took it back, and when (epoch ms), oldest first. Personal data. */
  readonly trace?: readonly LadderTrace[];
}

export interface LadderTrace {
  readonly by: string;
  readonly at: number;
}

const mostTraces = 20;

const ladderCollection: CollectionDeclaration<LadderDocument> = { name: 'herinneringladders', indexes: [['active']] };

const mostSteps = 12;
const furthestDays = 3660;

export type SetLadderOutcome =
  | { readonly kind: 'set' }
  /** Steps must be different whole days from 0 to 3660, at most 12; `afterEvery` a whole number of days from 1. */
  | { readonly kind: 'invalid' };

const isDays = (value: number, least: number): boolean =>
  Number.isInteger(value) && value >= least && value <= furthestDays;

const isValid = ({ lead, afterEvery }: OwnLadder): boolean =>
  lead.length <= mostSteps &&
  new Set(lead).size === lead.length &&
  lead.every((days) => isDays(days, 0)) &&
  (afterEvery === undefined || isDays(afterEvery, 1));

const idOf = (scope: LadderScope, id: string, kind: HerinneringKind | undefined): string =>
  `${scope}/${id}/${kind ?? 'alle'}`;

async function keep(
  store: Store,
  document: { _id: string; ladder: OwnLadder; active: boolean },
  by: LadderTrace | undefined,
): Promise<void> {
  const collection = store.collection(ladderCollection);
  for (;;) {
    const known = await change(collection, document._id, (current) => ({
      ...draftOf(current),
      ...document,
      ...traced(current, by),
    }));
    if (known !== undefined) return;
    const outcome = await collection.insert({ ...document, ...(by !== undefined && { trace: [by] }) });
    if (outcome.kind === 'inserted') return;
  }
}

/** Gives an afspraak, a soort, a verband or a kanaal a ladder of its own; an empty `lead` without `afterEvery` silences it. */
export async function setLadder(store: Store, ladder: OwnLadder, by?: LadderTrace): Promise<SetLadderOutcome> {
  if (!isValid(ladder)) return { kind: 'invalid' };
  await keep(
    store,
    { _id: idOf(ladder.scope, ladder.id, ladder.kind), ladder, active: true },
    by && { by: by.by, at: by.at },
  );
  return { kind: 'set' };
}

/** Takes an own ladder back. Without effect where there is none. */
export async function dropLadder(
  store: Store,
  which: Pick<OwnLadder, 'scope' | 'id' | 'kind'>,
  by?: LadderTrace,
): Promise<void> {
  const id = idOf(which.scope, which.id, which.kind);
  await change(store.collection(ladderCollection), id, (current) =>
    current.active ? { ...draftOf(current), active: false, ...traced(current, by) } : undefined,
  );
}

export interface Ladders {
  readonly ladderFor: LadderFor;
  readonly own: readonly OwnLadder[];
  /** Equal for equal ladders, so that the planner sees that something changed. */
  readonly key: string;
}

/** All ladders as they are set now; what has none of its own gets the default (CONTRACT §8). Load again for each round. */
export async function loadLadders(store: Store): Promise<Ladders> {
  const documents = await findAll(store.collection(ladderCollection), { active: true });
  const own = documents.map((document) => document.ladder);
  const key = documents.map((document) => `${document._id} ${document.version}`).join('\n');
  return { ladderFor: ladderLookup(own), own, key };
}

const traced = (
  { trace = [] }: LadderDocument,
  by: LadderTrace | undefined,
): { readonly trace?: readonly LadderTrace[] } =>
  by === undefined ? {} : { trace: [...trace, { by: by.by, at: by.at }].slice(-mostTraces) };
