import { readArea } from '../../../plan/a1';
import { cellKey, type Sheet } from '../../model/book';
import type { Package } from '../package/package';
import { relationshipsOf } from '../package/relationships';
import { attribute, child, children, numberAttribute, rootOf, setAttributes } from '../package/xml';
import { encodeXstring } from '../package/xstring';

/**
 * Keeps the column names of tables equal to their header cells: Excel "repairs" a file in which they differ
 * (ECMA-376 part 1, 18.5.1.3). A header that is no longer text keeps its old name.
 */
export function patchTableHeaders(pack: Package, sheetPart: string, sheet: Sheet): void {
  for (const { kind, target } of relationshipsOf(pack, sheetPart)) {
    if (kind !== 'table' || !pack.has(target)) continue;
    const document = pack.document(target);
    const table = rootOf(document, target);
    const area = readArea(attribute(table, 'ref') ?? '');
    if (!area || numberAttribute(table, 'headerRowCount') === 0) continue;
    let changed = false;
    children(child(table, 'tableColumns'), 'tableColumn').forEach((column, i) => {
      const key = cellKey(area.row, area.column + i);
      const value = sheet.cells.get(key)?.value;
      if (!sheet.changedCells.has(key) || typeof value !== 'string' || value === '') return;
      const name = encodeXstring(value).replace(/\n/g, '_x000a_');
      changed ||= attribute(column, 'name') !== name;
      setAttributes(column, { name });
    });
    if (changed) pack.write(target, document);
  }
}
