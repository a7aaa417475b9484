import { seriesKey, type FigureBook, type SeriesFigures, type SeriesKey } from '../domain/series';
import type { SheetArea } from '../plan/sheetReference';
import type { PlanAction } from '../plan/workbookPlan';
import type { Block, BlockLine } from './blocks';
import { monthCell, totalCell, type BlockPlace, type SeriesPlace, type SheetCell } from './blockPlace';
import type { Grid } from './grid';

/** Where every series of the workbook stands, and what was found wrong on the way. */
export interface TableMap {
  readonly series: ReadonlyMap<SeriesKey, SeriesPlace>;
  /** Lines the names pointed at before they were mended; formulas of ours may still speak of them. */
  readonly formerLines: ReadonlyMap<SeriesKey, number>;
  readonly blocks: readonly BlockPlace[];
  /** Blocks that are nowhere in the workbook. */
  readonly missing: readonly Block[];
  /** Names to be set right. */
  readonly repairs: readonly PlanAction[];
  /** What was mended. */
  readonly mended: readonly MendedNote[];
  /** What could not be decided or was noticed. */
  readonly warnings: readonly TableNote[];
}

/**
 * Something noticed of a table while it was looked for. nameLost: a name is gone or points nowhere. rowMoved: it pointed at
 * another row or column. undecided: several places could be meant, or none. labelChanged: a label or heading reads differently now.
 */
export interface TableNote {
  readonly kind: 'nameLost' | 'rowMoved' | 'undecided' | 'labelChanged';
  readonly tableId: string;
  /** A sentence for a clerk. */
  readonly text: string;
  readonly place: SheetArea | null;
}

/** Something a plan sets right; `done` says so once it is. */
export interface MendedNote extends TableNote {
  readonly kind: 'nameLost' | 'rowMoved';
  readonly place: SheetArea;
  readonly done: string;
  readonly name: string;
}

export const noteTexts = (notes: readonly TableNote[]): string[] => notes.map((note) => note.text);

const FEW = 3;
/** What was mended; many names of one kind are one sentence. */
export function mendedTexts(notes: readonly MendedNote[]): string[] {
  return (['nameLost', 'rowMoved'] as const).flatMap((kind) => {
    const same = notes.filter((note) => note.kind === kind);
    if (same.length <= FEW) return same.map((note) => note.done);
    const names = `（${same.slice(0, FEW).map((note) => note.name).join('、')} など）`;
    return [kind === 'nameLost' ? `なくなっていた名前 ${same.length}件を付け直しました${names}。` : `名前 ${same.length}件が指す場所を直しました${names}。`];
  });
}

/** The figures of all series as the workbook shows them; text and blanks are no figures. */
export function readFigures(map: TableMap, grids: ReadonlyMap<string, Grid>): FigureBook {
  const figures = new Map<SeriesKey, SeriesFigures>();
  for (const [key, place] of map.series) {
    const grid = grids.get(place.block.sheet);
    if (!grid) continue;
    const figure = (cell: SheetCell | null): number | null => cell && grid.number(cell.row, cell.column);
    figures.set(key, { months: place.block.monthPositions.map((_, month) => figure(monthCell(place, month))), total: figure(totalCell(place)) });
  }
  return figures;
}

export const keyOf = (line: BlockLine): SeriesKey => seriesKey(line.row.id, line.year);
