import { describe, expect, test } from '@jest/globals';
import { carriedOn, labelTexts } from '../../../src/domain/recognition/labelCells';
import { isUnit, readLineLabel, splitYear } from '../../../src/domain/recognition/lineLabel';
import { matrixOf } from '../../../src/domain/recognition/matrix';

describe('a year in a text', () => {
  test.each<[string, number | null, string]>([
    ['R6', 2024, ''],
    ['Ｒ６年度', 2024, ''],
    ['令和６年度', 2024, ''],
    ['令和元年度', 2019, ''],
    ['2024', 2024, ''],
    ['2024年度', 2024, ''],
    ['令和6年度（2024年度）', 2024, ''],
    ['令和6年', 2024, ''],
    ['累計（令和6年度）', 2024, '累計'],
    ['照会率（対多・頻件数）（令和6年度）', 2024, '照会率（対多・頻件数）'],
    ['令和6年度 郵送件数', 2024, '郵送件数'],
    ['令和６年度　郵送件数', 2024, '郵送件数'],
    ['令和6年度（2024年度） 標準化', 2024, '標準化'],
    ['郵送件数 R6', 2024, '郵送件数'],
    ['郵送件数', null, '郵送件数'],
    ['令和6年度（2023年度）', null, '令和6年度（2023年度）'],
    ['平成32年度', null, '平成32年度'],
    ['', null, ''],
  ])('%s', (text, year, rest) => {
    expect(splitYear(text)).toEqual({ year, rest });
  });
});

test.each(['件', '（円）', '％', '時間', '事業所'])('%s is a unit', (text) => {
  expect(isUnit(text)).toBe(true);
});
test.each(['件数', '郵送', '', '令和6年度'])('%s is none', (text) => {
  expect(isUnit(text)).toBe(false);
});

describe('the cells before the months', () => {
  test.each<[readonly string[], readonly string[], number | null, string | null]>([
    [['郵送件数', '件', '令和6年度'], ['郵送件数'], 2024, '件'],
    [['', 'R6', '件'], [], 2024, '件'],
    [['窓口', '件数', '2024'], ['窓口', '件数'], 2024, null],
    [['回'], ['回'], null, null],
    [['', '', ''], [], null, null],
  ])('%j', (texts, labels, year, unit) => {
    expect(readLineLabel(texts)).toEqual({ labels, year, yearsBack: null, unit });
  });

  test('a name that holds a year is left whole', () => {
    expect(readLineLabel(['令和5年度健診受診者', 'R6'], (text) => text === '令和5年度健診受診者')).toEqual({ labels: ['令和5年度健診受診者'], year: 2024, yearsBack: null, unit: null });
  });

  test('numbers that count the lines are no labels, a year is', () => {
    expect(labelTexts(matrixOf([[], [1, ' 郵送件数 ', 2024, true]]), { line: 0, labels: { from: 0, to: 4 } }, 1)).toEqual(['', '郵送件数', '2024', '', '']);
  });

  test('a merged label carries on until a cell before it is filled', () => {
    expect(carriedOn(['', 'R6', ''], ['累計', 'R5', '件'])).toEqual(['累計', 'R6', '']);
    expect(carriedOn(['新規', '', ''], ['累計', 'R5', '件'])).toEqual(['新規', '', '']);
    expect(carriedOn(['', '', ''], [])).toEqual(['', '', '']);
  });
});
