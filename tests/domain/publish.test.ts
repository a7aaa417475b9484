import { describe, expect, test } from '@jest/globals';
import { machineDependent, plainText } from '../../src/domain/publish/plainText';
import { publishDay, publishedUnit, publishFigure } from '../../src/domain/publish/publishedFigure';
import { publishFaults, type PublishedContent } from '../../src/domain/publish/publishFaults';
import { hasEraAlone, inWesternYears, withWesternYears } from '../../src/domain/publish/westernYears';

const GOOD: PublishedContent = {
  cells: [
    ['支部', '年度（西暦）', '年度（和暦）', '項目', '単位', '4月', '5月', '計', '注記'],
    ['群馬支部', '2023年度', '令和5年度', '郵送件数', '件', 120, '', 120, ''],
    ['群馬支部', '2024年度', '令和6年度', '郵送件数', '件', -3, 0, -3, '令和6年（2024年）8月分から。'],
  ],
  merged: 0, objects: 0,
};
const cell = (row: number, column: number, content: string | number | boolean): PublishedContent =>
  ({ ...GOOD, cells: GOOD.cells.map((line, r) => line.map((one, c) => (r === row && c === column ? content : one))) });
const rules = (content: PublishedContent): string[] => [...new Set(publishFaults(content).map(({ rule }) => rule))];

describe('a published sheet', () => {
  test('that keeps every rule has no fault', () => expect(publishFaults(GOOD)).toEqual([]));

  test.each<[string, PublishedContent, string[]]>([
    ['a figure with its unit', cell(1, 5, '120件'), ['1-3']],
    ['a sign for no figure', cell(1, 6, '－'), ['1-3']],
    ['a figure as text', cell(1, 5, '120'), ['1-3']],
    ['true among figures', cell(1, 5, true), ['1-3']],
    ['a figure among labels', cell(1, 3, 12), ['1-3']],
    ['a figure as text among labels', cell(1, 8, '1,250円'), ['1-3']],
    ['a figure in the notes with full-width digits', cell(1, 8, '△１２.５％'), ['1-3']],
    ['merged cells', { ...GOOD, merged: 1 }, ['1-4']],
    ['a line break', cell(1, 3, '郵送\n件数'), ['1-5']],
    ['a blank to set letters apart', cell(1, 3, '合　計'), ['1-5']],
    ['a blank behind', cell(1, 3, '件数 '), ['1-5']],
    ['a label left out', cell(2, 3, ''), ['1-6']],
    ['a heading left out', cell(0, 8, ''), ['1-6']],
    ['a heading twice', cell(0, 6, '4月'), ['1-6']],
    ['a formula', cell(1, 5, '=業務!C5'), ['1-7']],
    ['a chart', { ...GOOD, objects: 1 }, ['1-8']],
    ['no unit', cell(1, 4, ''), ['1-9']],
    ['no column of units', cell(0, 4, '種類'), ['1-9']],
    ['a circled number', cell(1, 3, '①郵送'), ['1-10']],
    ['an era year alone', cell(1, 8, '令和6年8月分から。'), ['1-11']],
    ['years that differ', cell(1, 1, '2024年度'), ['1-11']],
    ['an empty row', { ...GOOD, cells: [...GOOD.cells.slice(0, 2), GOOD.cells[0]?.map(() => '') ?? [], ...GOOD.cells.slice(2)] }, ['2-2']],
    ['cells beside the table', { ...GOOD, cells: GOOD.cells.map((line, row) => (row === 0 ? line : [...line, 'メモ'])) }, ['2-1']],
    ['headings alone', { ...GOOD, cells: GOOD.cells.slice(0, 1) }, ['2-2']],
  ])('%s', (_, content, expected) => expect(rules(content)).toEqual(expect.arrayContaining(expected)));

  test('faults say where they are', () => {
    expect(publishFaults(cell(2, 6, '－'))).toEqual([{ rule: '1-3', row: 2, column: 6, what: '数値ではありません（－）' }]);
  });

  test('what is not known of objects is no fault', () => expect(publishFaults({ ...GOOD, merged: null, objects: null })).toEqual([]));
});

