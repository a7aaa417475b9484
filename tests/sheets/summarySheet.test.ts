import { beforeAll, describe, expect, test } from '@jest/globals';
import { MID_YEAR_RULES } from '../../src/domain/definitions';
import { cellKey, type Cell, type Chart, type Sheet } from '../../src/embedded/model/book';
import { cellA1 } from '../../src/plan/a1';
import { readSheetArea } from '../../src/plan/sheetReference';
import { KPI_SHEET, type KpiSheetKey } from '../../src/sheets/kpiSheet';
import { PLAN_SHEET, type PlanSheetKey } from '../../src/sheets/planSheet';
import { Bench, MARCH, STANDARD } from '../support/laidOut';

/** 「年間まとめ」 as it goes to print. */
const SHEET = '年間まとめ';
const NOTE = 16;
const SEPTEMBER = 5;

const summaryOf = (bench: Bench): Sheet => bench.sheet(SHEET);
const at = (bench: Bench, row: number, column: number): Cell => summaryOf(bench).cells.get(cellKey(row, column)) ?? {};
const textOf = (cell: Cell): string => (typeof cell.value === 'string' ? cell.value : '');
const rowOf = (bench: Bench, key: string): number => bench.rowOf(SHEET, key);
const textsOf = (bench: Bench): string[] => [...summaryOf(bench).cells.values()].map(textOf).filter((text) => text !== '');
const kpiAt = (bench: Bench, id: string, key: KpiSheetKey): number => {
  const column = KPI_SHEET.columns.findIndex((spec) => spec.key === key);
  const ids = KPI_SHEET.columns.findIndex((spec) => spec.key === 'conditionId');
  const [found] = [...bench.sheet('KPI').cells].find(([place, cell]) => place % 16384 === ids && cell.value === id) ?? [];
  return cellKey(Math.floor((found ?? 0) / 16384), column);
};
const planAt = (bench: Bench, kpi: string, key: PlanSheetKey): string =>
  cellA1(bench.rowOf('事業計画', STANDARD.planRows.find((row) => row.kpi === kpi)?.id ?? ''), PLAN_SHEET.columns.findIndex((spec) => spec.key === key));

/** The values of a chart's line, as they stand in its cells. */
function valuesOf(bench: Bench, chart: Chart, line: string): Cell['value'][] {
  const area = readSheetArea(chart.series.find(({ name }) => name === line)?.values ?? '')?.area;
  return Array.from({ length: area?.columns ?? 0 }, (_, index) => at(bench, area?.row ?? 0, (area?.column ?? 0) + index).value);
}
const chartOf = (bench: Bench, title: string): Chart => {
  const found = summaryOf(bench).charts.find((chart) => chart.title === title);
  if (!found) throw new Error(`no chart ${title}`);
  return found;
};

/** Points of a text in 游ゴシック of a size; half-width signs are narrower, but a label may be set in another face. */
const widthOf = (text: string, size: number): number => [...text].reduce((sum, one) => sum + size * (/[ -~]/.test(one) ? 0.62 : 1), 4);
/** Points of a column of characters, as Excel counts them. */
const pointsOf = (sheet: Sheet, column: number): number => (sheet.columns.get(column)?.width ?? sheet.defaultColumnWidth) * 6;

/** Printed texts that are wider than their own cell and the empty ones to their right. */
function cutTexts(sheet: Sheet): string[] {
  const last = NOTE;
  return [...sheet.cells].flatMap(([key, cell]) => {
    const [row, column] = [Math.floor(key / 16384), key % 16384];
    const text = textOf(cell);
    if (column === 0 || column > last || text === '') return [];
    let room = pointsOf(sheet, column);
    const alone = cell.style?.horizontal === 'Center';
    for (let next = column + 1; !alone && next <= last && (sheet.cells.get(cellKey(row, next))?.value ?? '') === ''; next++) room += pointsOf(sheet, next);
    return widthOf(text, cell.style?.fontSize ?? 10) > room ? [`${cellA1(row, column)} ${text}`] : [];
  });
}

const bench = new Bench();
beforeAll(async () => {
  await bench.all();
});

