import { expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, type Book, type Sheet } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { perform, type TaskContext } from '../../src/jobs/perform';
import type { JobReport } from '../../src/jobs/job';
import { readAreas } from '../../src/jobs/readAreas';
import type { Task } from '../../src/jobs/task';
import { writeSafely } from '../../src/jobs/writeSafely';
import type { PlanAction } from '../../src/plan/workbookPlan';
import { withOffice } from '../support/office';

/** Sheets of people's own that are called like the add-in's memory, and sheets of that memory on which people work. */

function open() {
  const opened = newWorkbook();
  const { book } = opened;
  const { context } = withOffice(opened);
  const task: TaskContext = { ...context, year: 2024, today: () => new Date(2025, 3, 7), sample: () => Promise.reject(new Error('no sample')) };
  const write = async (...actions: PlanAction[]): Promise<void> => {
    const seen = await readAreas(task.gateway, book.sheets.map((sheet) => sheet.name), []);
    await writeSafely(task.gateway, { plan: { actions }, job: 'publish', at: '2025/4/7 9:30', seen, wayBack: true });
  };
  const press = async (what: Task): Promise<JobReport> => {
    const outcome = await perform(task, what, null, () => undefined);
    if (outcome.kind !== 'done') throw new Error('asked again');
    return outcome.report;
  };
  return { book, write, forget: () => press({ kind: 'forget' }), restore: (id: number) => press({ kind: 'restore', id }) };
}

function add(book: Book, name: string, text: string): Sheet {
  const sheet = blankSheet(sheetIdText(900 + book.sheets.length), name);
  sheet.cells.set(cellKey(0, 0), { value: text });
  book.sheets.push(sheet);
  return sheet;
}

const names = (book: Book): string[] => book.sheets.map((sheet) => sheet.name);
const step = (run: number): PlanAction => ({ kind: 'write', sheet: 'Sheet1', row: 0, column: 0, cells: [[run]] });

test('a sheet of a person’s own stays, whatever it is called', async () => {
  const { book, write, forget } = open();
  add(book, '復元用メモ', '手入力');
  await write(step(1));
  const { changed } = await forget();
  expect([changed, names(book)]).toEqual([true, ['Sheet1', '復元用メモ']]);
});

test('a sheet that was set aside and shown again stays, for somebody may work on it: the record that gives way does not take it along, and who deletes the record is told', async () => {
  const { book, write, forget } = open();
  add(book, '公表', '前の値');
  await write({ kind: 'deleteSheet', sheet: '公表' });
  const aside = book.sheets.find((sheet) => sheet.name === '復元用1_公表');
  if (!aside) throw new Error('it was not set aside');
  aside.visibility = 'Visible';
  aside.cells.set(cellKey(5, 5), { value: '書き足し' });
  for (let run = 1; run <= 11; run++) await write(step(run));
  expect(names(book)).toContain('復元用1_公表');
  const { warnings } = await forget();
  expect([names(book), warnings.join().includes('復元用1_公表')]).toEqual([['Sheet1', '復元用1_公表'], true]);
});

test('one that stays hidden goes with its record', async () => {
  const { book, write } = open();
  add(book, '公表', '前の値');
  await write({ kind: 'deleteSheet', sheet: '公表' });
  for (let run = 1; run <= 11; run++) await write(step(run));
  expect(names(book)).toEqual(['Sheet1', '復元用の記録']);
});

test('a sheet that leaves, comes back and leaves again is kept as long as the last of these can be taken back', async () => {
  const { book, write, restore } = open();
  add(book, '公表', '前の値');
  await write({ kind: 'deleteSheet', sheet: '公表' });
  await restore(1);
  expect(names(book)).toEqual(['Sheet1', '公表', '復元用の記録']);
  await restore(2);
  await write(step(1));
  expect((await restore(3)).warnings).toEqual([]);
  const [sheet] = book.sheets.filter((one) => one.name === '公表');
  expect([sheet?.visibility, sheet?.cells.get(cellKey(0, 0))?.value]).toEqual(['Visible', '前の値']);
});

test('a sheet that stays because a formula speaks of it stays after the next writings too', async () => {
  const { book, write, forget } = open();
  add(book, '公表', '前の値');
  add(book, 'メモ', '').cells.set(cellKey(0, 0), { formula: '公表!A1' });
  await write({ kind: 'deleteSheet', sheet: '公表' });
  expect((await forget()).warnings.join()).toContain('メモ A1');
  for (let run = 1; run <= 12; run++) await write(step(run));
  expect([names(book), book.sheets.find((sheet) => sheet.name === 'メモ')?.cells.get(cellKey(0, 0))?.formula]).toEqual([['Sheet1', '復元用1_公表', 'メモ', '復元用の記録'], '復元用1_公表!A1']);
});
