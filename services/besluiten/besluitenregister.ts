import type { Clock } from '../clock.ts';
import type { Store } from '../opslag/store.ts';
import { type BesluitState, viewChain } from './chain-view.ts';
import { chainCollection, chainId, persoonCollection } from './collections.ts';
import type { Head } from './entry.ts';
import { exportEntries } from './export-chain.ts';
import type { ChainExport } from './export-form.ts';
import { type BesluitQuery, selectBesluiten } from './find.ts';
import { erasePersonByAadId, erasePersonenOfForm, type RandomBytes, readNames } from './personen.ts';
import {
  type BesluitRequest,
  type CorrectionRequest,
  correctEntry,
  type Invalid,
  type RecordParts,
  recordEntry,
  type WithdrawalRequest,
  type Written,
  withdrawEntry,
} from './record.ts';
import { type RestoreOutcome, restoreEntries } from './restore.ts';
import type { Besluit } from './types.ts';

/** An outcome as a caller sees it: with the besluit whole, the recorder's name included. */
type Shown<T> = T extends { readonly state: BesluitState } ? Omit<T, 'state'> & { readonly besluit: Besluit } : T;

export type RecordOutcome = Shown<Written | Invalid>;
export type CorrectionOutcome = Shown<Awaited<ReturnType<typeof correctEntry>>>;
export type WithdrawalOutcome = Shown<Awaited<ReturnType<typeof withdrawEntry>>>;

/**
 * The register of besluiten: it only grows, each entry carries the hash of the one before. Safe with many processes on one
 * store. Throws only Faults; one with `retry: 'uncertain'` may have recorded: offer the same form again, never a new one.
 */
export interface Besluitenregister {
  recordBesluit(request: BesluitRequest): Promise<RecordOutcome>;
  /** Supersedes the whole content of a besluit; identificatie, verband and organisation stay. */
  correctBesluit(request: CorrectionRequest): Promise<CorrectionOutcome>;
  withdrawBesluit(request: WithdrawalRequest): Promise<WithdrawalOutcome>;
  /** Each besluit once, in its latest state. */
  findBesluiten(query: BesluitQuery): Promise<readonly Besluit[]>;
  besluit(identificatie: string): Promise<Besluit | undefined>;
  /** What was recorded from a form, in its latest state; undefined: nothing yet. */
  recordedFrom(formId: string): Promise<Besluit | undefined>;
  /** What a partner keeps beside its own records; `verifyExport` takes it as `expected`. Number 0 for an empty register. */
  head(): Promise<Head>;
  /**
   * Erases who recorded the entry with this number (AVG art. 17); the chain still verifies. False: no such entry, or already erased.
   */
  erasePerson(volgnummer: number): Promise<boolean>;
  /** Erases one person from everything they recorded; gives the number of places. */
  erasePersonByAadId(aadId: string): Promise<number>;
  /** The whole register as one document, for the verifier and the archive. Reads the store, not what this process remembers. */
  exportChain(): Promise<ChainExport>;
  /** Adds what an export has and this register lacks; refuses a chain that is not sound, or not this one. Never changes an entry. */
  restoreChain(exported: unknown, options?: { readonly dryRun?: boolean }): Promise<RestoreOutcome>;
}

/** Opens the one besluitenregister of this store. Several processes may have it open: the chain decides who is first. */
export function openBesluitenregister(ports: {
  readonly store: Store;
  readonly clock: Clock;
  /** IANA zone of the civil day: decides today, and the year of a number. */
  readonly timeZone: string;
  readonly random: RandomBytes;
}): Besluitenregister {
  const chain = ports.store.collection(chainCollection);
  const personen = ports.store.collection(persoonCollection);
  const view = viewChain(chain);
  const { clock, timeZone, random } = ports;
  const parts: RecordParts = { chain, personen, view, clock, timeZone, random };

  const showAll = async (states: readonly BesluitState[]): Promise<readonly Besluit[]> => {
    const places = states.map((state) => state.persoon);
    const names = await readNames(personen, places);
    return states.map(({ besluit, persoon }) => {
      const vastgelegdDoor = names.get(persoon);
      return vastgelegdDoor === undefined ? besluit : { ...besluit, vastgelegdDoor };
    });
  };
  const show = async <Kind extends string>(outcome: { readonly kind: Kind; readonly state: BesluitState }) => {
    const [besluit = outcome.state.besluit] = await showAll([outcome.state]);
    return { kind: outcome.kind, besluit };
  };

  return {
    recordBesluit: async (request) => {
      const outcome = await recordEntry(parts, request);
      return 'state' in outcome ? show(outcome) : outcome;
    },
    correctBesluit: async (request) => {
      const outcome = await correctEntry(parts, request);
      return 'state' in outcome ? show(outcome) : outcome;
    },
    withdrawBesluit: async (request) => {
      const outcome = await withdrawEntry(parts, request);
      return 'state' in outcome ? show(outcome) : outcome;
    },
    findBesluiten: async (query) => {
      await view.catchUp();
      return showAll(selectBesluiten(view.states(), query));
    },
    besluit: async (identificatie) => {
      await view.catchUp();
      const state = view.state(identificatie.trim().toUpperCase());
      return state === undefined ? undefined : (await showAll([state]))[0];
    },
    recordedFrom: async (formId) => {
      await view.catchUp();
      const state = view.recordedFrom(formId);
      return state === undefined ? undefined : (await showAll([state]))[0];
    },
    head: async () => {
      await view.catchUp();
      return view.head();
    },
    erasePerson: async (volgnummer) => {
      const entry = await chain.get(chainId(volgnummer));
      return entry !== undefined && erasePersonenOfForm(personen, entry.formId, clock);
    },
    erasePersonByAadId: (aadId) => erasePersonByAadId(personen, aadId, clock),
    exportChain: () => exportEntries(chain, personen),
    restoreChain: (exported, { dryRun = false } = {}) => restoreEntries(chain, personen, exported, dryRun),
  };
}
