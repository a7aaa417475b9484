import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import standard from '../../seeds/standard.json';
import { readFigure, type FigureExpectation } from '../../src/domain/readFigure';
import { cellKey, type Cell, type Sheet } from '../../src/embedded/model/book';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { readArea, readCell } from '../../src/plan/a1';
import { sheetOf } from '../embedded/xlsx/packages';
import { SHAPES, shapeBytes, type ExpectedLine, type ExpectedTable } from './shapes';

const FISCAL = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
const KANJI = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = 86_400_000;

function cell(sheet: Sheet, address: string): Cell | undefined {
  const at = readCell(address);
  if (!at) throw new Error(address);
  return sheet.cells.get(cellKey(at.row, at.column));
}

/** The month that a header cell names; a check of the workbooks, not a reader of all there may be. */
function monthOf(value: Cell['value']): number | null {
  if (typeof value === 'number') return value <= 12 ? value : new Date(Date.UTC(1899, 11, 30) + value * DAY).getUTCMonth() + 1;
  if (typeof value !== 'string') return null;
  const plain = value.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const kanji = KANJI.indexOf(plain.replace(/月$/, ''));
  const english = ENGLISH.indexOf(plain);
  if (kanji >= 0 || english >= 0) return Math.max(kanji, english) + 1;
  const digits = /^(?:\d{4}[/年]|r\d+\.|令和\d+年)?(\d{1,2})(?:月(?:分|末|まで|\(実績\))?)?$/.exec(plain);
  return digits ? Number(digits[1]) : null;
}

/** What a cell holds as a figure: typed, calculated, or read from text by the rules of the domain. */
function figureOf(found: Cell | undefined, line: ExpectedLine): number | null {
  const value = found?.value;
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') throw new Error(`${line.label}: ${JSON.stringify(value)}`);
  const unit = standard.tables.flatMap(({ rows }) => rows).find(({ id }) => id === line.matches?.row)?.unit ?? '';
  const form: FigureExpectation['form'] = unit === '%' ? 'rate' : unit === '時間' ? 'duration' : 'number';
  const reading = readFigure(value, { form, unit, fiscalYear: line.year ?? 2024 });
  if (!reading.ok) throw new Error(reading.reason);
  return reading.value;
}

function filledBy(cells: readonly (Cell | undefined)[]): string {
  const kinds = new Set(cells.flatMap((one) => (one?.formula !== undefined ? ['formulas'] : one?.value === undefined ? [] : [typeof one.value === 'number' ? 'typed' : 'text'])));
  return kinds.size === 0 ? 'none' : kinds.size === 1 ? [...kinds][0] ?? '' : 'mixed';
}

function checkLine(sheet: Sheet, table: ExpectedTable, line: ExpectedLine): void {
  expect([line.labelCell, cell(sheet, line.labelCell)?.value]).toEqual([line.labelCell, line.label]);
  for (const text of [line.group, line.unit]) if (text) expect(cell(sheet, text.cell)?.value).toBe(text.text);
  if (line.yearCell !== null && line.year !== null) {
    const said = cell(sheet, line.yearCell)?.value;
    expect(Number(/(?:令和|R)(\d+)/.exec(typeof said === 'string' ? said.normalize('NFKC') : '')?.[1]) + 2018).toBe(line.year);
  }
  const cells = line.cells.map((address) => cell(sheet, address));
  expect([line.label, filledBy(cells)]).toEqual([line.label, line.figures]);
  cells.forEach((found, month) => {
    const [holds, said] = [figureOf(found, line), line.values[month] ?? null];
    if (holds === null || said === null) expect([line.label, month, holds]).toEqual([line.label, month, said]);
    else expect(holds).toBeCloseTo(said, 9);
  });
  expect(line.total !== null).toBe(table.total !== null);
  if (line.total !== null) expect([line.label, filledBy([cell(sheet, line.total)])]).toEqual([line.label, line.totalFigures]);
  const months = line.cells.map((address) => readCell(address));
  const heads = table.months.map((address) => readCell(address));
  const along = months.map((at) => (table.orientation === 'across' ? at?.column : at?.row));
  const headed = heads.map((at) => (table.orientation === 'across' ? at?.column : at?.row));
  expect(along.join()).toBe((along[0] === headed[0] ? headed.slice(0, 12) : headed.slice(12)).join());
}

