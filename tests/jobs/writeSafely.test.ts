import { describe, expect, test } from '@jest/globals';
import { cellKey, type Book } from '../../src/embedded/model/book';
import type { Verdict } from '../../src/embedded/host/host';
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
