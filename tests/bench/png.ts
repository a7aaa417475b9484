import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/** A screenshot as a PNG with a palette: about a third of its bytes. Colours beyond 256, edges of letters, become their nearest. */
export async function withPalette(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, data } = await page.evaluate(async (text) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${text}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    return { width: bitmap.width, height: bitmap.height, data: [...context.getImageData(0, 0, bitmap.width, bitmap.height).data].filter((_, index) => index % 4 !== 3) };
  }, png.toString('base64'));
  const pixels = Array.from({ length: width * height }, (_, at) => ((data[at * 3] ?? 0) << 16) | ((data[at * 3 + 1] ?? 0) << 8) | (data[at * 3 + 2] ?? 0));
  const palette = paletteOf(pixels);
  const index = indexer(palette);
  // Each line begins with its filter: none, the best for palettes.
  const lines = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, at) => lines.writeUInt8(index(colour), at + Math.floor(at / width) + 1));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** The most frequent colours, and of the rest those that are farthest from all taken. */
function paletteOf(pixels: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
  const palette = byCount.slice(0, COLOURS / 2);
  const rest = byCount.slice(COLOURS / 2).map((colour) => ({ colour, far: Math.min(...palette.map((taken) => distance(colour, taken))) }));
  while (palette.length < COLOURS && rest.length > 0) {
    // A rare colour counts for less than one seen often.
    const worst = rest.reduce((a, b) => (b.far * Math.sqrt(counts.get(b.colour) ?? 0) > a.far * Math.sqrt(counts.get(a.colour) ?? 0) ? b : a));
    if (worst.far === 0) break;
    palette.push(worst.colour);
    for (const each of rest) each.far = Math.min(each.far, distance(each.colour, worst.colour));
  }
  return palette;
}

function indexer(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, at) => [colour, at]));
  return (colour) => {
    const kept = known.get(colour);
    if (kept !== undefined) return kept;
    const nearest = palette.reduce((best, each, at) => (distance(colour, each) < distance(colour, palette[best] ?? 0) ? at : best), 0);
    known.set(colour, nearest);
    return nearest;
  };
}

function distance(a: number, b: number): number {
  const part = (shift: number): number => (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2;
  return part(16) + part(8) + part(0);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
