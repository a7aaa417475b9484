import type { Element } from '@xmldom/xmldom';
import { sheetIdText } from '../../model/blankSheet';
import type { Book, Sheet } from '../../model/book';
import { columnTracks, digitWidth, rowTracks } from '../../model/geometry';
import { readCharts, type KnownCharts } from '../charts/chartRead';
import type { SheetTracks } from '../charts/anchors';
import { FileFault, type FileFaultCode } from '../fault';
import { contentTypeOf } from '../package/contentTypes';
import { Package } from '../package/package';
import { relationshipsOf, type Relationship } from '../package/relationships';
import { attribute, child, children, numberAttribute, refuseEntities, rootOf } from '../package/xml';
import { readZip } from '../package/zip';
import { readSheet, type SharedTables, type SheetSource } from '../sheet/sheetRead';
import { readTheme } from '../styles/colors';
import { StyleTable } from '../styles/styleRead';
import { readNames } from './names';
import { SharedStrings } from './sharedStrings';
import { activeTab, readDate1904, readState, readStructureLock, relationshipId, sheetElements, type SheetEntry } from './sheetList';

/** Everything a save needs to know of the file as it was read. */
export interface BookSource {
  readonly bytes: Uint8Array;
  readonly pack: Package;
  readonly workbookPart: string;
  readonly stylesPart: string | undefined;
  readonly stringsPart: string | undefined;
  readonly strings: SharedStrings;
  readonly tables: SharedTables;
  readonly entries: readonly SheetEntry[];
  readonly sheets: ReadonlyMap<string, SheetSource>;
  readonly charts: ReadonlyMap<string, KnownCharts>;
  readonly activeSheet: number;
}

const STRICT = 'http://purl.oclc.org/ooxml/';

/** @throws FileFault strict, isOds, isXlsb, isTemplate, notWorkbook, damaged */
function workbookPart(pack: Package): string {
  const main = relationshipsOf(pack, '').find(({ kind }) => kind === 'officeDocument');
  if (!main) throw new FileFault(isOpenDocumentSheet(pack) ? 'isOds' : 'notWorkbook', 'the package has no main document');
  if (main.type.startsWith(STRICT)) throw new FileFault('strict', 'a Strict Open XML document');
  if (!pack.has(main.target)) throw new FileFault('damaged', `the part ${main.target} is missing`, main.target);
  const kind = kindOf(contentTypeOf(pack, main.target));
  if (kind !== null) throw new FileFault(kind, `the main document is of another type`, main.target);
  if (!main.target.endsWith('.xml')) throw new FileFault('notWorkbook', `the main document ${main.target} is not XML`, main.target);
  return main.target;
}

/** The first entry of such a package (OpenDocument 1.3 part 2, 3.3). */
const isOpenDocumentSheet = (pack: Package): boolean => pack.has('mimetype') && pack.text('mimetype').startsWith('application/vnd.oasis.opendocument.spreadsheet');

/** What the type of a main document says against opening it; null: nothing. Saved as a workbook, a template would be a file that Excel refuses. */
function kindOf(type: string | undefined): FileFaultCode | null {
  if (type === undefined) return null;
  if (/sheet\.binary/i.test(type)) return 'isXlsb';
  if (/template|addin/i.test(type)) return 'isTemplate';
  return /wordprocessingml|presentationml|ms-word|ms-powerpoint|visio/i.test(type) ? 'notWorkbook' : null;
}

function workbookRoot(pack: Package, part: string): Element {
  const root = rootOf(pack.document(part), part);
  if (root.namespaceURI?.startsWith(STRICT)) throw new FileFault('strict', 'a Strict Open XML workbook', part);
  if (root.localName !== 'workbook') throw new FileFault('notWorkbook', `the main document is a <${root.localName}>`, part);
  if (!pack.has('[Content_Types].xml')) throw new FileFault('damaged', 'the content types are missing', '[Content_Types].xml');
  return root;
}

function partOf(pack: Package, relationships: readonly Relationship[], kind: string): string | undefined {
  const target = relationships.find((one) => one.kind === kind && !one.external)?.target;
  return target !== undefined && pack.has(target) ? target : undefined;
}

function readTables(pack: Package, relationships: readonly Relationship[], strings: SharedStrings, stylesPart: string | undefined): SharedTables {
  const themePart = partOf(pack, relationships, 'theme');
  const theme = readTheme(themePart === undefined ? undefined : rootOf(pack.document(themePart), themePart));
  const root = stylesPart === undefined ? undefined : rootOf(pack.document(stylesPart), stylesPart);
  return { texts: strings.texts, styles: new StyleTable(root, theme), dxfs: children(child(root, 'dxfs'), 'dxf') };
}

