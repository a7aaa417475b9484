import { describe, expect, test } from '@jest/globals';
import { codeOf, session } from './session';

test('formats of cells', async () => {
  const { Excel } = session();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRange('B2:C3');
    const { format } = range;
    format.font.name = 'ＭＳ ゴシック';
    format.font.size = 9;
    format.font.bold = true;
    format.font.italic = true;
    format.font.color = '#c00000';
    format.font.underline = 'Single';
    format.fill.color = '#fff2cc';
    format.horizontalAlignment = 'CenterAcrossSelection';
    format.verticalAlignment = 'Center';
    format.wrapText = true;
    format.indentLevel = 1;
    format.columnWidth = 60;
    format.rowHeight = 30;
    format.protection.locked = false;
    range.numberFormat = [['0.0%', '@'], ['General', '#,##0']];
    range.load('numberFormat,format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/indentLevel,format/columnWidth,format/rowHeight,format/protection/locked,format/fill/color,format/font/name,format/font/size,format/font/bold,format/font/italic,format/font/color,format/font/underline');
    await context.sync();
    expect(range.numberFormat).toEqual([['0.0%', '@'], ['General', '#,##0']]);
    expect([format.horizontalAlignment, format.verticalAlignment, format.wrapText, format.indentLevel, format.columnWidth, format.rowHeight, format.protection.locked]).toEqual(['CenterAcrossSelection', 'Center', true, 1, 60, 30, false]);
    expect([format.fill.color, format.font.name, format.font.size, format.font.bold, format.font.italic, format.font.color, format.font.underline]).toEqual(['#FFF2CC', 'ＭＳ ゴシック', 9, true, true, '#C00000', 'Single']);
    const mixed = sheet.getRange('A2:B2').load('format/font/bold,format/fill/color,format/columnWidth');
    format.fill.clear();
    range.load('format/fill/color');
    await context.sync();
    expect([mixed.format.font.bold, mixed.format.fill.color, mixed.format.columnWidth, format.fill.color]).toEqual([null, '', null, '#FFFFFF']);
  });
});

test('rows are fitted to their wrapped texts, and are not a person’s own height then', async () => {
  const { Excel, host } = session();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('B1').format.columnWidth = 100;
    sheet.getRange('B1:B5').format.wrapText = true;
    sheet.getRange('B1:B3').values = [['短い文'], ['二行に\n分けた文'], ['長い文を折り返すと何行かになるはずの文です。']];
    sheet.getRange('C4').values = [['折り返さない長い文は、いくら長くても一行のままです。']];
    sheet.getRange('A1:A5').format.rowHeight = 12;
    sheet.getRange('1:5').format.autofitRows();
    const heights = [1, 2, 3, 4, 5].map((row) => sheet.getRange(`A${row}`).load('format/rowHeight'));
    await context.sync();
    const [one = 0, two = 0, three = 0, unwrapped, empty] = heights.map((range) => range.format.rowHeight);
    expect([two > 1.5 * one, three >= two, unwrapped, empty]).toEqual([true, true, one, 12]);
    sheet.getRange('A2').format.rowHeight = 40;
    await context.sync();
    expect([0, 1, 4].map((row) => host.book.sheets[0]?.rows.get(row)?.fitted ?? false)).toEqual([true, false, false]);
  });
});

test('column widths are points for the add-in and characters in the model', async () => {
  const { Excel, host } = session();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').format.columnWidth = 60;
    await context.sync();
  });
  // 60 pt are 80 pixels; the widest digit of 游ゴシック 11 has 8.
  expect(host.book.sheets[0]?.columns.get(0)?.width).toBe(10);
});

test('a line belongs to both cells beside it', async () => {
  const { Excel, host } = session();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const edge = sheet.getRange('A1:B2').format.borders.getItem('EdgeBottom');
    edge.style = 'Continuous';
    edge.weight = 'Medium';
    edge.color = '#808080';
    const inside = sheet.getRange('A1:B2').format.borders.getItem('InsideVertical');
    inside.style = 'Dash';
    const below = sheet.getRange('A3:B3').format.borders.getItem('EdgeTop').load('style,weight,color');
    inside.load('style,weight');
    await context.sync();
    expect([below.style, below.weight, below.color, inside.style, inside.weight]).toEqual(['Continuous', 'Medium', '#808080', 'Dash', 'Thin']);
    sheet.getRange('A3:B3').format.borders.getItem('EdgeTop').style = 'None';
    edge.load('style');
    await context.sync();
    expect(edge.style).toBe('None');
  });
  expect(host.book.sheets[0]?.cells.get(0)?.style?.right).toEqual({ style: 'dashed' });
});

