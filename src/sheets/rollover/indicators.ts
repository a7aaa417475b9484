import { fiscalYearLabel } from '../../domain/fiscalYear';
import { INDICATOR_SHEET } from '../indicatorLayout';
import { readIndicatorSheet } from '../indicatorLines';
import { figureFormat } from '../indicatorPlan';
import type { IndicatorSheetKey } from '../indicatorSheet';
import type { RecordTable } from '../recordTable';
import { freezeList } from './frozen';
import { listed, type Told, type Turn } from './turn';

/** 「業績評価」 in the new year: what people typed of the year that is over becomes last year's, the figures wait for the first evaluation. */

/** What the evaluation wrote of the year; 実施状況 is live. */
const OF_THE_YEAR: readonly IndicatorSheetKey[] = INDICATOR_SHEET.columns.flatMap(({ key, derived }) => (derived && key !== 'effective' ? [key] : []));

/** Keeps the list as values, 「業績評価_2024」. Gives the sheet's name; null: the workbook has no such list. */
export function freezeIndicators(turn: Turn): string | null {
  const table = turn.state.lists.indicators?.table;
  if (!table) return null;
  const sheet = freezeList(turn, table, INDICATOR_SHEET, ['effective']);
  for (const { definition, line } of readIndicatorSheet(table).lines) {
    for (const [key, column] of table.columns) {
      const format = figureFormat(key, definition);
      if (format !== null) turn.builder.add({ kind: 'numberFormat', sheet, area: { row: line.row, column, rows: 1, columns: 1 }, format });
    }
  }
  return sheet;
}

/** `gone`: conditions of KPIs that are no longer judged; an indicator that shows one goes with it. */
export function renewIndicators(turn: Turn, gone: ReadonlySet<string>): Told {
  const table = turn.state.lists.indicators?.table;
  if (!table) return {};
  let moved = 0;
  const dropped: string[] = [];
  for (const line of table.lines) {
    const { row } = line;
    if (gone.has(line.text('kpi'))) {
      dropped.push(`${line.text('id')} ${line.text('label')}`);
      for (const key of table.columns.keys()) empty(turn, table, row, key);
      continue;
    }
    for (const key of OF_THE_YEAR) empty(turn, table, row, key);
    moved += carryTyped(turn, table, row) ? 1 : 0;
  }
  return {
    carried: [`業績評価 ${table.lines.length - dropped.length}行: 指標と計算式はそのまま使う`],
    renewed: moved === 0 ? [] : [`業績評価の入力値 ${moved}件: 前年度の入力値にし、${fiscalYearLabel(turn.to)}の欄を空にする`],
    dropped: dropped.length === 0 ? [] : [`業績評価の${listed(dropped)}: 終了したKPIの指標のため、行を空にする`],
  };
}

/** A formula of a person's stays where it is. */
function carryTyped(turn: Turn, table: RecordTable<IndicatorSheetKey>, row: number): boolean {
  const [typed, previous] = [table.columns.get('typed'), table.columns.get('typedPrevious')];
  const { grid, sheet } = table;
  if (typed === undefined || previous === undefined || grid.formula(row, typed) !== null || grid.formula(row, previous) !== null) return false;
  const figure = grid.value(row, typed);
  if (figure === '' && grid.isEmpty(row, previous)) return false;
  turn.builder.put(sheet, row, previous, figure);
  empty(turn, table, row, 'typed');
  empty(turn, table, row, 'typedAsOf');
  return figure !== '';
}

function empty({ builder }: Turn, { grid, sheet, columns }: RecordTable<IndicatorSheetKey>, row: number, key: IndicatorSheetKey): void {
  const column = columns.get(key);
  if (column !== undefined && !grid.isEmpty(row, column)) builder.put(sheet, row, column, '');
}
