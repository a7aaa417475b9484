import { describe, expect, test } from '@jest/globals';
import type { ConditionalFormat, PageSetup, Validation } from '../../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../../src/embedded/xlsx/open';
import { readSections, writeSections } from '../../../src/embedded/xlsx/sheet/headerFooter';
import { fixture, reopen, sheetOf, unpack, worksheet } from './packages';

const SHEET = 'xl/worksheets/sheet1.xml';
const ORDER = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection', 'autoFilter', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'drawing', 'legacyDrawing', 'tableParts', 'extLst'];

const area = (row: number, column: number, rows = 1, columns = 1): { row: number; column: number; rows: number; columns: number } => ({ row, column, rows, columns });

describe('frame', () => {
  const page: PageSetup = {
    orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0, printArea: area(0, 0, 40, 16), titleRows: { first: 2, last: 3 }, titleColumns: { first: 0, last: 1 },
    footer: { center: '&P/&N ページ', right: '&"游ゴシック,標準"&9&D' }, header: { left: '業務 && 計画' }, margins: { top: 0.5, bottom: 0.5, left: 0.4, right: 0.4, header: 0.2, footer: 0.2 },
    centerHorizontally: true, blackAndWhite: true,
  };

  test('everything set on a new sheet comes back', () => {
    const opened = newWorkbook();
    const sheet = sheetOf(opened.book);
    sheet.name = '業務 R6';
    sheet.page = page;
    sheet.freeze = { rows: 3, columns: 2 };
    sheet.gridlines = false;
    sheet.tabColor = '#1F4E79';
    sheet.merges = [area(0, 0, 1, 4)];
    sheet.protected = true;
    sheet.columns.set(0, { width: 20.5 });
    sheet.columns.set(1, { width: 20.5 });
    sheet.columns.set(4, { width: 5, hidden: true, style: { fill: '#EEEEEE' } });
    sheet.rows.set(2, { height: 30 });
    sheet.rows.set(7, { hidden: true });
    for (const aspect of ['page', 'view', 'tab', 'cells', 'columns', 'rows'] as const) sheet.changed.add(aspect);
    const again = sheetOf(reopen(opened).book);
    expect(again).toMatchObject({ name: '業務 R6', page, freeze: { rows: 3, columns: 2 }, gridlines: false, tabColor: '#1F4E79', merges: sheet.merges, protected: true });
    expect([...again.columns].map(([at, look]) => [at, look.width, look.hidden, look.style?.fill])).toEqual([[0, 20.5, undefined, undefined], [1, 20.5, undefined, undefined], [4, 5, true, '#EEEEEE']]);
    expect([...again.rows]).toEqual([[2, { height: 30 }], [7, { hidden: true }]]);
    const xml = unpack(opened.save())[SHEET] ?? '';
    expect(xml).toContain('<col width="20.5" customWidth="1" min="1" max="2"/>');
    const places = ORDER.map((name) => xml.indexOf(`<${name}`)).filter((at) => at >= 0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.length).toBeGreaterThan(10);
  });

  test('an unknown neighbour stays where the schema wants it', () => {
    const after = '<autoFilter ref="A1:B2"/><phoneticPr fontId="1"/><hyperlinks><hyperlink ref="A1" location="x"/></hyperlinks><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><pageSetup paperSize="8" horizontalDpi="300" r:id="rId7"/><tableParts count="0"/>';
    const opened = openWorkbook(fixture({ sheets: [{ name: 'S', xml: worksheet('', '', after) }] }), 'a.xlsx');
    const sheet = sheetOf(opened.book);
    sheet.merges = [area(0, 0, 1, 2)];
    sheet.page.orientation = 'landscape';
    sheet.page.footer = { center: '&P' };
    sheet.conditionalFormats.push({ areas: [area(0, 0)], type: 'custom', formula: 'A1>0', fill: '#FF0000' });
    sheet.validations.push({ areas: [area(0, 0)], type: 'list', source: '○,×' });
    for (const aspect of ['page', 'cells', 'conditionalFormats', 'validations'] as const) sheet.changed.add(aspect);
    const xml = unpack(opened.save())[SHEET] ?? '';
    expect([...xml.slice(xml.indexOf('</sheetData>')).matchAll(/<(autoFilter|mergeCells|phoneticPr|conditionalFormatting|dataValidations|hyperlinks|pageMargins|pageSetup|headerFooter|tableParts)\b/g)].map((match) => match[1])).toEqual(
      ['autoFilter', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'pageMargins', 'pageSetup', 'headerFooter', 'tableParts']);
    expect(xml).toContain('<pageSetup paperSize="8" horizontalDpi="300" r:id="rId7" orientation="landscape"/>');
  });

  test('a filter is written where it is new, keeps its criteria where it only moved, and is taken out', () => {
    const filtered = '<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter>';
    const saved = (wanted: ReturnType<typeof area> | undefined, after: string): string => {
      const opened = openWorkbook(fixture({ sheets: [{ name: 'S', xml: worksheet('', '', after) }] }), 'a.xlsx');
      const sheet = sheetOf(opened.book);
      sheet.autoFilter = wanted;
      sheet.changed.add('filter');
      expect(sheetOf(reopen(opened).book).autoFilter).toEqual(wanted);
      return /<autoFilter.*(?:<\/autoFilter>|\/>)/.exec(unpack(opened.save())[SHEET] ?? '')?.[0] ?? '';
    };
    expect(saved(area(6, 0, 20, 9), '')).toContain('<autoFilter ref="A7:I26"/>');
    expect(saved(area(3, 0, 2, 2), filtered)).toContain('ref="A4:B5"><filterColumn colId="0">');
    expect(saved(area(0, 0, 9, 3), filtered)).not.toContain('filterColumn');
    expect(saved(undefined, filtered)).toBe('');
  });

  test('a fitted height is no height of a person’s own', () => {
    const opened = newWorkbook();
    const sheet = sheetOf(opened.book);
    sheet.rows.set(1, { height: 40, fitted: true });
    sheet.rows.set(2, { height: 40 });
    sheet.changed.add('rows');
    const xml = unpack(opened.save())[SHEET] ?? '';
    expect([...xml.matchAll(/<row [^>]*>/g)].map(([tag]) => tag.replace(/\/?>$/, ''))).toEqual(['<row r="2" ht="40"', '<row r="3" ht="40" customHeight="1"']);
  });

  test('columns that did not change keep attributes the model does not know', () => {
    const opened = openWorkbook(fixture({ sheets: [{ name: 'S', xml: worksheet('', '<cols><col min="1" max="16384" width="9" style="2" outlineLevel="1" bestFit="1"/></cols>') }] }), 'a.xlsx');
    const sheet = sheetOf(opened.book);
    const look = sheet.columns.get(3);
    if (look) look.width = 30;
    sheet.changed.add('columns');
    expect(unpack(opened.save())[SHEET]).toContain('<cols><col width="9" style="2" outlineLevel="1" bestFit="1" min="1" max="3"/><col width="30" style="2" outlineLevel="1" customWidth="1" min="4" max="4"/><col width="9" style="2" outlineLevel="1" bestFit="1" min="5" max="16384"/></cols>');
  });

  test('header sections split and join', () => {
    expect(readSections('&L左 &"x,y"&8a&&b&C中&R&P')).toEqual({ left: '左 &"x,y"&8a&&b', center: '中', right: '&P' });
    expect(readSections('中だけ')).toEqual({ center: '中だけ' });
    expect(writeSections({ left: 'a', right: '&P' })).toBe('&La&R&P');
  });
});

