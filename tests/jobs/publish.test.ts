import { beforeAll, describe, expect, test } from '@jest/globals';
import { machineDependent } from '../../src/domain/publish/plainText';
import { publishFaults } from '../../src/domain/publish/publishFaults';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, keyColumn, keyRow, type Book, type Sheet } from '../../src/embedded/model/book';
import { newWorkbook, openWorkbook } from '../../src/embedded/xlsx/open';
import { findTables } from '../../src/jobs/adopt';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import { evaluate } from '../../src/jobs/evaluate';
import type { JobReport } from '../../src/jobs/job';
import { layout } from '../../src/jobs/layout';
import { look } from '../../src/jobs/look';
import { propose } from '../../src/jobs/perform';
import { publish } from '../../src/jobs/publish';
import { failureWords } from '../../src/jobs/words';
import { readSheetArea } from '../../src/plan/sheetReference';
import { finishedOnce } from '../support/finishedOnce';
import { Bench, GUNMA, MARCH, STANDARD } from '../support/laidOut';
import { withOffice } from '../support/office';

const { fresh } = finishedOnce();
type Content = string | number | boolean;

const run = (bench: Bench, request: Parameters<typeof publish>[1] = 'all'): Promise<JobReport> => publish(bench.context, request);
const published = (book: Book): Sheet[] => book.names.filter((name) => name.name.startsWith('事業計画_公表_')).map((name) => {
  const at = readSheetArea(`=${name.refersTo}`);
  const sheet = book.sheets.find((one) => one.name === at?.sheet);
  if (!sheet) throw new Error(name.refersTo);
  return sheet;
});

/** From the first cell to the last that holds anything. */
function cellsOf(sheet: Sheet): Content[][] {
  const filled = [...sheet.cells].filter(([, cell]) => cell.value !== undefined || cell.formula !== undefined);
  const [rows, columns] = [Math.max(...filled.map(([key]) => keyRow(key))) + 1, Math.max(...filled.map(([key]) => keyColumn(key))) + 1];
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_unused, column) => {
    const cell = sheet.cells.get(cellKey(row, column));
    return cell?.formula !== undefined ? `=${cell.formula}` : typeof cell?.value === 'object' ? cell.value.error : (cell?.value ?? '');
  }));
}
const faultsOf = (sheet: Sheet) => publishFaults({ cells: cellsOf(sheet), merged: sheet.merges.length, objects: sheet.charts.length });

/** The lines of a published sheet by heading. */
const linesOf = (sheet: Sheet): ReadonlyMap<string, Content>[] => {
  const [headings = [], ...rows] = cellsOf(sheet);
  return rows.map((row) => new Map(headings.map((heading, column) => [String(heading), row[column] ?? ''])));
};

const MONTHS = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'];

