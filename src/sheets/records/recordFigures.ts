import { resolveReference, type CatalogRow } from '../../domain/catalog';
import { spellings } from '../../domain/definitions';
import { monthLabel } from '../../domain/fiscalYear';
import { countBids, meetingDays } from '../../domain/records/counts';
import { dayLabel, isBeforeApril } from '../../domain/records/day';
import { isBid } from '../../domain/records/record';
import { figurePlacer, type PlacedFigure } from '../import/figures';
import type { RecordTable } from '../recordTable';
import type { WorkbookState } from '../workbookState';
import { BID_ROWS, bidRowOf, type ActivityKey } from './activitySheet';
import type { SheetRecord } from './readRecords';

export interface RecordFigures {
  /** Tenders and meeting days with their cells; see ImportKind. */
  readonly figures: readonly PlacedFigure[];
  /** All tenders that were counted, and those with a single bidder; null: there is none. */
  readonly bids: { readonly open: number; readonly single: number } | null;
  /** What was left out, and why, in sentences. */
  readonly told: readonly string[];
}

/** The figures that records give. `ended`: the last month of the fiscal year that has ended, 0 = 4月; −1 for none: a month that goes on is not counted yet. */
export function recordFigures(state: WorkbookState, table: RecordTable<ActivityKey>, records: readonly SheetRecord[], fiscalYear: number, ended: number): RecordFigures {
  const tenders = bidFigures(state, table, records, fiscalYear, ended);
  const meetings = meetingFigures(state, records, fiscalYear);
  return { figures: [...tenders.figures, ...meetings.figures], bids: tenders.bids, told: [...tenders.told, ...meetings.told] };
}

function bidFigures(state: WorkbookState, table: RecordTable<ActivityKey>, records: readonly SheetRecord[], fiscalYear: number, ended: number): RecordFigures {
  const told: string[] = [];
  const untendered = records.filter((one) => one.category === '調達' && !isBid(one));
  if (untendered.length > 0) told.push(`応札者数のない調達 ${untendered.length}件（${cellsOf(untendered)}）は、入札の件数に数えていません。`);
  const bids = records.filter(isBid);
  if (bids.length === 0) return { figures: [], bids: null, told };
  const rows = (['open', 'single'] as const).flatMap((which) => {
    const reference = bidRowOf(table, which);
    const found = resolveReference(reference, null, state.catalog.resolve);
    const row = found.ok ? state.catalog.rows.get(found.data.rowId) : undefined;
    if (!row) told.push(`シート「${table.sheet}」の「${BID_ROWS[which].key}」${reference} の表と行がないため、入札の件数を記入していません。`);
    return row ? [{ which, row }] : [];
  });
  const early = bids.filter((one) => isBeforeApril(one.day, fiscalYear));
  const takesEarly = rows.every(({ row }) => row.table.firstMonthLabel?.includes('まで') ?? false);
  if (early.length > 0 && !takesEarly) told.push(`4月より前の入札 ${early.length}件（${cellsOf(early)}）は、表に「4月まで」の欄がないため数えていません。`);
  const counts = countBids(takesEarly ? bids : bids.filter((one) => !early.includes(one)), fiscalYear);
  const running = counts.open.slice(ended + 1).flatMap((count, month) => (count > 0 ? [monthLabel(ended + 1 + month)] : []));
  if (running.length > 0) told.push(`${running.join('、')}はまだ終わっていないため、その入札は件数に入れていません。`);
  const place = figurePlacer(state);
  const figures = rows.flatMap(({ which, row }) => counts[which].slice(0, ended + 1).map((count, month) => place(row, fiscalYear, month, count)));
  return { figures, bids: { open: sum(counts.open), single: sum(counts.single) }, told };
}

/** A meeting belongs to the table of dates that is called by its 件名. A month holds one day: the first, unless another of its days stands there. */
function meetingFigures(state: WorkbookState, records: readonly SheetRecord[], fiscalYear: number): Pick<RecordFigures, 'figures' | 'told'> {
  const place = figurePlacer(state);
  const told: string[] = [];
  const rows = [...state.catalog.rows.values()].filter((row) => row.definition.kind === '実施日' && row.definition.formula === null);
  const figures = rows.flatMap((row) => [...meetingDays(records, namesOf(row, rows))].flatMap(([month, days]): PlacedFigure[] => {
    const figures = days.map((day) => place(row, fiscalYear, month, day));
    const standing = figures.find((figure) => figure.kind === 'same');
    const [first] = figures;
    if (standing || !first) return standing ? [standing] : [];
    if (days.length > 1) told.push(`「${row.table.name}」は、${monthLabel(month)}に${days.length}回あります（${days.map(dayLabel).join('、')}）。表の日付は初回です。`);
    return [first];
  }));
  return { figures, told };
}

/** Where a table has several rows of dates, the rows' own labels tell them apart. */
function namesOf(row: CatalogRow, rows: readonly CatalogRow[]): readonly string[] {
  return rows.filter((one) => one.table.id === row.table.id).length === 1 ? [row.table.name, ...row.table.aliases] : spellings(row.definition);
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const FEW = 3;
const cellsOf = (records: readonly SheetRecord[]): string => `${records.slice(0, FEW).map((one) => one.line.cell('day')).join('、')}${records.length > FEW ? ' など' : ''}`;
