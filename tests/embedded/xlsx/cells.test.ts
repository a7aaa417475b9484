import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Scalar } from '../../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../../src/embedded/xlsx/open';
import { decodeXstring, encodeXstring } from '../../../src/embedded/xlsx/package/xstring';
import { cellAt, fixture, reopen, setCell, sheetOf, unpack, worksheet } from './packages';

const SHEET = 'xl/worksheets/sheet1.xml';

describe('values', () => {
  test.each<[string, Scalar]>([
    ['integer', 42], ['fraction', 0.1 + 0.2], ['tiny', 5e-324], ['large', 1.7976931348623157e308], ['text', '郵送件数'], ['markup', '<a> & "b"'],
    ['spaces', '  x  '], ['line break', 'a\nb'], ['carriage return', 'a\r\nb'], ['literal escape', '_x000D_'], ['control', 'a\u0001b'], ['emoji', '𠮷🙂'],
    ['empty text', ''], ['boolean', true], ['false', false], ['error', { error: '#DIV/0!' }],
  ])('%s comes back as it was', (_, value) => {
    const opened = newWorkbook();
    setCell(sheetOf(opened.book), 'B2', { value });
    expect(cellAt(sheetOf(reopen(opened).book), 'B2')).toEqual({ value });
  });

  test('any text survives the escapes', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('_x0041_', '__x0041__', '_x005F_x0041_', '\uD800', '_x_')), (text) => {
      expect(decodeXstring(encodeXstring(text))).toBe(text);
    }));
  });

  test('a formula keeps its text result and its spelling', () => {
    const opened = newWorkbook();
    setCell(sheetOf(opened.book), 'A1', { formula: 'IF(B1<1,"<&>",TEXT(B1,"0"))', value: '<&>' });
    expect(cellAt(sheetOf(reopen(opened).book), 'A1')).toEqual({ formula: 'IF(B1<1,"<&>",TEXT(B1,"0"))', value: '<&>' });
  });

  test('reads what other writers write: rich text, readings, inline text, missing references', () => {
    const strings = '<si><r><rPr><b/></rPr><t>郵</t></r><r><t xml:space="preserve">送 </t></r></si><si><t>件数</t><rPh sb="0" eb="2"><t>ケンスウ</t></rPh><phoneticPr fontId="1"/></si><si/>';
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>x_x000D_y</t></is></c><c><v>7</v></c></row><row r="3"><c r="C3" t="d"><v>2024-04-01</v></c><c r="D3" t="s"><v>2</v></c></row>';
    const sheet = sheetOf(openWorkbook(fixture({ sheets: [{ name: '業務', xml: worksheet(rows) }], strings }), 'a.xlsx').book);
    expect(['A1', 'B1', 'C1', 'D1', 'C3', 'D3'].map((at) => cellAt(sheet, at)?.value)).toEqual(['郵送 ', '件数', 'x\ry', 7, 45383, '']);
  });
});