describe('公表用シート作成 over the sample year', () => {
  let bench: Bench;
  let report: JobReport;
  beforeAll(async () => {
    bench = fresh();
    report = await run(bench);
  });

  test('every table, the KPIs and the yearly figures have a sheet of their own', () => {
    expect(report.summary).toEqual([`${STANDARD.tables.length + 2}の公表用シートを作成しました。`]);
    expect(report.warnings).toEqual([]);
    expect(published(bench.book)).toHaveLength(STANDARD.tables.length + 2);
    expect(bench.sheet('公表_多・頻_件').name).toBe('公表_多・頻_件');
  });

  test('the sheets keep every rule of the ministry', () => {
    expect(published(bench.book).map((sheet) => [sheet.name, faultsOf(sheet)])).toEqual(published(bench.book).map((sheet) => [sheet.name, []]));
  });

  test('every figure is that of its source, at the precision it is printed with', () => {
    let compared = 0;
    for (const table of STANDARD.tables) {
      const sheet = published(bench.book).find((one) => linesOf(one)[0]?.get('表') === table.name);
      if (!sheet) throw new Error(table.name);
      for (const line of linesOf(sheet)) {
        const row = table.rows.find((one) => one.label === line.get('項目'));
        if (!row) throw new Error(String(line.get('項目')));
        const year = Number(String(line.get('年度（西暦）')).slice(0, 4));
        const name = bench.book.names.find((one) => one.scope === undefined && one.comment === `${table.name}／${row.label} 令和${year - 2018}年度 4月〜3月`);
        const at = name && readSheetArea(`=${name.refersTo}`);
        if (!at) throw new Error(`${table.name} ${row.label} ${year}`);
        const scale = row.format.includes('%') ? 100 : row.format === '[h]:mm' ? 1440 : 1;
        MONTHS.forEach((month, index) => {
          const source = bench.sheet(at.sheet).cells.get(cellKey(at.area.row, at.area.column + index))?.value;
          const shown = line.get(index === 0 && table.firstMonthLabel !== null ? table.firstMonthLabel : month);
          if (typeof source !== 'number') return expect(shown).toBe('');
          const decimals = (/\.(0+)/.exec(row.format)?.[1] ?? '').length;
          expect(shown).toBeCloseTo(source * scale, decimals);
          compared++;
        });
      }
    }
    expect(compared).toBeGreaterThan(900);
  });

  test('the printed figures stand there as numbers, with their unit', () => {
    const total = (title: string, item: string, year: string): Content[] => {
      const line = linesOf(bench.sheet(title)).find((one) => one.get('項目') === item && one.get('年度（和暦）') === year);
      return [line?.get('単位') ?? '', line?.get('計') ?? line?.get('合計') ?? line?.get('平均') ?? ''];
    };
    expect(total('公表_郵送化率', '郵送化率', '令和6年度')).toEqual(['%', 94.3]);
    expect(total('公表_金額_件', '金額/件(円)', '令和6年度')).toEqual(['円', 4417]);
    expect(total('公表_超過勤務', '超過勤務時間', '令和6年度')).toEqual(['分', 147]);
    expect(total('公表_入札', '割合', '令和6年度')).toEqual(['%', 8.3]);
  });

  test('dates are dates, and their count has a unit of its own', () => {
    const line = linesOf(bench.sheet('公表_保険給付適正化ＰＴ会議')).find((one) => one.get('年度（和暦）') === '令和6年度');
    expect([line?.get('単位'), line?.get('1月'), line?.get('計'), line?.get('計の単位')]).toEqual(['年月日', 45_672, 4, '回']);
    const sheet = bench.sheet('公表_保険給付適正化ＰＴ会議');
    const column = cellsOf(sheet)[0]?.indexOf('1月') ?? -1;
    expect(sheet.cells.get(cellKey(2, column))?.style?.numberFormat).toBe('yyyy-mm-dd');
  });

  test('the KPIs say mark, meaning, both years and rank', () => {
    const line = linesOf(bench.sheet('公表_KPI')).find((one) => one.get('KPI番号') === '7-2');
    expect(Object.fromEntries(line ?? [])).toMatchObject({ 実績値: 83.62, 目標値: 85.15, 単位: '%', 実施状況: '△', 実施状況の意味: '目標未達', '時点（和暦）': '令和6年11月末', '時点（西暦）': '2024年11月末', 全国順位: 34 });
  });

  test('a row that ended and was merged says so', () => {
    const line = linesOf(bench.sheet('公表_サービススタンダード')).find((one) => one.get('項目') === '家族出産一時金' && one.get('年度（西暦）') === '2024年度');
    expect([line?.get('8月'), line?.get('注記')]).toEqual(['', expect.stringContaining('令和6年（2024年）7月分まで。以後は「出産一時金」に含む。')]);
  });

  test('again: nothing', async () => {
    const before = bench.contents();
    const again = await run(bench);
    expect([again.changed, again.summary]).toEqual([false, [`${STANDARD.tables.length + 2}枚の公表用シートは最新です。`, '変更はありません。']]);
    expect(bench.contents() === before).toBe(true);
  });
});

