import { isCellError, type Cell } from '../../model/book';
import type { ChangeDetail } from '../events';

/** A cell's value as Excel's API gives it: "" for an empty cell, the text of an error. */
export function cellValue(cell: Cell | undefined): boolean | number | string {
  const value = cell?.value ?? '';
  return isCellError(value) ? value.error : value;
}

/** Excel.RangeValueType. */
export function cellValueType(cell: Cell | undefined): ChangeDetail['valueTypeBefore'] {
  const value = cell?.value;
  if (value === undefined) return 'Empty';
  if (isCellError(value)) return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}
