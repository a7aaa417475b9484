import { fiscalYearLabelFull } from '../domain/fiscalYear';
import { cellA1, quoteSheet } from '../plan/a1';
import type { CellInput, CellStyle } from '../plan/workbookPlan';
import { readSheetArea } from '../plan/sheetReference';
import { keptWords, updateCell } from './cellUpdate';
import type { Grid } from './grid';
import { asOfCell } from './kpiSheet';
import { mendPlaces } from './mend';
import { ANCHORS, foldName, freeSheetName } from './names';
import { pageBreaks, PAGE_ROWS, type PrintUnit } from './pagination';
import { COLORS, markRules, STYLES } from './palette';
import { PlanBuilder } from './planBuilder';
import { helperRows, summaryCharts } from './summaryCharts';
import { DIFFERENCE_COLUMN, kpiRows, TALLY_KEYS, tallyRows } from './summaryKpis';
import { COLUMN, heading, SUMMARY_COLUMNS, type RowOf, type SummaryRow } from './summaryRows';
import { tableRows } from './summaryTables';
import { stopIfDamaged, type Thought } from './thought';
import type { WorkbookState } from './workbookState';

/** Makes 「年間まとめ」, or brings the one that is there up to date. */
export function thinkSummary(state: WorkbookState): Thought {
  const stopped = stopIfDamaged(state);
  if (stopped) return stopped;
  const year = state.fiscalYear;
  if (!state.lists.kpis || !state.lists.planRows || year === null) {
    return { plan: { actions: [] }, done: [], warnings: ['シート「KPI」「事業計画」「表定義」のいずれかがないため、年間まとめを作成していません。先に「表を配置」を実行してください。'] };
  }
  const builder = new PlanBuilder();
  const existing = findSummary(state);
  // Formulas name other sheets only, so the summary's own name does not matter to them.
  const sheet = existing?.name ?? ANCHORS.summary.sheet;
  const printed = [...titleRows(state, year), ...tallyRows(state), ...kpiRows(state), ...tableRows(state, year, sheet)];
  const helper = helperRows(state, year, sheet);
  const kept: string[] = [];
  const refreshed = existing ? refresh(builder, existing, printed, helper, kept) : null;
  const done: string[] = [];
  if (refreshed === null) done.push(...create(builder, state, year, printed, helper, existing));
  else if (refreshed > 0) done.push(`シート「${sheet}」の ${refreshed}か所を最新の定義に合わせました。備考はそのままです。`);
  else done.push(`シート「${sheet}」は最新です。`);
  const mended = mendPlaces(builder, state);
  return { plan: builder.build(state.snapshot.names), done: [...mended.done, ...done], warnings: [...mended.warnings, ...kept] };
}

function titleRows(state: WorkbookState, year: number): SummaryRow[] {
  const kpis = state.lists.kpis;
  const at = kpis && asOfCell(kpis.table);
  const from = kpis && at ? `${quoteSheet(kpis.table.sheet)}!${cellA1(at.row, at.column + 1)}` : null;
  const asOf: CellInput = from === null ? '' : { formula: `=IF(${from}="","（未評価）",${from})` };
  const branch = state.branch === '' ? '' : `　${state.branch}`;
  return [
    heading('title', [[COLUMN.label, `事業計画　年間まとめ　${fiscalYearLabelFull(year)}${branch}`]]),
    heading('note', [[COLUMN.label, asOf]]),
    heading('blank', []),
  ];
}

/** The sheet 年間まとめ; null: there is none of ours. */
export function findSummary(state: WorkbookState): Grid | null {
  const named = state.snapshot.names.find((name) => foldName(name.name) === foldName(ANCHORS.summary.name));
  const at = named && readSheetArea(named.refersTo);
  const grid = (at && state.grids.get(at.sheet)) ?? state.grids.get(ANCHORS.summary.sheet);
  // A sheet that merely has the name, without our rows, is somebody else's.
  return grid && keysOf(grid, COLUMN.key).rows.has(TALLY_KEYS[0]) ? grid : null;
}

/** Rows by key as they stand, the first where one stands twice. */
function keysOf(grid: Grid, column: number): { readonly rows: ReadonlyMap<string, number>; readonly doubled: boolean } {
  const rows = new Map<string, number>();
  let doubled = false;
  for (let row = 0; row < grid.endRow; row++) {
    const key = grid.text(row, column);
    if (key === '' || key === 'ID') continue;
    if (rows.has(key)) doubled = true;
    else rows.set(key, row);
  }
  return { rows, doubled };
}

