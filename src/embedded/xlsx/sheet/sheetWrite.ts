import type { Element } from '@xmldom/xmldom';
import { areaA1, readArea, spanning, type Area } from '../../../plan/a1';
import { keyColumn, keyRow, type ConditionalFormat, type Sheet, type Style } from '../../model/book';
import { append, attribute, child, children, ensureChild, insertInOrder, make, numberAttribute, removeAll, serializeXml, setAttributes } from '../package/xml';
import type { StyleTable } from '../styles/styleRead';
import type { CellWriterTools } from './cellWrite';
import { patchColumns } from './columns';
import { patchConditionalFormats } from './conditionalFormats';
import { WORKSHEET_ORDER } from './frame';
import { patchPage } from './pageSetup';
import { patchRows } from './rowsWrite';
import { parseFrame, readAutoFilter, readMerges, readProtected, type SheetSource } from './sheetRead';
import { locateSheetData } from './sheetText';
import { patchValidations } from './validations';
import { patchSelected, patchTabColor, patchView } from './views';

/** What a sheet's save needs of the workbook around it. */
export interface SheetWriterTools {
  readonly styles: StyleTable;
  readonly styleIndex: (style: Style | undefined) => number;
  readonly dxfIndex: (look: Pick<ConditionalFormat, 'fill' | 'color' | 'bold'>) => number;
  readonly textIndex: CellWriterTools['textIndex'];
  /** Whether the sheet shall be the selected one; undefined leaves that as it is. */
  readonly selected: boolean | undefined;
  /** Brings the drawing in line with the charts; adds the reference to it where one is needed. */
  readonly patchDrawing: (worksheet: Element) => void;
}

export interface SheetPatch {
  /** The whole part, or undefined where nothing changed. */
  readonly xml: string | undefined;
  readonly formulasChanged: boolean;
}

function patchMerges(worksheet: Element, merges: readonly Area[]): void {
  const wanted = merges.map((area) => areaA1(area));
  if (readMerges(worksheet).map((area) => areaA1(area)).join() === wanted.join()) return;
  removeAll(children(worksheet, 'mergeCells'));
  if (wanted.length === 0) return;
  const list = make(worksheet, 'mergeCells', { count: wanted.length });
  for (const ref of wanted) append(list, 'mergeCell', { ref });
  insertInOrder(worksheet, list, WORKSHEET_ORDER);
}

function patchProtection(worksheet: Element, wanted: boolean): void {
  if (readProtected(worksheet) === wanted) return;
  if (!wanted) removeAll(children(worksheet, 'sheetProtection'));
  else setAttributes(ensureChild(worksheet, 'sheetProtection', WORKSHEET_ORDER), { sheet: 1, objects: 1, scenarios: 1 });
}

/** A filter that was moved keeps its criteria; another range is another filter, and those of the old one go with it. */
function patchAutoFilter(worksheet: Element, wanted: Sheet['autoFilter']): void {
  const before = readAutoFilter(worksheet);
  if (before?.columns !== wanted?.columns || before?.rows !== wanted?.rows) removeAll(children(worksheet, 'autoFilter', 'sortState'));
  if (wanted) setAttributes(ensureChild(worksheet, 'autoFilter', WORKSHEET_ORDER), { ref: areaA1(wanted) });
}

/** `dimension` is a hint to readers; one that is too small makes some of them cut the sheet. */
function patchDimension(worksheet: Element, sheet: Sheet): void {
  const dimension = child(worksheet, 'dimension');
  const before = readArea(attribute(dimension, 'ref') ?? '');
  if (!dimension || !before) return;
  let used = before;
  for (const key of sheet.changedCells) {
    if (!sheet.cells.has(key)) continue;
    const [row, column] = [keyRow(key), keyColumn(key)];
    used = spanning(Math.min(used.row, row), Math.min(used.column, column), Math.max(used.row + used.rows - 1, row), Math.max(used.column + used.columns - 1, column));
  }
  if (areaA1(used) !== areaA1(before)) setAttributes(dimension, { ref: areaA1(used) });
}

