import { afterEach, expect, test } from '@jest/globals';
import { officeOnTheWeb, type WebOptions } from '../../support/officeOnTheWeb';

const open: ReturnType<typeof officeOnTheWeb>[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

async function start(options: WebOptions = {}) {
  const office = officeOnTheWeb(options);
  open.push(office);
  await office.window.Office.onReady();
  return office;
}
const turns = () => new Promise((resolve) => setTimeout(resolve, 60));
const update = (enabled: boolean, id = 'Command.Layout') => ({ tabs: [{ id: 'TabHome', groups: [{ id: 'Group', controls: [{ id, enabled }] }] }] });

test('the add-in shows and hides its pane, and hears of both', async () => {
  const { window, noted, faults } = await start();
  const { addin } = window.Office;
  const heard: string[] = [];
  const forget = await addin.onVisibilityModeChanged((event) => void heard.push(event.visibilityMode));
  await addin.hide();
  expect(noted.visible).toBe(false);
  await addin.showAsTaskpane();
  expect(noted.visible).toBe(true);
  await turns();
  await forget();
  await addin.hide();
  await turns();
  expect(heard).toEqual(['Hidden', 'Taskpane']);
  expect(faults).toEqual([]);
});

test('a pane that starts unseen is told so', async () => {
  const office = officeOnTheWeb({ visible: false });
  open.push(office);
  const info = await office.window.Office.onReady();
  expect(Reflect.get(info, 'addin')).toEqual({ visibilityMode: 'Hidden' });
});

test('the pane is shown while a cell is being edited: that is no business of the workbook', async () => {
  const { window, host, noted } = await start({ visible: false });
  noted.visible = false;
  host.cellEdit.begin();
  await window.Office.addin.showAsTaskpane();
  expect(noted.visible).toBe(true);
});

test('whether the add-in starts with the document is kept', async () => {
  const { window, noted } = await start();
  const { addin, StartupBehavior } = window.Office;
  await addin.setStartupBehavior(StartupBehavior.load);
  expect([noted.startWithDocument, await addin.getStartupBehavior()]).toEqual([true, 'Load']);
  await addin.setStartupBehavior(StartupBehavior.none);
  expect([noted.startWithDocument, await addin.getStartupBehavior()]).toEqual([false, 'None']);
});

test("a button of the ribbon calls the function associated with it, and hears when that is done", async () => {
  const { window, conversation } = await start();
  const calls: string[] = [];
  window.Office.actions.associate('layout', (event: Office.AddinCommands.Event) => {
    calls.push(event.source.id);
    setTimeout(() => event.completed(), 10);
  });
  expect(await conversation.invokeCommand('Command.Layout', 'layout')).toBe(0);
  expect(await conversation.invokeCommand('Command.Again', 'layout')).toBe(0);
  expect(calls).toEqual(['Command.Layout', 'Command.Again']);
});

test('a button pressed before the add-in listens is answered once it does', async () => {
  const office = officeOnTheWeb();
  open.push(office);
  const done = office.conversation.invokeCommand('Command.Layout', 'layout');
  await office.window.Office.onReady(() => office.window.Office.actions.associate('layout', (event: Office.AddinCommands.Event) => event.completed()));
  expect(await done).toBe(0);
});

test('a function the add-in does not have is no success', async () => {
  const { conversation } = await start();
  expect(await conversation.invokeCommand('Command.Layout', 'nothing')).not.toBe(0);
});

test('the add-in enables and disables its buttons; one the manifest lacks is an error', async () => {
  const { window, noted, faults } = await start();
  const { ribbon } = window.Office;
  await ribbon.requestUpdate(update(false));
  expect(noted.buttons.get('Command.Layout')).toBe(false);
  await ribbon.requestUpdate(update(true));
  expect(noted.buttons.get('Command.Layout')).toBe(true);
  await ribbon.requestUpdate({ tabs: [{ id: 'TabHome', visible: false }] });
  expect(noted.tabs.get('TabHome')).toBe(false);
  const code = await ribbon.requestUpdate(update(false, 'Nowhere')).then(() => 'no error', (error: { code: string }) => error.code);
  expect(code).toBe('InvalidArgument');
  expect(faults).toEqual([]);
});

test('Tab, Esc and Ctrl+F6 in the pane are handed to the page', async () => {
  const { window, noted, conversation, faults } = await start();
  const press = (keyCode: number, init?: KeyboardEventInit) => window.document.body.dispatchEvent(keyDown(window, keyCode, init));
  noted.notices.length = 0;
  press(27);
  press(117, { ctrlKey: true });
  await turns();
  expect(noted.notices.filter((one) => one === 'escape' || one === 'nextRegion')).toEqual(['escape', 'nextRegion']);
  expect(faults).toEqual([]);
  conversation.focus('forward');
  await turns();
  expect(window.document.activeElement?.id).toBe('one');
});

/** office.js reads the old key codes, which no constructor sets. */
function keyDown(window: { KeyboardEvent: typeof KeyboardEvent }, keyCode: number, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new window.KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'keyCode', { value: keyCode });
  return event;
}