describe('conditional formats', () => {
  const after =
    '<conditionalFormatting sqref="A1:A9 C1"><cfRule type="expression" dxfId="0" priority="3" stopIfTrue="1"><formula>A1="◎"</formula></cfRule><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{b}"/></extLst></cfRule></conditionalFormatting>' +
    '<conditionalFormatting sqref="B1"><cfRule type="expression" dxfId="1" priority="2"><formula>B1&gt;1</formula></cfRule></conditionalFormatting>';
  const open = (): ReturnType<typeof openWorkbook> => openWorkbook(fixture({ sheets: [{ name: 'S', xml: worksheet('', '', after) }] }), 'a.xlsx');

  test('rules come in order of priority; what is not understood is opaque', () => {
    expect(sheetOf(open().book).conditionalFormats).toEqual([
      { areas: [area(0, 0, 9), area(0, 2)], opaque: true, id: 0 },
      { areas: [area(0, 1)], opaque: true, id: 1 },
      { areas: [area(0, 0, 9), area(0, 2)], type: 'custom', formula: 'A1="◎"', fill: '#FFC7CE', color: '#9C0006', stopIfTrue: true },
    ]);
  });

  test('a new rule in front keeps the others verbatim behind it', () => {
    const opened = open();
    const sheet = sheetOf(opened.book);
    const rule: ConditionalFormat = { areas: [area(4, 4)], type: 'custom', formula: 'E5<>"<"', fill: '#00FF00', bold: true };
    sheet.conditionalFormats.unshift(rule);
    sheet.changed.add('conditionalFormats');
    const parts = unpack(opened.save());
    expect(parts[SHEET]).toContain('<cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{b}"/></extLst></cfRule>');
    expect(parts[SHEET]).toContain('<cfRule type="expression" dxfId="1" priority="3">');
    expect(parts[SHEET]).toContain('<cfRule type="expression" dxfId="0" priority="4" stopIfTrue="1">');
    expect(parts['xl/styles.xml']).toContain('<dxf><font><b/></font><fill><patternFill patternType="solid"><bgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs>');
    expect(sheetOf(reopen(opened).book).conditionalFormats[0]).toEqual(rule);
  });

  test('the same look uses the same dxf; removing all removes the elements', () => {
    const opened = newWorkbook();
    const sheet = sheetOf(opened.book);
    for (const at of [0, 1, 2]) sheet.conditionalFormats.push({ areas: [area(at, 0)], type: 'custom', formula: 'TRUE', fill: '#00FF00' });
    sheet.changed.add('conditionalFormats');
    expect(unpack(opened.save())['xl/styles.xml']).toContain('<dxfs count="1">');
    const other = open();
    sheetOf(other.book).conditionalFormats.length = 0;
    sheetOf(other.book).changed.add('conditionalFormats');
    expect(unpack(other.save())[SHEET]).not.toContain('conditionalFormatting');
  });
});

