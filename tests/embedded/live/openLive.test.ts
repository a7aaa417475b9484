import { beforeEach, describe, expect, test } from '@jest/globals';
import { openLive } from '../../../src/embedded/live/openLive';
import { editText } from '../../../src/embedded/live/editText';
import type { LiveChange, LiveWorkbook, TypedCell } from '../../../src/embedded/live/liveWorkbook';
import { cellKey, type Cell, type Sheet } from '../../../src/embedded/model/book';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import { readCell } from '../../../src/plan/a1';

const place = (address: string): { row: number; column: number } => {
  const at = readCell(address);
  if (!at) throw new Error(address);
  return at;
};
const typed = (address: string, text: string): TypedCell => ({ ...place(address), text });

let live: LiveWorkbook;
let sheet: Sheet;
let changes: LiveChange['kind'][];

const cell = (address: string, on = sheet): Cell => on.cells.get(cellKey(place(address).row, place(address).column)) ?? {};
const type = (address: string, text: string): ReturnType<LiveWorkbook['type']> => live.type(sheet, [typed(address, text)]);
const why = async (outcome: ReturnType<LiveWorkbook['type']>): Promise<string> => {
  const got = await outcome;
  return got.kind === 'refused' ? got.why : 'done';
};
function look(address: string, style: Cell['style']): void {
  const { row, column } = place(address);
  sheet.cells.set(cellKey(row, column), { ...cell(address), ...(style ? { style } : {}) });
}

beforeEach(async () => {
  live = await openLive(null, '計画.xlsx', { now: () => new Date(2024, 5, 1) });
  const [first] = live.book.sheets;
  if (!first) throw new Error('no sheet');
  sheet = first;
  changes = [];
  live.subscribe(({ kind }) => changes.push(kind));
});

describe('typing', () => {
  test('numbers, dates and formulas become what Excel makes of them, and what depends on them is calculated', async () => {
    await live.type(sheet, [typed('A1', '１，２００'), typed('A2', '4.5%'), typed('A3', '=A1*A2'), typed('A4', '6/1'), typed('A5', "'007")]);
    expect(cell('A1')).toMatchObject({ value: 1200, style: { numberFormat: '#,##0' } });
    expect(cell('A2')).toMatchObject({ value: 0.045, style: { numberFormat: '0.00%' } });
    expect(cell('A3')).toMatchObject({ value: 54, formula: 'A1*A2' });
    expect(cell('A4')).toMatchObject({ value: 45444, style: { numberFormat: 'm"月"d"日"' } });
    expect(cell('A5')).toMatchObject({ value: '007', style: { quotePrefix: true } });
    await type('A1', '100');
    expect(cell('A3').value).toBe(4.5);
    expect(changes).toEqual(['content', 'content']);
  });

  test.each([['85.4', 0.854], ['0.5', 0.5], ['1', 0.01], ['12%', 0.12], ['-20', -0.2]])('%s in a cell shown as a percentage is %d', async (text, value) => {
    look('A1', { numberFormat: '0.0%' });
    await type('A1', text);
    expect(cell('A1')).toMatchObject({ value, style: { numberFormat: '0.0%' } });
  });

  test('a literal % of a format is no percentage', async () => {
    look('A1', { numberFormat: '0"%"' });
    await type('A1', '85');
    expect(cell('A1').value).toBe(85);
  });

  test('an emptied cell keeps its look', async () => {
    look('A1', { fill: '#FFFF00' });
    await type('A1', '5');
    await type('A1', '');
    expect(cell('A1')).toEqual({ style: { fill: '#FFFF00' } });
  });
});

