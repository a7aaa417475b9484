import { beforeAll, describe, expect, test } from '@jest/globals';
import { openWorkbook, newWorkbook } from '../../src/embedded/xlsx/open';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, keyColumn, keyRow, type Book } from '../../src/embedded/model/book';
import { cellA1 } from '../../src/plan/a1';
import { perform, type RunOutcome, type TaskContext } from '../../src/jobs/perform';
import { readAreas } from '../../src/jobs/readAreas';
import type { Task } from '../../src/jobs/task';
import { writeSafely } from '../../src/jobs/writeSafely';
import { GUNMA, ownSheets } from '../support/laidOut';
import { withOffice } from '../support/office';

/** 直前の状態に戻す through the real office.js: the workbook after it equals the one before, the record of it aside. */

const shown = (book: Book, withRules = true): Record<string, unknown> => ({
  names: book.names.map((name) => `${name.scope ?? ''}!${name.name}=${name.refersTo} ${name.comment}`).sort(),
  ...Object.fromEntries(ownSheets(book).map((sheet, place) => [`${place} ${sheet.name}`, {
    look: [sheet.visibility, sheet.charts.map((chart) => chart.name), ...(withRules ? [sheet.conditionalFormats.length] : [])],
    cells: Object.fromEntries([...sheet.cells].filter(([, cell]) => cell.value !== undefined || cell.formula !== undefined || Object.keys(cell.style ?? {}).length > 0)
      .map(([key, { value, formula, style }]) => [`${Math.floor(key / 16384)},${key % 16384}`, [formula ?? value ?? '', style ?? {}]])),
  }])),
});

const SUBMITTED = ['KPI', '年間まとめ'];
let laid: Uint8Array;
let finished: Uint8Array;

function context(bytes: Uint8Array | null): { task: TaskContext; book: Book; save: () => Uint8Array } {
  const opened = bytes ? openWorkbook(bytes, 'out.xlsx') : newWorkbook();
  const { context: job } = withOffice(opened);
  return { task: { ...job, year: 2024, today: () => new Date(2025, 3, 7), sample: () => Promise.resolve(GUNMA) }, book: opened.book, save: () => opened.save() };
}

async function ended(task: TaskContext, what: Task): Promise<Extract<RunOutcome, { readonly kind: 'done' }>> {
  const outcome = await perform(task, what, null, () => undefined);
  if (outcome.kind !== 'done') throw new Error('asked again');
  return outcome;
}

async function done(task: TaskContext, what: Task): Promise<number | null> {
  const outcome = await ended(task, what);
  expect([what.kind, outcome.report.changed, outcome.report.warnings.filter((line) => line.includes('何も変更していません')), outcome.report.syncs <= 4]).toEqual([what.kind, true, [], true]);
  return outcome.report.restore;
}

async function thereAndBack(bytes: Uint8Array | null, what: Task): Promise<void> {
  const { task, book } = context(bytes);
  const before = shown(book);
  const id = await done(task, what);
  const after = shown(book, false);
  expect(JSON.stringify(shown(book)) === JSON.stringify(before)).toBe(false);
  if (id === null) throw new Error('no record');
  const again = await done(task, { kind: 'restore', id });
  expect(shown(book)).toEqual(before);
  if (again === null) throw new Error('no record of the way back');
  await done(task, { kind: 'restore', id: again });
  // Choices are not made again on the way forward: what stands in the cells is.
  expect(shown(book, false)).toEqual(after);
}

beforeAll(async () => {
  const { task, save } = context(null);
  await done(task, { kind: 'layout', sample: true });
  laid = save();
  await done(task, { kind: 'evaluate', asOf: 11 });
  await done(task, { kind: 'summary' });
  finished = save();
});

describe('there and back again', () => {
  test('layout in a new workbook', () => thereAndBack(null, { kind: 'layout', sample: true }));
  test.each<Task>([{ kind: 'evaluate', asOf: 11 }, { kind: 'summary' }])('$kind', (what) => thereAndBack(laid, what));
  test.each<Task>([
    { kind: 'evaluate', asOf: 5 }, { kind: 'rollover', to: 2025 }, { kind: 'release' }, { kind: 'submit', sheets: SUBMITTED }, { kind: 'publish', tables: 'all' },
  ])('$kind of a finished year', (what) => thereAndBack(finished, what));

  test('a figure typed since stops it, and is named', async () => {
    const { task, book } = context(laid);
    const cellsOf = (): Map<number, unknown> => new Map([...(book.sheets.find((sheet) => sheet.name === 'KPI')?.cells ?? [])].map(([key, cell]) => [key, cell.formula ?? cell.value]));
    const before = cellsOf();
    const id = await done(task, { kind: 'evaluate', asOf: 11 });
    const [key] = [...cellsOf()].find(([at, content]) => content !== before.get(at)) ?? [];
    if (key === undefined || id === null) throw new Error('nothing was written on KPI');
    book.sheets.find((sheet) => sheet.name === 'KPI')?.cells.set(key, { value: '手で直した' });
    const standing = shown(book);
    const outcome = await ended(task, { kind: 'restore', id });
    expect([outcome.report.changed, outcome.report.warnings.join().includes(`KPI ${cellA1(keyRow(key), keyColumn(key))}`)]).toEqual([false, true]);
    expect(shown(book)).toEqual(standing);
  });
});

/** Excel on the web carries 5 MB at once. */
describe('in a workbook that is more than one answer carries', () => {
  const TEXT = '一つのセルに入力された説明の文を繰り返す';
  /** 12,000 cells of it are more than 5 MB in values and formulas. */
  const LONG = TEXT.repeat(6);

  test('another sheet is read in parts', async () => {
    const { task, book } = context(laid);
    const sheet = blankSheet(sheetIdText(901), '控え');
    for (let row = 0; row < 3000; row++) for (let column = 0; column < 4; column++) sheet.cells.set(cellKey(row, column), { value: `${LONG}${row}` });
    book.sheets.push(sheet);
    const before = shown(book);
    const id = await done(task, { kind: 'evaluate', asOf: 11 });
    const { report } = await ended(task, { kind: 'restore', id: id ?? 0 });
    expect([report.changed, report.syncs > 4]).toEqual([true, true]);
    expect(shown(book)).toEqual(before);
  });

  test('so is the record of a large writing, all of it in one row', async () => {
    const { task, book } = context(null);
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    const [rows, columns] = [600, 20];
    for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) sheet.cells.set(cellKey(row, column), { value: `${LONG}${row}` });
    const contents = (): unknown => ownSheets(book).map((one) => [...one.cells].map(([key, { value, formula }]) => [key, formula ?? value]));
    const before = contents();
    const plan = { actions: [{ kind: 'write', sheet: sheet.name, row: 0, column: 0, cells: Array.from({ length: rows }, () => Array<number>(columns).fill(1)) } as const] };
    const { restore } = await writeSafely(task.gateway, { plan, job: 'import', at: '2025/4/7 9:30', seen: await readAreas(task.gateway, [sheet.name], []), wayBack: true });
    expect((await ended(task, { kind: 'restore', id: restore ?? 0 })).report.changed).toBe(true);
    expect(contents()).toEqual(before);
  });
});
