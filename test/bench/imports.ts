import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { systemClock } from '../../services/clock.ts';
import { openEmbeddedStore } from '../../services/opslag/embedded.ts';
import { importFile } from '../../services/register/import/import-file.ts';
import { loadRegister } from '../../services/register/register.ts';
import { hasNationalRegister, regelingenFile } from './national-register.ts';
import type { PartOptions } from './part-options.ts';
import { number, type Row } from './rows.ts';
import { timed } from './statistics.ts';

/** Taking in the whole national register, and turning away a file that is a trap. */

const timeZone = 'Europe/Amsterdam';

export async function measureImports({ folder }: PartOptions): Promise<readonly Row[]> {
  const subject = 'Importeren in de ingebouwde opslag';
  const store = await openEmbeddedStore(join(folder, 'import'));
  const register = await loadRegister(store, { timeZone });
  const deps = { register, clock: systemClock, timeZone, by: 'bench' };
  const rows: Row[] = [];
  if (hasNationalRegister()) {
    const file = { name: 'regelingen.csv', bytes: await readFile(regelingenFile) };
    let outcome = '';
    const seconds = (await timed(async () => (outcome = told(await importFile(file, deps))))) / 1000;
    const again = (await timed(() => importFile(file, deps))) / 1000;
    rows.push({ subject, measure: `het hele landelijke register (${outcome}), s`, value: number(seconds) });
    rows.push({ subject, measure: 'hetzelfde nog eens: er verandert niets, s', value: number(again) });
  } else rows.push({ subject, measure: 'het hele landelijke register', value: '– (../shared/data is er niet)' });
  const bomb = zipOf(new Uint8Array(140_000_000));
  let refused = '';
  const ms = await timed(async () => (refused = told(await importFile({ name: 'bom.xlsx', bytes: bomb }, deps))));
  rows.push({
    subject,
    measure: `zipbom van ${number(bomb.length / 1024)} KB, 140 MB uitgepakt (${refused}), ms`,
    value: number(ms),
  });
  await store.close();
  return rows;
}

const told = (outcome: Awaited<ReturnType<typeof importFile>>): string =>
  outcome.kind === 'imported' ? `${number(outcome.read)} rijen, ${number(outcome.added)} nieuw` : 'geweigerd';

/** A zip file with one sheet of zeros in it. */
function zipOf(data: Uint8Array): Uint8Array {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const packed = deflateRawSync(data, { level: 9 });
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(data.length, 8);
  sizes.writeUInt16LE(name.length, 12);
  const head = Buffer.from('1400000008000000 0000'.replaceAll(' ', ''), 'hex');
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, sizes, name, packed]);
  const tail = Buffer.alloc(14);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, sizes, tail, name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
