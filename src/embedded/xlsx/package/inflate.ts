import { Inflate } from 'fflate';
import { FileFault } from '../fault';
import type { ZipEntry } from './zipDirectory';

/** Packed bytes unpacked in one go: they give at most some 1,032 times as many, so that unpacking stops soon after a limit. */
const STEP = 8 * 1024;
const DEFLATED = 8;
const STORED = 0;

/**
 * The bytes of an entry, which must be as many as it declares and bear its check sum. More than declared are never unpacked.
 * @throws FileFault damaged, tooLarge, encrypted
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { name, method, size, crc } = entry;
  if (entry.encrypted) throw new FileFault('encrypted', `${name} is protected by a password`, name);
  if (method !== STORED && method !== DEFLATED) throw new FileFault('damaged', `${name} is packed by method ${method}`, name);
  const packed = bytes.subarray(entry.start, entry.end);
  const content = method === STORED ? packed : inflate(packed, entry);
  if (content.length !== size) throw new FileFault('damaged', `${name} has ${content.length} bytes and not ${size}`, name);
  if (checkSum(content) !== crc) throw new FileFault('damaged', `${name} does not bear its check sum`, name);
  return content;
}

function inflate(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new FileFault('tooLarge', `${name} unpacks to more than the ${size} bytes it declares`, name);
    content.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += STEP) stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  return content.subarray(0, length);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip files use it. */
function checkSum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
