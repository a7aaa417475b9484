import { a1, Sheet } from './sheet.mjs';
import { line, lines, MONTHS, narrowWareki, RATIO_02, RATIO_04, RATIO_05, wareki } from './series.mjs';
import { columns, table } from './table.mjs';
import { label } from './shapesPlain.mjs';
import { OFFICE, ooxml, XML } from './ooxml.mjs';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument';
const T02 = ['T02-01', 'T02-02', 'T02-03'];
const live = { live: true, liveTotal: true };

const note = (ref, text) => `<comment ref="${ref}" authorId="0"><text><r><t xml:space="preserve">${text}</t></r></text></comment>`;
const notes = (list) => `${XML}<comments xmlns="${MAIN}"><authors><author>業務グループ</author></authors><commentList>${list.map(([ref, text]) => note(ref, text)).join('')}</commentList></comments>`;
const noteShape = (row, column, i) => `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;width:108pt;height:60pt;z-index:${i + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const noteShapes = (places) => `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${places.map(([row, column], i) => noteShape(row, column, i)).join('')}</xml>`;

const corner = (column, row) => `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
const drawing = `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor><xdr:from>${corner(0, 18)}</xdr:from><xdr:to>${corner(8, 32)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="グラフ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
const chart = (sheet) => `${XML}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>郵送化率</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>${sheet}!$A$4</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>${sheet}!$B$3:$M$3</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${sheet}!$B$4:$M$4</c:f></c:numRef></c:val></c:ser><c:axId val="100"/><c:axId val="200"/></c:lineChart>` +
  '<c:catAx><c:axId val="100"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="200"/></c:catAx><c:valAx><c:axId val="200"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="100"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>';
const relationTo = (target, type) => `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`;

const calcChain = (sheets) => {
  const cells = sheets.flatMap((sheet, i) => [...sheet.rows].flatMap(([row, all]) => [...all].flatMap(([column, cell]) => (cell.formula === undefined ? [] : [`<c r="${a1(row, column)}" i="${i + 1}"/>`]))));
  return `${XML}<calcChain xmlns="${MAIN}">${cells.join('')}</calcChain>`;
};

/** The staff's own formulas, names, notes, coloured cells, drop-downs, a hidden column, a chart, frozen panes. */
export function ownFormulas() {
  const sheet = new Sheet('業務', { widths: { A: 18, B: 9, O: 24 }, hidden: ['P'] });
  const guard = { wrap: (ratio) => `IFERROR(${ratio},"")` };
  const tables = [
    table(sheet, { at: 'A3', year: 2024, yearCell: 'A3', title: sheet.set('A1', '郵送化率', { bold: true }), columns: columns({ before: [label(narrowWareki(2024))], total: '計' }), lines: lines(T02, 2024, { 'T02-01': { ...live, ratio: RATIO_02 }, 'T02-02': { liveTotal: true }, 'T02-03': { liveTotal: true } }) }),
    table(sheet, { at: 'A10', year: 2024, yearCell: 'A10', title: sheet.set('A9', '金額/件', { bold: true }), columns: columns({ before: [label(narrowWareki(2024))], total: '計' }), lines: lines(['T04-01', 'T04-02', 'T04-03'], 2024, { 'T04-01': { ...live, ...guard, ratio: RATIO_04 }, 'T04-02': { liveTotal: true }, 'T04-03': { liveTotal: true } }) }),
  ];
  sheet.set('O3', '備考', { bold: true });
  sheet.set('O5', '集計中');
  sheet.set('P4', 0.95, { fmt: '0.0%' });
  const summary = new Sheet('まとめ', { widths: { A: 18 } });
  summary.set('A1', '郵送化率（計）');
  summary.set('B1', sheet.rows.get(3).get(13).value, { fmt: '0.0%' }, '業務!N4');
  summary.set('A2', '窓口件数の平均');
  summary.set('B2', sheet.rows.get(4).get(13).value / 12, { fmt: '#,##0.0' }, 'AVERAGE(窓口_R6)');
  const sheets = [sheet, summary];
  const formats = '<conditionalFormatting sqref="B4:N4"><cfRule type="expression" dxfId="0" priority="1"><formula>B4&lt;$P$4</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="B6:M6"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>';
  const validations = '<dataValidations count="2"><dataValidation type="whole" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" sqref="B5:M6"><formula1>0</formula1></dataValidation><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="O5:O6"><formula1>"集計中,確定"</formula1></dataValidation></dataValidations>';
  const bytes = ooxml(sheets, {
    names: '<definedName name="_xlnm.Print_Area" localSheetId="0">業務!$A$1:$N$16</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">業務!$A:$A</definedName><definedName name="窓口_R6">業務!$B$5:$M$5</definedName>',
    dxfs: '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
    defaults: [['vml', `${TYPE}.vmlDrawing`]],
    overrides: [['xl/comments1.xml', `${TYPE}.spreadsheetml.comments+xml`], ['xl/drawings/drawing1.xml', `${TYPE}.drawing+xml`], ['xl/charts/chart1.xml', `${TYPE}.drawingml.chart+xml`], ['xl/calcChain.xml', `${TYPE}.spreadsheetml.calcChain+xml`]],
    workbookRels: [['rId92', 'calcChain', 'calcChain.xml']],
    ofSheets: {
      業務: {
        before: '<sheetPr><tabColor rgb="FF4472C4"/></sheetPr><dimension ref="A1:P16"/><sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B5" sqref="B5"/></sheetView></sheetViews>',
        after: `${formats}${validations}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>`,
        rels: [['rId1', 'drawing', '../drawings/drawing1.xml'], ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'], ['rId3', 'comments', '../comments1.xml']],
        rowAttributes: (row) => (row === 2 ? ' ht="30" customHeight="1"' : ''),
      },
    },
    parts: {
      'xl/comments1.xml': notes([['B5', '4月分は確定'], ['A4', '郵送 ÷（窓口＋郵送）']]),
      'xl/drawings/vmlDrawing1.vml': noteShapes([[4, 1], [3, 0]]),
      'xl/drawings/drawing1.xml': drawing,
      'xl/drawings/_rels/drawing1.xml.rels': relationTo('../charts/chart1.xml', `${OFFICE}/chart`),
      'xl/charts/chart1.xml': chart('業務'),
      'xl/calcChain.xml': calcChain(sheets),
    },
  });
  return { sheets, tables, bytes };
}

/** Bytes that no program made: parts which must come through unread. */
function noise(length, seed) {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (state * 1103515245 + 12345) % 2147483648) >> 16 & 255);
}

/** Macros, a custom XML part, printer settings, document properties; a hidden sheet holds last year. */
export function macros() {
  const sheet = new Sheet('入力', { widths: { A: 16 } });
  const old = new Sheet('旧R5', { widths: { A: 16 } });
  const made = (on, at, year) => table(on, { at, year, yearCell: at, columns: columns({ before: [label(narrowWareki(year))], total: '計' }), lines: lines(['T05-01', 'T05-02', 'T05-03'], year, { 'T05-01': { ratio: RATIO_05 } }) });
  const tables = [
    table(sheet, { at: 'A2', year: 2024, yearCell: 'A2', columns: columns({ before: [label(narrowWareki(2024))], total: '計' }), lines: lines(T02, 2024, { 'T02-01': { ratio: RATIO_02 } }) }),
    made(sheet, 'A8', 2024),
    made(old, 'A2', 2023),
  ];
  const hiddenSettings = new Sheet('設定');
  hiddenSettings.set('A1', '年度');
  hiddenSettings.set('B1', 2024);
  const sheets = [sheet, old, hiddenSettings];
  const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  const bytes = ooxml(sheets, {
    macro: true,
    workbookPr: '<workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/>',
    defaults: [['bin', `${TYPE}.spreadsheetml.printerSettings`]],
    overrides: [['xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject'], ['customXml/itemProps1.xml', `${TYPE}.customXmlProperties+xml`], ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'], ['docProps/custom.xml', `${TYPE}.custom-properties+xml`]],
    rels: [['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'], ['rId3', 'custom-properties', 'docProps/custom.xml']],
    workbookRels: [['rId93', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'], ['rId94', 'customXml', '../customXml/item1.xml']],
    ofSheets: {
      入力: { before: '<sheetPr codeName="Sheet1"/><dimension ref="A2:N11"/>', after: '<pageMargins left="0.25" right="0.25" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" r:id="rId1"/>', rels: [['rId1', 'printerSettings', '../printerSettings/printerSettings1.bin']] },
      旧R5: { before: '<sheetPr codeName="Sheet2"/>', state: 'hidden' },
      設定: { before: '<sheetPr codeName="Sheet3"/>', state: 'veryHidden' },
    },
    parts: {
      'xl/vbaProject.bin': noise(1536, 7),
      'xl/printerSettings/printerSettings1.bin': noise(512, 11),
      'customXml/item1.xml': `${XML}<plan xmlns="urn:example:plan"><year>2024</year></plan>`,
      'customXml/itemProps1.xml': `${XML}<ds:datastoreItem ds:itemID="{6F2B0C51-0A7E-4C38-9C0B-1D5E0B1F2A34}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:example:plan"/></ds:schemaRefs></ds:datastoreItem>`,
      'customXml/_rels/item1.xml.rels': relationTo('itemProps1.xml', `${OFFICE}/customXmlProps`),
      'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>月別実績</dc:title></cp:coreProperties>`,
      'docProps/custom.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="年度"><vt:lpwstr>令和6年度</vt:lpwstr></property></Properties>`,
    },
  });
  return { sheets, tables, bytes };
}

