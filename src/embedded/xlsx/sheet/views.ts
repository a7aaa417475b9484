import type { Element } from '@xmldom/xmldom';
import { cellA1, MAX_COLUMNS, MAX_ROWS, readCell } from '../../../plan/a1';
import type { Sheet } from '../../model/book';
import { append, attribute, booleanAttribute, child, children, ensureChild, insertInOrder, make, numberAttribute, removeAll, setAttributes } from '../package/xml';
import { argb, readColor } from '../styles/colors';
import { SHEET_PR_ORDER, WORKSHEET_ORDER } from './frame';

const VIEW_ORDER = ['pane', 'selection', 'pivotSelection', 'extLst'];

function firstView(worksheet: Element): Element | undefined {
  return child(child(worksheet, 'sheetViews'), 'sheetView');
}

/** Frozen rows and columns; a split that is not frozen counts as none (ECMA-376 part 1, 18.3.1.66). */
export function readFreeze(worksheet: Element): { rows: number; columns: number } {
  const view = firstView(worksheet);
  const pane = child(view, 'pane');
  if (!attribute(pane, 'state')?.startsWith('frozen')) return { rows: 0, columns: 0 };
  const within = (name: string, most: number): number => Math.min(Math.max(Math.floor(numberAttribute(pane, name) ?? 0), 0), most - 1);
  return { rows: within('ySplit', MAX_ROWS), columns: within('xSplit', MAX_COLUMNS) };
}

export function readGridlines(worksheet: Element): boolean {
  return booleanAttribute(firstView(worksheet), 'showGridLines', true);
}

function ensureView(worksheet: Element): Element {
  const views = ensureChild(worksheet, 'sheetViews', WORKSHEET_ORDER);
  return child(views, 'sheetView') ?? append(views, 'sheetView', { workbookViewId: 0 });
}

function writeFreeze(view: Element, { rows, columns }: Sheet['freeze']): void {
  removeAll(children(view, 'pane', 'selection'));
  if (rows === 0 && columns === 0) return;
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  // The frozen block begins where the window is scrolled to.
  const corner = readCell(attribute(view, 'topLeftCell') ?? 'A1') ?? { row: 0, column: 0 };
  const pane = make(view, 'pane', {
    xSplit: columns || undefined, ySplit: rows || undefined,
    topLeftCell: cellA1(corner.row + rows, corner.column + columns), activePane: active, state: 'frozen',
  });
  insertInOrder(view, pane, VIEW_ORDER);
  const panes = rows > 0 && columns > 0 ? ['topRight', 'bottomLeft', 'bottomRight'] : [active];
  for (const name of panes) insertInOrder(view, make(view, 'selection', { pane: name }), VIEW_ORDER);
}

/** Writes freeze and gridlines into the first view where they differ. */
export function patchView(worksheet: Element, sheet: Sheet): void {
  const freeze = readFreeze(worksheet);
  if (freeze.rows !== sheet.freeze.rows || freeze.columns !== sheet.freeze.columns) writeFreeze(ensureView(worksheet), sheet.freeze);
  if (readGridlines(worksheet) !== sheet.gridlines) setAttributes(ensureView(worksheet), { showGridLines: sheet.gridlines ? undefined : 0 });
}

/** Two selected tabs would be edited together, so only the active sheet may be selected. True where the frame changed. */
export function patchSelected(worksheet: Element, active: boolean): boolean {
  if (booleanAttribute(firstView(worksheet), 'tabSelected') === active) return false;
  setAttributes(ensureView(worksheet), { tabSelected: active ? 1 : undefined });
  return true;
}

/** "#RRGGBB" of the tab, "" for none. */
export function readTabColor(worksheet: Element, theme: readonly string[]): string {
  return readColor(child(child(worksheet, 'sheetPr'), 'tabColor'), theme) ?? '';
}

export function patchTabColor(worksheet: Element, color: string, theme: readonly string[]): void {
  if (readTabColor(worksheet, theme).toUpperCase() === color.toUpperCase()) return;
  const properties = ensureChild(worksheet, 'sheetPr', WORKSHEET_ORDER);
  removeAll(children(properties, 'tabColor'));
  if (color !== '') insertInOrder(properties, make(properties, 'tabColor', { rgb: argb(color) }), SHEET_PR_ORDER);
}
