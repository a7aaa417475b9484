import { monthLabel } from '../../domain/fiscalYear';
import { seriesKey, type SeriesKey } from '../../domain/series';
import type { RecordLine, RecordSheetSpec, RecordTable } from '../recordTable';
import { TEXT } from './columns';

/** 「評価時の数値」: the figures that the KPIs rested on when they were evaluated, a line a series. A hidden sheet: 「訂正一覧」 is what people read. */
const MONTH_KEYS = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11'] as const;
export type FigureKey = (typeof MONTH_KEYS)[number] | 'total';
export type JudgedKey = 'rowId' | 'table' | 'label' | 'year' | FigureKey;
/** Months from April, then the total. */
export const FIGURE_KEYS: readonly FigureKey[] = [...MONTH_KEYS, 'total'];

export const JUDGED_SHEET: RecordSheetSpec<JudgedKey> = {
  title: '評価時の数値',
  notes: ['「KPI評価」が、次の評価のときに訂正を見つけるために使います。シート「訂正一覧」に結果を書きます。'],
  headerRow: 3,
  required: ['rowId', 'year', ...FIGURE_KEYS],
  freezeColumns: 4,
  paper: 'A4',
  spareRows: 0,
  printsAll: true,
  columns: [
    { key: 'rowId', header: '行ID', points: 52, format: TEXT },
    { key: 'table', header: '表', points: 130, format: TEXT },
    { key: 'label', header: '項目', points: 130, format: TEXT },
    { key: 'year', header: '年度', points: 40, format: '0' },
    // Not the bare months: this is no table of the staff's, and must not be taken for one.
    ...MONTH_KEYS.map((key, month) => ({ key, header: `${monthLabel(month)}の値`, points: 60 })),
    { key: 'total', header: '年の値', points: 60 },
  ],
};

/** Lines by series, the first where one stands twice. */
export function judgedLines(table: RecordTable<JudgedKey>): ReadonlyMap<SeriesKey, RecordLine<JudgedKey>> {
  const lines = new Map<SeriesKey, RecordLine<JudgedKey>>();
  for (const line of table.lines) {
    const key = seriesKey(line.text('rowId'), Number(line.value('year')));
    if (!lines.has(key)) lines.set(key, line);
  }
  return lines;
}