test('conditional formats: the last one added comes first; clearing cuts the range out', async () => {
  const { Excel, host } = session();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRange('A1:A10');
    for (const [formula, color] of [['=A1="○"', '#00ff00'], ['=A1="×"', '#ff0000']] as const) {
      const rule = range.conditionalFormats.add('Custom');
      rule.custom.rule.formula = formula;
      rule.custom.format.fill.color = color;
      rule.custom.format.font.color = '#ffffff';
      rule.custom.format.font.bold = true;
      rule.stopIfTrue = true;
    }
    const all = range.conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
    await context.sync();
    const first = all.items[0]?.custom.rule.load('formula');
    const fill = all.items[0]?.custom.format.fill.load('color');
    await context.sync();
    expect(all.items.map((rule) => [rule.type, rule.priority, rule.stopIfTrue])).toEqual([['Custom', 0, true], ['Custom', 1, true]]);
    expect([first?.formula, fill?.color]).toEqual(['=A1="×"', '#FF0000']);
    sheet.getRange('A4:A5').conditionalFormats.clearAll();
    const left = sheet.getRange('A4:A5').conditionalFormats.getCount();
    const kept = range.conditionalFormats.getCount();
    await context.sync();
    expect([left.value, kept.value]).toEqual([0, 2]);
  });
  expect(host.book.sheets[0]?.conditionalFormats.map((rule) => rule.areas.map(({ row, rows }) => [row, rows]))).toEqual([[[0, 3], [5, 5]], [[0, 3], [5, 5]]]);
});

describe('data validation', () => {
  test('a list with its alert and prompt', async () => {
    const { Excel } = session();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A5');
      range.dataValidation.rule = { list: { inCellDropDown: true, source: '◎,○,△,×' } };
      range.dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '入力', message: '一覧から' };
      range.dataValidation.prompt = { showPrompt: true, title: '', message: '記号' };
      range.dataValidation.ignoreBlanks = false;
      range.dataValidation.load('type,rule,errorAlert,prompt,ignoreBlanks');
      const part = range.getCell(1, 0).dataValidation.load('type');
      const wider = range.getResizedRange(1, 0).dataValidation.load('type');
      await context.sync();
      const { type, rule, errorAlert, prompt, ignoreBlanks } = range.dataValidation;
      expect([type, rule, errorAlert, prompt, ignoreBlanks]).toEqual(['List', { list: { inCellDropDown: true, source: '◎,○,△,×' } }, { showAlert: true, style: 'Stop', title: '入力', message: '一覧から' }, { showPrompt: true, title: '', message: '記号' }, false]);
      expect([part.type, wider.type]).toEqual(['List', 'Inconsistent']);
      range.getCell(1, 0).dataValidation.clear();
      part.load('type');
      await context.sync();
      expect(part.type).toBe('None');
    });
  });
  test('a long list must be a reference', async () => {
    const { Excel } = session();
    expect(await codeOf(Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'あ,'.repeat(128) } };
      await context.sync();
    }))).toBe('InvalidArgument');
  });
});

test('page set-up', async () => {
  const { Excel, host } = session(['業務']);
  await Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem('業務');
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A4';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintArea('A1:P40');
    pageLayout.setPrintTitleRows('$1:$4');
    pageLayout.topMargin = 36;
    pageLayout.centerHorizontally = true;
    pageLayout.blackAndWhite = true;
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
    pageLayout.load('orientation,paperSize,zoom,topMargin,leftMargin,centerHorizontally,blackAndWhite,headersFooters/defaultForAllPages/centerFooter');
    const rows = pageLayout.getPrintTitleRowsOrNullObject().load('address');
    await context.sync();
    expect([pageLayout.orientation, pageLayout.paperSize, pageLayout.zoom, pageLayout.topMargin, Math.round(pageLayout.leftMargin * 10), pageLayout.centerHorizontally, pageLayout.blackAndWhite, pageLayout.headersFooters.defaultForAllPages.centerFooter, rows.address])
      .toEqual(['Landscape', 'A4', { horizontalFitToPages: 1 }, 36, 504, true, true, '&P / &N', '業務!1:4']);
  });
  expect(host.book.sheets[0]?.page).toMatchObject({ fitToWidth: 1, fitToHeight: 0, paperSize: 9, printArea: { row: 0, column: 0, rows: 40, columns: 16 }, titleRows: { first: 0, last: 3 } });
});