function patchFormat(worksheet: Element, sheet: Sheet): void {
  const format = child(worksheet, 'sheetFormatPr');
  const height = numberAttribute(format, 'defaultRowHeight') ?? 15;
  const width = numberAttribute(format, 'defaultColWidth') ?? (numberAttribute(format, 'baseColWidth') ?? 8) + 1;
  if (sheet.changed.has('rows') && height !== sheet.defaultRowHeight) {
    setAttributes(ensureChild(worksheet, 'sheetFormatPr', WORKSHEET_ORDER), { defaultRowHeight: sheet.defaultRowHeight, customHeight: 1 });
  }
  if (sheet.changed.has('columns') && width !== sheet.defaultColumnWidth) {
    setAttributes(ensureChild(worksheet, 'sheetFormatPr', WORKSHEET_ORDER), { defaultColWidth: sheet.defaultColumnWidth, defaultRowHeight: height });
  }
}

/** Patches the frame where the sheet says that it changed. */
function patchFrame(worksheet: Element, sheet: Sheet, source: SheetSource, tools: SheetWriterTools): void {
  const { changed } = sheet;
  patchDimension(worksheet, sheet);
  patchFormat(worksheet, sheet);
  patchMerges(worksheet, sheet.merges);
  patchProtection(worksheet, sheet.protected);
  if (changed.has('columns')) patchColumns(worksheet, sheet.columns, sheet.defaultColumnWidth, tools.styles, tools.styleIndex);
  if (changed.has('view')) patchView(worksheet, sheet);
  if (changed.has('tab')) patchTabColor(worksheet, sheet.tabColor, tools.styles.theme);
  if (changed.has('conditionalFormats')) patchConditionalFormats(worksheet, sheet.conditionalFormats, source.rules, tools.dxfIndex);
  if (changed.has('validations')) patchValidations(worksheet, sheet.validations, source.validations);
  if (changed.has('filter')) patchAutoFilter(worksheet, sheet.autoFilter);
  if (changed.has('page')) patchPage(worksheet, sheet.page);
  if (tools.selected !== undefined) patchSelected(worksheet, tools.selected);
  tools.patchDrawing(worksheet);
}

/** Whether anything of the sheet's own part can have changed. */
export function sheetTouched(sheet: Sheet): boolean {
  return sheet.changed.size > 0 || sheet.changedCells.size > 0;
}

/**
 * Patches a worksheet part with what changed. The frame is rewritten only where it came out different, the cells only
 * in rows that have a changed cell; all else keeps its bytes.
 */
export function patchSheet(sheet: Sheet, source: SheetSource, tools: SheetWriterTools): SheetPatch {
  const { text, part, reader } = source;
  const worksheet = parseFrame(text, part);
  const document = worksheet.ownerDocument;
  const before = serializeXml(worksheet);
  patchFrame(worksheet, sheet, source, tools);
  const frameChanged = serializeXml(worksheet) !== before;
  const cellsChanged = sheet.changedCells.size > 0 || sheet.changed.has('rows');
  const rows = cellsChanged ? patchRows(text, reader, sheet, tools.styleIndex, { prefix: text.prefix, textIndex: tools.textIndex }) : undefined;
  if (!frameChanged && !rows) return { xml: undefined, formulasChanged: false };
  const data = rows?.xml ?? text.xml.slice(text.start, text.end);
  if (!frameChanged || !document) return { xml: text.xml.slice(0, text.start) + data + text.xml.slice(text.end), formulasChanged: rows?.formulasChanged ?? false };
  const frame = locateSheetData(serializeXml(document), part);
  return { xml: frame.xml.slice(0, frame.start) + data + frame.xml.slice(frame.end), formulasChanged: rows?.formulasChanged ?? false };
}
