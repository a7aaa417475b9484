import { describe, expect, test } from '@jest/globals';
import { readText } from '../../../src/domain/text/readText';
import { MOST_CHARACTERS, MOST_LINES } from '../../../src/domain/text/splitText';
import type { TextReading } from '../../../src/domain/text/textReading';
import { seriesKey } from '../../../src/domain/series';
import { standardDefinitions } from '../support';

const DEFINITIONS = standardDefinitions();
const read = (text: string, year: number | null = null): TextReading => readText(text, DEFINITIONS, year);
const HEAD = '4月 5月 6月 7月 8月 9月 10月 11月 12月 1月 2月 3月';
const TABS = HEAD.replace(/ /g, '\t');
/** A series of 2024 from April on, blank months behind cut off, and its total. */
function series(reading: TextReading, id: string, year = 2024): [(number | null)[], number | null] | null {
  const found = reading.series.get(seriesKey(id, year));
  if (!found) return null;
  const last = found.months.reduce<number>((end, month, index) => (month === null ? end : index), -1);
  return [found.months.slice(0, last + 1), found.total];
}
const twelve = (from: number): number[] => Array.from({ length: 12 }, (_, index) => from + index);
const row = (from: number, sign = ' '): string => twelve(from).join(sign);
const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

describe('lines of words', () => {
  const table = (...lines: readonly string[]): TextReading => read([`令和６年度 ${HEAD} 計`, ...lines].join('\n'));

  test.each<[string, string, string, [(number | null)[], number | null]]>([
    ['whole', `窓口件数 ${row(1)} 78`, 'T02-02', [twelve(1), 78]],
    ['a minus sign that stands apart', `新規登録 △ 2 ▲ 3 ${twelve(3).slice(0, 10).join(' ')} 70`, 'T15-01', [[-2, -3, ...twelve(3).slice(0, 10)], 70]],
    ['a label of two words', `窓口 件数 ${row(1)} 78`, 'T02-02', [twelve(1), 78]],
    ['a unit behind the label', `窓口件数 件 ${row(1)} 78`, 'T02-02', [twelve(1), 78]],
    ['a number before the label', `2 窓口件数 ${row(1)} 78`, 'T02-02', [twelve(1), 78]],
    ['a per cent sign that stands apart', `郵送化率 ${Array(13).fill('94.6 ％').join(' ')}`, 'T02-01', [Array<number>(12).fill(0.946), 0.946]],
    ['a sum that proves the leading months', '窓口件数 5 6 7 18', 'T02-02', [[5, 6, 7], 18]],
    ['April alone', '窓口件数 541 541', 'T02-02', [[541], 541]],
    ['a mean', '平均所要日数 6.00 6.50 6.25', 'T01-09', [[6, 6.5], 6.25]],
    ['a rate of the totals', '割合 8.3%', 'T18-03', [[], 0.083]],
    ['marks for no figure', '窓口件数 5 - － … - - - - - - - - 5', 'T02-02', [[5], 5]],
  ])('%s', (_, line, id, expected) => {
    const companion = id === 'T02-01' ? [`窓口件数 ${row(1)} 78`, `郵送件数 ${row(20)} 306`] : id === 'T18-03' ? [`一般競争 ${row(1)} 78`, `一者応札 ${row(0)} 66`] : [];
    expect(series(table(line, ...companion), id)).toEqual(expected);
  });

  test('a rate’s total is known by the totals of the rows it rests on; a typed one by its neighbours', () => {
    const half = table('郵送化率 94.5% 93.8% 94.1%', '窓口件数 541 453 994', '郵送件数 9,300 6,800 16,100');
    expect(series(half, 'T02-01')).toEqual(null);
    expect(half.unread.map((one) => one.text)).toEqual(['2行目 郵送化率「郵送化率」（令和6年度）: 数値が3個しかなく、最後の数値が計かどうか確かめられないため、どの月の数値か判断できません。']);
    const right = table('郵送化率 94.5% 93.8% 94.2%', '窓口件数 541 453 994', '郵送件数 9,300 6,800 16,100');
    expect(series(right, 'T02-01')).toEqual([[0.945, 0.938], 0.942]);
    const typed = read([`達成率 ${HEAD} 計`, '令和６年度 100% 100% 100%', '傷病手当金 2,462 2,351 4,813', '出産手当金 223 237 460'].join('\n'));
    expect(series(typed, 'T01-01')).toEqual([[1, 1], 1]);
    expect([typed.unread, typed.oddities]).toEqual([[], []]);
  });

  test('no total: the leading months; quarterly figures in their months; dates in theirs', () => {
    expect(series(read(`査定率\n累計 ${HEAD}\n令和６年度 0.062% 0.058%`), 'T09-01')).toEqual([[0.00062, 0.00058], null]);
    expect(series(read(`カバー率 ${HEAD}\n令和６年度 52.85% 55.38% 55.50%`), 'T16-03')).toEqual([[null, null, 0.5285, null, null, 0.5538, null, null, 0.555], null]);
    const dates = read(`面接確認委員会\n実施月 ${HEAD} 計\n令和６年度 5/16 1/15 2`);
    expect(series(dates, 'T08-01')).toEqual([[null, 45428, null, null, null, null, null, null, null, 45672], 2]);
  });

  /** Another row of the same table, which is read all the same. */
  const NEIGHBOURS = [['郵送件数', 'T02-03', '郵送化率「'], ['出産手当金', 'T01-03', 'サービス']] as const;

  test.each<[string, string, string]>([
    ['a short line whose last figure is no total', '窓口件数 5 6 7 19', '2行目 郵送化率「窓口件数」（令和6年度）: 数値が4個しかなく、最後の数値が計かどうか確かめられないため、どの月の数値か判断できません。'],
    ['one figure that may be a month or the total', '窓口件数 541', '2行目 郵送化率「窓口件数」（令和6年度）: 数値が1個しかなく、最後の数値が計かどうか確かめられないため、どの月の数値か判断できません。'],
    ['more figures than headings', `窓口件数 ${row(1)} 78 99`, `2行目 郵送化率「窓口件数」（令和6年度）: 数値が14個あり、見出しの13個より多いため、読み込めません。`],
    ['figures beyond the month a row ended in', '家族埋葬料 13 21 21 27 5 87', '2行目 サービススタンダード「家族埋葬料」（令和6年度）: 数値が6個あり、終了した月（8月）にかかるため、どの月の数値か判断できません。'],
    ['a figure that is none', `窓口件数 1 2 3 4 5 6x 7 8 9 10 11 12 78`, '2行目 郵送化率「窓口件数」（令和6年度）の9月: 「6x」の単位が「件」ではありません。'],
    ['a rate without ％', `郵送化率 94.6 ${Array(12).fill('94.6%').join(' ')}`, '2行目 郵送化率「郵送化率」（令和6年度）の4月: 「94.6」に％が付いていないため、百分率か割合か判断できません。'],
  ])('%s is told and left out', (_, line, text) => {
    const [label, id] = NEIGHBOURS.find(([, , name]) => text.includes(name)) ?? ['', ''];
    const reading = table(line, `${label} ${row(1)} 78`);
    expect(reading.unread.map((one) => one.text)).toEqual([text]);
    expect(series(reading, id)).toEqual([twelve(1), 78]);
  });

  test('another scale is another figure', () => {
    const ofLine = table(`支給金額（千円） ${row(100)} 1266`, `支給件数 ${row(1)} 78`, `金額/件(円) ${row(5)} 126`);
    expect(ofLine.strangers.map((one) => one.text)).toEqual(['2行目「支給金額（千円）」は、表定義のどの項目か分からないため、読み込みません。近いもの: 「金額/件／支給金額(円)」。']);
    const ofTable = read(`金額/件\n（単位：千円）\n令和６年度 ${HEAD} 計\n支給金額 ${row(100)} 1266\n支給件数 ${row(1)} 78`);
    expect(ofTable.unread.map((one) => one.text)).toEqual(['4行目 金額/件「支給金額(円)」（令和6年度）: 単位が「千円」で、表定義の「円」と違うため、読み込めません。']);
    expect(series(ofTable, 'T04-02')).toEqual([twelve(1), 78]);
  });

  test('an unreadable figure leaves its own month blank and ends no table', () => {
    const reading = table(`窓口件数 1 2 3 4 5 6x 7 8 9 10 11 12 78`, `郵送件数 ${row(20)} 306`);
    expect(series(reading, 'T02-02')).toEqual([[1, 2, 3, 4, 5, null, 7, 8, 9, 10, 11, 12], 78]);
    expect(reading.unread).toMatchObject([{ line: 2, rowId: 'T02-02', found: '6x' }]);
    expect(series(reading, 'T02-03')).toEqual([twelve(20), 306]);
  });

  test('subtotals between the months have their own place', () => {
    const quarters = '4月 5月 6月 第1四半期計 7月 8月 9月 第2四半期計 10月 11月 12月 第3四半期計 1月 2月 3月 第4四半期計';
    expect(series(read(`令和６年度 ${quarters} 合計\n窓口件数 1 2 3 6 4 5 6 15 7 8 9 24 10 11 12 33 78`), 'T02-02')).toEqual([twelve(1), 78]);
  });

  test('a mail with prose around, and a second table in it', () => {
    const mail = read(['業務グループの皆さま', '', '令和7年3月分の数値をお送りします。4月 10日までに確認をお願いします。', '', `> 令和6年度 ${HEAD} 計`, `> 窓口件数 ${row(1)} 78`, '', '以上です。件数 3 の件は別便で。',
      `査定率（令和6年度） ${HEAD}`, `令和6年度 ${Array(12).fill('0.06%').join(' ')}`, '電話 027-000-0000'].join('\r\n'));
    expect([series(mail, 'T02-02'), series(mail, 'T09-01')]).toEqual([[twelve(1), 78], [Array<number>(12).fill(0.0006), null]]);
    expect([mail.unread, mail.strangers, mail.notes]).toEqual([[], [], []]);
  });

  test('a total that does not fit its months is an oddity with its line', () => {
    expect(table(`窓口件数 ${row(1)} 79`).oddities.map((one) => one.text)).toEqual(['2行目 郵送化率「窓口件数」（令和6年度）の計 79件は、各月の合計 78件と合いません。']);
  });

  test('the same row twice is read once; other figures are told', () => {
    const twice = `令和６年度 ${HEAD} 計\n窓口件数 ${row(1)} 78\n\n令和６年度 ${HEAD} 計\n窓口件数 ${row(2)} 90`;
    expect(series(read(twice), 'T02-02')).toEqual([twelve(1), 78]);
    expect(read(twice).strangers.length + read(twice).unread.length).toBe(1);
  });
});

