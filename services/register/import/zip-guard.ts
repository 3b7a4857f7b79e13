/**
 * Looks at the directory of a zip file before anything in it is unpacked: a few milliseconds, whatever it claims to hold. A
 * spreadsheet is small and simple; what is not is refused. The directory may still lie about sizes: unpacking (inflate.ts) holds
 * every entry to what was declared here.
 */

export interface ZipEntry {
  readonly name: string;
  readonly deflated: boolean;
  /** Bytes once unpacked, as declared. */
  readonly size: number;
  /** Where its bytes lie in the file. */
  readonly from: number;
  readonly to: number;
}

export type ZipRefusal =
  | 'not_a_zip'
  | 'file_too_large'
  | 'too_many_entries'
  | 'unpacks_too_large'
  | 'packed_too_tightly'
  | 'zip64'
  | 'encrypted'
  | 'split'
  | 'unknown_method'
  | 'entries_overlap'
  | 'directory_broken';

export type ZipDirectory =
  | { readonly kind: 'fine'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'refused'; readonly reason: ZipRefusal };

export const zipLimits = {
  fileBytes: 20_000_000,
  entries: 1_000,
  unpackedBytes: 150_000_000,
  /** Text of a spreadsheet packs about 1 to 30; 1 to 1,000 is what a bomb of zeros does. */
  ratio: 250,
  /** Small files may pack tighter by chance. */
  ratioFromBytes: 1_000_000,
} as const;

const endSignature = 0x06054b50;
const zip64LocatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const most32 = 0xffff_ffff;
const most16 = 0xffff;

interface End {
  readonly at: number;
  readonly entries: number;
  readonly directorySize: number;
  readonly directoryAt: number;
}

const refused = (reason: ZipRefusal): ZipDirectory => ({ kind: 'refused', reason });

function findEnd(view: DataView): End | ZipRefusal {
  const lowest = Math.max(0, view.byteLength - 22 - most16);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue;
    if (at >= 20 && view.getUint32(at - 20, true) === zip64LocatorSignature) return 'zip64';
    const entries = view.getUint16(at + 10, true);
    const directorySize = view.getUint32(at + 12, true);
    const directoryAt = view.getUint32(at + 16, true);
    if (entries === most16 || directorySize === most32 || directoryAt === most32) return 'zip64';
    if (view.getUint32(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== entries) return 'split';
    if (directoryAt + directorySize > at) return 'directory_broken';
    return { at, entries, directorySize, directoryAt };
  }
  return 'not_a_zip';
}

interface Listed {
  readonly entry: ZipEntry;
  readonly next: number;
}

/** One line of the directory, with where its data lies according to its local header. */
function readEntry(bytes: Uint8Array, view: DataView, at: number, end: End): Listed | ZipRefusal {
  if (at + 46 > end.at || view.getUint32(at, true) !== entrySignature) return 'directory_broken';
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const local = view.getUint32(at + 42, true);
  if (next > end.at) return 'directory_broken';
  if ((flags & 0x2041) !== 0) return 'encrypted';
  if (packed === most32 || size === most32 || local === most32) return 'zip64';
  if (view.getUint16(at + 34, true) !== 0) return 'split';
  if (method !== 0 && method !== 8) return 'unknown_method';
  if (local + 30 > end.directoryAt || view.getUint32(local, true) !== localSignature) return 'directory_broken';
  if (view.getUint16(local + 8, true) !== method) return 'directory_broken';
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const to = from + packed;
  if (to > end.directoryAt || (method === 0 && packed !== size)) return 'directory_broken';
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  return { entry: { name, deflated: method === 8, size, from, to }, next };
}

function overlap(entries: readonly ZipEntry[]): boolean {
  const inOrder = [...entries].sort((one, other) => one.from - other.from);
  const names = new Set(entries.map(({ name }) => name));
  return names.size !== entries.length || inOrder.some((entry, at) => entry.from < (inOrder[at - 1]?.to ?? 0));
}

/** What this zip file says it holds, or why it is not even tried. Reads the directory only. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  if (bytes.length > zipLimits.fileBytes) return refused('file_too_large');
  if (bytes.length < 22) return refused('not_a_zip');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (typeof end === 'string') return refused(end);
  if (end.entries > zipLimits.entries) return refused('too_many_entries');
  const entries: ZipEntry[] = [];
  let unpacked = 0;
  let packed = 0;
  for (let at = end.directoryAt, count = 0; count < end.entries; count++) {
    const listed = readEntry(bytes, view, at, end);
    if (typeof listed === 'string') return refused(listed);
    entries.push(listed.entry);
    unpacked += listed.entry.size;
    packed += listed.entry.to - listed.entry.from;
    at = listed.next;
  }
  if (unpacked > zipLimits.unpackedBytes) return refused('unpacks_too_large');
  if (unpacked > zipLimits.ratioFromBytes && unpacked > packed * zipLimits.ratio) return refused('packed_too_tightly');
  if (overlap(entries)) return refused('entries_overlap');
  return { kind: 'fine', entries };
}
