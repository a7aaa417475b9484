import { UniverEngine } from '../../src/embedded/engine/calculation';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { Grid } from '../../src/sheets/grid';
import { BookGateway } from '../support/bookGateway';

/** Every sheet of a workbook as the add-in reads it. */
export async function gridsOf(bytes: Uint8Array, file: string): Promise<Grid[]> {
  const gateway = new BookGateway(openWorkbook(bytes, file).book, new UniverEngine());
  const index = await gateway.readIndex([]);
  const snapshot = await gateway.readSheets(index, index.sheets.map((sheet) => sheet.name));
  return snapshot.sheets.map((sheet) => new Grid(sheet));
}
