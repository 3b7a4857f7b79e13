import type { Db } from 'mongodb';
import type { NewId } from '../clock.ts';
import { Fault } from '../fault.ts';

const proofCollection = 'ketenregie_proef';
const rivals = 8;
const rounds = 12;

interface ProofDocument {
  _id: string;
  version: number;
  rival: number;
}

/**
 * Races for a scratch document: of several writers that replace the same version exactly one may be told that it won. Servers
 * that call themselves compatible exist that tell all of them so; on those, answers are lost in silence.
 *
 * @throws Fault `opslag-server-unsafe` naming the server when a round has another number of winners than one
 */
export async function proveCompareAndReplace(db: Db, newId: NewId): Promise<void> {
  const scratch = db.collection<ProofDocument>(proofCollection);
  const _id = newId();
  try {
    await scratch.insertOne({ _id, version: 0, rival: -1 });
    // So many connections that the rivals really race, instead of one behind the other.
    await Promise.all(Array.from({ length: rivals }, () => scratch.findOne({ _id })));
    for (let version = 0; version < rounds; version += 1) {
      const answers = await Promise.all(
        Array.from({ length: rivals }, (_, rival) =>
          scratch.replaceOne({ _id, version }, { version: version + 1, rival }),
        ),
      );
      const winners = answers.flatMap(({ matchedCount }, rival) => (matchedCount > 0 ? [rival] : []));
      const standing = await scratch.findOne({ _id });
      if (winners.length !== 1 || standing?.rival !== winners[0] || standing?.version !== version + 1) {
        throw new Fault(
          'opslag-server-unsafe',
          'never',
          `${await nameOf(db)} told ${winners.length} of ${rivals} rivals that they won compare-and-replace`,
        );
      }
    }
  } finally {
    await scratch.deleteOne({ _id });
  }
}

/** Product and version as the server gives them, cut to what is fit for a log. */
async function nameOf(db: Db): Promise<string> {
  const info = await db.admin().command({ buildInfo: 1 });
  const product = Object.keys(info).some((key) => key.toLowerCase().startsWith('ferretdb')) ? 'FerretDB' : 'the server';
  const version = typeof info.version === 'string' ? info.version.replace(/[^\w.+-]/g, '').slice(0, 40) : 'unknown';
  return `${product} (version ${version})`;
}