/** Updates what belongs to the add-in; null where the sheet's rows or columns are no longer those of the definitions. */
function refresh(builder: PlanBuilder, grid: Grid, printed: readonly SummaryRow[], helper: readonly SummaryRow[], kept: string[]): number | null {
  const { rows: main, doubled } = keysOf(grid, COLUMN.key);
  const { rows: aside, doubled: doubledAside } = keysOf(grid, COLUMN.helperKey);
  if (doubled || doubledAside) return null;
  const keyed = (rows: readonly SummaryRow[], found: ReadonlyMap<string, number>): boolean => {
    const keys = rows.flatMap((row) => row.key ?? []);
    return keys.length === found.size && keys.every((key) => found.has(key));
  };
  if (!keyed(printed, main) || !keyed(helper, aside)) return null;
  let changed = refreshTitle(builder, grid, printed);
  const rowOf: RowOf = (key) => main.get(key) ?? aside.get(key) ?? 0;
  for (const rows of [printed, helper]) {
    for (const row of rows) {
      if (row.key === null) continue;
      const at = rowOf(row.key);
      for (const [column, content] of row.cells(at, rowOf)) {
        const update = updateCell(builder, grid, at, column, content);
        if (update === 'kept') kept.push(keptWords(grid, at, column));
        if (update === 'written') changed++;
      }
    }
  }
  return changed;
}

/** A title of ours follows year and branch; one that a person worded stays. Gives how many cells were written. */
function refreshTitle(builder: PlanBuilder, grid: Grid, printed: readonly SummaryRow[]): number {
  const contents = printed.find((row) => row.look === 'title')?.cells(0, () => 0).map(([, content]) => content);
  const row = Array.from({ length: Math.min(grid.endRow, TITLE_ROWS) }, (_, index) => index).find((one) => OUR_TITLE.test(grid.text(one, COLUMN.label)));
  return contents?.[0] !== undefined && row !== undefined && updateCell(builder, grid, row, COLUMN.label, contents[0]) === 'written' ? 1 : 0;
}
const TITLE_ROWS = 5;
const OUR_TITLE = /^事業計画　年間まとめ　\S+年度（\d{4}年度）(　|$)/;

function create(builder: PlanBuilder, state: WorkbookState, year: number, printed: readonly SummaryRow[], helper: readonly SummaryRow[], old: Grid | null): string[] {
  const { name } = ANCHORS.summary;
  const done: string[] = [];
  const sheet = old?.name === ANCHORS.summary.sheet ? ANCHORS.summary.sheet : freeSheetName(ANCHORS.summary.sheet, state.snapshot.sheets);
  if (old) {
    const kept = freeSheetName(`${old.name.slice(0, 20)}（旧）`, state.snapshot.sheets);
    builder.add({ kind: 'renameSheet', sheet: old.name, to: kept });
    done.push(`シート「${old.name}」は行や列の並びが定義と異なるため、「${kept}」として残し、新しく作り直しました。備考は引き継ぎました。`);
  } else done.push(`シート「${sheet}」を追加しました。`);
  builder.add({ kind: 'addSheet', sheet, tabColor: COLORS.title });
  // The helper block stands to the right, in rows of its own counting.
  const rowOf = rowsOf([...printed.entries(), ...helper.entries()]);
  builder.add({ kind: 'style', sheet, area: { row: 0, column: 0, rows: printed.length + 1, columns: COLUMN.helperFirst + 12 }, style: STYLES.base });
  writeRows(builder, sheet, printed, rowOf, COLUMN.key);
  writeRows(builder, sheet, helper, rowOf, COLUMN.helperKey);
  carryNotes(builder, sheet, old, printed, rowOf);
  const { charts, units, endRow } = summaryCharts(state, year, printed.length + 1, rowOf);
  builder.put(sheet, printed.length, COLUMN.label, 'グラフ');
  builder.add({ kind: 'style', sheet, area: { row: printed.length, column: COLUMN.label, rows: 1, columns: 1 }, style: STYLES.tableTitle });
  frame(builder, sheet, Math.max(endRow, printed.length), pageBreaks([...printUnits(printed), ...units], PAGE_ROWS.A3));
  // After the columns have their widths: charts are placed by cells.
  for (const chart of charts) builder.add({ kind: 'lineChart', sheet, chart });
  builder.add({ kind: 'defineName', name, sheet, area: { row: 0, column: COLUMN.label, rows: 1, columns: 1 }, comment: 'シート「年間まとめ」の表題' });
  return done;
}

function rowsOf(rows: readonly (readonly [index: number, row: SummaryRow])[]): RowOf {
  const at = new Map(rows.flatMap(([index, row]) => (row.key === null ? [] : [[row.key, index] as const])));
  return (key) => {
    const row = at.get(key);
    if (row === undefined) throw new Error(`the summary has no row ${key}`);
    return row;
  };
}

const LOOKS: Readonly<Record<SummaryRow['look'], CellStyle>> = {
  title: STYLES.title, note: STYLES.note, section: { ...STYLES.title, fontSize: 13 }, tableTitle: STYLES.tableTitle, header: STYLES.header,
  body: STYLES.body, difference: { ...STYLES.body, ...STYLES.derived, color: COLORS.quiet }, sum: { ...STYLES.body, bold: true }, text: {}, blank: {},
};

