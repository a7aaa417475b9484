import { afterEach, expect, jest, test } from '@jest/globals';
import { connectRibbon, type PaneWindow } from '../../src/excel/officeRibbon';
import { officeOnTheWeb, type WebOptions } from '../support/officeOnTheWeb';

const open: { close(): void }[] = [];
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
  open.splice(0).forEach((one) => one.close());
});

/** The ribbon with one button, over the real office.js; `command` gets the pane. */
function ribbonWith(command: (pane: PaneWindow) => Promise<void>, options?: WebOptions) {
  const office = officeOnTheWeb(options);
  open.push(office);
  Object.assign(globalThis, { Office: office.window.Office });
  let pane: PaneWindow | undefined;
  const connected = connectRibbon((given) => {
    pane = given;
    return { ribbonEvaluate: () => command(given) };
  });
  return { ...office, connected, press: () => office.conversation.invokeCommand('BusinessPlan.Evaluate', 'ribbonEvaluate'), pane: () => pane };
}

test.each([[true, true], [false, false]])('a page loaded with the pane open (%s) knows it at the first press', async (visible, expected) => {
  const seen: boolean[] = [];
  const { press, faults } = ribbonWith((pane) => Promise.resolve(void seen.push(pane.visible())), { visible });
  expect(await press()).toBe(0);
  expect(seen).toEqual([expected]);
  expect(faults).toEqual([]);
});

test('the pane is followed as it is closed and opened', async () => {
  const { connected, pane, noted, press } = ribbonWith(async (shown) => shown.show());
  await connected;
  noted.showPane(false);
  await settled(() => pane()?.visible() === false);
  expect(await press()).toBe(0);
  expect([noted.visible, pane()?.visible()]).toEqual([true, true]);
});

test('Office hears of the end after a failure too', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { press } = ribbonWith(() => Promise.reject(new Error('no')));
  expect(await press()).toBe(0);
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
});

test('an Excel without shared runtime has no ribbon to follow', async () => {
  const { connected, pane, faults } = ribbonWith(() => Promise.resolve(), { requirementSets: { ExcelApi: '1.9' } });
  await connected;
  expect(pane()?.visible()).toBe(false);
  expect(faults).toEqual([]);
});

async function settled(reached: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !reached(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(reached()).toBe(true);
}
