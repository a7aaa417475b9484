import { toGatewayError } from './faults';

/** Shows and selects cells (A1 without the sheet). One sync. Throws GatewayError: sheetMissing where the sheet is gone. */
export async function showCells(sheet: string, address: string): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRange(address).select();
      await context.sync();
    });
  } catch (error) {
    throw toGatewayError(error);
  }
}
