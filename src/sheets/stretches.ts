import type { Area } from '../plan/a1';

/** Cells side by side in a row, and what they are to look like. */
export interface LikeCells {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly look: string;
}

export interface Stretch {
  readonly area: Area;
  readonly look: string;
}

/** Cells of one look that lie under each other as one area, for each action costs; `cells` from the top down. */
export function stretches(cells: readonly LikeCells[]): Stretch[] {
  const areas: { look: string; area: { row: number; column: number; rows: number; columns: number } }[] = [];
  const latest = new Map<string, (typeof areas)[number]>();
  for (const { row, column, columns, look } of cells) {
    const id = `${column},${columns},${look}`;
    const above = latest.get(id);
    if (above && above.area.row + above.area.rows === row) {
      above.area.rows++;
      continue;
    }
    const begun = { look, area: { row, column, rows: 1, columns } };
    areas.push(begun);
    latest.set(id, begun);
  }
  return areas;
}
