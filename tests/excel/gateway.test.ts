import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellKey } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { showCells } from '../../src/excel/navigate';
import { GatewayError } from '../../src/plan/gateway';
import type { CellInput, PlanAction } from '../../src/plan/workbookPlan';
import { withOffice } from '../support/office';

const SHEET = 'Sheet1';
const write = (cells: CellInput[][]): PlanAction => ({ kind: 'write', sheet: SHEET, row: 0, column: 0, cells });
const faultOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof GatewayError)) throw new Error(`no GatewayError but ${String(error)}`);
  return error.fault;
};

describe('writing through office.js', () => {
  test('a text stays exactly that text, whatever Excel would make of it', async () => {
    const risky = ['5-1', '1-1', '（１）', '(5)', '=1+1', '+5', '-3', '@x', "'quoted", '12%', '3:05', '2024/4/1', 'R6.7.1', '令和6年4月', 'TRUE', 'Apr-5', '1/2', '１２', '¥100', '  7', '△ 16', '①', '0.0%', '#,##0;"△ "#,##0', '[郵送件数]/2', '=[一者応札]/[一般競争]', '4月', 'e5', '1e5', '#N/A'];
    const random = fc.sample(fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789-/:.,%=+@()（）△ 月年RHSe\'"'), minLength: 1, maxLength: 6 }),
      fc.string({ minLength: 1, maxLength: 8 }),
    ).filter((text) => text.trim() !== ''), { numRuns: 400, seed: 7 });
    const texts = [...risky, ...random];
    const opened = newWorkbook();
    const { context } = withOffice(opened);
    await context.gateway.apply({ actions: [write(texts.map((text) => [text]))] });
    const cells = opened.book.sheets[0]?.cells;
    texts.forEach((text, row) => expect([text, cells?.get(cellKey(row, 0))?.value, cells?.get(cellKey(row, 0))?.formula]).toEqual([text, text, undefined]));
    const snapshot = await context.gateway.readSheets(await context.gateway.readIndex([]), [SHEET]);
    expect(snapshot.sheets[0]?.used?.values.map((line) => line[0])).toEqual(texts);
  });

  test('null leaves a cell, "" empties it, numbers and truth values stay what they are', async () => {
    const opened = newWorkbook();
    const { context } = withOffice(opened);
    await context.gateway.apply({ actions: [write([[1, 2, 3, true]])] });
    await context.gateway.apply({ actions: [write([[null, '', { formula: '=A1*10' }, false]])] });
    const snapshot = await context.gateway.readIndex([SHEET]);
    expect(snapshot.sheets[0]?.used?.values).toEqual([[1, '', 10, false]]);
    expect(snapshot.sheets[0]?.used?.formulas).toEqual([[1, '', '=A1*10', false]]);
  });

  test('an empty plan sends nothing; every other call is one request', async () => {
    const { context, session } = withOffice(newWorkbook());
    await context.gateway.apply({ actions: [] });
    expect(session.host.traffic.syncs).toBe(0);
    await context.gateway.readIndex([SHEET, 'ない']);
    await context.gateway.apply({ actions: [write([[1]])] });
    expect([session.host.traffic.syncs, context.gateway.requests]).toEqual([2, 2]);
  });

  test('a name is replaced only where the plan says that it is there', async () => {
    const { context } = withOffice(newWorkbook());
    const name = (row: number, replaces: boolean): PlanAction => ({ kind: 'defineName', name: '月次_x', sheet: SHEET, area: { row, column: 0, rows: 1, columns: 12 }, comment: '説明', replaces });
    await context.gateway.apply({ actions: [name(3, false)] });
    expect(await faultOf(context.gateway.apply({ actions: [name(4, false)] }))).toBe('nameTaken');
    await context.gateway.apply({ actions: [name(5, true)] });
    expect((await context.gateway.readIndex([])).names).toEqual([{ name: '月次_x', refersTo: '=Sheet1!$A$6:$L$6', comment: '説明' }]);
  });
});

describe('failures become faults, never raw errors', () => {
  test.each([
    ['InvalidOperationInCellEditMode', 'cellEditing'], ['RequestPayloadSizeLimitExceeded', 'tooLarge'], ['AccessDenied', 'sheetProtected'], ['GeneralException', 'unknown'],
  ] as const)('%s is %s', async (code, fault) => {
    const { context } = withOffice(newWorkbook(), { intercept: () => ({ kind: 'refuse', code }) });
    expect(await faultOf(context.gateway.apply({ actions: [write([[1]])] }))).toBe(fault);
  });

  test('another workbook is in front: no sheet is added, nothing is half done, and cells can still be written', async () => {
    const opened = newWorkbook();
    const { context } = withOffice(opened, { anotherWorkbookActive: () => true });
    const name: PlanAction = { kind: 'defineName', name: '月次_x', sheet: SHEET, area: { row: 0, column: 0, rows: 1, columns: 1 }, comment: '' };
    expect(await faultOf(context.gateway.apply({ actions: [{ kind: 'addSheet', sheet: '業務' }, write([[1]]), name] }))).toBe('otherWorkbook');
    expect([opened.book.sheets.length, opened.book.names.length, opened.book.sheets[0]?.cells.size]).toEqual([1, 0, 0]);
    expect(await faultOf(context.gateway.apply({ actions: [{ kind: 'copySheet', sheet: SHEET, to: '写し' }] }))).toBe('otherWorkbook');
    expect(await faultOf(showCells(SHEET, 'A1'))).toBe('otherWorkbook');
    expect(await faultOf(context.gateway.apply({ actions: [{ kind: 'deleteSheet', sheet: SHEET }, { kind: 'deleteName', name: '月次_x' }] }))).toBe('otherWorkbook');
    await context.gateway.apply({ actions: [write([[1]])] });
    expect(opened.book.sheets[0]?.cells.get(cellKey(0, 0))?.value).toBe(1);
  });

  test('cells are shown; a sheet that is gone or hidden is said so', async () => {
    const opened = newWorkbook();
    const { session } = withOffice(opened);
    await showCells(SHEET, 'B2:C3');
    expect(session.host.selection?.area).toEqual({ row: 1, column: 1, rows: 2, columns: 2 });
    expect(session.host.traffic.syncs).toBe(2);
    expect(await faultOf(showCells('ない', 'A1'))).toBe('sheetMissing');
    const [first] = opened.book.sheets;
    if (first) first.visibility = 'Hidden';
    expect(await faultOf(showCells(SHEET, 'A1'))).toBe('sheetHidden');
  });

  test('a sheet that is gone', async () => {
    const { context } = withOffice(newWorkbook());
    expect(await faultOf(context.gateway.apply({ actions: [{ ...write([[1]]), sheet: '業務' }] }))).toBe('sheetMissing');
  });
});
