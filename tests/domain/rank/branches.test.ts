import { describe, expect, test } from '@jest/globals';
import { BRANCHES, branchOf, numberOf } from '../../../src/domain/rank/branches';

describe('the 47 branches', () => {
  test('stand in the order of the prefectures, each once', () => {
    expect([BRANCHES.length, new Set(BRANCHES).size]).toEqual([47, 47]);
    expect([numberOf('北海道'), numberOf('群馬'), numberOf('沖縄')]).toEqual([1, 10, 47]);
  });

  test('are found by themselves and by no other', () => {
    expect(BRANCHES.map(branchOf)).toEqual(BRANCHES);
    expect(BRANCHES.map((branch) => branchOf(`${branch}支部`))).toEqual(BRANCHES);
  });

  test.each([
    ['群馬県', '群馬'], ['群馬県支部', '群馬'], ['群　馬', '群馬'], ['  群 馬 支 部', '群馬'], ['10 群馬', '群馬'], ['１０．群馬', '群馬'], ['⑩群馬', '群馬'], ['(10)群馬', '群馬'], ['No.10 群馬', '群馬'],
    ['全国健康保険協会群馬支部', '群馬'], ['協会けんぽ 群馬支部', '群馬'], ['東京都', '東京'], ['京都', '京都'], ['京都府支部', '京都'], ['大阪府', '大阪'], ['北海道支部', '北海道'], ['鹿児島県', '鹿児島'],
  ])('%s is %s', (text, branch) => {
    expect(branchOf(text)).toBe(branch);
  });

  test.each(['', '群', '群馬の', '群馬町', '東京府', '北海道県', '全国', '全国平均', '支部', '群馬94.3%', '群馬・栃木', '10', '関東'])('%p is none', (text) => {
    expect(branchOf(text)).toBeNull();
  });
});
