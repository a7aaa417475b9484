import { beforeAll, describe, expect, test } from '@jest/globals';
import { CheckBench, shortly } from './checked';

const F2_TO_F5 = [
  'follows T13-02@2023 6月,11月,12月',
  'follows T13-03@2024 12月',
  'follows T15-02@2024 3月',
  'falls T19-01@2024 6月,9月,10月,2月',
];
const F1 = 'total T01-09@2024 計';

let bench: CheckBench;
beforeAll(async () => {
  bench = await CheckBench.make();
});

describe('the sample year', () => {
  test('F2 to F5 and nothing more', async () => {
    expect((await bench.findings()).map(shortly)).toEqual(F2_TO_F5);
  });
});