function writeRows(builder: PlanBuilder, sheet: string, rows: readonly SummaryRow[], rowOf: RowOf, keyColumn: number): void {
  rows.forEach((row, index) => {
    if (row.key !== null) builder.put(sheet, index, keyColumn, row.key);
    for (const [column, content] of row.cells(index, rowOf)) builder.put(sheet, index, column, content);
    for (const [column, columns, format] of row.formats ?? []) builder.add({ kind: 'numberFormat', sheet, area: { row: index, column, rows: 1, columns }, format });
    for (const column of row.marks ?? []) {
      builder.add(
        { kind: 'conditionalFormats', sheet, area: { row: index, column, rows: 1, columns: 1 }, rules: markRules(cellA1(index, column)) },
        { kind: 'style', sheet, area: { row: index, column, rows: 1, columns: 1 }, style: STYLES.centered },
      );
    }
  });
  if (keyColumn === COLUMN.key) styleRows(builder, sheet, rows);
}

/** Rows of one look that follow each other are styled together. */
function styleRows(builder: PlanBuilder, sheet: string, rows: readonly SummaryRow[]): void {
  for (let start = 0; start < rows.length; ) {
    const first = rows[start];
    if (!first) return;
    let end = start + 1;
    while (rows[end]?.look === first.look && rows[end]?.lastColumn === first.lastColumn) end++;
    const framed = first.look === 'header' || first.look === 'body' || first.look === 'difference' || first.look === 'sum';
    const columns = framed ? (first.lastColumn ?? COLUMN.note) - COLUMN.label + 1 : 1;
    if (Object.keys(LOOKS[first.look]).length > 0) {
      builder.add({ kind: 'style', sheet, area: { row: start, column: COLUMN.label, rows: end - start, columns }, style: LOOKS[first.look] });
    }
    start = end;
  }
}

/** People's remarks go with their row to the new sheet; of a doubled row the first remark. */
function carryNotes(builder: PlanBuilder, sheet: string, old: Grid | null, printed: readonly SummaryRow[], rowOf: RowOf): void {
  const columns = new Map(printed.flatMap(({ key, noteColumn = COLUMN.note }) => (key === null ? [] : [[key, noteColumn] as const])));
  for (let row = 0; old && row < old.endRow; row++) {
    const key = old.text(row, COLUMN.key);
    const column = columns.get(key);
    if (column === undefined || old.value(row, column) === '' || old.formula(row, column) !== null) continue;
    builder.put(sheet, rowOf(key), column, old.value(row, column));
    columns.delete(key);
  }
}

/** Half an inch, so that an A3 page takes 48 lines. */
const MARGINS = { top: 36, bottom: 36, left: 36, right: 36 } as const;

/** A table with its heading stays together; so does what stands above the first table. */
function printUnits(printed: readonly SummaryRow[]): PrintUnit[] {
  const starts = printed.flatMap((row, index) => (row.look === 'section' || (row.look === 'tableTitle' && printed[index - 1]?.look !== 'section') ? [index] : []));
  return [0, ...starts].map((start, index, all) => ({ start, end: all[index + 1] ?? printed.length }));
}

function frame(builder: PlanBuilder, sheet: string, rows: number, rowBreaks: readonly number[]): void {
  const whole = { row: 0, column: 0, rows, columns: SUMMARY_COLUMNS };
  builder.add(
    { kind: 'gridlines', sheet, visible: false },
    { kind: 'style', sheet, area: { row: 0, column: 0, rows, columns: 1 }, style: { fontSize: 8, color: COLORS.quiet } },
    { kind: 'style', sheet, area: { row: 0, column: COLUMN.unit, rows, columns: 1 }, style: STYLES.centered },
    { kind: 'style', sheet, area: { row: 0, column: COLUMN.helperKey, rows, columns: 14 }, style: { fontSize: 8, color: COLORS.quiet } },
    { kind: 'columnWidth', sheet, column: COLUMN.key, columns: 1, points: 62 },
    { kind: 'columnWidth', sheet, column: COLUMN.label, columns: 1, points: 246 },
    { kind: 'columnWidth', sheet, column: COLUMN.unit, columns: 1, points: 50 },
    { kind: 'columnWidth', sheet, column: COLUMN.firstMonth, columns: 12, points: 68 },
    { kind: 'columnWidth', sheet, column: DIFFERENCE_COLUMN, columns: 1, points: 82 },
    { kind: 'columnWidth', sheet, column: COLUMN.total, columns: 1, points: 80 },
    { kind: 'columnWidth', sheet, column: COLUMN.note, columns: 1, points: 170 },
    { kind: 'columnWidth', sheet, column: COLUMN.helperLabel, columns: 1, points: 150 },
    { kind: 'rowHeight', sheet, row: 0, rows: 1, points: 28 },
    { kind: 'freeze', sheet, rows: 2, columns: COLUMN.unit },
    {
      kind: 'pageSetup', sheet,
      setup: { orientation: 'Landscape', paper: 'A3', pagesWide: 1, printArea: whole, rowBreaks, margins: MARGINS, titleRows: { first: 0, last: 1 }, footerCenter: '&A　&P / &N' },
    },
  );
}
