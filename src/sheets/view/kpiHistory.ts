import { readMonthWord } from '../../domain/fiscalYear';
import { readMark, type StatusMark } from '../../domain/marks';
import type { CellContent } from '../../plan/snapshot';
import { formatFigure } from '../../domain/formatFigure';
import { unitOf } from '../../domain/judgement';
import { findHistory } from '../history/findHistory';
import type { CorrectionKey } from '../history/correctionSheet';
import type { LogKey } from '../history/logSheet';
import { latestFirst } from '../history/numbered';
import { textWanted, type TextWanted } from '../planTexts';
import type { RecordLine } from '../recordTable';
import type { WorkbookState } from '../workbookState';
import { linePlace, type Place } from './place';

/** A line of 「評価ログ」 as the pane shows it. */
export interface LoggedEvaluation {
  readonly at: string;
  /** The month judged, 0 = 4月 … 11 = 3月; null: it cannot be read. */
  readonly month: number | null;
  /** The mark that counted then; null: it cannot be read. */
  readonly mark: StatusMark | null;
  readonly actual: string;
  readonly target: string;
  /** In words, against the line before. */
  readonly changes: string;
}

/** A line of 「訂正一覧」 in words. */
export interface LoggedCorrection {
  readonly at: string;
  readonly text: string;
}

/** What is known of a KPI's earlier evaluations. */
export interface KpiHistory {
  /** The latest first, the last few. */
  readonly evaluations: readonly LoggedEvaluation[];
  readonly corrections: readonly LoggedCorrection[];
  /** 今後改善すべき点 of its plan row; null: it is written, or not wanted. */
  readonly writing: TextWanted | null;
  /** Where to read the whole; null where there is no such sheet. */
  readonly place: Place | null;
}

const FEW = 5;

/** The history of a KPI, out of sheets that must have been read. A list that lost a heading says nothing. */
export function kpiHistory(state: WorkbookState, id: string): KpiHistory {
  const { log, corrections } = findHistory(state);
  const kpi = state.definitions.kpis.find((one) => one.id === id);
  const condition = kpi?.conditions[0];
  const shown = (content: CellContent): string => shownFigure(content, condition?.format ?? '', condition ? unitOf(condition, state.catalog) : '');
  const lines = latestFirst(log.table?.lines ?? []).filter((line) => line.text('kpiId') === id).slice(0, FEW);
  const corrected = latestFirst(corrections.table?.lines ?? []).filter((line) => kpi !== undefined && line.text('kpis').split('、').includes(kpi.name)).slice(0, FEW);
  return {
    evaluations: lines.map((line) => logged(line, shown)),
    corrections: corrected.map((line) => ({ at: line.text('at'), text: correctionText(state, line) })),
    writing: textWanted(state, id),
    place: log.table && lines[0] ? linePlace(log.table, lines[0].row) : null,
  };
}

const shownFigure = (content: CellContent, format: string, unit: string): string =>
  typeof content === 'number' && format !== '' ? formatFigure(content, format, unit) : String(content);

const logged = (line: RecordLine<LogKey>, shown: (content: CellContent) => string): LoggedEvaluation => ({
  at: line.text('at'), month: readMonthWord(line.value('month')),
  mark: readMark(line.text('manual')) ?? readMark(line.text('automatic')),
  actual: shown(line.value('actual')), target: shown(line.value('target')), changes: line.text('changes'),
});

function correctionText({ catalog, definitions }: WorkbookState, line: RecordLine<CorrectionKey>): string {
  const id = line.text('rowId');
  const row = catalog.rows.get(id)?.definition;
  const format = row?.format ?? definitions.yearly.find((one) => one.id === id)?.format ?? '';
  const figure = (key: 'before' | 'after'): string => shownFigure(line.value(key), format, row?.unit ?? '');
  return `${line.text('table')}／${line.text('label')} ${line.text('year')}年度${line.text('month')}: ${figure('before')} → ${figure('after')}`;
}
