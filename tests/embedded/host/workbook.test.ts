import { describe, expect, test } from '@jest/globals';
import { newBook } from '../../../src/embedded/model/newBook';
import { codeOfBatch, session, type Work } from './session';

describe('worksheets', () => {
  test('the collection', async () => {
    const { Excel } = session(['業務', 'R6 実績']);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('KPI');
      added.tabColor = '#1f4e79';
      added.showGridlines = false;
      worksheets.load('items/name,items/id,items/visibility,items/position,items/tabColor,items/showGridlines,items/protection/protected');
      const count = worksheets.getCount();
      const active = worksheets.getActiveWorksheet().load('name');
      const missing = worksheets.getItemOrNullObject('無い');
      const wide = worksheets.getItemOrNullObject('ｋｐｉ').load('name');
      await context.sync();
      expect(worksheets.items.map((sheet) => [sheet.name, sheet.position, sheet.visibility, sheet.tabColor, sheet.showGridlines, sheet.protection.protected])).toEqual([
        ['業務', 0, 'Visible', '', true, false], ['R6 実績', 1, 'Visible', '', true, false], ['KPI', 2, 'Visible', '#1F4E79', false, false],
      ]);
      expect([count.value, active.name, missing.isNullObject, wide.isNullObject, wide.name]).toEqual([3, '業務', true, false, 'KPI']);
      const byId = worksheets.getItem(worksheets.items[2]?.id ?? '').load('name');
      await context.sync();
      expect(byId.name).toBe('KPI');
    });
  });

  test.each(['a'.repeat(32), 'a:b', 'a／b', '［a］', "'a", "a'", '履歴', 'HISTORY', '', 'a？'])('the name "%s" is refused', async (name) => {
    expect(await codeOfBatch(session(), (context) => void context.workbook.worksheets.add(name))).toBe('InvalidArgument');
  });
  test.each(['kpi', 'ＫＰＩ', 'Kpi'])('"%s" is there already', async (name) => {
    expect(await codeOfBatch(session(['KPI']), (context) => void context.workbook.worksheets.add(name))).toBe('ItemAlreadyExists');
  });

  test('a new name is followed by formulas, names, rules and charts', async () => {
    const { Excel, host } = session(['業務', '別']);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('業務');
      const other = context.workbook.worksheets.getItem('別');
      sheet.getRange('A1:A2').values = [[1], [2]];
      other.getRange('A1').formulas = [['=SUM(業務!A1:A2)&"業務!A1"']];
      context.workbook.names.add('目標', sheet.getRange('A1:A2'));
      other.getRange('B1').dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange('A1:A2') } };
      other.charts.add('Line', sheet.getRange('A1:A2'), 'Columns');
      sheet.name = 'R6 実績';
      const cell = other.getRange('A1').load('formulas,values');
      const name = context.workbook.names.getItem('目標').load('formula');
      const rule = other.getRange('B1').dataValidation.load('rule');
      await context.sync();
      expect([cell.formulas, cell.values, name.formula, rule.rule.list?.source]).toEqual([[["=SUM('R6 実績'!A1:A2)&\"業務!A1\""]], [['3業務!A1']], "='R6 実績'!$A$1:$A$2", "='R6 実績'!$A$1:$A$2"]);
      expect(host.book.sheets[1]?.charts[0]?.series[0]?.values).toBe("'R6 実績'!$A$1:$A$2");
    });
  });

  test('what pointed to a deleted sheet is #REF!', async () => {
    const { Excel } = session(['業務', '別']);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('業務');
      context.workbook.worksheets.getItem('別').getRange('A1').formulas = [['=業務!A1+1']];
      context.workbook.names.add('目標', sheet.getRange('A1'));
      sheet.names.add('自分だけ', sheet.getRange('A2'));
      sheet.delete();
      const cell = context.workbook.worksheets.getItem('別').getRange('A1').load('formulas,values');
      const name = context.workbook.names.getItem('目標').load('formula,type,value');
      const range = name.getRangeOrNullObject();
      await context.sync();
      expect([cell.formulas, cell.values, name.formula, name.type, name.value, range.isNullObject]).toEqual([[['=#REF!+1']], [['#REF!']], '=#REF!', 'Error', '#REF!', true]);
    });
    expect(await codeOfBatch(session(), (context) => context.workbook.worksheets.getItem('Sheet1').delete())).toBe('InvalidOperation');
  });

  test('a very hidden sheet is deleted only once it is shown', async () => {
    const host = session(['業務', '別']);
    const hidden = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('別');
    expect(await codeOfBatch(host, (context) => { hidden(context).visibility = 'VeryHidden'; })).toBe('no error');
    expect(await codeOfBatch(host, (context) => hidden(context).delete())).toBe('InvalidOperation');
    expect(await codeOfBatch(host, (context) => { hidden(context).visibility = 'Visible'; hidden(context).delete(); })).toBe('no error');
  });

  test('names of a sheet’s own are read with the list of sheets, and taken out there', async () => {
    const { Excel, host } = session(['業務', '別']);
    await Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      names.add('件数', worksheets.getItem('業務').getRange('A1'));
      worksheets.getItem('別').names.add('件数', worksheets.getItem('別').getRange('B2'), '写し');
      worksheets.load('items/name,items/names/items/name,items/names/items/formula,items/names/items/comment');
      await context.sync();
      expect(worksheets.items.map((sheet) => sheet.names.items.map((name) => [name.name, String(name.formula), name.comment]))).toEqual([[], [['件数', '=別!$B$2', '写し']]]);
      worksheets.getItem('別').names.getItemOrNullObject('件数').delete();
      await context.sync();
    });
    expect(host.book.names.map((name) => [name.name, name.scope])).toEqual([['件数', undefined]]);
  });

  test('a protected structure', async () => {
    const locked = session(['業務', '別'], { book: { ...newBook('計画.xlsx', ['業務', '別']), structureProtected: true } });
    const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('業務');
    const changes: Work[] = [
      (context) => { context.workbook.worksheets.add('新'); }, (context) => sheet(context).delete(), (context) => { sheet(context).name = '改'; },
      (context) => { sheet(context).position = 1; }, (context) => { sheet(context).visibility = 'Hidden'; },
    ];
    for (const change of changes) expect(await codeOfBatch(locked, change)).toBe('AccessDenied');
    await locked.Excel.run(async (context) => {
      sheet(context).getRange('A1').values = [[1]];
      const protection = context.workbook.protection.load('protected');
      await context.sync();
      expect(protection.protected).toBe(true);
    });
  });

  test('used range', async () => {
    const { Excel } = session();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const none = sheet.getUsedRangeOrNullObject(true);
      const corner = sheet.getUsedRange().load('address');
      await context.sync();
      expect([none.isNullObject, corner.address]).toEqual([true, 'Sheet1!A1']);
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('D5').format.fill.color = '#FF0000';
      const values = sheet.getUsedRange(true).load('address');
      const all = sheet.getUsedRange().load('address');
      await context.sync();
      expect([values.address, all.address]).toEqual(['Sheet1!B2', 'Sheet1!B2:D5']);
    });
  });

  test('freezing, hiding, moving, selecting', async () => {
    const { Excel, host } = session(['A', 'B']);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('A');
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const other = context.workbook.worksheets.getItem('B');
      const free = other.freezePanes.getLocationOrNullObject();
      other.position = 0;
      other.getRange('C3').select();
      const selected = context.workbook.getSelectedRange().load('address');
      await context.sync();
      expect([frozen.address, free.isNullObject, selected.address]).toEqual(['A!A1:B3', true, 'B!C3']);
      expect([host.book.sheets[1]?.freeze, host.book.activeSheet]).toEqual([{ rows: 3, columns: 2 }, 0]);
    });
    expect(await codeOfBatch(session(['A']), (context) => { context.workbook.worksheets.getItem('A').visibility = 'Hidden'; })).toBe('InvalidOperation');
  });

  test('one filter a sheet, over the headings it was applied to', async () => {
    const { Excel, host } = session(['A', 'B']);
    await Excel.run(async (context) => {
      const { autoFilter } = context.workbook.worksheets.getItem('A');
      const none = autoFilter.getRangeOrNullObject();
      autoFilter.apply('A2:C9');
      autoFilter.apply(context.workbook.worksheets.getItem('A').getRange('A3:D20'));
      const found = autoFilter.getRange().load('address');
      autoFilter.load('enabled');
      context.workbook.worksheets.getItem('A').getRange('1:2').insert('Down');
      await context.sync();
      expect([none.isNullObject, found.address, autoFilter.enabled, host.book.sheets[0]?.autoFilter]).toEqual([true, 'A!A3:D20', true, { row: 4, column: 0, rows: 18, columns: 4 }]);
      autoFilter.remove();
      autoFilter.load('enabled');
      await context.sync();
      expect([autoFilter.enabled, host.book.sheets[0]?.autoFilter]).toEqual([false, undefined]);
    });
    const wrong = (work: (filter: Excel.AutoFilter, other: Excel.Range) => void): Promise<string> => codeOfBatch(session(['A', 'B']), (context) => work(context.workbook.worksheets.getItem('A').autoFilter, context.workbook.worksheets.getItem('B').getRange('A1:B2')));
    expect(await wrong((filter, other) => { filter.apply(other); })).toBe('InvalidArgument');
    expect(await wrong((filter) => { filter.apply('A1:B2', 0, { filterOn: 'Values', values: ['x'] }); })).toBe('NotImplemented');
    expect(await wrong((filter) => { filter.getRange(); })).toBe('ItemNotFound');
  });

  test('rows put in and taken out: formulas, names and rules follow', async () => {
    const { Excel, host } = session(['業務', '別']);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('業務');
      sheet.getRange('A1:A4').formulas = [[1], [2], [3], ['=SUM(A1:$A$3)']];
      context.workbook.worksheets.getItem('別').getRange('A1').formulas = [['=業務!A3+業務!A:A']];
      context.workbook.names.add('目標', sheet.getRange('A2:A3'));
      sheet.getRange('2:2').insert('Down');
      const moved = sheet.getRange('A1:A5').load('formulas,values');
      const name = context.workbook.names.getItem('目標').load('formula');
      await context.sync();
      expect(moved.formulas).toEqual([[1], [''], [2], [3], ['=SUM(A1:$A$4)']]);
      expect(moved.values[4]).toEqual([6]);
      expect([name.formula, [...(host.book.sheets[1]?.cells.values() ?? [])][0]?.formula]).toEqual(['=業務!$A$3:$A$4', '業務!A4+業務!A:A']);
      sheet.getRange('3:4').delete('Up');
      moved.load('formulas');
      name.load('formula');
      await context.sync();
      expect(name.formula).toBe('=業務!#REF!');
      expect(moved.formulas[2]).toEqual(['=SUM(A1:$A$2)']);
    });
    expect(await codeOfBatch(session(), (context) => void context.workbook.worksheets.getItem('Sheet1').getRange('A1').insert('Down'))).toBe('NotImplemented');
  });
});

