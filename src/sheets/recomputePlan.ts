import { computeAll, type FigureBook } from '../domain/series';
import { formatFigure } from '../domain/formatFigure';
import { monthLabel } from '../domain/fiscalYear';
import { cellA1 } from '../plan/a1';
import { derivedCells, derivedInspector, formatOf, formulaInput, type DerivedCell } from './derivedCells';
import { mendNames } from './mend';
import { derivedId, recordOverwritten, type DerivedId, type Overwritten } from './overwrittenSheet';
import { PlanBuilder } from './planBuilder';
import { stopIfDamaged, type Thought } from './thought';
import type { WorkbookState } from './workbookState';

/** Which figures typed over a formula give way to the formula again: all, or those named. A different formula gives way only where it is named. */
export type Restore = 'all' | ReadonlySet<DerivedId>;

export interface RecomputeThought extends Thought {
  /** Every figure found typed over a formula and not marked 手入力のまま, restored or not. */
  readonly typedOver: readonly (Overwritten & { readonly id: DerivedId; readonly restored: boolean })[];
}

/** Brings derived rows and totals right. `at` is the time for the record, as shown to people. */
export function thinkRecompute(state: WorkbookState, restore: Restore, at: string): RecomputeThought {
  const stopped = stopIfDamaged(state);
  if (stopped) return { ...stopped, typedOver: [] };
  const builder = new PlanBuilder();
  const computed = computeAll(state.catalog, state.fiscalYear ?? 0, state.figures.series);
  const kept = state.lists.overwritten?.content.kept ?? new Set<DerivedId>();
  const typedOver: (Overwritten & { id: DerivedId; restored: boolean })[] = [];
  const filled: DerivedCell[] = [];
  const outdated: DerivedCell[] = [];
  const foreign: (Overwritten & { id: DerivedId; found: string })[] = [];
  const wrong: DerivedCell[] = [];
  const cells = derivedCells(state.map, state.catalog);
  const inspect = derivedInspector(state.grids, cells);
  for (const cell of cells) {
    const found = inspect(cell);
    const id = derivedId(cell.key, cell.month);
    switch (found.kind) {
      case 'right':
        if (!agrees(cell, state, computed)) wrong.push(cell);
        break;
      case 'empty':
        filled.push(cell);
        break;
      case 'outdated':
        outdated.push(cell);
        break;
      case 'foreign':
        if (!kept.has(id)) foreign.push({ cell, value: found.found, found: found.found, computed: figureAt(computed, cell), id });
        break;
      case 'typedOver': {
        if (kept.has(id)) break;
        const restored = restore === 'all' || restore.has(id);
        typedOver.push({ cell, value: found.value, computed: figureAt(computed, cell), id, restored });
        break;
      }
    }
  }
  const restored = typedOver.filter((one) => one.restored);
  // A formula of a person's gives way only to a tick of its own, never to "all".
  const replaced = foreign.filter((one) => restore !== 'all' && restore.has(one.id));
  const left = foreign.filter((one) => !replaced.includes(one));
  for (const cell of [...filled, ...outdated, ...[...restored, ...replaced].map((one) => one.cell)]) {
    builder.put(cell.sheet, cell.row, cell.column, formulaInput(cell));
  }
  if (restored.length + replaced.length > 0) recordOverwritten(builder, state.lists.overwritten?.table ?? null, state.snapshot.sheets, [...restored, ...replaced], at);
  const mended = mendNames(builder, state);
  return {
    plan: builder.build(state.snapshot.names),
    will: [
      ...(filled.length > 0 ? [`消えている計算式 ${filled.length}件を入れ直します（${some(filled)}）。`] : []),
      ...(outdated.length > 0 ? [`行や列の移動で合わなくなった計算式 ${outdated.length}件を直します（${some(outdated)}）。`] : []),
      ...(replaced.length > 0 ? [`別の計算式 ${replaced.length}件を、表定義の計算式に置き換えます（${some(replaced.map((one) => one.cell))}）。元の計算式はシート「上書きの記録」に残します。`] : []),
      ...(restored.length > 0 ? [`入力されている値 ${restored.length}件を計算式に戻します（${some(restored.map((one) => one.cell))}）。元の値はシート「上書きの記録」に残します。`] : []),
    ],
    done: [
      ...mended.done,
      ...(filled.length > 0 ? [`消えていた計算式 ${filled.length}件を入れ直しました（${some(filled)}）。`] : []),
      ...(outdated.length > 0 ? [`行や列の移動で合わなくなった計算式 ${outdated.length}件を直しました（${some(outdated)}）。`] : []),
      ...(replaced.length > 0 ? [`別の計算式 ${replaced.length}件を、表定義の計算式に置き換えました（${some(replaced.map((one) => one.cell))}）。元の計算式はシート「上書きの記録」にあります。`] : []),
      ...restored.map((one) => `計算式のセルに値（${shownContent(one.value, one.cell)}）が入力されていました。計算式に戻しました（計算値 ${shownContent(one.computed ?? '', one.cell)}）。${cellWords(one.cell)}。元の値はシート「上書きの記録」にあります。`),
    ],
    warnings: [
      ...mended.warnings,
      ...foreignWords(left),
      ...typedOver.filter((one) => !one.restored).map((one) => `計算式のセルに値（${shownContent(one.value, one.cell)}）が入力されています。${cellWords(one.cell)}。計算値は ${shownContent(one.computed ?? '', one.cell)} です。変更していません。`),
      // A figure typed over an operand makes its results differ too; that has been told already.
      ...(wrong.length > 0 && typedOver.length + foreign.length + filled.length + outdated.length === 0 ? [`計算式の結果が検算と合わないセルが${wrong.length}件あります（${some(wrong)}）。Excelの計算方法が「手動」になっていないか確認してください。`] : []),
    ],
    typedOver,
  };
}

