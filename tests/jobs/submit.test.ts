import { describe, expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, isCellError, keyColumn, keyRow, type Book, type Cell, type Sheet } from '../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../src/embedded/xlsx/open';
import { evaluate } from '../../src/jobs/evaluate';
import type { JobReport } from '../../src/jobs/job';
import { layout } from '../../src/jobs/layout';
import { propose } from '../../src/jobs/perform';
import { submit } from '../../src/jobs/submit';
import { summary } from '../../src/jobs/summary';
import { failureWords } from '../../src/jobs/words';
import { KPI_SHEET } from '../../src/sheets/kpiSheet';
import { PLAN_SHEET } from '../../src/sheets/planSheet';
import { finishedOnce } from '../support/finishedOnce';
import { Bench, GUNMA, MARCH, ownSheets } from '../support/laidOut';
import { withOffice } from '../support/office';

const { fresh } = finishedOnce();
const SUMMARY = '提出_年間まとめ_2024年度3月';
const PLAN = '提出_事業計画_2024年度3月';
const KPI = '提出_KPI_2024年度3月';
const COPIES = [SUMMARY, PLAN, KPI];

const run = (bench: Bench, request: Parameters<typeof submit>[1] = 'usual'): Promise<JobReport> => submit(bench.context, request);
const titles = (book: Book): string[] => ownSheets(book).map((sheet) => sheet.name);
const copies = (book: Book): string[] => titles(book).filter((name) => name.startsWith('提出_'));
const formulas = (sheet: Sheet): number => [...sheet.cells.values()].filter((cell) => cell.formula !== undefined).length;
const shown = (cell: Cell | undefined): string | number | boolean => (cell?.value === undefined ? '' : isCellError(cell.value) ? cell.value.error : cell.value);
const withoutCopies = (bench: Bench): string => JSON.stringify([
  bench.book.names.filter((name) => !name.name.startsWith('事業計画_提出_')),
  ownSheets(bench.book).filter((sheet) => !sheet.name.startsWith('提出_')).map((sheet) => [sheet.name, [...sheet.cells].sort(([a], [b]) => a - b), sheet.charts]),
]);
const keyOfHeading = (sheet: Sheet, heading: string): number => [...sheet.cells].find(([, cell]) => cell.value === heading)?.[0] ?? NaN;

