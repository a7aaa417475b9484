import { areaA1, cellA1, quoteSheet } from '../plan/a1';
import type { CellContent } from '../plan/snapshot';
import type { CellInput, CellStyle, PlanAction } from '../plan/workbookPlan';
import { ANCHORS, freeSheetName, type AnchorKey } from './names';
import { normalizeLabel } from '../domain/labels';
import type { Grid } from './grid';
import type { PlanBuilder } from './planBuilder';
import { STYLES } from './palette';

/**
 * A sheet that is a list: a title, a few settings, one header row, one line a record. It is read by
 * its headers, so that people may move columns and later versions may add some.
 */
export interface ColumnSpec<K extends string = string> {
  readonly key: K;
  readonly header: string;
  readonly points: number;
  /** "@" keeps what is typed as text. */
  readonly format?: string;
  readonly style?: CellStyle;
  /** The column is filled by the add-in or a formula; people read it. */
  readonly derived?: boolean;
  readonly choices?: readonly string[];
}

/** What a list is read by. */
export interface RecordHeadings<K extends string = string> {
  readonly columns: readonly Pick<ColumnSpec<K>, 'key' | 'header'>[];
  /** Columns that must be there for the header row to be recognised. */
  readonly required: readonly K[];
}

export interface RecordSheetSpec<K extends string = string> extends RecordHeadings<K> {
  readonly title: string;
  readonly notes: readonly string[];
  readonly headerRow: number;
  readonly columns: readonly ColumnSpec<K>[];
  readonly freezeColumns: number;
  readonly paper: 'A4' | 'A3';
  /** Rows prepared with formats and drop-downs beyond the records. */
  readonly spareRows: number;
  /** The sheet prints as far as it is used, not only the records it was laid out with: people fill prepared rows, or lines are added for years. */
  readonly printsAll?: boolean;
  /** Only the first columns are printed; all where it is missing. */
  readonly printColumns?: number;
  /** Height of the records in points where their texts need more than one line; a person's own texts grow by themselves. */
  readonly lineHeight?: number;
}

/** Where the columns of a list are, as read or as about to be laid out. */
export interface RecordPlace<K extends string = string> {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<K, number>;
}

/** One line of a list. */
export interface RecordLine<K extends string = string> {
  readonly row: number;
  readonly value: (key: K) => CellContent;
  readonly text: (key: K) => string;
  /** "B7" of a column, for messages. */
  readonly cell: (key: K) => string;
}

export interface RecordTable<K extends string = string> extends RecordPlace<K> {
  readonly grid: Grid;
  readonly lines: readonly RecordLine<K>[];
}

const SEARCHED_ROWS = 40;

/** Reads a list; `hint` is the row its anchor name points at. null: no header row is to be found. */
export function readRecordTable<K extends string>(grid: Grid, spec: RecordHeadings<K>, hint: number | null): RecordTable<K> | null {
  const rows = [...(hint === null ? [] : [hint]), ...Array.from({ length: Math.min(grid.endRow, SEARCHED_ROWS) }, (_, row) => row)];
  for (const headerRow of rows) {
    const columns = matchHeaders(grid, spec, headerRow);
    if (columns) return { grid, sheet: grid.name, headerRow, columns, lines: linesOf(grid, headerRow, columns) };
  }
  return null;
}

/** Required headings that no row has, and the row that has most of them. */
export interface MissingHeadings {
  readonly row: number;
  readonly headings: readonly string[];
}

/** null where the sheet does not look like this list at all. A list that lost a heading must not be taken for one that is missing. */
export function missingHeadings<K extends string>(grid: Grid, spec: RecordHeadings<K>): MissingHeadings | null {
  const required = spec.columns.filter((column) => spec.required.includes(column.key));
  let fewest: MissingHeadings | null = null;
  for (let row = 0; row < Math.min(grid.endRow, SEARCHED_ROWS); row++) {
    const labels = new Set(Array.from({ length: grid.endColumn }, (_, column) => normalizeLabel(grid.text(row, column))));
    const missing = required.filter((column) => !labels.has(normalizeLabel(column.header))).map((column) => column.header);
    if (missing.length * 2 <= required.length && (fewest === null || missing.length < fewest.headings.length)) fewest = { row, headings: missing };
  }
  return fewest;
}

