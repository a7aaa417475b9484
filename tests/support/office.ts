import { UniverEngine } from '../../src/embedded/engine/calculation';
import type { HostOptions } from '../../src/embedded/host/host';
import type { CalculationEngine } from '../../src/embedded/model/book';
import { openSession } from '../../src/embedded/session';
import type { OpenedWorkbook } from '../../src/embedded/xlsx/open';
import { ExcelGateway } from '../../src/excel/gateway';
import type { JobContext } from '../../src/jobs/job';
import { STANDARD } from './laidOut';

/** A workbook behind the real office.js; the library stands where a page would have it. */
export function withOffice(opened: OpenedWorkbook, options: Partial<HostOptions> = {}, engine: CalculationEngine = new UniverEngine()) {
  const session = openSession({ book: opened.book, engine, ...options });
  Object.assign(globalThis, { Excel: session.Excel, OfficeExtension: session.OfficeExtension });
  const context: JobContext = { gateway: new ExcelGateway(false), standard: STANDARD, now: () => '2025/4/7 9:30' };
  return { session, context };
}
