import { describe, expect, test } from '@jest/globals';
import { cellKey, type Book } from '../../src/embedded/model/book';
import type { Verdict } from '../../src/embedded/host/host';
import { changeLines } from '../../src/embedded/model/structure';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { failureWords } from '../../src/jobs/words';
import { writeSafely, type Written } from '../../src/jobs/writeSafely';
import { GatewayError } from '../../src/plan/gateway';
import type { CellInput, PlanAction, WorkbookPlan } from '../../src/plan/workbookPlan';
import { RESTORE_SHEET } from '../../src/sheets/restore/restoreRecord';
import { withOffice } from '../support/office';
import { ownSheets } from '../support/laidOut';

/** Writing through the real office.js on a plain sheet with a few typed cells. */

const SHEET = 'Sheet1';
const contents = (book: Book): unknown => ownSheets(book).map((sheet) => [sheet.name, [...sheet.cells].filter(([, cell]) => cell.value !== undefined || cell.formula !== undefined).map(([key, { value, formula }]) => [key, formula ?? value]).sort()]);
const block = (rows: number, columns: number, cell: CellInput, row = 0): PlanAction => ({ kind: 'write', sheet: SHEET, row, column: 0, cells: Array.from({ length: rows }, () => Array<CellInput>(columns).fill(cell)) });

function open(meet: (request: number) => Verdict = () => ({ kind: 'pass' })) {
  const opened = newWorkbook();
  const { book } = opened;
  book.sheets[0]?.cells.set(cellKey(0, 0), { value: '手入力' });
  book.sheets[0]?.cells.set(cellKey(1, 0), { value: 12, style: { numberFormat: '0.0' } });
  let request = 0;
  const { session, context: { gateway } } = withOffice(opened, { intercept: ({ onlyReleases }) => (onlyReleases ? { kind: 'pass' } : meet(++request)) });
  const write = async (plan: WorkbookPlan, wayBack = true): Promise<Written> => {
    const seen = await gateway.readIndex([SHEET]);
    return writeSafely(gateway, { plan, job: 'recompute', at: '2025/4/7 9:30', seen, wayBack });
  };
  return { book, session, gateway, write };
}

const failure = async (work: Promise<unknown>): Promise<GatewayError> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
  throw new Error('it was written');
};

