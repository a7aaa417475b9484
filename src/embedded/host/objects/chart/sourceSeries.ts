import type { Area } from '../../../../plan/a1';
import { cellKey, type ChartSeries } from '../../../model/book';
import { absoluteText } from '../../cells/areas';
import { HostError } from '../../errors';
import type { RangeObject } from '../range';

/**
 * The series Excel makes of a source range: one a column or row (Auto: along the shorter side), the first line as names and
 * as categories where it holds texts or nothing in the corner.
 */
export function seriesOf(source: RangeObject, by: 'Auto' | 'Columns' | 'Rows'): ChartSeries[] {
  if (source.unbounded) throw new HostError('InvalidArgument', 'sourceData');
  const { rows, columns } = source.area;
  const byColumns = by === 'Columns' || (by === 'Auto' && rows >= columns);
  const names = rows > 1 && isHeading(source, { ...source.area, rows: 1 });
  const labels = columns > 1 && isHeading(source, { ...source.area, columns: 1 });
  const [nameLine, categoryLine] = byColumns ? [names, labels] : [labels, names];
  const count = (byColumns ? columns : rows) - (categoryLine ? 1 : 0);
  return Array.from({ length: count }, (_, index) => oneSeries(source, byColumns, index + (categoryLine ? 1 : 0), nameLine, categoryLine, index));
}

function oneSeries(source: RangeObject, byColumns: boolean, line: number, named: boolean, labelled: boolean, index: number): ChartSeries {
  const { row, column, rows, columns } = source.area;
  const skip = named ? 1 : 0;
  const along = (at: number): Area => (byColumns
    ? { row: row + skip, column: column + at, rows: rows - skip, columns: 1 }
    : { row: row + at, column: column + skip, rows: 1, columns: columns - skip });
  const name = named ? source.sheet.cells.get(byColumns ? cellKey(row, column + line) : cellKey(row + line, column))?.value : undefined;
  return {
    name: typeof name === 'string' || typeof name === 'number' ? String(name) : `系列${index + 1}`,
    values: absoluteText(source.sheet, along(line)),
    ...(labelled ? { categories: absoluteText(source.sheet, along(0)) } : {}),
  };
}

/** The corner may be empty; all other cells hold text. */
function isHeading(source: RangeObject, line: Area): boolean {
  const values = [];
  for (let row = line.row; row < line.row + line.rows; row++) {
    for (let column = line.column; column < line.column + line.columns; column++) values.push(source.sheet.cells.get(cellKey(row, column))?.value);
  }
  const [corner, ...rest] = values;
  return (corner === undefined || typeof corner === 'string') && rest.length > 0 && rest.every((value) => typeof value === 'string');
}