test.each<[string, string]>([
  ['①新規', '(1)新規'], ['㈱総研', '(株)総研'], ['面積㎡', '面積m2'], ['Ⅳ期', 'IV期'], ['ｶﾞｿﾘﾝ', 'ガソリン'], ['㊤', '(上)'], ['㍻', '平成'], ['№3', 'No3'],
  ['合　計', '合計'], ['再 審 査', '再審査'], ['件数\n（累計）', '件数 （累計）'], [' 4月 まで ', '4月まで'], ['Excel 2021', 'Excel 2021'],
  ['多・頻/件', '多・頻/件'], ['○△×□◎－', '○△×□◎－'], ['℃', '℃'], ['％', '％'], ['保険給付適正化ＰＴ会議', '保険給付適正化ＰＴ会議'],
])('%s is written %s', (text, expected) => {
  expect(plainText(text)).toBe(expected);
  expect(machineDependent(expected)).toEqual([]);
});

test('a sign without another spelling stays and is told', () => {
  expect([plainText('\u9AD9崎'), machineDependent('\u9AD9崎'), machineDependent('\u{20B9F}る')]).toEqual(['\u9AD9崎', ['\u9AD9'], ['\u{20B9F}']]);
});

test.each<[string, string, string]>([
  ['令和6年度', '令和6年度（2024年度）', '2024年度'],
  ['令和7年3月末', '令和7年（2025年）3月末', '2025年3月末'],
  ['平成31年4月と令和元年5月', '平成31年（2019年）4月と令和元年（2019年）5月', '2019年4月と2019年5月'],
  ['平成32年', '平成32年', '平成32年'],
  ['R6.3', 'R6.3', 'R6.3'],
  ['', '', ''],
])('%s in Western years', (text, beside, alone) => expect([withWesternYears(text), inWesternYears(text)]).toEqual([beside, alone]));

test('a Western year that is there already is not written twice', () => {
  expect(withWesternYears('令和6年度（2024年度）の実績')).toBe('令和6年度（2024年度）の実績');
  expect([hasEraAlone('令和6年度（2024年度）'), hasEraAlone('令和6年度')]).toEqual([false, true]);
});

test.each<[string, number, string, number, string]>([
  ['a rate at its printed precision', 0.942_949, '0.0%', 94.3, '0.0'],
  ['a rate that rounding lifts', 0.949_92, '0.0%', 95, '0.0'],
  ['a small rate', 0.000_694, '0.000%', 0.069, '0.000'],
  ['a whole percent', 1, '0%', 100, '0'],
  ['a count', 3036, '#,##0', 3036, '0'],
  ['a negative count, printed with a sign of its own', -16, '#,##0;"△ "#,##0', -16, '0'],
  ['decimals', 6.125, '0.00', 6.13, '0.00'],
  ['a duration, its seconds cut as in print', 2 / 24 + 27 / 1440 + 35 / 86_400, '[h]:mm', 147, '0'],
  ['a duration of whole minutes', 3 / 24 + 46 / 1440, '[h]:mm', 226, '0'],
  ['a format that fixes no decimals', 1.2345, 'General', 1.2345, 'General'],
  ['decimals where there are any', 1.25, '#,##0.##', 1.25, 'General'],
])('%s', (_, value, format, published, shown) => expect(publishFigure(value, format)).toEqual({ value: published, format: shown }));

test('units say what the number is in', () => {
  expect([publishedUnit('0.0%', '%'), publishedUnit('[h]:mm', '時間'), publishedUnit('#,##0', '件'), publishedUnit('0', '')]).toEqual(['%', '分', '件', '']);
  expect(publishDay(45_406.75)).toEqual({ value: 45_406, format: 'yyyy-mm-dd' });
});
