import { describe, expect, test } from '@jest/globals';
import { matchLines, type ExpectedLine, type LineMatch } from '../../src/sheets/matchLines';

const line = (names: string | readonly string[], year = 2024, more: Partial<ExpectedLine> = {}): ExpectedLine => {
  const all = typeof names === 'string' ? [names] : names;
  return { printed: all[0] ?? '', names: all, year, onlyYear: true, headed: false, ...more };
};
const of = (name: string, year: number): ExpectedLine => line(name, year, { printed: `${name}（令和${year - 2018}年度）`, onlyYear: false });
const main = (year: number, names: readonly string[] = ['新規']): ExpectedLine => line(names, year, { printed: `令和${year - 2018}年度（${year}年度）`, onlyYear: false, headed: true });
const sheet = (...rows: readonly (readonly string[])[]) => rows.map((texts, index) => ({ at: 10 + index, texts, mayHead: index % 3 === 0 }));
const found = (matches: readonly (LineMatch | null)[]): readonly (number | string | null)[] => matches.map((match) => (match === null ? null : match.kind === 'label' ? match.at : match.kind));
const unnamed = (expected: readonly ExpectedLine[]): null[] => expected.map(() => null);
const match = (expected: readonly ExpectedLine[], rows: readonly (readonly string[])[], named: readonly (number | null)[] = unnamed(expected)) => found(matchLines(expected, named, sheet(...rows)));

describe('by label', () => {
  test('an alias is as good as the label, whatever the width', () => {
    expect(match([line(['窓口件数', '窓口受付']), line('郵送件数')], [['郵送件数', '件'], ['窓口 受付', '件']])).toEqual([11, 10]);
  });
  test('the label nearest to the figures decides; a group before it does not', () => {
    expect(match([line('郵送化率'), line('窓口件数')], [['郵送化率', '率'], ['', '窓口件数']])).toEqual([10, 11]);
  });
  test('group and label together may be the name', () => {
    expect(match([line('窓口件数'), line('件数')], [['窓口', '件数'], ['', '金額']])).toEqual([10, null]);
  });
  test('a name that is a unit or holds a year is a name still', () => {
    expect(match([line('回'), line('令和5年度健診')], [['回', ''], ['令和5年度健診', '件']])).toEqual([10, 11]);
  });
  test('a blank line with a unit does not repeat the label above', () => {
    expect(match([line('窓口件数')], [['窓口件数', '件'], ['', '件']])).toEqual([10]);
  });
});

describe('by label and year', () => {
  const four = [of('件数', 2023), of('件数', 2024), of('金額', 2023), of('金額', 2024)];
  test('in columns of their own, merged either way', () => {
    expect(match(four, [['件数', 'R5'], ['', 'R6'], ['金額', 'R5'], ['', 'R6']])).toEqual([10, 11, 12, 13]);
    expect(match(four, [['令和5年度', '件数'], ['', '金額'], ['令和6年度', '件数'], ['', '金額']])).toEqual([10, 12, 11, 13]);
  });
  test('in one text', () => {
    expect(match(four, [['令和6年度 件数'], ['件数（2023年度）'], ['金額（令和6年度）'], ['R5　金額']])).toEqual([11, 10, 13, 12]);
  });
  test('without a year nothing is assumed where there are two', () => {
    expect(match(four, [['件数'], ['金額', 'R6']])).toEqual([null, null, null, 11]);
  });
  test('a year alone is the main row; after the name of another row it is that row', () => {
    expect(match([main(2023), main(2024), of('累計', 2024)], [['R5'], ['令和６年度'], ['累計 R6']])).toEqual([10, 11, 12]);
    expect(match([main(2023), main(2024), of('累計', 2023), of('累計', 2024)], [['', 'R5'], ['', 'R6'], ['累計', '令和5年度（2023年度）'], ['', '令和6年度（2024年度）']])).toEqual([10, 11, 12, 13]);
  });
  test('our own labels, with a remark in the cell beside', () => {
    expect(match([main(2024), of('累計', 2024)], [['令和6年度（2024年度）', '速報'], ['累計（令和6年度）', '件']])).toEqual([10, 11]);
  });
  test('another year in a block of one year is another line', () => {
    expect(match([line('件数')], [['件数', 'R5'], ['件数', '']])).toEqual([11]);
  });
});

describe('with names', () => {
  test('of several the named one, without one nobody', () => {
    expect(match([line('件数')], [['件数'], ['件数']], [11])).toEqual([11]);
    expect(match([line('件数')], [['件数'], ['件数']])).toEqual(['unsure']);
  });
  test('a label of nobody is a renamed line', () => {
    expect(matchLines([line('件数')], [10], sheet(['受付', '件']))).toEqual([{ kind: 'renamed', at: 10, label: '受付' }]);
  });
  test('前年度 is the year that its name tells', () => {
    expect(match([of('件数', 2023), of('件数', 2024)], [['件数', '前年度'], ['', '今年度']], [10, 11])).toEqual([10, 11]);
  });
  test('a year over labels is theirs, unless it has a line of its own', () => {
    const years = [main(2024), main(2023), of('件数', 2024), of('件数', 2023)];
    expect(match(years, [['令和6年度'], ['新規'], ['件数'], ['令和5年度'], ['新規'], ['件数']])).toEqual([11, 14, 12, 15]);
    expect(match([main(2024), main(2023)], [['令和6年度'], ['令和5年度']])).toEqual([10, 11]);
  });
  test('a name that points at another year gives way to the label', () => {
    expect(match([of('件数', 2024)], [['件数', 'R5'], ['件数', 'R6']], [10])).toEqual([11]);
  });
});
