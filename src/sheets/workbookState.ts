import type { Figures } from '../domain/actual';
import { buildCatalog, type Catalog } from '../domain/catalog';
import type { Definitions } from '../domain/definitions';
import { readFiscalYear } from '../domain/fiscalYear';
import { normalizeLabel } from '../domain/labels';
import { cellA1 } from '../plan/a1';
import type { WorkbookSnapshot } from '../plan/snapshot';
import { readSheetArea } from '../plan/sheetReference';
import type { CellProblem } from './cellReading';
import { findCopies, type SheetCopies } from './copies';
import { kpiFaults, planFaults, tableFaults } from './definitionFaults';
import { Grid } from './grid';
import { INDICATOR_HEADINGS, type IndicatorSheetKey } from './indicatorSheet';
import { KPI_SHEET, readKpiSheet, type KpiSheetContent, type KpiSheetKey } from './kpiSheet';
import { locateTables } from './locate';
import { ANCHORS, completeStems, foldName, HISTORY_KEYS, isGroupSheet, isWorkingName, type AnchorKey, type NameStems } from './names';
import { outputSheets } from './outputs';
import { OVERWRITTEN_SHEET, readOverwritten, type OverwrittenContent, type OverwrittenKey } from './overwrittenSheet';
import { PLAN_SHEET, readPlanSheet, type PlanSheetContent, type PlanSheetKey } from './planSheet';
import { missingHeadings, readRecordTable, type MissingHeadings, type RecordHeadings, type RecordTable } from './recordTable';
import { findMonthHeaders } from '../domain/recognition/monthHeader';
import { viewOf } from './blockPlace';
import { readRestoreRecord, withoutRestoreSheets, type RestoreRecord } from './restore/restoreRecord';
import { findSetting } from './settings';
import { readFigures, type TableMap } from './tableMap';
import { readTableSheet, TABLE_SHEET, yearCell, type TableSheetContent, type TableSheetKey } from './tableSheet';
import { readYearlySheet, YEARLY_SHEET, type YearlySheetContent, type YearlySheetKey } from './yearlySheet';

/** A list of ours as found, with what it says. */
export interface FoundList<K extends string, C> {
  readonly table: RecordTable<K>;
  readonly content: C;
}

/** Everything the jobs know of a workbook, worked out of a snapshot without Excel. */
export interface WorkbookState {
  readonly snapshot: WorkbookSnapshot;
  readonly grids: ReadonlyMap<string, Grid>;
  readonly lists: {
    readonly tables: FoundList<TableSheetKey, TableSheetContent> | null;
    readonly kpis: FoundList<KpiSheetKey, KpiSheetContent> | null;
    readonly yearly: FoundList<YearlySheetKey, YearlySheetContent> | null;
    readonly planRows: FoundList<PlanSheetKey, PlanSheetContent> | null;
    /** Read by the jobs that use it, which tell what is wrong there. A workbook of an earlier version has none, and lacks nothing. */
    readonly indicators: Pick<FoundList<IndicatorSheetKey, never>, 'table'> | null;
    readonly overwritten: FoundList<OverwrittenKey, OverwrittenContent> | null;
  };
  /** Of the workbook; null: it does not say. */
  readonly fiscalYear: number | null;
  readonly branch: string;
  /** The workbook's own definitions; where a list is missing, the standard ones. */
  readonly definitions: Definitions;
  readonly stems: NameStems;
  readonly catalog: Catalog;
  readonly map: TableMap;
  readonly figures: Figures;
  /** Lists of ours that lost a heading, in words: nothing may be written while one cannot be read. */
  readonly damaged: readonly string[];
  /** What the add-in can take back; `whole` has the sheets of it too, the snapshot has not. */
  readonly restore: RestoreRecord;
  readonly whole: WorkbookSnapshot;
  /** Definition cells that could not be used. */
  readonly problems: readonly CellProblem[];
}

const HISTORY_ANCHORS = HISTORY_KEYS.map((key) => ANCHORS[key]);
/** Where what was evaluated before usually is. */
export const HISTORY_SHEETS: readonly string[] = HISTORY_ANCHORS.map((anchor) => anchor.sheet);
/** Sheets to read at once: where our lists usually are. */
export const USUAL_SHEETS: readonly string[] = Object.values(ANCHORS).map((anchor) => anchor.sheet).filter((sheet) => !HISTORY_SHEETS.includes(sheet));

/** The sheets that the names of the history point at, whatever they are called now. */
export function historySheets(snapshot: WorkbookSnapshot): ReadonlySet<string> {
  const wanted = new Set(HISTORY_ANCHORS.map((anchor) => foldName(anchor.name)));
  return new Set(snapshot.names.filter((name) => wanted.has(foldName(name.name))).flatMap((name) => readSheetArea(name.refersTo)?.sheet ?? []));
}

