import type { Document, Element } from '@xmldom/xmldom';
import type { Aspect, Book, Chart, Sheet } from '../../model/book';
import type { ChartSource } from '../charts/chartRead';
import { renameInCharts } from '../charts/chartRename';
import { patchCharts } from '../charts/chartWrite';
import { addContentType, CONTENT_TYPE, removeContentTypes } from '../package/contentTypes';
import type { Package } from '../package/package';
import { addRelationship, reachableParts, relationshipsOf, relationshipsPath, removeRelationships } from '../package/relationships';
import { ensureChild, rootOf, serializeXml, setAttributes } from '../package/xml';
import { writeZip } from '../package/zip';
import type { SheetSource } from '../sheet/sheetRead';
import { patchTableHeaders } from '../sheet/tables';
import { patchSheet, sheetTouched, type SheetWriterTools } from '../sheet/sheetWrite';
import { StyleWriter } from '../styles/styleWrite';
import { patchNames, WORKBOOK_ORDER } from './names';
import { SharedStringsWriter } from './sharedStrings';
import { patchSheetList } from './sheetList';
import { BLANK_STYLES, BLANK_WORKSHEET } from './template';
import { blankSource, tracksOf, type BookSource } from './workbookRead';

const ASPECTS: readonly Aspect[] = ['cells', 'columns', 'rows', 'view', 'conditionalFormats', 'validations', 'page', 'charts', 'tab', 'filter'];

/** One save: the copy of the package that is being patched and what its parts share. */
interface Save {
  readonly pack: Package;
  readonly book: Book;
  readonly source: BookSource;
  readonly styles: StyleWriter;
  readonly strings: SharedStringsWriter;
  readonly activeChanged: boolean;
  formulasChanged: boolean;
}

/** A package without a style sheet gets the blank one, as any format needs it. */
function ensureStyles(pack: Package, source: BookSource): string {
  if (source.stylesPart !== undefined) return source.stylesPart;
  const path = `${source.workbookPart.slice(0, source.workbookPart.lastIndexOf('/') + 1)}styles.xml`;
  pack.write(path, BLANK_STYLES);
  addRelationship(pack, source.workbookPart, 'styles', path);
  addContentType(pack, path, CONTENT_TYPE.styles);
  return path;
}

/** A sheet that is new to the file, seen as changed all over. */
function asAllChanged(sheet: Sheet): Sheet {
  return { ...sheet, changed: new Set(ASPECTS), changedCells: new Set(sheet.cells.keys()) };
}

function addSheetPart(save: Save): { source: SheetSource; relationship: string } {
  const { pack, source } = save;
  const path = pack.freePath(`${source.workbookPart.slice(0, source.workbookPart.lastIndexOf('/') + 1)}worksheets/sheet`);
  pack.write(path, BLANK_WORKSHEET);
  addContentType(pack, path, CONTENT_TYPE.worksheet);
  return { source: blankSource(BLANK_WORKSHEET, path, source.tables), relationship: addRelationship(pack, source.workbookPart, 'worksheet', path) };
}

function writeSheet(save: Save, sheet: Sheet, source: SheetSource): void {
  const { pack, book, styles, strings } = save;
  const tools: SheetWriterTools = {
    styles: save.source.tables.styles,
    styleIndex: (style) => styles.indexOf(style),
    dxfIndex: (look) => styles.dxfIndex(look),
    textIndex: (text) => strings.indexOf(text),
    selected: save.activeChanged ? book.sheets[book.activeSheet]?.id === sheet.id : undefined,
    patchDrawing: (worksheet) => {
      if (!sheet.changed.has('charts')) return;
      const known = save.source.charts.get(sheet.id) ?? new Map<Chart, ChartSource>();
      patchCharts(worksheet, source.part, sheet, { pack, book, known, tracks: tracksOf(sheet, book), font: book.defaultFont.name });
    },
  };
  const { xml, formulasChanged } = patchSheet(sheet, source, tools);
  if (xml !== undefined) pack.write(source.part, xml);
  patchTableHeaders(pack, source.part, sheet);
  save.formulasChanged ||= formulasChanged;
}

/** Writes all sheets; gives the relationship ids of new ones. */
function writeSheets(save: Save): Map<string, string> {
  const added = new Map<string, string>();
  for (const sheet of save.book.sheets) {
    const known = save.source.sheets.get(sheet.id);
    if (known && !sheetTouched(sheet) && !save.activeChanged) continue;
    if (known) writeSheet(save, sheet, known);
    else {
      const { source, relationship } = addSheetPart(save);
      added.set(sheet.id, relationship);
      writeSheet(save, asAllChanged(sheet), source);
    }
  }
  return added;
}

/** Excel works out anew what another program calculated, and rebuilds a calculation chain that is missing. */
function patchCalculation(save: Save, workbook: Element, sheetsGone: boolean): void {
  const cellsChanged = save.book.sheets.some((sheet) => sheet.changedCells.size > 0);
  if (cellsChanged || save.formulasChanged) setAttributes(ensureChild(workbook, 'calcPr', WORKBOOK_ORDER), { fullCalcOnLoad: 1 });
  if (!save.formulasChanged && !sheetsGone) return;
  const chains = relationshipsOf(save.pack, save.source.workbookPart).filter(({ kind }) => kind === 'calcChain');
  removeRelationships(save.pack, save.source.workbookPart, new Set(chains.map(({ id }) => id)));
}

function writeWorkbook(save: Save, added: ReadonlyMap<string, string>): void {
  const { pack, book, source } = save;
  const document: Document = pack.document(source.workbookPart);
  const workbook = rootOf(document, source.workbookPart);
  const before = serializeXml(workbook);
  const places = patchSheetList(workbook, source.entries, book, added, save.activeChanged);
  patchNames(workbook, book, places);
  renameInCharts(pack, [...source.sheets.values()].map(({ part }) => part), places.renamed);
  const gone = source.entries.filter(({ id }) => id !== '' && !places.after.has(id));
  patchCalculation(save, workbook, gone.length > 0);
  if (serializeXml(workbook) !== before) pack.write(source.workbookPart, document);
  removeRelationships(pack, source.workbookPart, new Set(gone.map(({ relationship }) => relationship)));
}

/** Drops the parts that nothing points to any more, with their relationships and content types. */
function removeUnreachable(pack: Package, before: ReadonlySet<string>): void {
  const after = reachableParts(pack);
  const gone = new Set([...before].filter((path) => !after.has(path)));
  for (const path of gone) {
    pack.remove(path);
    pack.remove(relationshipsPath(path));
  }
  if (gone.size > 0) removeContentTypes(pack, gone);
}

/** The file with the model's changes patched in. Can be called again after further changes. */
export function writeBook(book: Book, source: BookSource): Uint8Array {
  const pack = source.pack.copy();
  const reachable = reachableParts(pack);
  const oldActive = [...source.sheets.keys()][source.activeSheet];
  const save: Save = {
    pack, book, source,
    styles: new StyleWriter(pack, ensureStyles(pack, source), source.tables.styles),
    strings: new SharedStringsWriter(pack, source.stringsPart, source.workbookPart, source.strings),
    activeChanged: book.sheets[book.activeSheet]?.id !== oldActive,
    formulasChanged: false,
  };
  writeWorkbook(save, writeSheets(save));
  save.styles.finish();
  save.strings.finish();
  removeUnreachable(pack, reachable);
  return writeZip(pack.parts());
}
