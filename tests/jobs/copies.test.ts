import { beforeAll, describe, expect, test } from '@jest/globals';
import { cellKey, type Book } from '../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../src/embedded/xlsx/open';
import { layout } from '../../src/jobs/layout';
import { look } from '../../src/jobs/look';
import { recompute } from '../../src/jobs/recompute';
import { withCopiedSheet } from '../support/copiedSheet';
import { Bench, GUNMA } from '../support/laidOut';
import { withOffice } from '../support/office';

/** Somebody copied a sheet of ours: Excel doubles its names as the copy's own. */
const COPY = '業務 (2)';
let saved: Uint8Array;
beforeAll(async () => {
  const opened = newWorkbook();
  await layout(withOffice(opened).context, 2024, GUNMA);
  saved = opened.save();
});
const copied = (comments = true): Book => openWorkbook(withCopiedSheet(saved, '業務', COPY, comments), 'copied.xlsx').book;
const ofWorkbook = (book: Book): string => JSON.stringify(book.names.filter((name) => name.scope === undefined));
const ofSheets = (book: Book): number => book.names.filter((name) => name.scope !== undefined).length;
const cellsOf = (bench: Bench, sheet: string): string => JSON.stringify([...bench.sheet(sheet).cells].sort(([a], [b]) => a - b));

test('through office.js: read in the first request, taken out in the third, gone from the file', async () => {
  const opened = openWorkbook(withCopiedSheet(saved, '業務', COPY), 'copied.xlsx');
  const { context } = withOffice(opened, { apiVersion: '1.9' });
  const [before, doubled] = [ofWorkbook(opened.book), ofSheets(opened.book)];
  expect(doubled).toBeGreaterThan(40);
  const report = await recompute(context, 'all');
  expect(report.summary).toEqual([`コピーされたシート『${COPY}』に重複した名前が${doubled}件ありました。外しました。`]);
  expect([report.warnings, report.syncs]).toEqual([[], 4]);
  expect([ofWorkbook(opened.book), ofSheets(opened.book)]).toEqual([before, 0]);
  expect(ofSheets(openWorkbook(opened.save(), 'again.xlsx').book)).toBe(0);
  expect((await recompute(context, 'all')).changed).toBe(false);
});

describe('a copied sheet', () => {
  test.each([['with', true], ['without', false]])('%s comments on the doubled names: they go, the copy’s cells and a name of the person’s own stay', async (_, comments) => {
    const bench = new Bench(copied(comments));
    const scope = bench.sheet(COPY).id;
    bench.book.names.push({ name: '税率', scope, refersTo: `'${COPY}'!$A$1`, comment: '', visible: true }, { name: '月次_私の表', scope, refersTo: `'${COPY}'!$A$2`, comment: '', visible: true });
    const [before, cells] = [ofWorkbook(bench.book), cellsOf(bench, COPY)];
    await bench.layout();
    expect(ofWorkbook(bench.book)).toBe(before);
    expect(bench.book.names.filter((name) => name.scope !== undefined).map((name) => name.name)).toEqual(['税率', '月次_私の表']);
    expect(cellsOf(bench, COPY)).toBe(cells);
    expect((await bench.layout()).changed).toBe(false);
  });

  test('its tables are not taken for the originals, also where the originals’ names are lost', async () => {
    const bench = new Bench(copied());
    const before = bench.book.names.filter((name) => name.scope === undefined).map((name) => `${name.name}=${name.refersTo}`).sort();
    for (const name of bench.book.names) if (name.scope === undefined && name.name.startsWith('月次_郵送化率')) name.refersTo = '#REF!';
    const report = await bench.recompute();
    expect(report.warnings).toEqual([]);
    expect(bench.book.names.map((name) => `${name.name}=${name.refersTo}`).sort()).toEqual(before);
  });

  test('表の点検 shows it, and opening the pane writes nothing', async () => {
    const bench = new Bench(copied());
    const before = bench.contents();
    const tables = await (await look(bench.context, 2024, new Date(2025, 3, 7))).tables();
    expect(tables.filter((table) => table.state !== 'right')).toEqual([expect.objectContaining({ name: COPY, group: 'コピーされたシート', findings: [expect.objectContaining({ kind: 'namesCopied' })] })]);
    expect(bench.contents()).toBe(before);
  });

  test('a doubled name that a formula of the copy uses stays, for its value would change', async () => {
    const bench = new Bench(copied());
    bench.sheet(COPY).cells.set(cellKey(0, 20), { formula: 'SUM(月次_郵送化率_郵送件数_2024)' });
    const report = await bench.recompute();
    expect(report.warnings).toEqual([`シート『${COPY}』の重複した名前 1件は、計算式で使われているため残しています（月次_郵送化率_郵送件数_2024: ${COPY} U1）。`]);
    expect(bench.book.names.filter((name) => name.scope !== undefined).map((name) => name.name)).toEqual(['月次_郵送化率_郵送件数_2024']);
  });

  test('a protected copy stops nothing', async () => {
    const bench = new Bench(copied());
    bench.sheet(COPY).protected = true;
    const report = await bench.recompute();
    expect([report.changed, report.warnings]).toEqual([false, [expect.stringContaining('シートが保護されているため外していません')]]);
  });

  test('the original was deleted: the copy takes its place', async () => {
    const bench = new Bench(copied());
    const cells = cellsOf(bench, COPY);
    await bench.gateway.apply({ actions: [{ kind: 'deleteSheet', sheet: '業務' }] });
    const report = await bench.layout();
    expect(report.warnings).toEqual([]);
    expect(bench.book.sheets.map((sheet) => sheet.name)).not.toContain('業務');
    expect(bench.book.names.find((name) => name.name === '月次_郵送化率_郵送件数_2024')?.refersTo).toContain(`'${COPY}'!`);
    expect(ofSheets(bench.book)).toBe(0);
    expect(cellsOf(bench, COPY)).toBe(cells);
    expect((await bench.layout()).changed).toBe(false);
  });

  test('名前を外す takes doubled names too', async () => {
    const bench = new Bench(copied());
    expect((await bench.release()).warnings).toEqual([]);
    expect(bench.book.names).toEqual([]);
  });
});