/**
 * Sheets still to be read, once names and sheets are known: those our names point at, their copies, and those that
 * bear a group's name, of whatever year. A workbook of a single sheet is read whole, to know whether it is empty. What was evaluated before only `withHistory`.
 */
export function sheetsToRead(snapshot: WorkbookSnapshot, groups: readonly string[], withHistory = false): string[] {
  const history = historySheets(snapshot);
  const named = snapshot.names.filter((name) => isWorkingName(name.name)).flatMap((name) => readSheetArea(name.refersTo)?.sheet ?? []).filter((sheet) => withHistory || !history.has(sheet));
  const { copied, standIns } = findCopies(snapshot);
  const wanted = new Set([...named, ...copied, ...standIns].map((sheet) => sheet.toLowerCase()));
  const single = snapshot.sheets.length === 1;
  const isWanted = (sheet: string): boolean => single || wanted.has(sheet.toLowerCase()) || groups.some((group) => isGroupSheet(sheet, group));
  return snapshot.sheets.filter((sheet) => sheet.used === undefined && isWanted(sheet.name)).map((sheet) => sheet.name);
}

/** Thinks a snapshot through. `standard` stands in for lists the workbook does not have; `year` where it names none. */
export function readState(whole: WorkbookSnapshot, standard: Definitions, year: number | null): WorkbookState {
  const snapshot = withoutRestoreSheets(whole);
  const grids = new Map(snapshot.sheets.filter((sheet) => sheet.used !== undefined).map((sheet) => [sheet.name, new Grid(sheet)]));
  const copies = findCopies(snapshot);
  const outputs = outputSheets(snapshot);
  const damaged: string[] = [];
  const history = historySheets(snapshot);
  const find = <K extends string>(key: AnchorKey, spec: RecordHeadings<K>): RecordTable<K> | null => {
    const { table, lost } = findList(key, spec, { snapshot, grids, copies });
    if (lost) damaged.push(lostWords(lost));
    return table;
  };
  const tableList = find('tables', TABLE_SHEET);
  const kpiList = find('kpis', KPI_SHEET);
  const yearlyList = find('yearly', YEARLY_SHEET);
  const planList = find('planRows', PLAN_SHEET);
  const indicatorList = find('indicators', INDICATOR_HEADINGS);
  const overwrittenList = find('overwritten', OVERWRITTEN_SHEET);
  const tables = tableList && { table: tableList, content: readTableSheet(tableList) };
  const kpis = kpiList && { table: kpiList, content: readKpiSheet(kpiList) };
  const yearly = yearlyList && { table: yearlyList, content: readYearlySheet(yearlyList) };
  const planRows = planList && { table: planList, content: readPlanSheet(planList) };
  const overwritten = overwrittenList && { table: overwrittenList, content: readOverwritten(overwrittenList) };
  const tableDefinitions = tables?.content.tables ?? standard.tables;
  const definitions: Definitions = {
    schemaVersion: standard.schemaVersion,
    groups: [...new Set(tableDefinitions.map((table) => table.group))],
    tables: tableDefinitions,
    kpis: kpis?.content.kpis.map((one) => one.kpi) ?? standard.kpis,
    yearly: yearly?.content.definitions ?? standard.yearly,
    planRows: planRows?.content.lines.map((line) => line.definition) ?? standard.planRows,
    indicators: standard.indicators,
  };
  const stems = completeStems(definitions, tables?.content.stems ?? new Map());
  const catalog = buildCatalog(definitions, tables?.content.spoiled);
  const fiscalYear = tableList ? yearSetting(tableList, damaged) : (yearOfNames(snapshot) ?? yearOfTables(grids, definitions));
  const map = locateTables({
    catalog, fiscalYear: fiscalYear ?? year ?? 0, stems, names: snapshot.names, added: tables ? addedRows(tables) : new Set(),
    grids: new Map([...grids].filter(([sheet]) => !copies.copied.has(sheet) && !outputs.has(sheet) && !history.has(sheet))),
  });
  return {
    snapshot, grids, damaged, fiscalYear, definitions, stems, catalog, map,
    lists: { tables, kpis, yearly, planRows, indicators: indicatorList && { table: indicatorList }, overwritten },
    restore: readRestoreRecord(whole), whole,
    branch: tableList ? textSetting(tableList, '支部') : '',
    figures: { series: readFigures(map, grids), yearly: yearly?.content.figures ?? new Map(), ...(kpis ? { states: kpis.content.states } : {}) },
    problems: [
      ...[tables, kpis, yearly, planRows].flatMap((list) => list?.content.problems ?? []),
      ...(tables ? tableFaults(tables.table, tables.content, catalog) : []),
      ...(kpis ? kpiFaults(kpis.table, kpis.content, catalog) : []),
      ...(planRows && kpis ? planFaults(planRows.table, planRows.content, kpis.content) : []),
    ],
  };
}

