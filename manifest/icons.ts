import { accentColor } from './manifest.ts';
import { encodePng, type Pixel } from './png.ts';

/**
 * The two pictures of the app, drawn by arithmetic so that the package needs no files made elsewhere: two links of a chain, each
 * passing over the other once. Teams wants a colour icon of 192 × 192 and a white outline of 32 × 32 on nothing.
 */
export const colorIconSize = 192;
export const outlineIconSize = 32;

/** In units of half the width of the symbol; `u` runs along the chain, `v` across it. */
const link = { fromMiddle: 0.31, halfLength: 0.21, radius: 0.245, halfStroke: 0.075 };
/** What is left open where one link passes under the other. */
const gap = 0.07;
/** Samples for a pixel in each direction: smooth edges. */
const samples = 4;

/** Distance to the middle line of the link that lies around this place on the chain. */
function distanceToLink(u: number, v: number, middle: number): number {
  const along = Math.max(0, Math.abs(u - middle) - link.halfLength);
  return Math.abs(Math.hypot(along, v) - link.radius);
}

function isInSymbol(u: number, v: number): boolean {
  const left = distanceToLink(u, v, -link.fromMiddle);
  const right = distanceToLink(u, v, link.fromMiddle);
  const [over, under] = v < 0 ? [left, right] : [right, left];
  return over <= link.halfStroke || (under <= link.halfStroke && over > link.halfStroke + gap);
}

/** How much of this pixel the symbol covers, 0 through 1. `scale`: width of the symbol as part of the picture. */
function coverage(column: number, row: number, size: number, scale: number): number {
  let covered = 0;
  for (let sample = 0; sample < samples * samples; sample++) {
    const x = ((column + ((sample % samples) + 0.5) / samples) / size) * 2 - 1;
    const y = ((row + (Math.floor(sample / samples) + 0.5) / samples) / size) * 2 - 1;
    // A chain that rises from the lower left to the upper right.
    const u = (x - y) / Math.SQRT2 / scale;
    const v = (x + y) / Math.SQRT2 / scale;
    if (isInSymbol(u, v)) covered++;
  }
  return covered / (samples * samples);
}

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(1 + at * 2, 3 + at * 2), 16);
const behind = [0, 1, 2].map((at) => channel(accentColor, at));
const blended = (part: number, share: number): number => Math.round(part + (255 - part) * share);

/** Teams rounds the corners itself and may show 120 × 120 of it: the symbol keeps away from the edge. */
export const colorIcon = (): Uint8Array =>
  encodePng(colorIconSize, (column, row): Pixel => {
    const share = coverage(column, row, colorIconSize, 0.66);
    const [red = 0, green = 0, blue = 0] = behind;
    return [blended(red, share), blended(green, share), blended(blue, share), 255];
  });

/** White and nothing but white: Teams paints it in the colour of its own theme. */
export const outlineIcon = (): Uint8Array =>
  encodePng(outlineIconSize, (column, row): Pixel => {
    const share = coverage(column, row, outlineIconSize, 1.1);
    return [255, 255, 255, Math.round(share * 255)];
  });
