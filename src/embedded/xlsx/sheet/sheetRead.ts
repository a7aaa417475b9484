import type { Element } from '@xmldom/xmldom';
import { readArea } from '../../../plan/a1';
import { cellKey, type Sheet } from '../../model/book';
import { blankSheet } from '../../model/blankSheet';
import { attribute, booleanAttribute, child, children, numberAttribute, parseXml, rootOf } from '../package/xml';
import type { StyleTable } from '../styles/styleRead';
import { CellReader, readModelCell } from './cellRead';
import { readColumns } from './columns';
import { readConditionalFormats, type KnownRules } from './conditionalFormats';
import { readPage } from './pageSetup';
import { readRowLook } from './rowLook';
import { cellsOf, locateSheetData, rowAttributes, type SheetText } from './sheetText';
import { readValidations, type KnownValidations } from './validations';
import { readFreeze, readGridlines, readTabColor } from './views';

/** What a worksheet part was read from; a save patches this. */
export interface SheetSource {
  readonly part: string;
  readonly text: SheetText;
  readonly reader: CellReader;
  readonly rules: KnownRules;
  readonly validations: KnownValidations;
}

/** Tables that all sheets share. */
export interface SharedTables {
  readonly texts: readonly string[];
  readonly styles: StyleTable;
  readonly dxfs: readonly Element[];
}

/** The worksheet element without its cells, as a fresh tree. */
export function parseFrame(text: SheetText, part: string): Element {
  const xml = `${text.xml.slice(0, text.start)}<${text.prefix}sheetData/>${text.xml.slice(text.end)}`;
  return rootOf(parseXml(xml, part), part);
}

function readFormat(sheet: Sheet, worksheet: Element): void {
  const format = child(worksheet, 'sheetFormatPr');
  // Without a width Excel gives eight characters and rounds the cell up to eight pixels: about one character more.
  sheet.defaultColumnWidth = numberAttribute(format, 'defaultColWidth') ?? (numberAttribute(format, 'baseColWidth') ?? 8) + 1;
  sheet.defaultRowHeight = numberAttribute(format, 'defaultRowHeight') ?? 15;
}

function readCells(sheet: Sheet, source: SheetSource, styles: StyleTable): void {
  for (const span of source.text.rows) {
    const look = readRowLook(rowAttributes(source.text, span), styles);
    if (look) sheet.rows.set(span.row, look);
    for (const raw of cellsOf(source.text, span)) {
      const cell = readModelCell(source.reader, styles, raw);
      if (cell) sheet.cells.set(cellKey(raw.row, raw.column), cell);
    }
  }
}

export function readMerges(worksheet: Element): Sheet['merges'] {
  return children(child(worksheet, 'mergeCells'), 'mergeCell').map((merge) => readArea(attribute(merge, 'ref') ?? '')).filter((area) => area !== null);
}

/** The sheet's own AutoFilter (ECMA-376 part 1, 18.3.1.2); those of tables are the tables'. */
export function readAutoFilter(worksheet: Element): Sheet['autoFilter'] {
  return readArea(attribute(child(worksheet, 'autoFilter'), 'ref') ?? '') ?? undefined;
}

export function readProtected(worksheet: Element): boolean {
  return booleanAttribute(child(worksheet, 'sheetProtection'), 'sheet');
}

/** Reads a worksheet part. @throws FileFault damaged */
export function readSheet(xml: string, part: string, id: string, name: string, tables: SharedTables): { sheet: Sheet; source: SheetSource } {
  const text = locateSheetData(xml, part);
  const worksheet = parseFrame(text, part);
  const { styles, dxfs } = tables;
  const source: SheetSource = {
    part,
    text,
    reader: new CellReader(text.prefix, tables.texts),
    rules: readConditionalFormats(worksheet, dxfs, styles.theme),
    validations: readValidations(worksheet),
  };
  const sheet: Sheet = {
    ...blankSheet(id, name),
    columns: readColumns(worksheet, styles),
    tabColor: readTabColor(worksheet, styles.theme),
    merges: readMerges(worksheet),
    freeze: readFreeze(worksheet),
    gridlines: readGridlines(worksheet),
    conditionalFormats: [...source.rules.keys()],
    validations: [...source.validations.keys()],
    page: readPage(worksheet),
    autoFilter: readAutoFilter(worksheet),
    protected: readProtected(worksheet),
  };
  readFormat(sheet, worksheet);
  readCells(sheet, source, styles);
  return { sheet, source };
}
