import { newWorkbook } from '../../src/embedded/xlsx/open';
import { layout } from '../../src/jobs/layout';
import { GUNMA } from './laidOut';
import { withOffice } from './office';

/** The sample year laid out in a new workbook through office.js, as a file. */
export async function sampleFile(): Promise<Uint8Array> {
  const opened = newWorkbook();
  await layout(withOffice(opened).context, 2024, GUNMA);
  return opened.save();
}
