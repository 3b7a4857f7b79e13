import { createHash } from 'node:crypto';
import type { Collection, CollectionDeclaration, Draft, Filter, Store } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import type { Language } from '../taal/language.ts';
import type { Address, Kanaal } from './types.ts';

/**
 * The conversations the bot is in and the verbanden bound to them. Called by the turn (keep the address, koppel, ontkoppel,
 * removed), by the planner and the outbox (where does a herinnering go). Holds nothing in memory: another process may have
 * changed a kanaal a moment ago.
 */

const kanaalCollection: CollectionDeclaration<Kanaal> = {
  name: 'kanalen',
  indexes: [['verbanden']],
};

const dayMs = 86_400_000;

/** A message in a channel names its thread in the conversation id; the kanaal is the channel itself. */
const conversationOf = (conversationId: string): string => {
  const thread = conversationId.indexOf(';messageid=');
  return thread === -1 ? conversationId : conversationId.slice(0, thread);
};

/** The `_id` of the Kanaal of this address: the same conversation of the same tenant always gives the same. */
export function kanaalId(address: Pick<Address, 'tenantId' | 'conversationId'>): string {
  const key = `${address.tenantId.toLowerCase()}\n${conversationOf(address.conversationId)}`;
  return `k${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}

/**
 * In a channel and a group chat everybody who speaks brings a person and a locale of their own: those are not the kanaal's, or
 * each turn would write and the record would hold personal data that nobody needs.
 */
function ownAddress(address: Address, known: Address | undefined): Address {
  const { userAadId, locale, ...rest } = address;
  const conversationId = conversationOf(address.conversationId);
  if (address.conversationType === 'personal') {
    const person = userAadId ?? known?.userAadId;
    const language = locale ?? known?.locale;
    return {
      ...rest,
      conversationId,
      ...(person !== undefined && { userAadId: person }),
      ...(language !== undefined && { locale: language }),
    };
  }
  const first = known?.locale ?? locale;
  const teamId = rest.teamId ?? known?.teamId;
  const channelId = rest.channelId ?? known?.channelId;
  return {
    ...rest,
    conversationId,
    ...(teamId !== undefined && { teamId }),
    ...(channelId !== undefined && { channelId }),
    ...(first !== undefined && { locale: first }),
  };
}

const addressKeys = [
  'tenantId',
  'conversationId',
  'conversationType',
  'serviceUrl',
  'botId',
  'teamId',
  'channelId',
  'userAadId',
  'locale',
] as const;

const sameAddress = (one: Address, other: Address): boolean => addressKeys.every((key) => one[key] === other[key]);

const draftOf = (kanaal: Kanaal): Draft<Kanaal> => {
  const { version: _, ...draft } = kanaal;
  return draft;
};

/** Since when this verband is bound to this kanaal, epoch ms; `undefined` when it is not. */
export function boundSince(kanaal: Kanaal, verband: string): number | undefined {
  if (!kanaal.verbanden.includes(verband)) return undefined;
  return kanaal.bindings?.find((binding) => binding.verband === verband)?.since ?? kanaal.seenAt;
}

/** What {@link openKanalen} gives. Every change answers the kanaal as it then stands, or `undefined` when there is none. */
export interface Kanalen {
  /**
   * Creates or refreshes the kanaal of an inbound activity; a removed one is in use again. Writes only when something changed or
   * the last time was on another day.
   */
  keepAddress(address: Address, seen: { readonly naam?: string; readonly now: number }): Promise<Kanaal>;
  /** `koppel`. Binding what is bound already changes nothing, also not since when. */
  bindVerband(kanaal: string, verband: string, now: number): Promise<Kanaal | undefined>;
  /** `ontkoppel`. */
  unbindVerband(kanaal: string, verband: string): Promise<Kanaal | undefined>;
  /** `taal`: everything said here from now on is in this language. */
  setLanguage(kanaal: string, taal: Language): Promise<Kanaal | undefined>;
  /** The bot was taken out of the conversation: nothing is sent there until {@link keepAddress} sees it again. */
  markRemoved(kanaal: string): Promise<Kanaal | undefined>;
  kanaal(id: string): Promise<Kanaal | undefined>;
  /** Kanalen bound to this verband from which the bot was not removed. */
  kanalenOf(verband: string): Promise<readonly Kanaal[]>;
  /** Every kanaal, removed ones too, by id. */
  allKanalen(): Promise<readonly Kanaal[]>;
  /** Those with at least one verband, removed ones too, by id: what the planner looks at, so that personal chats cost it nothing. */
  boundKanalen(): Promise<readonly Kanaal[]>;
}

const pageSize = 500;

async function allPages(collection: Collection<Kanaal>, filter: Filter): Promise<readonly Kanaal[]> {
  const all: Kanaal[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await collection.find(filter, { limit: pageSize, ...(last && { after: last }) });
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}

/** Made once in the house, over the store that all rooms share. */
export function openKanalen(store: Store): Kanalen {
  const collection = store.collection(kanaalCollection);

  async function keepAddress(
    address: Address,
    { naam, now }: { readonly naam?: string; readonly now: number },
  ): Promise<Kanaal> {
    const id = kanaalId(address);
    const decide = (current: Kanaal): Draft<Kanaal> | undefined => {
      const fresh = ownAddress(address, current.address);
      const sameDay = Math.floor(now / dayMs) <= Math.floor(current.seenAt / dayMs);
      const sameName = naam === undefined || naam === current.naam;
      if (sameDay && sameName && !current.removed && sameAddress(fresh, current.address)) return undefined;
      const next = {
        ...draftOf(current),
        address: fresh,
        seenAt: Math.max(now, current.seenAt),
        removed: false,
        ...(naam !== undefined && { naam }),
      };
      if (!current.removed) return next;
      // Back after a removal: what fell due in between is handled as for a channel that is bound anew.
      return { ...next, bindings: current.verbanden.map((verband) => ({ verband, since: now })) };
    };
    for (;;) {
      const known = await change(collection, id, decide);
      if (known !== undefined) return known;
      const outcome = await collection.insert({
        _id: id,
        address: ownAddress(address, undefined),
        verbanden: [],
        bindings: [],
        seenAt: now,
        removed: false,
        ...(naam !== undefined && { naam }),
      });
      if (outcome.kind === 'inserted') return outcome.doc;
    }
  }

  return {
    keepAddress,
    bindVerband: (id, verband, now) =>
      change(collection, id, (current) =>
        current.verbanden.includes(verband)
          ? undefined
          : {
              ...draftOf(current),
              verbanden: [...current.verbanden, verband],
              bindings: [...(current.bindings ?? []).filter((one) => one.verband !== verband), { verband, since: now }],
            },
      ),
    setLanguage: (id, taal) =>
      change(collection, id, (current) => (current.taal === taal ? undefined : { ...draftOf(current), taal })),
    unbindVerband: (id, verband) =>
      change(collection, id, (current) =>
        current.verbanden.includes(verband)
          ? {
              ...draftOf(current),
              verbanden: current.verbanden.filter((one) => one !== verband),
              bindings: (current.bindings ?? []).filter((one) => one.verband !== verband),
            }
          : undefined,
      ),
    markRemoved: (id) =>
      change(collection, id, (current) => (current.removed ? undefined : { ...draftOf(current), removed: true })),
    kanaal: (id) => collection.get(id),
    kanalenOf: (verband) => collection.find({ verbanden: verband, removed: false }),
    allKanalen: () => allPages(collection, {}),
    boundKanalen: () => allPages(collection, { verbanden: { $gt: '' } }),
  };
}
