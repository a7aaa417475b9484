import type { NameSnapshot, WorkbookSnapshot } from '../plan/snapshot';
import { readSheetArea } from '../plan/sheetReference';
import { foldName, isOutputName, type OutputKind } from './names';

/** The sheets that the add-in made for others, by their names as they are now; a sheet that merely has such a title is somebody's. */
export function outputSheets(snapshot: WorkbookSnapshot, kind?: OutputKind): ReadonlySet<string> {
  return new Set(snapshot.names.filter((name) => isOutputName(name.name, kind)).flatMap((name) => sheetOf(name, snapshot) ?? []));
}

/** The sheet known by a name; null where there is none, or it was deleted. */
export function outputSheet(snapshot: WorkbookSnapshot, name: string): string | null {
  const found = snapshot.names.find((one) => foldName(one.name) === foldName(name));
  return found ? sheetOf(found, snapshot) : null;
}

/** Spelled as the sheet is. */
function sheetOf(name: NameSnapshot, snapshot: WorkbookSnapshot): string | null {
  const at = readSheetArea(name.refersTo);
  return (at && snapshot.sheets.find((sheet) => foldName(sheet.name) === foldName(at.sheet))?.name) ?? null;
}
