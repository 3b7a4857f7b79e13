import type { NewId } from '../clock.ts';
import type { CivilDate } from '../kalender/civil-date.ts';
import { type Collection, type CollectionDeclaration, change, type Draft, type Store } from '../opslag/store.ts';
import type { OutboxOccurrence } from './outbox.ts';
import { draftOf, findAll, openOutbox, withoutLease } from './outbox.ts';
import {
  type Herinneringregel,
  isMovable,
  overzichtOf,
  overzichtSoorten,
  type RegelDraft,
  type RegelTrace,
  type RegelWanneer,
} from './regel.ts';

/**
 * The own rules of all kanalen: proposed by a sentence, confirmed with a button, managed afterwards. Each step is one
 * compare-and-replace of the rule, so that a button pressed or delivered twice has one effect. The planner makes the occurrences.
 */

const regelCollection: CollectionDeclaration<Herinneringregel> = {
  name: 'herinneringregels',
  indexes: [['state'], ['kanaal', 'state']],
};

const confirmMs = 24 * 60 * 60 * 1000;
const mostTraces = 40;
/** More than anybody reads: what goes beyond is a mistake or mischief. */
const mostRegels = 200;
/** What is read of one kanaal: its own rules and its overzichten. */
const mostKept = mostRegels + overzichtSoorten.length;

/** Who pressed, where, and when (epoch ms). `stamp`: the version of the rule on the card that was pressed. */
export interface RegelPress {
  readonly kanaal: string;
  readonly by: string;
  readonly at: number;
  readonly stamp?: number;
}

/** What a person may do to a rule that was confirmed. */
export type RegelChange =
  | { readonly deed: 'gepauzeerd'; readonly day?: CivilDate; readonly until?: number }
  | { readonly deed: 'verplaatst'; readonly day: CivilDate; readonly tijd?: string }
  | { readonly deed: 'hervat' | 'gestopt' };

export type RegelOutcome =
  | { readonly kind: 'done' | 'already'; readonly regel: Herinneringregel }
  /** None of this kanaal has this id. */
  | { readonly kind: 'unknown' }
  /** `expired`: a preview older than a day. `ended`: stopped or done before. `too-many`: the kanaal has {@link mostRegels}. */
  | { readonly kind: 'refused'; readonly reason: 'expired' | 'ended' | 'not-movable' | 'too-many' };

export interface Regels {
  /** Keeps what a sentence asks for until it is confirmed; older proposals that nobody confirmed are wiped. */
  propose(draft: RegelDraft, press: RegelPress): Promise<Herinneringregel>;
  confirm(id: string, press: RegelPress): Promise<RegelOutcome>;
  /** Nothing of a proposal will happen. After it was confirmed: no effect. */
  cancel(id: string, press: RegelPress): Promise<RegelOutcome>;
  manage(id: string, wanted: RegelChange, press: RegelPress): Promise<RegelOutcome>;
  /** Traces that it was sent there and then. `already`: by this same button. */
  noteRun(id: string, press: RegelPress & { readonly stamp: number }): Promise<RegelOutcome>;
  get(id: string): Promise<Herinneringregel | undefined>;
  /** Those that people made themselves and are active, paused ones too, oldest first. */
  ofKanaal(kanaal: string): Promise<readonly Herinneringregel[]>;
  /** The overzichten of this kanaal, on or off, in the order of {@link overzichtSoorten}. */
  overzichtenOf(kanaal: string): Promise<readonly Herinneringregel[]>;
}

/** For who only reads rules; whoever changes one asks {@link openRegels}. */
export const openRegelCollection = (store: Store): Collection<Herinneringregel> => store.collection(regelCollection);

/** Every rule that speaks or may speak again. */
export const loadRegels = (store: Store): Promise<readonly Herinneringregel[]> =>
  findAll(openRegelCollection(store), { state: 'active' });

/** The rules that these occurrences come from, as they are now, by `_id`. */
export async function regelsById(
  store: Store,
  occurrences: readonly { readonly regel?: string }[],
): Promise<ReadonlyMap<string, Herinneringregel>> {
  const ids = new Set(occurrences.flatMap(({ regel }) => regel ?? []));
  const collection = openRegelCollection(store);
  const found = await Promise.all([...ids].map((id) => collection.get(id)));
  return new Map(found.flatMap((regel) => (regel === undefined ? [] : [[regel._id, regel]])));
}