/** A list as looked for; `lost` where it is there but some of its headings are not. */
export interface ListFinding<K extends string> {
  readonly table: RecordTable<K> | null;
  readonly lost: LostHeadings | null;
}
type LostHeadings = MissingHeadings & { readonly sheet: string };

/** What is said of a list that cannot be read. */
export const lostWords = ({ sheet, headings }: LostHeadings): string => `シート「${sheet}」に見出し「${headings.join('」「')}」がありません。見出しを元に戻してください。`;

/** A list by its anchor name or on its usual sheet. */
export function findList<K extends string>(key: AnchorKey, spec: RecordHeadings<K>, { snapshot, grids, copies }: Finding): ListFinding<K> {
  const anchor = ANCHORS[key];
  const names = [...snapshot.names, ...snapshot.sheets.filter((sheet) => copies.standIns.has(sheet.name)).flatMap((sheet) => sheet.ownNames)];
  const at = names.filter((name) => foldName(name.name) === foldName(anchor.name)).map((name) => readSheetArea(name.refersTo)).find((area) => area !== null);
  const anchored = at && grids.get(at.sheet);
  const usual = [...grids.values()].find((grid) => grid.name.toLowerCase() === anchor.sheet.toLowerCase() && !copies.copied.has(grid.name));
  const table = (anchored ? readRecordTable(anchored, spec, at.area.row) : null) ?? (usual ? readRecordTable(usual, spec, null) : null);
  const grid = anchored ?? usual;
  const missing = table || !grid ? null : missingHeadings(grid, spec);
  return { table, lost: grid && missing ? { ...missing, sheet: grid.name } : null };
}

/** Rows that somebody wrote into 表定義: they have no stored stem yet. */
function addedRows({ table, content }: FoundList<TableSheetKey, TableSheetContent>): ReadonlySet<string> {
  return new Set(table.columns.has('stem') ? [...content.lines.keys()].filter((id) => !content.stems.has(id)) : []);
}

export interface Finding {
  readonly snapshot: WorkbookSnapshot;
  readonly grids: ReadonlyMap<string, Grid>;
  readonly copies: SheetCopies;
}

function textSetting<K extends string>(table: RecordTable<K>, key: string): string {
  const at = findSetting(table.grid, key, table.headerRow);
  return at ? table.grid.text(at.row, at.column) : '';
}

/** 年度 as a Western year or in words; what cannot be read is told of in `damaged`, for every table depends on it. */
function yearSetting<K extends string>(table: RecordTable<K>, damaged: string[]): number | null {
  const at = yearCell(table);
  const written = at ? table.grid.text(at.row, at.column) : '';
  const year = readFiscalYear(written);
  if (year === null) {
    const cell = at ? ` ${cellA1(at.row, at.column)}` : '';
    damaged.push(`シート「${table.sheet}」${cell} の年度${written === '' ? 'が空欄です' : `「${written}」を読み取れません`}。2024 または 令和6年度 のように入力してください。`);
  }
  return year;
}

/** Without 表定義 the names still tell: the latest year that any of them ends with. */
function yearOfNames(snapshot: WorkbookSnapshot): number | null {
  const years = snapshot.names.flatMap((name) => (isWorkingName(name.name) ? (/_(20\d{2})(?:_|$)/.exec(name.name)?.[1] ?? []) : [])).map(Number);
  return years.length === 0 ? null : Math.max(...years);
}

/** Without names the tables themselves still tell: the latest year that a heading below a title of ours bears. */
function yearOfTables(grids: ReadonlyMap<string, Grid>, definitions: Definitions): number | null {
  const titles = new Set(definitions.tables.map((table) => normalizeLabel(table.name)));
  const years = [...grids.values()].map((grid) => ({ grid, view: viewOf(grid, 'across') })).flatMap(({ grid, view }) => Array.from({ length: grid.endRow }, (_, row) => row).flatMap((row) => {
    if (!titles.has(normalizeLabel(grid.text(row, 0)))) return [];
    return Array.from({ length: TITLE_REACH }, (_, down) => row + 1 + down)
      .flatMap((below) => findMonthHeaders(view, below).flatMap((header) => readFiscalYear(grid.text(below, header.labels.from)) ?? []));
  }));
  return years.length === 0 ? null : Math.max(...years);
}

/** Rows below a title in which the blocks of a table begin: two years of a dozen lines. */
const TITLE_REACH = 30;