describe('what is refused changes nothing', () => {
  test('a formula that does not parse, also for the cells beside it', async () => {
    expect(await why(live.type(sheet, [typed('A1', '5'), typed('A2', '=SUM(1')]))).toContain('この数式には誤りがあります');
    expect(cell('A1')).toEqual({});
    expect(changes).toEqual([]);
  });

  test('a formula that names a sheet that is not there', async () => {
    expect(await why(type('A1', '=業務!A1'))).toBe('数式にあるシート「業務」が、このブックにありません。');
  });

  test('a locked cell of a protected sheet; an open one takes it', async () => {
    sheet.protected = true;
    look('B1', { locked: false });
    expect(await why(type('A1', '5'))).toBe('シート「Sheet1」は保護されているため、変更できません。');
    expect(await why(type('B1', '5'))).toBe('done');
  });

  test('a part of a merged area', async () => {
    sheet.merges = [{ row: 0, column: 0, rows: 1, columns: 3 }];
    expect(await why(type('B1', '5'))).toBe('結合したセルの一部だけは変更できません。');
    expect(await why(type('A1', '5'))).toBe('done');
  });

  test('what is not on a drop-down list, with the words of the rule', async () => {
    sheet.validations = [{ areas: [{ row: 0, column: 0, rows: 2, columns: 1 }], type: 'list', source: '◎,○,△', errorTitle: '判定', errorMessage: '印を選びます。' }];
    await type('A1', '○');
    expect(await why(type('A1', 'abc'))).toBe('判定\n印を選びます。');
    expect(cell('A1').value).toBe('○');
    expect(await why(type('A1', '=1+1'))).toBe('判定\n印を選びます。');
    expect(await why(type('A1', '="△"'))).toBe('done');
    expect(await why(type('A1', ''))).toBe('done');
  });

  test('a list of cells is looked up where the rule is used; a rule that only warns takes anything', async () => {
    await live.type(sheet, [typed('D1', '以上'), typed('D2', '以下'), typed('E2', 'その他')]);
    const area = { row: 0, column: 0, rows: 1, columns: 2 };
    sheet.validations = [{ areas: [area], type: 'list', source: '=D$1:D$2' }];
    expect(await why(type('A1', '以下'))).toBe('done');
    expect(await why(type('B1', '以下'))).toContain('選択肢にありません');
    expect(await why(type('B1', 'その他'))).toBe('done');
    sheet.validations = [{ areas: [area], type: 'list', source: '=D$1:D$2', errorStyle: 'warning' }];
    expect(await why(type('A1', 'abc'))).toBe('done');
  });
});

describe('undo', () => {
  test('takes back a value, its format and a formula, and makes them again', async () => {
    await live.type(sheet, [typed('A1', '2'), typed('B1', '=A1*10')]);
    await live.type(sheet, [typed('A1', '5%'), typed('B1', '7')]);
    expect(await live.undo()).toBe(true);
    expect([cell('A1'), cell('B1')]).toEqual([{ value: 2 }, { value: 20, formula: 'A1*10' }]);
    expect(await live.redo()).toBe(true);
    expect(cell('A1')).toMatchObject({ value: 0.05, style: { numberFormat: '0%' } });
    expect(cell('B1')).toEqual({ value: 7 });
    await live.undo();
    await live.undo();
    expect(sheet.cells.size).toBe(0);
    expect(await live.undo()).toBe(false);
  });

  test('a new edit ends what could be made again', async () => {
    await type('A1', '1');
    await live.undo();
    await type('A1', '2');
    expect(await live.redo()).toBe(false);
    expect(cell('A1').value).toBe(2);
  });
});

describe('the file', () => {
  test('an edit is in the saved file, calculated', async () => {
    await live.type(sheet, [typed('A1', '3'), typed('A2', '=A1^2')]);
    const { book } = openWorkbook(live.save(), 'b.xlsx');
    expect(book.sheets[0]?.cells.get(cellKey(1, 0))).toMatchObject({ value: 9, formula: 'A1^2' });
    const again = await openLive(live.save(), '再.xlsx');
    expect(again.book.name).toBe('再.xlsx');
    expect(again.book.sheets[0]?.cells.get(cellKey(1, 0))?.value).toBe(9);
  });
});

describe('what the editor shows gives the same content again', () => {
  test.each(['1234.5', '12.25%', '2024/4/1', '2024/4/1 13:05', '7:30', '30:15:00', 'TRUE', '#N/A', "'12", '=SUM(A2:A9)', '令和6年度', '0.1', '1E+20'])('%s', async (text) => {
    await type('A1', text);
    const before = { ...cell('A1') };
    await type('A1', editText(live.book, sheet, 0, 0));
    expect(cell('A1')).toEqual(before);
  });
});

test('an edit that cannot be calculated is taken back', async () => {
  await type('A1', '1');
  const { host } = live;
  const calculate = host.calculation.beforeReading.bind(host.calculation);
  let calls = 0;
  host.calculation.beforeReading = () => (++calls === 1 ? Promise.reject(new Error('no engine')) : calculate());
  await expect(type('A1', '2')).rejects.toThrow('no engine');
  expect(cell('A1')).toEqual({ value: 1 });
  await type('A1', '3');
  expect(cell('A1')).toEqual({ value: 3 });
});
