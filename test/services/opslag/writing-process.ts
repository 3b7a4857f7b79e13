import { openEmbeddedStore } from '../../../services/opslag/embedded.ts';
import type { Stored } from '../../../services/opslag/store.ts';

/**
 * A process that writes until it is killed: `writing-process.ts FOLDER ROUND`. Prints `ready`, and then `ID VERSION` for every
 * write after it was acknowledged.
 */
interface Written extends Stored {
  readonly key: string;
  readonly text: string;
}

const [folder = '', round = '0'] = process.argv.slice(2);
const store = await openEmbeddedStore(folder);
const written = store.collection<Written>({ name: 'geschreven', unique: [['key']] });
process.stdout.write('ready\n');

async function writeForever(writer: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    const _id = `${round}-${writer}-${count}`;
    const inserted = await written.insert({ _id, key: _id, text: 'x'.repeat(count % 3000) });
    if (inserted.kind === 'inserted') process.stdout.write(`${_id} 1\n`);
    const replaced = await written.replace({ _id, key: `${_id}-b`, text: 'y' }, 1);
    if (replaced.kind === 'replaced') process.stdout.write(`${_id} 2\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(writeForever));
