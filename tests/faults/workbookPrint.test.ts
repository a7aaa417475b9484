import { describe, expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, type Book, type Sheet } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { cellOfPlace, differences, samePrint, workbookPrint } from '../support/workbookPrint';

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

/** A sheet with one of everything. */
function sample(): { readonly book: Book; readonly sheet: Sheet } {
  const { book } = newWorkbook();
  const sheet = blankSheet(sheetIdText(7), '業務');
  sheet.cells.set(cellKey(0, 0), { value: '郵送件数', style: { bold: true } });
  sheet.cells.set(cellKey(0, 1), { value: 6891 });
  sheet.cells.set(cellKey(0, 2), { value: 13782, formula: 'B1*2' });
  sheet.columns.set(1, { width: 12 });
  sheet.rows.set(0, { height: 30 });
  sheet.rows.set(1, { height: 40, fitted: true });
  sheet.conditionalFormats.push({ areas: [area(0, 1, 1, 2)], type: 'custom', formula: 'B1>0', fill: '#FFFFFF' });
  sheet.validations.push({ areas: [area(1, 1)], type: 'list', source: '◎,○', errorMessage: '選んでください' });
  sheet.charts.push({ name: '図1', type: 'Line', series: [], left: 0, top: 0, width: 10, height: 10 });
  book.sheets.push(sheet, blankSheet(sheetIdText(8), '控え'));
  book.names.push({ name: '月次_郵送件数_2024', refersTo: '業務!$B$1:$C$1', comment: '2024年度 件', visible: true }, { name: '範囲', scope: sheet.id, refersTo: '業務!$A$1', comment: '', visible: true });
  return { book, sheet };
}