describe('公表用シート作成', () => {
  test('what was changed by hand, and what stands beside the table, is asked about and put right', async () => {
    const bench = fresh();
    await run(bench, ['T02']);
    const clean = cellsOf(bench.sheet('公表_郵送化率'));
    await bench.type('公表_郵送化率', 'G2', { formula: '1+1' });
    await bench.type('公表_郵送化率', 'D3', { value: '件数' });
    await bench.type('公表_郵送化率', 'B20', { value: '出典メモ' });
    const context = { ...bench.context, year: 2024, today: () => new Date(2025, 3, 7), sample: () => Promise.resolve(GUNMA) };
    const proposal = await propose(context, { kind: 'publish', tables: ['T02'] });
    expect(proposal.words[0]).toBe('シート「公表_郵送化率」の3個のセルを、今の表のとおりに書き直します。手で直したところも元の表に合わせます。');
    expect((await run(bench, ['T02'])).summary).toEqual(['シート「公表_郵送化率」を今の表に合わせました。']);
    expect(cellsOf(bench.sheet('公表_郵送化率'))).toEqual(clean);
    expect((await run(bench, ['T02'])).changed).toBe(false);
  });

  test('a figure that changed renews its own sheet only, whatever that is called now', async () => {
    const bench = fresh();
    await run(bench, ['T02', 'T04']);
    await bench.gateway.apply({ actions: [{ kind: 'renameSheet', sheet: '公表_郵送化率', to: '郵送（公表）' }] });
    for (const name of bench.book.names) name.refersTo = name.refersTo.replace(/^公表_郵送化率!/, "'郵送（公表）'!");
    await bench.type('業務', `C${bench.rowOf('業務', '郵送件数', 1) + 1}`, { value: 1 });
    const report = await run(bench, ['T02', 'T04']);
    expect(report.summary).toEqual(['シート「郵送（公表）」を今の表に合わせました。', '1枚の公表用シートは最新です。']);
    expect(linesOf(bench.sheet('郵送（公表）')).find((line) => line.get('項目') === '郵送件数' && line.get('年度（西暦）') === '2024年度')?.get('4月')).toBe(1);
  });

  test('somebody’s sheet of the same title stays, and is not taken for ours later', async () => {
    const bench = fresh();
    bench.book.sheets.push(blankSheet(sheetIdText(90), '公表_郵送化率'));
    await bench.type('公表_郵送化率', 'A1', { value: '私の表' });
    const report = await run(bench, ['T02']);
    expect(report.warnings).toEqual(['シート「公表_郵送化率」は別の内容のため、そのままにします。公表用のシートは「公表_郵送化率（2）」です。']);
    expect(cellsOf(bench.sheet('公表_郵送化率'))).toEqual([['私の表']]);
    expect(faultsOf(bench.sheet('公表_郵送化率（2）'))).toEqual([]);
    expect((await run(bench, ['T02'])).changed).toBe(false);
  });

  test('a sheet that was deleted is made again', async () => {
    const bench = fresh();
    await run(bench, ['T02']);
    const clean = cellsOf(bench.sheet('公表_郵送化率'));
    await bench.gateway.apply({ actions: [{ kind: 'deleteSheet', sheet: '公表_郵送化率' }] });
    expect((await run(bench, ['T02'])).summary).toEqual(['1つの公表用シートを作成しました。']);
    expect(cellsOf(bench.sheet('公表_郵送化率'))).toEqual(clean);
    expect(bench.book.names.filter((name) => name.name.startsWith('事業計画_公表_'))).toHaveLength(1);
  });

  test('a drawing that somebody put there is told', async () => {
    const bench = fresh();
    await run(bench, ['T02']);
    bench.sheet('公表_郵送化率').charts.push({ name: 'グラフ 1', type: 'Line', series: [], left: 0, top: 0, width: 10, height: 10 });
    expect((await run(bench, ['T02'])).warnings).toEqual(['シート「公表_郵送化率」に図（グラフ 1）があります。公表する前に外してください。']);
  });

  test('labels with signs of some machines are spelled out, and a missing unit is told', async () => {
    const bench = new Bench();
    const standard = { ...STANDARD, tables: STANDARD.tables.map((table) => (table.id === 'T02' ? { ...table, rows: table.rows.map((row) => (row.id === 'T02-02' ? { ...row, label: '①窓　口', unit: '', aliases: [] } : { ...row, formula: null })) } : table)) };
    const context = { ...bench.context, standard };
    await layout(context, 2024, null);
    const report = await publish(context, ['T02']);
    expect(linesOf(bench.sheet('公表_郵送化率')).map((line) => line.get('項目'))).toContain('(1)窓口');
    expect(report.warnings.slice(-2)).toEqual([
      expect.stringContaining('表「郵送化率」は公表のきまりに合わないところがあります（(1)窓口: 単位が空欄です）'),
      '表「郵送化率」の機種依存文字（①）は、公表用シートでは別の書き方にしました。',
    ]);
    expect(cellsOf(bench.sheet('公表_郵送化率')).flat().flatMap((cell) => machineDependent(String(cell)))).toEqual([]);
  });

  test('KPIs that are not judged, or not any more, are not published', async () => {
    const bench = new Bench();
    await bench.layout();
    const first = await run(bench, ['KPI']);
    expect([first.changed, first.warnings]).toEqual([false, ['KPIはまだ評価していないため、KPIの公表用シートは作成していません。先に「KPI評価」を実行してください。']]);
    await bench.evaluate();
    await bench.type('業務', `C${bench.rowOf('業務', '郵送件数', 1) + 1}`, { value: 1 });
    const stale = await run(bench, ['KPI', 'T02']);
    expect(stale.warnings).toEqual(['評価後に数値が変更されているため、KPIの公表用シートは作成していません。KPI評価をやり直してください。']);
    expect(published(bench.book).map((sheet) => sheet.name)).toEqual(['公表_郵送化率']);
  });

  test('nothing to publish, nothing chosen', async () => {
    const empty = new Bench();
    expect((await run(empty)).warnings).toEqual([expect.stringContaining('公表できる表がありません')]);
    const bench = fresh();
    expect((await run(bench, [])).warnings).toEqual([expect.stringContaining('公表する表が選ばれていません')]);
    expect(published(bench.book)).toEqual([]);
  });

  test.each<[string, (book: Book) => void, string]>([
    ['a read-only file', (book) => { book.readOnly = true; }, '読み取り専用'],
    ['a protected structure', (book) => { Object.assign(book, { structureProtected: true }); }, 'ブックの構成が保護されているため'],
  ])('%s is refused before anything is written', async (_, change, words) => {
    const bench = fresh();
    change(bench.book);
    const before = bench.contents();
    expect(failureWords(await run(bench).catch((reason: unknown) => reason))).toContain(words);
    expect(bench.contents() === before).toBe(true);
  });

  test('a protected sheet of ours stops its renewal', async () => {
    const bench = fresh();
    await run(bench, ['T02']);
    await bench.type('公表_郵送化率', 'D3', { value: '件数' });
    bench.sheet('公表_郵送化率').protected = true;
    expect(failureWords(await run(bench, ['T02']).catch((reason: unknown) => reason))).toContain('シート『公表_郵送化率』は保護されています');
  });

  test('no other job takes the sheets for tables, and 名前を外す leaves them', async () => {
    const bench = fresh();
    const found = async (): Promise<string[]> => (await findTables(bench.context, 2024)).propose({ ...BIND_SURE, fiscalYear: 2024 }).tables.map((table) => table.sheet);
    const before = await found();
    await run(bench);
    expect(await found()).toEqual(before);
    expect((await look(bench.context, 2024, new Date(2025, 3, 7))).condition).toBe('laidOut');
    expect([await bench.layout(), await bench.recompute(), await bench.evaluate(MARCH), await bench.summary()].map((report) => report.changed)).toEqual([false, false, false, false]);
    const sheets = published(bench.book).map((sheet) => sheet.name);
    await bench.release();
    expect(bench.book.names).toEqual([]);
    expect(bench.book.sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(sheets));
  });
});

