import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { PanePort } from '../../src/taskpane/port';
import { Start } from '../../src/taskpane/Start';
import { ThemedRoot } from '../../src/taskpane/ThemedRoot';
import { fakePort, type FakeBook, type FakePort } from './fakePort';

/** What jsdom leaves out because it draws nothing. */
export function preparePage(): void {
  cleanup();
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  document.hasFocus = () => true;
  HTMLCanvasElement.prototype.getContext = () => null;
  const silent = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  window.matchMedia = (media) => Object.assign(new EventTarget(), silent, { media, onchange: null, addListener: () => undefined, removeListener: () => undefined });
}

export interface Shown {
  readonly port: FakePort;
  readonly user: UserEvent;
  readonly container: HTMLElement;
}

const inExcel = (): Promise<boolean> => Promise.resolve(true);

/** The whole pane over a fake workbook, as Excel opens it; waits for `heading`. */
export const showPane = (change: Partial<FakeBook> = {}, options: { readonly language?: string; readonly heading?: string } = {}): Promise<Shown> => showPort(fakePort(change), options);

/** The whole pane over any port. */
export async function showPort<P extends PanePort>(port: P, { language = 'ja-JP', heading = '令和6年度（2024年度）' } = {}): Promise<Omit<Shown, 'port'> & { readonly port: P }> {
  const user = userEvent.setup();
  const { container } = render(<ThemedRoot><Start port={port} ready={inExcel} language={() => language} /></ThemedRoot>);
  await screen.findByRole('heading', { name: heading });
  // The count of missing figures comes a moment after the page.
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  return { port, user, container };
}

/** Presses one of the three views in the bar at the top. */
export async function showView(user: UserEvent, name: string): Promise<void> {
  await user.click(within(screen.getByRole('navigation')).getByRole('button', { name }));
  await screen.findByRole('heading', { level: 1 });
}

/** Rules broken, with the places; colours are not seen here, they are judged in a browser. */
export async function faultsOf(container: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
