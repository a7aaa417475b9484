import { Sheet } from './sheet.mjs';
import { FISCAL_MONTHS, line, lines, MONTHS, RATIO_02, serial, wide, wareki, WIDE_MONTHS } from './series.mjs';
import { columns, table } from './table.mjs';
import { label } from './shapesPlain.mjs';

const T02 = ['T02-01', 'T02-02', 'T02-03'];
const KANJI = ['四', '五', '六', '七', '八', '九', '十', '十一', '十二', '一', '二', '三'];
const ENGLISH = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const yearOf = (month) => (month < 4 ? 2025 : 2024);
const each = (spell) => FISCAL_MONTHS.map((month, i) => spell(month, i));
const date = (day, fmt) => each((month) => ({ value: serial(yearOf(month), month, 0) + day, fmt }));
const monthEnd = (fmt) => each((month) => ({ value: serial(yearOf(month), month + 1, 0), fmt }));

/** A sheet a spelling. `told`: whether the sheet tells its year, in the corner or in the months themselves. */
function spelled(all) {
  const made = all.map(([name, heads, corner, year = 2024]) => {
    const sheet = new Sheet(name, { widths: { A: 14 } });
    const yearCell = corner !== null && corner.startsWith('令和') ? 'A2' : null;
    return { sheet, found: table(sheet, { at: 'A2', year, yearCell, columns: columns({ before: [label(corner)], heads, total: '計' }), lines: lines(T02, 2024, { 'T02-01': { ratio: RATIO_02 } }).map((one) => ({ ...one, year })) }) };
  });
  return { sheets: made.map(({ sheet }) => sheet), tables: made.map(({ found }) => found) };
}

export const monthSpellings = () => spelled([
  ['全角', WIDE_MONTHS, wareki(2024)],
  ['数字だけ', each((month) => month), wareki(2024)],
  ['全角数字だけ', each((month) => wide(month)), wareki(2024)],
  ['漢数字', KANJI.map((month) => `${month}月`), wareki(2024)],
  ['英語', ENGLISH, null, null],
  ['西暦と月', each((month) => `${yearOf(month)}/${month}`), '項目'],
  ['日付', date(1, 'm"月"'), '項目'],
  ['元号略', each((month) => `R${yearOf(month) - 2018}.${month}`), '項目'],
  ['元号', each((month) => `令和${yearOf(month) - 2018}年${month}月`), '項目'],
  ['４月まで', each((month) => (month === 4 ? '4月まで' : `${month}月`)), wareki(2024)],
]);

/** Spellings that staff use beside those; some need a second header line. */
export function moreSpellings() {
  const plain = spelled([
    ['月分', each((month) => `${month}月分`), wareki(2024)],
    ['月末', each((month) => `${month}月末`), wareki(2024)],
    ['年月', each((month) => `${yearOf(month)}年${month}月`), null],
    ['月末日', monthEnd('m"月"'), '項目'],
    ['年月日付', date(1, 'yyyy/m'), '項目'],
    ['表示形式の月', each((month) => ({ value: month, fmt: '0"月"' })), wareki(2024)],
    ['改行', each((month) => `${month}月\n(実績)`), wareki(2024)],
    ['空白入り', each((month) => `${month < 10 ? ' ' : ''}${wide(month)}　月`), wareki(2024)],
    ['元号変わり', each((month) => (month === 4 ? 'R6.4' : month === 1 ? 'R7.1' : `${month}`)), '項目'],
  ]);
  const sheet = new Sheet('年の行', { widths: { A: 14 } });
  sheet.set('B2', '令和6年', { bold: true, border: true, align: 'center' });
  sheet.set('K2', '令和7年', { bold: true, border: true, align: 'center' });
  sheet.merge(1, 1, 1, 9);
  sheet.merge(1, 10, 1, 3);
  const found = table(sheet, { at: 'A3', year: 2024, yearCell: 'B2', columns: columns({ before: [label('項目')], heads: MONTHS, total: '計' }), lines: lines(T02, 2024, { 'T02-01': { ratio: RATIO_02 } }) });
  return { sheets: [...plain.sheets, sheet], tables: [...plain.tables, found] };
}

const texted = (one, spell) => ({ ...one, text: one.values.map(spell) });
const grouped = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** Figures typed as text, in every way met. */
export function typedText() {
  const sheet = new Sheet('文字の数値', { widths: { A: 18 } });
  const before = (corner) => [label(corner)];
  const corner = wareki(2024);
  const percent = (value) => (value === null ? '－' : `${(value * 100).toFixed(1)}%`);
  const signs = { 2: '△ ', 3: '\u2212', 10: '▲' };
  const negative = (one) => texted(one, (value, m) => (value < 0 ? `${signs[m]}${-value}` : m % 3 === 0 ? `${value}` : wide(value)));
  const hours = (one, slip) => texted(one, (value, m) => {
    const minutes = Math.round(value * 1440);
    const pad = String(minutes % 60).padStart(2, '0');
    return slip(m, `${Math.floor(minutes / 60)}`, pad);
  });
  const first = table(sheet, { at: 'A2', year: 2024, yearCell: 'A2', title: sheet.set('A1', '郵送化率', { bold: true }), columns: columns({ before: before(corner), total: '計' }), lines: [
    { ...texted(line('T02-01', 2024, { ratio: RATIO_02 }), percent), totalText: '94.3%' },
    { ...texted(line('T02-02', 2024), (value, m) => (m % 2 ? `${value}` : wide(value))), totalText: '４，９６９' },
    { ...texted(line('T02-03', 2024), (value, m) => (m % 2 ? `${grouped(value)}件` : wide(grouped(value)))), totalText: '81,607件' },
  ] });
  const members = table(sheet, { at: 'A8', year: 2024, yearCell: 'A8', title: sheet.set('A7', '健康保険委員', { bold: true }), columns: columns({ before: before(corner), total: '合計' }), lines: [
    { ...negative(line('T16-01', 2024)), totalText: '91' },
    { ...texted(line('T16-03', 2024), (value, m) => (value === null ? [null, '-', '－', 'ー', '…', ''][m % 6] || null : `${(value * 100).toFixed(2)}％`)), total: null },
  ] });
  const overtime = table(sheet, { at: 'A13', title: sheet.set('A12', '超過勤務', { bold: true }), columns: columns({ before: [label('単月', { yearly: true })], total: '平均' }), lines: [
    { ...hours(line('T17-01', 2023, { label: '単月', yearText: 'R5', totalText: '3:19' }), (m, h, mm) => (m === 5 || m === 6 ? `${h}.${mm}` : `${h}:${mm}`)) },
    { ...hours(line('T17-01', 2024, { label: '単月', yearText: 'R6', totalText: '2：27' }), (m, h, mm) => (m === 6 ? `${h}：${mm}` : m === 7 ? wide(`${h}:${mm}`) : `${h}:${mm}`)) },
  ] });
  return { sheets: [sheet], tables: [first, members, overtime] };
}
