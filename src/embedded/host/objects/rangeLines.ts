import { MAX_COLUMNS, MAX_ROWS } from '../../../plan/a1';
import { keyColumn, keyRow } from '../../model/book';
import type { LineChange } from '../../model/references';
import { changeLines } from '../../model/structure';
import { oneOf } from '../arguments';
import { HostError, notImplemented } from '../errors';
import { guardSheet } from '../rules/guards';
import type { RangeObject } from './range';

/** Range.insert for whole rows (Down) or whole columns (Right); gives the new lines. */
export function insertLines(range: RangeObject, shift: unknown): RangeObject {
  const to = oneOf(shift, ['Down', 'Right'] as const, 'shift');
  const { axis, at, count } = lines(range, to === 'Down' ? 'rows' : 'columns', 'insert');
  const last = axis === 'rows' ? MAX_ROWS - count : MAX_COLUMNS - count;
  if ([...range.sheet.cells.keys()].some((key) => (axis === 'rows' ? keyRow(key) : keyColumn(key)) >= last)) {
    throw new HostError('InvalidOperation', 'cells would leave the sheet');
  }
  apply(range, { axis, at, count });
  return range.part({});
}

/** Range.delete for whole rows (Up) or whole columns (Left). */
export function deleteLines(range: RangeObject, shift: unknown): void {
  const to = oneOf(shift, ['Up', 'Left'] as const, 'shift');
  const change = lines(range, to === 'Up' ? 'rows' : 'columns', 'delete');
  apply(range, { ...change, count: -change.count });
}

function lines({ area }: RangeObject, axis: 'rows' | 'columns', method: string): LineChange {
  const whole = axis === 'rows' ? area.columns === MAX_COLUMNS : area.rows === MAX_ROWS;
  if (!whole) throw notImplemented(`Range.${method} of anything but whole ${axis}`);
  return axis === 'rows' ? { axis, at: area.row, count: area.rows } : { axis, at: area.column, count: area.columns };
}

function apply({ host, sheet }: RangeObject, change: LineChange): void {
  guardSheet(host, sheet);
  changeLines(host.book, sheet, change);
  host.calculation.changed();
}