describe('提出用コピー作成 for March', () => {
  test('the summary, the plan and the KPIs, as values; the sheets themselves stay', async () => {
    const bench = fresh();
    const before = withoutCopies(bench);
    const report = await run(bench);
    expect(report.summary).toEqual([...COPIES.map((name) => `シート「${name}」を作成しました（令和7年3月末現在の値と書式）。`), expect.stringContaining('「コピーを作成する」をオンにしてください。')]);
    expect([copies(bench.book), report.warnings]).toEqual([COPIES, []]);
    expect(COPIES.map((name) => formulas(bench.sheet(name)))).toEqual([0, 0, 0]);
    expect(withoutCopies(bench) === before).toBe(true);
  });

  test('every value and format of the summary is in its copy, but for errors, keys and what is still to be written', async () => {
    const bench = fresh();
    await run(bench);
    const [source, copy] = [bench.sheet('年間まとめ'), bench.sheet(SUMMARY)];
    const KEYS = new Set([0, 18]);
    let compared = 0;
    let noted = 0;
    for (const [key, cell] of source.cells) {
      const value = shown(cell);
      const kept = copy.cells.get(key);
      expect(kept?.style).toEqual(cell.style);
      if (KEYS.has(keyColumn(key))) continue;
      const note = typeof value === 'string' && /　※|未記入/.test(value);
      expect(shown(kept)).toBe(value === '#N/A' ? '' : note && typeof value === 'string' ? (value.startsWith('今後改善すべき点が未記入') ? '' : value.split('　※')[0]) : value);
      if (note) noted++;
      compared++;
    }
    expect(compared).toBeGreaterThan(3000);
    // The sentences, the notes beside them, and the line that counts.
    expect(noted).toBeGreaterThan(2);
    expect([copy.columns, copy.page, copy.freeze, copy.conditionalFormats]).toEqual([source.columns, source.page, source.freeze, source.conditionalFormats]);
    expect([...copy.cells].filter(([key, cell]) => keyColumn(key) === 0 && cell.value !== undefined).map(([, cell]) => cell.value)).toContain('5-1');
    expect([...copy.cells].filter(([key, cell]) => KEYS.has(keyColumn(key)) && /[:：]/.test(String(shown(cell))))).toEqual([]);
  });

  test('its charts read the copy, whose cells are values', async () => {
    const bench = fresh();
    await run(bench);
    const [source, copy] = [bench.sheet('年間まとめ'), bench.sheet(SUMMARY)];
    expect(source.charts.length).toBeGreaterThan(5);
    expect(copy.charts.map((chart) => chart.name)).toEqual(source.charts.map((chart) => chart.name));
    expect(copy.charts.flatMap((chart) => chart.series).filter((series) => !series.values.startsWith(`${SUMMARY}!`) || series.categories?.startsWith(`${SUMMARY}!`) === false)).toEqual([]);
    expect(source.charts.flatMap((chart) => chart.series).filter((series) => !series.values.startsWith('年間まとめ!'))).toEqual([]);
  });

  test('columns of definitions and of the add-in’s own books are gone, and nobody is told what to type', async () => {
    const bench = fresh();
    await bench.type('KPI', 'C6', { value: 'KPI評価が終わりました。' });
    await run(bench);
    const headings = (sheet: string): unknown[] => { const found = bench.sheet(sheet); const row = keyRow(keyOfHeading(found, '全国順位')); return [...found.cells].filter(([key, cell]) => keyRow(key) === row && cell.value !== undefined).sort(([a], [b]) => a - b).map(([, cell]) => cell.value); };
    expect(headings(KPI)).toEqual(KPI_SHEET.columns.map((column) => column.header).filter((header) => !['評価後の変更', '3月の見通し（判定には使いません）', '条件ID', '実績の参照', '評価基準', '目標の根拠', '前年度の参照', '目標の決め方', '◎の基準', '年度途中の判定', '表示形式', '評価時の実績値', '評価時の目標値'].includes(header)));
    expect(headings(PLAN)).toEqual(PLAN_SHEET.columns.map((column) => column.header).filter((header) => !['KPI', '集計', '注意', '評価時の進捗状況', '進捗状況の時点', '評価の時点'].includes(header)));
    const texts = COPIES.flatMap((name) => [...bench.sheet(name).cells.values()].map((cell) => String(shown(cell))));
    expect(texts.filter((text) => /直近の結果|入力してください|入力できます|KPI評価が/.test(text))).toEqual([]);
    expect(shown(bench.cell(KPI, 'A2'))).toBe('令和7年3月末現在');
  });

  test('no copy has names of its own, but the one it is known by', async () => {
    const bench = fresh();
    bench.book.names.push({ name: '私の範囲', refersTo: 'KPI!$A$1:$B$2', comment: '', visible: true }, { name: '内訳', scope: bench.sheet('KPI').id, refersTo: 'KPI!$A$3', comment: '', visible: true });
    await run(bench);
    const ids = new Set(COPIES.map((name) => bench.sheet(name).id));
    expect(bench.book.names.filter((name) => name.scope !== undefined && ids.has(name.scope))).toEqual([]);
    expect(bench.book.names.filter((name) => COPIES.some((copy) => name.refersTo.startsWith(`${copy}!`))).map((name) => name.name)).toEqual(['事業計画_提出_2024_3月_年間まとめ', '事業計画_提出_2024_3月_事業計画', '事業計画_提出_2024_3月_KPI']);
    expect(bench.book.names.map((name) => name.name)).toEqual(expect.arrayContaining(['私の範囲', '内訳']));
  });

  test('again: nothing; no other job minds the copies', async () => {
    const bench = fresh();
    await run(bench);
    const before = bench.contents();
    const again = await run(bench);
    expect([again.changed, again.summary]).toEqual([false, [...COPIES.map((name) => `シート「${name}」は最新です。`), '変更はありません。']]);
    expect((await bench.all()).map((report) => report.changed)).toEqual([false, false, false, false]);
    expect(bench.contents() === before).toBe(true);
    await bench.release();
    expect([bench.book.names, copies(bench.book)]).toEqual([[], COPIES]);
  });

  test('again: nothing, where only the tables tell the year since the names were taken out', async () => {
    const bench = fresh();
    await bench.release();
    await run(bench, ['KPI']);
    const before = bench.contents();
    const again = await run(bench, ['KPI']);
    expect([copies(bench.book), again.changed, bench.contents() === before]).toEqual([[KPI], false, true]);
  });

  test('a sheet of a group, chosen by its first table', async () => {
    const bench = fresh();
    expect((await run(bench, ['表_T02'])).warnings).toEqual([expect.stringContaining('シート「表_T02」がありません')]);
    await run(bench, ['表_T01']);
    const copy = bench.sheet('提出_業務_2024年度3月');
    expect([formulas(copy), shown(bench.cell('提出_業務_2024年度3月', 'A2'))]).toEqual([0, '令和7年3月末現在']);
    const row = bench.rowOf('業務', '郵送化率', 1);
    expect(shown(copy.cells.get(cellKey(row, 14)))).toBe(shown(bench.sheet('業務').cells.get(cellKey(row, 14))));
    expect((await bench.recompute()).changed).toBe(false);
  });
});