describe('a print of a workbook', () => {
  test('is the same for a copy', () => {
    const { book } = sample();
    expect(differences(workbookPrint(book), workbookPrint(structuredClone(book)))).toEqual([]);
    expect(samePrint(workbookPrint(book), workbookPrint(structuredClone(book)))).toBe(true);
  });

  test.each<[string, (sheet: Sheet, book: Book) => void, unknown[]]>([
    ['a figure', (sheet) => void sheet.cells.set(cellKey(0, 1), { value: 6892 }), ['業務!B1: 6891 → 6892']],
    ['a figure that is gone', (sheet) => void sheet.cells.delete(cellKey(0, 1)), ['業務!B1: 6891 → nothing']],
    ['a figure as text', (sheet) => void sheet.cells.set(cellKey(0, 1), { value: '6891' }), ['業務!B1: 6891 → "6891"']],
    ['a formula', (sheet) => void sheet.cells.set(cellKey(0, 2), { value: 13782, formula: 'B1+B1' }), ['業務!C1: =B1*2 → =B1+B1']],
    ['what a formula gives', (sheet) => void sheet.cells.set(cellKey(0, 2), { value: { error: '#REF!' }, formula: 'B1*2' }), ['業務!C1 result: 13782 → {"error":"#REF!"}']],
    ['a value in place of its formula', (sheet) => void sheet.cells.set(cellKey(0, 2), { value: 13782 }), ['業務!C1: =B1*2 → 13782', '業務!C1 result: 13782 → nothing']],
    ['a look', (sheet) => void sheet.cells.set(cellKey(0, 0), { value: '郵送件数' }), ['業務!A1 look: {"bold":true} → nothing']],
    ['a number format', (sheet) => void sheet.cells.set(cellKey(0, 1), { value: 6891, style: { numberFormat: '0' } }), ['業務!B1 look: nothing → {"numberFormat":"0"}']],
    ['a look that says nothing', (sheet) => void sheet.cells.set(cellKey(0, 1), { value: 6891, style: { numberFormat: 'General', bold: false } }), []],
    ['an apostrophe before a text', (sheet) => void sheet.cells.set(cellKey(0, 0), { value: '郵送件数', style: { bold: true, quotePrefix: true } }), []],
    ['an empty cell', (sheet) => void sheet.cells.set(cellKey(9, 9), { value: '' }), []],
    ['a width', (sheet) => void sheet.columns.set(1, { width: 13 }), ['業務!B:B: {"width":12} → {"width":13}']],
    ['a height', (sheet) => void sheet.rows.delete(0), ['業務!1:1: {"height":30} → nothing']],
    ['a height that follows the texts', (sheet) => void sheet.rows.delete(1), []],
    ['a rule', (sheet) => void sheet.conditionalFormats.splice(0), ['業務!B1:C1 rules: [{"fill":"#FFFFFF","formula":"B1>0","type":"custom"}] → nothing']],
    ['choices', (sheet) => void sheet.validations.splice(0), ['業務!B2 choices: {"errorMessage":"選んでください","source":"◎,○","type":"list"} → nothing']],
    ['a chart', (sheet) => void sheet.charts.splice(0), [expect.stringMatching(/^業務 chart 図1: .* → nothing$/)]],
    ['the print set-up', (sheet) => void (sheet.page = { ...sheet.page, orientation: 'landscape' }), [expect.stringMatching(/^業務 page: /)]],
    ['the margins of a new sheet', (sheet) => void (sheet.page = { margins: { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7, header: 0.3, footer: 0.3 } }), []],
    ['margins', (sheet) => void (sheet.page = { margins: { top: 1, bottom: 0.75, left: 0.7, right: 0.7, header: 0.3, footer: 0.3 } }), [expect.stringMatching(/^業務 page: nothing → /)]],
    ['protection', (sheet) => void (sheet.protected = true), [expect.stringMatching(/^業務 sheet: .*"locked":false.* → .*"locked":true/)]],
    ['panes', (sheet) => void (sheet.freeze = { rows: 1, columns: 0 }), [expect.stringMatching(/^業務 sheet: /)]],
    ['visibility', (sheet) => void (sheet.visibility = 'Hidden'), [expect.stringMatching(/^業務 sheet: /)]],
    ['the order of the sheets', (_, book) => void book.sheets.reverse(), ['sheets: ["Sheet1","業務","控え"] → ["控え","業務","Sheet1"]']],
    ['a name', (_, book) => void book.names.splice(0, 1), ['name 月次_郵送件数_2024: {"comment":"2024年度 件","refersTo":"業務!$B$1:$C$1","visible":true} → nothing']],
    ['where a name points', (_, book) => void book.names.splice(0, 1, { name: '月次_郵送件数_2024', refersTo: '業務!$B$1:$D$1', comment: '2024年度 件', visible: true }), [expect.stringMatching(/^name 月次_郵送件数_2024: /)]],
    ['whose a name is', (_, book) => void book.names.splice(1, 1, { name: '範囲', refersTo: '業務!$A$1', comment: '', visible: true }), [expect.stringMatching(/^name 範囲 of 業務: /), expect.stringMatching(/^name 範囲: nothing → /)]],
    ['the order of the names', (_, book) => void book.names.reverse(), []],
  ])('tells %s', (_, change, told) => {
    const { book, sheet } = sample();
    const before = workbookPrint(book);
    change(sheet, book);
    const after = workbookPrint(book);
    expect(differences(before, after)).toEqual(told);
    expect(samePrint(before, after)).toBe(told.length === 0);
  });

  test('leaves sheets out with the names that are theirs or point at them', () => {
    const { book } = sample();
    const print = workbookPrint(book, (sheet) => sheet === '業務');
    expect([...print.keys()].filter((place) => place.includes('業務') || place.startsWith('name'))).toEqual([]);
    expect(print.get('sheets')).toBe('["Sheet1","控え"]');
  });

  test.each([['業務!C5', { sheet: '業務', row: 4, column: 2 }], ['a!b!A1', { sheet: 'a!b', row: 0, column: 0 }], ['業務!C5 look', null], ['業務!C:C', null], ['業務 page', null], ['name 月次_x', null]])('%s as a cell', (place, cell) => {
    expect(cellOfPlace(place)).toEqual(cell);
  });
});
