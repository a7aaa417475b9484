import { endedMonthOf } from '../../domain/due';
import { readMonthWord } from '../../domain/fiscalYear';
import { seriesKey } from '../../domain/series';
import { asOfCell, lastRunCell } from '../kpiSheet';
import type { WorkbookState } from '../workbookState';

/** Month (0 = 4月) and time, as shown to people, of the last evaluation; null: none yet. */
export function lastEvaluation(state: WorkbookState): { readonly asOf: number; readonly at: string } | null {
  const table = state.lists.kpis?.table;
  const month = table && asOfCell(table);
  const last = table && lastRunCell(table);
  const asOf = month ? readMonthWord(table.grid.value(month.row, month.column)) : null;
  return asOf === null || !last ? null : { asOf, at: table.grid.text(last.row, last.column) };
}

/**
 * The month to judge next: the last with typed figures or the last one evaluated, whichever is later; where there is neither, the
 * last that has ended. A month that has not ended on the day is never suggested: some rows bear dates that lie ahead.
 */
export function suggestedMonth(state: WorkbookState, today: Date): number {
  const ended = endedMonthOf(today, state.fiscalYear);
  const known = [lastTypedMonth(state), lastEvaluation(state)?.asOf ?? null].filter((month): month is number => month !== null);
  return known.length === 0 ? ended : Math.min(ended, Math.max(...known));
}

function lastTypedMonth(state: WorkbookState): number | null {
  const year = state.fiscalYear;
  if (year === null) return null;
  const typed = [...state.catalog.rows].filter(([, row]) => row.definition.formula === null);
  const months = typed.flatMap(([id]) => (state.figures.series.get(seriesKey(id, year))?.months ?? []).flatMap((figure, month) => (figure === null ? [] : [month])));
  return months.length === 0 ? null : Math.max(...months);
}
