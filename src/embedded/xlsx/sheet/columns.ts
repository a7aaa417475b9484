import type { Element } from '@xmldom/xmldom';
import { MAX_COLUMNS } from '../../../plan/a1';
import type { ColumnLook, Style } from '../../model/book';
import { append, booleanAttribute, child, children, copyOf, ensureChild, numberAttribute, removeAll, serializeXml, setAttributes } from '../package/xml';
import type { StyleTable } from '../styles/styleRead';
import { WORKSHEET_ORDER } from './frame';

interface ColumnSource { readonly element: Element; readonly first: number; readonly last: number }

function sources(worksheet: Element): ColumnSource[] {
  return children(child(worksheet, 'cols'), 'col').map((element) => ({
    element,
    first: Math.max(numberAttribute(element, 'min') ?? 1, 1) - 1,
    last: Math.min(numberAttribute(element, 'max') ?? 1, MAX_COLUMNS) - 1,
  }));
}

function lookOf(element: Element, styles: StyleTable): ColumnLook {
  const width = numberAttribute(element, 'width');
  const style = numberAttribute(element, 'style') ?? 0;
  return {
    ...(width === undefined ? {} : { width }),
    ...(booleanAttribute(element, 'hidden') ? { hidden: true } : {}),
    ...(style === 0 ? {} : { style: styles.style(style) }),
  };
}

/** Widths (characters), hiding and styles by column (ECMA-376 part 1, 18.3.1.13). */
export function readColumns(worksheet: Element, styles: StyleTable): Map<number, ColumnLook> {
  const looks = new Map<number, ColumnLook>();
  for (const { element, first, last } of sources(worksheet)) {
    for (let column = first; column <= last; column++) looks.set(column, lookOf(element, styles));
  }
  return looks;
}

function patchedColumn(source: ColumnSource | undefined, cols: Element, look: ColumnLook, defaultWidth: number, styles: StyleTable, styleIndex: (style: Style | undefined) => number): Element {
  const element = source ? copyOf(source.element) : append(cols, 'col');
  const before = source ? lookOf(source.element, styles) : {};
  if (look.width !== before.width) setAttributes(element, { width: look.width, customWidth: look.width === undefined ? undefined : 1, bestFit: undefined });
  if (!!look.hidden !== !!before.hidden) setAttributes(element, { hidden: look.hidden ? 1 : undefined });
  if (look.style !== before.style) setAttributes(element, { style: styleIndex(look.style) || undefined });
  // A <col> without a width would be shown with none in some readers.
  if (!element.hasAttribute('width')) setAttributes(element, { width: defaultWidth });
  setAttributes(element, { min: undefined, max: undefined });
  removeAll([element]);
  return element;
}

/** Writes <cols> anew; attributes that the model does not know stay with their columns, equal neighbours share an element. */
export function patchColumns(worksheet: Element, columns: ReadonlyMap<number, ColumnLook>, defaultWidth: number, styles: StyleTable, styleIndex: (style: Style | undefined) => number): void {
  const before = sources(worksheet);
  const cols = ensureChild(worksheet, 'cols', WORKSHEET_ORDER);
  const written: { element: Element; text: string; first: number; last: number }[] = [];
  for (const column of [...columns.keys()].sort((a, b) => a - b)) {
    const source = before.find(({ first, last }) => column >= first && column <= last);
    const look = columns.get(column) ?? {};
    if (!source && look.width === undefined && !look.hidden && !look.style) continue;
    const element = patchedColumn(source, cols, look, defaultWidth, styles, styleIndex);
    const text = serializeXml(element);
    const last = written.at(-1);
    if (last && last.text === text && last.last === column - 1) last.last = column;
    else written.push({ element, text, first: column, last: column });
  }
  removeAll(children(cols));
  for (const { element, first, last } of written) {
    setAttributes(element, { min: first + 1, max: last + 1 });
    cols.appendChild(element);
  }
  if (written.length === 0) removeAll([cols]);
}
