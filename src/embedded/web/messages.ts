/** The envelopes of Office on the web's postMessage protocol, as office.js 16.0.15407 writes and reads them. All are JSON texts. */

const REQUEST = 0;
const RESPONSE = 1;
const KINDS = ['call', 'subscribe', 'unsubscribe'] as const;
const SERIALIZER = 1;
/** The add-in answers the host's own calls under this second name of the conversation. */
const NOTIFICATION_SUFFIX = '_ntf';

/** What the add-in's frame says to the host. */
export interface ClientMessage {
  readonly kind: (typeof KINDS)[number];
  /** A method ("executeMethod") or, for subscriptions, an event ("richApiMessage"). */
  readonly name: string;
  /** Given back with the answer, and with every event of a subscription. */
  readonly correlation: number;
  readonly data: unknown;
}

/** Reads a request of the given conversation; null for whatever else a window may post. */
export function readClientMessage(text: unknown, conversation: string): ClientMessage | null {
  const message = parsed(text);
  if (message === null || message['_messageType'] !== REQUEST || message['_conversationId'] !== conversation) return null;
  const { _actionName: name, _actionType: type, _correlationId: correlation, _data: data } = message;
  const kind = typeof type === 'number' ? KINDS[type] : undefined;
  if (kind === undefined || typeof name !== 'string' || typeof correlation !== 'number') throw new Error(`office.js sent a request of an unknown shape: ${String(text).slice(0, 200)}`);
  return { kind, name, correlation, data };
}

interface Outgoing {
  readonly conversation: string;
  /** Origin of the page around the add-in. */
  readonly origin: string;
  readonly name: string;
  readonly correlation: number;
  readonly data: unknown;
}

export function replyText(message: Outgoing): string {
  return envelope(message, { _messageType: RESPONSE, _responseType: 0, _errorCode: 0 });
}

/** An event of a subscription; `correlation` is that of the subscribing request. */
export function eventText(message: Outgoing): string {
  return envelope(message, { _messageType: RESPONSE, _responseType: 1, _errorCode: 0 });
}

/** A call of the host's own to the add-in's frame. */
export function callText(message: Outgoing): string {
  return envelope({ ...message, conversation: message.conversation + NOTIFICATION_SUFFIX }, { _messageType: REQUEST, _actionType: 0 });
}

function envelope({ conversation, origin, name, correlation, data }: Outgoing, kind: object): string {
  return JSON.stringify({ ...kind, _actionName: name, _conversationId: conversation, _correlationId: correlation, _origin: origin, _data: data, _serializerVersion: SERIALIZER });
}

function parsed(text: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : null;
  } catch {
    return null;
  }
}
