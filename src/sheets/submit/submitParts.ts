import { readSheetArea } from '../../plan/sheetReference';
import type { Grid } from '../grid';
import { INDICATOR_GUIDES, type IndicatorSheetKey } from '../indicatorSheet';
import { lastReportCell, KPI_SHEET, type KpiSheetKey } from '../kpiSheet';
import { ENTRY_GUIDE } from '../monthlySheet';
import { ANCHORS, foldName, namePart } from '../names';
import { PLAN_SHEET, type PlanSheetKey } from '../planSheet';
import type { RecordPlace } from '../recordTable';
import { withoutNote } from '../summaryReasons';
import { COLUMN } from '../summaryRows';
import { UNWRITTEN_KEY } from '../summaryTally';
import type { WorkbookState } from '../workbookState';
import { YEARLY_SHEET, type YearlySheetKey } from '../yearlySheet';

/** A sheet that may be submitted. */
export interface SubmitPart {
  /** Stable, and a part of the name by which its copy is known again. */
  readonly id: string;
  /** The sheet, as it is called now. */
  readonly sheet: string;
  /** Ticked from the start. */
  readonly usual: boolean;
  /** Columns of definitions and of our own bookkeeping, ascending. */
  readonly dropped: readonly number[];
}

/** What the add-in judges by and keeps books with, and what is not printed. */
const KPI_INTERNAL: readonly KpiSheetKey[] = [
  'stale', 'outlook', 'conditionId', 'reference', 'basis', 'targetSource', 'targetFollows', 'targetRule', 'excellent', 'midYear', 'format', 'judgedActual', 'judgedTarget',
];
const PLAN_INTERNAL: readonly PlanSheetKey[] = ['kpi', 'counted', 'notice', 'judgedText', 'textAsOf', 'judgedAsOf'];
const INDICATOR_INTERNAL: readonly IndicatorSheetKey[] = ['typed', 'typedPrevious', 'typedAsOf', 'stale', 'planRow', 'kpi', 'actual', 'formula', 'unit', 'format', 'valueFormat', 'direction', 'judgedCurrent', 'judgedPrevious'];
const YEARLY_INTERNAL: readonly YearlySheetKey[] = ['format'];

/** The summary, the plan and the KPIs first, then the sheets of the groups. */
export function submitParts(state: WorkbookState): SubmitPart[] {
  const { lists, map, snapshot } = state;
  const anchor = snapshot.names.find((name) => foldName(name.name) === foldName(ANCHORS.summary.name));
  const summary = anchor && readSheetArea(anchor.refersTo)?.sheet;
  const isRead = (sheet: string): boolean => state.grids.has(sheet);
  // Sheets of the year judged; those of years before were submitted in theirs.
  const homes = new Map<string, string>();
  for (const { sheet, block } of map.blocks) {
    if (homes.has(sheet) || !block.lines.some((line) => line.year === state.fiscalYear)) continue;
    const again = [...homes.values()].filter((table) => table === block.table.id || table.startsWith(`${block.table.id}_`)).length;
    homes.set(sheet, again === 0 ? block.table.id : `${block.table.id}_${again + 1}`);
  }
  const listed = new Set([lists.kpis, lists.planRows, lists.yearly, lists.indicators, lists.tables].flatMap((list) => list?.table.sheet ?? []));
  return [
    ...(summary !== undefined && isRead(summary) ? [{ id: ANCHORS.summary.sheet, sheet: summary, usual: true, dropped: [] }] : []),
    ...(lists.planRows ? [{ id: ANCHORS.planRows.sheet, sheet: lists.planRows.table.sheet, usual: true, dropped: columnsOf(lists.planRows.table, PLAN_INTERNAL) }] : []),
    ...(lists.kpis ? [{ id: ANCHORS.kpis.sheet, sheet: lists.kpis.table.sheet, usual: true, dropped: columnsOf(lists.kpis.table, KPI_INTERNAL) }] : []),
    ...(lists.indicators ? [{ id: ANCHORS.indicators.sheet, sheet: lists.indicators.table.sheet, usual: false, dropped: columnsOf(lists.indicators.table, INDICATOR_INTERNAL) }] : []),
    ...(lists.yearly ? [{ id: ANCHORS.yearly.sheet, sheet: lists.yearly.table.sheet, usual: false, dropped: columnsOf(lists.yearly.table, YEARLY_INTERNAL) }] : []),
    ...[...homes].filter(([sheet]) => !listed.has(sheet) && sheet !== summary).map(([sheet, table]) => ({ id: `表_${namePart(table)}`, sheet, usual: false, dropped: [] })),
  ];
}

/** Sheets a clerk expects, whether or not they are there. */
export const USUAL_PARTS: readonly string[] = [ANCHORS.summary.sheet, ANCHORS.planRows.sheet, ANCHORS.kpis.sheet];

const columnsOf = <K extends string>({ columns }: RecordPlace<K>, keys: readonly K[]): number[] =>
  keys.flatMap((key) => columns.get(key) ?? []).sort((a, b) => a - b);

const GUIDES: ReadonlySet<string> = new Set([...KPI_SHEET.notes, ...PLAN_SHEET.notes.slice(0, 1), ...YEARLY_SHEET.notes, ...INDICATOR_GUIDES, ENTRY_GUIDE]);
const GUIDE_ROWS = 6;

/** Cells that speak to whoever works in the workbook: guides, which give way to `asOf`, and the last job's report. */
export function spokenCells(state: WorkbookState, part: SubmitPart, asOf: string): { readonly row: number; readonly column: number; readonly text: string }[] {
  const grid = state.grids.get(part.sheet);
  if (!grid) return [];
  const guides = Array.from({ length: Math.min(grid.endRow, GUIDE_ROWS) }, (_, row) => row).filter((row) => GUIDES.has(grid.text(row, 0))).map((row) => ({ row, column: 0, text: asOf }));
  if (part.id === ANCHORS.summary.sheet) return summaryKeys(state, grid);
  const { kpis } = state.lists;
  const report = kpis?.table.sheet === part.sheet ? lastReportCell(kpis.table) : null;
  if (!report) return guides;
  return [...guides, ...Array.from({ length: grid.endColumn }, (_, column) => ({ row: report.row, column, text: '' })).filter(({ column }) => !grid.isEmpty(report.row, column))];
}

/** The summary finds its rows again by keys, of which a reader knows only those of the KPIs; and it tells those who write what is still to be written. */
function summaryKeys(state: WorkbookState, grid: Grid): { readonly row: number; readonly column: number; readonly text: string }[] {
  const noted = Array.from({ length: grid.endRow }, (_, row) => row).flatMap((row) => [COLUMN.label, COLUMN.helperFirst + 1].flatMap((column) => {
    const said = grid.value(row, column);
    if (typeof said !== 'string' || grid.formula(row, column) === null) return [];
    const text = column === COLUMN.label && grid.text(row, COLUMN.key) === UNWRITTEN_KEY ? '' : withoutNote(said);
    return text === said ? [] : [{ row, column, text }];
  }));
  const read = new Set(['', 'ID', ...(state.lists.kpis?.content.kpis ?? []).flatMap(({ kpi }) => kpi.conditions.map((condition) => condition.id))]);
  return [...noted, ...[COLUMN.key, COLUMN.helperKey].flatMap((column) =>
    Array.from({ length: grid.endRow }, (_, row) => row).filter((row) => !read.has(grid.text(row, column))).map((row) => ({ row, column, text: '' })))];
}