describe('cells', () => {
  const cells = (...lines: readonly (readonly (string | number)[])[]): string => lines.map((line) => line.join('\t')).join('\r\n');
  const head = ['令和6年度', ...HEAD.split(' '), '計'];

  test('blank ones count, also at the end and in whole lines', () => {
    const text = cells(head, ['窓口件数', '', 2, '', 4, ...Array<string>(8).fill(''), 6], ['郵送件数', ...Array<string>(13).fill('')], ['郵送化率', '', '94.6%']);
    const reading = read(text);
    expect([series(reading, 'T02-02'), series(reading, 'T02-03'), series(reading, 'T02-01')]).toEqual([[[null, 2, null, 4], 6], null, [[null, 0.946], null]]);
    expect([reading.unread, reading.strangers]).toEqual([[], []]);
  });

  test('quoted ones hold line breaks, tabs of their own and quotation marks', () => {
    const line = (label: string, from: number): string => `${label}\t件\t${row(from, '\t')}\t${sum(twelve(from))}`;
    const text = ['サービススタンダード', `"令和6年度\n（2024年度）"\t単位\t${TABS}\t計`, line('"埋葬料\n（費）"', 1), line('傷病手当金', 2), line('出産手当金', 3), line('"言う ""何か"""', 4), line('総 件数', 5)].join('\n');
    const reading = read(text);
    expect([series(reading, 'T01-06'), reading.tables.length]).toEqual([[twelve(1), 78], 1]);
    expect(reading.strangers.map((one) => [one.kind, one.line, one.label])).toEqual([['line', 8, '言う "何か"'], ['line', 9, '総 件数']]);
  });

  test('a quotation mark without its partner swallows nothing', () => {
    expect(series(read(`"未完\tの引用\n${cells(head, ['窓口件数', ...twelve(1), 78])}`), 'T02-02')).toEqual([twelve(1), 78]);
  });

  test('months may run down', () => {
    const text = cells(['令和6年度', '窓口件数', '郵送件数'], ...HEAD.split(' ').map((month, index) => [month, 1 + index, 20 + index]), ['計', 78, 306]);
    const reading = read(text);
    expect([series(reading, 'T02-02'), series(reading, 'T02-03')]).toEqual([[twelve(1), 78], [twelve(20), 306]]);
  });

  test('％ may stand in the unit’s cell', () => {
    expect(series(read(cells(['令和6年度', '単位', ...HEAD.split(' '), '計'], ['郵送化率', '％', 94.6])), 'T02-01')).toEqual([[0.946], null]);
  });

  test('a title names the table, a text in a month is told, an error too', () => {
    const reading = read(cells(['査定率（令和6年度）'], ['累計', ...HEAD.split(' ')], ['令和6年度', '0.062%', '集計中', '#REF!', '0.07%', '0.07%', '0.07%']));
    expect(series(reading, 'T09-01')).toEqual([[0.00062, null, null, 0.0007, 0.0007, 0.0007], null]);
    expect(reading.unread.map((one) => one.found)).toEqual(['集計中', '#REF!']);
  });

  test('words and cells in one text, line by line', () => {
    const reading = read(`${cells(head, ['窓口件数', ...twelve(1), 78])}\r\n郵送件数 ${row(20)} 306\r\n郵送化率\t${Array(13).fill('94.6%').join(' ')}`);
    expect([series(reading, 'T02-02'), series(reading, 'T02-03'), series(reading, 'T02-01')?.[1]]).toEqual([[twelve(1), 78], [twelve(20), 306], 0.946]);
  });
});