/** Holds nothing in memory: open it where it is needed. */
export function openRegels({ store, newId }: { readonly store: Store; readonly newId: NewId }): Regels {
  const collection = openRegelCollection(store);

  /** Decides on a rule of this kanaal; `decide` says what becomes of it, or why nothing does. */
  async function decideOn(
    id: string,
    kanaal: string,
    decide: (current: Herinneringregel) => Draft<Herinneringregel> | 'already' | RefusedReason,
  ): Promise<RegelOutcome> {
    let said: 'done' | 'already' | RefusedReason = 'done';
    let isTheirs = false;
    const regel = await change(collection, id, (current) => {
      isTheirs = current.kanaal === kanaal;
      if (!isTheirs) return undefined;
      const next = decide(current);
      said = typeof next === 'string' ? next : 'done';
      return typeof next === 'string' ? undefined : next;
    });
    if (regel === undefined || !isTheirs) return { kind: 'unknown' };
    return outcomeOf(said, regel);
  }

  return {
    propose: async (draft, { kanaal, by, at }) => {
      await wipeOld(collection, at);
      const fresh: Draft<Herinneringregel> = {
        _id: newId(),
        kanaal,
        ...draft,
        state: 'proposed',
        since: at,
        trace: [{ deed: 'ingesteld', by, at }],
      };
      const outcome = await collection.insert(fresh);
      return outcome.kind === 'inserted' ? outcome.doc : { ...fresh, version: 1 };
    },
    confirm: async (id, { kanaal, by, at }) => {
      const own = await collection.find({ kanaal, state: 'active' }, { limit: mostRegels });
      return decideOn(id, kanaal, (current) => {
        if (current.state === 'active' || current.state === 'done') return 'already';
        if (current.state !== 'proposed') return 'ended';
        if (at - current.since > confirmMs) return 'expired';
        if (own.length >= mostRegels) return 'too-many';
        return { ...draftOf(current), state: 'active', since: at, trace: [{ deed: 'ingesteld', by, at }] };
      });
    },
    cancel: (id, { kanaal }) =>
      decideOn(id, kanaal, (current) => (current.state === 'proposed' ? wiped(current) : 'already')),
    manage: async (id, wanted, press) => {
      const outcome = await decideOn(id, press.kanaal, (current) => changed(current, wanted, press));
      const isEnded = outcome.kind !== 'unknown' && outcome.kind !== 'refused' && outcome.regel.state === 'stopped';
      // Done again on a second press: a process may have died between the two writes.
      if (isEnded) await cancelPlanned(store, id);
      return outcome;
    },
    noteRun: (id, { kanaal, by, at, stamp }) =>
      decideOn(id, kanaal, (current) => {
        if (current.state !== 'active') return 'ended';
        if (current.trace.some((one) => one.deed === 'nu' && one.stamp === stamp)) return 'already';
        return { ...draftOf(current), trace: traced(current, { deed: 'nu', by, at, stamp }) };
      }),
    get: (id) => collection.get(id),
    ofKanaal: async (kanaal) => {
      const own = await collection.find({ kanaal, state: 'active' }, { limit: mostKept });
      return own
        .filter((regel) => overzichtOf(regel) === undefined)
        .sort((one, other) => firstAt(one) - firstAt(other));
    },
    overzichtenOf: async (kanaal) => {
      const own = await collection.find({ kanaal, state: 'active' }, { limit: mostKept });
      return overzichtSoorten.flatMap((soort) => own.filter((regel) => overzichtOf(regel) === soort));
    },
  };
}

type RefusedReason = Extract<RegelOutcome, { kind: 'refused' }>['reason'];

const outcomeOf = (said: 'done' | 'already' | RefusedReason, regel: Herinneringregel): RegelOutcome =>
  said === 'done' || said === 'already' ? { kind: said, regel } : { kind: 'refused', reason: said };

const firstAt = ({ trace }: Herinneringregel): number => trace[0]?.at ?? 0;

/** The first, which says who made it, and of the others the latest. */
function traced({ trace }: Herinneringregel, added: RegelTrace): readonly RegelTrace[] {
  const [first, ...others] = [...trace, added];
  return first === undefined ? [] : [first, ...others.slice(1 - mostTraces)];
}

