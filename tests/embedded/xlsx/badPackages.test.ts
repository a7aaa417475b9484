import { Inflate } from 'fflate';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { FileFault } from '../../../src/embedded/xlsx/fault';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import { readZip, writeZip, ZIP_LIMITS } from '../../../src/embedded/xlsx/package/zip';
import { cellAt, fixture, pack, reopen, sheetOf, unpack, worksheet, type Parts } from './packages';
import { altered, bomb, crowd } from './zips';

const file = (rows = '', extra: Partial<Parameters<typeof fixture>[0]> = {}): Uint8Array => fixture({ sheets: [{ name: 'S', xml: worksheet(rows) }], ...extra });
const parts = (): Parts => unpack(file());
const typed = (type: string): Uint8Array => pack({ ...parts(), '[Content_Types].xml': (parts()['[Content_Types].xml'] ?? '').replace('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', type) });
const inPart = (path: string, from: string, to: string): Uint8Array => pack({ ...parts(), [path]: (parts()[path] ?? '').replace(from, to) });
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, index) => `<!ENTITY ${String.fromCharCode(98 + index)} "&${String.fromCharCode(97 + index)};&${String.fromCharCode(97 + index)};">`).join('')}]>`;

const faultOf = (bytes: Uint8Array): FileFault | null => {
  try {
    openWorkbook(bytes, 'a.xlsx');
    return null;
  } catch (fault) {
    if (fault instanceof FileFault) return fault;
    throw fault;
  }
};

describe('files of other kinds and broken ones', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['an .xlsb by its type', () => typed('application/vnd.ms-excel.sheet.binary.macroEnabled.main'), 'isXlsb'],
    ['a template', () => typed('application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml'), 'isTemplate'],
    ['an add-in', () => typed('application/vnd.ms-excel.addin.macroEnabled.main+xml'), 'isTemplate'],
    ['a .docx by its type', () => typed('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'), 'notWorkbook'],
    ['an .odt', () => pack({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'notWorkbook'],
    ['a .doc', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...[...'WordDocument'].flatMap((letter) => [letter.charCodeAt(0), 0])]), 'notWorkbook'],
    ['no main document', () => pack({ 'a.txt': 'x' }), 'notWorkbook'],
    ['no workbook part', () => pack(Object.fromEntries(Object.entries(parts()).filter(([name]) => name !== 'xl/workbook.xml'))), 'damaged'],
    ['a zip of nothing', () => pack({}), 'notWorkbook'],
    ['a document type in the workbook part', () => inPart('xl/workbook.xml', '<workbook', `${LAUGHS}<workbook`), 'hasEntities'],
    ['a document type in a sheet', () => inPart('xl/worksheets/sheet1.xml', '<worksheet', `${LAUGHS}<worksheet`), 'hasEntities'],
    ['a document type in the strings', () => pack({ ...unpack(file('', { strings: '<si><t>a</t></si>' })), 'xl/sharedStrings.xml': `${LAUGHS}<sst><si><t>&t;</t></si></sst>` }), 'hasEntities'],
    ['an entity of another file', () => inPart('xl/styles.xml', '<styleSheet', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><styleSheet'), 'hasEntities'],
    ['a character that is none', () => file('<row r="1"><c r="A1" t="str"><v>&#x110000;</v></c></row>'), 'damaged'],
    ['a row beyond the sheet', () => file('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), 'damaged'],
    ['an absurd row', () => file('<row r="99999999999999999999"><c><v>1</v></c></row>'), 'damaged'],
    ['a row twice', () => file('<row r="2"/><row r="2"/>'), 'damaged'],
    ['a column beyond the sheet', () => file('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'damaged'],
    ['a cell of another row', () => file('<row r="1"><c r="A7"><v>1</v></c></row>'), 'damaged'],
    ['a text longer than a cell', () => file(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(32_768)}</t></is></c></row>`), 'damaged'],
    ['two sheets of one name', () => fixture({ sheets: [{ name: '業務', xml: worksheet('') }, { name: '業務', xml: worksheet('') }] }), 'damaged'],
    ['two sheets of one part', () => inPart('xl/workbook.xml', '</sheets>', '<sheet name="T" sheetId="9" r:id="rId1"/></sheets>'), 'damaged'],
    ['words for a part', () => inPart('xl/styles.xml', '<styleSheet', 'styleSheet'), 'damaged'],
    ['a wrong check sum', () => altered(file(), ({ view, central }) => view.setUint32((central[3] ?? 0) + 16, 1, true)), 'damaged'],
    ['an unknown way of packing', () => altered(file(), ({ view, central }) => view.setUint16((central[3] ?? 0) + 10, 12, true)), 'damaged'],
    ['an entry with a password', () => altered(file(), ({ view, central }) => view.setUint16((central[3] ?? 0) + 8, 1, true)), 'encrypted'],
    ['entries that overlap', () => altered(file(), ({ view, central }) => view.setUint32((central[3] ?? 0) + 42, view.getUint32((central[2] ?? 0) + 42, true), true)), 'damaged'],
    ['an entry beyond the file', () => altered(file(), ({ view, central }) => view.setUint32((central[0] ?? 0) + 20, 0x7fffffff, true)), 'damaged'],
    ['fewer entries than declared', () => altered(file(), ({ view, end }) => view.setUint16(end + 10, 60_000, true)), 'tooLarge'],
    ['a directory elsewhere', () => altered(file(), ({ view, end }) => view.setUint32(end + 16, 7, true)), 'damaged'],
    ['more unpacked than declared', () => bomb(4 * 1024 * 1024, 1024), 'tooLarge'],
    ['less unpacked than declared', () => bomb(1024, 4096), 'damaged'],
    ['too many entries', () => crowd(ZIP_LIMITS.entries + 1), 'tooLarge'],
    ['a file beyond the limit', () => new Uint8Array(ZIP_LIMITS.fileBytes + 1), 'tooLarge'],
  ])('%s', (_, bytes, code) => {
    expect(faultOf(bytes())?.code).toBe(code);
  });

  test('what is cut off anywhere, or altered anywhere, opens or is a fault, and nothing else', () => {
    const whole = file('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1&amp;"x"</f><v>2</v></c></row>', { strings: '<si><t>あ</t></si>', calcChain: true });
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, cut) => {
      const bytes = cut ? whole.slice(0, at) : Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ by : byte));
      const fault = faultOf(bytes);
      if (cut) expect(fault).not.toBeNull();
    }), { seed: 20_241_127, numRuns: 400 });
  });

  test('parts of any letters open or are a fault', () => {
    const letters = fc.string({ unit: fc.constantFrom('<', '>', '/', '&', ';', '"', '=', ' ', 'c', 'f', 'v', 't', 'si', 'row', 'sheetData', '&#', 'x', '1', '[', ']]>', '<![CDATA[', '<!--', '\u0000'), maxLength: 60 });
    fc.assert(fc.property(fc.constantFrom('xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml'), letters, fc.nat(), (path, text, place) => {
      const content = parts()[path] ?? '';
      const at = place % content.length;
      faultOf(pack({ ...parts(), [path]: content.slice(0, at) + text + content.slice(at) }));
    }), { seed: 20_241_127, numRuns: 400 });
  });
});

