import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { serialOfDate } from '../../src/domain/fiscalYear';
import { expectationOf, readFigure, type FigureExpectation } from '../../src/domain/readFigure';

const expecting = (form: FigureExpectation['form'], unit: string): FigureExpectation => ({ form, unit, fiscalYear: 2024 });
const COUNT = expecting('number', '件');
const YEN = expecting('number', '円');
const RATE = expecting('rate', '%');
const TIME = expecting('duration', '時間');
const DAY = expecting('date', '日');
const ALL = [COUNT, YEN, RATE, TIME, DAY];

const valueOf = (text: string, expected: FigureExpectation): number | null | 'refused' => {
  const reading = readFigure(text, expected);
  return reading.ok ? reading.value : 'refused';
};

test.each(['', '  ', '　', '-', '－', 'ー', '−', '―', '…', '...'])('「%s」 is no figure in any row', (text) => {
  for (const expected of ALL) expect(readFigure(text, expected)).toEqual({ ok: true, value: null, notes: [] });
});

describe('counts and amounts', () => {
  test.each([
    ['0', 0], ['12', 12], ['１２', 12], ['1,234', 1234], ['１，２３４', 1234], ['896,014,077', 896014077], ['6.14', 6.14], ['6．14', 6.14],
    ['△16', -16], ['△ 16', -16], ['▲16', -16], ['-16', -16], ['－１６', -16], ['−16', -16], ['ー16', -16], ['△ 1,234', -1234], ['△0', 0],
    ['12件', 12], ['12 件', 12], [' 12　', 12],
  ])('%s is %d', (text, value) => expect(valueOf(text, COUNT)).toBe(value));

  test.each([['3,036円', 3036], ['￥3,036', 3036], ['△¥3,036', -3036], ['¥ 5円', 5]])('%s is %d yen', (text, value) => expect(valueOf(text, YEN)).toBe(value));

  test.each([
    '1,23', '1,2345', '12,34,567', ',123', '1,', '0,123', '1.2.3', '1 234', '1,234 ,567', '12人', '12%', '¥12', '△', '▲ ', '○', '--5', '△-5', '5-', '(5)', '1e5',
    '007', '①', '10²', '½', '十二', '約12', '12件程度', '12/11', '3:46', 'abc', '#REF!', '1234567890123456', '１２\n３４', 'Infinity', 'NaN', '0x10',
  ])('%s is refused', (text) => expect(valueOf(text, COUNT)).toBe('refused'));

  test.each(['=1+1', '＝1+1', '+5', '@SUM(1)'])('%s begins like a formula and is text', (text) => {
    const reading = readFigure(text, COUNT);
    expect(reading.ok ? '' : reading.reason).toContain('計算式のように始まる');
  });

  test('the reason says what is wrong', () => {
    const reasonOf = (text: string, expected: FigureExpectation): string => {
      const reading = readFigure(text, expected);
      return reading.ok ? '' : reading.reason;
    };
    expect(reasonOf('1,23', COUNT)).toContain('桁区切り');
    expect(reasonOf('12人', COUNT)).toContain('単位が「件」ではありません');
    expect(reasonOf('△', COUNT)).toContain('記号だけ');
    expect(reasonOf('0.069', RATE)).toContain('％が付いていない');
    expect(reasonOf('4/31', DAY)).toContain('という日付はありません');
    expect(reasonOf('2025/4/1', DAY)).toContain('令和6年度の日付ではありません');
  });
});

describe('rates', () => {
  test.each([['94.6%', 0.946], ['94.6％', 0.946], ['９４．６％', 0.946], ['0.069%', 0.00069], ['345.5 %', 3.455], ['100%', 1], ['0%', 0], ['0', 0], ['△0.5%', -0.005]])(
    '%s is exactly %d', (text, value) => expect(valueOf(text, RATE)).toBe(value));
  test.each(['94.6', '0.946', '1', '%', '94.6%%', '94,6%', '94.6件'])('%s is refused', (text) => expect(valueOf(text, RATE)).toBe('refused'));
});

describe('durations', () => {
  test.each([['3:46', 226], ['0:05', 5], ['27:30', 1650], ['３時間４６分', 226], ['3時間5分', 185]])('%s is %i minutes, read as written', (text, minutes) => {
    expect(readFigure(text, TIME)).toEqual({ ok: true, value: minutes / 1440, notes: [] });
  });
  test.each([['3.46', '3:46', 226], ['4.48', '4:48', 288], ['3：33', '3:33', 213]])('the slip %s means %s and says so', (text, meant, minutes) => {
    expect(readFigure(text, TIME)).toEqual({ ok: true, value: minutes / 1440, notes: [`「${text}」を ${meant} と読みました`] });
  });
  test.each(['3:60', '3.75', '3.5', '3:5', '3', '-3:46', '△3:46', '3:46:10', '3時間46', '3:46分', '3時間', '12/11'])('%s is refused', (text) => expect(valueOf(text, TIME)).toBe('refused'));
  test('a point or a colon means a duration only where one is expected', () => {
    expect([valueOf('3.46', COUNT), valueOf('3：33', COUNT)]).toEqual([3.46, 'refused']);
  });
});

