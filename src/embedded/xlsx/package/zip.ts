import { zipSync, type Zippable } from 'fflate';
import { FileFault } from '../fault';
import { unpackEntry } from './inflate';
import { readDirectory, type ZipEntry } from './zipDirectory';

/** Published limits: bytes of the file, entries, declared unpacked bytes in all, and the ratio to the packed size allowed above the floor. */
export const ZIP_LIMITS = { fileBytes: 128 * 1024 * 1024, entries: 10_000, totalBytes: 512 * 1024 * 1024, ratio: 200, ratioFloorBytes: 50 * 1024 * 1024 } as const;

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Stream names of a compound file are UTF-16LE in its directory; the name alone tells an encrypted package from an .xls. */
function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Throws the fault that the first bytes give away (MS-CFB 2.2 for the old formats; "Book" is Excel 5.0's stream, "Workbook" that of later ones). */
function checkSignature(bytes: Uint8Array): void {
  if (startsWith(bytes, OLE_SIGNATURE)) {
    if (holdsUtf16(bytes, 'EncryptedPackage')) throw new FileFault('encrypted', 'the workbook is protected by a password to open');
    if (holdsUtf16(bytes, 'WordDocument') || holdsUtf16(bytes, 'PowerPoint Document')) throw new FileFault('notWorkbook', 'an OLE compound file of another program');
    throw new FileFault('isXls', 'an OLE compound file: a workbook in the old .xls format');
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new FileFault('notZip', 'no zip signature at the start');
}

function checkSize(entries: readonly ZipEntry[], packed: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = unpacked > ZIP_LIMITS.ratioFloorBytes && unpacked > packed * ZIP_LIMITS.ratio;
  if (unpacked > ZIP_LIMITS.totalBytes || bomb) throw new FileFault('tooLarge', `would unpack to ${unpacked} bytes from ${packed}`);
}

/** For whoever knows a file's size before its bytes. @throws FileFault tooLarge */
export function checkFileSize(bytes: number): void {
  if (bytes > ZIP_LIMITS.fileBytes) throw new FileFault('tooLarge', `a file of ${bytes} bytes`);
}

/**
 * Unpacks a zip file into its entries in their order. The sizes are checked before anything is inflated, and an entry
 * never inflates past the size it declares.
 * @throws FileFault notZip, isXls, notWorkbook, encrypted, tooLarge, damaged
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  checkFileSize(bytes.length);
  checkSignature(bytes);
  const entries = readDirectory(bytes, ZIP_LIMITS.entries);
  checkSize(entries, bytes.length);
  try {
    return new Map(entries.filter(({ name }) => !name.endsWith('/')).map((entry) => [entry.name, unpackEntry(bytes, entry)]));
  } catch (fault) {
    if (fault instanceof FileFault) throw fault;
    throw new FileFault('damaged', `the zip file cannot be unpacked: ${String(fault)}`);
  }
}

/** Packs entries in their order. The time stamp is fixed, so that the same content gives the same bytes. */
export function writeZip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, bytes] of entries) files[name] = bytes;
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