describe('what is not ours', () => {
  test('a text without tables says so', () => {
    for (const text of ['', '  \r\n\t\n', '本日の会議は4月 5月 6月の予定についてです。', '"']) {
      expect(read(text, 2024)).toEqual({ tables: [], series: new Map(), fiscalYear: null, oddities: [], unread: [], strangers: [], cut: [], notes: ['4月から3月までの見出しのある表が見つかりませんでした。見出しの行から選んで、貼り付けてください。'] });
    }
  });

  test('unknown tables and lines are named with what comes near; a formula is only a text', () => {
    const reading = read(`令和６年度 ${HEAD} 計\n窓口の件数 ${row(1)} 78\n=HYPERLINK("x") ${row(1)} 78`, 2024);
    expect(reading.series.size).toBe(0);
    expect(reading.notes).toEqual(['表定義にある表は見つかりませんでした。']);
    expect(reading.strangers.map((one) => one.text)).toEqual(['1行目の表「窓口の件数」（2行）は、表定義のどの表か分からないため、読み込みません。近いもの: 「郵送化率」。']);
    const line = read(`令和６年度 ${HEAD} 計\n窓口件数 ${row(1)} 78\n郵送件数 ${row(20)} 306\n郵送化率 ${Array(13).fill('94.6%').join(' ')}\n@SUM(A1) ${row(1)} 78`);
    expect(line.strangers.map((one) => one.text)).toEqual(['5行目「@SUM(A1)」は、表定義のどの項目か分からないため、読み込みません。']);
  });

  test('a table that its place alone would tell is only proposed in a short text', () => {
    const reading = read(`累計 ${HEAD}\n令和６年度 ${Array(12).fill('0.062%').join(' ')}`);
    expect(reading.series.size).toBe(0);
    expect(reading.strangers).toMatchObject([{ kind: 'table', line: 1, near: expect.arrayContaining(['査定率']) }]);
  });

  test('a duty roster is not even named', () => {
    expect(read(`当番表\n氏名\t${TABS}\n佐藤\t${Array(12).fill('○').join('\t')}\n鈴木\t${Array(12).fill('日直').join('\t')}`).strangers).toEqual([]);
  });
});

