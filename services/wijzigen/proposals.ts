import type { NewId } from '../clock.ts';
import { type Collection, type CollectionDeclaration, change, type Draft, type Store } from '../opslag/store.ts';
import type { Register } from '../register/register.ts';
import { type Changer, mayChange } from '../toegang/scope.ts';
import { withFields } from './field-values.ts';
import type { AfspraakChange, ChangeProposal, ChangeResult, FieldChange, Press } from './types.ts';

/**
 * Proposals in the store, so that a button carries an id alone and any process can confirm it. Each step is decided by one
 * compare-and-replace of the proposal; what follows in the register bears the proposal's mark in the history, so it can be done
 * again after a crash, or at once by two processes, and still happens once.
 */

const declaration: CollectionDeclaration<ChangeProposal> = {
  name: 'wijzigingsvoorstellen',
  indexes: [['forgetAt']],
};

/** How long a preview can be confirmed, and after that how long a change can be taken back. */
export const keptMs = 24 * 60 * 60 * 1000;
const forgottenAtOnce = 500;

/** Who pressed, from where, and when (epoch ms). */
export interface Presser {
  readonly by: string;
  readonly at: number;
  readonly changer: Changer;
}

/** The proposal as it stands after a press; `unknown`: there is none with this id. */
export type PressOutcome = ChangeProposal | { readonly state: 'unknown' };

/** Used by the deeds of the chat. `at` and `now` are epoch ms. */
export interface Proposals {
  /**
   * Keeps a proposal.
   * @param id absent: a new one. Given: the id of a form; a second proposal with it is dropped, and the first one is given
   */
  keep(content: Pick<ChangeProposal, 'changes' | 'leftOut'>, at: number, id?: string): Promise<ChangeProposal>;
  get(id: string): Promise<ChangeProposal | undefined>;
  /** Writes each change whose afspraak is still at the version that was shown. Pressed or delivered twice, it happens once. */
  apply(id: string, presser: Presser): Promise<PressOutcome>;
  /** Nothing of it will happen. After it was applied: no effect. */
  cancel(id: string): Promise<PressOutcome>;
  /** Puts back what each afspraak said, as a new version; not where somebody changed it since. */
  undo(id: string, presser: Presser): Promise<PressOutcome>;
  /** Wipes the content of what can no longer be confirmed or taken back. @returns how many were wiped */
  forget(now: number): Promise<number>;
}

export function openProposals(parts: {
  readonly store: Store;
  readonly register: Register;
  readonly newId: NewId;
}): Proposals {
  const collection = parts.store.collection(declaration);
  const { register } = parts;
  return {
    keep: async ({ changes, leftOut }, at, id = parts.newId()) => {
      const draft = { _id: id, state: 'proposed', changes, leftOut, proposedAt: at, forgetAt: at + keptMs } as const;
      const outcome = await collection.insert(draft);
      if (outcome.kind === 'inserted') return outcome.doc;
      return (await collection.get(id)) ?? { ...draft, version: 1 };
    },
    get: (id) => collection.get(id),
    apply: async (id, { by, at, changer }) => {
      const decided = await change(collection, id, (current): Draft<ChangeProposal> | undefined => {
        if (current.state !== 'proposed') return undefined;
        if (isOver(current, at)) return wiped(current, 'expired');
        return { ...draftOf(current), state: 'applied', applied: { by, at }, forgetAt: at + keptMs };
      });
      return decided === undefined ? unknown : completeApply(decided, { collection, register, changer });
    },
    cancel: async (id) => {
      const decided = await change(collection, id, (current) =>
        current.state === 'proposed' ? wiped(current, 'cancelled') : undefined,
      );
      return decided ?? unknown;
    },
    undo: async (id, { by, at, changer }) => {
      const before = await collection.get(id);
      const writing = { collection, register, changer };
      // A process may have died between confirming and writing: what is taken back must be whole first.
      if (before !== undefined) await completeApply(before, writing);
      const decided = await change(collection, id, (current): Draft<ChangeProposal> | undefined => {
        if (current.state !== 'applied') return undefined;
        return isOver(current, at)
          ? wiped(current, 'expired')
          : { ...draftOf(current), state: 'undone', undone: { by, at } };
      });
      return decided === undefined ? unknown : completeUndo(decided, writing);
    },
    forget: async (now) => {
      const due = await collection.find({ forgetAt: { $lte: now } }, { limit: forgottenAtOnce });
      for (const { _id } of due)
        await change(collection, _id, (current) => (isOver(current, now) ? wiped(current, 'expired') : undefined));
      return due.length;
    },
  };
}

