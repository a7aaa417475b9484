import type { CellContent } from './snapshot';
import type { WorkbookPlan } from './workbookPlan';

/** What a plan would do, counted. */
export interface PlanCount {
  readonly sheets: readonly string[];
  /** Sheets that get another name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Names that are added, and names that are set right. */
  readonly newNames: number;
  readonly renewedNames: number;
  readonly removedNames: number;
  readonly removedSheets: readonly string[];
  /** Cells that are written on sheets that are there already. */
  readonly cells: number;
  /** Cells whose typed content gives way to another. */
  readonly replaced: number;
}

/** Counts a plan against the workbook it was made for; `contentOf` gives what is typed in a cell, null for a formula or an empty cell. */
export function countPlan(plan: WorkbookPlan, contentOf: (sheet: string, row: number, column: number) => CellContent | null): PlanCount {
  const count = { sheets: [] as string[], renamed: [] as { from: string; to: string }[], newNames: 0, renewedNames: 0, removedNames: 0, removedSheets: [] as string[], cells: 0, replaced: 0 };
  // A plan's sheets come first.
  const isNew = (sheet: string): boolean => count.sheets.includes(sheet) || count.renamed.some((one) => one.to === sheet);
  for (const action of plan.actions) {
    switch (action.kind) {
      case 'addSheet':
        count.sheets.push(action.sheet);
        break;
      case 'renameSheet':
        count.renamed.push({ from: action.sheet, to: action.to });
        break;
      case 'defineName':
        if (action.replaces) count.renewedNames++;
        else count.newNames++;
        break;
      case 'deleteName':
        count.removedNames++;
        break;
      case 'deleteSheet':
        count.removedSheets.push(action.sheet);
        break;
      case 'write':
        action.cells.forEach((cells, down) => cells.forEach((cell, right) => {
          if (cell === null || isNew(action.sheet)) return;
          count.cells++;
          const before = contentOf(action.sheet, action.row + down, action.column + right);
          if (before !== null && before !== cell) count.replaced++;
        }));
        break;
      default:
        break;
    }
  }
  return count;
}

/**
 * A short text that two plans share only where they write the same over the same, as far as `told`, the words of what is to be done,
 * says it; `stamp`, the time of the run, does not count.
 * 53 bits of cyrb53 (public domain): enough to notice a change, no proof against malice.
 */
export function planPrint(plan: WorkbookPlan, stamp: string, told: readonly string[] = []): string {
  const text = JSON.stringify([plan.actions, told], (_, value: unknown) => (value === stamp ? '' : value));
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