describe('a month that is judged again', () => {
  async function judgedAgain(): Promise<Bench> {
    const bench = fresh();
    await run(bench);
    await bench.type('業務', `C${bench.rowOf('業務', '郵送件数', 1) + 1}`, { value: 1 });
    await bench.evaluate();
    return bench;
  }

  test('its copies are made anew once that is agreed to', async () => {
    const bench = await judgedAgain();
    const context = { ...bench.context, year: 2024, today: () => new Date(2025, 3, 7), sample: () => Promise.resolve(GUNMA) };
    const { words } = await propose(context, { kind: 'submit', sheets: ['年間まとめ', 'KPI'] });
    expect(words).toEqual([
      '令和7年3月末現在の値と書式で、提出用のコピーを作ります。元のシートは変わりません。',
      expect.stringMatching(/^シート「提出_年間まとめ_2024年度3月」を作り直します（前回と違うセル \d+個）。そこに書き足したものは残りません。$/),
      expect.stringMatching(/^シート「提出_KPI_2024年度3月」を作り直します/),
      '2個の名前を、正しい場所に付け直します。', 'ほかのシートの値と計算式は変わりません。',
    ]);
    const before = titles(bench.book).length;
    await run(bench);
    expect([titles(bench.book).length, new Set(copies(bench.book))]).toEqual([before, new Set(COPIES)]);
    expect((await run(bench)).changed).toBe(false);
    expect(bench.book.names.filter((name) => name.name.startsWith('事業計画_提出_'))).toHaveLength(3);
  });

  test('a note that somebody added to a copy counts as a difference', async () => {
    const bench = fresh();
    await run(bench, ['KPI']);
    await bench.type(KPI, 'A60', { value: '提出済み' });
    const context = { ...bench.context, year: 2024, today: () => new Date(2025, 3, 7), sample: () => Promise.resolve(GUNMA) };
    expect((await propose(context, { kind: 'submit', sheets: ['KPI'] })).words).toContain('シート「提出_KPI_2024年度3月」を作り直します（前回と違うセル 1個）。そこに書き足したものは残りません。');
  });

  test('another month has copies of its own, and those of before stay', async () => {
    const bench = new Bench();
    await bench.layout();
    await bench.evaluate(5);
    await run(bench, ['KPI']);
    const september = JSON.stringify([...bench.sheet('提出_KPI_2024年度9月').cells]);
    await bench.evaluate(MARCH);
    await run(bench, ['KPI']);
    expect(copies(bench.book)).toEqual(['提出_KPI_2024年度9月', KPI]);
    expect(JSON.stringify([...bench.sheet('提出_KPI_2024年度9月').cells]) === september).toBe(true);
  });

  test('a copy that was deleted is made again; a sheet that merely has its title stays', async () => {
    const bench = fresh();
    await run(bench, ['KPI']);
    await bench.gateway.apply({ actions: [{ kind: 'deleteSheet', sheet: KPI }] });
    bench.book.sheets.push(blankSheet(sheetIdText(900), KPI));
    await bench.type(KPI, 'A1', { value: '私のシート' });
    await run(bench, ['KPI']);
    expect(copies(bench.book)).toEqual([KPI, `${KPI}（2）`]);
    expect(shown(bench.cell(KPI, 'A1'))).toBe('私のシート');
    expect((await run(bench, ['KPI'])).changed).toBe(false);
  });

  test('a copy under another name is still the month’s', async () => {
    const bench = await judgedAgain();
    await bench.gateway.apply({ actions: [{ kind: 'renameSheet', sheet: KPI, to: '本部提出' }] });
    for (const name of bench.book.names) name.refersTo = name.refersTo.replace(new RegExp(`^${KPI}!`), '本部提出!');
    await run(bench, ['KPI']);
    expect(titles(bench.book).filter((name) => name === '本部提出' || name === KPI)).toEqual(['本部提出']);
  });
});

