import { expect, test } from '@jest/globals';
import { literalText, literalTitle } from '../../src/excel/literal';

test.each([
  '=1+1', '+1', '-1', '−5', '＝A1', '@SUM(A1)', '5-1', '1/2', '3.46', '１２', '（１）', '(1)', '50%', '¥100', '12:30', '午前9:30', '午後1時', 'R6.4.1', '令和6年4月1日', 'true', ' FALSE ', 'Apr 1', "'quoted", '#N/A', '　=1+1',
])('%s would be read as something else: it is set with an apostrophe', (text) => {
  expect(literalText(text)).toBe(`'${text}`);
});

test.each(['郵送化率', 'KPI', '午睡', 'truely', 'rate', '△5', ''])('%s is set as it is', (text) => {
  expect(literalText(text)).toBe(text);
});

test('what is longer than a cell holds is cut, and a title never links to a cell', () => {
  expect([literalText('あ'.repeat(40_000)).length, literalText(`=${'1'.repeat(40_000)}`).length]).toEqual([32_767, 32_768]);
  expect([literalTitle('=A1'), literalTitle('＝A1'), literalTitle('郵送化率')]).toEqual(['“=A1”', '“＝A1”', '郵送化率']);
});
