import { bounding, type Area } from '../../plan/a1';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells as rectangles: one where they fill it, otherwise one a run of neighbours in a row. */
export function areasOf(cells: readonly Place[]): Area[] {
  const places = [...new Map(cells.map(({ row, column }) => [`${row} ${column}`, { row, column, rows: 1, columns: 1 }])).values()]
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const [first, ...rest] = places;
  if (!first) return [];
  const box = rest.reduce(bounding, first);
  if (box.rows * box.columns === places.length) return [box];
  return rest.reduce<Area[]>((runs, place) => {
    const last = runs.at(-1);
    if (last && last.row === place.row && last.column + last.columns === place.column) return [...runs.slice(0, -1), bounding(last, place)];
    return [...runs, place];
  }, [first]);
}