function changed(
  current: Herinneringregel,
  wanted: RegelChange,
  { by, at }: RegelPress,
): Draft<Herinneringregel> | 'already' | RefusedReason {
  if (current.state !== 'active') return current.state === 'stopped' && wanted.deed === 'gestopt' ? 'already' : 'ended';
  // An overzicht is switched off and on again; it never ends, for every bound channel has it.
  if (wanted.deed === 'gestopt' && overzichtOf(current) !== undefined)
    return changed(current, { deed: 'gepauzeerd' }, { kanaal: current.kanaal, by, at });
  const trace = (day?: CivilDate, tijd?: string) =>
    traced(current, {
      deed: wanted.deed,
      by,
      at,
      ...(day !== undefined && { day }),
      ...(tijd !== undefined && { tijd }),
    });
  switch (wanted.deed) {
    case 'gestopt':
      return { ...draftOf(current), state: 'stopped', trace: trace() };
    case 'hervat': {
      const { pauze, ...rest } = draftOf(current);
      if (pauze === undefined || (pauze.until !== undefined && pauze.until <= at)) return 'already';
      return { ...rest, ...afterPause(current, at), trace: trace() };
    }
    case 'gepauzeerd': {
      const { pauze } = current;
      const isRunning = pauze !== undefined && (pauze.until === undefined || pauze.until > at);
      if (isRunning && pauze.until === wanted.until) return 'already';
      const from = isRunning ? pauze.from : at;
      return {
        ...draftOf(current),
        ...(isRunning ? {} : afterPause(current, pauze?.until)),
        pauze: { from, ...(wanted.until !== undefined && { until: wanted.until }) },
        trace: trace(wanted.day),
      };
    }
    case 'verplaatst': {
      const wanneer = movedTo(current.wanneer, wanted);
      if (wanneer === undefined) return 'not-movable';
      return isSame(wanneer, current.wanneer)
        ? 'already'
        : { ...draftOf(current), wanneer, trace: trace(wanted.day, wanted.tijd) };
    }
  }
}

/** A recurring rule does not catch up with what fell in its pause. */
const afterPause = ({ wanneer, since }: Herinneringregel, end: number | undefined): { readonly since?: number } =>
  wanneer.kind === 'recurring' && end !== undefined ? { since: Math.max(since, end) } : {};

/** What counts from a date of an afspraak gets a day of its own; what comes more than once is moved one occurrence at a time, with Uitstellen. */
function movedTo(wanneer: RegelWanneer, { day, tijd }: { readonly day: CivilDate; readonly tijd?: string }) {
  if (!isMovable({ wanneer })) return undefined;
  const time = tijd ?? wanneer.tijd;
  return { kind: 'once', dag: day, ...(time !== undefined && { tijd: time }) } as const;
}

const isSame = (one: RegelWanneer, other: RegelWanneer): boolean =>
  one.kind === 'once' && other.kind === 'once' && one.dag === other.dag && one.tijd === other.tijd;

/** Only that there was a proposal: nothing about what or who. */
const wiped = (current: Herinneringregel): Draft<Herinneringregel> => ({
  _id: current._id,
  kanaal: current.kanaal,
  wanneer: { kind: 'once', dag: '1970-01-01' },
  inhoud: { kind: 'text', tekst: '' },
  state: 'cancelled',
  since: current.since,
  trace: [],
});

async function wipeOld(collection: Collection<Herinneringregel>, now: number): Promise<void> {
  const proposed = await collection.find({ state: 'proposed' }, { limit: mostRegels });
  for (const { _id } of proposed.filter(({ since }) => now - since > confirmMs)) {
    await change(collection, _id, (current) => (current.state === 'proposed' ? wiped(current) : undefined));
  }
}

async function cancelPlanned(store: Store, regel: string): Promise<void> {
  const { occurrences } = openOutbox(store);
  for (const one of await findAll(occurrences, { regel, state: 'planned' })) {
    await change(occurrences, one._id, (current): Draft<OutboxOccurrence> | undefined =>
      current.state === 'planned'
        ? { ...withoutLease(current), state: 'cancelled', reason: 'regel-stopped' }
        : undefined,
    );
  }
}

/**
 * Klaar on what speaks once, or on the last of its days: nothing more comes of it. A rule that counts from a date, or recurs, goes on
 * with the next.
 *
 * @param anchor the day on which Klaar was pressed
 */
export async function finishRegel(
  store: Store,
  id: string,
  { anchor, by, at }: { readonly anchor: CivilDate; readonly by: string; readonly at: number },
): Promise<void> {
  await change(openRegelCollection(store), id, (current): Draft<Herinneringregel> | undefined =>
    current.state === 'active' && endsWith(current.wanneer, anchor)
      ? { ...draftOf(current), state: 'done', trace: traced(current, { deed: 'klaar', by, at }) }
      : undefined,
  );
}

const endsWith = (wanneer: RegelWanneer, anchor: CivilDate): boolean =>
  wanneer.kind === 'once' || (wanneer.kind === 'days' && wanneer.dagen.every((dag) => dag <= anchor));
