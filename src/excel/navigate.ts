import { GatewayError } from '../plan/gateway';
import { toGatewayError } from './faults';

/** Shows and selects cells (A1 without the sheet). Two syncs. Throws GatewayError: sheetMissing where the sheet is gone, sheetHidden. */
export async function showCells(sheet: string, address: string): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.load('visibility');
      await context.sync();
      if (worksheet.visibility !== 'Visible') throw new GatewayError('sheetHidden', sheet);
      worksheet.activate();
      worksheet.getRange(address).select();
      await context.sync();
    });
  } catch (error) {
    throw toGatewayError(error);
  }
}
