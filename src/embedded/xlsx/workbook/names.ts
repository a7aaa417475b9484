import type { Element } from '@xmldom/xmldom';
import { MAX_COLUMNS, MAX_ROWS, quoteSheet, readArea, type Area } from '../../../plan/a1';
import { tokenizeFormula } from '../../../plan/formulaText';
import type { Book, DefinedName, PageSetup, Sheet } from '../../model/book';
import { attribute, booleanAttribute, children, ensureChild, make, numberAttribute, removeAll, setAttributes } from '../package/xml';
import { absoluteA1 } from '../sheet/areas';
import { renamedReferences } from './sheetReferences';

/** Children of a workbook in the schema's order (CT_Workbook, ECMA-376 part 1, 18.2.27). */
export const WORKBOOK_ORDER = [
  'fileVersion', 'fileSharing', 'workbookPr', 'AlternateContent', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences',
  'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst',
];

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

type Printed = Pick<PageSetup, 'printArea' | 'titleRows' | 'titleColumns'>;

function definedNames(workbook: Element): Element[] {
  return children(children(workbook, 'definedNames')[0], 'definedName');
}

function areasOf(refersTo: string): Area[] {
  return tokenizeFormula(refersTo)
    .filter(({ kind }) => kind === 'reference')
    .map(({ text, prefix = '' }) => readArea(text.slice(prefix.length)))
    .filter((area) => area !== null);
}

/** A print area of several blocks has no place in the model: it reads as none and stays while it is left alone. */
function readPrinted(name: string, refersTo: string): Printed {
  const areas = areasOf(refersTo);
  if (name === PRINT_AREA) return areas.length === 1 && areas[0] ? { printArea: areas[0] } : {};
  if (name !== PRINT_TITLES) return {};
  const rows = areas.find((area) => area.columns === MAX_COLUMNS);
  const columns = areas.find((area) => area.rows === MAX_ROWS);
  return {
    ...(rows ? { titleRows: { first: rows.row, last: rows.row + rows.rows - 1 } } : {}),
    ...(columns ? { titleColumns: { first: columns.column, last: columns.column + columns.columns - 1 } } : {}),
  };
}

function writePrinted(name: string, sheet: Sheet): string | undefined {
  const { printArea, titleRows, titleColumns } = sheet.page;
  const prefix = `${quoteSheet(sheet.name)}!`;
  if (name === PRINT_AREA) return printArea && prefix + absoluteA1(printArea);
  const columns = titleColumns && absoluteA1({ row: 0, rows: MAX_ROWS, column: titleColumns.first, columns: titleColumns.last - titleColumns.first + 1 });
  const rows = titleRows && absoluteA1({ row: titleRows.first, rows: titleRows.last - titleRows.first + 1, column: 0, columns: MAX_COLUMNS });
  return [columns, rows].filter((part) => part !== undefined).map((part) => prefix + part).join(',') || undefined;
}

/** The names that people see, and what print areas and titles say. `sheetIds` are the ids in file order, "" for what is no worksheet. */
export function readNames(workbook: Element, sheetIds: readonly string[]): { names: DefinedName[]; printed: Map<string, Printed> } {
  const names: DefinedName[] = [];
  const printed = new Map<string, Printed>();
  for (const element of definedNames(workbook)) {
    const name = attribute(element, 'name') ?? '';
    const local = numberAttribute(element, 'localSheetId');
    const scope = local === undefined ? undefined : sheetIds[local];
    const refersTo = element.textContent ?? '';
    if (name.startsWith('_xlnm.')) {
      if (scope) printed.set(scope, { ...printed.get(scope), ...readPrinted(name, refersTo) });
      continue;
    }
    names.push({ name, ...(scope === undefined ? {} : { scope }), refersTo, comment: attribute(element, 'comment') ?? '', visible: !booleanAttribute(element, 'hidden') });
  }
  return { names, printed };
}

/** Where sheets stood and stand. */
export interface SheetPlaces {
  /** Ids in file order, "" for what is no worksheet. */
  readonly before: readonly string[];
  /** New place of an old one; undefined where the sheet is gone. */
  readonly moved: (index: number) => number | undefined;
  readonly after: ReadonlyMap<string, number>;
  /** Old name → new name of renamed sheets. */
  readonly renamed: ReadonlyMap<string, string>;
}

const nameKey = (name: string, scope: string | undefined): string => `${scope ?? ''}|${name.toLowerCase()}`;

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** An _xlnm name of the file: print names follow the page, the others stay. */
function patchBuiltIn(element: Element, sheet: Sheet | undefined, places: SheetPlaces): void {
  const name = attribute(element, 'name') ?? '';
  const text = element.textContent ?? '';
  const isPrint = name === PRINT_AREA || name === PRINT_TITLES;
  if (isPrint && sheet?.changed.has('page')) {
    const wanted = writePrinted(name, sheet);
    const stillUnknown = wanted === undefined && Object.keys(readPrinted(name, text)).length === 0;
    if (wanted === undefined && !stillUnknown) return removeAll([element]);
    if (wanted !== undefined && JSON.stringify(readPrinted(name, wanted)) !== JSON.stringify(readPrinted(name, text))) return setText(element, wanted);
  }
  setText(element, renamedReferences(text, places.renamed));
}

function writeName(element: Element, name: DefinedName): void {
  setAttributes(element, { name: name.name, comment: name.comment === '' ? undefined : name.comment });
  if (booleanAttribute(element, 'hidden') === name.visible) setAttributes(element, { hidden: name.visible ? undefined : 1 });
  setText(element, name.refersTo);
}

function addPrintNames(list: Element, sheet: Sheet, index: number, present: ReadonlySet<string>): void {
  for (const name of [PRINT_AREA, PRINT_TITLES]) {
    const text = present.has(nameKey(name, sheet.id)) ? undefined : writePrinted(name, sheet);
    if (text !== undefined) list.appendChild(make(list, 'definedName', { name, localSheetId: index }, text));
  }
}

/** Writes names, print areas and titles, and renumbers local ones. Names keep their order; new ones come last. */
export function patchNames(workbook: Element, book: Book, places: SheetPlaces): void {
  const wanted = new Map(book.names.map((name) => [nameKey(name.name, name.scope), name]));
  const sheets = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  const list = ensureChild(workbook, 'definedNames', WORKBOOK_ORDER);
  const present = new Set<string>();
  for (const element of children(list, 'definedName')) {
    const local = numberAttribute(element, 'localSheetId');
    const index = local === undefined ? undefined : places.moved(local);
    const scope = local === undefined ? undefined : places.before[local];
    const key = nameKey(attribute(element, 'name') ?? '', scope);
    const builtIn = attribute(element, 'name')?.startsWith('_xlnm.') ?? false;
    const name = wanted.get(key);
    if ((local !== undefined && index === undefined) || (!builtIn && !name)) {
      removeAll([element]);
      continue;
    }
    present.add(key);
    setAttributes(element, { localSheetId: index });
    if (name) writeName(element, name);
    else patchBuiltIn(element, sheets.get(scope ?? ''), places);
  }
  for (const [key, name] of wanted) {
    if (present.has(key)) continue;
    const element = make(list, 'definedName', { name: name.name, localSheetId: name.scope === undefined ? undefined : places.after.get(name.scope) });
    writeName(element, name);
    list.appendChild(element);
  }
  for (const sheet of book.sheets) addPrintNames(list, sheet, places.after.get(sheet.id) ?? 0, present);
  if (children(list).length === 0) removeAll([list]);
}
