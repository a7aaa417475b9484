import { FIGURE_COLUMN, TEXT, WRAPPED } from './columns';
import type { RecordSheetSpec } from '../recordTable';

/** 「評価ログ」: a line a KPI and evaluation in which something changed, to be read years later without the add-in. */
export type LogKey =
  | 'number' | 'at' | 'year' | 'month' | 'kpiId' | 'name' | 'target' | 'actual' | 'asOf' | 'automatic' | 'manual' | 'manualReason' | 'reason' | 'changes';

const CENTERED = { horizontal: 'Center', vertical: 'Top' } as const;
export const LOG_SHEET: RecordSheetSpec<LogKey> = {
  title: '評価ログ',
  notes: ['「KPI評価」のたびに、前回から変わったKPIを1行ずつ追加します。行の並べ替えや、シートの非表示はかまいません。'],
  headerRow: 3,
  required: ['kpiId', 'year', 'month', 'target', 'actual', 'automatic', 'manual', 'manualReason', 'reason', 'changes'],
  freezeColumns: 0,
  paper: 'A3',
  spareRows: 0,
  printsAll: true,
  columns: [
    { key: 'number', header: '番号', points: 34, format: '0', style: CENTERED },
    { key: 'at', header: '評価日時', points: 96, format: TEXT, style: { vertical: 'Top' } },
    { key: 'year', header: '年度', points: 38, format: '0', style: CENTERED },
    { key: 'month', header: '判定月', points: 44, format: TEXT, style: CENTERED },
    { key: 'kpiId', header: 'KPI ID', points: 46, format: TEXT, style: CENTERED },
    { key: 'name', header: 'KPI', points: 120, format: TEXT, style: WRAPPED },
    { key: 'target', header: '目標値', points: 90, style: FIGURE_COLUMN },
    { key: 'actual', header: '実績値', points: 90, style: FIGURE_COLUMN },
    { key: 'asOf', header: '実績の時点', points: 92, format: TEXT, style: WRAPPED },
    { key: 'automatic', header: '判定（自動）', points: 66, format: TEXT, style: CENTERED },
    { key: 'manual', header: '判定（手動）', points: 66, format: TEXT, style: CENTERED },
    { key: 'manualReason', header: '手動の理由', points: 100, format: TEXT, style: WRAPPED },
    { key: 'reason', header: '判定理由', points: 300, format: TEXT, style: WRAPPED },
    { key: 'changes', header: '前回から変わった点', points: 200, format: TEXT, style: WRAPPED },
  ],
};