export function tracksOf(sheet: Sheet, book: Pick<Book, 'defaultFont'>): SheetTracks {
  return { columns: columnTracks(sheet, digitWidth(book.defaultFont)), rows: rowTracks(sheet) };
}

interface ReadSheets { readonly entries: SheetEntry[]; readonly sheets: Sheet[]; readonly sources: Map<string, SheetSource> }

function readSheets(pack: Package, workbook: Element, relationships: readonly Relationship[], tables: SharedTables): ReadSheets {
  const read: ReadSheets = { entries: [], sheets: [], sources: new Map() };
  const targets = new Map(relationships.map((one) => [one.id, one]));
  const names = new Set<string>();
  for (const element of sheetElements(workbook)) {
    const relationship = relationshipId(element);
    const target = targets.get(relationship);
    // A part belongs to one sheet: a list of many sheets of one part would take any memory.
    targets.delete(relationship);
    const name = attribute(element, 'name') ?? '';
    if (names.has(name.toLowerCase())) throw new FileFault('damaged', `there are two sheets ${name}`, name);
    names.add(name.toLowerCase());
    if (!target) throw new FileFault('damaged', `the sheet ${name} has no part`, name);
    const isWorksheet = target.kind === 'worksheet';
    const id = isWorksheet ? sheetIdText(numberAttribute(element, 'sheetId') ?? 0) : '';
    read.entries.push({ element, id, name, relationship });
    if (!isWorksheet) continue;
    const { sheet, source } = readSheet(pack.text(target.target), target.target, id, name, tables);
    sheet.visibility = readState(element);
    read.sheets.push(sheet);
    read.sources.set(id, source);
  }
  if (read.sheets.length === 0) throw new FileFault('noSheets', 'the workbook has no worksheet');
  return read;
}

function readChartsOfSheets(pack: Package, { sheets, sources }: ReadSheets, defaultFont: Book['defaultFont']): Map<string, KnownCharts> {
  return new Map(sheets.map((sheet) => {
    const charts = readCharts(pack, sources.get(sheet.id)?.part ?? '', tracksOf(sheet, { defaultFont }));
    sheet.charts = [...charts.keys()];
    return [sheet.id, charts];
  }));
}

function textWithoutEntities(pack: Package, part: string): string {
  const text = pack.text(part);
  refuseEntities(text, part);
  return text;
}

/** Reads a workbook file into the model. @throws FileFault */
export function readBook(bytes: Uint8Array, fileName: string): { book: Book; source: BookSource } {
  const pack = new Package(readZip(bytes));
  const part = workbookPart(pack);
  const workbook = workbookRoot(pack, part);
  const relationships = relationshipsOf(pack, part);
  const stringsPart = partOf(pack, relationships, 'sharedStrings');
  const stylesPart = partOf(pack, relationships, 'styles');
  const strings = new SharedStrings(stringsPart === undefined ? '' : textWithoutEntities(pack, stringsPart));
  const tables = readTables(pack, relationships, strings, stylesPart);
  const read = readSheets(pack, workbook, relationships, tables);
  const defaultFont = tables.styles.defaultFont();
  const charts = readChartsOfSheets(pack, read, defaultFont);
  const { names, printed } = readNames(workbook, read.entries.map(({ id }) => id));
  for (const sheet of read.sheets) Object.assign(sheet.page, printed.get(sheet.id));
  const activeId = read.entries[activeTab(workbook)]?.id ?? '';
  const activeSheet = Math.max(0, read.sheets.findIndex(({ id }) => id === activeId));
  const book: Book = {
    name: fileName, readOnly: false, sheets: read.sheets, names, defaultFont, defaultStyle: tables.styles.style(0), activeSheet,
    namesChanged: false, sheetsChanged: false, ...(readDate1904(workbook) ? { date1904: true } : {}), ...(readStructureLock(workbook) ? { structureProtected: true } : {}),
  };
  const source: BookSource = { bytes, pack, workbookPart: part, stylesPart, stringsPart, strings, tables, entries: read.entries, sheets: read.sources, charts, activeSheet };
  return { book, source };
}

/** The source of a sheet that the file does not have yet: a blank worksheet, to be patched as any other. */
export function blankSource(xml: string, part: string, tables: SharedTables): SheetSource {
  return readSheet(xml, part, '', '', tables).source;
}
