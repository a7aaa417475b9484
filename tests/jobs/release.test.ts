import { describe, expect, test } from '@jest/globals';
import { cellKey, type Book } from '../../src/embedded/model/book';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellA1, columnLetters } from '../../src/plan/a1';
import { TABLE_SHEET, type TableSheetKey } from '../../src/sheets/tableSheet';
import { layout } from '../../src/jobs/layout';
import { propose } from '../../src/jobs/perform';
import { failureWords } from '../../src/jobs/words';
import { finishedOnce } from '../support/finishedOnce';
import { Bench, GUNMA, ownSheets } from '../support/laidOut';

/** 名前を外す on a workbook in use. */
const { fresh, book } = finishedOnce();
const names = (bench: Bench): string[] => bench.book.names.map((name) => `${name.scope ?? ''}${name.name}=${name.refersTo}`).sort();
const GONE = ['表定義', '上書きの記録', '評価ログ', '評価時の数値', '訂正一覧'];
/** Values and formulas of every sheet but those that go. */
const others = (bench: Bench): string => JSON.stringify(ownSheets(bench.book).filter((sheet) => !GONE.includes(sheet.name)).map((sheet) => [sheet.name, [...sheet.cells].sort(([a], [b]) => a - b)]));
const sheetNames = (bench: Bench): string[] => ownSheets(bench.book).map((sheet) => sheet.name);
async function note(bench: Bench, formula: string, sheet = 'メモ'): Promise<void> {
  if (!sheetNames(bench).includes(sheet)) bench.book.sheets.push(blankSheet(sheetIdText(90), sheet));
  bench.sheet(sheet).cells.set(cellKey(2, 1), { formula });
  await bench.engine.recalculate(bench.book);
}

