import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { systemClock } from '../../services/clock.ts';
import { openStore } from '../../services/opslag/open-store.ts';
import type { Collection, CollectionDeclaration, Store, Stored } from '../../services/opslag/store.ts';
import { importFile } from '../../services/register/import/import-file.ts';
import { loadRegister } from '../../services/register/register.ts';

/**
 * `import-process.ts FOLDER FILE`: imports until it is killed. Prints `opened`, then `COLLECTION ID VERSION` for every write after
 * it was acknowledged, and `done` at the end.
 */
const [folder = '', file = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The store itself, with every acknowledgement said aloud. */
function aloud(store: Store): Store {
  return {
    ping: () => store.ping(),
    close: () => store.close(),
    collection<T extends Stored>(declaration: CollectionDeclaration<T>): Collection<T> {
      const collection = store.collection(declaration);
      return {
        get: (id) => collection.get(id),
        find: (filter, options) => collection.find(filter, options),
        insert: async (doc) => {
          const outcome = await collection.insert(doc);
          if (outcome.kind === 'inserted') say(`${declaration.name} ${outcome.doc._id} ${outcome.doc.version}`);
          return outcome;
        },
        replace: async (doc, expectedVersion) => {
          const outcome = await collection.replace(doc, expectedVersion);
          if (outcome.kind === 'replaced') say(`${declaration.name} ${outcome.doc._id} ${outcome.doc.version}`);
          return outcome;
        },
      };
    },
  };
}

const timeZone = 'Europe/Amsterdam';
const store = aloud(await openStore({ kind: 'embedded', folder }));
say('opened');
const register = await loadRegister(store, { timeZone });
const source = { name: basename(file), bytes: await readFile(file) };
await importFile(source, { register, clock: systemClock, timeZone, by: 'opdrachtregel' });
say('done');
await store.close();
