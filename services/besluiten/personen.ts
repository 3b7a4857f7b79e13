import type { Clock } from '../clock.ts';
import { Fault } from '../fault.ts';
import type { Collection } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import type { PersoonDocument } from './collections.ts';
import { commitTo, type Persoon } from './entry.ts';

/** Gives this many random bytes from a cryptographic source; `randomBytes` of node:crypto in production. */
export type RandomBytes = (count: number) => Uint8Array;

/** A recorder kept beside the chain: where, and the commitment that goes into the entry. */
export interface Commitment {
  readonly persoon: string;
  readonly persoonsgegevens: string;
}

/**
 * Keeps who recorded something, before its entry is written. When the process dies in between, the document left behind is
 * harmless, and the same form from the same person finds and uses it again.
 *
 * Two people may press the button of one form at the same time: each gets a place of their own (`formId:0`, `formId:1`), so that
 * the entry names the one whose entry it is.
 */
export async function keepPersoon(
  personen: Collection<PersoonDocument>,
  formId: string,
  persoon: Persoon,
  random: RandomBytes,
): Promise<Commitment> {
  const { naam, aadId } = persoon;
  for (let place = 0; ; place += 1) {
    const _id = `${formId}:${place}`;
    const salt = Buffer.from(random(32)).toString('hex');
    const outcome = await personen.insert({ _id, salt, naam, ...(aadId === undefined ? {} : { aadId }) });
    if (outcome.kind === 'inserted') return commitment(_id, persoon, salt);
    const kept = await personen.get(_id);
    if (kept?.salt !== undefined && kept.naam === naam && kept.aadId === aadId) {
      return commitment(_id, persoon, kept.salt);
    }
  }
}

function commitment(id: string, persoon: Persoon, salt: string): Commitment {
  const persoonsgegevens = commitTo(persoon, salt);
  if (persoonsgegevens === undefined) throw new Fault('besluiten-not-canonical', 'never', 'a name cannot be hashed');
  return { persoon: id, persoonsgegevens };
}

/** Erases everyone kept for this form. The tombstone holds the moment alone: no salt, so nobody can try names against the chain. */
export async function erasePersonenOfForm(
  personen: Collection<PersoonDocument>,
  formId: string,
  clock: Clock,
): Promise<boolean> {
  let erased = false;
  for (let place = 0; ; place += 1) {
    const _id = `${formId}:${place}`;
    const kept = await personen.get(_id);
    if (kept === undefined) return erased;
    if (await erase(personen, _id, clock)) erased = true;
  }
}

/** Erases one person wherever they recorded something; gives the number of places. */
export async function erasePersonByAadId(
  personen: Collection<PersoonDocument>,
  aadId: string,
  clock: Clock,
): Promise<number> {
  let count = 0;
  for (const kept of await personen.find({ aadId })) if (await erase(personen, kept._id, clock)) count += 1;
  return count;
}

async function erase(personen: Collection<PersoonDocument>, id: string, clock: Clock): Promise<boolean> {
  let wasThere = false;
  await change(personen, id, (current) => {
    wasThere = current.salt !== undefined;
    return wasThere ? { _id: id, gewistOp: clock.now() } : undefined;
  });
  return wasThere;
}

/** Names by place, for those not erased; read anew each time, so that an erased name is gone at once, in every process. */
export async function readNames(
  personen: Collection<PersoonDocument>,
  places: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const kept of await readPersonen(personen, places)) {
    if (kept.naam !== undefined) names.set(kept._id, kept.naam);
  }
  return names;
}

const most = 500;

/** Documents by place, in portions that every MongoDB-compatible server takes in one `$in`. */
export async function readPersonen(
  personen: Collection<PersoonDocument>,
  places: readonly string[],
): Promise<readonly PersoonDocument[]> {
  const found: PersoonDocument[] = [];
  for (let start = 0; start < places.length; start += most) {
    found.push(...(await personen.find({ _id: { $in: places.slice(start, start + most) } })));
  }
  return found;
}
