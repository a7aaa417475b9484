import { beforeEach, describe, expect, test } from '@jest/globals';
import { UniverEngine } from '../../../src/embedded/engine/calculation';
import { loadOffice, type OfficeClient } from '../../../src/embedded/host/client';
import { openLive } from '../../../src/embedded/live/openLive';
import type { LiveChange, LiveWorkbook } from '../../../src/embedded/live/liveWorkbook';
import type { Scalar, Sheet } from '../../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../../src/embedded/xlsx/open';
import { Bench } from '../../support/laidOut';
import { codeOf } from '../host/session';

let live: LiveWorkbook;
let client: OfficeClient;
let sheet: Sheet;
let changes: LiveChange['kind'][];

const type = (row: number, text: string): ReturnType<LiveWorkbook['type']> => live.type(sheet, [{ row, column: 0, text }]);
const write = (address: string, value: unknown): Promise<void> => client.Excel.run(async (context) => {
  context.workbook.worksheets.getItem('Sheet1').getRange(address).values = [[value]];
  await context.sync();
});
const read = (address: string): Promise<unknown> => client.Excel.run(async (context) => {
  const range = context.workbook.worksheets.getItem('Sheet1').getRange(address).load('values');
  await context.sync();
  return range.values[0]?.[0] as unknown;
});
const value = (row: number): unknown => sheet.cells.get(row * 16_384)?.value;

beforeEach(async () => {
  live = await openLive(null, '計画.xlsx');
  client = loadOffice(live.host, 'ja-JP');
  const [first] = live.book.sheets;
  if (!first) throw new Error('no sheet');
  sheet = first;
  changes = [];
  live.subscribe(({ kind }) => changes.push(kind));
});

describe('an add-in beside the person', () => {
  test('reads what was typed, and what it writes is told once; reading is not', async () => {
    await type(0, '5');
    expect(await read('A1')).toBe(5);
    expect(changes).toEqual(['content']);
    await write('A2', '=A1*2');
    expect(value(1)).toBe(10);
    expect(changes).toEqual(['content', 'content']);
    // The same again changes nothing.
    await write('A2', '=A1*2');
    expect(changes).toEqual(['content', 'content']);
  });

  test('what it wrote is not the person’s to take back, nor what was typed before', async () => {
    await type(0, '5');
    await write('A2', 7);
    expect(await live.undo()).toBe(false);
    expect([value(0), value(1)]).toEqual([5, 7]);
    await type(0, '6');
    await read('A1');
    expect(await live.undo()).toBe(true);
    expect([value(0), value(1)]).toEqual([5, 7]);
  });

  test('a batch that fails half way is told too', async () => {
    await expect(client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
      context.workbook.worksheets.getItem('無い').getRange('A1').values = [[1]];
      await context.sync();
    })).rejects.toMatchObject({ code: 'ItemNotFound' });
    expect(value(0)).toBe(1);
    expect(changes).toEqual(['content']);
  });

  test('no request is answered while a cell is being edited', async () => {
    await type(0, '5');
    live.beginEdit();
    expect(await codeOf(read('A1'))).toBe('InvalidOperationInCellEditMode');
    live.endEdit();
    expect(await read('A1')).toBe(5);
  });

  test('hears of edits as of a person’s, with before and after', async () => {
    const heard: Excel.WorksheetChangedEventArgs[] = [];
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        heard.push(event);
        return Promise.resolve();
      });
      await context.sync();
    });
    await type(0, '5');
    await type(0, '=1+7');
    await live.undo();
    await live.type(sheet, [{ row: 1, column: 0, text: 'a' }, { row: 2, column: 0, text: 'b' }, { row: 9, column: 3, text: 'c' }]);
    expect(heard.map(({ address, source, details }): unknown[] => [address, source, details?.valueBefore, details?.valueAfter])).toEqual([
      ['A1', 'Local', '', 5], ['A1', 'Local', 5, 8], ['A1', 'Local', 8, 5], ['A2', 'Local', undefined, undefined], ['A3', 'Local', undefined, undefined], ['D10', 'Local', undefined, undefined],
    ]);
  });

  test('each sees what the other selects', async () => {
    live.select(sheet, { row: 2, column: 1, rows: 2, columns: 2 });
    const selected = await client.Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return range.address;
    });
    expect(selected).toBe('Sheet1!B3:C4');
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('D5').select();
      await context.sync();
    });
    expect(live.host.selection?.area).toEqual({ row: 4, column: 3, rows: 1, columns: 1 });
    expect(changes).toEqual(['selection', 'selection']);
    live.select(sheet, { row: 4, column: 3, rows: 1, columns: 1 });
    expect(changes).toHaveLength(2);
  });
});

test('a laid-out workbook shows the figures of the headless host, and so does its file after an edit', async () => {
  const opened = newWorkbook();
  const bench = new Bench(opened.book);
  await bench.layout();
  const full = await openLive(opened.save(), '年度.xlsx');
  const figures = ({ sheets }: LiveWorkbook['book']): unknown[] => sheets.map(({ cells }) => [...cells].flatMap(([key, { value: held }]): [number, Scalar][] => (held === undefined ? [] : [[key, held]])).sort(([a], [b]) => a - b));
  expect(figures(full.book)).toEqual(figures(bench.book));
  const input = full.book.sheets.find(({ name }) => name === '業務');
  if (!input) throw new Error('no sheet');
  await full.type(input, [{ row: 8, column: 2, text: '9999' }]);
  const { book } = openWorkbook(full.save(), '年度.xlsx');
  const saved = figures(book);
  await new UniverEngine().recalculate(book);
  expect(saved).toEqual(figures(book));
  expect(saved).not.toEqual(figures(bench.book));
});