describe('the first page', () => {
  test('has title, 時点, tally, KPI table with tags and the reasons, and no page ends before', () => {
    const breaks = summaryOf(bench).page.rowBreaks ?? [];
    const order = ['実施状況の集計', 'KPIの実績と判定', '判定理由', '業績評価', '月次表（業務グループ）'].map((text) => [...summaryOf(bench).cells].find(([, cell]) => cell.value === text)?.[0] ?? NaN).map((key) => Math.floor(key / 16384));
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(textOf(at(bench, 0, 1))).toContain('令和6年度');
    expect(textOf(at(bench, 1, 1))).toBe('令和7年3月末現在');
    expect(breaks.slice(0, 2)).toEqual(order.slice(3));
  });

  test('the tags of a KPI follow the plan', async () => {
    const tags = (id: string): string[] => {
      const row = rowOf(bench, id);
      return Array.from({ length: NOTE - 14 }, (_, index) => 14 + index).flatMap((column) => (at(bench, row, column).value === '●' ? [textOf(at(bench, rowOf(bench, '1') - 1, column))] : []));
    };
    expect([tags('1'), tags('2'), tags('15')]).toEqual([['困難度：高'], [], ['インセンティブ関連']]);
    await bench.type('事業計画', planAt(bench, '2', 'tags'), { value: 'KPI、インセンティブ関連' });
    expect(tags('2')).toEqual(['インセンティブ関連']);
  });

  test('both marks and the reason of a person stand there', async () => {
    const own = new Bench();
    await own.all();
    const sentence = (): string => textOf(at(own, rowOf(own, '理由:2'), 1));
    expect(sentence()).toMatch(/^△　郵送化率 94\.3％ ＜ 目標 95\.0％/);
    await own.type('事業計画', planAt(own, '2', 'manual'), { value: '○' });
    expect(sentence()).toMatch(/^○　手動の判定 ○（自動 △）。理由は未記入。郵送化率/);
    await own.type('事業計画', planAt(own, '2', 'manualReason'), { value: '窓口を閉じた月を除くと届いている。' });
    expect(sentence()).toMatch(/^○　手動の判定 ○（自動 △）：窓口を閉じた月を除くと届いている。　郵送化率/);
    expect([8, 9].map((column) => at(own, rowOf(own, '2'), column).value)).toEqual(['△', '○']);
    // What does not fit says where the rest is.
    await own.type('事業計画', planAt(own, '2', 'manualReason'), { value: '長い理由。'.repeat(40) });
    expect(sentence()).toMatch(/…（続きはシート「KPI」）$/);
    expect(cutTexts(summaryOf(own))).toEqual([]);
  });

  test('what is still to be written is listed beside the reason, and gone once it is', async () => {
    const own = new Bench();
    await own.all();
    const asked = (): string[] => STANDARD.kpis.flatMap(({ id, conditions }) => (textOf(at(own, rowOf(own, `理由:${conditions[0]?.id ?? id}`), 1)).includes('※今後改善すべき点を入力してください。') ? [id] : []));
    const behind = STANDARD.kpis.map(({ id }) => id).filter((id) => ['△', '×'].includes(textOf(at(own, rowOf(own, STANDARD.kpis.find((kpi) => kpi.id === id)?.conditions[0]?.id ?? id), 9))));
    expect([behind.length > 1, asked()]).toEqual([true, behind]);
    await own.type('事業計画', planAt(own, '2', 'progress'), { value: '窓口で郵送を勧める。' });
    expect(asked()).toEqual(behind.filter((id) => id !== '2'));
    // The words over the charts stay those of the judgement.
    expect(textsOf(own).filter((text) => text.includes('※今後改善')).length).toBe((behind.length - 1) * 2);
  });

  test('each condition of a KPI has its own sentence', () => {
    expect(['18-1', '18-2'].map((id) => textOf(at(bench, rowOf(bench, `理由:${id}`), 1)))).toEqual([
      expect.stringMatching(/^○　カバー率 56\.17％[^。]*。令和7年3月末現在。$/), expect.stringMatching(/^○　委嘱事業所数 4,778事業所[^。]*。令和7年3月末現在。$/),
    ]);
  });
});

