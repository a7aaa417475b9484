import type { CellInput } from '../../plan/workbookPlan';
import { ANCHORS, foldName, freeSheetName, yearSheetName } from '../names';
import { findSummary } from '../summaryRefresh';
import type { Turn } from './turn';

/**
 * 年間まとめ of the year that is over: its formulas become values, and it takes the name 年間まとめ_2024 with its charts, widths and
 * remarks, so that the next one is made beside it. It is our own output, and no name of a figure points into it. null: there is none.
 */
export function freezeSummary({ state, builder, sheets, ended }: Turn): string | null {
  const grid = findSummary(state);
  if (!grid) return null;
  const sheet = freeSheetName(yearSheetName(grid.name, ended), sheets);
  sheets.push({ name: sheet });
  builder.add({ kind: 'renameSheet', sheet: grid.name, to: sheet });
  for (let row = 0; row < grid.endRow; row++) {
    for (let column = 0; column < grid.endColumn; column++) {
      if (grid.formula(row, column) !== null) builder.put(sheet, row, column, frozen(grid.value(row, column)));
    }
  }
  const { name } = ANCHORS.summary;
  if (state.snapshot.names.some((one) => foldName(one.name) === foldName(name))) builder.add({ kind: 'deleteName', name });
  return sheet;
}

/** A gap in a chart's line must stay an error: a text would be drawn as zero. */
const frozen = (value: string | number | boolean): CellInput => (value === '#N/A' ? { formula: '=NA()' } : value);
