import { expect, test } from '@jest/globals';
import type { Sheet } from '../../../src/embedded/model/book';
import { newBook } from '../../../src/embedded/model/newBook';
import { codeOfBatch, session } from './session';

test('a copied sheet has all of it, means itself where the original does, and owns the names that point into it', async () => {
  const { Excel, host } = session(['業務', '別']);
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const sheet = worksheets.getItem('業務');
    sheet.getRange('A1:B2').formulas = [[1, 2], ['=SUM(A1:B1)', '=業務!A1+別!A1']];
    sheet.getRange('A1').numberFormat = [['0.0%']];
    sheet.getRange('A1').format.columnWidth = 99;
    sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '=A1>1';
    sheet.charts.add('Line', sheet.getRange('A1:B1'), 'Rows').name = '推移';
    names.add('件数', sheet.getRange('A1'), '覚え');
    names.add('よそ', worksheets.getItem('別').getRange('A1'));
    sheet.names.add('自分だけ', sheet.getRange('A2'));
    worksheets.getItem('別').activate();
    const copy = sheet.copy('Before', worksheets.getItem('別'));
    copy.load('name,position');
    await context.sync();
    expect([copy.name, copy.position]).toEqual(['業務 (2)', 1]);
    copy.name = '写し';
    copy.getRange('A1').values = [[5]];
    const [cells, own, original] = [copy.getRange('A1:B2').load('formulas,values,numberFormat'), copy.names.load('items/name,items/formula,items/comment'), sheet.getRange('A1').load('values')];
    await context.sync();
    expect(cells.formulas).toEqual([[5, 2], ['=SUM(A1:B1)', '=写し!A1+別!A1']]);
    expect([cells.values[1]?.[0], String(cells.numberFormat[0]?.[0]), original.values]).toEqual([7, '0.0%', [[1]]]);
    expect(own.items.map((name) => [name.name, String(name.formula), name.comment])).toEqual([['自分だけ', '=写し!$A$2', ''], ['件数', '=写し!$A$1', '覚え']]);
  });
  const [sheet, copy] = host.book.sheets;
  expect(host.book.sheets[host.book.activeSheet]?.name).toBe('別');
  expect([copy?.charts.map((chart) => [chart.name, chart.series[0]?.values]), sheet?.charts.map((chart) => chart.series[0]?.values)]).toEqual([[['推移', '写し!$A$1:$B$1']], ['業務!$A$1:$B$1']]);
  expect([copy?.columns, copy?.conditionalFormats]).toEqual([sheet?.columns, sheet?.conditionalFormats]);
});

test('what of a sheet this host could not copy is refused; so is a copy without a place, or under a protected structure', async () => {
  const copied = async (change: (sheet: Sheet) => void, position: 'End' | 'None' = 'End'): Promise<string> => {
    const host = session(['業務']);
    for (const sheet of host.host.book.sheets) change(sheet);
    return codeOfBatch(host, (context) => { context.workbook.worksheets.getItem('業務').copy(position); });
  };
  const areas = [{ row: 0, column: 0, rows: 1, columns: 1 }];
  expect(await copied((sheet) => { sheet.conditionalFormats.push({ areas, opaque: true, id: 1 }); })).toBe('NotImplemented');
  expect(await copied((sheet) => { sheet.charts.push({ name: '円', type: 'Pie', series: [], left: 0, top: 0, width: 1, height: 1 }); })).toBe('NotImplemented');
  expect(await copied(() => undefined, 'None')).toBe('InvalidArgument');
  expect(await copied(() => undefined)).toBe('no error');
  const locked = session(['業務'], { book: { ...newBook('計画.xlsx', ['業務']), structureProtected: true } });
  expect(await codeOfBatch(locked, (context) => { context.workbook.worksheets.getItem('業務').copy('End'); })).toBe('AccessDenied');
  expect(await codeOfBatch(session(['業務'], { anotherWorkbookActive: () => true }), (context) => { context.workbook.worksheets.getItem('業務').copy('End'); })).toBe('GeneralException');
});
