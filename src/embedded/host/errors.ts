/**
 * Error codes of Excel's JavaScript API, with the messages of Microsoft's table
 * (learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling).
 */
const CODES = {
  AccessDenied: [401, 'You cannot perform the requested operation.'],
  ApiNotFound: [404, 'The API you are trying to use could not be found. It may be available in a newer version of Excel.'],
  GeneralException: [500, 'There was an internal error while processing the request.'],
  InvalidArgument: [400, 'The argument is invalid or missing or has an incorrect format.'],
  InvalidOperation: [400, 'The operation attempted is invalid on the object.'],
  InvalidOperationInCellEditMode: [400, 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.'],
  InvalidReference: [400, 'This reference is not valid for the current operation.'],
  InvalidSelection: [400, 'The current selection is invalid for this operation.'],
  ItemAlreadyExists: [409, 'The resource being created already exists.'],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  NotImplemented: [501, "The requested feature isn't implemented."],
  RequestPayloadSizeLimitExceeded: [413, 'The request payload size has exceeded the limit.'],
  ResponsePayloadSizeLimitExceeded: [413, 'The response payload size has exceeded the limit.'],
  // Not in that table: what a host that is too busy answers.
  ServerBusy: [503, 'The server is busy.'],
  UnsupportedOperation: [400, 'The operation being attempted is not supported.'],
} as const;

export type ErrorCode = keyof typeof CODES;

/** A failure that the add-in sees as `OfficeExtension.Error` with this code. `detail` follows Excel's own message. */
export class HostError extends Error {
  readonly status: number;
  constructor(readonly code: ErrorCode, detail = '') {
    const [status, message] = CODES[code];
    super(detail === '' ? message : `${message} (${detail})`);
    this.name = 'HostError';
    this.status = status;
  }
}

/** Excel has it, this host has not: never to be taken for an answer of Excel. */
export function notImplemented(member: string): HostError {
  return new HostError('NotImplemented', `embedded workbook: ${member}`);
}
