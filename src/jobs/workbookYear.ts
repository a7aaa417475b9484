import { openWorkbook, type JobContext } from './job';

/** The fiscal year the workbook names itself; null where it names none. Two reads at most. */
export async function workbookYear(context: JobContext): Promise<number | null> {
  return (await openWorkbook(context, null)).fiscalYear;
}
