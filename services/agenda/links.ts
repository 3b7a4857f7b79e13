import { createHash } from 'node:crypto';
import type { NewId } from '../clock.ts';
import { type CollectionDeclaration, change, type Draft, type Store, type Stored } from '../opslag/store.ts';

/**
 * Links to the calendar of a verband. Whoever has one can read the calendar without signing in, as calendar programs do; so it cannot
 * be guessed, only its hash is kept, and it can be revoked. It belongs to the kanaal that made it.
 */

/** `_id` is the SHA-256 of the token, hex: who reads the store cannot use the link. */
export interface Agendalink extends Stored {
  /** `_id` of each. */
  readonly verband: string;
  readonly kanaal: string;
  /** Name of who made it: personal data, shown to the same channel. */
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  /** Only while it works; unique, so that a kanaal has at most one link of a verband. */
  readonly active?: string;
  readonly revoked?: { readonly by: string; readonly at: number };
}

export const agendalinkCollection: CollectionDeclaration<Agendalink> = {
  name: 'agendalinks',
  unique: [['active']],
  indexes: [['kanaal']],
};

export interface MakeLink {
  readonly verband: string;
  readonly kanaal: string;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  /** `_id` of the link that this one replaces. */
  readonly instead?: string;
}

/** `token` is given here alone, and never again. `exists`: somebody was first, or the link to replace was not in use any more. */
export type MakeOutcome =
  | { readonly kind: 'made'; readonly link: Agendalink; readonly token: string }
  | { readonly kind: 'exists' };

/** Made once with `openAgendalinks`; used by the command `agenda` and by the feed. Instants are epoch ms. */
export interface Agendalinks {
  make(wanted: MakeLink): Promise<MakeOutcome>;
  /** Revoking twice is revoking once; a link of another kanaal is left as it is. */
  revoke(id: string, kanaal: string, by: string, at: number): Promise<void>;
  /** Those that work, of one kanaal. */
  linksOf(kanaal: string): Promise<readonly Agendalink[]>;
  /** The link that this token opens; `undefined`: none, or revoked. */
  find(token: string): Promise<Agendalink | undefined>;
}

const tokenForm = /^[A-Za-z0-9_-]{22,64}$/;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

function draftOf({ version: _, ...draft }: Agendalink): Draft<Agendalink> {
  return draft;
}

/** Made once in the house. `newId` gives the tokens. */
export function openAgendalinks({ store, newId }: { readonly store: Store; readonly newId: NewId }): Agendalinks {
  const collection = store.collection(agendalinkCollection);

  /** Whether this call is the one that revoked it. */
  async function revoke(id: string, kanaal: string, by: string, at: number): Promise<boolean> {
    let isFirst = false;
    await change(collection, id, (current) => {
      isFirst = current.kanaal === kanaal && current.revoked === undefined;
      const { active: _, ...rest } = draftOf(current);
      return isFirst ? { ...rest, revoked: { by, at } } : undefined;
    });
    return isFirst;
  }

  return {
    make: async ({ instead, ...wanted }) => {
      const isFree = instead === undefined || (await revoke(instead, wanted.kanaal, wanted.by, wanted.at));
      if (!isFree) return { kind: 'exists' };
      const token = newId();
      const active = `${wanted.kanaal} ${wanted.verband}`;
      const outcome = await collection.insert({ _id: hashOf(token), ...wanted, active });
      return outcome.kind === 'inserted' ? { kind: 'made', link: outcome.doc, token } : outcome;
    },
    revoke: async (id, kanaal, by, at) => {
      await revoke(id, kanaal, by, at);
    },
    linksOf: async (kanaal) => (await collection.find({ kanaal })).filter(({ revoked }) => revoked === undefined),
    find: async (token) => {
      if (!tokenForm.test(token)) return undefined;
      const link = await collection.get(hashOf(token));
      return link?.revoked === undefined ? link : undefined;
    },
  };
}
