/**
 * Why a file cannot be opened:
 * notZip: no .xlsx at all; isXls: the old binary .xls; isXlsb: the new binary .xlsb; isOds: LibreOffice's own format; isTemplate: a template
 * or an add-in of Excel's; encrypted: protected by a password to open; strict: saved as "Strict Open XML"; notWorkbook: a file of another
 * program (.docx, .pptx); hasEntities: a part declares a document type, which the format forbids and attacks need; damaged: a part is missing or
 * cannot be read; tooLarge: the file, or what it would unpack to, is beyond the limits of `zip.ts`; noSheets: no worksheet inside.
 */
export type FileFaultCode = 'notZip' | 'isXls' | 'isXlsb' | 'isOds' | 'isTemplate' | 'encrypted' | 'strict' | 'notWorkbook' | 'hasEntities' | 'damaged' | 'tooLarge' | 'noSheets';

/** A file that cannot be opened. Branch on `code`; the message is for developers. `part` names the part at fault where one is. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(readonly code: FileFaultCode, message: string, readonly part?: string, options?: ErrorOptions) {
    super(message, options);
  }
}
