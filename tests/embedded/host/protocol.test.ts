import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../../../src/embedded/host/host';
import type { RequestRecord } from '../../../src/embedded/host/traffic';
import { codeOf, session } from './session';

const hostRefuses = (excel: typeof Excel, work: (context: Excel.RequestContext) => void): Promise<string> => codeOf(excel.run(async (context) => {
  work(context);
  await context.sync();
}));

describe('requirement sets', () => {
  test('are declared to the library', () => {
    const { Office } = session([], { apiVersion: '1.9' });
    expect([Office.context.requirements.isSetSupported('ExcelApi', '1.9'), Office.context.requirements.isSetSupported('ExcelApi', '1.10')]).toEqual([true, false]);
  });
  test('the library refuses what is above', async () => {
    const { Excel, host } = session(['Sheet1'], { apiVersion: '1.8' });
    expect(await hostRefuses(Excel, (context) => context.application.suspendScreenUpdatingUntilNextSync())).toBe('ApiNotFound');
    expect(host.traffic.syncs).toBe(0);
  });
  test('the host refuses what the library lets through: properties', async () => {
    const low = session(['Sheet1'], { apiVersion: '1.7' });
    expect(await hostRefuses(low.Excel, (context) => void context.workbook.worksheets.load('items/showGridlines'))).toBe('ApiNotFound');
    const enough = session(['Sheet1'], { apiVersion: '1.8' });
    expect(await hostRefuses(enough.Excel, (context) => void context.workbook.worksheets.load('items/showGridlines'))).toBe('no error');
  });
  test('a bare load gives only what the declared set knows', async () => {
    const { Excel } = session(['Sheet1'], { apiVersion: '1.7' });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1').load();
      await context.sync();
      expect(sheet.name).toBe('Sheet1');
      expect(() => sheet.showGridlines).toThrow(/showGridlines/);
    });
  });
});

test('a member the host lacks fails by name', async () => {
  const { Excel } = session();
  const message = await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').format.textOrientation = 45;
    await context.sync();
  }).catch((error: unknown) => (error instanceof Error ? error.message : ''));
  expect(message).toMatch(/embedded workbook: RangeFormat\.TextOrientation/);
  expect(await hostRefuses(Excel, (context) => void context.workbook.tables.load('items'))).toBe('NotImplemented');
  expect(await hostRefuses(Excel, (context) => void context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('hasSpill'))).toBe('NotImplemented');
});

describe('protection', () => {
  test('locked cells, formats and rules are closed; unlocked cells are open', async () => {
    const { Excel } = session();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect();
      sheet.protection.load('protected');
      sheet.getRange('B1').values = [[1]];
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
    });
    const on = (work: (sheet: Excel.Worksheet) => void): Promise<string> => hostRefuses(Excel, (context) => work(context.workbook.worksheets.getItem('Sheet1')));
    expect(await on((sheet) => { sheet.getRange('A1:B1').values = [[1, 2]]; })).toBe('AccessDenied');
    expect(await on((sheet) => { sheet.getRange('B1').format.fill.color = '#FF0000'; })).toBe('AccessDenied');
    expect(await on((sheet) => void sheet.getRange('B1').conditionalFormats.add('Custom'))).toBe('AccessDenied');
    expect(await on((sheet) => { sheet.getRange('B1').clear(); })).toBe('AccessDenied');
    expect(await on((sheet) => { sheet.protection.protect(); })).toBe('InvalidOperation');
    expect(await on((sheet) => { sheet.protection.unprotect(); sheet.getRange('A1').values = [[1]]; })).toBe('no error');
  });
  test('a read-only workbook may be changed in memory, or is refused where that is asked for', async () => {
    const open = session();
    open.host.book.readOnly = true;
    const closed = session(['Sheet1'], { refuseReadOnlyWrites: true });
    closed.host.book.readOnly = true;
    const write = (context: Excel.RequestContext): void => { context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]]; };
    expect(await hostRefuses(open.Excel, write)).toBe('no error');
    expect(await hostRefuses(closed.Excel, write)).toBe('AccessDenied');
    expect(await hostRefuses(closed.Excel, (context) => void context.workbook.load('readOnly'))).toBe('no error');
  });
});

describe('traffic and faults', () => {
  test('syncs are requests that do more than release references', async () => {
    const { Excel, host } = session();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('values');
      await context.sync();
      range.values = [[1]];
      await context.sync();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[1]]);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.traffic.requests.map((request) => request.onlyReleases)).toEqual([false, false, false, true]);
    expect([host.traffic.syncs, host.references.size]).toEqual([3, 0]);
    expect(host.traffic.requests[0]?.bytes).toBeGreaterThan(100);
  });
  test('more than 5 MB are refused and nothing is done', async () => {
    const { Excel, host } = session();
    expect(await hostRefuses(Excel, (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:A200').values = Array.from({ length: 200 }, () => ['x'.repeat(30_000)]);
    })).toBe('RequestPayloadSizeLimitExceeded');
    expect(host.book.sheets[0]?.cells.size).toBe(0);
  });
  test('a range of more than five million cells is not read', async () => {
    const { Excel } = session();
    expect(await hostRefuses(Excel, (context) => void context.workbook.worksheets.getItem('Sheet1').getRange('A1:CV50001').load('values'))).toBe('ResponsePayloadSizeLimitExceeded');
  });

  const writes = async (verdict: (request: RequestRecord) => Verdict): Promise<{ code: string; cells: number }> => {
    const { Excel, host } = session(['Sheet1'], { intercept: (request) => (request.onlyReleases ? { kind: 'pass' } : verdict(request)) });
    const code = await hostRefuses(Excel, (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      for (const address of ['A1', 'A2', 'A3']) sheet.getRange(address).values = [[address]];
    });
    return { code, cells: host.book.sheets[0]?.cells.size ?? 0 };
  };
  test('an error before anything is done', async () => {
    expect(await writes(() => ({ kind: 'refuse', code: 'InvalidOperationInCellEditMode' }))).toEqual({ code: 'InvalidOperationInCellEditMode', cells: 0 });
  });
  test('an error half-way leaves what was done', async () => {
    const { code, cells } = await writes(({ actions }) => ({ kind: 'stopAfter', actions: actions - 1, code: 'GeneralException' }));
    expect(code).toBe('GeneralException');
    expect(cells).toBe(2);
  });
  test('a lost reply: all is done, the client knows nothing', async () => {
    const { code, cells } = await writes(() => ({ kind: 'loseReply' }));
    expect(code).not.toBe('no error');
    expect(cells).toBe(3);
  });
});

test('changes are told to listeners of the sheet and of all sheets, until they are taken away', async () => {
  const { Excel } = session(['A', 'B']);
  const heard: string[] = [];
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A').load('id');
    await context.sync();
    const own = sheet.onChanged.add((event) => Promise.resolve(void heard.push(`A ${event.address}`)));
    context.workbook.worksheets.onChanged.add((event) => Promise.resolve(void heard.push(`all ${event.address}`)));
    await context.sync();
    sheet.getRange('A1:B1').values = [[1, 2]];
    context.workbook.worksheets.getItem('B').getRange('C3').values = [[1]];
    await context.sync();
    await settle();
    expect([...heard].sort()).toEqual(['A A1:B1', 'all A1:B1', 'all C3']);
    own.remove();
    await context.sync();
    heard.length = 0;
    sheet.getRange('A1').values = [[3]];
    await context.sync();
    await settle();
    expect(heard).toEqual(['all A1']);
  });
});
