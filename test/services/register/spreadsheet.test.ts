import assert from 'node:assert/strict';
import { crc32, deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { importFile } from '../../../services/register/import/import-file.ts';
import { readXlsx } from '../../../services/register/import/xlsx.ts';
import { readZipDirectory, zipLimits } from '../../../services/register/import/zip-guard.ts';
import { depsOf, importInto, smallRegister } from './support.ts';

interface Part {
  readonly name: string;
  readonly data: Uint8Array;
  /** What the directory claims instead of the truth. */
  readonly claimedSize?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** A zip file as an attacker would make it: every field can lie. */
function zip(
  parts: readonly Part[],
  change: { readonly entries?: number; readonly sameData?: boolean } = {},
): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claimedSize = data.length, flags = 0, method = 8 } of parts) {
    const packed = deflateRawSync(data, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize, 18);
    common.writeUInt16LE(name.length, 22);
    const local = change.sameData === true ? 0 : at;
    const line = Buffer.concat([
      Buffer.from([0x50, 0x4b, 1, 2, 20, 0]),
      common,
      Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      Buffer.from([local & 255, (local >> 8) & 255, (local >> 16) & 255, local >>> 24]),
      Buffer.from(name),
    ]);
    directory.push(line);
    if (change.sameData === true && at > 0) continue;
    const whole = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), packed]);
    chunks.push(whole);
    at += whole.length;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(change.entries ?? parts.length, 8);
  end.writeUInt16LE(change.entries ?? parts.length, 10);
  end.writeUInt32LE(lines.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, lines, end]);
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const refusal = (bytes: Uint8Array): string => {
  const found = readZipDirectory(bytes);
  return found.kind === 'refused' ? found.reason : found.kind;
};
const xlsx = async (rows: readonly (readonly (string | number | Date | boolean)[])[]): Promise<Uint8Array> =>
  writeXlsxFile(
    rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd-mm-yyyy' } : { value })),
    ),
  ).toBuffer();

describe('the guard before a spreadsheet', () => {
  it('lets a real spreadsheet through', async () => {
    assert.equal(refusal(await xlsx([['a', 'b']])), 'fine');
  });

  it('refuses a bomb of zeros by its directory, without unpacking it', () => {
    const zeros = new Uint8Array(10_000_000);
    const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', data: zeros }]);
    assert.ok(bomb.length < 100_000);
    assert.equal(refusal(bomb), 'packed_too_tightly');
    const many = [1, 2, 3].map((at) => ({ name: `${at}.xml`, data: text('<x/>'), claimedSize: 60_000_000 }));
    assert.equal(refusal(zip(many)), 'unpacks_too_large');
  });

  it('refuses a bomb within a bomb', () => {
    const inner = zip([{ name: 'a.xml', data: new Uint8Array(10_000_000) }]);
    assert.equal(refusal(zip([{ name: 'b.xml', data: inner }])), 'fine', 'a packed zip is just data');
    assert.equal(refusal(zip([{ name: 'c.xml', data: new Uint8Array(2_000_000) }])), 'packed_too_tightly');
  });

  it('refuses entries that share their data, too many entries, encryption, zip64, other methods and broken directories', () => {
    const small = text('<x/>');
    assert.equal(
      refusal(
        zip(
          [
            { name: 'a', data: small },
            { name: 'b', data: small },
          ],
          { sameData: true },
        ),
      ),
      'entries_overlap',
    );
    const many = Array.from({ length: zipLimits.entries + 1 }, (_, at) => ({ name: `${at}`, data: small }));
    assert.equal(refusal(zip(many)), 'too_many_entries');
    assert.equal(refusal(zip([{ name: 'a', data: small, flags: 1 }])), 'encrypted');
    assert.equal(refusal(zip([{ name: 'a', data: small, claimedSize: 0xffff_ffff }])), 'zip64');
    assert.equal(refusal(zip([{ name: 'a', data: small, method: 12 }])), 'unknown_method');
    assert.equal(refusal(zip([{ name: 'a', data: small }], { entries: 3 })), 'directory_broken');
    assert.equal(refusal(zip([{ name: 'a', data: small }]).subarray(0, 60)), 'not_a_zip');
    assert.equal(refusal(new Uint8Array(zipLimits.fileBytes + 1)), 'file_too_large');
  });

  it('never throws, whatever bytes come', () => {
    const good = zip([
      { name: 'a.xml', data: text('<x/>') },
      { name: 'b.xml', data: text('<y/>') },
    ]);
    for (let at = 0; at < good.length; at++) {
      for (const value of [0, 255, 80]) {
        const bytes = Uint8Array.from(good);
        bytes[at] = value;
        assert.ok(refusal(bytes).length > 0);
      }
    }
  });
});

describe('reading a spreadsheet', () => {
  it('stops at an entry that is larger than its directory says', async () => {
    const lying = zip([{ name: 'xl/worksheets/sheet1.xml', data: new Uint8Array(30_000_000), claimedSize: 5_000 }]);
    assert.deepEqual(await readXlsx(lying), { kind: 'refused', reason: 'sizes_lie' });
    const short = zip([{ name: 'xl/worksheets/sheet1.xml', data: text('<x/>'), claimedSize: 5_000 }]);
    assert.deepEqual(await readXlsx(short), { kind: 'refused', reason: 'sizes_lie' });
  });

  it('says broken for a zip file that is no spreadsheet', async () => {
    assert.deepEqual(await readXlsx(zip([{ name: 'a.xml', data: text('<x/>') }])), { kind: 'broken' });
  });

  it('ends what takes more memory or time than it may', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`${at} proef`, `${at} met meer tekst`, at]);
    const large = await xlsx(rows);
    assert.deepEqual(await readXlsx(large, { heapMegabytes: 8, milliseconds: 60_000 }), {
      kind: 'takes_too_much',
    });
    assert.deepEqual(await readXlsx(large, { heapMegabytes: 500, milliseconds: 1 }), {
      kind: 'takes_too_much',
    });
  });

  it('reads text, numbers, dates and yes or no as a person would type them', async () => {
    const outcome = await readXlsx(await xlsx([['001', 12, new Date(Date.UTC(2027, 2, 1)), true, 'a\nb']]));
    assert.deepEqual(outcome, { kind: 'sheets', sheets: [[['001', '12', '2027-03-01', 'ja', 'a\nb']]] });
  });

  it('imports afspraken from a sheet, with date cells, and rejects its wrong rows', async () => {
    const register = await smallRegister();
    const file = await xlsx([
      ['titel', 'soort', 'verband', 'einddatum', 'stilzwijgend'],
      ['Uit een blad', 'contract', 'Proefdienst Zuid', new Date(Date.UTC(2027, 2, 1)), true],
      ['Fout', 'pact', 'Proefdienst Zuid', '', ''],
    ]);
    const report = await importInto(register, file, 'blad.xlsx');
    assert.deepEqual([report.added, report.rejected.length], [1, 1]);
    const [afspraak] = register.view().findAfspraken({});
    assert.deepEqual(
      [afspraak?.titel, afspraak?.einddatum, afspraak?.stilzwijgend],
      ['Uit een blad', '2027-03-01', true],
    );
  });

  it('says unreadable for a bomb, and changes nothing', async () => {
    const register = await smallRegister();
    const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', data: new Uint8Array(10_000_000) }]);
    const outcome = await importFile({ name: 'a.xlsx', bytes: bomb }, depsOf(register));
    assert.deepEqual(outcome, { kind: 'unreadable', reason: 'zip_refused', detail: 'packed_too_tightly' });
  });
});
