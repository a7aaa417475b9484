import { strToU8, zipSync } from 'fflate';

/** Where the parts of a zip file's headers stand: of the directory's entry, and of the local header behind it. */
export interface Headers { readonly view: DataView; readonly central: readonly number[]; readonly end: number }

export function headersOf(bytes: Uint8Array): Headers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const central: number[] = [];
  let end = -1;
  for (let at = 0; at < bytes.length - 4; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) central.push(at);
    if (signature === 0x06054b50) end = at;
  }
  return { view, central, end };
}

/** Alters a packed file in place by its headers. */
export function altered(bytes: Uint8Array, change: (headers: Headers) => void): Uint8Array {
  change(headersOf(bytes));
  return bytes;
}

/** A package whose one entry is `size` zeros and says that it is `declared`. */
export function bomb(size: number, declared: number): Uint8Array {
  return altered(zipSync({ 'xl/workbook.xml': new Uint8Array(size) }, { level: 9 }), ({ view, central }) => view.setUint32((central[0] ?? 0) + 24, declared, true));
}

/** A package of so many empty entries. */
export function crowd(count: number): Uint8Array {
  return zipSync(Object.fromEntries(Array.from({ length: count }, (_, index) => [`part${index}.xml`, strToU8('')])), { level: 0 });
}
