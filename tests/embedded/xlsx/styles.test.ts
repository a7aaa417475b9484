import { describe, expect, test } from '@jest/globals';
import type { Style } from '../../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../../src/embedded/xlsx/open';
import { readColor, tinted } from '../../../src/embedded/xlsx/styles/colors';
import { parseXml, rootOf } from '../../../src/embedded/xlsx/package/xml';
import { cellAt, fixture, reopen, setCell, sheetOf, unpack, worksheet } from './packages';

const rows = '<row r="1"><c r="A1" s="1"><v>45383</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="3"><v>0.5</v></c></row>';
const open = (): ReturnType<typeof openWorkbook> => openWorkbook(fixture({ sheets: [{ name: 'S', xml: worksheet(rows) }] }), 'a.xlsx');

describe('reading', () => {
  test('a format reads as a style', () => {
    const sheet = sheetOf(open().book);
    expect(cellAt(sheet, 'A1')?.style).toEqual({ base: 1, numberFormat: 'm/d/yyyy', fontName: '游ゴシック', fontSize: 11 });
    expect(cellAt(sheet, 'B1')?.style).toEqual({
      base: 2, numberFormat: '#,##0.0"件"', fontName: 'ＭＳ 明朝', fontSize: 14, bold: true, color: '#FF0000', fill: '#FFFF00',
      horizontal: 'center', wrap: true, bottom: { style: 'thin' }, locked: false,
    });
    expect(cellAt(sheet, 'C1')?.style).toMatchObject({ numberFormat: '0.00%', quotePrefix: true });
  });

  test.each([
    ['<c rgb="FF12ab3F"/>', '#12AB3F'], ['<c theme="1"/>', '#222222'], ['<c theme="0" tint="-0.5"/>', '#808080'], ['<c indexed="10"/>', '#FF0000'], ['<c indexed="2"/>', '#FF0000'], ['<c auto="1"/>', undefined], ['<c indexed="64"/>', undefined],
  ])('%s is %s', (xml, expected) => {
    expect(readColor(rootOf(parseXml(xml, 'c'), 'c'), ['FFFFFF', '222222'])).toBe(expected);
  });

  test('tints by lightness alone', () => {
    expect(tinted('4472C4', 0.4)).toBe('8FAADC');
    expect(tinted('4472C4', -0.25)).toBe('2F5597');
  });
});

describe('writing', () => {
  const full: Style = {
    numberFormat: '0.0%', fontName: 'メイリオ', fontSize: 9, bold: true, italic: true, underline: true, color: '#0000FF', fill: '#DDEBF7', horizontal: 'right', vertical: 'top',
    wrap: true, indent: 2, left: { style: 'hair' }, top: { style: 'double', color: '#FF00FF' }, quotePrefix: true, locked: false,
  };

  test('every member comes back', () => {
    const opened = newWorkbook();
    setCell(sheetOf(opened.book), 'B2', { value: 0.5, style: full });
    expect(cellAt(sheetOf(reopen(opened).book), 'B2')?.style).toEqual({ ...full, base: 1 });
  });

  test('what the model does not know of the base stays, and only the changed member changes', () => {
    const opened = open();
    const sheet = sheetOf(opened.book);
    setCell(sheet, 'B1', { value: 1, style: { ...cellAt(sheet, 'B1')?.style, bold: false } });
    const styles = unpack(opened.save())['xl/styles.xml'] ?? '';
    expect(styles).toContain('<font><strike/><sz val="14"/><color rgb="FFFF0000"/><name val="ＭＳ 明朝"/><family val="1"/><charset val="128"/></font>');
    expect(styles).toContain('<xf numFmtId="164" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1"><alignment horizontal="center" textRotation="45" wrapText="1"/><protection locked="0" hidden="1"/></xf>');
  });

  test('a new font name drops the scheme that would override it', () => {
    const opened = open();
    const sheet = sheetOf(opened.book);
    setCell(sheet, 'A1', { value: 1, style: { ...cellAt(sheet, 'A1')?.style, fontName: 'メイリオ' } });
    const styles = unpack(opened.save())['xl/styles.xml'] ?? '';
    expect(styles).toContain('<font><sz val="11"/><color theme="1"/><name val="メイリオ"/><charset val="128"/></font>');
    expect(styles).toContain('numFmtId="14" fontId="2"');
  });

  test('members that were cleared go', () => {
    const opened = open();
    const sheet = sheetOf(opened.book);
    setCell(sheet, 'B1', { value: 1, style: { base: 2, fontName: 'ＭＳ 明朝', fontSize: 14 } });
    expect(cellAt(sheetOf(reopen(opened).book), 'B1')?.style).toEqual({ base: 4, fontName: 'ＭＳ 明朝', fontSize: 14 });
  });

  test('equal styles share one format, equal formats are not added twice', () => {
    const opened = open();
    const sheet = sheetOf(opened.book);
    for (const at of ['D1', 'D2', 'D3']) setCell(sheet, at, { value: 1, style: { fill: '#FFFF00', numberFormat: '#,##0.0"件"' } });
    setCell(sheet, 'D4', { value: 1, style: { ...cellAt(sheet, 'A1')?.style } });
    const styles = unpack(opened.save())['xl/styles.xml'] ?? '';
    expect(styles).toContain('<cellXfs count="5">');
    expect(styles).toContain('<fills count="3">');
    expect(styles).toContain('<numFmts count="1">');
  });

  test('without a new look the style sheet keeps its bytes', () => {
    const opened = open();
    setCell(sheetOf(opened.book), 'A1', { value: 2, style: { ...cellAt(sheetOf(opened.book), 'A1')?.style } });
    const bytes = opened.save();
    expect(unpack(bytes)['xl/styles.xml']).toBe(unpack(fixture({ sheets: [{ name: 'S', xml: worksheet(rows) }] }))['xl/styles.xml']);
  });
});
