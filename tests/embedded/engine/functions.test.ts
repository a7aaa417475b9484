import { describe, expect, test } from '@jest/globals';
import type { Scalar } from '../../../src/embedded/model/book';
import { calculate, error } from './calculate';

/** Formula → what Excel shows. The sheet: A1:A5 = 1, 2.5, "文字", TRUE, empty; B1:B5 = 10, 20, 30, 40, 50; C1 = #N/A; D1 = "". */
const CASES: readonly (readonly [string, number | string | boolean | { error: string }])[] = [
  ['IF(A1>0,"正","負")', '正'], ['IF(A5="","空",1)', '空'], ['IF(FALSE,1)', false], ['IF(A3,1,2)', error('#VALUE!')], ['IF("","a","b")', error('#VALUE!')],
  ['COUNT(A1:A5)', 2], ['COUNT(A1,TRUE,"3","x")', 3], ['COUNTA(A1:A5)', 4], ['COUNTA(D1)', 1], ['COUNT(C1,1)', 1],
  ['COUNTIF(B1:B5,">=30")', 3], ['COUNTIF(A1:A5,"文*")', 1], ['COUNTIF(A1:A5,"")', 1], ['COUNTIF(A1:A5,"<>")', 4], ['COUNTIF(A1:A5,TRUE)', 1],
  ['COUNTIFS(B1:B5,">10",B1:B5,"<50")', 3], ['SUM(A1:A5)', 3.5], ['SUM(A1,"2",TRUE)', 4], ['SUM(C1,1)', error('#N/A')], ['SUM()', error('#N/A')],
  ['SUMIF(B1:B5,">20")', 120], ['SUMIF(A1:A3,"文字",B1:B3)', 30], ['AVERAGE(A1:A5)', 1.75], ['AVERAGE(A5)', error('#DIV/0!')], ['AVERAGE(A1:A2,TRUE)', 1.5],
  ['ROUND(2.5,0)', 3], ['ROUND(-2.5,0)', -3], ['ROUND(1.005,2)', 1.01], ['ROUND(1234.5,-2)', 1200], ['ROUND(0.285,2)', 0.29], ['ROUND(1.45,1)', 1.5],
  ['ABS(-1.5)', 1.5], ['ABS("x")', error('#VALUE!')], ['ISNUMBER(A1)', true], ['ISNUMBER(A3)', false], ['ISNUMBER(A5)', false], ['ISNUMBER("1")', false], ['ISNUMBER(C1)', false],
  ['IFERROR(1/0,"―")', '―'], ['IFERROR(C1,0)', 0], ['IFERROR(A5,"x")', 0], ['INDEX(B1:B5,2)', 20], ['INDEX(A1:B5,3,2)', 30], ['INDEX(B1:B5,6)', error('#REF!')], ['INDEX(A1:A5,5)', 0],
  ['SUM(INDEX(A1:B5,0,2))', 150], ['MATCH(30,B1:B5,0)', 3], ['MATCH(35,B1:B5,1)', 3], ['MATCH(35,B1:B5)', 3], ['MATCH(99,B1:B5,0)', error('#N/A')], ['MATCH("文?",A1:A5,0)', 3], ['MATCH(5,B1:B5,1)', error('#N/A')],
  ['LOOKUP(1E+307,B1:B5)', 50], ['LOOKUP(1E+307,D1:D3)', error('#N/A')], ['LOOKUP(25,B1:B5,A1:A5)', 2.5],
  ['NA()', error('#N/A')], ['TEXT(0.1234,"0.0%")', '12.3%'], ['TEXT(1234567,"#,##0")', '1,234,567'], ['TEXT(-5,"#,##0;△#,##0")', '△5'], ['TEXT(-5,"0;▲0")', '▲5'], ['TEXT(0,"0;△0;―")', '―'], ['TEXT(45383,"yyyy/m/d")', '2024/4/1'], ['TEXT(45383,"m月")', '4月'], ['TEXT(1.5,"[h]:mm")', '36:00'], ['TEXT("abc","0")', 'abc'], ['TEXT(12.5,"0.00")', '12.50'], ['TEXT(5,"@")', '5'],
  ['AND(TRUE,A1>0)', true], ['AND(A5)', error('#VALUE!')], ['OR(FALSE,A1>5)', false], ['OR(A1:A2)', true], ['NOT(A1)', false], ['NOT(A5)', true], ['AND(A1:A5)', true], ['OR("x")', error('#VALUE!')],
  ['MAX(A1:B5)', 50], ['MAX(A5)', 0], ['MIN(A1:B5)', 1], ['MIN(A5)', 0], ['MEDIAN(B1:B4)', 25], ['MEDIAN(B1:B5)', 30], ['MEDIAN(A5)', error('#NUM!')], ['MAX("9",1)', 9],
  ['A1&"件"', '1件'], ['2.50&""', '2.5'], ['A2&A5', '2.5'], ['TRUE&""', 'TRUE'], ['0.1+0.2&""', '0.3'], ['100000000000&""', '100000000000'], ['-0.5&""', '-0.5'],
  ['A1=1', true], ['A1<>1', false], ['"abc"="ABC"', true], ['"a"<"b"', true], ['1<"a"', true], ['TRUE>"a"', true], ['A5=0', true], ['A5=""', true], ['D1=""', true], ['D1=0', false], ['"10"=10', false], ['"あ"="ア"', false],
  ["'R6 実績'!A1*2", 200], ["SUM('R6 実績'!A1:A2)", 300], ['業務２!A1', 7], ['年度目標*2', 20], ['SUM(月次)', 3.5], ['業務名', '業務'],
  ['10%', 0.1], ['A1%', 0.01], ['-A1^2', 1], ['2^-1', 0.5], ['2^3^2', 64], ['50%*2', 1], ['"1,234"+1', 1235], ['"5%"+0', 0.05], ['"a"+1', error('#VALUE!')], ['D1+1', error('#VALUE!')], ['A5+1', 1], ['A4+1', 2],
  ['ISTEXT("5-1")', true], ['IF(TRUE,"5-1")', '5-1'], ['IF(TRUE,"3:05")', '3:05'], ['COUNTIF(B1:B5,">2.5E1")', 3],
  ['SUMPRODUCT((B1:B5>20)*(B1:B5))', 120], ['SUMPRODUCT(A1:A2,B1:B2)', 60], ['SUMPRODUCT(--(A1:A5="文字"))', 1], ['SUMPRODUCT(A1:A5,B1:B5)', 60], ['SUMPRODUCT(A1:A2,B1:B3)', error('#VALUE!')],
  ['""', ''], ['IF(TRUE,"")', ''], ['A5', 0], ['A3', '文字'], ['A4', true], ['C1', error('#N/A')], ['1/0', error('#DIV/0!')], ['0/0', error('#DIV/0!')], ['MOD(-1,3)', 2], ['INT(-1.5)', -2], ['ROUNDDOWN(-1.55,1)', -1.5], ['ROUNDUP(1.01,0)', 2], ['SQRT(-1)', error('#NUM!')],
  ['ISBLANK(A5)', true], ['ISTEXT(A3)', true], ['ISTEXT(D1)', true], ['ISERROR(C1)', true], ['ISNA(C1)', true], ['LEN("漢字")', 2], ['LEFT("令和6年度",2)', '令和'], ['MID("abc",2,1)', 'b'], ['SUBSTITUTE("a-b","-","")', 'ab'], ['VALUE("12")', 12], ['N(TRUE)', 1], ['COUNTBLANK(A1:A5)', 1], ['ROWS(A1:A5)', 5], ['COLUMNS(A1:B1)', 2], ['CHOOSE(2,"a","b")', 'b'], ['VLOOKUP(1,A1:B5,2,FALSE)', 10], ['RANK(20,B1:B5)', 4], ['LARGE(B1:B5,2)', 40], ['STDEV(B1:B5)', 15.811388300841896], ['SUMIFS(B1:B5,B1:B5,">10",B1:B5,"<40")', 50], ['AVERAGEIF(B1:B5,">30")', 45], ['DATE(2024,4,1)', 45383], ['YEAR(45383)', 2024], ['MONTH(45383)', 4], ['EDATE(45383,1)', 45413], ['SUM(#REF!)', error('#REF!')], ['ISERROR(#REF!)', true], ['SUM(Z999)', 0], ['Z999', 0], ['AA1048576=""', true], ['COUNTA(B:B)', 5], ['SUM(B:B)', 150], ['SUM(B1:INDEX(B1:B5,3))', 60], ['OFFSET(B1,1,0)', 20], ['1=1=TRUE', true], ['2*-3', -6], ['(1+2)*3', 9], ['"a""b"', 'a"b'], ['SUM(B1:B5)/COUNT(B1:B5)', 30], ['未定義', error('#NAME?')],
];

