import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The same parts give the same bytes: every entry bears one fixed time, taken by the clock on the wall. */
export function packed(parts) {
  const mtime = new Date(2025, 3, 1);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])), { level: 9, mtime });
}

/** Parts as text; a binary part keeps its bytes. */
export function unpacked(bytes) {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, /\.(xml|rels|vml)$/.test(path) ? strFromU8(content) : content]));
}
