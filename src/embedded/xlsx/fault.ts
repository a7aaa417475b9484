/**
 * Why a file cannot be opened:
 * notZip: no .xlsx at all; isXls: the old binary .xls; encrypted: protected by a password to open; strict: saved as
 * "Strict Open XML"; notWorkbook: a package of another kind (.docx, .xlsb, .ods); damaged: a part is missing or cannot
 * be read; tooLarge: it would unpack to more than the limits of `zip.ts`; noSheets: no worksheet inside.
 */
export type FileFaultCode = 'notZip' | 'isXls' | 'encrypted' | 'strict' | 'notWorkbook' | 'damaged' | 'tooLarge' | 'noSheets';

/** A file that cannot be opened. Branch on `code`; the message is for developers. `part` names the part at fault where one is. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(readonly code: FileFaultCode, message: string, readonly part?: string) {
    super(message);
  }
}
