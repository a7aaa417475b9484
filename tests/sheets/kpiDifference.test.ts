import { expect, test } from '@jest/globals';
import { formatDifference } from '../../src/domain/formatFigure';
import { judgeFigure } from '../../src/domain/judgement';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { cellKey } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { differenceFormat, differenceFormula, type KpiSheetKey } from '../../src/sheets/kpiSheet';
import type { RecordPlace } from '../../src/sheets/recordTable';

const minutes = (count: number): number => count / 1440;
/** Actual, target, number format, what 差 holds and how a sentence says it. */
const CASES: readonly (readonly [number, number, string, number, string])[] = [
  [0.9433, 0.95, '0.0%', -0.7, '▲0.7ポイント'],
  [3036, 3788, '#,##0', -752, '▲752'],
  [6.254, 6.3, '0.00', -0.05, '▲0.05'],
  [minutes(210), minutes(147), '[h]:mm', 63, '＋63分'],
  [minutes(120), minutes(147), '[h]:mm', -27, '▲27分'],
  // Seconds are cut as the cells beside show them.
  [minutes(147) + 59 / 86_400, minutes(147), '[h]:mm', 0, '±0分'],
  // A minute that the binary error puts just below itself.
  [minutes(147) - 1e-15, minutes(147), '[h]:mm', 0, '±0分'],
  [minutes(1801), minutes(1800), '[h]:mm', 1, '＋1分'],
  [minutes(-1.5), minutes(0), '[h]:mm', -1, '▲1分'],
];

const PLACE: RecordPlace<KpiSheetKey> = { sheet: 'KPI', headerRow: 0, columns: new Map([['actual', 0], ['target', 1]]) };
const cellFormula = (row: number, format: string): string => (differenceFormula(row, PLACE, format) ?? '').slice(1);

test('差 in the workbook, calculated, agrees with the judgement', async () => {
  const { book } = newWorkbook();
  const sheet = book.sheets[0];
  if (!sheet) throw new Error('no sheet');
  CASES.forEach(([actual, target, format], row) => {
    sheet.cells.set(cellKey(row, 0), { value: actual });
    sheet.cells.set(cellKey(row, 1), { value: target });
    sheet.cells.set(cellKey(row, 2), { formula: cellFormula(row, format) });
  });
  await new UniverEngine().recalculate(book);
  CASES.forEach(([actual, target, format, difference], row) => {
    expect([row, sheet.cells.get(cellKey(row, 2))?.value]).toEqual([row, difference]);
    expect([row, judgeFigure(actual, { target, upper: null, excellent: null }, { direction: '以上', format })]).toEqual([row, difference >= 0 ? '○' : '△']);
  });
});

test('a figure that is not there gives no difference', async () => {
  const { book } = newWorkbook();
  const sheet = book.sheets[0];
  sheet?.cells.set(cellKey(0, 2), { formula: cellFormula(0, '[h]:mm') });
  sheet?.cells.set(cellKey(0, 0), { value: 0.1 });
  await new UniverEngine().recalculate(book);
  expect(sheet?.cells.get(cellKey(0, 2))?.value).toBe('');
});

test.each(CASES)('%d less %d in %s is %d, said %s', (_actual, _target, format, difference, words) => {
  const own = format.includes('%') ? difference / 100 : format === '[h]:mm' ? minutes(difference) : difference;
  expect(formatDifference(own, format, '')).toBe(words);
});

test('差 of a duration is a number of minutes', () => {
  expect(differenceFormat('[h]:mm')).toBe('#,##0"分";"▲"#,##0"分"');
  expect(differenceFormat('0.0%')).toBe('#,##0.0"ポイント";"▲"#,##0.0"ポイント"');
  expect(differenceFormat('#,##0')).toBe('#,##0;"▲"#,##0');
});