const unknown = { state: 'unknown' } as const;

function draftOf({ version: _, ...draft }: ChangeProposal): Draft<ChangeProposal> {
  return draft;
}

const isOver = ({ forgetAt }: ChangeProposal, now: number): boolean => forgetAt !== undefined && forgetAt <= now;

/** Only that there was one, and when: nothing about what, who or whose. */
const wiped = ({ _id, proposedAt }: ChangeProposal, state: 'expired' | 'cancelled'): Draft<ChangeProposal> => ({
  _id,
  state,
  changes: [],
  leftOut: 0,
  proposedAt,
});

interface Writing {
  readonly collection: Collection<ChangeProposal>;
  readonly register: Register;
  readonly changer: Changer;
}

async function completeApply(proposal: ChangeProposal, writing: Writing): Promise<ChangeProposal> {
  const { applied, _id } = proposal;
  if (proposal.state !== 'applied' || applied === undefined || applied.results !== undefined) return proposal;
  const results = await writeAll(proposal.changes, applied, `wijziging:${_id}`, writing);
  const whole = await change(writing.collection, _id, (current) =>
    current.applied === undefined || current.applied.results !== undefined
      ? undefined
      : { ...draftOf(current), applied: { ...current.applied, results } },
  );
  return whole ?? proposal;
}

async function completeUndo(proposal: ChangeProposal, writing: Writing): Promise<ChangeProposal> {
  const { applied, undone, _id } = proposal;
  if (proposal.state !== 'undone' || undone === undefined || undone.results !== undefined) return proposal;
  const saved = new Map((applied?.results ?? []).map(({ code, version }) => [code, version]));
  const back = proposal.changes.flatMap((one): AfspraakChange[] => {
    const version = saved.get(one.code);
    return version === undefined ? [] : [{ ...one, version, velden: one.velden.map(turnedRound) }];
  });
  const results = await writeAll(back, undone, `ongedaan:${_id}`, writing);
  const whole = await change(writing.collection, _id, (current) =>
    current.undone === undefined || current.undone.results !== undefined
      ? undefined
      : { ...draftOf(current), undone: { ...current.undone, results } },
  );
  return whole ?? proposal;
}

const turnedRound = ({ veld, van, naar }: FieldChange): FieldChange => ({
  veld,
  ...(naar !== undefined && { van: naar }),
  ...(van !== undefined && { naar: van }),
});

async function writeAll(
  changes: readonly AfspraakChange[],
  press: Press,
  mark: string,
  { register, changer }: Writing,
): Promise<readonly ChangeResult[]> {
  await register.refresh();
  // All ended before the first failure is passed on: nothing goes on writing behind a report of failure.
  const outcomes = await Promise.allSettled(changes.map((one) => writeOne(one, press, mark, register, changer)));
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

async function writeOne(
  { code, version, velden }: AfspraakChange,
  { by, at }: Press,
  mark: string,
  register: Register,
  changer: Changer,
): Promise<ChangeResult> {
  const current = register.view().afspraak(code);
  if (current === undefined) return { code, kind: 'gone' };
  if (!mayChange(changer, current)) return { code, kind: 'not_allowed' };
  const outcome = await register.saveAfspraak(
    withFields(current, velden),
    version,
    { naam: by, via: 'chat' },
    at,
    mark,
  );
  if (outcome.kind === 'saved') return { code, kind: 'saved', version: outcome.afspraak.version };
  if (outcome.kind === 'unchanged') return { code, kind: 'unchanged' };
  // Stale, perhaps because this very change was written before: by a process that died since, or by a rival at this moment.
  const next = (await register.history(code)).find(({ nummer }) => nummer === version + 1);
  return next?.herkomst === mark ? { code, kind: 'saved', version: version + 1 } : { code, kind: 'stale' };
}
