import { cellA1 } from '../plan/a1';
import type { CellStyle } from '../plan/workbookPlan';
import type { Grid } from './grid';
import { ANCHORS, freeSheetName } from './names';
import { pageBreaks, PAGE_ROWS, type PrintUnit } from './pagination';
import { COLORS, markRules, STYLES } from './palette';
import type { PlanBuilder } from './planBuilder';
import { chartRowOf } from './summaryCaptions';
import { summaryCharts } from './summaryCharts';
import type { SummaryContents } from './summaryContents';
import { DIFFERENCE_COLUMN } from './summaryKpis';
import { stretches, type Stretch } from './stretches';
import { COLUMN, MONTHS, SUMMARY_COLUMNS, type RowOf, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/** Makes the sheet anew; `old`, where there is one, is kept under another name and its remarks go over. Gives what was done, in words. */
export function createSummary(builder: PlanBuilder, state: WorkbookState, { year, charted, printed, helper }: SummaryContents, old: Grid | null): string[] {
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
  builder.add({ kind: 'style', sheet, area: { row: 0, column: 0, rows: Math.max(printed.length, helper.length), columns: COLUMN.helperFirst + MONTHS }, style: STYLES.base });
  writeRows(builder, sheet, printed, rowOf, COLUMN.key);
  writeRows(builder, sheet, helper, rowOf, COLUMN.helperKey);
  carryNotes(builder, sheet, old, printed, rowOf);
  frame(builder, sheet, printed.length, pageBreaks(printUnits(printed), PAGE_ROWS.A3));
  // After the columns have their widths: charts are placed by cells.
  for (const chart of summaryCharts(charted, year, rowOf, chartRowOf(rowOf))) builder.add({ kind: 'lineChart', sheet, chart });
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
  title: STYLES.title, note: { bold: true }, section: { ...STYLES.title, fontSize: 13 }, tableTitle: STYLES.tableTitle, header: STYLES.header,
  body: STYLES.body, difference: { ...STYLES.body, ...STYLES.derived, color: COLORS.quiet }, text: {}, caption: { fontSize: 9 }, blank: {},
};

function writeRows(builder: PlanBuilder, sheet: string, rows: readonly SummaryRow[], rowOf: RowOf, keyColumn: number): void {
  rows.forEach((row, index) => {
    if (row.key !== null) builder.put(sheet, index, keyColumn, row.key);
    for (const [column, content] of row.cells(index, rowOf)) builder.put(sheet, index, column, content);
  });
  const under = (of: (row: SummaryRow) => readonly (readonly [column: number, columns: number, look: string])[]): Stretch[] =>
    stretches(rows.flatMap((row, index) => of(row).map(([column, columns, look]) => ({ row: index, column, columns, look }))));
  const single = (columns: readonly number[] = []): (readonly [number, number, string])[] => columns.map((column) => [column, 1, ''] as const);
  for (const { area, look } of under((row) => row.formats ?? [])) builder.add({ kind: 'numberFormat', sheet, area, format: look });
  for (const { area } of under((row) => single(row.marks))) builder.add({ kind: 'conditionalFormats', sheet, area, rules: markRules(cellA1(area.row, area.column)) });
  for (const { area } of under((row) => single([...(row.marks ?? []), ...(row.centered ?? [])]))) builder.add({ kind: 'style', sheet, area, style: STYLES.centered });
  if (keyColumn === COLUMN.key) styleRows(builder, sheet, rows);
}

/** Rows of one look that follow each other are styled together. */
function styleRows(builder: PlanBuilder, sheet: string, rows: readonly SummaryRow[]): void {
  for (let start = 0; start < rows.length; ) {
    const first = rows[start];
    if (!first) return;
    let end = start + 1;
    while (rows[end]?.look === first.look && rows[end]?.lastColumn === first.lastColumn) end++;
    const wide = first.look === 'header' || first.look === 'body' || first.look === 'difference' || first.look === 'caption';
    const columns = wide ? (first.lastColumn ?? COLUMN.note) - COLUMN.label + 1 : 1;
    if (Object.keys(LOOKS[first.look]).length > 0) {
      builder.add({ kind: 'style', sheet, area: { row: start, column: COLUMN.label, rows: end - start, columns }, style: LOOKS[first.look] });
    }
    start = end;
  }
}

/** People's remarks go with their row to the new sheet, from under the heading 備考 wherever it stood; of a doubled row the first remark. */
function carryNotes(builder: PlanBuilder, sheet: string, old: Grid | null, printed: readonly SummaryRow[], rowOf: RowOf): void {
  const awaited = new Set(printed.flatMap(({ key }) => key ?? []));
  let column: number = COLUMN.note;
  for (let row = 0; old && row < old.endRow; row++) {
    for (let at = 0; at < COLUMN.helperKey; at++) if (old.text(row, at) === '備考') column = at;
    const key = old.text(row, COLUMN.key);
    if (!awaited.has(key) || old.value(row, column) === '' || old.formula(row, column) !== null) continue;
    builder.put(sheet, rowOf(key), COLUMN.note, old.value(row, column));
    awaited.delete(key);
  }
}

/** Half an inch, so that an A3 page takes 48 lines. */
const MARGINS = { top: 36, bottom: 36, left: 36, right: 36 } as const;

/** A table with its heading stays together, and a line of charts with its captions; so does what stands above the first table. */
function printUnits(printed: readonly SummaryRow[]): PrintUnit[] {
  const starts = printed.flatMap(({ look }, index) => {
    const before = printed[index - 1]?.look;
    return look === 'section' || (before !== 'section' && (look === 'tableTitle' || (look === 'caption' && before !== 'caption'))) ? [index] : [];
  });
  return [0, ...starts].map((start, index, all) => ({ start, end: all[index + 1] ?? printed.length }));
}

function frame(builder: PlanBuilder, sheet: string, rows: number, rowBreaks: readonly number[]): void {
  // The keys in the first column are ours and are not printed.
  const printed = { row: 0, column: COLUMN.label, rows, columns: SUMMARY_COLUMNS - COLUMN.label };
  builder.add(
    { kind: 'gridlines', sheet, visible: false },
    { kind: 'style', sheet, area: { row: 0, column: 0, rows, columns: 1 }, style: { fontSize: 8, color: COLORS.quiet } },
    { kind: 'style', sheet, area: { row: 0, column: COLUMN.unit, rows, columns: 1 }, style: STYLES.centered },
    { kind: 'style', sheet, area: { row: 0, column: COLUMN.helperKey, rows, columns: MONTHS + 2 }, style: { fontSize: 8, color: COLORS.quiet } },
    { kind: 'columnWidth', sheet, column: COLUMN.key, columns: 1, points: 62 },
    { kind: 'columnWidth', sheet, column: COLUMN.label, columns: 1, points: 246 },
    { kind: 'columnWidth', sheet, column: COLUMN.unit, columns: 1, points: 50 },
    { kind: 'columnWidth', sheet, column: COLUMN.firstMonth, columns: 12, points: 68 },
    { kind: 'columnWidth', sheet, column: DIFFERENCE_COLUMN, columns: 1, points: 82 },
    { kind: 'columnWidth', sheet, column: COLUMN.total, columns: 1, points: 96 },
    { kind: 'columnWidth', sheet, column: COLUMN.note, columns: 1, points: 170 },
    { kind: 'columnWidth', sheet, column: COLUMN.helperLabel, columns: 1, points: 150 },
    { kind: 'rowHeight', sheet, row: 0, rows: 1, points: 28 },
    { kind: 'freeze', sheet, rows: 2, columns: COLUMN.unit },
    {
      kind: 'pageSetup', sheet,
      setup: { orientation: 'Landscape', paper: 'A3', pagesWide: 1, printArea: printed, rowBreaks, margins: MARGINS, titleRows: { first: 0, last: 1 }, footerCenter: '&A　&P / &N' },
    },
  );
}