function matchHeaders<K extends string>(grid: Grid, spec: RecordHeadings<K>, row: number): ReadonlyMap<K, number> | null {
  const found = new Map<K, number>();
  for (let column = 0; column < grid.endColumn; column++) {
    const label = normalizeLabel(grid.text(row, column));
    const match = label === '' ? undefined : spec.columns.find((one) => normalizeLabel(one.header) === label);
    if (match && !found.has(match.key)) found.set(match.key, column);
  }
  return spec.required.every((key) => found.has(key)) ? found : null;
}

function linesOf<K extends string>(grid: Grid, headerRow: number, columns: ReadonlyMap<K, number>): RecordLine<K>[] {
  const lines: RecordLine<K>[] = [];
  for (let row = headerRow + 1; row < grid.endRow; row++) {
    if ([...columns.values()].every((column) => grid.isEmpty(row, column))) continue;
    const at = (key: K): number | undefined => columns.get(key);
    lines.push({
      row,
      value: (key) => valueAt(grid, row, at(key)),
      text: (key) => String(valueAt(grid, row, at(key))).trim(),
      cell: (key) => cellA1(row, at(key) ?? 0),
    });
  }
  return lines;
}

const valueAt = (grid: Grid, row: number, column: number | undefined): CellContent => (column === undefined ? '' : grid.value(row, column));

/** The place a new list of this kind takes on a sheet of its own. */
export function plannedPlace<K extends string>(sheet: string, spec: RecordSheetSpec<K>): RecordPlace<K> {
  return { sheet, headerRow: spec.headerRow, columns: new Map(spec.columns.map((column, index) => [column.key, index])) };
}

/** The name by which a list is found again, over its headings. */
export function anchorAction<K extends string>(key: AnchorKey, { sheet, headerRow, columns }: RecordPlace<K>): PlanAction {
  const anchor = ANCHORS[key];
  const places = [...columns.values()];
  const left = Math.min(...places);
  return { kind: 'defineName', name: anchor.name, sheet, area: { row: headerRow, column: left, rows: 1, columns: Math.max(...places) - left + 1 }, comment: `シート「${anchor.sheet}」の見出し` };
}

/** Rows of a list that look-ups of other sheets reach; far beyond what a branch has. */
const LOOKUP_ROWS = 200;

/** A column of a list as an absolute range with its sheet, for formulas of other sheets; null where the column is not there. */
export function columnRange<K extends string>(place: RecordPlace<K>, key: K): string | null {
  const column = place.columns.get(key);
  return column === undefined ? null : `${quoteSheet(place.sheet)}!${areaA1({ row: place.headerRow + 1, column, rows: LOOKUP_ROWS, columns: 1 }, true)}`;
}

/** Formats, looks and drop-downs of lines that records stand in, or will. `joins`: below lines that are there, whose lower border stays theirs. */
export function prepareLines<K extends string>(builder: PlanBuilder, { sheet, columns }: RecordPlace<K>, spec: RecordSheetSpec<K>, row: number, rows: number, joins = true): void {
  if (rows === 0) return;
  const places = [...columns.values()];
  const left = Math.min(...places);
  builder.add({ kind: 'style', sheet, area: { row, column: left, rows, columns: Math.max(...places) - left + 1 }, style: { ...STYLES.base, ...STYLES.body, ...(joins ? { borders: { ...STYLES.body.borders, joinsAbove: true } } : {}) } });
  if (spec.lineHeight !== undefined) builder.add({ kind: 'rowHeight', sheet, row, rows, points: spec.lineHeight });
  for (const column of spec.columns) {
    const at = columns.get(column.key);
    if (at === undefined) continue;
    const area = { row, column: at, rows, columns: 1 };
    if (column.format !== undefined) builder.add({ kind: 'numberFormat', sheet, area, format: column.format });
    const style = { ...(column.derived ? STYLES.derived : {}), ...column.style };
    if (Object.keys(style).length > 0) builder.add({ kind: 'style', sheet, area, style });
    if (column.choices) {
      builder.add({ kind: 'listValidation', sheet, area, choices: column.choices, message: `${column.header}は、${column.choices.join('、')} から選んでください。` });
    }
  }
}

/** Row of the last line of a list; of its headings where it has none. */
export const lastRow = <K extends string>({ headerRow, lines }: RecordTable<K>): number => Math.max(headerRow, ...lines.map((line) => line.row));

