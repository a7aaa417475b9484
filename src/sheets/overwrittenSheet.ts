import type { CellContent } from '../plan/snapshot';
import type { CellInput } from '../plan/workbookPlan';
import { cellA1 } from '../plan/a1';
import { monthLabel } from '../domain/fiscalYear';
import type { SeriesKey } from '../domain/series';
import { seriesKey } from '../domain/series';
import type { PlanBuilder } from './planBuilder';
import { openList, type RecordSheetSpec, type RecordTable } from './recordTable';
import type { DerivedCell } from './derivedCells';

/** 「上書きの記録」: figures that were typed over a formula, kept when the formula comes back. Made only when needed. */

const TEXT = '@';
export type OverwrittenKey = 'at' | 'sheet' | 'cell' | 'rowId' | 'table' | 'label' | 'year' | 'month' | 'value' | 'computed' | 'treatment';
export const RESTORED = '計算式に戻した';
export const KEEP = '手入力のまま';
const TOTAL_WORD = '計';

export const OVERWRITTEN_SHEET: RecordSheetSpec<OverwrittenKey> = {
  title: '上書きの記録',
  notes: ['計算式のセルに入力されていた値の記録です。扱いを「手入力のまま」にした行のセルは、再計算しても計算式に戻しません。'],
  headerRow: 3,
  required: ['rowId', 'value', 'treatment'],
  freezeColumns: 0,
  paper: 'A4',
  spareRows: 50,
  columns: [
    { key: 'at', header: '日時', points: 110, format: TEXT },
    { key: 'sheet', header: 'シート', points: 80, format: TEXT },
    { key: 'cell', header: 'セル', points: 48, format: TEXT },
    { key: 'rowId', header: '行ID', points: 52, format: TEXT },
    { key: 'table', header: '表', points: 130, format: TEXT },
    { key: 'label', header: '項目', points: 130, format: TEXT },
    { key: 'year', header: '年度', points: 44, format: '0' },
    { key: 'month', header: '月', points: 40, format: TEXT },
    { key: 'value', header: '入力されていた値', points: 90, format: 'General' },
    { key: 'computed', header: '計算値', points: 90, format: 'General' },
    { key: 'treatment', header: '扱い', points: 100, choices: [RESTORED, KEEP] },
  ],
};

/** A figure, or a formula as text, that stood where a formula of ours belongs. */
export interface Overwritten {
  readonly cell: DerivedCell;
  readonly value: CellContent;
  readonly computed: number | null;
}

/** A derived cell by what it means, wherever it stands. */
export type DerivedId = `${SeriesKey}:${string}`;
export const derivedId = (key: SeriesKey, month: number | null): DerivedId => `${key}:${month === null ? TOTAL_WORD : monthLabel(month)}`;

export interface OverwrittenContent {
  /** Cells a person wants left as typed. */
  readonly kept: ReadonlySet<DerivedId>;
}

export function readOverwritten(table: RecordTable<OverwrittenKey>): OverwrittenContent {
  const kept = new Set<DerivedId>();
  for (const line of table.lines) {
    if (line.text('treatment') !== KEEP) continue;
    kept.add(`${seriesKey(line.text('rowId'), Number(line.value('year')))}:${line.text('month')}`);
  }
  return { kept };
}

/** Adds lines to the record, laying the sheet out first where there is none that can be read; `taken` are the sheets there are. `at` is the time as shown to people. */
export function recordOverwritten(builder: PlanBuilder, found: RecordTable<OverwrittenKey> | null, taken: readonly { readonly name: string }[], overwritten: readonly Overwritten[], at: string): void {
  const { place, next } = openList(builder, 'overwritten', OVERWRITTEN_SHEET, found, taken);
  overwritten.forEach((one, index) => {
    const record = overwrittenRecord(one, at);
    for (const [key, column] of place.columns) builder.put(place.sheet, next + index, column, record[key]);
  });
}

function overwrittenRecord({ cell, value, computed }: Overwritten, at: string): Record<OverwrittenKey, CellInput> {
  const { line, block } = cell.place;
  return {
    at,
    sheet: cell.sheet,
    cell: cellA1(cell.row, cell.column),
    rowId: line.row.id,
    table: block.block.table.name,
    label: line.row.label,
    year: line.year,
    month: cell.month === null ? TOTAL_WORD : monthLabel(cell.month),
    value,
    computed,
    treatment: RESTORED,
  };
}