describe('patching', () => {
  const strings = '<si><r><rPr><b/></rPr><t>太</t></r><r><t>字</t></r></si><si><t>前</t></si>';
  const rows =
    '<row r="1" spans="1:3" ht="30" customHeight="1" x14ac:dyDescent="0.4"><c r="A1" s="2" t="s"><v>0</v></c><c r="C1" cm="1" vm="1"><f t="array" ref="C1">SUM(A2:A3)</f><v>3</v></c></row>' +
    '<row r="2"  spans="1:1" foo="bar"><c r="A2"><v>1.50</v></c></row><row r="5"><c r="A5" t="s"><v>1</v></c></row>';
  const bytes = fixture({ sheets: [{ name: '業務', xml: worksheet(rows, '<sheetPr codeName="S1"/><dimension ref="A1:C5"/>', '<extLst><ext uri="{x}"><y xmlns="urn:y" z="1"/></ext></extLst>') }, { name: '他', xml: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>') }], strings });

  test('an unchanged book gives the very bytes', () => {
    expect(openWorkbook(bytes, 'a.xlsx').save()).toBe(bytes);
  });

  test('one changed cell leaves the other rows and parts byte-identical', () => {
    const opened = openWorkbook(bytes, 'a.xlsx');
    setCell(sheetOf(opened.book), 'B5', { value: 9 });
    const [before, after] = [unpack(bytes), unpack(opened.save())];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const different = Object.keys(before).filter((path) => before[path] !== after[path]);
    expect(different).toEqual(['xl/workbook.xml', SHEET]);
    expect(after[SHEET]).toBe(before[SHEET]?.replace('<row r="5"><c r="A5" t="s"><v>1</v></c></row>', '<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5"><v>9</v></c></row>'));
    expect(after['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });

  test('rich text stays where only the look changed, and array formulas where only the value did', () => {
    const opened = openWorkbook(bytes, 'a.xlsx');
    const sheet = sheetOf(opened.book);
    setCell(sheet, 'A1', { ...cellAt(sheet, 'A1'), style: { ...cellAt(sheet, 'A1')?.style, fill: '#00FF00' } });
    setCell(sheet, 'C1', { ...cellAt(sheet, 'C1'), value: 4 });
    const xml = unpack(opened.save())[SHEET];
    expect(xml).toContain('<c r="A1" s="4" t="s"><v>0</v></c>');
    expect(xml).toContain('<c r="C1" cm="1"><f t="array" ref="C1">SUM(A2:A3)</f><v>4</v></c>');
    expect(xml).toContain('<row r="1" ht="30" customHeight="1" x14ac:dyDescent="0.4">');
  });

  test('a text equal to a rich one does not become bold', () => {
    const opened = openWorkbook(bytes, 'a.xlsx');
    setCell(sheetOf(opened.book), 'A5', { value: '太字' });
    expect(unpack(opened.save())[SHEET]).toContain('<c r="A5" t="s"><v>2</v></c>');
    expect(unpack(opened.save())['xl/sharedStrings.xml']).toContain('<si><t>太字</t></si></sst>');
  });

  test('cells and rows are put in their places, emptied ones go, the dimension grows', () => {
    const opened = openWorkbook(bytes, 'a.xlsx');
    const sheet = sheetOf(opened.book);
    setCell(sheet, 'B1', { value: 1 });
    setCell(sheet, 'D4', { value: 2 });
    setCell(sheet, 'A9', { value: 3 });
    setCell(sheet, 'A2', undefined);
    const xml = unpack(opened.save())[SHEET] ?? '';
    expect([...xml.matchAll(/<(?:row|c) r="(\w+)"/g)].map((match) => match[1])).toEqual(['1', 'A1', 'B1', 'C1', '2', '4', 'D4', '5', 'A5', '9', 'A9']);
    expect(xml).toContain('<dimension ref="A1:D9"/>');
    expect(xml).toContain('<y xmlns="urn:y" z="1"/>');
    expect(xml).toContain('mc:Ignorable="x14ac"');
  });

  test('a second save after more changes has all of them', () => {
    const opened = openWorkbook(bytes, 'a.xlsx');
    setCell(sheetOf(opened.book), 'E1', { value: '一' });
    opened.save();
    setCell(sheetOf(opened.book), 'E2', { value: '二' });
    const sheet = sheetOf(reopen(opened).book);
    expect([cellAt(sheet, 'E1')?.value, cellAt(sheet, 'E2')?.value]).toEqual(['一', '二']);
    expect(opened.save()).toEqual(opened.save());
  });

  test('prefixed element names are read and written', () => {
    const xml = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const opened = openWorkbook(fixture({ sheets: [{ name: 'S', xml }] }), 'a.xlsx');
    const sheet = sheetOf(opened.book);
    expect(cellAt(sheet, 'A1')).toEqual({ formula: '1+1', value: 2 });
    setCell(sheet, 'B1', { value: 5 });
    sheet.merges = [{ row: 2, column: 0, rows: 1, columns: 2 }];
    sheet.changed.add('cells');
    const saved = unpack(opened.save())[SHEET];
    expect(saved).toContain('<x:c r="B1"><x:v>5</x:v></x:c>');
    expect(saved).toContain('</x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A3:B3"/></x:mergeCells>');
  });
});

describe('formulas', () => {
  const rows =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1+\'R6 実績\'!D1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><f t="shared" si="0"></f><v>3</v></c><c r="B3"><f t="dataTable" ref="B3:B4" dt2D="0" r1="A1"/><v>8</v></c></row>';
  const open = (): ReturnType<typeof openWorkbook> => openWorkbook(fixture({ sheets: [{ name: 'S', xml: worksheet(rows) }], calcChain: true }), 'a.xlsx');

  test('members of a shared formula read as their own', () => {
    const sheet = sheetOf(open().book);
    expect(['A1', 'A2', 'A3'].map((at) => cellAt(sheet, at)?.formula)).toEqual(["B1*$C$1+'R6 実績'!D1", "B2*$C$1+'R6 実績'!D2", "B3*$C$1+'R6 実績'!D3"]);
    expect(cellAt(sheet, 'B3')).toEqual({ value: 8 });
  });

  test('a new value keeps the shared formula; the calculation chain stays', () => {
    const opened = open();
    setCell(sheetOf(opened.book), 'A2', { ...cellAt(sheetOf(opened.book), 'A2'), value: 20 });
    const parts = unpack(opened.save());
    expect(parts[SHEET]).toContain('<c r="A2"><f t="shared" si="0"/><v>20</v></c>');
    expect(parts['xl/calcChain.xml']).toBeDefined();
  });

  test('overwriting the master spells the others out and drops the calculation chain', () => {
    const opened = open();
    setCell(sheetOf(opened.book), 'A1', { value: 5 });
    const parts = unpack(opened.save());
    expect(parts[SHEET]).toContain("<c r=\"A2\"><f>B2*$C$1+'R6 実績'!D2</f><v>2</v></c>");
    expect(parts[SHEET]).not.toContain('shared');
    expect(parts[SHEET]).toContain('<f t="dataTable" ref="B3:B4" dt2D="0" r1="A1"/><v>8</v>');
    expect(parts['xl/calcChain.xml']).toBeUndefined();
    expect(parts['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    expect(parts['[Content_Types].xml']).not.toContain('calcChain');
  });
});
