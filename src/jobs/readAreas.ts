import { GatewayError, type WorkbookGateway } from '../plan/gateway';
import type { SheetArea } from '../plan/sheetReference';
import type { ReadBlock, WorkbookSnapshot } from '../plan/snapshot';

/**
 * All sheets and names, the used ranges of some sheets and areas of others: one request, and where that is more than Excel carries at
 * once, as many smaller ones as it takes. Throws GatewayError.
 */
export async function readAreas(gateway: WorkbookGateway, sheets: readonly string[], areas: readonly SheetArea[]): Promise<WorkbookSnapshot> {
  const all = await unlessTooLarge(gateway.readIndex(sheets, areas));
  if (all) return all;
  let snapshot = await gateway.readIndex([]);
  for (const sheet of sheets) snapshot = await gateway.readSheets(snapshot, [sheet]);
  for (const area of areas) snapshot = await readArea(gateway, snapshot, area);
  return snapshot;
}

async function readArea(gateway: WorkbookGateway, snapshot: WorkbookSnapshot, at: SheetArea): Promise<WorkbookSnapshot> {
  const { rows } = at.area;
  const read = rows === 1 ? await gateway.readCells(snapshot, [at]) : await unlessTooLarge(gateway.readCells(snapshot, [at]));
  if (read) return read;
  const half = Math.ceil(rows / 2);
  const upper = await readArea(gateway, snapshot, { ...at, area: { ...at.area, rows: half } });
  const lower = await readArea(gateway, snapshot, { ...at, area: { ...at.area, row: at.area.row + half, rows: rows - half } });
  return { ...lower, sheets: lower.sheets.map((sheet, index) => {
    const above = upper.sheets[index]?.used;
    return sheet.name === at.sheet && above && sheet.used ? { ...sheet, used: below(above, sheet.used) } : sheet;
  }) };
}

/** Two blocks of the same columns, one below the other, as one. */
const below = (upper: ReadBlock, lower: ReadBlock): ReadBlock => ({
  area: { ...upper.area, rows: upper.area.rows + lower.area.rows },
  values: [...upper.values, ...lower.values],
  formulas: [...upper.formulas, ...lower.formulas],
  formats: [...(upper.formats ?? []), ...(lower.formats ?? [])],
});

/** null where the answer is too large. */
async function unlessTooLarge(reading: Promise<WorkbookSnapshot>): Promise<WorkbookSnapshot | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GatewayError && error.fault === 'tooLarge') return null;
    throw error;
  }
}
