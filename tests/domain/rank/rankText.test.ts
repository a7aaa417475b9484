import { describe, expect, test } from '@jest/globals';
import { BRANCHES } from '../../../src/domain/rank/branches';
import { monthOf, readRankText } from '../../../src/domain/rank/rankText';
import { listOf, rising } from './lists';

const short = (text: string): unknown[] => readRankText(text).lines.map(({ branch, figures }) => [branch, ...figures]);

describe('lines of branches', () => {
  test.each<[string, string, unknown[]]>([
    ['cells', '北海道\t94.3%\t95.1%', [['北海道', '94.3%', '95.1%']]],
    ['a line of a PDF', '北海道 94.3% 95.1%', [['北海道', '94.3%', '95.1%']]],
    ['numbers before names', '1\t北海道\t94.3%\n2 青森 95.0%', [['北海道', '94.3%'], ['青森', '95.0%']]],
    ['a rank before the name', '27位\t北海道\t94.3%', [['北海道', '94.3%']]],
    ['names spread out', '神 奈 川 県 支 部　94.3％\n和　歌　山 95.0％\n群　馬\t９４．３％', [['神奈川', '94.3％'], ['和歌山', '95.0％'], ['群馬', '９４．３％']]],
    ['no blank behind the name', '北海道94.3%\n群馬△16\n群馬支部▲3', [['北海道', '94.3%'], ['群馬', '△16'], ['群馬', '▲3']]],
    ['signs and units apart', '北海道 △ 16\n青森 94.3 ％', [['北海道', '△16'], ['青森', '94.3％']]],
    ['an empty cell between', '北海道\t\t95.1%', [['北海道', '', '95.1%']]],
    ['empty cells behind', '北海道\t95.1%\t\t', [['北海道', '95.1%']]],
    ['no figure', '北海道\n青森\t－', [['北海道'], ['青森', '－']]],
    ['two lists side by side', '1\t北海道\t94.3%\t\t25\t滋賀\t95.1%', [['北海道', '94.3%'], ['滋賀', '95.1%']]],
    ['two lists side by side in a PDF', '1 北海道 94.3% 25 滋賀 95.1%', [['北海道', '94.3%'], ['滋賀', '95.1%']]],
    ['a figure that is the next one’s number', '北海道 25 滋賀 30', [['北海道', '25'], ['滋賀', '30']]],
    ['what begins like a formula', '北海道\t=1+1', [['北海道', '=1+1']]],
    ['line breaks of Windows, and a mark at the beginning', '\uFEFF北海道\t1\r\n青森\t2\r\n', [['北海道', '1'], ['青森', '2']]],
    ['nothing', '', []],
    ['blanks', '  \n\t\n', []],
    ['prose', '群馬支部の順位についてお知らせします。\n3月の数値は第27位でした。', []],
  ])('%s', (_, text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  test('keep the number of their line', () => {
    expect(readRankText('見出し\n\n北海道\t1\n\n青森\t2').lines.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('all 47, in cells and in words', () => {
    for (const between of ['\t', ' ', '　']) expect(short(listOf(rising, { between }))).toEqual(BRANCHES.map((branch, index) => [branch, rising(branch, index)]));
  });
});

describe('other lines', () => {
  test.each<[string, string[], string[]]>([
    ['全国平均\t94.5%', ['全国平均'], []], ['全国 94.5%', ['全国'], []], ['合計\t1,234', ['合計'], []], ['47支部計\t1,234', ['47支部計'], []], ['支部平均 94.5%', ['支部平均'], []], ['最大値\t98.0%', ['最大値'], []],
    ['群間\t94.3%', [], ['群間']], ['関東 ブロック 94.3%', [], ['関東 ブロック']],
    ['支部\t4月\t5月', [], []], ['支部名 2023 2024', [], []], ['順位 支部 実績', [], []], ['郵送化率（令和7年3月末現在）', [], []], ['単位\t％', [], []], ['- 1 -', [], []], ['12', [], []], ['都道府県\t令和6年度\t令和5年度', [], []],
  ])('%s', (line, totals, strangers) => {
    for (const text of [`${line}\n北海道\t94.3%`, `北海道\t94.3%\n${line}`]) {
      const read = readRankText(text);
      expect([read.totals.map(({ label }) => label), read.strangers.map(({ label }) => label), read.lines.length]).toEqual([totals, strangers, 1]);
    }
  });
});

describe('headings', () => {
  test.each<[string, string, string[]]>([
    ['above cells', '支部\t3月\t4月\n北海道\t1\t2', ['3月', '4月']],
    ['above cells that stand further right', '番号\t支部\t令和6年3月\t令和7年3月\n1\t北海道\t1%\t2%', ['令和6年3月', '令和7年3月']],
    ['in two lines', '\t前年度\t\n支部\t\t今年度\n北海道\t1\t2', ['前年度', '今年度']],
    ['with units below', '支部\t率\t件数\n\t％\t件\n北海道\t1%\t2', ['率', '件数']],
    ['above words', '支部 3月 4月\n北海道 1 2', ['3月', '4月']],
    ['above words, with numbers', '番号 支部 3月 4月\n1 北海道 1 2', ['3月', '4月']],
    ['none', '北海道\t1\t2', ['', '']],
    ['a title alone', '支部別の郵送化率について\n北海道 1 2 3', ['', '', '']],
  ])('%s', (_, text, expected) => {
    expect(readRankText(text).headings).toEqual(expected);
  });

  test.each<[string, boolean]>([['郵送化率（％）', true], ['支部\t率(%)', true], ['支部\t率', false]])('%s says ％: %s', (head, percent) => {
    expect(readRankText(`${head}\n北海道\t94.3`).percent).toBe(percent);
  });

  test.each<[string, { year: number; month: number } | null]>([
    ['令和7年3月末現在', { year: 2025, month: 3 }], ['（R7.6）', { year: 2025, month: 6 }], ['2025年3月', { year: 2025, month: 3 }], ['令和　７年　３月', { year: 2025, month: 3 }], ['2025/04', { year: 2025, month: 4 }],
    ['令和7年3月 令和7年3月', { year: 2025, month: 3 }], ['令和6年3月 令和7年3月', null], ['3月', null], ['令和6年度', null], ['', null], ['令和7年13月', null],
  ])('%s', (text, month) => {
    expect(monthOf(text)).toEqual(month);
    expect(readRankText(`${text}\n北海道\t1`).asOf).toEqual(month);
  });
});

test.each<[string, string, number]>([
  ['words without end', `群馬 ${'1 '.repeat(300_000)}`, 200],
  ['branches without end', '群馬 1 '.repeat(100_000), 1],
])('a line of %s is read as far as a list goes, and it is told', (_, text, columns) => {
  const { headings, lines, cut } = readRankText(text);
  expect([headings.length, lines.length <= 2_000, cut]).toEqual([columns, true, '1行目は長すぎるため、先頭の2,000語、1支部に200個までの数値を読みました。']);
});
