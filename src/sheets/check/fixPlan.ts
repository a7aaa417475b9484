import { cellA1, cellArea } from '../../plan/a1';
import type { CellContent } from '../../plan/snapshot';
import { monthCell, totalCell, type SheetCell } from '../blockPlace';
import { sameContent } from '../cellUpdate';
import { recordOverwritten } from '../overwrittenSheet';
import { PlanBuilder } from '../planBuilder';
import { cellId } from '../sameFormula';
import { some } from '../some';
import { stopIfDamaged, type Thought } from '../thought';
import type { WorkbookState } from '../workbookState';
import { gone, sentence } from './acceptPlan';
import type { CheckFinding, FixCell } from './finding';
import { replacedFigures, togetherWords, type Replaced } from './replaced';

/**
 * 直す: writes the fixes of the findings a person ticked, each only where all its cells still say what was seen. `found`: the workbook's
 * findings as of now. A figure that gives way to a formula is kept in 「上書きの記録」, as 再計算 does; `at` is the time for it, as shown to people.
 */
export function thinkFix(state: WorkbookState, found: readonly CheckFinding[], ids: readonly string[], at: string): Thought {
  const stopped = stopIfDamaged(state);
  if (stopped) return stopped;
  const builder = new PlanBuilder();
  const warnings: string[] = [];
  const cells: FixCell[] = [];
  let fixed = 0;
  for (const id of new Set(ids)) {
    const finding = found.find((one) => one.id === id);
    const fix = finding?.fix;
    if (!finding) warnings.push(gone('何も変更していません。'));
    else if (!fix) warnings.push(`${sentence(finding)}直し方を決められないため、変更していません。セルで直してください。`);
    else if (fix.cells.some((cell) => !isAsSeen(state, cell))) warnings.push(`${sentence(finding)}セルの内容が変わったため、変更していません。もう一度確かめてください。`);
    else if (fix.cells.some(({ sheet, row, column }) => builder.writes(sheet, row, column))) warnings.push(`${sentence(finding)}同じセルをほかの内容で直すため、変更していません。もう一度点検してください。`);
    else {
      for (const { sheet, row, column, after } of fix.cells) builder.put(sheet, row, column, after);
      cells.push(...fix.cells);
      fixed++;
    }
  }
  formatFigures(builder, state, cells);
  const replaced = replacedFigures(state, cells);
  recordFormulas(builder, state, [...replaced.values()], at);
  const lines = cells.map((cell) => `${cell.sheet} ${cellA1(cell.row, cell.column)}: ${cell.words}${togetherWords(replaced.get(idOf(cell)))}`);
  return {
    plan: builder.build(state.snapshot.names),
    parts: [{ title: '直すもの', lines }],
    done: fixed === 0 ? [] : [`${fixed}件を直しました。`, ...some(lines)],
    warnings: some(warnings),
  };
}

/** A formula counts as its text. */
function isAsSeen({ grids }: WorkbookState, { sheet, row, column, before }: FixCell): boolean {
  const grid = grids.get(sheet);
  const now: CellContent = grid ? (grid.formula(row, column) ?? grid.value(row, column)) : '';
  return grid !== undefined && sameContent(now, before);
}

/**
 * A number set into a cell of texts would stay a text, and a time in one of plain numbers would read as a fraction of a day: its row's
 * format goes with it. Formulas bring their own.
 */
function formatFigures(builder: PlanBuilder, state: WorkbookState, cells: readonly FixCell[]): void {
  const numbers = cells.filter(({ after }) => typeof after === 'number');
  if (numbers.length === 0) return;
  const formats = figureFormats(state);
  for (const cell of numbers) {
    const format = formats.get(idOf(cell));
    if (format !== undefined) builder.add({ kind: 'numberFormat', sheet: cell.sheet, area: cellArea(cell), format });
  }
}

const idOf = ({ sheet, row, column }: SheetCell): string => cellId(sheet, row, column);

/** The number format of every cell of a table, as its row defines it. */
function figureFormats({ map }: WorkbookState): ReadonlyMap<string, string> {
  return new Map([...map.series.values()].flatMap((place) => {
    const { format, totalFormat } = place.line.row;
    const months = place.block.monthPositions.map((_, month) => [monthCell(place, month), format] as const);
    return [...months, [totalCell(place), totalFormat ?? format] as const].flatMap(([cell, one]) => (cell ? [[idOf(cell), one] as const] : []));
  }));
}

/** What was typed over a formula of ours is noted before the formula comes back. */
function recordFormulas(builder: PlanBuilder, state: WorkbookState, replaced: readonly Replaced[], at: string): void {
  if (replaced.length === 0) return;
  recordOverwritten(builder, state.lists.overwritten?.table ?? null, state.snapshot.sheets, replaced.map(({ cell, before, computed }) => ({ cell, value: before, computed })), at);
}
