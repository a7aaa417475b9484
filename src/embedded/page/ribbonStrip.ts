import type { RibbonButton, RibbonGroup } from './manifest';

/** A button as it stands in the strip. */
export interface StripButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  readonly sharpIcon: string;
  readonly enabled: boolean;
  /** Given for a button that opens and closes something. */
  readonly pressed?: boolean;
  press(): void;
}
export interface StripGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly StripButton[];
}

/** The manifest's groups as buttons that call `press`. */
export function stripGroups(groups: readonly RibbonGroup[], state: (button: RibbonButton) => Pick<StripButton, 'enabled'> & { pressed?: boolean }, press: (button: RibbonButton) => void): StripGroup[] {
  return groups.map((group) => ({
    id: group.id,
    label: group.label,
    buttons: group.buttons.map((button) => ({ ...button, ...state(button), press: () => press(button) })),
  }));
}

/**
 * Draws the ribbon: one Tab stop, arrow keys between buttons, Home and End. A button that cannot be used now can still be
 * reached, so that its tip can be read. Drawn anew it keeps the focus.
 */
export function drawRibbon(strip: HTMLElement, groups: readonly StripGroup[]): void {
  const focused = strip.contains(document.activeElement) ? document.activeElement?.id : undefined;
  strip.replaceChildren(...groups.map(drawGroup));
  const buttons = [...strip.querySelectorAll('button')];
  const current = buttons.find((button) => button.id === focused) ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === current ? 0 : -1;
  if (focused !== undefined) current?.focus();
  strip.onkeydown = (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = { ArrowRight: buttons[at + 1], ArrowLeft: buttons[at - 1], Home: buttons[0], End: buttons.at(-1) }[event.key];
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  };
}

function drawGroup(group: StripGroup): HTMLElement {
  const element = document.createElement('div');
  element.className = 'ribbon-group';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-labelledby', `group-${group.id}`);
  const buttons = document.createElement('div');
  buttons.className = 'ribbon-buttons';
  buttons.append(...group.buttons.map(drawButton));
  const label = Object.assign(document.createElement('div'), { className: 'ribbon-label', id: `group-${group.id}`, textContent: group.label });
  element.append(buttons, label);
  return element;
}

function drawButton(button: StripButton): HTMLButtonElement {
  const element = Object.assign(document.createElement('button'), { type: 'button', id: button.id, title: button.tip, className: 'ribbon-button' });
  const icon = Object.assign(document.createElement('img'), { src: button.icon, srcset: button.sharpIcon && `${button.sharpIcon} 2x`, alt: '', width: 32, height: 32 });
  element.append(icon, Object.assign(document.createElement('span'), { textContent: button.label }));
  element.setAttribute('aria-disabled', String(!button.enabled));
  if (button.pressed !== undefined) element.setAttribute('aria-pressed', String(button.pressed));
  element.addEventListener('click', () => {
    if (button.enabled) button.press();
  });
  return element;
}
