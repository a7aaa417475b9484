import { beforeAll, describe, expect, test } from '@jest/globals';
import { openWorkbook, newWorkbook } from '../../src/embedded/xlsx/open';
import { keyColumn, keyRow, type Book } from '../../src/embedded/model/book';
import { cellA1 } from '../../src/plan/a1';
import { perform, type TaskContext } from '../../src/jobs/perform';
import type { Task } from '../../src/jobs/task';
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

async function done(task: TaskContext, what: Task): Promise<number | null> {
  const outcome = await perform(task, what, null, () => undefined);
  if (outcome.kind !== 'done') throw new Error('asked again');
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
}, 120_000);

describe('there and back again', () => {
  test('layout in a new workbook', () => thereAndBack(null, { kind: 'layout', sample: true }), 60_000);
  test.each<Task>([{ kind: 'evaluate', asOf: 11 }, { kind: 'summary' }])('$kind', (what) => thereAndBack(laid, what), 60_000);
  test.each<Task>([
    { kind: 'evaluate', asOf: 5 }, { kind: 'rollover', to: 2025 }, { kind: 'release' }, { kind: 'submit', sheets: SUBMITTED }, { kind: 'publish', tables: 'all' },
  ])('$kind of a finished year', (what) => thereAndBack(finished, what), 60_000);

  test('a figure typed since stops it, and is named', async () => {
    const { task, book } = context(laid);
    const cellsOf = (): Map<number, unknown> => new Map([...(book.sheets.find((sheet) => sheet.name === 'KPI')?.cells ?? [])].map(([key, cell]) => [key, cell.formula ?? cell.value]));
    const before = cellsOf();
    const id = await done(task, { kind: 'evaluate', asOf: 11 });
    const [key] = [...cellsOf()].find(([at, content]) => content !== before.get(at)) ?? [];
    if (key === undefined || id === null) throw new Error('nothing was written on KPI');
    book.sheets.find((sheet) => sheet.name === 'KPI')?.cells.set(key, { value: '手で直した' });
    const standing = shown(book);
    const outcome = await perform(task, { kind: 'restore', id }, null, () => undefined);
    if (outcome.kind !== 'done') throw new Error('asked');
    expect([outcome.report.changed, outcome.report.warnings.join().includes(`KPI ${cellA1(keyRow(key), keyColumn(key))}`)]).toEqual([false, true]);
    expect(shown(book)).toEqual(standing);
  });
});