/** First table far from the corner of the sheet, two label columns; texts stand in the cells themselves. */
export function oddPlaces() {
  const sheet = new Sheet('集計', { widths: { F: 12, G: 18 } });
  const before = [label('区分', { key: 'group' }), label('項目')];
  const grouped = (ids, group, year, changes) => lines(ids, year, changes).map((one, i) => (i === 0 ? { ...one, group, groupSpan: ids.length } : one));
  const rows = (year) => [...grouped(T02, '郵送化', year, { 'T02-01': { ratio: RATIO_02 } }), ...grouped(['T05-01', 'T05-02', 'T05-03'], '多・頻', year, { 'T05-01': { ratio: RATIO_05 } })];
  const tables = [
    table(sheet, { at: 'F30', year: 2024, yearCell: 'F28', title: sheet.set('F28', `${wareki(2024)}　月別集計`, { bold: true }), columns: columns({ before, total: '年度計' }), lines: rows(2024) }),
    table(sheet, { at: 'H45', year: 2023, yearCell: 'H44', title: sheet.set('H44', `${wareki(2023)}　月別集計`, { bold: true }), columns: columns({ before, total: '年度計' }), lines: rows(2023) }),
  ];
  return { sheets: [sheet], tables, bytes: ooxml([sheet], { inline: true }) };
}

/** Excel's own table (its header cells are texts that may not repeat). */
export function tableObject() {
  const sheet = new Sheet('テーブル', { widths: { A: 16 } });
  const found = table(sheet, { at: 'B2', columns: columns({ before: [label('項目')], total: '合計' }), lines: [line('T13-01', 2024), line('T15-01', 2024), line('T16-01', 2024)].map((one) => ({ ...one, year: null, liveTotal: true })) });
  const heads = ['項目', ...MONTHS, '合計'];
  const part = `${XML}<table xmlns="${MAIN}" id="1" name="月別" displayName="月別" ref="B2:O5" totalsRowShown="0"><autoFilter ref="B2:O5"/><tableColumns count="${heads.length}">${heads.map((head, i) => `<tableColumn id="${i + 1}" name="${head}"/>`).join('')}</tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
  const bytes = ooxml([sheet], {
    overrides: [['xl/tables/table1.xml', `${TYPE}.spreadsheetml.table+xml`]],
    ofSheets: { テーブル: { after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>', rels: [['rId1', 'table', '../tables/table1.xml']] } },
    parts: { 'xl/tables/table1.xml': part },
  });
  return { sheets: [sheet], tables: [found], bytes };
}
