import { expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, type Book, type Sheet } from '../../src/embedded/model/book';
import type { Verdict } from '../../src/embedded/host/host';
import { copySheetIn } from '../../src/embedded/model/sheetCopy';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { readAreas } from '../../src/jobs/readAreas';
import { writeSafely, type Written } from '../../src/jobs/writeSafely';
import { GatewayError } from '../../src/plan/gateway';
import type { PlanAction } from '../../src/plan/workbookPlan';
import { withOffice } from '../support/office';

/** What is said and done after a writing of which no answer came, or which stopped on the way. */

/** `meet` is asked of the requests after the two that read. */
function open(sheets: readonly string[], meet: (request: number, book: Book) => Verdict) {
  const opened = newWorkbook();
  const { book } = opened;
  for (const name of sheets) {
    const sheet = blankSheet(sheetIdText(900 + book.sheets.length), name);
    sheet.cells.set(cellKey(0, 0), { value: '手入力' });
    book.sheets.push(sheet);
  }
  let request = -2;
  const { context: { gateway } } = withOffice(opened, { intercept: ({ onlyReleases }) => (onlyReleases || ++request < 1 ? { kind: 'pass' } : meet(request, book)) });
  const write = async (wayBack: boolean, ...actions: PlanAction[]): Promise<Written> => {
    const seen = await readAreas(gateway, book.sheets.map((one) => one.name), []);
    return writeSafely(gateway, { plan: { actions }, job: 'submit', at: '2025/4/7 9:30', seen, wayBack });
  };
  return { book, write };
}

const outcomeOf = async (writing: Promise<Written>): Promise<string> => {
  try {
    await writing;
    return 'written';
  } catch (error) {
    if (error instanceof GatewayError) return String(error.outcome);
    throw error;
  }
};
const names = (book: Book): string[] => book.sheets.map((sheet) => sheet.name);
const deletions: readonly PlanAction[] = ['A', 'B'].map((sheet) => ({ kind: 'deleteSheet', sheet }));

test('sheets that were deleted for good count as deleted where the answer is lost', async () => {
  const { book, write } = open(['A', 'B'], (request) => (request === 1 ? { kind: 'loseReply' } : { kind: 'pass' }));
  expect([await outcomeOf(write(false, ...deletions)), names(book)]).toEqual(['written', ['Sheet1']]);
});

test('where only some of them went, it is not said that nothing changed', async () => {
  const { book, write } = open(['A', 'B'], (request) => (request === 1 ? { kind: 'stopAfter', actions: 9, code: 'GeneralException' } : { kind: 'pass' }));
  expect([await outcomeOf(write(false, ...deletions)), names(book)]).toEqual(['unsure', ['Sheet1', 'B']]);
});

test('where none went, it is said so', async () => {
  const { book, write } = open(['A', 'B'], (request) => (request === 1 ? { kind: 'refuse', code: 'GeneralException' } : { kind: 'pass' }));
  expect([await outcomeOf(write(false, ...deletions)), names(book)]).toEqual(['untouched', ['Sheet1', 'A', 'B']]);
});

test('a sheet that was protected meanwhile has no looks to be given back, and what was kept of them goes', async () => {
  const { book, write } = open(['A'], (request, { sheets }) => {
    const sheet = sheets.find((one) => one.name === 'A');
    if (request === 1 && sheet) sheet.protected = true;
    return { kind: 'pass' };
  });
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  expect(await outcomeOf(write(true, { kind: 'write', sheet: 'A', row: 0, column: 0, cells: [['新しい']] }, { kind: 'style', sheet: 'A', area, style: { bold: true } }))).toBe('untouched');
  expect([names(book), book.sheets.find((sheet) => sheet.name === 'A')?.cells.get(cellKey(0, 0))]).toEqual([['Sheet1', 'A', '復元用の記録'], { value: '手入力' }]);
});

test('a copy that somebody made and typed on meanwhile is not taken for one that was left half-way', async () => {
  const typed = (book: Book, source: Sheet): void => { copySheetIn(book, source, 'A (2)', book.sheets.length).cells.set(cellKey(3, 3), { value: 9 }); };
  const { book, write } = open(['A'], (request, at) => {
    const source = at.sheets.find((sheet) => sheet.name === 'A');
    if (request === 1 && source) typed(at, source);
    return request === 1 ? { kind: 'refuse', code: 'GeneralException' } : { kind: 'pass' };
  });
  await outcomeOf(write(true, { kind: 'copySheet', sheet: 'A', to: '提出_A' }));
  expect(names(book)).toEqual(['Sheet1', 'A', 'A (2)']);
});

test('looks that were changed before it stopped are taken back', async () => {
  const outcomes = new Set<string>();
  for (let actions = 20; actions < 120; actions += 4) {
    const { book, write } = open([], (request) => (request === 1 ? { kind: 'stopAfter', actions, code: 'GeneralException' } : { kind: 'pass' }));
    const cells = book.sheets[0]?.cells;
    cells?.set(cellKey(0, 0), { value: '手入力', style: { bold: true, fontSize: 12 } });
    const style = { kind: 'style', sheet: 'Sheet1', area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: false, color: '#FF0000', fontSize: 20 } } as const;
    const outcome = await outcomeOf(write(true, style, { kind: 'write', sheet: 'Sheet1', row: 0, column: 0, cells: [['新しい']] }));
    outcomes.add(outcome);
    const { value, style: standing } = cells?.get(cellKey(0, 0)) ?? {};
    expect([actions, value, standing?.bold, standing?.fontSize, standing?.color === '#FF0000']).toEqual(outcome === 'written' ? [actions, '新しい', false, 20, true] : [actions, '手入力', true, 12, false]);
  }
  expect([...outcomes]).toEqual(['untouched', 'broughtBack', 'written']);
});

test('a copy that was left without its name goes where its sheet is written too', async () => {
  const write = { kind: 'write', sheet: 'A', row: 4, column: 4, cells: [['x']] } as const;
  const left = new Set<string>();
  for (let actions = 10; actions < 60; actions++) {
    const opened = open(['A'], (request) => (request === 1 ? { kind: 'stopAfter', actions, code: 'GeneralException' } : { kind: 'pass' }));
    const outcome = await outcomeOf(opened.write(false, write, { kind: 'copySheet', sheet: 'A', to: '写し' }));
    left.add(`${outcome}: ${names(opened.book).join(' ')}`);
  }
  expect([...left]).toEqual(['untouched: Sheet1 A', 'broughtBack: Sheet1 A', 'written: Sheet1 A 写し']);
});