describe('what cannot be submitted is refused, and nothing is changed', () => {
  test.each<[string, (bench: Bench) => Promise<unknown> | void, string]>([
    ['figures changed since they were judged', (bench) => bench.type('業務', `C${bench.rowOf('業務', '郵送件数', 1) + 1}`, { value: 1 }), '数値が更新されています（郵送化率）。KPI評価をやり直してください。提出用コピーは作成していません。'],
    ['the summary is missing', (bench) => bench.gateway.apply({ actions: [{ kind: 'deleteSheet', sheet: '年間まとめ' }] }), 'シート「年間まとめ」がありません。先に作成してから、もう一度実行してください。'],
    ['a heading is lost', (bench) => bench.type('KPI', `A${KPI_SHEET.headerRow + 1}`, { value: '番号' }), '見出し「KPI ID」がありません'],
  ])('%s', async (_, change, words) => {
    const bench = fresh();
    await change(bench);
    const before = bench.contents();
    const report = await run(bench);
    expect([report.changed, report.warnings.join('')]).toEqual([false, expect.stringContaining(words)]);
    expect(bench.contents() === before).toBe(true);
  });

  test('not judged yet, nothing chosen', async () => {
    const bench = new Bench();
    await bench.layout();
    expect((await run(bench)).warnings).toEqual(['KPIをまだ評価していません。先に「KPI評価」を実行してください。提出用コピーは作成していません。何も変更していません。']);
    expect((await run(fresh(), [])).warnings).toEqual([expect.stringContaining('提出するシートが選ばれていません')]);
    expect((await run(new Bench())).warnings).toEqual([expect.stringContaining('KPIをまだ評価していません')]);
  });

  test.each<[string, (book: Book) => void, string]>([
    ['a read-only file', (book) => { book.readOnly = true; }, '読み取り専用'],
    ['a protected structure', (book) => { Object.assign(book, { structureProtected: true }); }, 'ブックの構成が保護されているため'],
    ['a protected sheet, whose copy would be protected too', (book) => { for (const sheet of book.sheets) sheet.protected = sheet.name === 'KPI'; }, 'シート『KPI』は保護されています'],
  ])('%s', async (_, change, words) => {
    const bench = fresh();
    change(bench.book);
    const before = bench.contents();
    expect(failureWords(await run(bench).catch((reason: unknown) => reason))).toContain(words);
    expect(bench.contents() === before).toBe(true);
  });
});

describe('what a reader of the copy could miss is told', () => {
  test('an error, and a drawing of somebody’s', async () => {
    const bench = fresh();
    await bench.type('KPI', 'A60', { formula: '1/0' });
    bench.sheet('KPI').charts.push({ name: '推移', type: 'Line', series: [{ name: 'a', values: '業務!$C$5:$N$5' }], left: 0, top: 0, width: 10, height: 10 });
    expect((await run(bench, ['KPI'])).warnings.slice(-2)).toEqual([
      'シート「KPI」のエラーのセル 1個は、コピーでは空欄にします。元のシートを確認してください。',
      'シート「KPI」の図（推移）がほかのシートの数値を使っているときは、コピーでも数値が変わることがあります。図として貼り付け直してください。',
    ]);
    expect((await run(bench, ['KPI'])).changed).toBe(false);
  });
});

test('through office.js at ExcelApi 1.9: two reads, one write; saved and opened again the copies are values with charts', async () => {
  const opened = newWorkbook();
  const { context } = withOffice(opened, { apiVersion: '1.9' });
  await layout(context, 2024, GUNMA);
  await evaluate(context, MARCH);
  await summary(context);
  const report = await submit(context, 'usual');
  expect([report.changed, report.syncs, report.warnings]).toEqual([true, 4, []]);
  expect((await submit(context, 'usual')).changed).toBe(false);
  const saved = openWorkbook(opened.save(), 'saved.xlsx');
  expect(saved.book.sheets.filter((sheet) => sheet.name.startsWith('提出_')).map((sheet) => [sheet.name, formulas(sheet), sheet.charts.length])).toEqual(COPIES.map((name, index) => [name, 0, index === 0 ? opened.book.sheets.find((sheet) => sheet.name === '年間まとめ')?.charts.length : 0]));
  expect(saved.book.names.filter((name) => name.scope !== undefined)).toEqual([]);
  const again = withOffice(saved, { apiVersion: '1.14' });
  expect((await submit(again.context, 'usual')).changed).toBe(false);
});
