import { findActual, MARCH, type Actual, type ActualSource, type ToDateRef } from '../domain/actual';
import type { KpiCondition } from '../domain/definitions';
import { seriesKey } from '../domain/series';
import { yearsOfRule } from '../domain/targets';
import { cellA1 } from '../plan/a1';
import { monthAreas, monthCell, totalCell, type SheetCell } from './blockPlace';
import { areaList, cellReference, compileExpression, type Operand } from './compile';
import { endedOperand } from './derivedCells';
import type { WorkbookState } from './workbookState';
import type { YearlySheetKey } from './yearlySheet';

/** Where the figures of a judgement stand, for live formulas on another sheet. */

/** Formula of a cell on `sheet` that shows the figure as it is now; null where the figure has no place yet. */
export function actualFormula(source: ActualSource | null, state: WorkbookState, sheet: string): string | null {
  if (source === null) return null;
  switch (source.kind) {
    case 'month': {
      const place = state.map.series.get(seriesKey(source.rowId, source.year));
      return place ? pointAt(monthCell(place, source.month), sheet) : null;
    }
    case 'total': {
      const place = state.map.series.get(seriesKey(source.rowId, source.year));
      return place ? pointAt(totalCell(place), sheet) : null;
    }
    case 'toDate':
      return compileExpression(source.expression, sheet, (ref) => toDateOperand(ref, source.through, state));
    case 'yearly': {
      const cell = yearlyCell(source, state, sheet);
      return cell && guarded(cell);
    }
  }
}

/** Formula of a target by rule: the better of last year and the mean of three, "" until all three are there; null where they have no place. */
export function ruledTargetFormula(condition: KpiCondition, state: WorkbookState, sheet: string): string | null {
  const year = state.fiscalYear;
  if (year === null) return null;
  const figures = yearsOfRule(year).map((one) => {
    const actual = findActual(condition, state.catalog, state.figures, one, MARCH);
    return (actual.ok ? actualFormula(actual.data.source, state, sheet) : null)?.slice(1) ?? null;
  });
  if (figures.some((one) => one === null)) return null;
  const list = figures.join(',');
  return `=IF(COUNT(${list})=${figures.length},${condition.direction === '以下' ? 'MIN' : 'MAX'}(${figures[0] ?? ''},AVERAGE(${list})),"")`;
}

const guarded = (cell: string): string => `=IF(ISNUMBER(${cell}),${cell},"")`;

/** A yearly figure stands in its year's own line, or as the year before in the line of the next; null: nowhere. */
function yearlyCell({ id, year }: { readonly id: string; readonly year: number }, { lists }: WorkbookState, from: string): string | null {
  if (!lists.yearly) return null;
  const { table, content: { rows } } = lists.yearly;
  const at = (of: number, key: YearlySheetKey): string | null => {
    const [row, column] = [rows.get(seriesKey(id, of)), table.columns.get(key)];
    return row === undefined || column === undefined ? null : cellReference({ sheet: table.sheet, row, column }, from);
  };
  return at(year, 'rate') ?? at(year + 1, 'previous');
}

const pointAt = (cell: SheetCell | null, from: string): string | null => cell && guarded(cellReference(cell, from));

function toDateOperand(ref: ToDateRef, through: number, state: WorkbookState): Operand | null {
  const key = seriesKey(ref.rowId, ref.year);
  const place = state.map.series.get(key);
  if (!place) return endedOperand(state.catalog, ref.rowId, ref.year);
  if (ref.how !== 'last') return { kind: 'cells', by: ref.how === 'mean' ? 'AVERAGE' : 'SUM', sheet: place.block.sheet, areas: monthAreas(place, 0, through) };
  const months = state.figures.series.get(key)?.months ?? [];
  const last = months.map((_, month) => month).filter((month) => month <= through && months[month] != null).at(-1);
  const cell = last === undefined ? null : monthCell(place, last);
  return cell && { kind: 'cell', ...cell };
}

/** The months still awaited at the evaluation: their cells as an argument list, and how many had a figure. */
export function awaitedCells(actual: Actual, state: WorkbookState, sheet: string): { readonly list: string; readonly filled: number } | null {
  if (!actual.awaited) return null;
  const { rowIds, year, from, through } = actual.awaited;
  const parts: string[] = [];
  let filled = 0;
  for (const rowId of rowIds) {
    const key = seriesKey(rowId, year);
    const place = state.map.series.get(key);
    if (!place) continue;
    parts.push(areaList(place.block.sheet, monthAreas(place, from, through), sheet));
    filled += (state.figures.series.get(key)?.months.slice(from, through + 1) ?? []).filter((figure) => figure !== null).length;
  }
  return parts.length === 0 ? null : { list: parts.join(','), filled };
}

/**
 * 「評価後に数値が変更されました」 where the figure or the target differs from what was judged, or a month
 * that was awaited has come in. It works on a machine without the add-in.
 */
export function staleFormula(row: number, columns: { readonly actual: number; readonly judgedActual: number; readonly target: number; readonly judgedTarget: number }, awaited: { readonly list: string; readonly filled: number } | null, texts: readonly (readonly [number, number])[] = []): string {
  const differs = (now: number, judged: number): string => {
    const [a, b] = [cellA1(row, now), cellA1(row, judged)];
    return `IF(COUNT(${a},${b})=2,ABS(${a}-${b})>1E-9*MAX(1,ABS(${b})),COUNT(${a})<>COUNT(${b}))`;
  };
  const conditions = [differs(columns.actual, columns.judgedActual), differs(columns.target, columns.judgedTarget)];
  // Words that people type instead of figures.
  conditions.push(...texts.map(([now, judged]) => `AND(COUNT(${cellA1(row, now)},${cellA1(row, judged)})=0,${cellA1(row, now)}&""<>${cellA1(row, judged)}&"")`));
  if (awaited) conditions.push(`COUNT(${awaited.list})<>${awaited.filled}`);
  return `=IF(OR(${conditions.join(',')}),"評価後に数値が変更されました","")`;
}
