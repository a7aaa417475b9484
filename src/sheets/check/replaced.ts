import { computeAll, type FigureBook } from '../../domain/series';
import type { CellContent } from '../../plan/snapshot';
import { monthCell, totalCell, type SheetCell } from '../blockPlace';
import { derivedCells, type DerivedCell } from '../derivedCells';
import { figureAt, shownContent } from '../recomputePlan';
import { cellId } from '../sameFormula';
import type { WorkbookState } from '../workbookState';
import type { FixCell } from './finding';

/** A cell in which a formula of ours takes the place of what a person put there. */
export interface Replaced {
  readonly cell: DerivedCell;
  readonly before: CellContent;
  /** What the formula gives with the other fixes made; null: nothing. */
  readonly computed: number | null;
  /** What it would give without them. */
  readonly alone: number | null;
}

/** The cells that fixes give a formula to in place of a content, by their IDs. */
export function replacedFigures(state: WorkbookState, cells: readonly FixCell[]): ReadonlyMap<string, Replaced> {
  const before = new Map(cells.filter(({ after, before: typed }) => typeof after === 'object' && typed !== '').map((cell) => [idOf(cell), cell.before]));
  const replaced = before.size === 0 ? [] : derivedCells(state.map, state.catalog).filter((cell) => before.has(idOf(cell)));
  if (replaced.length === 0) return new Map();
  const compute = (series: FigureBook): FigureBook => computeAll(state.catalog, state.fiscalYear ?? 0, series);
  const [now, then] = [compute(state.figures.series), compute(withNumbers(state, cells))];
  return new Map(replaced.map((cell) => [idOf(cell), { cell, before: before.get(idOf(cell)) ?? '', computed: figureAt(then, cell), alone: figureAt(now, cell) }]));
}

/** Behind the words of a fix: what the formula gives where other fixes change it. */
export function togetherWords(replaced: Replaced | undefined): string {
  if (!replaced || replaced.computed === replaced.alone) return '';
  return `。ほかの修正と合わせた計算値は ${shownContent(replaced.computed ?? '空欄', replaced.cell)}`;
}

/** The figures of the workbook with the numbers that fixes put into their cells. */
function withNumbers({ map, figures }: WorkbookState, cells: readonly FixCell[]): FigureBook {
  const numbers = new Map(cells.flatMap((cell) => (typeof cell.after === 'number' ? [[idOf(cell), cell.after] as const] : [])));
  const at = (cell: SheetCell | null, found: number | null): number | null => (cell && numbers.get(idOf(cell))) ?? found;
  return new Map([...figures.series].map(([key, { months, total }]) => {
    const place = map.series.get(key);
    return [key, place ? { months: months.map((found, month) => at(monthCell(place, month), found)), total: at(totalCell(place), total) } : { months, total }];
  }));
}

const idOf = ({ sheet, row, column }: SheetCell): string => cellId(sheet, row, column);
