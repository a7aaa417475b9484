import { readSheetArea, type SheetArea } from '../../plan/sheetReference';
import type { SheetSnapshot, WorkbookSnapshot } from '../../plan/snapshot';
import { isWorkingName } from '../names';
import { outputSheets } from '../outputs';
import { historySheets } from '../workbookState';

/** A month header takes twelve cells and one for the label, across or down, and a line beside it. */
const HEADER = 13;
const LINE = 2;
/** What a cell's value, formula and number format take on the way, about, in bytes. */
const CELL_BYTES = 24;
/** Excel on the web carries 5 MB at once. */
const PORTION_BYTES = 4_000_000;
/** The most cells read of a sheet, and its columns: tables of months stand at the beginning. */
const SHEET_CELLS = Math.floor(PORTION_BYTES / CELL_BYTES);
const SHEET_COLUMNS = 400;

/** Sheets that names of ours point at. */
export const ownSheets = (snapshot: WorkbookSnapshot): ReadonlySet<string> =>
  new Set(snapshot.names.filter((name) => isWorkingName(name.name)).flatMap((name) => readSheetArea(name.refersTo)?.sheet ?? []));

/** The cells to read of each sheet that may hold a table of months, in portions that one request carries. Sheets with names of ours are read whole; nobody's tables stand in what was made for others, nor in the history. */
export function portionsOf(snapshot: WorkbookSnapshot): SheetArea[][] {
  const ours = ownSheets(snapshot);
  const apart = new Set([...outputSheets(snapshot), ...historySheets(snapshot)]);
  const areas = snapshot.sheets.flatMap((sheet) => (apart.has(sheet.name) ? [] : areaOf(sheet, ours.has(sheet.name))));
  const portions: SheetArea[][] = [];
  let room = 0;
  for (const one of areas) {
    const bytes = one.area.rows * one.area.columns * CELL_BYTES;
    if (portions.length === 0 || bytes > room) {
      portions.push([]);
      room = PORTION_BYTES;
    }
    portions.at(-1)?.push(one);
    room -= bytes;
  }
  return portions;
}

function areaOf({ name, extent }: SheetSnapshot, ours: boolean): SheetArea[] {
  if (!extent) return [];
  if (ours) return [{ sheet: name, area: extent }];
  const { rows, columns } = extent;
  if (!((columns >= HEADER && rows >= LINE) || (rows >= HEADER && columns >= LINE))) return [];
  const width = Math.min(columns, SHEET_COLUMNS);
  return [{ sheet: name, area: { ...extent, columns: width, rows: Math.min(rows, Math.floor(SHEET_CELLS / width)) } }];
}

/** Sheets of which only a part was looked at, as sentences. */
export function partlyRead(snapshot: WorkbookSnapshot): string[] {
  return snapshot.sheets.flatMap(({ name, extent, used }) => {
    if (!extent || !used || (used.area.rows === extent.rows && used.area.columns === extent.columns)) return [];
    return [`シート「${name}」は大きいため、${used.area.row + used.area.rows}行目・${used.area.column + used.area.columns}列目までを調べました。`];
  });
}
