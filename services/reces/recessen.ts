import { type CivilDate, isCivilDate } from '../kalender/civil-date.ts';
import type { CollectionDeclaration, Draft, Store } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import { lengthOf, type Recesview, recesviewOf } from './recesview.ts';
import type { Recesblad, Recesperiode, Recesspoor } from './types.ts';

/** Where recessen are kept. Set in the chat with `reces`, or from a file with `ketenregie import`. */

const collectie: CollectionDeclaration<Recesblad> = { name: 'recessen' };

const open = (store: Store) => store.collection(collectie);

/** Longer than any council has; more is a slip of the year. Feestdagen.ts looks no further back than about a year. */
const longestReces = 100;
const mostRecessen = 80;
const mostTraces = 60;
const longestNaam = 60;
const pageSize = 500;

/** Who does it, and when (epoch ms). */
export interface RecesActor {
  readonly door: string;
  readonly op: number;
}

export interface NewReces {
  readonly van: CivilDate;
  readonly tot: CivilDate;
  readonly naam: string;
}

/** `too_long`: more than {@link longestReces} days. `too_many`: eighty for one organisatie. */
export type RecesProblem = 'not_a_date' | 'reversed' | 'too_long' | 'too_many';

export type SetRecesOutcome =
  /** `replaced`: those it overlapped, which are gone now. */
  | { readonly kind: 'set'; readonly reces: Recesperiode; readonly replaced: readonly Recesperiode[] }
  /** It was there already, to the day and the letter: nothing was written. */
  | { readonly kind: 'unchanged'; readonly reces: Recesperiode }
  | { readonly kind: 'invalid'; readonly problem: RecesProblem };

const overlaps = (one: NewReces, other: NewReces): boolean => one.van <= other.tot && other.van <= one.tot;

const isSame = (one: NewReces, other: NewReces): boolean =>
  one.van === other.van && one.tot === other.tot && one.naam === other.naam;

/** What is wrong with these days by themselves; undefined when nothing is. */
export function recesProblem({ van, tot }: Pick<NewReces, 'van' | 'tot'>): RecesProblem | undefined {
  if (!isCivilDate(van) || !isCivilDate(tot)) return 'not_a_date';
  if (tot < van) return 'reversed';
  return lengthOf({ van, tot }) > longestReces ? 'too_long' : undefined;
}

/** What setting this would do to what there is. */
export function whatChanges(
  recessen: readonly Recesperiode[],
  fresh: NewReces,
): { readonly same?: Recesperiode; readonly replaced: readonly Recesperiode[] } {
  const replaced = recessen.filter((one) => overlaps(one, fresh));
  const [only, ...others] = replaced;
  return only !== undefined && others.length === 0 && isSame(only, fresh) ? { same: only, replaced: [] } : { replaced };
}

/**
 * Sets a reces of an organisatie (its `_id`; who calls this has looked it up). What it overlaps it replaces: the days of a reces
 * are corrected by setting it again.
 */
export async function setReces(
  store: Store,
  organisatie: string,
  fresh: NewReces,
  by: RecesActor,
): Promise<SetRecesOutcome> {
  const problem = recesProblem(fresh);
  if (problem !== undefined) return { kind: 'invalid', problem };
  const collection = open(store);
  for (;;) {
    const current = await collection.get(organisatie);
    const recessen = current?.recessen ?? [];
    const { same, replaced } = whatChanges(recessen, fresh);
    if (same !== undefined) return { kind: 'unchanged', reces: same };
    const kept = recessen.filter((one) => !replaced.includes(one));
    if (kept.length >= mostRecessen) return { kind: 'invalid', problem: 'too_many' };
    const reces: Recesperiode = {
      ...fresh,
      ...by,
      naam: fresh.naam.slice(0, longestNaam),
      sinds: sinceWhen(fresh, replaced, by),
    };
    const draft = {
      _id: organisatie,
      recessen: [...kept, reces].sort((one, other) => (one.van < other.van ? -1 : 1)),
      spoor: traced(current, [...replaced.map((one) => traceOf('weggehaald', one, by)), traceOf('gezet', reces, by)]),
    };
    if (await written(collection, draft, current)) return { kind: 'set', reces, replaced };
  }
}

/** A reces that only ends earlier, or gets another name, was known in time when it was known in time before. */
function sinceWhen({ van, tot }: NewReces, replaced: readonly Recesperiode[], { op }: RecesActor): number {
  const [before, ...others] = replaced;
  const isWithin = before !== undefined && others.length === 0 && before.van <= van && tot <= before.tot;
  return isWithin ? Math.min(before.sinds, op) : op;
}

/** Takes the reces of this organisatie that begins on this day away; undefined when there is none (any more). */
export async function removeReces(
  store: Store,
  organisatie: string,
  van: CivilDate,
  by: RecesActor,
): Promise<Recesperiode | undefined> {
  let removed: Recesperiode | undefined;
  await change(open(store), organisatie, (current): Draft<Recesblad> | undefined => {
    removed = current.recessen.find((one) => one.van === van);
    if (removed === undefined) return undefined;
    return {
      _id: organisatie,
      recessen: current.recessen.filter((one) => one.van !== van),
      spoor: traced(current, [traceOf('weggehaald', removed, by)]),
    };
  });
  return removed;
}

async function written(
  collection: ReturnType<typeof open>,
  draft: Draft<Recesblad>,
  current: Recesblad | undefined,
): Promise<boolean> {
  if (current === undefined) return (await collection.insert(draft)).kind === 'inserted';
  return (await collection.replace(draft, current.version)).kind === 'replaced';
}

const traceOf = (deed: Recesspoor['deed'], { van, tot, naam }: NewReces, { door, op }: RecesActor): Recesspoor => ({
  deed,
  van,
  tot,
  naam,
  door,
  op,
});

const traced = (current: Recesblad | undefined, fresh: readonly Recesspoor[]): readonly Recesspoor[] =>
  [...(current?.spoor ?? []), ...fresh].slice(-mostTraces);

const views = new WeakMap<Store, Map<string, Recesview>>();

/**
 * The recessen as they are in the store at this moment: read before each planning, each list and each turn, for another process
 * may have changed them. There are a few hundred documents at most.
 */
export async function loadRecessen(store: Store, timeZone: string): Promise<Recesview> {
  const collection = open(store);
  const bladen: Recesblad[] = [];
  for (;;) {
    const last = bladen.at(-1);
    const page = await collection.find({}, { limit: pageSize, ...(last && { after: last }) });
    bladen.push(...page);
    if (page.length < pageSize) break;
  }
  const fresh = recesviewOf(bladen, timeZone);
  const known = views.get(store) ?? new Map<string, Recesview>();
  views.set(store, known);
  const same = known.get(timeZone);
  if (same?.key === fresh.key) return same;
  known.set(timeZone, fresh);
  return fresh;
}

/** Who did what to the recessen of an organisatie, oldest first. */
export const tracesOf = async (store: Store, organisatie: string): Promise<readonly Recesspoor[]> =>
  (await open(store).get(organisatie))?.spoor ?? [];
