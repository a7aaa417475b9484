import type { ExcelHost } from './host';

/** The global `_richApiNativeBridge` that office.js looks for when it is loaded. */
export interface NativeBridge {
  /** Set by office.js. */
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

const REPLY = 2;
const EVENTS = 3;
const EVENT_CATEGORY = 65_536;

/** Carries office.js's messages to the host and its answers and events back, never within the call itself. */
export function bridgeTo(host: ExcelHost): NativeBridge {
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) => {
      void deliver(text);
    },
  };
  const post = (message: object): void => bridge.onMessageFromHost?.(JSON.stringify(message));
  async function deliver(text: string): Promise<void> {
    const { id, flags, body } = readMessage(text);
    try {
      const answer = await host.processQuery(JSON.stringify(body), { flags });
      post({ id, type: REPLY, message: { statusCode: answer.status, headers: {}, body: answer.status === 200 ? answer.body : '' } });
    } catch (error) {
      // A fault of the host itself: the add-in must fail too, and the words must be found.
      post({ id, type: REPLY, message: { statusCode: 500, headers: {}, body: { error: { code: 'GeneralException', message: error instanceof Error ? error.stack ?? error.message : String(error) } } } });
    }
    tellEvents();
  }
  function tellEvents(): void {
    for (const { type, target, message } of host.events.take()) {
      post({ type: EVENTS, controlId: '', message: { entries: [[EVENT_CATEGORY, type, target, message, '']] } });
    }
  }
  host.events.onWaiting = tellEvents;
  return bridge;
}

function readMessage(text: string): { id: unknown; flags: number; body: unknown } {
  const { id, flags, message } = JSON.parse(text) as { id: unknown; flags: unknown; message: { body: unknown } };
  return { id, flags: typeof flags === 'number' ? flags : 0, body: message.body };
}
