import { describe, expect, test } from '@jest/globals';
import { axisOf } from '../../../src/embedded/grid/charts/axis';
import { chartFigures } from '../../../src/embedded/grid/charts/chartFigures';
import { cellKey, type Chart, type Scalar } from '../../../src/embedded/model/book';
import { newBook } from '../../../src/embedded/model/newBook';

describe('the value axis', () => {
  test.each([
    [[0.94, 0.95, 0.956], 0.93, 0.96],
    [[1, 1, 1], 0, 1.2],
    [[3788, 2100, 3036], 0, 4000],
    [[-36, 20], -40, 40],
    [[0, 0], 0, 1],
    [[], 0, 1],
  ])('%j lies between %d and %d', (values, lowest, highest) => {
    const axis = axisOf(values);
    expect([axis.lowest, axis.highest].map((line) => Number(line.toPrecision(10)))).toEqual([lowest, highest]);
    expect(axis.lines.every((line, index) => index === 0 || line > (axis.lines[index - 1] ?? 0))).toBe(true);
    for (const value of values) expect(value >= axis.lowest && value <= axis.highest).toBe(true);
  });
});

describe('the figures of a chart', () => {
  const chart: Chart = { name: 'c', type: 'Line', title: '率', series: [{ name: '今年', values: "'月 次'!$A$2:$E$2", categories: "'月 次'!$A$1:$E$1" }], left: 0, top: 0, width: 1, height: 1 };
  function figures(cells: readonly (Scalar | undefined)[], change: Partial<Chart> = {}, hidden?: number): ReturnType<typeof chartFigures> {
    const book = newBook('b.xlsx', ['月 次']);
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    cells.forEach((value, column) => {
      sheet.cells.set(cellKey(0, column), { value: `${column + 4}月` });
      if (value !== undefined) sheet.cells.set(cellKey(1, column), { value, style: { numberFormat: '0.0%' } });
    });
    if (hidden !== undefined) sheet.columns.set(hidden, { hidden: true });
    return chartFigures(book, { ...chart, ...change });
  }

  test('come from the cells as they stand: gaps stay gaps', () => {
    const { categories, series, valueFormat, legend } = figures([0.5, { error: '#N/A' }, undefined, '', 0.7]);
    expect(categories).toEqual(['4月', '5月', '6月', '7月', '8月']);
    expect(series.map(({ values }) => values)).toEqual([[0.5, null, null, 0, 0.7]]);
    expect([valueFormat, legend]).toEqual(['0.0%', false]);
  });

  test('hidden columns are left out unless the chart shows them', () => {
    expect(figures([1, 2, 3, 4, 5], {}, 1).series[0]?.values).toEqual([1, 3, 4, 5]);
    expect(figures([1, 2, 3, 4, 5], { plotVisibleOnly: false }, 1).series[0]?.values).toEqual([1, 2, 3, 4, 5]);
  });

  test('a chart whose cells are gone has none', () => {
    expect(figures([1], { series: [{ name: 'x', values: '#REF!' }] }).series[0]?.values).toEqual([]);
  });
});