/** A list that the add-in keeps: laid out when it is first wanted. Gives its place and the row below its last line; `taken` are the sheets there are. */
export function openList<K extends string>(
  builder: PlanBuilder, key: AnchorKey, spec: RecordSheetSpec<K>, found: RecordTable<K> | null, taken: readonly { readonly name: string }[],
): { readonly place: RecordPlace<K>; readonly next: number } {
  if (found) return { place: found, next: lastRow(found) + 1 };
  const place = plannedPlace(freeSheetName(ANCHORS[key].sheet, taken), spec);
  builder.add({ kind: 'addSheet', sheet: place.sheet });
  layoutRecordSheet(builder, place.sheet, spec, []);
  builder.add(anchorAction(key, place));
  return { place, next: place.headerRow + 1 };
}

/** Formula of a cell of a list, found by the ID in another column; "" where it is empty or the ID is not there. null: a column is missing. */
export function lookUpFormula<K extends string>(place: RecordPlace<K>, key: K, idKey: K, id: string): string | null {
  const [range, ids] = [columnRange(place, key), columnRange(place, idKey)];
  if (range === null || ids === null) return null;
  const found = `INDEX(${range},MATCH(${id},${ids},0))`;
  return `=IFERROR(IF(${found}="","",${found}),"")`;
}

/** Sheet and page below every page of a list. */
export const LIST_FOOT = { footerCenter: '&A　&P / &N' } as const;

/**
 * Lays out a new list: title, notes, header, records and the prepared rows below.
 * `records` are contents by column key; a key that is missing leaves the cell empty.
 */
export function layoutRecordSheet<K extends string>(
  builder: PlanBuilder, sheet: string, spec: RecordSheetSpec<K>, records: readonly RecordContents<K>[],
): void {
  const { headerRow, columns } = spec;
  const width = columns.length;
  const bodyRows = records.length + spec.spareRows;
  const whole = { row: 0, column: 0, rows: headerRow + 1 + bodyRows, columns: width };
  builder.add(
    { kind: 'gridlines', sheet, visible: false },
    { kind: 'style', sheet, area: whole, style: STYLES.base },
    { kind: 'style', sheet, area: { row: 0, column: 0, rows: 1, columns: 1 }, style: STYLES.title },
    { kind: 'rowHeight', sheet, row: 0, rows: 1, points: 26 },
    { kind: 'style', sheet, area: { row: 1, column: 0, rows: spec.notes.length, columns: 1 }, style: STYLES.note },
    { kind: 'style', sheet, area: { row: headerRow, column: 0, rows: 1, columns: width }, style: STYLES.header },
    { kind: 'rowHeight', sheet, row: headerRow, rows: 1, points: 32 },
    { kind: 'freeze', sheet, rows: headerRow + 1, columns: spec.freezeColumns },
    {
      kind: 'pageSetup', sheet,
      setup: {
        orientation: 'Landscape', paper: spec.paper, pagesWide: 1,
        ...(spec.printsAll ? {} : { printArea: { row: 0, column: 0, rows: headerRow + 1 + records.length, columns: spec.printColumns ?? width } }),
        titleRows: { first: headerRow, last: headerRow }, ...LIST_FOOT,
      },
    },
  );
  builder.put(sheet, 0, 0, spec.title);
  spec.notes.forEach((note, index) => builder.put(sheet, 1 + index, 0, note));
  columns.forEach((column, index) => {
    builder.put(sheet, headerRow, index, column.header);
    builder.add({ kind: 'columnWidth', sheet, column: index, columns: 1, points: column.points });
  });
  const place = plannedPlace(sheet, spec);
  prepareLines(builder, place, spec, headerRow + 1, bodyRows, false);
  putRecords(builder, spec, place, headerRow + 1, records);
}

/** Contents of a line by column key. */
export type RecordContents<K extends string> = Partial<Record<K, CellInput>>;

/** Writes lines into a list that was laid out before, from a row on, looking as its others do. */
export function addLines<K extends string>(builder: PlanBuilder, spec: RecordSheetSpec<K>, place: RecordPlace<K>, row: number, records: readonly RecordContents<K>[]): void {
  prepareLines(builder, place, spec, row, records.length);
  putRecords(builder, spec, place, row, records);
}

function putRecords<K extends string>(builder: PlanBuilder, { columns }: RecordSheetSpec<K>, place: RecordPlace<K>, row: number, records: readonly RecordContents<K>[]): void {
  records.forEach((record, line) => {
    for (const { key } of columns) {
      const at = place.columns.get(key);
      const content = record[key];
      if (at !== undefined && content !== undefined && content !== null && content !== '') builder.put(place.sheet, row + line, at, content);
    }
  });
}
