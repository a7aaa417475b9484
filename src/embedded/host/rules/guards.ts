import type { Area } from '../../../plan/a1';
import { contains } from '../../../plan/a1';
import { keyColumn, keyRow, type Sheet } from '../../model/book';
import { isUnbounded } from '../cells/areas';
import { styleAt } from '../cells/styles';
import { HostError } from '../errors';
import type { ExcelHost } from '../host';

const denied = (sheet: Sheet): HostError => new HostError('AccessDenied', `sheet "${sheet.name}" is protected`);

/** Formats, objects and structure: closed on a protected sheet. @throws HostError AccessDenied */
export function guardSheet(host: ExcelHost, sheet: Sheet): void {
  host.guardBook();
  if (sheet.protected) throw denied(sheet);
}

/** Contents: open on a protected sheet where every cell is unlocked; a cell is locked unless its format says otherwise. */
export function guardContents(host: ExcelHost, sheet: Sheet, area: Area): void {
  host.guardBook();
  if (!sheet.protected) return;
  if (isUnbounded(area)) throw denied(sheet);
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (styleAt(host.book, sheet, row, column).locked !== false) throw denied(sheet);
    }
  }
}

/** The filled cells of an area, by key. */
export function filledKeys(sheet: Sheet, area: Area): number[] {
  return [...sheet.cells.keys()].filter((key) => contains(area, keyRow(key), keyColumn(key)));
}
