import { isRestoreSheet } from '../../src/sheets/restore/restoreRecord';
import { differences, type Contents } from './contents';

/** What a writing found, and what stood there when it was done. */
export interface Writing {
  readonly before: Contents;
  readonly after: Contents;
}

/** Where a writing that was taken back has left something, although nobody touched the workbook between. `from`: as it stood when it was to be taken back. */
export function leftBehind({ before, after }: Writing, from: Contents, to: Contents): string[] {
  if (differences(apart(after), apart(from)).length > 0) return [];
  return differences(apart(before), apart(to)).map((one) => `not taken back: ${one}`);
}

/** Without what is kept to take writings back. */
const apart = (contents: Contents): Contents => ({ ...contents, sheets: new Map([...contents.sheets].filter(([, sheet]) => !isRestoreSheet(sheet.name))) });