/** Formulas that are not those of the definitions, a sentence a row: a changed definition leaves a whole row of them. */
function foreignWords(foreign: readonly { readonly cell: DerivedCell; readonly found: string }[]): string[] {
  return [...new Set(foreign.map((one) => one.cell.place.line.row.id))].map((row) => {
    const [first, ...more] = foreign.filter((one) => one.cell.place.line.row.id === row);
    if (!first) return '';
    if (more.length === 0) return `${cellWords(first.cell)}に別の計算式「${first.found}」があります。変更していません（本来の計算式 ${first.cell.formula}）。`;
    return `${cellWords(first.cell)}など${more.length + 1}個のセルに、表定義と違う計算式「${first.found}」があります。変更していません（表定義の計算式 ${first.cell.formula}）。定義を直したときは、「点検」で選んで置き換えてください。`;
  });
}

/** What the second computation gives for a derived cell. */
export const figureAt = (figures: FigureBook, cell: DerivedCell): number | null => {
  const series = figures.get(cell.key);
  return (cell.month === null ? series?.total : series?.months[cell.month]) ?? null;
};

/** Compares the workbook's result with the second computation, which uses the workbook's own operands. */
function agrees(cell: DerivedCell, state: WorkbookState, computed: FigureBook): boolean {
  const shownValue = figureAt(state.figures.series, cell);
  const expected = figureAt(computed, cell);
  return shownValue === null || expected === null ? shownValue === expected : isSameFigure(shownValue, expected);
}

/** Equal but for the binary error of a computation. */
const isSameFigure = (found: number, expected: number): boolean => Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));

/** A derived cell in words: sheet and cell, table, row and month. */
export function cellWords(cell: DerivedCell): string {
  const { line, block } = cell.place;
  return `${cell.sheet} ${cellA1(cell.row, cell.column)}（${block.block.table.name}／${line.row.label} ${cell.month === null ? (block.block.totalLabel ?? '計') : monthLabel(cell.month)}）`;
}

/** A derived cell's content as the sheet shows it. */
export const shownContent = (value: string | number | boolean, cell: DerivedCell): string => (typeof value === 'number' ? formatFigure(value, formatOf(cell), '') : String(value));

/** The first cells of several, in words. */
const some = (cells: readonly DerivedCell[]): string => `${cells.slice(0, 3).map(cellWords).join('、')}${cells.length > 3 ? ' など' : ''}`;