describe('what a file may not make of little', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('unpacking stops at the declared size, not at the end', () => {
    const push = jest.spyOn(Inflate.prototype, 'push');
    const packed = bomb(40 * 1024 * 1024, 1024);
    expect(faultOf(packed)?.code).toBe('tooLarge');
    // All of it would have taken some five steps.
    expect([packed.length > 4 * 8 * 1024, push.mock.calls.length]).toEqual([true, 1]);
  });

  test('a number is one as XML writes it, or the cell is empty', () => {
    const values = ['1.5', '-2e3', ' 7 ', '0x10', '1e999', 'Infinity', 'NaN', '1,5', '', '１'];
    const sheet = sheetOf(openWorkbook(file(`<row r="1">${values.map((value) => `<c><v>${value}</v></c>`).join('')}<c t="d"><v>never</v></c></row>`), 'a.xlsx').book);
    expect([...sheet.cells.values()].map((cell) => cell.value)).toEqual([1.5, -2000, 7]);
  });

  test('columns and panes stay within the sheet', () => {
    const xml = worksheet('', '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1e9" ySplit="-5" state="frozen"/></sheetView></sheetViews><cols><col min="-1000000000" max="1e12" width="9"/></cols>');
    const sheet = sheetOf(openWorkbook(fixture({ sheets: [{ name: 'S', xml }] }), 'a.xlsx').book);
    expect([sheet.columns.size, sheet.freeze]).toEqual([16_384, { rows: 0, columns: 16_383 }]);
  });

  /** Letters that indexOf went over while a file was opened. */
  function lettersSought(bytes: Uint8Array): number {
    let letters = 0;
    const real = Object.getOwnPropertyDescriptor(String.prototype, 'indexOf')?.value as (this: string, text: string, from: number) => number;
    const spy = jest.spyOn(String.prototype, 'indexOf').mockImplementation(function seek(this: string, text: string, from = 0) {
      const at = real.call(this, text, from);
      letters += (at < 0 ? this.length : at) - from;
      return at;
    });
    faultOf(bytes);
    spy.mockRestore();
    return letters;
  }

  test.each<[string, (count: number) => Uint8Array]>([
    ['rows without cells', (count) => file(Array.from({ length: count }, (_, row) => `<row r="${row + 1}" ht="20"/>`).join(''))],
    ['cells that do not end', (count) => file(Array.from({ length: count }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"></row>`).join(''))],
    ['strings that do not end', (count) => file('', { strings: `<si>${'<t>'.repeat(count)}</si>` })],
    ['readings that do not end', (count) => file('', { strings: `<si><t>a</t>${'<rPh>'.repeat(count)}</si>` })],
    ['formulas that do not end', (count) => file(`<row r="1"><c r="A1">${'<f>'.repeat(count)}</c></row>`)],
  ])('%s: twice as many take twice the search', (_, make) => {
    const [once, twice] = [lettersSought(make(400)), lettersSought(make(800))];
    expect(twice / once).toBeLessThan(3);
  });

  test('an entry of any name is kept, but for one that cannot be packed', () => {
    const names = ['constructor', 'toString.xml', '__proto__x', '1', '日本語.xml', 'a.xml'];
    expect([...readZip(writeZip(new Map(names.map((name) => [name, Uint8Array.of(7)])))).keys()].sort()).toEqual(names.sort());
    const renamed = altered(pack({ '_aproto__': 'x' }), ({ view, central }) => view.setUint8((central[0] ?? 0) + 47, '_'.charCodeAt(0)));
    expect(faultOf(renamed)?.code).toBe('damaged');
  });
});

test('readings go, and what stands round them stays', () => {
  const opened = openWorkbook(file('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings: '<si><r><t>群</t></r><rPh sb="0" eb="1"><t>ぐん</t></rPh><r><t xml:space="preserve">馬 </t></r><t/><phoneticPr fontId="1"/></si>' }), 'a.xlsx');
  expect(cellAt(sheetOf(reopen(opened).book), 'A1')?.value).toBe('群馬 ');
});
