import type { RecordSheetSpec } from '../recordTable';
import { FIGURE_COLUMN, TEXT, WRAPPED } from './columns';

/** 「訂正一覧」: figures that read differently than when they were evaluated, a line a figure. Made only when there is one. */
export type CorrectionKey = 'number' | 'at' | 'table' | 'label' | 'year' | 'month' | 'before' | 'after' | 'sheet' | 'cell' | 'kpis' | 'rowId';

const CENTERED = { horizontal: 'Center', vertical: 'Top' } as const;
export const CORRECTION_SHEET: RecordSheetSpec<CorrectionKey> = {
  title: '訂正一覧',
  notes: ['評価したあとに変わった、過去の月の数値の記録です。「KPI評価」のたびに、前の評価のときの値と比べて追加します。遅れて入力された数値（前の評価では空欄）は含みません。'],
  headerRow: 3,
  required: ['table', 'label', 'year', 'month', 'before', 'after'],
  freezeColumns: 0,
  paper: 'A4',
  spareRows: 0,
  printsAll: true,
  columns: [
    { key: 'number', header: '番号', points: 34, format: '0', style: CENTERED },
    { key: 'at', header: '訂正を見つけた日時', points: 100, format: TEXT, style: { vertical: 'Top' } },
    { key: 'table', header: '表', points: 110, format: TEXT, style: WRAPPED },
    { key: 'label', header: '項目', points: 110, format: TEXT, style: WRAPPED },
    { key: 'year', header: '年度', points: 38, format: '0', style: CENTERED },
    { key: 'month', header: '月', points: 38, format: TEXT, style: CENTERED },
    { key: 'before', header: '前の値', points: 72, style: FIGURE_COLUMN },
    { key: 'after', header: '後の値', points: 72, style: FIGURE_COLUMN },
    { key: 'sheet', header: 'シート', points: 70, format: TEXT, style: WRAPPED },
    { key: 'cell', header: 'セル', points: 44, format: TEXT, style: CENTERED },
    { key: 'kpis', header: '関係するKPI', points: 130, format: TEXT, style: WRAPPED },
    { key: 'rowId', header: '行ID', points: 52, format: TEXT, style: CENTERED },
  ],
};
