import { MAX_COLUMNS, MAX_ROWS } from '../../plan/a1';
import { tokenizeFormula } from '../../plan/formulaText';
import { foldName } from '../model/folding';
import { areaOf, sheetOf } from '../model/formulaTokens';

/**
 * How large each sheet has to be for the engine: it answers #NAME? for a cell outside, and takes minutes over whole columns
 * of a sheet of Excel's size. So: as large as what is used and what is referred to, whole rows and columns apart.
 */
export class Extents {
  private readonly sizes = new Map<string, { rows: number; columns: number }>();

  include(sheet: string, row: number, column: number): void {
    const size = this.size(sheet);
    size.rows = Math.max(size.rows, row + 1);
    size.columns = Math.max(size.columns, column + 1);
  }

  includeReferences(formula: string, home: string): void {
    for (const token of tokenizeFormula(formula)) {
      const area = areaOf(token);
      if (!area) continue;
      const sheet = sheetOf(token) ?? home;
      this.include(sheet, area.rows === MAX_ROWS ? 0 : area.row + area.rows - 1, area.columns === MAX_COLUMNS ? 0 : area.column + area.columns - 1);
    }
  }

  size(sheet: string): { rows: number; columns: number } {
    const key = foldName(sheet);
    const known = this.sizes.get(key);
    if (known) return known;
    const made = { rows: 1, columns: 1 };
    this.sizes.set(key, made);
    return made;
  }
}
