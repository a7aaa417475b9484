import { expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { readAreas } from '../../src/jobs/readAreas';
import { writeSafely, type Written } from '../../src/jobs/writeSafely';
import type { PlanAction } from '../../src/plan/workbookPlan';
import { RESTORE_SHEET } from '../../src/sheets/restore/restoreRecord';
import { withOffice } from '../support/office';

/** A workbook whose structure was protected when the add-in had been at work already: its record is there, and no sheet may come, go, hide or show. */

function open() {
  const opened = newWorkbook();
  const { book } = opened;
  const [sheet] = book.sheets;
  sheet?.cells.set(cellKey(0, 0), { value: '手入力', style: { bold: true } });
  const { context: { gateway } } = withOffice(opened);
  const write = async (...actions: PlanAction[]): Promise<Written> => {
    const seen = await readAreas(gateway, book.sheets.map((one) => one.name), []);
    return writeSafely(gateway, { plan: { actions }, job: 'recompute', at: '2025/4/7 9:30', seen, wayBack: true });
  };
  const lock = (): void => { Object.assign(book, { structureProtected: true }); };
  return { book, write, lock };
}

const step = (content: string | number): PlanAction => ({ kind: 'write', sheet: 'Sheet1', row: 0, column: 0, cells: [[content]] });
const A1 = cellKey(0, 0);

test('the oldest record gives way, and the sheet that was set aside for it stays for now', async () => {
  const { book, write, lock } = open();
  const sheet = blankSheet(sheetIdText(901), '公表');
  sheet.cells.set(A1, { value: '前の値' });
  book.sheets.push(sheet);
  await write({ kind: 'deleteSheet', sheet: '公表' });
  lock();
  for (let run = 1; run <= 12; run++) expect((await write(step(run))).restore).toBe(run + 1);
  expect(book.sheets.map((one) => one.name)).toEqual(['Sheet1', '復元用1_公表', RESTORE_SHEET]);
});

test('a record in view is written on', async () => {
  const { book, write, lock } = open();
  await write(step('新しい'));
  const record = book.sheets.find((one) => one.name === RESTORE_SHEET);
  if (!record) throw new Error('no record');
  record.visibility = 'Visible';
  lock();
  expect((await write(step('もっと新しい'))).restore).toBe(2);
});

test('looks that would be kept on a sheet of their own are set all the same, and it is said that they do not come back', async () => {
  const { book, write, lock } = open();
  await write(step('新しい'));
  lock();
  const { restore, notes } = await write(step('もっと新しい'), { kind: 'style', sheet: 'Sheet1', area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: false } });
  expect([restore, notes.join().includes('書式'), book.sheets[0]?.cells.get(A1)?.value, book.sheets.length]).toEqual([2, true, 'もっと新しい', 2]);
});