describe('the year', () => {
  const yearless = `郵送化率\n項目 ${HEAD} 計\n窓口件数 ${row(1)} 78`;

  test('of tables that name none is the text’s latest, the given one, or one spoken of; else nothing is read', () => {
    expect(series(read(yearless, 2025), 'T02-02', 2025)).toEqual([twelve(1), 78]);
    expect(read(yearless, 2025).notes).toEqual(['2行目の表は年度が書かれていないため、令和7年度として読みました。']);
    expect(series(read(`令和４年度の数値です。\n\n\n\n\n${yearless}`), 'T02-02', 2022)).toEqual([twelve(1), 78]);
    const beside = read(`${yearless}\n\n申請件数 ${HEAD} 計\n令和５年度 ${row(5)} ${sum(twelve(5))}\n\n限度額適用認定証\n申請件数 ${HEAD} 計\n令和５年度 ${row(5)} ${sum(twelve(5))}`, 2025);
    expect(series(beside, 'T02-02', 2023)).toEqual([twelve(1), 78]);
    expect(read(yearless).series.size).toBe(0);
    expect(read(yearless).notes[1]).toBe('2行目の表は年度が書かれていないため、読み込めません。見出しか表題に「令和6年度」のように書いてから、もう一度貼り付けてください。');
  });
});

