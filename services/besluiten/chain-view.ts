import type { Collection } from '../opslag/store.ts';
import type { ChainDocument } from './collections.ts';
import { type BesluitContent, emptyHead, type Head, readIdentificatie } from './entry.ts';
import type { Besluit } from './types.ts';

/** A besluit as its entries left it. `personen` and not names: those can be erased at any time, so they are read when asked. */
export interface BesluitState {
  readonly besluit: Besluit;
  /** What the latest besluit or correctie entry said. */
  readonly content: BesluitContent;
  readonly withdrawn: boolean;
  /** Where beside the chain the recorder of the besluit is kept. */
  readonly persoon: string;
}

/**
 * The chain read from start to end, and kept up with it: since entries are never changed, reading on from the last one known
 * is enough, also when other processes write. Used by recording (what is the head, what is already there) and by finding.
 */
export interface ChainView {
  /** Reads the entries that came since. Everything below is as of the last call. */
  catchUp(): Promise<void>;
  head(): Head;
  state(identificatie: string): BesluitState | undefined;
  /** The besluit that an entry with this formId is about. */
  recordedFrom(formId: string): BesluitState | undefined;
  /** In order of recording. */
  states(): Iterable<BesluitState>;
  /** Highest number given out in this year; 0 for none. */
  lastNumber(year: number): number;
}

const pageSize = 1000;

export function viewChain(chain: Collection<ChainDocument>): ChainView {
  let head: Head = emptyHead;
  const states = new Map<string, BesluitState>();
  const forms = new Map<string, string>();
  const lastNumbers = new Map<number, number>();

  const take = (entry: ChainDocument): void => {
    // Two callers may read the same page at the same time; an entry counts once.
    if (entry.volgnummer <= head.volgnummer) return;
    head = { volgnummer: entry.volgnummer, hash: entry.hash };
    const identificatie = entry.soort === 'besluit' ? entry.identificatie : entry.betreft;
    const state = entry.soort === 'besluit' ? firstState(entry) : nextState(states.get(identificatie), entry);
    if (state === undefined) return;
    states.set(identificatie, state);
    forms.set(entry.formId, identificatie);
    const read = readIdentificatie(identificatie);
    if (read !== undefined) {
      lastNumbers.set(read.year, Math.max(read.number, lastNumbers.get(read.year) ?? 0));
    }
  };

  const recordedFrom = (formId: string): BesluitState | undefined => {
    const identificatie = forms.get(formId);
    return identificatie === undefined ? undefined : states.get(identificatie);
  };

  return {
    catchUp: async () => {
      for (;;) {
        const page = await chain.find(
          { volgnummer: { $gt: head.volgnummer } },
          { sort: [['volgnummer', 1]], limit: pageSize },
        );
        for (const entry of page) take(entry);
        if (page.length < pageSize) return;
      }
    },
    head: () => head,
    state: (identificatie) => states.get(identificatie),
    recordedFrom,
    states: () => states.values(),
    lastNumber: (year) => lastNumbers.get(year) ?? 0,
  };
}

type BesluitEntry = Extract<ChainDocument, { soort: 'besluit' }>;
type LaterEntry = Exclude<ChainDocument, { soort: 'besluit' }>;

function firstState(entry: BesluitEntry): BesluitState {
  return {
    besluit: {
      ...entry.besluit,
      identificatie: entry.identificatie,
      vastgelegdOp: entry.vastgelegdOp,
      volgnummer: entry.volgnummer,
      hash: entry.hash,
    },
    content: entry.besluit,
    withdrawn: false,
    persoon: entry.persoon,
  };
}

function nextState(before: BesluitState | undefined, entry: LaterEntry): BesluitState | undefined {
  if (before === undefined) return undefined;
  const { identificatie, vastgelegdOp, volgnummer, hash } = before.besluit;
  const gewijzigd = {
    soort: entry.soort,
    reden: entry.reden,
    vastgelegdOp: entry.vastgelegdOp,
    volgnummer: entry.volgnummer,
  };
  const base = { identificatie, vastgelegdOp, volgnummer, hash, gewijzigd };
  if (entry.soort === 'correctie') {
    return { ...before, besluit: { ...entry.besluit, ...base }, content: entry.besluit };
  }
  const { vervaldatum, vervalreden } = entry;
  return { ...before, besluit: { ...before.content, ...base, vervaldatum, vervalreden }, withdrawn: true };
}