test('formats are copied between areas of one size; of the rest nothing is known for certain', async () => {
  const { Excel, host } = session();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const other = context.workbook.worksheets.add('別');
    sheet.getRange('A1').format.fill.color = '#FFF2CC';
    sheet.getRange('A1:B1').numberFormat = [['0.0%', '@']];
    sheet.getRange('A1').format.borders.getItem('EdgeBottom').style = 'Continuous';
    other.getRange('A1:B1').formulas = [[0.5, '手入力']];
    other.getRange('B1').format.font.bold = true;
    other.getRange('A1:B1').copyFrom(sheet.getRange('A1:B1'), 'Formats');
    const copied = other.getRange('A1:B1').load('values,numberFormat,format/font/bold');
    const filled = other.getRange('A1').load('format/fill/color');
    await context.sync();
    expect([copied.values, copied.numberFormat, copied.format.font.bold, filled.format.fill.color]).toEqual([[[0.5, '手入力']], [['0.0%', '@']], false, '#FFF2CC']);
  });
  const copy = host.book.sheets.find((sheet) => sheet.name === '別');
  expect(copy?.cells.get(0)?.style?.bottom?.style).toBe('thin');
  for (const [type, target] of [['All', 'A1:B1'], ['Values', 'A1:B1'], ['Formats', 'A1:C1']] as const) {
    expect(await codeOf(Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange(target).copyFrom(sheet.getRange('A3:B3'), type);
      await context.sync();
    }))).toBe('NotImplemented');
  }
});

test('the printed area as it was set; none where all is printed', async () => {
  const { Excel } = session(['業務', 'KPI']);
  await Excel.run(async (context) => {
    const [first, second] = ['業務', 'KPI'].map((name) => context.workbook.worksheets.getItem(name));
    first?.pageLayout.setPrintArea('A1:P40');
    const areas = [first, second].map((sheet) => sheet?.pageLayout.getPrintAreaOrNullObject());
    for (const area of areas) area?.load('address');
    await context.sync();
    expect(areas.map((area) => (area?.isNullObject ? null : area?.address))).toEqual(['業務!A1:P40', null]);
  });
});

test('a line chart', async () => {
  const { Excel, host } = session(['業務']);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('業務');
    sheet.getRange('A1:C3').values = [['', '4月', '5月'], ['件数', 1, 2], ['目標', 3, 4]];
    const chart = sheet.charts.add('Line', sheet.getRange('A1:C3'), 'Rows');
    chart.name = '推移';
    chart.title.text = '件数の推移';
    chart.legend.position = 'Bottom';
    chart.setPosition('B5', sheet.getRange('H20'));
    chart.axes.valueAxis.numberFormat = '0.0%';
    chart.plotVisibleOnly = false;
    const series = chart.series.add('手で');
    series.setValues(sheet.getRange('B3:C3'));
    series.setXAxisValues(sheet.getRange('B1:C1'));
    series.format.line.color = '#123456';
    series.format.line.weight = 1.5;
    series.format.line.lineStyle = 'Dash';
    series.markerStyle = 'None';
    chart.load('name,left,top,width,height,title/text,title/visible,legend/visible,plotVisibleOnly');
    chart.series.load('items/name');
    await context.sync();
    expect([chart.name, chart.title.text, chart.title.visible, chart.legend.visible, chart.plotVisibleOnly, chart.series.items.map((one) => one.name)]).toEqual(['推移', '件数の推移', true, true, false, ['件数', '目標', '手で']]);
    // 9 characters of 8 pixels are 54 pt wide, rows 18.75 pt high.
    expect([chart.left, chart.top, chart.width, chart.height]).toEqual([54, 75, 378, 300]);
    const found = sheet.charts.getItemOrNullObject('推移');
    const none = sheet.charts.getItemOrNullObject('無い');
    await context.sync();
    expect([found.isNullObject, none.isNullObject]).toEqual([false, true]);
  });
  expect(host.book.sheets[0]?.charts[0]).toMatchObject({
    valueFormat: '0.0%',
    series: [
      { name: '件数', values: '業務!$B$2:$C$2', categories: '業務!$B$1:$C$1' }, { name: '目標', values: '業務!$B$3:$C$3' },
      { name: '手で', values: '業務!$B$3:$C$3', categories: '業務!$B$1:$C$1', color: '#123456', weight: 1.5, dash: 'Dash', marker: 'None' },
    ],
  });
});
