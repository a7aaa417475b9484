import { FileFault } from '../fault';

/** An entry as the central directory of a zip file tells it (APPNOTE.TXT 6.3.10, 4.3.12); `start` and `end` bound its packed bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Unpacked bytes as declared. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

const SIGNATURES = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 } as const;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;

const damaged = (message: string): FileFault => new FileFault('damaged', `the zip file cannot be unpacked: ${message}`);

/** Reads little-endian numbers; beyond the end of the file it is damaged. */
class ZipView {
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  short(at: number): number {
    return this.view.getUint16(this.within(at, 2), true);
  }

  long(at: number): number {
    return this.view.getUint32(this.within(at, 4), true);
  }

  /** No file is so long that its low 53 bits would not do. */
  huge(at: number): number {
    return this.long(at) + this.long(at + 4) * 2 ** 32;
  }

  within(at: number, length: number): number {
    if (!(at >= 0 && at + length <= this.bytes.length)) throw damaged('it ends too early');
    return at;
  }
}

/** The entries in their order, nothing unpacked. @throws FileFault damaged; tooLarge where there are more than `most` */
export function readDirectory(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new ZipView(bytes);
  const { count, first } = findDirectory(view);
  if (count > most) throw new FileFault('tooLarge', `${count} entries`);
  const entries: ZipEntry[] = [];
  for (let at = first; entries.length < count;) {
    if (view.long(at) !== SIGNATURES.central) throw damaged('its directory is broken');
    const [nameLength, extraLength, commentLength] = [view.short(at + 28), view.short(at + 30), view.short(at + 32)];
    entries.push(readEntry(view, at, nameLength, extraLength));
    at += 46 + nameLength + extraLength + commentLength;
  }
  checkApart(entries);
  return entries;
}

function findDirectory(view: ZipView): { readonly count: number; readonly first: number } {
  const last = view.bytes.length - END_LENGTH;
  let end = last;
  while (end >= 0 && end >= last - LONGEST_COMMENT && view.long(end) !== SIGNATURES.end) end--;
  if (end < 0 || end < last - LONGEST_COMMENT) throw damaged('it has no directory');
  const locator = end - 20;
  if (locator < 0 || view.long(locator) !== SIGNATURES.locator64) return { count: view.short(end + 10), first: view.long(end + 16) };
  const end64 = view.huge(locator + 8);
  if (view.long(end64) !== SIGNATURES.end64) throw damaged('its directory is broken');
  return { count: view.huge(end64 + 32), first: view.huge(end64 + 48) };
}

function readEntry(view: ZipView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = view.short(at + 8);
  const nameAt = view.within(at + 46, nameLength);
  const name = new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(view.bytes.subarray(nameAt, nameAt + nameLength));
  const [size, packed, local] = withZip64(view, nameAt + nameLength, extraLength, [view.long(at + 24), view.long(at + 20), view.long(at + 42)]);
  if (view.long(local) !== SIGNATURES.local) throw damaged(`${name} is not where the directory says`);
  const start = local + 30 + view.short(local + 26) + view.short(local + 28);
  return { name, method: view.short(at + 10), encrypted: (flags & 1) === 1, crc: view.long(at + 16), size, start, end: view.within(start, packed) + packed };
}

/** Numbers of more than 32 bits stand in an extra field, in this order, each only where it is wanted (4.5.3). */
function withZip64(view: ZipView, from: number, length: number, numbers: readonly [number, number, number]): readonly [number, number, number] {
  if (!numbers.includes(IN_ZIP64)) return numbers;
  for (let at = from; at + 4 <= from + length; at += 4 + view.short(at + 2)) {
    if (view.short(at) !== 1) continue;
    let next = at + 4;
    const wide = (number: number): number => {
      if (number !== IN_ZIP64) return number;
      next += 8;
      return view.huge(next - 8);
    };
    return [wide(numbers[0]), wide(numbers[1]), wide(numbers[2])];
  }
  throw damaged('a size is missing');
}

/** No name twice, and no bytes that belong to two entries: so a small file would unpack to any size. */
function checkApart(entries: readonly ZipEntry[]): void {
  // No package has it, and the library that packs files would lose it.
  if (entries.some(({ name }) => name.split('/').includes('__proto__'))) throw damaged('a name cannot be used');
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) throw damaged('a name occurs twice');
  const ordered = [...entries].sort((a, b) => a.start - b.start);
  if (ordered.some(({ start }, i) => start < (ordered[i - 1]?.end ?? 0))) throw damaged('entries overlap');
}