describe('validations', () => {
  const after = '<dataValidations count="3" disablePrompts="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" error="選んでください" sqref="A1:A5"><formula1>"◎,○,△"</formula1></dataValidation><dataValidation type="list" sqref="B1"><formula1>候補!$A$1:$A$9</formula1></dataValidation><dataValidation type="whole" operator="lessThan" sqref="C1"><formula1>5</formula1></dataValidation></dataValidations>';
  const open = (): ReturnType<typeof openWorkbook> => openWorkbook(fixture({ sheets: [{ name: 'S', xml: worksheet('', '', after) }] }), 'a.xlsx');

  test('lists are understood, others opaque', () => {
    expect(sheetOf(open().book).validations).toEqual([
      { areas: [area(0, 0, 5)], type: 'list', source: '◎,○,△', errorMessage: '選んでください', ignoreBlanks: true, showError: true },
      { areas: [area(0, 1)], type: 'list', source: '=候補!$A$1:$A$9', ignoreBlanks: false, showError: false },
      { areas: [area(0, 2)], opaque: true, id: 2 },
    ]);
  });

  test('a new one is added, the others keep their XML, moved ones their rule', () => {
    const opened = open();
    const sheet = sheetOf(opened.book);
    const added: Validation = { areas: [area(9, 0)], type: 'list', source: '"a",b', errorTitle: '判定', errorMessage: '誤り', promptTitle: 't', promptMessage: 'p', errorStyle: 'warning', ignoreBlanks: true, showError: true };
    sheet.validations[2] = { areas: [area(5, 5)], opaque: true, id: 2 };
    sheet.validations.push(added);
    sheet.changed.add('validations');
    const xml = unpack(opened.save())[SHEET];
    expect(xml).toContain('<dataValidations count="4" disablePrompts="1">');
    expect(xml).toContain('<dataValidation type="whole" operator="lessThan" sqref="F6"><formula1>5</formula1></dataValidation>');
    expect(sheetOf(reopen(opened).book).validations[3]).toEqual(added);
  });
});
