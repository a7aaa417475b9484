import type { WorkbookGateway } from '../plan/gateway';
import type { SheetSnapshot, WorkbookSnapshot } from '../plan/snapshot';
import { mayHoldTable } from '../sheets/adopt/sheetTables';
import { ownSheets, portionsOf } from '../sheets/adopt/portions';
import { Grid } from '../sheets/grid';
import { RESTORE_LINES, withoutRestoreSheets } from '../sheets/restore/restoreRecord';
import { USUAL_SHEETS } from '../sheets/workbookState';

/**
 * Reads every sheet that may hold a table of months, with number formats: first what is used at all, then the cells in portions of
 * what one request carries. A sheet without such a table is let go at once, so that memory holds no more than a portion and the tables.
 */
export async function readForTables(gateway: WorkbookGateway): Promise<WorkbookSnapshot> {
  const index = await gateway.readExtents(await gateway.readIndex(USUAL_SHEETS, [RESTORE_LINES]));
  const ours = ownSheets(index);
  let snapshot = index;
  for (const portion of portionsOf(withoutRestoreSheets(index))) {
    const read = await gateway.readCells(snapshot, portion);
    const asked = new Set(portion.map((one) => one.sheet));
    const keeps = (sheet: SheetSnapshot): boolean => !asked.has(sheet.name) || ours.has(sheet.name) || mayHoldTable(new Grid(sheet));
    snapshot = { ...read, sheets: read.sheets.map((sheet) => (keeps(sheet) ? sheet : unread(sheet))) };
  }
  return snapshot;
}

function unread(sheet: SheetSnapshot): SheetSnapshot {
  const { name, visible, protected: locked, ownNames, extent = null } = sheet;
  return { name, visible, protected: locked, ownNames, extent };
}
