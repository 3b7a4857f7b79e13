import { createHash } from 'node:crypto';
import type { NewId } from '../clock.ts';
import { type Collection, type CollectionDeclaration, change, type Store, type Stored } from '../opslag/store.ts';
import type { Language } from '../taal/language.ts';
import type { Reading } from './reading.ts';
import { normalisePhrase, tokenise } from './token.ts';

/**
 * Questions that were not understood, or whose answer somebody called wrong: kept so that people can answer them and learn what
 * is missing. The asker's name is left out of the text; after 90 days the text itself is blanked.
 */
export interface Misvraag extends Stored {
  /** Where it was asked and its words, hashed: the same question there is this one. Absent once blanked. */
  readonly sleutel?: string;
  readonly tekst: string;
  readonly taal: Language;
  readonly reden: 'niet_begrepen' | 'klopt_niet';
  /** Epoch ms of the first and the last time. */
  readonly eerst: number;
  readonly laatst: number;
  readonly aantal: number;
  readonly tenant: string;
  readonly kanaal: string;
  /** `_id`s of the verbanden that the conversation was bound to; empty: none. */
  readonly verbanden: readonly string[];
  /** What it was read as: intent, and the filter as JSON text. */
  readonly intent: Reading['intent'];
  readonly filter: string;
  /** Hashes of who said that the answer was wrong, so that each counts once. */
  readonly melders: readonly string[];
  readonly state: 'open' | 'beantwoord' | 'weg' | 'verlopen';
}

const misvragen: CollectionDeclaration<Misvraag> = {
  name: 'misvragen',
  unique: [['sleutel']],
  indexes: [['state', 'laatst']],
};

/** Where a question was asked, and so where it may be listed. */
export interface Place {
  readonly tenant: string;
  readonly kanaal: string;
  readonly verbanden: readonly string[];
}

export interface Miss extends Place {
  readonly reading: Reading;
  readonly reden: Misvraag['reden'];
  /** Name of the asker, to leave it out of the text. */
  readonly naam: string;
  /** Who says that the answer is wrong: a key without names in it. */
  readonly melder?: string;
  readonly now: number;
}

export interface Misvragen {
  /** Keeps a question, or counts it again. `counted` is false when this person had said so already. */
  keep(miss: Miss): Promise<{ readonly misvraag: Misvraag; readonly counted: boolean }>;
  get(id: string): Promise<Misvraag | undefined>;
  /**
   * Open ones that may be listed in this place, most asked first: those of its own verbanden, and those that were asked outside any
   * verband in the same organisation.
   */
  list(place: Place, now: number): Promise<readonly Misvraag[]>;
  /** Answered, or not worth answering. Twice is the same as once. */
  settle(id: string, state: 'beantwoord' | 'weg'): Promise<Misvraag | undefined>;
  /** Blanks what is older than 90 days. @returns how many */
  blankOld(now: number): Promise<number>;
}

const keptMs = 90 * 24 * 60 * 60 * 1000;
const longestTekst = 300;
const longestFilter = 2_000;
const melderLimit = 200;
const listedLimit = 500;
const blankedAtOnce = 200;

/** A question is shown where one of its verbanden is bound; one without verbanden, in all of its tenant. */
export const misvraagAllowedIn = (misvraag: Misvraag, place: Place): boolean =>
  misvraag.verbanden.length === 0
    ? misvraag.tenant === place.tenant
    : misvraag.verbanden.some((verband) => place.verbanden.includes(verband));