describe('charts', () => {
  test('there is one of every KPI with figures by month, with this year, the year before and the target', () => {
    expect(summaryOf(bench).charts.map(({ title, series }) => [title, series.map(({ name }) => name)])).toEqual([
      ...['サービススタンダード達成率', '郵送化率', '査定率', '再審査レセプト1件当たり査定額', '返納金債権回収率', '資格喪失後1か月以内の保険証回収率', '健康宣言事業所数', 'ジェネリック使用割合', 'カバー率', '委嘱事業所数']
        .map((title) => [title, ['令和6年度', '令和5年度', '目標']]),
      ['一者応札の割合', ['令和6年度', '目標']],
    ]);
  });

  test('no cell of a line is text: a figure, or #N/A where there is none', () => {
    const kinds = summaryOf(bench).charts.flatMap((chart) => chart.series.flatMap(({ name }) => valuesOf(bench, chart, name))).map((value) => (typeof value === 'number' ? 'figure' : JSON.stringify(value)));
    expect(kinds.filter((kind) => kind !== 'figure' && !kind.includes('#N/A'))).toEqual([]);
    expect([kinds.includes('figure'), kinds.some((kind) => kind.includes('#N/A'))]).toEqual([true, true]);
  });

  test('a quarterly row has its four months, a row that ended none after its end', () => {
    expect(valuesOf(bench, chartOf(bench, 'カバー率'), '令和6年度').map((value) => typeof value)).toEqual(Array(4).fill('number'));
    const ended = chartOf(bench, '資格喪失後1か月以内の保険証回収率');
    expect(['令和6年度', '令和5年度'].map((line) => valuesOf(bench, ended, line).length)).toEqual([8, 12]);
  });

  test('a ratio of the total column alone is drawn as the ratio from April on', async () => {
    const own = new Bench();
    await own.all();
    const line = (): Cell['value'][] => valuesOf(own, chartOf(own, '一者応札の割合'), '令和6年度');
    const drawn = line().map(Number);
    const bids = [3, 1, 1, 1, 2, 0, 2, 0, 1, 0, 1, 0];
    const toDate = bids.map((_, month) => (month < 6 ? 0 : 1) / bids.slice(0, month + 1).reduce((sum, one) => sum + one, 0));
    drawn.forEach((value, month) => expect(value).toBeCloseTo(toDate[month] ?? NaN, 12));
    // A month that has not come yet is a gap, not the month before once more.
    const place = own.book.names.find(({ name }) => name === '月次_入札_一般競争_2024')?.refersTo ?? '';
    const months = readSheetArea(place);
    await own.type(months?.sheet ?? '', cellA1(months?.area.row ?? 0, (months?.area.column ?? 0) + MARCH), { value: '' });
    expect(line().map((value) => typeof value)).toEqual([...Array<string>(11).fill('number'), typeof line()[11]]);
    expect(typeof line()[11]).not.toBe('number');
  });

  test('the finding stands above each, from the figures', () => {
    const caption = (title: string): string[] => {
      const index = summaryOf(bench).charts.findIndex((chart) => chart.title === title);
      return [1, 2, 3].map((part) => textOf(at(bench, rowOf(bench, `図:${Math.floor(index / 2) + 1}:${part}`), index % 2 === 0 ? 1 : 8)));
    };
    const [first, second, third] = caption('郵送化率');
    expect(first).toMatch(/^△　郵送化率 94\.3％ ＜ 目標 95\.0％/);
    const figures = valuesOf(bench, chartOf(bench, '郵送化率'), '令和6年度').map(Number);
    const before = valuesOf(bench, chartOf(bench, '郵送化率'), '令和5年度').map(Number);
    const printed = (value: number): number => Math.round(value * 1000);
    const reached = figures.filter((value) => printed(value) >= 950).length;
    const better = figures.filter((value, month) => Math.round((value - (before[month] ?? 0)) * 1000) > 0).length;
    expect([second, third]).toEqual([`目標に届いた月: 12か月のうち${reached}か月　前年同月より良かった月: 12か月のうち${better}か月　`, '']);
    expect(caption('カバー率')[1]).toMatch(/^前年同月より良かった月: 4回のうち\d回/);
    // Less is better here, and there is no year before.
    expect(caption('一者応札の割合')[1]).toBe('目標に届いた月: 12か月のうち12か月　');
  });
});

describe('printed as it stands', () => {
  test('the keys are not printed; heading and 時点 come again on every page', () => {
    const { page } = summaryOf(bench);
    expect([page.printArea?.column, page.titleRows, page.fitToWidth, page.paperSize, page.orientation]).toEqual([1, { first: 0, last: 1 }, 1, 8, 'landscape']);
    expect(page.footer?.center).toContain('&P / &N');
  });

  test('no text is cut, in any month, however the middle of the year is judged', async () => {
    const own = new Bench();
    await own.layout();
    for (const rule of MID_YEAR_RULES) {
      for (const { id } of STANDARD.kpis.flatMap(({ conditions }) => conditions)) own.sheet('KPI').cells.set(kpiAt(own, id, 'midYear'), { value: rule });
      await own.evaluate(SEPTEMBER);
      await own.summary();
      expect([rule, textOf(at(own, 1, 1)), cutTexts(summaryOf(own))]).toEqual([rule, '令和6年9月末現在', []]);
    }
    expect(textsOf(own).some((text) => text.includes('への途中'))).toBe(true);
  });
});

test('a summary of another make is kept, and its remarks go over', async () => {
  const own = new Bench();
  await own.all();
  const row = rowOf(own, '2');
  const header = rowOf(own, '1') - 1;
  // As an earlier version laid it out: 備考 in another column.
  const cells = summaryOf(own).cells;
  const heading = at(own, header, NOTE);
  cells.set(cellKey(header, 13), heading);
  cells.delete(cellKey(header, NOTE));
  for (const [key, cell] of [...cells]) if (key % 16384 === 13 && Math.floor(key / 16384) > header && cell.formula !== undefined) cells.delete(key);
  await own.type(SHEET, cellA1(row, 13), { value: '窓口の再編を検討' });
  const report = await own.summary();
  expect(report.summary.join()).toContain('「年間まとめ（旧）」として残し');
  expect(textOf(at(own, rowOf(own, '2'), NOTE))).toBe('窓口の再編を検討');
  expect(own.cell('年間まとめ（旧）', cellA1(row, 13)).value).toBe('窓口の再編を検討');
  expect((await own.summary()).changed).toBe(false);
});
