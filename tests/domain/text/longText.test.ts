import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { readRankText } from '../../../src/domain/rank/rankText';
import { readText } from '../../../src/domain/text/readText';
import { MOST_CHARACTERS, MOST_LINES, splitText } from '../../../src/domain/text/splitText';
import { defineFromText } from '../../../src/sheets/adopt/textDefinitions';
import { MOST_LINES as MOST_DEFINED } from '../../../src/sheets/cellReading';
import { standardDefinitions } from '../support';

const HEAD = '項目\t4月\t5月\t6月\t7月\t8月\t9月\t10月\t11月\t12月\t1月\t2月\t3月\t計\n';

describe('a paste of more than a million characters', () => {
  test.each<[string, string]>([
    ['in one line', 'あ'.repeat(MOST_CHARACTERS + 1)],
    ['in short lines', 'あ\n'.repeat(MOST_LINES + 1)],
    ['of quotation marks', '"あ\n'.repeat(MOST_LINES + 1)],
  ])('%s is read as far as the limit, which is told', (_, text) => {
    const [told] = readText(text, standardDefinitions(), 2024).cut;
    expect(told).toMatch(/^文章が長いため、\d+行目(?:の途中)?までを読みました（20,000行、1,000,000文字まで）。続きは、分けて貼り付けてください。$/);
    expect(readRankText(text).cut).toBe(told);
  });

  test('of headings alone: so many are looked at, and it is told', () => {
    const { notes } = readText(HEAD.repeat(2_000), standardDefinitions(), 2024);
    expect(notes.length).toBeGreaterThan(0);
  });
});

/** A line of figures for each of so many labels, under a heading of a year. */
const unknown = (count: number): string => `令和6年度 ${HEAD.slice(3).replace(/\t/g, ' ')}${Array.from({ length: count }, (_, index) => `項目${index}の状況 ${Array.from({ length: 13 }, (_month, month) => (index * 7 + month * 13) % 997).join(' ')}\n`).join('')}`;

test('of lines that no definition knows: as many are defined as 表定義 has room for, and the rest is told', () => {
  const definitions = standardDefinitions();
  const { tables, cut } = readText(unknown(6_000), definitions, 2024, (found) => defineFromText(found, definitions, 2024));
  const lines = [...definitions.tables, ...tables.map((table) => table.definition)].reduce((sum, table) => sum + 1 + table.rows.length, 0);
  expect(lines).toBe(MOST_DEFINED);
  expect(cut[0]).toMatch(/^表が多いため、2001行目までにある1個の表（2,000行）だけを読みました。/);
  expect(cut[1]).toMatch(/^「項目\d+の状況」など\d+項目は、「表定義」に書ける2,000行を超えるため、加えていません。/);
});

describe('the work grows as the text does', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Letters that are put into plain ones while a text is read: every reading of a heading or a label does that. */
  function lettersOf(text: string): number {
    const spy = jest.spyOn(String.prototype, 'normalize');
    const definitions = standardDefinitions();
    readText(text, definitions, 2024, (tables) => defineFromText(tables, definitions, 2024));
    const letters = spy.mock.calls.length;
    spy.mockRestore();
    return letters;
  }

  test.each<[string, (count: number) => string]>([
    ['headings', (count) => HEAD.repeat(count)],
    ['lines of words', (count) => `${HEAD}${'郵送 件数 1 2 3\n'.repeat(count)}`],
    ['cells', (count) => '1\t2\t"3\n'.repeat(count)],
    ['lines that no definition knows', unknown],
    ['known and unknown lines in turn', (count) => unknown(count).replace(/項目\d*[02468]の状況/g, '窓口件数')],
  ])('%s', (_, make) => {
    expect(lettersOf(make(400)) / lettersOf(make(200))).toBeLessThan(2.5);
  });

  test('tabs are sought in their line alone', () => {
    let letters = 0;
    const real = Object.getOwnPropertyDescriptor(String.prototype, 'indexOf')?.value as (this: string, text: string, from: number) => number;
    const spy = jest.spyOn(String.prototype, 'indexOf').mockImplementation(function seek(this: string, text: string, from = 0) {
      const at = real.call(this, text, from);
      letters += (at < 0 ? this.length : at) - from;
      return at;
    });
    const workOf = (count: number): number => {
      letters = 0;
      splitText('"a\n'.repeat(count));
      return letters;
    };
    const [once, twice] = [workOf(2_000), workOf(4_000)];
    spy.mockRestore();
    expect(twice / once).toBeLessThan(2.5);
  });
});