/** Where the engine differs from Excel: Excel's result, and what comes out here. Nothing of this is needed; a change must show. */
const DEVIATIONS: readonly (readonly [string, Scalar, Scalar])[] = [
  ['LOOKUP(1E+307,A1:A5)', 2.5, true], ['TEXT(45383,"aaa")', '月', 'Mon'], ['1/3&""', '0.333333333333333', '0.3333333333333333'], ['1E+21&""', '1E+21', '1e+21'],
  ['--"3"', 3, error('#NAME?')], ['-"x"', error('#VALUE!'), error('#NAME?')], ['SUM(A1:A5 A2:B3)', 2.5, error('#REF!')], ['SUM((A1,B1))', 11, error('#VALUE!')],
];

test('known deviations are as listed', async () => {
  const { values } = await calculate(DEVIATIONS.map(([formula]) => formula));
  expect(values).toEqual(DEVIATIONS.map(([, , got]) => got));
});

describe('an empty text from a formula is text', () => {
  test.each<readonly [string, Scalar]>([
    ['COUNTA(F1)', 1], ['F1=0', false], ['F1=""', true], ['F1+1', error('#VALUE!')], ['F1*2', error('#VALUE!')], ['ISTEXT(F1)', true], ['ISBLANK(F1)', false], ['COUNT(F1)', 0],
    ['COUNTBLANK(F1)', 1], ['SUM(F1,1)', 1], ['F1&"x"', 'x'], ['ISNUMBER(F1)', false], ['AVERAGE(F1:F1)', error('#DIV/0!')], ['F1>5', true], ['COUNTIF(F1:F1,"")', 1], ['IF(F1="","空",F1)', '空'],
    ['ABS(F1)', error('#VALUE!')], ['-F1', error('#VALUE!')], ['MAX(F1,3)', 3], ['F1', ''],
  ])('%s', async (formula, expected) => {
    const { values } = await calculate(['""', formula]);
    expect(values[1]).toEqual(expected);
  });
});

describe('formulas give what Excel gives', () => {
  test('all of them', async () => {
    const results = await calculate(CASES.map(([formula]) => formula));
    const different = CASES.flatMap(([formula, expected], index) => {
      const got = results.values[index];
      const same = typeof expected === 'number' && typeof got === 'number' ? Math.abs(got - expected) <= 1e-12 * Math.max(1, Math.abs(expected)) : JSON.stringify(got) === JSON.stringify(expected);
      return same ? [] : [{ formula, expected, got }];
    });
    expect(different).toEqual([]);
    expect(results.problems).toEqual([]);
  });
});