describe('all or nothing', () => {
  test('an empty plan writes nothing, no record either', async () => {
    const { book, session, write } = open();
    expect(await write({ actions: [] })).toEqual({ restore: null, notes: [] });
    expect([session.host.traffic.syncs, book.sheets.length]).toEqual([1, 1]);
  });

  test('what somebody changed since it was read stops it before a cell is written, and is named', async () => {
    const { book, gateway } = open();
    const seen = await gateway.readIndex([SHEET]);
    book.sheets[0]?.cells.set(cellKey(1, 0), { value: 13 });
    const before = contents(book);
    const error = await failure(writeSafely(gateway, { plan: { actions: [block(3, 2, 5)] }, job: 'recompute', at: '', seen, wayBack: true }));
    expect([error.fault, error.detail, contents(book)]).toEqual(['changed', 'Sheet1 A2', before]);
    expect(failureWords(error)).toContain('何も変更していません');
  });

  describe('lines that were moved, though every cell to be written is empty as it was', () => {
    /** A figure goes to an empty cell of a row that is known by a name. */
    const plan: WorkbookPlan = { actions: [{ kind: 'write', sheet: SHEET, row: 8, column: 3, cells: [[3111]] }] };
    const named = ({ names }: Book): void => void names.push({ name: '月次_A', refersTo: "'Sheet1'!$B$9:$M$9", comment: '', visible: true });
    const changeRow = (at: number, count: 1 | -1) => (book: Book): void => {
      const [sheet] = book.sheets;
      if (sheet) changeLines(book, sheet, { axis: 'rows', at, count });
    };
    const typed = (book: Book): unknown[] => [...(book.sheets[0]?.cells.values() ?? [])].flatMap(({ value }) => value ?? []);

    test.each([
      ['a row put in above, before the comparison', changeRow(4, 1), 2, 'untouched'], ['a row put in above, before the writing', changeRow(4, 1), 3, 'broughtBack'],
      ['the row itself taken out, before the comparison', changeRow(8, -1), 2, 'untouched'], ['the row itself taken out, before the writing', changeRow(8, -1), 3, 'broughtBack'],
    ] as const)('%s', async (_, act, moment, outcome) => {
      const opened = open((request) => {
        if (request === moment) act(opened.book);
        return { kind: 'pass' };
      });
      named(opened.book);
      const error = await failure(opened.write(plan));
      expect([error.fault, error.detail, error.outcome ?? 'untouched', typed(opened.book)]).toEqual(['changed', SHEET, outcome, ['手入力', 12]]);
    });

    test.each([[2, 'untouched'], [3, 'broughtBack']] as const)('a row of no name is known by its label, at request %i', async (moment, outcome) => {
      const opened = open((request) => {
        if (request === moment) changeRow(0, 1)(opened.book);
        return { kind: 'pass' };
      });
      const error = await failure(opened.write({ actions: [{ kind: 'write', sheet: SHEET, row: 0, column: 3, cells: [[3111]] }] }));
      expect([error.fault, error.detail, error.outcome ?? 'untouched', typed(opened.book)]).toEqual(['changed', SHEET, outcome, ['手入力', 12]]);
    });

    test('a name that is new, gone or on another sheet tells of no lines', async () => {
      const opened = open((request) => {
        if (request !== 3) return { kind: 'pass' };
        opened.book.names.splice(0, 1);
        opened.book.names.push({ name: '自分', refersTo: "'Sheet1'!$A$1", comment: '', visible: true });
        opened.book.names.forEach((name) => { if (name.name === 'よそ') name.refersTo = "'よそ'!$A$2"; });
        return { kind: 'pass' };
      });
      named(opened.book);
      opened.book.names.push({ name: 'よそ', refersTo: "'よそ'!$A$1", comment: '', visible: true });
      expect(await opened.write(plan)).toMatchObject({ restore: 1 });
    });
  });

  describe('what somebody changed in the moment before the writing', () => {
    /** Someone's doing when the writing itself, the third request, arrives. */
    const overtakenBy = (act: (book: Book) => void, wayBack = true, writing = 3) => {
      const opened = open((request) => {
        if (request === writing) act(opened.book);
        return { kind: 'pass' };
      });
      return { ...opened, write: (plan: WorkbookPlan) => opened.write(plan, wayBack) };
    };
    const type = (row: number, value: string | number) => (book: Book): void => void book.sheets[0]?.cells.set(cellKey(row, 0), { value, style: { numberFormat: '0.00' } });
    const first = (book: Book) => book.sheets[0];

    test.each([[true], [false]])('a figure comes back with its format, and all that was written goes (way back: %s)', async (wayBack) => {
      const { book, write } = overtakenBy(type(1, 13), wayBack);
      const error = await failure(write({ actions: [block(3, 2, 5), { kind: 'addSheet', sheet: '新しい' }] }));
      expect([error.fault, error.detail, error.outcome]).toEqual(['changed', 'Sheet1 A2', 'broughtBack']);
      expect(failureWords(error)).toContain('ほかの操作による変更はそのまま残しました。');
      expect(contents(book)).toEqual([[SHEET, [[cellKey(0, 0), '手入力'], [cellKey(1, 0), 13]]]]);
      expect(first(book)?.cells.get(cellKey(1, 0))?.style?.numberFormat).toBe('0.00');
      // Nothing is left to be taken back.
      expect([...(book.sheets.find((sheet) => sheet.name === RESTORE_SHEET)?.cells ?? [])].filter(([key, { value }]) => key >= cellKey(4, 0) && value !== undefined)).toEqual([]);
    });

    test('what stood elsewhere stays, and is no reason to stop', async () => {
      const { book, write } = overtakenBy(type(30, 13));
      expect(await write({ actions: [block(3, 2, 5)] })).toMatchObject({ restore: 1 });
      expect([first(book)?.cells.get(cellKey(30, 0))?.value, first(book)?.cells.get(cellKey(1, 0))?.value]).toEqual([13, 5]);
    });

    test('a name that was set elsewhere meanwhile points there again', async () => {
      const { book, write } = overtakenBy(({ names }) => void names.push({ name: '月次_A', refersTo: 'Sheet1!$D$4', comment: '', visible: true }));
      const error = await failure(write({ actions: [{ kind: 'defineName', name: '月次_A', sheet: SHEET, area: { row: 0, column: 0, rows: 1, columns: 1 }, comment: '我々', replaces: true }] }));
      expect([error.fault, error.detail, book.names.map((one) => [one.name, one.refersTo.replaceAll("'", '')])]).toEqual(['changed', '月次_A', [['月次_A', 'Sheet1!$D$4']]]);
    });

    test('a sheet that was put aside is in view again before the one that took its place goes', async () => {
      const { book, write } = overtakenBy(type(30, 13));
      const error = await failure(write({ actions: [{ kind: 'addSheet', sheet: '新しい' }, { kind: 'deleteSheet', sheet: SHEET }] }));
      expect([error.fault, error.detail, error.outcome]).toEqual(['changed', 'Sheet1 A31', 'broughtBack']);
      expect(ownSheets(book).map(({ name, visibility }) => [name, visibility])).toEqual([[SHEET, 'Visible']]);
      expect(first(book)?.cells.get(cellKey(30, 0))?.value).toBe(13);
    });

    test('of a plan that goes in parts only the first was sent, and comes back', async () => {
      const { book, session, write } = overtakenBy(type(1, 13));
      const error = await failure(write({ actions: [block(2, 1, 5), block(700, 100, '数値を書き込む表のひとつのセルの中身である文字'.repeat(2), 3)] }));
      expect([error.fault, error.outcome]).toEqual(['changed', 'broughtBack']);
      expect(contents(book)).toEqual([[SHEET, [[cellKey(0, 0), '手入力'], [cellKey(1, 0), 13]]]]);
      expect(session.host.traffic.requests.filter(({ bytes }) => bytes > 1_000_000)).toHaveLength(1);
    });

    test('a record that gives way stands again, whole', async () => {
      const { book, gateway, write } = overtakenBy(type(0, '書き足し'), true, 6);
      await write({ actions: [block(1, 1, '一回目')] });
      const record = (): unknown => [...(book.sheets.find((sheet) => sheet.name === RESTORE_SHEET)?.cells ?? [])].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])).sort();
      const before = record();
      const seen = await gateway.readIndex([SHEET, RESTORE_SHEET]);
      const error = await failure(writeSafely(gateway, { plan: { actions: [block(1, 1, '手入力')] }, job: 'restore', at: '', seen, wayBack: true, consumes: 1 }));
      expect([error.outcome, first(book)?.cells.get(cellKey(0, 0))?.value, record()]).toEqual(['broughtBack', '書き足し', before]);
    });
  });

  test('a sheet of the wanted name that came meanwhile stops it too', async () => {
    const { book, gateway } = open();
    const seen = await gateway.readIndex([SHEET]);
    const [sheet] = book.sheets;
    if (sheet) book.sheets.push({ ...sheet, id: '{9}', name: 'KPI', cells: new Map() });
    expect(await failure(writeSafely(gateway, { plan: { actions: [{ kind: 'addSheet', sheet: 'KPI' }] }, job: 'layout', at: '', seen, wayBack: true }))).toMatchObject({ fault: 'changed', detail: 'KPI' });
    expect(book.sheets.map((one) => one.name)).toEqual([SHEET, 'KPI']);
  });

  test('a sheet whose name was given another case stops it: what it takes to bring it back goes by names', async () => {
    const { book, gateway } = open();
    const seen = await gateway.readIndex([SHEET]);
    Object.assign(book.sheets[0] ?? {}, { name: 'SHEET1' });
    const error = await failure(writeSafely(gateway, { plan: { actions: [block(1, 1, 5)] }, job: 'recompute', at: '', seen, wayBack: true }));
    expect([error.fault, error.detail, book.sheets[0]?.cells.get(cellKey(0, 0))?.value]).toEqual(['changed', SHEET, '手入力']);
  });

  test('a sheet that leaves is compared whole', async () => {
    const { book, gateway } = open();
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    book.sheets.push({ ...sheet, id: '{9}', name: '前の控え', cells: new Map([[cellKey(2, 1), { value: 5 }]]) });
    const seen = await gateway.readIndex([SHEET, '前の控え']);
    book.sheets[1]?.cells.set(cellKey(3, 2), { value: '書き足し' });
    const error = await failure(writeSafely(gateway, { plan: { actions: [{ kind: 'deleteSheet', sheet: '前の控え' }] }, job: 'submit', at: '', seen, wayBack: true }));
    expect([error.fault, error.detail, book.sheets.map((one) => one.name)]).toEqual(['changed', '前の控え C4', [SHEET, '前の控え']]);
  });

  test('over 5 MB it goes in parts, and a part that fails takes the others back with it', async () => {
    const plan = { actions: [block(700, 100, '数値を書き込む表のひとつのセルの中身である文字'.repeat(2), 3)] };
    const done = open();
    await done.write(plan);
    const bytes = done.session.host.traffic.requests.map((request) => request.bytes);
    expect([bytes.length > 4, bytes.every((size) => size < 5 * 1024 * 1024), bytes.reduce((sum, size) => sum + size) > 5 * 1024 * 1024]).toEqual([true, true, true]);
    expect(done.book.sheets[0]?.cells.get(cellKey(702, 99))?.value).toBe(done.book.sheets[0]?.cells.get(cellKey(3, 0))?.value);
    // The index, the comparison and the first part go well.
    const failing = open((request) => (request === 4 ? { kind: 'refuse', code: 'GeneralException' } : { kind: 'pass' }));
    const before = contents(failing.book);
    const error = await failure(failing.write(plan));
    expect([error.outcome, contents(failing.book)]).toEqual(['broughtBack', before]);
    expect(failureWords(error)).toContain('元に戻しました');
  });

  test('where the answer is lost, what was written counts', async () => {
    const { book, write } = open((request) => (request === 3 ? { kind: 'loseReply' } : { kind: 'pass' }));
    expect(await write({ actions: [block(1, 1, '新しい')] })).toMatchObject({ restore: 1 });
    expect(book.sheets[0]?.cells.get(cellKey(0, 0))?.value).toBe('新しい');
  });

  test('where Excel answers no more, the record says that it was begun', async () => {
    const { book, write } = open((request) => (request === 3 ? { kind: 'stopAfter', actions: 60, code: 'GeneralException' } : request > 3 ? { kind: 'refuse', code: 'GeneralException' } : { kind: 'pass' }));
    const error = await failure(write({ actions: [block(20, 2, 1, 5), ...Array.from({ length: 60 }, (_, row) => block(1, 1, row, 40 + row))] }));
    expect([error.outcome, failureWords(error).includes('直前の状態に戻す')]).toEqual(['unsure', true]);
    const record = book.sheets.find((sheet) => sheet.name === RESTORE_SHEET);
    expect([...(record?.cells.values() ?? [])].map((cell) => cell.value)).toContain('書込中');
  });

  test('a protected structure allows no record: it is written all the same, and said', async () => {
    const { book, write } = open();
    Object.assign(book, { structureProtected: true });
    const { restore, notes } = await write({ actions: [block(1, 1, '新しい')] });
    expect([restore, notes, book.sheets.length]).toEqual([null, ['ブックの構成が保護されているため、元に戻すための記録は残せません。'], 1]);
  });

  test('the eleventh record takes the place of the first', async () => {
    const { book, write } = open();
    const ids: (number | null)[] = [];
    for (let run = 1; run <= 12; run++) ids.push((await write({ actions: [block(1, 1, `${run}回目`)] })).restore);
    const record = book.sheets.find((sheet) => sheet.name === RESTORE_SHEET);
    const standing = Array.from({ length: 11 }, (_, line) => record?.cells.get(cellKey(4 + line, 0))?.value);
    expect([ids, standing]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [12, undefined, 3, 4, 5, 6, 7, 8, 9, 10, 11]]);
  });
});
