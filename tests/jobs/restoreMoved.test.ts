import { describe, expect, test } from '@jest/globals';
import { cellKey, type Book, type Scalar, type Sheet } from '../../src/embedded/model/book';
import { changeLines } from '../../src/embedded/model/structure';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { perform, type TaskContext } from '../../src/jobs/perform';
import { readAreas } from '../../src/jobs/readAreas';
import type { JobReport } from '../../src/jobs/job';
import { writeSafely } from '../../src/jobs/writeSafely';
import type { PlanAction } from '../../src/plan/workbookPlan';
import { sortRows } from '../soak/hand/sortRows';
import { ownSheets } from '../support/laidOut';
import { withOffice } from '../support/office';

/** Rows and columns that moved between a writing and its taking back: what comes back must not come to other lines than it left. */

const HEADINGS = ['行', '事業', '進捗状況'];
const LINES: readonly (readonly [string, string, string])[] = [['P01', '広報', '2回実施'], ['P02', '研修', '1回実施'], ['P03', '訪問', '未実施']];
const contents = (book: Book): unknown => ownSheets(book).map((sheet) => [sheet.name, [...sheet.cells].map(([key, { value, formula }]) => [key, formula ?? value]).sort(([a], [b]) => Number(a) - Number(b))]);

function open() {
  const opened = newWorkbook();
  const { book } = opened;
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  const put = (row: number, column: number, value: Scalar): void => { sheet.cells.set(cellKey(row, column), { value }); };
  put(0, 0, '事業の一覧');
  HEADINGS.forEach((heading, column) => put(2, column, heading));
  LINES.forEach((line, index) => line.forEach((text, column) => put(3 + index, column, text)));
  book.names.push({ name: '進捗', refersTo: `${sheet.name}!$C$4:$C$6`, comment: '', visible: true });
  const { context } = withOffice(opened);
  const task: TaskContext = { ...context, year: 2024, today: () => new Date(2025, 3, 7), sample: () => Promise.reject(new Error('no sample')) };
  const write = async (...actions: PlanAction[]): Promise<number> =>
    (await writeSafely(task.gateway, { plan: { actions }, job: 'rollover', at: '2025/4/7 9:30', seen: await readAreas(task.gateway, [sheet.name], []), wayBack: true })).restore ?? 0;
  const takeBack = async (id: number): Promise<JobReport> => {
    const outcome = await perform(task, { kind: 'restore', id }, null, () => undefined);
    if (outcome.kind !== 'done') throw new Error('asked again');
    return outcome.report;
  };
  return { book, sheet, put, write, takeBack };
}

const emptied: PlanAction = { kind: 'write', sheet: 'Sheet1', row: 3, column: 2, cells: [[''], [''], ['']] };
const released: PlanAction = { kind: 'deleteName', name: '進捗' };

type Hand = (book: Book, sheet: Sheet) => void;
const HANDS: readonly (readonly [string, Hand])[] = [
  ['a row put in above', (book, sheet) => changeLines(book, sheet, { axis: 'rows', at: 1, count: 1 })],
  ['a row put in between', (book, sheet) => changeLines(book, sheet, { axis: 'rows', at: 4, count: 1 })],
  ['a row taken out', (book, sheet) => changeLines(book, sheet, { axis: 'rows', at: 1, count: -1 })],
  ['a column put in', (book, sheet) => changeLines(book, sheet, { axis: 'columns', at: 1, count: 1 })],
  ['rows sorted', (_, sheet) => { sortRows(sheet, { row: 3, column: 0, rows: 3, columns: 3 }, 0, true); }],
];

describe.each([['cells that were emptied', emptied], ['a name that was taken out', released]] as const)('%s', (what, action) => {
  test.each(HANDS)('%s: nothing comes back, and the sheet is named', async (how, hand) => {
    // A name goes on speaking of the same cells where rows are sorted.
    if (what !== 'cells that were emptied' && how === 'rows sorted') return;
    const { book, sheet, write, takeBack } = open();
    const id = await write(action);
    hand(book, sheet);
    const standing = [contents(book), book.names.length];
    const { changed, warnings } = await takeBack(id);
    expect([changed, warnings.join().includes('Sheet1')]).toEqual([false, true]);
    expect([contents(book), book.names.length]).toEqual(standing);
  });

  test('lines that were put in below, and texts that were changed in their places, stop nothing', async () => {
    const { book, sheet, put, write, takeBack } = open();
    const before = contents(book);
    const id = await write(action);
    changeLines(book, sheet, { axis: 'rows', at: 6, count: 2 });
    put(4, 1, '研修会');
    put(2, 0, '番号');
    expect((await takeBack(id)).changed).toBe(true);
    put(4, 1, '研修');
    put(2, 0, '行');
    expect(contents(book)).toEqual(before);
    expect(book.names.map((name) => [name.name, name.refersTo])).toEqual([['進捗', 'Sheet1!$C$4:$C$6']]);
  });
});
