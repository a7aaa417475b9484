import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { newWorkbook, openWorkbook, type OpenedWorkbook } from '../../src/embedded/xlsx/open';
import { isCellError, type Book } from '../../src/embedded/model/book';
import { evaluate } from '../../src/jobs/evaluate';
import { layout } from '../../src/jobs/layout';
import { recompute } from '../../src/jobs/recompute';
import { release } from '../../src/jobs/release';
import { summary } from '../../src/jobs/summary';
import type { JobReport } from '../../src/jobs/job';
import { failureWords } from '../../src/jobs/words';
import { Bench, GUNMA, MARCH, ownSheets } from '../support/laidOut';
import { withOffice } from '../support/office';

/** Everything here goes through the unmodified office.js. */
async function runAll(opened: OpenedWorkbook, apiVersion: string): Promise<{ reports: JobReport[]; session: ReturnType<typeof withOffice>['session'] }> {
  const { session, context } = withOffice(opened, { apiVersion });
  const reports = [await layout(context, 2024, GUNMA), await recompute(context, 'all'), await evaluate(context, MARCH), await summary(context)];
  return { reports, session };
}

/** Contents alone: what the two ways of writing must agree on. */
const contents = (book: Book): unknown => ownSheets(book).map((sheet) => [
  sheet.name,
  Object.fromEntries([...sheet.cells].filter(([, cell]) => cell.formula !== undefined || (cell.value !== undefined && cell.value !== '')).map(([key, cell]) => [
    key, cell.formula ?? (isCellError(cell.value ?? '') ? 'error' : cell.value),
  ])),
]);

describe.each(['1.9', '1.14'])('the four jobs through office.js at ExcelApi %s', (apiVersion) => {
  let first: Uint8Array;

  test('write what was thought, in at most four requests a job', async () => {
    const opened = newWorkbook();
    const { reports, session } = await runAll(opened, apiVersion);
    expect(reports.map((report) => report.changed)).toEqual([true, false, true, true]);
    expect(reports.map((report) => report.warnings)).toEqual([[], [], [], []]);
    for (const report of reports) expect(report.syncs).toBeLessThanOrEqual(4);
    expect(session.host.traffic.syncs).toBe(reports.reduce((sum, report) => sum + report.syncs, 0));
    for (const request of session.host.traffic.requests) expect(request.bytes).toBeLessThan(5_000_000);
    const bench = new Bench();
    await bench.all();
    expect(contents(opened.book)).toEqual(contents(bench.book));
    expect(opened.book.names.map((name) => [name.name, name.refersTo]).sort()).toEqual(bench.book.names.map((name) => [name.name, name.refersTo]).sort());
    first = opened.save();
  });

  test('change nothing on the saved file, to the byte', async () => {
    const opened = openWorkbook(first, 'out.xlsx');
    const { reports } = await runAll(opened, apiVersion);
    expect(reports.map((report) => [report.changed, report.warnings, report.syncs])).toEqual(Array(4).fill([false, [], 2]));
    expect(Buffer.compare(Buffer.from(opened.save()), Buffer.from(first))).toBe(0);
  });

  test('名前を外す: in four requests names and definitions leave the file, all else stays', async () => {
    const opened = openWorkbook(first, 'out.xlsx');
    const { context, session } = withOffice(opened, { apiVersion });
    const before = ownSheets(opened.book).filter((sheet) => !['表定義', '評価ログ', '評価時の数値'].includes(sheet.name)).map((sheet) => [sheet.name, structuredClone(sheet.cells)]);
    const report = await release({ ...context, wayBack: false });
    expect([report.changed, report.warnings, report.syncs, session.host.traffic.syncs]).toEqual([true, [], 4, 4]);
    const saved = opened.save();
    const again = openWorkbook(saved, 'released.xlsx');
    expect(again.book.names).toEqual([]);
    expect(ownSheets(again.book).map((sheet) => [sheet.name, sheet.cells])).toEqual(before);
    const [was, is] = [unzipSync(first), unzipSync(saved)].map((parts) => Object.keys(parts));
    expect(was?.filter((part) => !is?.includes(part))).toEqual(Array(3).fill(expect.stringMatching(/^xl\/worksheets\/sheet\d+\.xml$/)));
    expect((await release(withOffice(again, { apiVersion }).context)).changed).toBe(false);
  });
});

describe('refusals', () => {
  test('a protected sheet is named before anything is written', async () => {
    const opened = newWorkbook();
    await runAll(opened, '1.14');
    const sheet = opened.book.sheets.find((one) => one.name === 'KPI');
    if (sheet) sheet.protected = true;
    const { context } = withOffice(opened);
    const error = await evaluate(context, 5).catch((reason: unknown) => reason);
    expect(failureWords(error)).toBe('シート『KPI』は保護されています。保護を解除してから、もう一度実行してください。何も変更していません。');
  });

  test('a workbook opened read-only is refused', async () => {
    const opened = newWorkbook();
    opened.book.readOnly = true;
    const { context } = withOffice(opened);
    const error = await layout(context, 2024, GUNMA).catch((reason: unknown) => reason);
    expect(failureWords(error)).toContain('読み取り専用で開かれています');
    expect(opened.book.sheets).toHaveLength(1);
  });
});
