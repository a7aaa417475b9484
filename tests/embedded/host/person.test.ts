import { expect, test } from '@jest/globals';
import type { Session } from '../../../src/embedded/session';
import { codeOf, session } from './session';

const at = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

function sheetOf({ host }: Session, name: string) {
  const sheet = host.book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 20));

test('what a person types is told to the sheet and to the workbook at once, as no work of the add-in', async () => {
  const office = session(['月次', '別']);
  const heard: unknown[] = [];
  await office.Excel.run(async (context) => {
    const note = (where: string) => (event: Excel.WorksheetChangedEventArgs) => {
      heard.push([where, event.address, event.changeType, event.source, event.triggerSource, event.details?.valueAfter]);
      return Promise.resolve();
    };
    const sheet = context.workbook.worksheets.getItem('月次').load('id');
    sheet.onChanged.add(note('sheet'));
    context.workbook.worksheets.onChanged.add(note('book'));
    await context.sync();
  });
  const sheet = sheetOf(office, '月次');
  office.host.events.personEdited(sheet, at(1, 1), { valueBefore: '', valueAfter: 12, valueTypeBefore: 'Empty', valueTypeAfter: 'Double' });
  office.host.events.personEdited(sheetOf(office, '別'), at(0, 0, 2, 2));
  await turns();
  expect(heard).toEqual([
    ['book', 'B2', 'RangeEdited', 'Local', 'Unknown', 12], ['sheet', 'B2', 'RangeEdited', 'Local', 'Unknown', 12],
    ['book', 'A1:B2', 'RangeEdited', 'Local', 'Unknown', undefined],
  ]);
});

test('a listener that was taken away hears nothing', async () => {
  const office = session();
  let heard = 0;
  const listening = await office.Excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(() => {
      heard++;
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  await office.Excel.run(listening.context, async (context) => {
    listening.remove();
    await context.sync();
  });
  office.host.events.personEdited(sheetOf(office, 'Sheet1'), at(0, 0));
  await turns();
  expect(heard).toBe(0);
});

test('sheets that come to the front, are added and deleted are told, and so is the selection', async () => {
  const office = session(['月次', '別']);
  const heard: string[] = [];
  await office.Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    const note = (what: string) => (event: { worksheetId: string; address?: string }) => {
      heard.push(`${what} ${office.host.book.sheets.find((one) => one.id === event.worksheetId)?.name ?? 'gone'} ${event.address ?? ''}`.trim());
      return Promise.resolve();
    };
    sheets.onActivated.add(note('activated'));
    sheets.onDeactivated.add(note('deactivated'));
    sheets.onAdded.add(note('added'));
    sheets.onDeleted.add(note('deleted'));
    sheets.onSelectionChanged.add(note('selected'));
    await context.sync();
    sheets.getItem('別').getRange('B2:C3').select();
    sheets.getItem('別').getRange('B2:C3').select();
    sheets.add('新');
    sheets.getItem('月次').delete();
    await context.sync();
  });
  await turns();
  expect(heard).toEqual(['deactivated gone', 'activated 別', 'selected 別 B2:C3', 'added 新', 'deleted gone']);
  office.host.select(sheetOf(office, '別'), at(4, 4));
  await turns();
  expect(heard.at(-1)).toBe('selected 別 E5');
});

test('while a cell is being edited every request is refused and nothing is written', async () => {
  const office = session();
  office.host.cellEdit.begin();
  expect(await codeOf(office.Excel.run((context) => context.sync()))).toBe('InvalidOperationInCellEditMode');
  expect(await codeOf(office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
    await context.sync();
  }))).toBe('InvalidOperationInCellEditMode');
  expect(sheetOf(office, 'Sheet1').cells.size).toBe(0);
  office.host.cellEdit.end();
  expect(await codeOf(office.Excel.run((context) => context.sync()))).toBe('no error');
});

test('a request that asked to wait for the end of editing waits, and holds up no other', async () => {
  const office = session();
  const sheet = sheetOf(office, 'Sheet1');
  office.host.cellEdit.begin();
  const waiting = office.Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
    await context.sync();
  });
  await turns();
  expect(await codeOf(office.Excel.run((context) => context.sync()))).toBe('InvalidOperationInCellEditMode');
  office.host.cellEdit.end();
  office.host.cellEdit.begin();
  await turns();
  expect(sheet.cells.size).toBe(0);
  office.host.cellEdit.end();
  await waiting;
  expect(sheet.cells.size).toBe(1);
});

test('while another workbook is active, what needs this one in front fails, and plain reads and writes go on', async () => {
  let away = true;
  const office = session(['月次', '別'], { anotherWorkbookActive: () => away });
  const run = (work: (context: Excel.RequestContext) => void) => codeOf(office.Excel.run(async (context) => {
    work(context);
    await context.sync();
  }));
  const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('別');
  expect(await run((context) => sheet(context).activate())).toBe('GeneralException');
  expect(await run((context) => sheet(context).getRange('A1').select())).toBe('GeneralException');
  expect(await run((context) => context.workbook.worksheets.add('新'))).toBe('GeneralException');
  expect(await run((context) => sheet(context).delete())).toBe('GeneralException');
  expect(await run((context) => sheet(context).freezePanes.freezeRows(1))).toBe('GeneralException');
  expect(await run((context) => context.workbook.getSelectedRange().load('address'))).toBe('InvalidSelection');
  expect(office.host.book.sheets.map((one) => one.name)).toEqual(['月次', '別']);
  expect(await run((context) => {
    sheet(context).getRange('A1').values = [[1]];
  })).toBe('no error');
  away = false;
  expect(await run((context) => sheet(context).activate())).toBe('no error');
});
