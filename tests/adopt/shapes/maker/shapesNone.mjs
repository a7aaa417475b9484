import { Sheet } from './sheet.mjs';
import { line, MONTHS, serial, WIDE_MONTHS } from './series.mjs';

const HEAD = { bold: true, border: true, align: 'center' };
const CELL = { border: true };
const DAYS = ['日', '月', '火', '水', '木', '金', '土'];
const days = (i) => new Date(Date.UTC(i < 9 ? 2024 : 2025, ((i + 3) % 12) + 1, 0)).getUTCDate();
const weekday = (i, day) => DAYS[(serial(i < 9 ? 2024 : 2025, ((i + 3) % 12) + 1, day) + 6) % 7];

function headed(name, first, heads, widths = {}) {
  const sheet = new Sheet(name, { widths });
  sheet.put(1, 0, first, HEAD);
  heads.forEach((head, i) => sheet.put(1, i + 1, head, HEAD));
  return sheet;
}

/** Calendars, plans and rosters: months across, and no figures below. */
export function calendars() {
  const ofWeekdays = headed('カレンダー', '日', MONTHS);
  const ofNumbers = headed('カレンダー2', null, WIDE_MONTHS);
  for (let day = 1; day <= 31; day++) {
    ofWeekdays.put(day + 1, 0, day, CELL);
    MONTHS.forEach((_, i) => {
      if (day > days(i)) return;
      ofWeekdays.put(day + 1, i + 1, weekday(i, day), CELL);
      ofNumbers.put(day + 1, i + 1, day, CELL);
    });
  }
  ofWeekdays.set('A1', '令和6年度　年間カレンダー', { bold: true });
  ofNumbers.set('A1', '令和6年度　営業日', { bold: true });
  const schedule = headed('年間予定', '令和６年度', WIDE_MONTHS, { A: 20 });
  const plans = [
    ['広報誌の発行', ['○', null, '○', null, '○', null, '○', null, '○', null, '○', null]],
    ['事業所訪問', ['準備', '→', '→', '訪問開始', '→', '→', '→', '→', '→', '→', 'まとめ', null]],
    ['研修', [null, '新任', null, null, null, '全員', null, null, null, null, '管理職', null]],
    ['委員会', ['第1回', null, null, '第2回', null, null, '第3回', null, null, '第4回', null, null]],
    ['予算', [null, null, null, null, null, '要求', '査定', '→', '内示', '→', '→', '決定']],
  ];
  plans.forEach(([name, cells], row) => [name, ...cells].forEach((value, column) => schedule.put(row + 2, column, value, CELL)));
  const roster = headed('当番表', '氏名', MONTHS);
  ['職員Ａ', '職員Ｂ', '職員Ｃ', '職員Ｄ'].forEach((name, row) => {
    roster.put(row + 2, 0, name, CELL);
    MONTHS.forEach((_, i) => roster.put(row + 2, i + 1, i % 4 === row ? '◎' : (i + row) % 3 === 0 ? '○' : null, CELL));
  });
  roster.set('A1', '令和6年度　当番表', { bold: true });
  const names = headed('当番名', '担当', MONTHS);
  ['電話', '窓口'].forEach((duty, row) => {
    names.put(row + 2, 0, duty, CELL);
    MONTHS.forEach((_, i) => names.put(row + 2, i + 1, `職員${'ＡＢＣＤ'[(i + row) % 4]}`, CELL));
  });
  return { sheets: [ofWeekdays, ofNumbers, schedule, roster, names], tables: [] };
}

