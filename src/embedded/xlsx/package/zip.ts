import { unzipSync, zipSync, type UnzipFileInfo, type Zippable } from 'fflate';
import { FileFault } from '../fault';

/** Published limits: declared unpacked bytes in all, and the ratio to the packed size allowed above the floor. */
export const ZIP_LIMITS = { totalBytes: 512 * 1024 * 1024, ratio: 200, ratioFloorBytes: 50 * 1024 * 1024 } as const;

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

/** Throws the fault that the first bytes give away (MS-CFB 2.2 for the old formats). */
function checkSignature(bytes: Uint8Array): void {
  if (startsWith(bytes, OLE_SIGNATURE)) {
    if (holdsUtf16(bytes, 'EncryptedPackage')) throw new FileFault('encrypted', 'the workbook is protected by a password to open');
    throw new FileFault('isXls', 'an OLE compound file: a workbook in the old .xls format');
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new FileFault('notZip', 'no zip signature at the start');
}

/** The directory alone, nothing inflated. */
function directory(bytes: Uint8Array): UnzipFileInfo[] {
  const files: UnzipFileInfo[] = [];
  unzipSync(bytes, { filter: (file) => { files.push(file); return false; } });
  return files;
}

function checkSize(files: readonly UnzipFileInfo[], packed: number): void {
  const unpacked = files.reduce((sum, file) => sum + file.originalSize, 0);
  const bomb = unpacked > ZIP_LIMITS.ratioFloorBytes && unpacked > packed * ZIP_LIMITS.ratio;
  if (unpacked > ZIP_LIMITS.totalBytes || bomb) throw new FileFault('tooLarge', `would unpack to ${unpacked} bytes from ${packed}`);
}

/**
 * Unpacks a zip file into its entries in their order. The sizes are checked before anything is inflated, and an entry
 * never inflates past the size it declares.
 * @throws FileFault notZip, isXls, encrypted, tooLarge, damaged
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  checkSignature(bytes);
  try {
    const files = directory(bytes);
    checkSize(files, bytes.length);
    const unpacked = unzipSync(bytes);
    return new Map(files.filter((file) => !file.name.endsWith('/')).map((file) => [file.name, unpacked[file.name] ?? new Uint8Array()]));
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
