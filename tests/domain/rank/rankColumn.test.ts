import { describe, expect, test } from '@jest/globals';
import { BRANCHES } from '../../../src/domain/rank/branches';
import { readColumns, type ColumnExpectation, type RankColumn } from '../../../src/domain/rank/rankColumn';
import { readRankText } from '../../../src/domain/rank/rankText';
import { listOf, rising } from './lists';

const RATE: ColumnExpectation = { form: 'rate', unit: '', fiscalYear: 2024, own: '群馬', actual: null };
const YEN: ColumnExpectation = { ...RATE, form: 'number', unit: '円' };
const HOURS: ColumnExpectation = { ...RATE, form: 'duration' };

const columnsOf = (text: string, expected = RATE): RankColumn[] => readColumns(readRankText(text), expected);
function only(text: string, expected = RATE): RankColumn {
  const [first, ...others] = columnsOf(text, expected);
  if (!first || others.length > 0) throw new Error(`${others.length + Number(first !== undefined)} columns`);
  return first;
}
const values = (column: RankColumn) => column.figures.map(({ branch, value }) => [branch, value]);

describe('the figures of a column', () => {
  test.each<[string, ColumnExpectation, string, number]>([
    ['rate', RATE, '94.3%', 0.943], ['full width', RATE, '９４．３％', 0.943], ['zero', RATE, '0', 0], ['negative', RATE, '△1.5%', -0.015],
    ['yen', YEN, '3,036円', 3036], ['yen sign', YEN, '￥3,036', 3036], ['minus', YEN, '▲16', -16], ['minus apart', YEN, '△ 16', -16], ['zero yen', YEN, '0', 0],
    ['hours', HOURS, '3:46', 226 / 1440],
  ])('%s %p', (_, expected, written, value) => {
    expect(values(only(`北海道\t${written}\n青森\t${expected.form === 'rate' ? '1%' : written}`, expected))[0]).toEqual(['北海道', value]);
  });

  test('all 47 are there', () => {
    const column = only(listOf(rising));
    expect([column.figures.length, column.missing, column.problems, column.notes]).toEqual([47, [], [], []]);
  });

  test('46 of them: the one that is not there is named', () => {
    const column = only(listOf(rising, { branches: BRANCHES.filter((branch) => branch !== '岩手') }));
    expect([column.figures.length, column.missing]).toEqual([46, ['岩手']]);
  });

  test.each(['-', '－', '…', ''])('%p is no figure', (written) => {
    const column = only(listOf((branch, index) => (branch === '青森' ? written : rising(branch, index))));
    expect([column.figures.length, column.missing, column.problems]).toEqual([46, ['青森'], []]);
  });

  test.each<[string, string]>([
    ['=1+1', '計算式のように始まる'], ['約94%', '数値として読み取れません'], ['94.3', '％が付いていない'], ['1,23%', '桁区切り'],
  ])('%p is told with its line and left out', (written, why) => {
    const column = only(listOf((branch, index) => (branch === '青森' ? written : rising(branch, index)), { head: ['郵送化率'] }));
    expect([column.figures.length, column.missing]).toEqual([46, ['青森']]);
    expect(column.problems).toEqual([expect.stringMatching(new RegExp(`^3行目 青森: .*${why}.*。順位から除いています。$`))]);
  });

  test('twice with the same figure counts once; with another one not at all', () => {
    const same = only(`${listOf(rising)}\n群馬支部\t${rising('', 9)}`);
    expect([same.figures.length, same.problems, same.notes]).toEqual([47, [], ['群馬が10行目、48行目にあります。数値が同じため、1つとして数えました。']]);
    const other = only(`${listOf(rising)}\n群馬\t95.0%`);
    expect([other.figures.length, other.missing]).toEqual([46, ['群馬']]);
    expect(other.problems).toEqual(['群馬が10行目、48行目にあり、数値が違います（91.8%、95.0%）。順位から除いています。']);
  });

  test('a slip that is read all the same is told', () => {
    expect(only('北海道\t3.46\n青森\t3:40', HOURS).notes).toEqual(['1行目 北海道: 「3.46」を 3:46 と読みました。']);
  });
});

describe('which columns can be ranked by', () => {
  test('those with figures of the kind; remarks, ranks and counts beside rates are none', () => {
    const text = '支部\t前年度\t今年度\t順位\t件数\t備考\n北海道\t94.0%\t94.3%\t2\t120\t達成\n青森\t95.0%\t95.3%\t1\t80\t';
    expect(columnsOf(text).map(({ index, heading }) => [index, heading])).toEqual([[0, '前年度'], [1, '今年度']]);
    expect(columnsOf(text, YEN).map(({ heading }) => heading)).toEqual(['件数']);
  });

  test('none in a text without branches, or without figures', () => {
    expect([columnsOf(''), columnsOf('いつもお世話になっております。'), columnsOf('北海道\n青森')]).toEqual([[], [], []]);
  });
});

describe('rates without ％', () => {
  const bare = (of: (index: number) => number, head: readonly string[] = []) => listOf((_, index) => String(of(index)), { head });
  const percent = (index: number): number => 90 + index / 10;
  const share = (index: number): number => (900 + index) / 1000;

  test.each<[string, string, number | null, number, boolean]>([
    ['below a heading that says ％', bare(percent, ['郵送化率（％）']), null, 0.909, false],
    ['as ％ where nothing says what they are', bare(percent), null, 0.909, true],
    ['as ％ where the own figure fits', bare(percent), 0.909, 0.909, true],
    ['as shares where the own figure fits', bare(share), 0.909, 0.909, true],
    ['below ％ even if the own figure seems a share', bare((index) => index / 1000, ['（％）']), 0.009, 0.00009, false],
  ])('%s', (_, text, actual, own, told) => {
    const column = only(text, { ...RATE, actual });
    expect(column.figures.find(({ branch }) => branch === '群馬')?.value).toBeCloseTo(own, 12);
    expect(column.notes.length > 0).toBe(told);
    expect([column.figures.length, column.problems]).toEqual([47, []]);
  });
});