/** Agendas, lists and texts in which months are named. */
export function lists() {
  const agenda = new Sheet('議題', { widths: { A: 8, B: 40 } });
  const topics = ['年始の打合せ', '予算の確認', '年度末の準備', '新年度の体制', '実績の報告', '上期の見通し', '訪問計画', '研修の準備', '中間の点検', '下期の計画', '広報の見直し', '来年度の案'];
  agenda.set('A1', '月', HEAD);
  agenda.set('B1', '議題', HEAD);
  topics.forEach((topic, i) => { agenda.put(i + 1, 0, `${i + 1}月`, CELL); agenda.put(i + 1, 1, topic, CELL); });
  const across = headed('行事', '行事', Array.from({ length: 12 }, (_, i) => `${i + 1}月`));
  topics.forEach((topic, i) => across.put(2, i + 1, topic, CELL));
  across.set('A3', '内容', CELL);
  const monthly = new Sheet('月別の業務', { widths: { A: 8, B: 30, C: 30 } });
  ['月', '主な業務', '備考'].forEach((head, i) => monthly.put(0, i, head, HEAD));
  MONTHS.forEach((month, i) => { monthly.put(i + 1, 0, month, CELL); monthly.put(i + 1, 1, topics[(i + 3) % 12], CELL); monthly.put(i + 1, 2, i % 3 === 0 ? '担当者で共有' : null, CELL); });
  const text = new Sheet('説明', { widths: { A: 80 } });
  ['記入の手引き', '4月から翌年3月までの件数を、月ごとに5営業日までに記入します。', '4月、5月、6月は速報です。7月以降に直すことがあります。', '9月末と3月末に、グループごとに振り返りを行います。'].forEach((line, i) => text.put(i, 0, line));
  const prices = new Sheet('価格表', { widths: { A: 20 } });
  ['品名', '単価', '数量', '金額'].forEach((head, i) => prices.put(1, i, head, HEAD));
  [['封筒（長3）', 8, 4000], ['封筒（角2）', 21, 1500], ['コピー用紙', 560, 120], ['カレンダー（4月始まり）', 780, 12]].forEach(([name, price, count], i) => {
    prices.put(i + 2, 0, name, CELL);
    prices.put(i + 2, 1, price, { ...CELL, fmt: '#,##0' });
    prices.put(i + 2, 2, count, { ...CELL, fmt: '#,##0' });
    prices.put(i + 2, 3, price * count, { ...CELL, fmt: '#,##0' }, `B${i + 3}*C${i + 3}`);
  });
  const events = new Sheet('受付簿', { widths: { A: 6, B: 8, C: 24 } });
  ['番号', '月', '件名', '件数'].forEach((head, i) => events.put(0, i, head, HEAD));
  ['4月', '4月', '5月', '5月', '5月', '6月', '8月', '8月', '10月', '11月', '1月', '2月', '3月', '3月'].forEach((month, i) => { events.put(i + 1, 0, i + 1, CELL); events.put(i + 1, 1, month, CELL); events.put(i + 1, 2, `問合せ（${topics[i % 12]}）`, CELL); events.put(i + 1, 3, (i % 3) + 1, CELL); });
  return { sheets: [agenda, across, monthly, text, prices, events], tables: [] };
}

/** Figures, but not by the twelve months of a fiscal year. */
export function otherPeriods() {
  const [mail, counter] = [line('T02-03', 2024), line('T02-02', 2024)];
  const write = (name, first, heads, take) => {
    const sheet = headed(name, first, heads, { A: 14 });
    [mail, counter].forEach((one, row) => {
      sheet.put(row + 2, 0, one.label, CELL);
      take(one.values).forEach((value, i) => sheet.put(row + 2, i + 1, value, { ...CELL, fmt: '#,##0' }));
    });
    return sheet;
  };
  const quarter = (values, q) => values.slice(q * 3, q * 3 + 3).reduce((a, b) => a + b);
  const sheets = [
    write('四半期だけ', '令和6年度', ['第1四半期', '第2四半期', '第3四半期', '第4四半期'], (values) => [0, 1, 2, 3].map((q) => quarter(values, q))),
    write('上半期だけ', '令和6年度', MONTHS.slice(0, 6), (values) => values.slice(0, 6)),
    write('暦年', '2024年', Array.from({ length: 12 }, (_, i) => `${i + 1}月`), (values) => values.slice(9).concat(values.slice(0, 9))),
    write('番号', '番号', Array.from({ length: 12 }, (_, i) => i + 1), (values) => values),
    write('年度の推移', '項目', Array.from({ length: 12 }, (_, i) => `平成${i + 19}年度`), (values) => values),
  ];
  return { sheets, tables: [] };
}

export const empty = () => ({ sheets: [new Sheet('Sheet1')], tables: [] });