describe('dates', () => {
  test.each([
    ['12/11', 2024, 12, 11], ['1/15', 2025, 1, 15], ['１／１５', 2025, 1, 15], ['3月15日', 2025, 3, 15], ['R6.6.3', 2024, 6, 3], ['令和6年6月3日', 2024, 6, 3],
    ['2025-01-15', 2025, 1, 15], ['2025/1/15', 2025, 1, 15], ['2025年1月15日', 2025, 1, 15],
  ])('%s', (text, year, month, day) => expect(valueOf(text, DAY)).toBe(serialOfDate(year, month, day)));
  test.each(['13/1', '0/5', '4/31', '2/29', '2024/3/31', '2025/4/1', 'H32.6.3', '6.6.3', '24/6/3', '45672', '12.11', '12月', '11日', '3:46'])(
    '%s is refused', (text) => expect(valueOf(text, DAY)).toBe('refused'));
  test('29 February exists in the fiscal year before a leap day', () => {
    expect(readFigure('2/29', { ...DAY, fiscalYear: 2023 })).toEqual({ ok: true, value: serialOfDate(2024, 2, 29), notes: [] });
  });
});

test('a row says what its figures are', () => {
  const formOf = (kind: Parameters<typeof expectationOf>[0]['kind'], unit: string): string => expectationOf({ kind, unit }, 2024).form;
  expect([formOf('単月', '件'), formOf('率', '円'), formOf('年度累計', '%'), formOf('単月', '時間'), formOf('実施日', '日'), formOf('率', '日')])
    .toEqual(['number', 'number', 'rate', 'duration', 'date', 'number']);
});

describe('properties', () => {
  const fullWidth = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const written = fc.record({
    value: fc.integer({ min: -999_999_999, max: 999_999_999 }), minus: fc.constantFrom('-', '△', '△ ', '▲', '−', '－'), wide: fc.boolean(), unit: fc.constantFrom('', '件', ' 件'), grouped: fc.boolean(),
  });

  test('a count comes back however it is written', () => {
    fc.assert(fc.property(written, ({ value, minus, wide, unit, grouped }) => {
      const size = Math.abs(value).toLocaleString('en-US', { useGrouping: grouped });
      const text = `${value < 0 ? minus : ''}${wide ? fullWidth(size) : size}${unit}`;
      expect(readFigure(text, COUNT)).toEqual({ ok: true, value, notes: [] });
    }));
  });

  test('a rate printed with any decimals comes back as that fraction', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }), (digits, decimals) => {
      const text = (digits / 10 ** decimals).toFixed(decimals);
      expect(valueOf(`${text}％`, RATE)).toBe(Number((Number(text) / 100).toFixed(decimals + 2)));
    }));
  });

  test('a duration comes back to the minute', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), (minutes) => {
      const text = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
      expect(valueOf(text, TIME)).toBe(minutes / 1440);
    }));
  });

  test('a day of the year comes back without its year', () => {
    fc.assert(fc.property(fc.integer({ min: serialOfDate(2024, 4, 1), max: serialOfDate(2025, 3, 31) }), (serial) => {
      const date = new Date(Date.UTC(1899, 11, 30 + serial));
      expect(valueOf(`${date.getUTCMonth() + 1}/${date.getUTCDate()}`, DAY)).toBe(serial);
    }));
  });

  const confusing = fc.string({ unit: fc.constantFrom(...'0123456789０５９,，.．:：/-－ー△▲%％件円人月日年 　①²½〇十○＝+RH') });
  /** All digits that Excel keeps, and none of the binary noise behind them. */
  const fifteenDigits = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 15, useGrouping: false });
  /** A figure may only consist of the digits that are written, in their order. */
  const digitsOf = (text: string): string => text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC')).replace(/\D/g, '').replace(/^0+/, '');

  test.each([['anything', fc.string({ unit: 'binary' })], ['confusing signs', confusing]])('%s never crashes and never becomes an invented figure', (_, texts) => {
    fc.assert(fc.property(texts, (text) => {
      for (const expected of ALL) {
        const reading = readFigure(text, expected);
        if (!reading.ok) expect(reading.reason).not.toBe('');
        else if (reading.value !== null) {
          expect(Number.isFinite(reading.value)).toBe(true);
          expect(text).toMatch(/[0-9０-９]/);
          expect(text).not.toMatch(/[①²½〇十○]/);
          if (expected.form === 'number') expect(digitsOf(fifteenDigits(Math.abs(reading.value))).replace(/0+$/, '')).toBe(digitsOf(text).replace(/0+$/, ''));
        } else expect(text).not.toMatch(/[0-9０-９]/);
      }
    }), { numRuns: 5000 });
  });
});
