import { isAbsent, objectArgument, oneOf } from '../arguments';
import { changeStyles, styleAt } from '../cells/styles';
import { notImplemented } from '../errors';
import { guardSheet } from '../rules/guards';
import { overlaps, type Area } from '../../../plan/a1';
import { RangeObject } from './range';

const TYPES = ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const;

/** Range.copyFrom() of formats alone, between areas of one size without rules or merged cells: of the rest nothing is known for certain. */
export function copyFormats(target: RangeObject, from: unknown, copyType: unknown, skipBlanks: unknown, transpose: unknown): void {
  const source = objectArgument(from, RangeObject, 'sourceRange');
  const type = isAbsent(copyType) ? 'All' : oneOf(copyType, TYPES, 'copyType');
  const { host, sheet, area } = target;
  if (type !== 'Formats' || skipBlanks === true || transpose === true || source.area.rows !== area.rows || source.area.columns !== area.columns) throw notImplemented(`Range.copyFrom("${type}") between these ranges`);
  guardSheet(host, sheet);
  const touches = (one: { readonly areas: readonly Area[] }, at: Area): boolean => one.areas.some((each) => overlaps(each, at));
  for (const { sheet: each, area: at } of [source, target]) {
    if (each.merges.some((merge) => overlaps(merge, at)) || each.conditionalFormats.some((rule) => touches(rule, at))) throw notImplemented('Range.copyFrom over merged cells or conditional formats');
  }
  const plain = host.book.defaultStyle ?? {};
  changeStyles(host.book, sheet, area, (style, row, column) => ({
    ...Object.fromEntries(Object.keys(style).map((name) => [name, undefined])), ...plain, ...styleAt(host.book, source.sheet, source.area.row + row - area.row, source.area.column + column - area.column),
  }));
}
