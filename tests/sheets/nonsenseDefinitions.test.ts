import { describe, expect, jest, test } from '@jest/globals';
import { buildCatalog } from '../../src/domain/catalog';
import { readMark } from '../../src/domain/marks';
import type { CellContent } from '../../src/plan/snapshot';
import { LineReader, MOST_LINES, type CellProblem } from '../../src/sheets/cellReading';
import { Grid } from '../../src/sheets/grid';
import { KPI_SHEET, readKpiSheet } from '../../src/sheets/kpiSheet';
import { completeStems } from '../../src/sheets/names';
import { readRecordTable, type RecordSheetSpec } from '../../src/sheets/recordTable';
import { readTableSheet, TABLE_SHEET, type TableSheetContent, type TableSheetKey } from '../../src/sheets/tableSheet';
import { STANDARD } from '../support/laidOut';

function listOf<K extends string>(spec: RecordSheetSpec<K>, lines: readonly Partial<Record<K, CellContent>>[]) {
  const values = [spec.columns.map((column) => column.header), ...lines.map((line) => spec.columns.map((column) => line[column.key] ?? ''))];
  const grid = new Grid({ name: spec.title, visible: true, protected: false, ownNames: [], used: { area: { row: 0, column: 0, rows: values.length, columns: spec.columns.length }, values, formulas: values } });
  const table = readRecordTable(grid, spec, 0);
  if (!table) throw new Error('no list');
  return table;
}

type Line = Partial<Record<TableSheetKey, CellContent>>;
const TABLE: Line = { tableId: 'T', label: '表', group: '業務' };
const row = (index: number, more: Line = {}): Line => ({ tableId: 'T', rowId: `R${index}`, label: `項目${index}`, kind: '単月', unit: '件', total: '合計', years: 2, ...more });
const rowsOf = (count: number, more: (index: number) => Line = () => ({})): TableSheetContent => readTableSheet(listOf(TABLE_SHEET, [TABLE, ...Array.from({ length: count }, (_, index) => row(index, more(index)))]));
const catalogOf = (content: TableSheetContent) => buildCatalog({ ...STANDARD, tables: content.tables, kpis: [] });

describe('lists of any length', () => {
  test('ten thousand rows: so many are read, and the rest is told once', () => {
    const { tables, problems } = rowsOf(10_000);
    expect(tables[0]?.rows.length).toBe(MOST_LINES - 1);
    expect(problems.map(({ cell, message, effect }) => `${cell} ${message}。${effect}`)).toEqual(['A2002 読み取るのは2000行までです。ここから下の8001行は使っていません。']);
  });

  test('twice as many rows take twice the comparing of labels', () => {
    const workOf = (count: number): number => {
      const spy = jest.spyOn(String.prototype, 'normalize');
      catalogOf(rowsOf(count, (index) => (index === 0 ? {} : { formula: `[項目${index - 1}]+1`, aliases: `別名${index}` })));
      const calls = spy.mock.calls.length;
      spy.mockRestore();
      return calls;
    };
    expect(workOf(400) / workOf(200)).toBeLessThan(2.5);
  });

  test('a chain of rows as long as the list is worked through, and so is a circle', () => {
    const count = MOST_LINES - 1;
    const chain = catalogOf(rowsOf(count, (index) => (index === count - 1 ? {} : { formula: `[項目${index + 1}]+1` })));
    expect([chain.problems, [...chain.rows.values()].filter((one) => one.broken !== null).length]).toEqual([[], 0]);
    const spoilt = catalogOf(rowsOf(count, (index) => ({ formula: index === count - 1 ? '[ない]' : `[項目${index + 1}]+1` })));
    expect([spoilt.problems.length, [...spoilt.rows.values()].filter((one) => one.broken === null).length]).toEqual([1, 0]);
    const circle = catalogOf(rowsOf(count, (index) => ({ formula: `[項目${(index + 1) % count}]+1` })));
    expect(new Set(circle.problems.map(({ message }) => message))).toEqual(new Set([`計算式が循環しています（${Array.from({ length: 8 }, (_, index) => `項目${index}`).join(' → ')} → …）`]));
  });
});

describe('words that mean something to programs', () => {
  const WORDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '.*', '^(a+)+$', '[', '\\', '$1', '=cmd', '%'];

  test('are IDs and labels like any other', () => {
    const content = readTableSheet(listOf(TABLE_SHEET, WORDS.flatMap((word, index) => [{ ...TABLE, tableId: word, label: `${word}${index}` }, { ...row(0), tableId: word, rowId: `${word}:1`, label: word }])));
    expect(content.problems).toEqual([]);
    expect(content.tables.map((table) => [table.id, table.rows.map((one) => one.label)])).toEqual(WORDS.map((word) => [word, [word]]));
    const stems = completeStems({ ...STANDARD, tables: content.tables }, new Map());
    expect([...stems.values()].filter((stem) => !/^[\p{L}\p{N}_]{3,200}$/u.test(stem))).toEqual([]);
    expect(new Set(stems.values()).size).toBe(2 * WORDS.length);
  });

  test('are no marks', () => {
    expect(WORDS.map(readMark)).toEqual(WORDS.map(() => null));
  });

  test('wildcards are refused where formulas look an ID up', () => {
    const { problems } = readKpiSheet(listOf(KPI_SHEET, [{ kpiId: '5*', name: 'a', reference: '[表.項目0]' }, { kpiId: 'x'.repeat(101), name: 'a', reference: '[表.項目0]' }]));
    expect(problems.filter(({ message }) => message.includes('* ? ~ 以外の100文字まで')).map(({ cell }) => cell).slice(0, 1)).toHaveLength(1);
  });
});

test('names stay within Excel’s length however long a label is', () => {
  const content = readTableSheet(listOf(TABLE_SHEET, [{ ...TABLE, label: '表'.repeat(400) }, row(0, { label: '項'.repeat(400) })]));
  expect([...completeStems({ ...STANDARD, tables: content.tables }, new Map()).values()].every((stem) => stem.length <= 200)).toBe(true);
});

describe('a number of a list is read as figures are', () => {
  test.each<[CellContent, number | null, boolean]>([
    ['', null, true], [' ', null, true], ['　', null, true], ['１，２３４', 1234, true], ['△16', -16, true], [0.5, 0.5, true],
    ['1e3', null, false], ['0x10', null, false], ['10²', null, false], ['①', null, false], ['Infinity', null, false], ['NaN', null, false], [true, null, false], ['=1', null, false],
  ])('%j', (value, number, sound) => {
    const problems: CellProblem[] = [];
    const reader = new LineReader('表定義', { row: 1, value: () => value, text: () => String(value).trim(), cell: () => 'A2' }, problems);
    expect([reader.number('years', '年数'), problems.length === 0]).toEqual([number, sound]);
  });
});
