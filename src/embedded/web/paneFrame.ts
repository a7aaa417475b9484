import { Conversation, type ConversationOptions } from './conversation';

const HOST_VERSION = '16.00';

export interface PaneFrameOptions extends Omit<ConversationOptions, 'id' | 'origin' | 'post' | 'controlId'>, HostInfo {
  /** Address of the add-in's page: https, and the same host name as this page, or office.js refuses to trust it. */
  readonly address: string;
  /** The frame's accessible name. */
  readonly title: string;
}

export interface PaneFrame {
  readonly element: HTMLIFrameElement;
  readonly conversation: Conversation;
  /** Ends the conversation and takes the frame away. */
  close(): void;
}

/** Puts an add-in's page into a frame below `parent`, with all that office.js needs to find itself in Excel on the web. */
export function openPaneFrame(parent: HTMLElement, options: PaneFrameOptions): PaneFrame {
  const { address, title, ...rest } = options;
  const id = crypto.randomUUID();
  const controlId = 'pane';
  const element = document.createElement('iframe');
  element.title = title;
  element.name = frameName(id, controlId, location.origin, options);
  element.src = addInAddress(address, options);
  const target = new URL(address).origin;
  const post = (text: string): void => element.contentWindow?.postMessage(text, target);
  const conversation = new Conversation({ ...rest, id, controlId, origin: location.origin, post });
  const listen = (event: MessageEvent): void => {
    if (event.source === element.contentWindow && event.origin === target) conversation.receive(event.data);
  };
  addEventListener('message', listen);
  parent.append(element);
  return {
    element,
    conversation,
    close: () => {
      removeEventListener('message', listen);
      conversation.end();
      element.remove();
    },
  };
}

/** What office.js knows of its host before it has spoken to it. */
export interface HostInfo {
  readonly locale: string;
  /** The manifest gives pane and ribbon commands one runtime, which lives on while the pane is hidden. */
  readonly sharedRuntime: boolean;
}

/** Type, platform, version, language, correlation, dialog, logging, flags (1: shared runtime); without usage data. */
function hostInfo({ locale, sharedRuntime }: HostInfo, separator: string): string {
  return ['Excel', 'Web', HOST_VERSION, locale, 'pane', '', 'disableLogging', sharedRuntime ? '1' : '0'].join(separator);
}

/** What office.js reads from `window.name`. */
export function frameName(conversation: string, controlId: string, origin: string, info: HostInfo): string {
  return JSON.stringify({
    baseFrameName: 'pane',
    hostInfo: hostInfo(info, '|'),
    xdmInfo: `${conversation}|${controlId}|${origin}`,
    serializerVersion: '1',
    flights: '[]',
  });
}

/** The page's address as Excel on the web opens it. */
export function addInAddress(address: string, info: HostInfo): string {
  const url = new URL(address);
  url.search = [url.search.slice(1), `_host_Info=${hostInfo(info, '$')}`].filter(Boolean).join('&');
  return url.href;
}