/** Holds nothing in memory: open it where it is needed. */
export function openMisvragen(store: Store, newId: NewId): Misvragen {
  const collection: Collection<Misvraag> = store.collection(misvragen);

  const countAgain = async (id: string, miss: Miss): Promise<{ misvraag: Misvraag; counted: boolean } | undefined> => {
    let counted = false;
    const misvraag = await change(collection, id, (current) => {
      counted = miss.melder === undefined || !current.melders.includes(miss.melder);
      if (!counted) return undefined;
      const reopened = miss.reden === 'klopt_niet' && current.state === 'beantwoord';
      return {
        ...current,
        aantal: current.aantal + 1,
        laatst: Math.max(current.laatst, miss.now),
        melders: [...current.melders, ...meldersOf(miss)].slice(-melderLimit),
        state: reopened ? 'open' : current.state,
      };
    });
    return misvraag && { misvraag, counted };
  };

  const blankOld = async (now: number): Promise<number> => {
    let blanked = 0;
    for (const state of ['open', 'beantwoord', 'weg'] as const) {
      const old = await collection.find({ state, laatst: { $lt: now - keptMs } }, { limit: blankedAtOnce });
      for (const { _id } of old) await change(collection, _id, (current) => blankOf(current, now));
      blanked += old.length;
    }
    return blanked;
  };

  return {
    blankOld,
    get: (id) => collection.get(id),
    keep: async (miss) => {
      const draft = draftOf(newId(), miss);
      for (;;) {
        const [known] = await collection.find({ sleutel: draft.sleutel }, { limit: 1 });
        const again = known === undefined ? undefined : await countAgain(known._id, miss);
        if (again !== undefined) return again;
        const outcome = await collection.insert(draft);
        if (outcome.kind === 'inserted') return { misvraag: outcome.doc, counted: true };
      }
    },
    list: async (place, now) => {
      await blankOld(now);
      const open = await collection.find({ state: 'open' }, { sort: [['laatst', -1]], limit: listedLimit });
      return open
        .filter((misvraag) => misvraagAllowedIn(misvraag, place))
        .sort((one, other) => other.aantal - one.aantal || other.laatst - one.laatst);
    },
    settle: (id, state) =>
      change(collection, id, (current) => (current.state === 'open' ? { ...current, state } : undefined)),
  };
}

const meldersOf = ({ melder }: Miss): readonly string[] => (melder === undefined ? [] : [melder]);

function draftOf(_id: string, miss: Miss) {
  const { reading, reden, tenant, kanaal, verbanden, now, naam } = miss;
  const tekst = withoutName(reading.text, naam).slice(0, longestTekst);
  const filter = JSON.stringify(reading.filter);
  const where = verbanden.length === 0 ? ['tenant', tenant] : ['verbanden', ...[...verbanden].sort()];
  return {
    _id,
    sleutel: createHash('sha256')
      .update(JSON.stringify([where, normalisePhrase(tekst)]))
      .digest('base64url'),
    tekst,
    taal: reading.lang,
    reden,
    eerst: now,
    laatst: now,
    aantal: 1,
    tenant,
    kanaal,
    verbanden,
    intent: reading.intent,
    filter: filter.length > longestFilter ? '{}' : filter,
    melders: meldersOf(miss),
    state: 'open' as const,
  };
}

/** What remains after 90 days: that there was a question, when and how often. */
function blankOf({ sleutel: _, ...rest }: Misvraag, now: number): Omit<Misvraag, 'version'> | undefined {
  if (rest.laatst >= now - keptMs) return undefined;
  const { version: __, ...draft } = rest;
  return { ...draft, tekst: '', filter: '{}', melders: [], state: 'verlopen' };
}

const shortestNamePart = 3;

/** The text with each part of this name, and any e-mail address, as an ellipsis. What stands in brackets is no part of a name. */
export function withoutName(text: string, naam: string): string {
  const [own = ''] = naam.split('(', 1);
  const parts = new Set(
    tokenise(own)
      .map(({ norm }) => norm)
      .filter((norm) => norm.length >= shortestNamePart),
  );
  const spans = tokenise(text).filter(({ norm }) => parts.has(norm));
  const bare = spans.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}…${rest.slice(end)}`, text);
  return bare
    .split(/\s+/)
    .map((word) => (word.includes('@') ? '…' : word))
    .join(' ')
    .trim();
}
