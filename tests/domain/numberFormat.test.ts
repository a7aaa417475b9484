import { expect, test } from '@jest/globals';
import { isNumberFormat } from '../../src/domain/numberFormat';
import { standardDefinitions } from './support';

test.each<[string, boolean]>([
  ['#,##0', true], ['0.0%', true], ['[h]:mm', true], ['m/d', true], ['#,##0;"▲"#,##0', true], ['[$-411]m/d(aaa)', true], ['ggge"年"m"月"', true], ['G/標準', true], ['General', true], ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', true],
  ['#,##0_);[Red]\\(#,##0\\)', true], ['0.00E+00', true], ['h:mm AM/PM', true], ['0"x"', true], ['0件', true], ['@', true], ['[DBNum3]0', true],
  ['"件', false], ['[h', false], ['h]:mm', false], ['0 percent', false], ['=cmd', false], ['0;0;0;0;0', false], ['0.0000000000000000', false], ['0'.repeat(256), false], ['xyz', false], ['\\', false],
])('%s: %s', (format, taken) => {
  expect(isNumberFormat(format)).toBe(taken);
});

test('every format of the standard definitions is one', () => {
  const { tables, kpis, yearly, indicators } = standardDefinitions();
  const formats = [...tables.flatMap((table) => table.rows.flatMap((row) => [row.format, row.totalFormat])), ...kpis.flatMap((kpi) => kpi.conditions.map((one) => one.format)), ...yearly.map((one) => one.format), ...indicators.flatMap((one) => [one.format, one.valueFormat])];
  expect(formats.filter((format) => format !== null && !isNumberFormat(format))).toEqual([]);
});
