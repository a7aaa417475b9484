import { afterEach, expect, test } from '@jest/globals';
import { officeOnTheWeb, type WebOptions } from '../../support/officeOnTheWeb';

const open: ReturnType<typeof officeOnTheWeb>[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

async function start(options: WebOptions = {}) {
  const office = officeOnTheWeb(options);
  open.push(office);
  const info = await office.window.Office.onReady();
  return { ...office, info };
}
const turns = () => new Promise((resolve) => setTimeout(resolve, 60));

test('office.js finds itself in Excel on the web, in the language and with the requirement sets it is given', async () => {
  const { window, info, faults } = await start({ locale: 'en-US', requirementSets: { ExcelApi: '1.9' } });
  const { context } = window.Office;
  expect([info.host, info.platform]).toEqual(['Excel', 'OfficeOnline']);
  expect([context.displayLanguage, context.contentLanguage]).toEqual(['en-US', 'en-US']);
  expect(['1.9', '1.10'].map((version) => context.requirements.isSetSupported('ExcelApi', version))).toEqual([true, false]);
  expect(context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(false);
  expect(faults).toEqual([]);
});

test('reads, writes and errors of the workbook travel both ways', async () => {
  const { window, host, faults } = await start();
  const values = await window.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('月次').getRange('A1:B1');
    range.values = [[1, '=A1+1']];
    range.load('values');
    await context.sync();
    return JSON.stringify(range.values);
  });
  expect(values).toBe('[[1,2]]');
  const failed = await window.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('ない').load('name');
    await context.sync();
  }).catch((error: { code: string }) => error.code);
  expect(failed).toBe('ItemNotFound');
  expect(host.traffic.syncs).toBe(2);
  expect(faults).toEqual([]);
});

test('what a person types reaches the add-in without a request', async () => {
  const { window, host } = await start();
  const heard: string[] = [];
  await window.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => {
      heard.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
  });
  const [sheet] = host.book.sheets;
  if (!sheet) throw new Error('no sheet');
  host.events.personEdited(sheet, { row: 1, column: 1, rows: 1, columns: 1 });
  await turns();
  expect(heard).toEqual(['B2']);
});

test('a request that asks to wait for the end of cell editing says so on the wire', async () => {
  const { window, host } = await start();
  host.cellEdit.begin();
  const refused = await window.Excel.run((context) => context.sync()).catch((error: { code: string }) => error.code);
  expect(refused).toBe('InvalidOperationInCellEditMode');
  let done = false;
  const waiting = window.Excel.run({ delayForCellEdit: true }, (context) => context.sync()).then(() => (done = true));
  await turns();
  expect(done).toBe(false);
  host.cellEdit.end();
  await waiting;
});

test('settings are saved, and are there for the next start', async () => {
  const settings = new Map<string, string>();
  const first = await start({ settings });
  first.window.Office.context.document.settings.set('年度', 2024);
  await new Promise<void>((resolve) => first.window.Office.context.document.settings.saveAsync(() => resolve()));
  expect(settings.has('年度')).toBe(true);
  const second = await start({ settings });
  expect(second.window.Office.context.document.settings.get('年度')).toBe(2024);
});

test('what the embedded workbook does not have fails, and is said aloud', async () => {
  const { window, faults } = await start();
  const result = await new Promise<Office.AsyncResult<unknown>>((resolve) => window.Office.context.document.getSelectedDataAsync(window.Office.CoercionType.Text, resolve));
  expect(result.status).toBe('failed');
  expect(faults).toHaveLength(1);
});
