import { GatewayError, type GatewayFault } from '../plan/gateway';

/** Error codes of Office.js that say something a person can act on. Source: Excel.ErrorCodes, OfficeExtension.ErrorCodes. */
const FAULTS: Readonly<Record<string, GatewayFault>> = {
  AccessDenied: 'sheetProtected',
  InvalidOperationInCellEditMode: 'cellEditing',
  ItemNotFound: 'sheetMissing',
  ItemAlreadyExists: 'nameTaken',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  RequestTimeout: 'busy',
  ServerBusy: 'busy',
  HostIsBusy: 'busy',
  ApiNotFound: 'unsupported',
  NotImplemented: 'unsupported',
};

/**
 * Calls that Excel refuses with GeneralException while another workbook is in front (office-js issues 771, 5319, 6365): adding, copying,
 * deleting and showing sheets, selecting, freezing. A plan adds and deletes its sheets first, so that nothing has been done by then.
 */
const NEEDS_FRONT = /worksheets\.add\(|worksheet\d*\.(delete|copy)\(|\.(activate|select|freeze\w*)\(/;

/** Any error of the library as a GatewayError; the raw message stays in `detail` and is never shown. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  return new GatewayError(FAULTS[code] ?? (code === 'GeneralException' && NEEDS_FRONT.test(statementOf(error)) ? 'otherWorkbook' : 'unknown'), code === '' ? detail : `${code} ${detail}`, { cause: error });
}

/** Branching is on `code`, never on the message, which is translated. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** The call that failed as the library words it, e.g. "var add = worksheets.add(...);". */
function statementOf(error: unknown): string {
  const info: unknown = typeof error === 'object' && error !== null && 'debugInfo' in error ? error.debugInfo : null;
  return typeof info === 'object' && info !== null && 'statement' in info && typeof info.statement === 'string' ? info.statement : '';
}
