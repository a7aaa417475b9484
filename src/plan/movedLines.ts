import { sameContent, standingAt } from './content';
import type { Cells, Footprint } from './footprint';
import { readSheetArea } from './sheetReference';
import type { NameSnapshot, ReadBlock, WorkbookSnapshot } from './snapshot';

/**
 * Sheets whose rows or columns were put in, taken out or sorted between two readings, as far as a plan writes there. A cell that is
 * to be filled says nothing of it: it is empty on the next line too. The names that point to its sheet do, and the texts of its row.
 */
export function movedSince({ cells }: Footprint, seen: WorkbookSnapshot, now: WorkbookSnapshot): string[] {
  const blockOf = (snapshot: WorkbookSnapshot, sheet: string): ReadBlock | null | undefined => snapshot.sheets.find((one) => one.name === sheet)?.used;
  return [...cells].flatMap(([sheet, touched]) => {
    const isMoved = namesMoved(sheet, seen.names, now.names) || textsMoved(touched, blockOf(seen, sheet), blockOf(now, sheet));
    return isMoved ? [sheet] : [];
  });
}

/** Whether a name that points to a sheet points to other cells of it by now, or to none any more. */
function namesMoved(sheet: string, then: readonly NameSnapshot[], now: readonly NameSnapshot[]): boolean {
  const current = new Map(now.map((one) => [one.name, one.refersTo]));
  return then.some(({ name, refersTo }) => {
    const standing = current.get(name);
    if (standing === undefined || standing === refersTo) return false;
    return readSheetArea(refersTo)?.sheet === sheet && (readSheetArea(standing)?.sheet ?? sheet) === sheet;
  });
}

/** Whether a typed text of a touched row, as far as it was read again, is another one by now. */
function textsMoved(touched: Cells<unknown>, then: ReadBlock | null | undefined, now: ReadBlock | null | undefined): boolean {
  if (!then || !now) return false;
  const { column: first, columns } = now.area;
  return [...touched].some(([row, line]) => Array.from({ length: columns }, (_, index) => first + index).some((column) => {
    const standing = standingAt(then, row, column);
    return (line.get(column) ?? null) === null && typeof standing === 'string' && standing !== '' && !sameContent(standing, standingAt(now, row, column));
  }));
}