describe('huge inputs', () => {
  const block = `令和６年度 ${HEAD} 計\n窓口件数 ${row(1)} 78\n`;

  test('too many lines or characters are cut with a sentence', () => {
    const lines = read(`${block}${'あ\n'.repeat(MOST_LINES)}`);
    expect([lines.cut, lines.notes]).toEqual([['文章が長いため、20000行目までを読みました（20,000行、1,000,000文字まで）。続きは、分けて貼り付けてください。'], []]);
    expect(series(lines, 'T02-02')).toEqual([twelve(1), 78]);
    expect(read(`${block}${'1 '.repeat(MOST_CHARACTERS)}`).cut[0]).toMatch(/^文章が長いため、2行目までを/);
    expect(read('"'.repeat(MOST_CHARACTERS + 1)).cut[0]).toMatch(/^文章が長いため、1行目の途中までを/);
  });

  test('tables without end, lines of figures without end, cells without end', () => {
    expect(read(block.repeat(2_000)).cut).toEqual(['表が多いため、600行目までにある300個の表（300行）だけを読みました。その後の表や行は読んでいません。見出しの行と一緒に、分けて貼り付けてください。']);
    expect(read(block.repeat(300)).cut).toEqual([]);
    expect(read(`${block}${`郵送件数 ${row(20)} 306\n`.repeat(9_000)}`).cut).toEqual(['表が多いため、2001行目までにある1個の表（2,000行）だけを読みました。その後の表や行は読んでいません。見出しの行と一緒に、分けて貼り付けてください。']);
    expect(read(`${block}${`郵送件数 ${row(20)} 306\n`.repeat(1_999)}`).cut).toEqual([]);
    expect(series(read(`${block}${'\t'.repeat(400_000)}\n${'"a\tb\n'.repeat(9_000)}`), 'T02-02')).toEqual([twelve(1), 78]);
    expect(read('令和6年度 '.repeat(100_000)).series.size).toBe(0);
    expect(read(`${HEAD} `.repeat(25_000)).series.size).toBe(0);
    expect(read(`${block}${`${TABS}\t`.repeat(100)}`).cut).toEqual(['3行目など、1行に200より多いセルのある行は、先頭の200個のセルだけを読みました。']);
  });
});
