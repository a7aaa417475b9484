import { cellA1 } from '../../../plan/a1';
import { isCellError, type Cell, type Scalar } from '../../model/book';
import { rawFormula, rawXstring } from '../package/xstring';
import type { CellContent } from './cellRead';
import { rawAttribute, type RawCell } from './sheetText';

export interface CellWriterTools {
  readonly prefix: string;
  /** Index of a text in the string table. */
  readonly textIndex: (text: string) => number;
}

interface Body { readonly type: string | undefined; readonly inner: string }

/** "#SPILL!" and "#CALC!" need rich value parts to be stored as such; Excel itself falls back to #VALUE!. */
function errorText(error: string): string {
  return error === '#SPILL!' || error === '#CALC!' ? '#VALUE!' : error;
}

function valueBody(value: Scalar | undefined, ofFormula: boolean, tools: CellWriterTools): Body {
  const v = (text: string | number): string => `<${tools.prefix}v>${text}</${tools.prefix}v>`;
  if (value === undefined) return { type: undefined, inner: '' };
  if (isCellError(value)) return { type: 'e', inner: v(errorText(value.error)) };
  if (typeof value === 'boolean') return { type: 'b', inner: v(value ? 1 : 0) };
  // What is not a number in Excel's sense has no spelling in the file.
  if (typeof value === 'number') return Number.isFinite(value) ? { type: undefined, inner: v(Object.is(value, -0) ? 0 : value) } : { type: 'e', inner: v('#NUM!') };
  return ofFormula ? { type: 'str', inner: v(rawXstring(value)) } : { type: 's', inner: v(tools.textIndex(value)) };
}

export function sameValue(a: Scalar | undefined, b: Scalar | undefined): boolean {
  return isCellError(a) && isCellError(b) ? a.error === b.error : Object.is(a, b);
}

function formulaElement(raw: RawCell, prefix: string): string {
  return new RegExp(`<${prefix}f(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</${prefix}f>)`).exec(raw.inner)?.[0] ?? '';
}

/** The attributes of a cell element that go on living: `cm` with the formula, `vm` with the value, `ph` with both. */
function keptAttributes(raw: RawCell, sameFormula: boolean, same: boolean): string {
  const kept = [...(sameFormula ? ['cm'] : []), ...(same ? ['vm', 'ph'] : [])];
  return kept.map((name) => [name, rawAttribute(raw.attributes, name)] as const).filter(([, value]) => value !== undefined).map(([name, value]) => ` ${name}="${value}"`).join('');
}

function element(prefix: string, row: number, column: number, style: number, type: string | undefined, kept: string, inner: string): string {
  const head = `<${prefix}c r="${cellA1(row, column)}"${style > 0 ? ` s="${style}"` : ''}${type === undefined ? '' : ` t="${type}"`}${kept}`;
  return inner === '' ? `${head}/>` : `${head}>${inner}</${prefix}c>`;
}

/** A cell that the file does not have yet; "" where there is nothing to store. */
export function newCell(row: number, column: number, cell: Cell, style: number, tools: CellWriterTools): string {
  if (cell.value === undefined && cell.formula === undefined && style === 0) return '';
  const formula = cell.formula === undefined ? '' : `<${tools.prefix}f>${rawFormula(cell.formula)}</${tools.prefix}f>`;
  const body = valueBody(cell.value, cell.formula !== undefined, tools);
  return element(tools.prefix, row, column, style, body.type, '', formula + body.inner);
}

/**
 * A cell of the file with the model's content. What agrees keeps its XML: rich text, array and shared formulas.
 * `unshare` spells a shared formula out, because its master is going.
 */
export function patchedCell(raw: RawCell, before: CellContent, cell: Cell | undefined, style: number, unshare: boolean, tools: CellWriterTools): string {
  const now: Cell = cell ?? {};
  const sameFormula = now.formula === before.formula && !unshare;
  const same = sameValue(now.value, before.value);
  const keepsBody = sameFormula && same;
  if (keepsBody) {
    if (raw.inner === '' && style === 0 && before.style !== 0) return '';
    return element(tools.prefix, raw.row, raw.column, style, rawAttribute(raw.attributes, 't'), keptAttributes(raw, true, true), raw.inner);
  }
  // A data table shows no formula in the model: another value there is typed over it.
  if (!sameFormula || before.formula === undefined) return newCell(raw.row, raw.column, now, style, tools);
  const body = valueBody(now.value, true, tools);
  return element(tools.prefix, raw.row, raw.column, style, body.type, keptAttributes(raw, true, false), formulaElement(raw, tools.prefix) + body.inner);
}
