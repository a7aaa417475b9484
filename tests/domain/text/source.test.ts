import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../../../src/domain/text/readText';
import type { TextReading } from '../../../src/domain/text/textReading';
import { sourceFigures } from '../checks/support';
import { standardDefinitions } from '../support';

/** The tables of the source as they come out of the PDF, with prose of our own between them. */
const SOURCE = readFileSync(path.join(__dirname, 'plan-r6-tables.txt'), 'utf8');
const read = (text: string, year: number | null = null): TextReading => readText(text, standardDefinitions(), year);

describe('the source', () => {
  const reading = read(SOURCE);

  test('has all 19 tables in 28 blocks and all 82 series', () => {
    expect(reading.tables.map((table) => table.definition.id)).toEqual(standardDefinitions().tables.map((table) => table.id));
    expect(reading.tables.flatMap((table) => table.headers)).toHaveLength(28);
    expect(reading.series.size).toBe(82);
    expect([reading.unread, reading.strangers]).toEqual([[], []]);
    expect(reading.fiscalYear).toBe(2024);
  });

  test('every figure is that of the sample year', () => {
    const wanted = sourceFigures();
    expect([...reading.series.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [key, { months, total }] of wanted) expect([key, reading.series.get(key)?.months, reading.series.get(key)?.total]).toEqual([key, months, total]);
  });

  test('the oddities are F1 to F6, each with its lines', () => {
    expect(reading.oddities.map(({ kind, rowId, year, lines }) => `${rowId} ${year} ${kind} ${lines.join()}`)).toEqual([
      'T01-09 2024 total 44', 'T13-02 2023 follows 314,320', 'T13-03 2024 follows 316,324', 'T15-02 2024 follows 372,376', 'T19-01 2024 falls 443',
      'T17-01 2023 slip 427', 'T17-01 2023 slip 427', 'T17-01 2024 slip 429',
    ]);
    expect(reading.oddities[0]?.text).toBe('44行目 サービススタンダード「平均所要日数」（令和6年度）の計 6.30日は、各月の平均 6.25日と合いません。');
    expect(reading.oddities.slice(5).map((oddity) => oddity.text)).toEqual([
      '427行目 超過勤務「超過勤務時間」（令和5年度）の9月の「3.46」を 3:46 と読みました。',
      '427行目 超過勤務「超過勤務時間」（令和5年度）の10月の「4.48」を 4:48 と読みました。',
      '429行目 超過勤務「超過勤務時間」（令和6年度）の10月の「3：33」を 3:33 と読みました。',
    ]);
  });

  test('lines that lost their blank cells say how they were taken', () => {
    const noted = reading.tables.flatMap((table) => table.series).filter((series) => series.notes.length > 0 && series.rowId !== 'T17-01');
    expect(noted.map((series) => [series.rowId, series.line, ...series.notes])).toEqual([
      ['T01-05', 36, '数値が5個のため、4月〜7月と計の数値として読みました。'],
      ['T01-07', 40, '数値が5個のため、4月〜7月と計の数値として読みました。'],
      ['T11-01', 209, '数値が8個のため、4月〜11月の数値として読みました。'],
      ['T14-01', 344, '数値が11個のため、4月〜2月の数値として読みました。'],
    ]);
  });

  test('what was assumed is told', () => {
    expect(reading.notes[0]).toBe('433行目の表は年度が書かれていないため、文章にある最も新しい年度の令和6年度として読みました。');
    expect(reading.notes[1]).toMatch(/^名前が書かれていない表は、表の並び順から判断しました: 84行目「保険給付適正化ＰＴ会議」、142行目「面接確認委員会」、185行目「査定率」/);
    expect(reading.notes).toHaveLength(2);
  });

  test('reads the same with other line ends, wide blanks, a mail’s quotation marks, and in a workbook of a later year', () => {
    const figures = [...reading.series];
    expect([...read(SOURCE.replace(/\n/g, '\r\n')).series]).toEqual(figures);
    expect([...read(`\uFEFF${SOURCE.replace(/ /g, '　')}`).series]).toEqual(figures);
    expect([...read(SOURCE.replace(/^/gm, '> ')).series]).toEqual(figures);
    expect([...read(SOURCE, 2026).series]).toEqual(figures);
  });

  test('a part of it raises nothing that the whole does not', () => {
    const [start, end] = [SOURCE.indexOf('令和５年度 4月'), SOURCE.indexOf('○業務改革')];
    const part = read(SOURCE.slice(start, end));
    expect(part.tables.map((table) => table.definition.name)).toEqual(['郵送化率']);
    expect([part.series.size, part.oddities, part.unread, part.strangers]).toEqual([6, [], [], []]);
  });
});