function checkRatios(table: ExpectedTable): void {
  for (const ratio of table.ratios) {
    const of = (label: string): readonly (number | null)[] => table.lines.find((line) => line.label === label && line.year === ratio.year)?.values ?? [];
    of(ratio.label).forEach((value, month) => {
      if (value === null) return;
      const worth = (of(ratio.numerator)[month] ?? NaN) / ratio.denominator.reduce((sum, label) => sum + (of(label)[month] ?? NaN), 0);
      const scale = 10 ** ratio.digits;
      expect([ratio.label, month, Math.round(value * scale)]).toEqual([ratio.label, month, Math.round(Number((worth * scale).toPrecision(12)))]);
    });
  }
}

function checkTable(sheet: Sheet, table: ExpectedTable): void {
  table.months.forEach((address, i) => expect([address, monthOf(cell(sheet, address)?.value)]).toEqual([address, FISCAL[i % 12]]));
  for (const text of [table.total, table.title, table.unit, ...table.subtotals]) if (text) expect(cell(sheet, text.cell)?.value).toBe(text.text);
  const header = readArea(table.header);
  const last = readCell(table.total?.cell ?? table.months.at(-1) ?? '');
  expect([header && header.row + header.rows - 1, header && header.column + header.columns - 1]).toEqual([last?.row, last?.column]);
  for (const line of table.lines) checkLine(sheet, table, line);
  checkRatios(table);
}

describe('the workbooks of shapes', () => {
  test('are those that are described', () => {
    expect(readdirSync(path.join(__dirname, 'shapes')).filter((name) => /\.xls[xm]$/.test(name)).sort()).toEqual(SHAPES.map(({ file }) => file));
  });

  test.each(SHAPES.map((shape) => [shape.file, shape] as const))('%s holds what is said of it', (file, shape) => {
    const bytes = shapeBytes(shape);
    expect(bytes.length).toBeLessThan(25_000);
    const opened = openWorkbook(bytes, file);
    expect(opened.save()).toBe(bytes);
    expect(opened.book.sheets.map(({ name }) => name)).toEqual(shape.sheets);
    for (const table of shape.tables) checkTable(sheetOf(opened.book, table.sheet), table);
  });

  test.each([
    ['14-own-formulas.xlsx', ['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/charts/chart1.xml', 'xl/calcChain.xml']],
    ['15-macros.xlsm', ['xl/vbaProject.bin', 'xl/printerSettings/printerSettings1.bin', 'customXml/item1.xml', 'docProps/custom.xml']],
    ['22-table-object.xlsx', ['xl/tables/table1.xml']],
  ])('%s holds the parts that must come through unchanged', (file, parts) => {
    const shape = SHAPES.find((one) => one.file === file);
    expect(shape && Object.keys(unzipSync(shapeBytes(shape)))).toEqual(expect.arrayContaining(parts));
  });

  test('the one with the staff\'s own formulas holds their names, formats, drop-downs, chart and panes', () => {
    const shape = SHAPES.find(({ file }) => file === '14-own-formulas.xlsx');
    if (!shape) throw new Error('no shape');
    const { book } = openWorkbook(shapeBytes(shape), shape.file);
    const sheet = sheetOf(book);
    expect(book.names.map(({ name }) => name)).toContain('窓口_R6');
    expect([sheet.conditionalFormats.length, sheet.validations.length, sheet.charts.length, sheet.columns.get(15)?.hidden, sheet.freeze]).toEqual([2, 2, 1, true, { rows: 3, columns: 1 }]);
  });
});
