import { describe, expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../../src/embedded/model/blankSheet';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import { cellAt, fixture, OFFICE, pack, reopen, setCell, sheetOf, unpack, worksheet } from './packages';

const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
const names =
  '<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">\'R6 実績\'!$A$1:$B$9</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">\'R6 実績\'!$A$1:$D$20</definedName>' +
  '<definedName name="_xlnm.Print_Area" localSheetId="2">計画!$A$1,計画!$C$3</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">\'R6 実績\'!$A:$B,\'R6 実績\'!$2:$3</definedName>' +
  '<definedName name="local" localSheetId="2" hidden="1">計画!$A$1</definedName><definedName name="月次_件数_2024" comment="郵送件数" xlm="0">業務!$C$5:$N$5</definedName>';

const bytes = fixture({
  sheets: [
    { name: '業務', xml: worksheet(row, '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'), rels: `<Relationship Id="rId1" Type="${OFFICE}/printerSettings" Target="../printerSettings/p1.bin"/>` },
    { name: 'R6 実績', xml: worksheet(row) },
    { name: '計画', xml: worksheet(row) },
  ],
  definedNames: names,
  extra: { 'xl/printerSettings/p1.bin': 'printer', 'xl/vbaProject.bin': 'macros' },
});
const open = (): ReturnType<typeof openWorkbook> => openWorkbook(bytes, 'a.xlsm');
const definedNames = (saved: Uint8Array): string => /<definedNames>.*<\/definedNames>/.exec(unpack(saved)['xl/workbook.xml'] ?? '')?.[0] ?? '';

describe('names', () => {
  test('people see their names; print names are the page, other built-ins are hidden', () => {
    const { book } = open();
    expect(book.names).toEqual([
      { name: 'local', scope: sheetOf(book, '計画').id, refersTo: '計画!$A$1', comment: '', visible: false },
      { name: '月次_件数_2024', refersTo: '業務!$C$5:$N$5', comment: '郵送件数', visible: true },
    ]);
    expect(sheetOf(book, 'R6 実績').page).toMatchObject({ printArea: { row: 0, column: 0, rows: 20, columns: 4 }, titleRows: { first: 1, last: 2 }, titleColumns: { first: 0, last: 1 } });
    expect(sheetOf(book, '計画').page.printArea).toBeUndefined();
  });

  test('changed, new and deleted names', () => {
    const opened = open();
    opened.book.names.shift();
    Object.assign(opened.book.names[0] ?? {}, { refersTo: '業務!$C$6:$N$6', comment: '' });
    opened.book.names.push({ name: '新', scope: sheetOf(opened.book, 'R6 実績').id, refersTo: '#REF!', comment: 'あ"<', visible: false });
    opened.book.namesChanged = true;
    expect(reopen(opened).book.names).toEqual(opened.book.names);
    expect(definedNames(opened.save())).toContain('<definedName name="月次_件数_2024" xlm="0">業務!$C$6:$N$6</definedName>');
    expect(definedNames(opened.save())).not.toContain('local"');
  });

  test('deleting and moving sheets renumbers local names', () => {
    const opened = open();
    const { sheets } = opened.book;
    sheets.splice(0, 1);
    sheets.reverse();
    opened.book.sheetsChanged = true;
    const parts = unpack(opened.save());
    expect(definedNames(opened.save())).toContain('<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">');
    expect(definedNames(opened.save())).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">計画!$A$1,計画!$C$3</definedName>');
    expect(definedNames(opened.save())).toContain('<definedName name="local" localSheetId="0" hidden="1">');
    expect(Object.keys(parts).filter((path) => /sheet1|p1\.bin/.test(path))).toEqual([]);
    expect(parts['[Content_Types].xml']).not.toContain('sheet1.xml');
    expect(parts['xl/_rels/workbook.xml.rels']).not.toContain('sheet1.xml');
    expect(parts['xl/vbaProject.bin']).toBe('macros');
    expect(reopen(opened).book.sheets.map(({ name }) => name)).toEqual(['計画', 'R6 実績']);
  });

  test('deleting a sheet deletes its local names', () => {
    const opened = open();
    opened.book.sheets.splice(2, 1);
    opened.book.names.shift();
    expect(definedNames(opened.save())).not.toMatch(/local"|localSheetId="2"/);
  });

  test('a renamed sheet takes its built-in names along', () => {
    const opened = open();
    sheetOf(opened.book, 'R6 実績').name = 'R7';
    expect(definedNames(opened.save())).toContain("localSheetId=\"1\">'R7'!$A:$B,'R7'!$2:$3<");
    expect(definedNames(opened.save())).toContain("hidden=\"1\">'R7'!$A$1:$B$9<");
  });

  test('print area and titles can be changed and taken away', () => {
    const opened = open();
    const sheet = sheetOf(opened.book, 'R6 実績');
    delete sheet.page.titleRows;
    delete sheet.page.titleColumns;
    sheet.page.printArea = { row: 1, column: 1, rows: 2, columns: 2 };
    sheet.changed.add('page');
    expect(definedNames(opened.save())).toContain("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">'R6 実績'!$B$2:$C$3</definedName>");
    expect(definedNames(opened.save())).not.toContain('Print_Titles');
  });
});

describe('sheets', () => {
  test('a new sheet gets part, relationship, content type and a sheetId of its own', () => {
    const opened = open();
    const sheet = blankSheet(sheetIdText(900), '新 シート');
    setCell(sheet, 'B2', { value: '新', style: { bold: true } });
    sheet.changedCells.clear();
    opened.book.sheets.splice(1, 0, sheet);
    const parts = unpack(opened.save());
    expect(parts['xl/workbook.xml']).toContain('<sheet name="業務" sheetId="1" r:id="rId1"/><sheet name="新 シート" sheetId="4" r:id="rId5"/>');
    expect(parts['[Content_Types].xml']).toContain('<Override PartName="/xl/worksheets/sheet4.xml"');
    expect(cellAt(sheetOf(reopen(opened).book, '新 シート'), 'B2')).toMatchObject({ value: '新', style: { bold: true } });
    expect(definedNames(opened.save())).toContain('name="local" localSheetId="3"');
  });

  test('only the active sheet stays selected', () => {
    const opened = open();
    opened.book.activeSheet = 2;
    const parts = unpack(opened.save());
    expect(parts['xl/workbook.xml']).toContain('<workbookView activeTab="2"/>');
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('tabSelected');
    expect(parts['xl/worksheets/sheet3.xml']).toContain('tabSelected="1"');
    expect(parts['xl/worksheets/sheet2.xml']).toBe(unpack(bytes)['xl/worksheets/sheet2.xml']);
  });

  test('visibility comes back, and a moved active sheet stays active', () => {
    const opened = open();
    sheetOf(opened.book, '計画').visibility = 'VeryHidden';
    opened.book.sheets.reverse();
    opened.book.activeSheet = 2;
    const again = reopen(opened).book;
    expect(sheetOf(again, '計画').visibility).toBe('VeryHidden');
    expect(again.sheets[again.activeSheet]?.name).toBe('業務');
  });

  test('a locked structure is read', () => {
    const parts = unpack(bytes);
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']?.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>') ?? '';
    expect([open().book.structureProtected, openWorkbook(pack(parts), 'a.xlsx').book.structureProtected]).toEqual([undefined, true]);
  });

  test('a chart sheet keeps its place and is no part of the model', () => {
    const parts = unpack(bytes);
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']?.replace('relationships/worksheet" Target="worksheets/sheet2.xml"', 'relationships/chartsheet" Target="worksheets/sheet2.xml"') ?? '';
    const opened = openWorkbook(pack(parts), 'a.xlsx');
    expect(opened.book.sheets.map(({ name }) => name)).toEqual(['業務', '計画']);
    opened.book.sheets.reverse();
    const saved = unpack(opened.save());
    expect([...(saved['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1])).toEqual(['計画', '業務', 'R6 実績']);
    expect(saved['xl/workbook.xml']).toContain('name="local" localSheetId="0"');
    expect(saved['xl/worksheets/sheet2.xml']).toBe(parts['xl/worksheets/sheet2.xml']);
  });
});