describe('defined names', () => {
  test('adding, reading, changing, deleting', async () => {
    const { Excel } = session(['業務']);
    await Excel.run(async (context) => {
      const { names, worksheets } = context.workbook;
      const sheet = worksheets.getItem('業務');
      names.add('月次_郵送_2024', sheet.getRange('C5:N5'), '郵送件数');
      names.add('税率', '=0.1');
      const own = sheet.names.add('シート内', sheet.getRange('A1'));
      names.load('items/name,items/formula,items/comment,items/type,items/value,items/visible,items/scope');
      own.load('scope');
      const count = names.getCount();
      await context.sync();
      expect(names.items.map((name): unknown[] => [name.name, name.formula, name.comment, name.type, name.value, name.visible, name.scope])).toEqual([
        ['月次_郵送_2024', '=業務!$C$5:$N$5', '郵送件数', 'Range', '業務!$C$5:$N$5', true, 'Workbook'], ['税率', '=0.1', '', 'Double', 0.1, true, 'Workbook'],
      ]);
      expect([count.value, own.scope]).toEqual([2, 'Worksheet']);
      const name = names.getItem('月次_郵送_2024');
      name.formula = '=業務!$C$6:$N$6';
      name.comment = '直した';
      const range = name.getRange().load('address');
      const byName = sheet.getRange('月次_郵送_2024').load('address');
      names.getItemOrNullObject('税率').delete();
      names.getItemOrNullObject('無い').delete();
      const gone = names.getItemOrNullObject('税率');
      await context.sync();
      expect([range.address, byName.address, gone.isNullObject]).toEqual(['業務!C6:N6', '業務!C6:N6', true]);
    });
  });

  test.each(['A1', 'XFD9', 'R1C1', 'r', 'C5', '1月', '目標値（R6）', '目標 値', 'a-b', '', 'true', 'あ'.repeat(256), '郵送%'])('the name "%s" is refused', async (name) => {
    expect(await codeOfBatch(session(), (context) => void context.workbook.names.add(name, context.workbook.worksheets.getItem('Sheet1').getRange('A1')))).toBe('InvalidArgument');
  });
  test.each(['目標', '_x', '月次_ｶﾅ_1', 'XFE1', '\\a', 'a.b', '々', 'R_1', 'ー'])('the name "%s" is taken', async (name) => {
    expect(await codeOfBatch(session(), (context) => void context.workbook.names.add(name, context.workbook.worksheets.getItem('Sheet1').getRange('A1')))).toBe('no error');
  });
  test('names are one ignoring case and width', async () => {
    expect(await codeOfBatch(session(), (context) => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      context.workbook.names.add('目標_KPI', cell);
      context.workbook.names.add('目標_ｋｐｉ', cell);
    })).toBe('ItemAlreadyExists');
  });
  test('a formula given as text must be one, with "=", absolute and on a sheet that is there', async () => {
    const add = (formula: string): Promise<string> => codeOfBatch(session(), (context) => void context.workbook.names.add('目標', formula));
    expect(await add('Sheet1!$A$1')).toBe('InvalidArgument');
    expect(await add('=無い!$A$1')).toBe('InvalidArgument');
    expect(await add('=SUM(')).toBe('InvalidArgument');
    expect(await add('=Sheet1!A1')).toBe('NotImplemented');
  });
  test('cells follow a name that is pointed elsewhere', async () => {
    const { Excel } = session();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B1').values = [[1, 2]];
      sheet.getRange('C1').formulas = [['=目標*10']];
      const name = context.workbook.names.add('目標', sheet.getRange('A1'));
      const cell = sheet.getRange('C1').load('values');
      await context.sync();
      expect(cell.values).toEqual([[10]]);
      name.formula = '=Sheet1!$B$1';
      cell.load('values');
      await context.sync();
      expect(cell.values).toEqual([[20]]);
    });
  });
});
