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

/** Any error of the library as a GatewayError; the raw message stays in `detail` and is never shown. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  return new GatewayError(FAULTS[code] ?? 'unknown', code === '' ? detail : `${code} ${detail}`, { cause: error });
}

/** Branching is on `code`, never on the message, which is translated. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
