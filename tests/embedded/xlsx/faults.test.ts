import { describe, expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import { FileFault } from '../../../src/embedded/xlsx/fault';
import { newWorkbook, openWorkbook } from '../../../src/embedded/xlsx/open';
import { ZIP_LIMITS } from '../../../src/embedded/xlsx/package/zip';
import { fixture, pack, unpack, worksheet, type Parts } from './packages';

const good = (): Parts => unpack(fixture({ sheets: [{ name: 'S', xml: worksheet('') }] }));
const without = (path: string): Parts => Object.fromEntries(Object.entries(good()).filter(([name]) => name !== path));
const changed = (path: string, from: string | RegExp, to: string): Uint8Array => pack({ ...good(), [path]: (good()[path] ?? '').replace(from, to) });
const ole = (text: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);

/** Rewrites the declared size of the first entry, in both headers. */
function declaring(size: number): Uint8Array {
  const bytes = pack(good());
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 4; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) { view.setUint32(at + 24, size, true); break; }
  }
  return bytes;
}

const faultOf = (bytes: Uint8Array): FileFault => {
  try {
    openWorkbook(bytes, 'a.xlsx');
  } catch (fault) {
    if (fault instanceof FileFault) return fault;
    throw fault;
  }
  throw new Error('no fault');
};

describe('faults', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['text', () => strToU8('a,b,c'), 'notZip'],
    ['nothing', () => new Uint8Array(), 'notZip'],
    ['an .xls', () => ole('Workbook'), 'isXls'],
    ['a password', () => ole('EncryptionInfo EncryptedPackage'), 'encrypted'],
    ['strict', () => changed('_rels/.rels', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships'), 'strict'],
    ['a strict workbook part', () => changed('xl/workbook.xml', 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'), 'strict'],
    ['an .ods', () => pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'isOds'],
    ['a .docx', () => changed('xl/workbook.xml', /<workbook[\s\S]*/, '<document/>'), 'notWorkbook'],
    ['an .xlsb', () => pack({ ...without('xl/workbook.xml'), '_rels/.rels': (good()['_rels/.rels'] ?? '').replace('workbook.xml', 'workbook.bin'), 'xl/workbook.bin': 'x' }), 'notWorkbook'],
    ['a cut-off file', () => pack(good()).subarray(0, 900), 'damaged'],
    ['a missing sheet', () => pack(without('xl/worksheets/sheet1.xml')), 'damaged'],
    ['a broken part', () => changed('xl/styles.xml', '</styleSheet>', ''), 'damaged'],
    ['a sheet without cells', () => changed('xl/worksheets/sheet1.xml', /<sheetData>[\s\S]*<\/sheetData>/, ''), 'damaged'],
    ['no sheets', () => changed('xl/workbook.xml', /<sheet .*?\/>/, ''), 'noSheets'],
    ['a huge declared size', () => declaring(ZIP_LIMITS.totalBytes + 1), 'tooLarge'],
    ['a suspicious ratio', () => declaring(ZIP_LIMITS.ratioFloorBytes + 1), 'tooLarge'],
  ])('%s', (_, bytes, code) => {
    expect(faultOf(bytes()).code).toBe(code);
  });

  test('a missing part is named', () => {
    expect(faultOf(pack(without('xl/worksheets/sheet1.xml'))).part).toBe('xl/worksheets/sheet1.xml');
  });

  test('a new workbook is none of these', () => {
    const { book } = openWorkbook(newWorkbook().save(), 'a.xlsx');
    expect(book).toMatchObject({ name: 'a.xlsx', defaultFont: { name: '游ゴシック', size: 11 }, activeSheet: 0, names: [], defaultStyle: { vertical: 'center' } });
    expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  });
});
