import { crc32 } from 'node:zlib';
import { unzlibSync, zlibSync } from 'fflate';

/**
 * As much of PNG as the icons of the app need: square, eight bits of red, green, blue and alpha, no filter. The packing is
 * fflate's, because Node's own gives other bytes from one version to the next.
 */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bytesOfPixel = 4;

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function header(size: number): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  // Depth of eight bits, colour type 6: red, green, blue and alpha.
  data.set([8, 6], 8);
  return data;
}

/** The PNG file of a square picture. */
export function encodePng(size: number, pixelAt: (column: number, row: number) => Pixel): Uint8Array {
  const rowLength = 1 + size * bytesOfPixel;
  const rows = new Uint8Array(size * rowLength);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      rows.set(pixelAt(column, row), row * rowLength + 1 + column * bytesOfPixel);
  return Buffer.concat([
    signature,
    chunk('IHDR', header(size)),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

export interface PngPicture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel, row by row. */
  readonly pixels: readonly Pixel[];
}

function unpack(packed: Uint8Array): Uint8Array | undefined {
  try {
    return unzlibSync(packed);
  } catch (error) {
    // Broken data is fflate's own error.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Reads back what `encodePng` wrote; `undefined` for anything else. */
export function decodePng(bytes: Uint8Array): PngPicture | undefined {
  if (signature.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (new TextDecoder().decode(bytes.subarray(37, 41)) !== 'IDAT') return undefined;
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const rows = unpack(bytes.subarray(41, 41 + view.getUint32(33)));
  if (rows?.length !== height * (1 + width * bytesOfPixel)) return undefined;
  const pixels: Pixel[] = [];
  for (let at = 0; at < width * height; at++) {
    const from = Math.floor(at / width) * (1 + width * bytesOfPixel) + 1 + (at % width) * bytesOfPixel;
    pixels.push([rows[from] ?? 0, rows[from + 1] ?? 0, rows[from + 2] ?? 0, rows[from + 3] ?? 0]);
  }
  return { width, height, pixels };
}
