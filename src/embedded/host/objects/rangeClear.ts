import { MAX_COLUMNS, MAX_ROWS } from '../../../plan/a1';
import { isAbsent, oneOf } from '../arguments';
import { changeStyles } from '../cells/styles';
import { putContent } from '../cells/write';
import { HostError, notImplemented } from '../errors';
import { keyColumn, keyRow } from '../../model/book';
import { clearConditionalFormats } from '../rules/conditionalRules';
import { clearValidations } from '../rules/validationRules';
import { filledKeys, guardContents, guardSheet } from '../rules/guards';
import type { RangeObject } from './range';

const PARTS = ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'] as const;

/** Range.clear(): All also takes conditional formats and validation away, Formats the conditional formats. */
export function clearRange(range: RangeObject, applyTo: unknown): void {
  const part = isAbsent(applyTo) ? 'All' : oneOf(applyTo, PARTS, 'applyTo');
  if (part === 'Hyperlinks' || part === 'RemoveHyperlinks') throw notImplemented(`Range.clear("${part}")`);
  const { host, sheet, area } = range;
  if (part === 'Contents') guardContents(host, sheet, area);
  else guardSheet(host, sheet);
  if (sheet.merges.some((merge) => cuts(range, merge))) throw new HostError('InvalidOperation', 'part of a merged cell');
  if (part !== 'Formats') clearContents(range);
  if (part === 'Contents') return;
  clearStyles(range);
  clearConditionalFormats(sheet, area);
  if (part === 'All') clearValidations(sheet, area);
}

function clearContents({ host, sheet, area }: RangeObject): void {
  for (const key of filledKeys(sheet, area)) putContent(host, sheet, keyRow(key), keyColumn(key), {});
  host.calculation.changed();
  host.events.rangeEdited(sheet, area);
}

function clearStyles({ host, sheet, area }: RangeObject): void {
  const plain = host.book.defaultStyle;
  changeStyles(host.book, sheet, area, (style) => ({ ...Object.fromEntries(Object.keys(style).map((name) => [name, undefined])), ...plain }));
  if (area.rows === MAX_ROWS) sheet.changed.add('columns');
  if (area.columns === MAX_COLUMNS) sheet.changed.add('rows');
  for (const key of filledKeys(sheet, area)) {
    const cell = sheet.cells.get(key);
    if (cell && cell.value === undefined && cell.formula === undefined && !sheet.columns.get(keyColumn(key))?.style && !sheet.rows.get(keyRow(key))?.style) sheet.cells.delete(key);
  }
}

function cuts({ area }: RangeObject, merge: RangeObject['area']): boolean {
  const rows = Math.min(area.row + area.rows, merge.row + merge.rows) - Math.max(area.row, merge.row);
  const columns = Math.min(area.column + area.columns, merge.column + merge.columns) - Math.max(area.column, merge.column);
  return rows > 0 && columns > 0 && (rows < merge.rows || columns < merge.columns);
}
