import { UniverEngine } from '../../../src/embedded/engine/calculation';
import { newBook } from '../../../src/embedded/model/newBook';
import { openSession, type Session, type SessionOptions } from '../../../src/embedded/session';

/** A session over a new workbook with the given sheets, dates typed in 2024. */
export function session(sheets: readonly string[] = ['Sheet1'], options: Partial<SessionOptions> = {}): Session {
  return openSession({ book: newBook('計画.xlsx', sheets), engine: new UniverEngine(), now: () => new Date(2024, 5, 1), ...options });
}

/** The code of the OfficeExtension.Error that the work ends in. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
  return 'no error';
}

export type Work = (context: Excel.RequestContext) => void | Promise<void>;

/** The error code of one batch on its own. */
export function codeOfBatch({ Excel: excel }: { readonly Excel: typeof Excel }, work: Work): Promise<string> {
  return codeOf(excel.run(async (context) => {
    await work(context);
    await context.sync();
  }));
}
