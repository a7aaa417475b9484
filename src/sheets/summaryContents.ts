import { fiscalYearLabelFull } from '../domain/fiscalYear';
import { asOfFormula } from './kpiSheet';
import { chartRows } from './summaryCaptions';
import { chartedConditions, chartHelperRows, type Charted } from './summaryCharts';
import { kpiRows } from './summaryKpis';
import { reasonRows, sentenceRows } from './summaryReasons';
import { COLUMN, heading, type SummaryRow } from './summaryRows';
import { tableRows } from './summaryTables';
import { tallyRows } from './summaryTally';
import type { WorkbookState } from './workbookState';

/** What the annual summary says, before it is known where it stands. */
export interface SummaryContents {
  readonly year: number;
  readonly charted: readonly Charted[];
  /** From the first row of the sheet on. */
  readonly printed: readonly SummaryRow[];
  /** Beside it, in rows of their own counting. */
  readonly helper: readonly SummaryRow[];
}

export function summaryContents(state: WorkbookState, year: number, sheet: string): SummaryContents {
  const charted = chartedConditions(state, year);
  const figures = [
    ...titleRows(state, year),
    ...tallyRows(state),
    ...kpiRows(state),
    ...reasonRows(state),
    ...tableRows(state, year, sheet),
  ];
  const keys = new Set(figures.map((row) => row.key));
  return {
    year, charted,
    printed: [...figures, ...chartRows(charted, (key) => keys.has(key))],
    helper: [heading('text', [[COLUMN.helperLabel, '文とグラフの元（自動）']]), ...sentenceRows(state), ...chartHelperRows(charted, year, sheet)],
  };
}

function titleRows(state: WorkbookState, year: number): SummaryRow[] {
  const kpis = state.lists.kpis;
  const asOf = kpis && asOfFormula(kpis.table.sheet, kpis.table);
  const branch = state.branch === '' ? '' : `　${state.branch}`;
  return [
    heading('title', [[COLUMN.label, `事業計画　年間まとめ　${fiscalYearLabelFull(year)}${branch}`]]),
    heading('note', [[COLUMN.label, asOf === null ? '' : { formula: asOf }]]),
  ];
}
