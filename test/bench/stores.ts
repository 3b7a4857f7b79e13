import { join } from 'node:path';
import { openEmbeddedStore } from '../../services/opslag/embedded.ts';
import type { CollectionDeclaration, Store, Stored } from '../../services/opslag/store.ts';
import type { PartOptions } from './part-options.ts';
import { number, type Row } from './rows.ts';
import { timed } from './statistics.ts';

/** The embedded store: what a write costs that is on disk when it is acknowledged, and how long a start takes. */

interface Note extends Stored {
  readonly kind: string;
  readonly at: number;
  readonly text: string;
}

const notes: CollectionDeclaration<Note> = { name: 'notities', indexes: [['kind', 'at']] };
const documents = 100_000;

export async function measureStores({ quick, folder }: PartOptions): Promise<readonly Row[]> {
  const subject = 'Ingebouwde opslag, elke schrijfactie op schijf bevestigd';
  const seconds = quick ? 1 : 4;
  const store = await openEmbeddedStore(join(folder, 'writes'));
  const alone = await insertsPerSecond(store, 1, seconds);
  const together = await insertsPerSecond(store, 16, seconds);
  await store.close();

  const full = join(folder, 'full');
  await fill(full);
  let opened: Store | undefined;
  const openMs = await timed(async () => {
    opened = await openEmbeddedStore(full);
    await opened.collection(notes).find({ kind: 'k1' }, { limit: 1 });
  });
  await opened?.close();
  return [
    { subject, measure: 'per seconde, 1 schrijver', value: number(alone) },
    { subject, measure: 'per seconde, 16 schrijvers', value: number(together) },
    { subject, measure: `openen met ${number(documents)} documenten, ms`, value: number(openMs) },
  ];
}

const noteOf = (id: string, at: number) => ({ _id: id, kind: `k${at % 50}`, at, text: 'x'.repeat(200) });

async function insertsPerSecond(store: Store, writers: number, seconds: number): Promise<number> {
  const collection = store.collection(notes);
  let count = 0;
  const from = performance.now();
  const until = from + seconds * 1000;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let at = 0; performance.now() < until; at += 1) {
        await collection.insert(noteOf(`${writers}-${writer}-${at}`, at));
        count += 1;
      }
    }),
  );
  return (count * 1000) / (performance.now() - from);
}

async function fill(folder: string): Promise<void> {
  const store = await openEmbeddedStore(folder);
  const collection = store.collection(notes);
  for (let from = 0; from < documents; from += 2_000)
    await Promise.all(Array.from({ length: 2_000 }, (_, at) => collection.insert(noteOf(`n${from + at}`, from + at))));
  await store.close();
}
