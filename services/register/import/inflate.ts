import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './zip-guard.ts';

/**
 * Unpacks a guarded zip file and packs it again without compression, so that the library that reads it never inflates anything.
 * An entry that is larger or smaller than its directory said stops it. Runs in xlsx-process.ts.
 */

/** The entries a spreadsheet reader needs: no pictures, no printer settings, no macros. */
const needed = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels');

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const packed = bytes.subarray(entry.from, entry.to);
  if (!entry.deflated) return packed;
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    return unpacked.length === entry.size ? unpacked : undefined;
  } catch (error) {
    // Broken data, or more of it than was declared: both are zlib's own errors.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

interface Packed {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly crc: number;
  readonly at: number;
}

/** The 26 bytes that a local header and a directory line share, without the signature. */
function writeCommon(view: DataView, at: number, { name, data, crc }: Packed): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, data.length, true);
  view.setUint16(at + 22, name.length, true);
}

function store(files: readonly { readonly name: string; readonly data: Uint8Array }[]): ArrayBuffer {
  const packed: Packed[] = [];
  let at = 0;
  for (const { name, data } of files) {
    const one = { name: new TextEncoder().encode(name), data, crc: crc32(data), at };
    packed.push(one);
    at += 30 + one.name.length + data.length;
  }
  const directoryAt = at;
  const directorySize = packed.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const buffer = new ArrayBuffer(directoryAt + directorySize + 22);
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  let line = directoryAt;
  for (const one of packed) {
    view.setUint32(one.at, 0x04034b50, true);
    writeCommon(view, one.at + 4, one);
    bytes.set(one.name, one.at + 30);
    bytes.set(one.data, one.at + 30 + one.name.length);
    view.setUint32(line, 0x02014b50, true);
    view.setUint16(line + 4, 20, true);
    writeCommon(view, line + 6, one);
    view.setUint32(line + 42, one.at, true);
    bytes.set(one.name, line + 46);
    line += 46 + one.name.length;
  }
  view.setUint32(line, 0x06054b50, true);
  view.setUint16(line + 8, packed.length, true);
  view.setUint16(line + 10, packed.length, true);
  view.setUint32(line + 12, directorySize, true);
  view.setUint32(line + 16, directoryAt, true);
  return buffer;
}

/** The same zip file, uncompressed and without what is not needed; `undefined` when an entry is not what it said. */
export function repackUncompressed(bytes: Uint8Array, entries: readonly ZipEntry[]): ArrayBuffer | undefined {
  const files: { name: string; data: Uint8Array }[] = [];
  for (const entry of entries) {
    if (!needed(entry.name)) continue;
    const data = unpack(bytes, entry);
    if (data === undefined) return undefined;
    files.push({ name: entry.name, data });
  }
  return store(files);
}
