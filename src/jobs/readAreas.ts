import type { Area } from '../plan/a1';
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
  let snapshot = await readSheetsInParts(gateway, await gateway.readIndex([]), sheets);
  for (const area of areas) snapshot = await readArea(gateway, snapshot, area);
  return snapshot;
}

/** The used ranges of sheets, as readSheets gives them, in as many requests as Excel needs. Throws GatewayError. */
export async function readSheetsInParts(gateway: WorkbookGateway, snapshot: WorkbookSnapshot, sheets: readonly string[]): Promise<WorkbookSnapshot> {
  return (await unlessTooLarge(gateway.readSheets(snapshot, sheets))) ?? readTooLarge(gateway, snapshot, sheets);
}

/** The same of sheets that are known to be more than Excel carries at once. */
export async function readTooLarge(gateway: WorkbookGateway, snapshot: WorkbookSnapshot, sheets: readonly string[]): Promise<WorkbookSnapshot> {
  const half = Math.ceil(sheets.length / 2);
  if (sheets.length > 1) return readSheetsInParts(gateway, await readSheetsInParts(gateway, snapshot, sheets.slice(0, half)), sheets.slice(half));
  const sized = await gateway.readExtents(snapshot);
  const [large] = sized.sheets.filter((one) => one.name === sheets[0]);
  return large?.extent ? readArea(gateway, sized, { sheet: large.name, area: large.extent }) : sized;
}

async function readArea(gateway: WorkbookGateway, snapshot: WorkbookSnapshot, at: SheetArea): Promise<WorkbookSnapshot> {
  const { row, column, rows, columns } = at.area;
  const reading = gateway.readCells(snapshot, [at]);
  const read = rows * columns === 1 ? await reading : await unlessTooLarge(reading);
  if (read) return read;
  const isCut = rows > 1;
  const half = Math.ceil((isCut ? rows : columns) / 2);
  const [first, second] = isCut
    ? [{ row, column, rows: half, columns }, { row: row + half, column, rows: rows - half, columns }]
    : [{ row, column, rows, columns: half }, { row, column: column + half, rows, columns: columns - half }];
  const one = await readArea(gateway, snapshot, { ...at, area: first });
  const other = await readArea(gateway, one, { ...at, area: second });
  return { ...other, sheets: other.sheets.map((sheet, index) => {
    const used = one.sheets[index]?.used;
    return sheet.name === at.sheet && used && sheet.used ? { ...sheet, used: joined(at.area, used, sheet.used, isCut) } : sheet;
  }) };
}

/** Two blocks as one: the second below the first, or beside it. */
function joined(area: Area, first: ReadBlock, second: ReadBlock, isBelow: boolean): ReadBlock {
  const join = <T>(a: readonly (readonly T[])[], b: readonly (readonly T[])[]): readonly (readonly T[])[] => (isBelow ? [...a, ...b] : a.map((line, down) => [...line, ...(b[down] ?? [])]));
  return { area, values: join(first.values, second.values), formulas: join(first.formulas, second.formulas), formats: join(first.formats ?? [], second.formats ?? []), errors: join(first.errors ?? [], second.errors ?? []) };
}

/** null where the answer is too large. */
async function unlessTooLarge(reading: Promise<WorkbookSnapshot>): Promise<WorkbookSnapshot | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GatewayError && error.fault === 'tooLarge') return null;
    throw error;
  }
}
