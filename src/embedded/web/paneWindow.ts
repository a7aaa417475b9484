/** What office.js tells the page, mostly of keys and of the focus leaving the pane (its AgaveHostAction numbers). Usage data is for Microsoft: nobody here keeps it. */
export const PANE_NOTICES = {
  0: 'focused', 1: 'left', 5: 'nextRegion', 6: 'previousRegion', 13: 'tabForward', 14: 'tabBackward', 15: 'escape', 16: 'f2',
  17: 'tabForward', 18: 'tabBackward', 21: 'ready', 23: 'usageData', 39: 'shortcut',
} as const;
export type PaneNotice = (typeof PANE_NOTICES)[keyof typeof PANE_NOTICES];

/** A key pressed in the pane with Ctrl, Alt, Shift or Meta, by its old key code; the pane handles it too. */
export interface PaneShortcut {
  readonly keyCode: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The window around the add-in's frame, as far as an add-in can steer it. */
export interface PaneWindow {
  /** Office.addin.showAsTaskpane and hide. */
  showPane(visible: boolean): void;
  isPaneVisible(): boolean;
  /** Office.addin.setStartupBehavior: whether the add-in starts with this document the next time. */
  startWithDocument: boolean;
  /** Office.ribbon.requestUpdate; false where the manifest has no such control. */
  enableButton(id: string, enabled: boolean): boolean;
  isButtonEnabled(id: string): boolean;
  showTab(id: string, visible: boolean): boolean;
  /** Focus and keys that office.js hands to the page. */
  notice(notice: PaneNotice, shortcut: PaneShortcut | undefined): void;
}
