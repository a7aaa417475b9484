import type { CellInput } from '../plan/workbookPlan';
import { normalizeLabel } from '../domain/labels';
import type { Grid } from './grid';
import type { PlanBuilder } from './planBuilder';

/** Settings stand above a list, a line each: name, value, note. */
export interface Setting {
  readonly key: string;
  readonly value: CellInput;
  readonly note: CellInput;
}

/** Where a setting's value is written; its note stands beside it. */
export const SETTING_COLUMN = 2;

export function writeSettings(builder: PlanBuilder, sheet: string, settings: readonly Setting[], firstRow: number): void {
  settings.forEach((setting, index) => {
    builder.put(sheet, firstRow + index, 0, setting.key);
    builder.put(sheet, firstRow + index, SETTING_COLUMN, setting.value);
    if (setting.note !== '') builder.put(sheet, firstRow + index, SETTING_COLUMN + 1, setting.note);
  });
  builder.add(
    { kind: 'style', sheet, area: { row: firstRow, column: 0, rows: settings.length, columns: 1 }, style: { bold: true } },
    { kind: 'style', sheet, area: { row: firstRow, column: SETTING_COLUMN, rows: settings.length, columns: 1 }, style: { horizontal: 'Left' } },
  );
}

/** Row and column of a setting's value: the first filled cell to the right of its name; null where the name is not there. */
export function findSetting(grid: Grid, key: string, headerRow: number): { readonly row: number; readonly column: number } | null {
  const wanted = normalizeLabel(key);
  for (let row = 0; row < headerRow; row++) {
    for (let column = 0; column < Math.min(grid.endColumn, 3); column++) {
      if (normalizeLabel(grid.text(row, column)) !== wanted) continue;
      for (let right = column + 1; right < grid.endColumn; right++) if (!grid.isEmpty(row, right)) return { row, column: right };
      return { row, column: column + SETTING_COLUMN };
    }
  }
  return null;
}
