import { describe, expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../../src/embedded/model/blankSheet';
import type { Chart } from '../../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../../src/embedded/xlsx/open';
import { fixture, OFFICE, reopen, setCell, sheetOf, unpack, worksheet, type Fixture } from './packages';

const chart = (name: string): Chart => ({
  name, type: 'Line', title: '郵送化率の推移', legendPosition: 'Bottom', valueFormat: '0.0%', left: 100, top: 50, width: 360, height: 216,
  series: [
    { name: '目標 & "値"', values: "'グラフ 用'!$B$1:$B$3", categories: "'グラフ 用'!$A$1:$A$3", color: '#FF0000', weight: 1.5, dash: 'Dash', marker: 'None' },
    { name: '実績', values: "'グラフ 用'!$C$1:$C$3", categories: "'グラフ 用'!$A$1:$A$3", color: '#1F4E79', weight: 2.25, dash: 'Continuous', marker: 'Circle' },
  ],
});

function withChart(): ReturnType<typeof newWorkbook> {
  const opened = newWorkbook();
  const sheet = sheetOf(opened.book);
  sheet.name = 'グラフ 用';
  ['4月', '5月', '6月'].forEach((month, i) => {
    setCell(sheet, `A${i + 1}`, { value: month });
    setCell(sheet, `B${i + 1}`, { value: 0.5 });
    setCell(sheet, `C${i + 1}`, { value: i === 1 ? { error: '#N/A' } : i / 10, formula: 'NA()' });
  });
  sheet.charts.push(chart('郵送化率'));
  sheet.changed.add('charts');
  return opened;
}

const DRAWING_NS = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const kept = (id: string): string =>
  `<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>12700</xdr:rowOff></xdr:from><xdr:ext cx="1270000" cy="635000"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="7" name="グラフ${id}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="u"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="rId${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`;
const bar = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>件</a:t></a:r><a:r><a:t>数</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>S!$B$1</c:f><c:strCache><c:pt idx="0"><c:v>実績</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:f>S!$B$2:$B$5</c:f></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>';
const rels = (inner: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const existing: Fixture = {
  sheets: [{ name: 'S', xml: worksheet('', '', '<drawing r:id="rId1"/>'), rels: `<Relationship Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/>` }],
  extra: {
    'xl/drawings/drawing1.xml': `<xdr:wsDr ${DRAWING_NS}><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9" cy="9"/><xdr:sp macro="keep"/><xdr:clientData/></xdr:absoluteAnchor>${kept('1')}${kept('2')}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': rels(`<Relationship Id="rId1" Type="${OFFICE}/chart" Target="../charts/chart1.xml"/><Relationship Id="rId2" Type="${OFFICE}/chart" Target="../charts/chart2.xml"/>`),
    'xl/charts/chart1.xml': bar,
    'xl/charts/chart2.xml': bar,
    'xl/charts/_rels/chart1.xml.rels': rels('<Relationship Id="rId1" Type="urn:style" Target="style1.xml"/>'),
    'xl/charts/style1.xml': '<s/>',
  },
};

describe('new charts', () => {
  test('come back at their place with their series', () => {
    const again = sheetOf(reopen(withChart()).book).charts;
    expect(again).toHaveLength(1);
    const { left, top, width, height } = again[0] ?? chart('');
    for (const [is, shall] of [[left, 100], [top, 50], [width, 360], [height, 216]] as const) expect(is).toBeCloseTo(shall, 2);
    expect(again[0]).toMatchObject({ name: '郵送化率', type: 'Line', title: '郵送化率の推移', kept: true });
    expect(again[0]?.series.map(({ name, values, categories }) => [name, values, categories])).toEqual(chart('').series.map(({ name, values, categories }) => [name, values, categories]));
  });

  test('cache values, leave #N/A out, and carry line, marker and format', () => {
    const parts = unpack(withChart().save());
    const xml = parts['xl/charts/chart1.xml'];
    expect(xml).toContain('<c:ptCount val="3"/><c:pt idx="0"><c:v>0</c:v></c:pt><c:pt idx="2"><c:v>0.2</c:v></c:pt>');
    expect(xml).toContain('<c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>4月</c:v></c:pt>');
    expect(xml).toContain('<a:ln w="19050" cap="rnd"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:prstDash val="dash"/>');
    expect(xml).toContain('<c:numFmt formatCode="0.0%" sourceLinked="0"/>');
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pageMargins[^>]*\/><drawing r:id="rId1"\/><\/worksheet>/);
    expect(parts['[Content_Types].xml']).toContain('/xl/charts/chart1.xml');
  });

  test('other kinds are refused, not drawn as something else', () => {
    const opened = withChart();
    sheetOf(opened.book).charts.push({ ...chart('円'), type: 'Pie' });
    expect(() => opened.save()).toThrow('Pie');
  });
});

describe('charts of the file', () => {
  const open = (): ReturnType<typeof openWorkbook> => openWorkbook(fixture(existing), 'a.xlsx');

  test('are read by name, title, place and series', () => {
    // Column A is 9 characters of 8 pixels: 54 points; two rows of 18.75 and one point.
    expect(sheetOf(open().book).charts[0]).toEqual({ name: 'グラフ1', type: 'ColumnClustered', title: '件数', series: [{ name: '実績', values: 'S!$B$2:$B$5' }], left: 54, top: 38.5, width: 100, height: 50, legendPosition: 'None', plotVisibleOnly: true, kept: true });
  });

  test('come back as they were drawn', () => {
    const { name, title, type, series, legendPosition, valueFormat } = chart('郵送化率');
    expect(sheetOf(reopen(withChart()).book).charts[0]).toMatchObject({ name, title, type, series, legendPosition, valueFormat, plotVisibleOnly: false });
  });

  test('a new one joins their drawing; they keep their parts', () => {
    const opened = open();
    sheetOf(opened.book).charts.push(chart('新'));
    sheetOf(opened.book).changed.add('charts');
    const parts = unpack(opened.save());
    const before = unpack(fixture(existing));
    for (const path of ['xl/worksheets/sheet1.xml', 'xl/charts/chart1.xml', 'xl/charts/chart2.xml', 'xl/styles.xml']) expect(parts[path]).toBe(before[path]);
    expect(parts['xl/drawings/drawing1.xml']).toContain('<xdr:sp macro="keep"/>');
    expect(parts['xl/drawings/drawing1.xml']).toContain('<xdr:cNvPr id="8" name="新"/>');
    expect(parts['xl/charts/chart3.xml']).toBeDefined();
    expect(sheetOf(reopen(opened).book).charts.map(({ name }) => name)).toEqual(['グラフ1', 'グラフ2', '新']);
  });

  test('deleted ones go with their parts, moved and renamed ones stay themselves', () => {
    const opened = open();
    const sheet = sheetOf(opened.book);
    sheet.charts.splice(0, 1);
    Object.assign(sheet.charts[0] ?? {}, { left: 200, width: 120, name: '改名' });
    sheet.changed.add('charts');
    const parts = unpack(opened.save());
    expect(Object.keys(parts).filter((path) => path.startsWith('xl/charts/'))).toEqual(['xl/charts/chart2.xml']);
    expect(parts['xl/drawings/drawing1.xml']).toContain('<xdr:sp macro="keep"/>');
    const [left] = sheetOf(reopen(opened).book).charts;
    expect(left).toMatchObject({ name: '改名', left: 200, top: 38.5, width: 120, height: 50 });
  });

  test('a chart on a sheet that is new too', () => {
    const opened = open();
    const sheet = blankSheet(sheetIdText(50), '別');
    sheet.charts.push(chart('別の'));
    opened.book.sheets.push(sheet);
    expect(sheetOf(reopen(opened).book, '別').charts.map(({ name }) => name)).toEqual(['別の']);
  });
});

describe('renamed sheets', () => {
  test('charts of the file follow', () => {
    const opened = openWorkbook(fixture(existing), 'a.xlsx');
    sheetOf(opened.book).name = '新 S';
    expect(sheetOf(reopen(opened).book).charts[0]?.series[0]?.values).toBe("'新 S'!$B$2:$B$5");
  });
});
