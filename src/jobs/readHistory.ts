import { findHistorySheets } from '../sheets/history/findHistory';
import { Grid } from '../sheets/grid';
import type { WorkbookState } from '../sheets/workbookState';
import type { JobContext } from './job';

/** The workbook as it was read, with the sheets of what was evaluated before: one request, none where there are none. Throws GatewayError. */
export async function readHistory({ gateway }: Pick<JobContext, 'gateway'>, state: WorkbookState): Promise<WorkbookState> {
  const snapshot = await gateway.readSheets(state.snapshot, findHistorySheets(state.snapshot));
  return { ...state, snapshot, grids: new Map(snapshot.sheets.filter((sheet) => sheet.used !== undefined).map((sheet) => [sheet.name, new Grid(sheet)])) };
}