describe('名前を外す', () => {
  test('names, definitions and records go; all else stays; twice is as once; 表を配置 gives the names back', async () => {
    const bench = fresh();
    await bench.type('業務', `F${bench.rowOf('業務', '郵送化率', 1) + 1}`, { value: 0.5 });
    await bench.recompute();
    await bench.type('業務', cellA1(bench.rowOf('業務', '郵送件数', 1), 5), { value: 6_000 });
    await bench.evaluate();
    await bench.summary();
    expect(sheetNames(bench)).toEqual(expect.arrayContaining(GONE));
    const [before, named] = [others(bench), names(bench)];
    const report = await bench.release();
    expect(report.warnings).toEqual([]);
    expect(report.summary).toEqual([`名前 ${named.length}件を外しました。`, 'シート「表定義」「上書きの記録」「評価ログ」「評価時の数値」「訂正一覧」を削除しました。ほかのシートの値と計算式は変わっていません。']);
    expect(report.syncs).toBeLessThanOrEqual(4);
    expect(names(bench)).toEqual([]);
    expect(sheetNames(bench)).toEqual(ownSheets(book()).map((sheet) => sheet.name).filter((name) => !GONE.includes(name)));
    expect(others(bench)).toBe(before);
    const again = await bench.release();
    expect([again.changed, again.summary, again.warnings]).toEqual([false, ['変更はありません。'], []]);
    // In a later year, as the pane of that year would lay out.
    const laid = await layout(bench.context, 2026, GUNMA);
    expect(laid.warnings).toEqual([]);
    expect(others(bench)).toBe(before);
    expect(names(bench)).toEqual(named.filter((name) => !/年間まとめ|上書きの記録|評価ログ|評価時の数値|訂正一覧/.test(name)));
    // The records begin anew; nothing else is written but the time.
    expect((await bench.evaluate()).summary.join()).toContain('シート「評価ログ」を追加し');
    expect((await bench.summary()).warnings).toEqual([]);
    expect(others(bench)).toBe(before);
  });

  test('the proposal says what goes and what is lost with it', async () => {
    const bench = fresh();
    const proposal = await propose({ ...bench.context, year: 2024, today: () => new Date(2025, 3, 7), sample: () => Promise.resolve(GUNMA) }, { kind: 'release' });
    expect(proposal.words).toEqual([
      '表定義で直した内容は残りません。もう一度「表を配置」を実行すると、標準の定義になります。',
      '評価の記録「評価ログ」も削除します。残しておくときは「やめる」を押し、シートを別のブックにコピーしてから実行してください。',
      `${bench.book.names.length}個の名前を外します。`, 'シート「表定義」「評価ログ」「評価時の数値」を削除します。', 'ほかのシートの値と計算式は変わりません。',
    ]);
  });

  test.each([
    ['SUM(月次_郵送化率_郵送件数_2024)', '名前「月次_郵送化率_郵送件数_2024」は、計算式（メモ B3）で使われているため残しています。'],
    ['SUM(業務!月次_郵送化率_郵送件数_2024)', '名前「月次_郵送化率_郵送件数_2024」は、計算式（メモ B3）で使われているため残しています。'],
    ['SUM(INDIRECT("月次_郵送化率_郵送件数_2024"))', '名前「月次_郵送化率_郵送件数_2024」は、計算式（メモ B3）で使われているため残しています。'],
  ])('a name in =%s stays and is told with the cell', async (formula, words) => {
    const bench = fresh();
    await note(bench, formula);
    const before = others(bench);
    const report = await bench.release();
    expect(report.warnings).toEqual([words]);
    expect(bench.book.names.map((name) => name.name)).toEqual(['月次_郵送化率_郵送件数_2024']);
    expect(others(bench)).toBe(before);
    expect((await bench.release()).changed).toBe(false);
  });

  test.each([
    ['表定義!C9', 'ほかの計算式（メモ B3）が参照しているため'],
    ['INDIRECT("表定義!C9")', 'ほかの計算式（メモ B3）が参照しているため'],
    ['SUM(業務:表定義!C9)', 'ほかの計算式（メモ B3）が参照しているため'],
    ['ROWS(事業計画_表定義)', 'ほかの計算式（名前「事業計画_表定義」）が参照しているため'],
  ])('表定義 stays where =%s speaks of it', async (formula, why) => {
    const bench = fresh();
    await note(bench, formula);
    const report = await bench.release();
    expect(report.warnings).toContain(`シート「表定義」は、${why}残しています。`);
    expect(sheetNames(bench)).toContain('表定義');
  });

  test('a person’s name that points at 表定義 keeps the sheet; their own 月次_ name is not ours', async () => {
    const bench = fresh();
    bench.book.names.push({ name: '定義の一覧', refersTo: '表定義!$A$8:$C$20', comment: '', visible: true }, { name: '月次_会議予定', refersTo: '業務!$A$1', comment: '', visible: true });
    const report = await bench.release();
    expect(report.warnings).toEqual(['シート「表定義」は、ほかの計算式（名前「定義の一覧」）が参照しているため残しています。', '名前 「月次_会議予定」は、このアドインが付けたものではないため残しています。']);
    expect(bench.book.names.map((name) => name.name)).toEqual(['定義の一覧', '月次_会議予定']);
  });

  test('names without comments, as other programs save them, are ours by their stems', async () => {
    const bench = fresh();
    for (const name of bench.book.names) name.comment = '';
    expect((await bench.release()).warnings).toEqual([]);
    expect(bench.book.names).toEqual([]);
  });

  test('somebody else’s 表定義 is not touched', async () => {
    const bench = new Bench();
    bench.sheet('Sheet1').name = '表定義';
    bench.sheet('表定義').cells.set(cellKey(0, 0), { value: 'メモ' });
    const report = await bench.release();
    expect([report.changed, report.warnings, sheetNames(bench)]).toEqual([false, [], ['表定義']]);
  });

  test('表定義 that lost a heading stays, and the names go all the same', async () => {
    const bench = fresh();
    await bench.type('表定義', `${columnLetters(TABLE_SHEET.columns.findIndex((column) => column.key === ('total' satisfies TableSheetKey)))}${TABLE_SHEET.headerRow + 1}`, { value: '計のこと' });
    const report = await bench.release();
    expect(report.warnings).toEqual(['シート「表定義」は、見出しが変わっていて中身を確かめられないため残しています。']);
    expect([sheetNames(bench).includes('表定義'), bench.book.names.length]).toEqual([true, 0]);
  });

  test('the last visible sheet stays', async () => {
    const bench = fresh();
    for (const sheet of bench.book.sheets) if (sheet.name !== '表定義') sheet.visibility = 'Hidden';
    expect((await bench.release()).warnings).toEqual(['シート「表定義」は、ほかに表示されているシートがないため残しています。']);
  });

  test('a sheet of ours under another name is told, for 表を配置 would not find it', async () => {
    const bench = fresh();
    bench.sheet('KPI').name = 'KPI一覧';
    for (const name of bench.book.names) name.refersTo = name.refersTo.replace(/^KPI!/, 'KPI一覧!');
    expect((await bench.release()).warnings).toEqual(['シート「KPI一覧」は、名前を外したあと「表を配置」で見つかりません。続けて使うときは、シート名を「KPI」に直してから実行してください。']);
  });

  test.each<[string, (book: Book) => void, string]>([
    ['a read-only file', (book) => { book.readOnly = true; }, '読み取り専用'],
    ['a protected structure', (book) => { Object.assign(book, { structureProtected: true }); }, 'ブックの構成が保護されているため'],
    ['a protected 表定義', (book) => { for (const sheet of book.sheets) sheet.protected = sheet.name === '表定義'; }, 'シート『表定義』は保護されています'],
  ])('%s is refused before anything is written', async (_, change, words) => {
    const bench = fresh();
    change(bench.book);
    const before = bench.contents();
    expect(failureWords(await bench.release().catch((reason: unknown) => reason))).toContain(words);
    expect(bench.contents()).toBe(before);
  });
});