test('through office.js at ExcelApi 1.9: two reads, one write, and a file that keeps the rules', async () => {
  const opened = newWorkbook();
  const { context } = withOffice(opened, { apiVersion: '1.9' });
  await layout(context, 2024, GUNMA);
  await evaluate(context, MARCH);
  const report = await publish(context, 'all');
  expect([report.changed, report.syncs]).toEqual([true, 4]);
  const again = await publish(context, 'all');
  expect([again.changed, again.syncs]).toEqual([false, 2]);
  const saved = openWorkbook(opened.save(), 'saved.xlsx').book;
  expect(published(saved)).toHaveLength(STANDARD.tables.length + 2);
  expect(published(saved).flatMap((sheet) => faultsOf(sheet).map((fault) => `${sheet.name} ${fault.row}:${fault.column} ${fault.what}`))).toEqual([]);
});

test('a label longer than a row can be high does not stop it', async () => {
  const { context } = withOffice(newWorkbook());
  const standard = { ...STANDARD, tables: STANDARD.tables.map((table) => (table.id === 'T02' ? { ...table, rows: table.rows.map((row) => ({ ...row, formula: null, label: row.id === 'T02-02' ? 'あ'.repeat(2_000) : row.label })) } : table)) };
  await layout({ ...context, standard }, 2024, null);
  const report = await publish({ ...context, standard }, ['T02']);
  expect(report.changed).toBe(true);
});
