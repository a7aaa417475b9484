import { Sheet } from './sheet.mjs';
import { line, lines, narrowWareki, RATIO_02, RATIO_04, RATIO_05, wareki, WIDE_MONTHS } from './series.mjs';
import { columns, quarterColumns, table } from './table.mjs';

const T02 = ['T02-01', 'T02-02', 'T02-03'];
const T05 = ['T05-01', 'T05-02', 'T05-03'];
const LABEL_WIDTHS = { A: 16 };
export const label = (head, more = {}) => ({ kind: 'label', head, ...more });
/** A row a year: the corner names the measure, the first cell of each line its year. */
const yearly = (head) => label(head, { yearly: true });

/** Block after block, each under the year of its first cell; derived figures are typed. */
export function blockAYear() {
  const sheet = new Sheet('業務', { widths: LABEL_WIDTHS });
  const blocks = [
    ['A1', '郵送化率', [[2023, 'A2'], [2024, 'A7']], T02, { 'T02-01': { ratio: RATIO_02 } }],
    ['A12', '患者照会', [[2023, 'A13'], [2024, 'A19']], ['T03-01', 'T03-02', 'T03-03', 'T03-04'], {}],
    ['A25', '多・頻／件', [[2023, 'A26'], [2024, 'A31']], T05, { 'T05-01': { ratio: RATIO_05 } }],
  ];
  const tables = blocks.flatMap(([titleAt, text, years, ids, changes]) => {
    const title = sheet.set(titleAt, text, { bold: true });
    return years.map(([year, at]) => table(sheet, { at, year, yearCell: at, title, columns: columns({ before: [label(wareki(year))], total: '計' }), lines: lines(ids, year, changes) }));
  });
  return { sheets: [sheet], tables };
}

export function rowAYear() {
  const sheet = new Sheet('業務・保健', { widths: { A: 14 } });
  const rowsOf = (id, years, changes) => years.map((year) => line(id, year, { yearText: wareki(year), ...changes }));
  const made = (at, titleAt, text, head, rows, total) =>
    table(sheet, { at, title: sheet.set(titleAt, text, { bold: true }), columns: columns({ before: [yearly(head)], heads: WIDE_MONTHS, total }), lines: rows.map((row) => ({ ...row, label: head })) });
  const tables = [
    made('A2', 'A1', '限度額適用認定証', '申請件数', rowsOf('T06-01', [2022, 2023, 2024]), '合計'),
    made('A8', 'A7', '健康宣言', '累計', rowsOf('T13-02', [2023, 2024]), null),
    made('A13', 'A12', 'ジェネリック医薬品', '使用割合', rowsOf('T14-01', [2022, 2023, 2024]), null),
    made('A19', 'A18', 'メールマガジン', '新規登録', rowsOf('T15-01', [2023, 2024], { liveTotal: true }), '合計'),
  ];
  return { sheets: [sheet], tables };
}

/** Each label over two years in a merged cell, beside a unit and a year column. */
export function labelByYear() {
  const sheet = new Sheet('実績', { widths: { A: 14, B: 6 } });
  const pair = (id, changes) => [2023, 2024].map((year, i) => line(id, year, { yearText: `R${year - 2018}`, ...(i === 0 ? { span: 2 } : { under: true }), ...changes }));
  const unit = { '%': '％' };
  const withUnit = (rows) => rows.map((row) => ({ ...row, unit: unit[row.unit] ?? row.unit }));
  const before = [label('項目'), { kind: 'unit', head: '単位' }, { kind: 'year', head: '年度' }];
  const tables = [table(sheet, {
    at: 'A3', title: sheet.set('A1', '月別実績', { bold: true }), columns: columns({ before, total: '合計' }),
    lines: withUnit([...pair('T02-02'), ...pair('T02-03'), ...pair('T02-01', { ratio: RATIO_02 }), ...pair('T04-02'), ...pair('T04-03'), ...pair('T04-01', { ratio: RATIO_04 })]),
  })];
  return { sheets: [sheet], tables };
}

export function quarters() {
  const sheet = new Sheet('四半期', { widths: LABEL_WIDTHS });
  const live = { liveTotal: true };
  const made = (at, year, titleAt) => table(sheet, {
    at, year, yearCell: at, title: sheet.set(titleAt, `郵送化率（${narrowWareki(year)}）`, { bold: true }), columns: quarterColumns([label(narrowWareki(year))]),
    lines: lines(T02, year, { 'T02-01': { live: true, ratio: RATIO_02, ...live }, 'T02-02': live, 'T02-03': live }),
  });
  return { sheets: [sheet], tables: [made('A2', 2023, 'A1'), made('A9', 2024, 'A8')] };
}

/** Months downwards; years stand merged over their labels. */
export function monthsDownYears() {
  const sheet = new Sheet('月別', { widths: { A: 8 } });
  sheet.set('B3', '令和５年度', { bold: true, border: true, align: 'center' });
  sheet.set('E3', '令和６年度', { bold: true, border: true, align: 'center' });
  sheet.merge(2, 1, 1, 3);
  sheet.merge(2, 4, 1, 3);
  const order = ['T02-02', 'T02-03', 'T02-01'];
  const made = table(sheet, {
    at: 'A4', down: true, title: sheet.set('A1', '郵送化の状況', { bold: true }), columns: columns({ before: [label('月')] }),
    lines: [...lines(order, 2023, { 'T02-01': { ratio: RATIO_02 } }).map((one) => ({ ...one, yearCell: 'B3' })), ...lines(order, 2024, { 'T02-01': { ratio: RATIO_02 } }).map((one) => ({ ...one, yearCell: 'E3' }))],
  });
  return { sheets: [sheet], tables: [made] };
}

export function monthsDownTotal() {
  const sheet = new Sheet('R6照会', { widths: { B: 8 } });
  const title = sheet.set('B2', '令和6年度　患者照会', { bold: true });
  const live = { liveTotal: true };
  const made = table(sheet, {
    at: 'B4', down: true, year: 2024, yearCell: 'B2', title, columns: columns({ before: [label(null)], total: '計' }),
    lines: lines(['T05-02', 'T05-03', 'T03-03', 'T03-04'], 2024, { 'T05-02': live, 'T05-03': { ...live, matches: { table: 'T03', row: 'T03-02' } }, 'T03-03': live, 'T03-04': live }),
  });
  return { sheets: [sheet], tables: [made] };
}

/** An empty column between, and different heights. */
export function sideBySide() {
  const sheet = new Sheet('並べた表');
  const tables = [
    table(sheet, { at: 'A3', year: 2024, yearCell: 'A3', title: sheet.set('A2', '郵送化率', { bold: true }), columns: columns({ before: [label('R6')], total: '計' }), lines: lines(T02, 2024, { 'T02-01': { ratio: RATIO_02 } }) }),
    table(sheet, { at: 'P3', year: 2024, yearCell: 'P3', title: sheet.set('P2', 'サービススタンダード', { bold: true }), columns: columns({ before: [label('R6')], total: '計' }), lines: lines(['T01-01', 'T01-02', 'T01-03', 'T01-04', 'T01-05', 'T01-06', 'T01-07', 'T01-08', 'T01-09'], 2024) }),
    table(sheet, { at: 'A9', year: 2023, yearCell: 'A9', columns: columns({ before: [label('R5')], total: '計' }), lines: lines(T02, 2023, { 'T02-01': { ratio: RATIO_02 } }) }),
  ];
  return { sheets: [sheet], tables };
}

/** Merged title cells, a unit line at the right, empty lines between, notes below. */
export function mergedTitles() {
  const sheet = new Sheet('サービススタンダード', { widths: { A: 18 } });
  const made = (top, year) => {
    const title = sheet.set(`A${top}`, `サービススタンダード（${wareki(year)}）`, { bold: true, align: 'center' });
    sheet.merge(top - 1, 0, 2, 14);
    const unit = sheet.set(`N${top + 2}`, '（単位：件）', { align: 'end' });
    const rows = lines(['T01-02', 'T01-03', 'T01-04', 'T01-05', 'T01-06', 'T01-07', 'T01-08'], year, { 'T01-08': { live: true, liveTotal: true, sums: ['傷病手当金', '出産手当金', '出産一時金', '家族出産一時金', '埋葬料（費）', '家族埋葬料'] } });
    const spaced = rows.flatMap((row, i) => (i === 1 || i === 3 || i === 6 ? [{ gap: 1 }, row] : [row]));
    const found = table(sheet, { at: `A${top + 3}`, year, yearCell: `A${top}`, title, unit, columns: columns({ before: [label('区分')], total: '合計' }), lines: spaced });
    sheet.set(`A${top + 14}`, '※　８月以降は本人の行にまとめて計上', {});
    sheet.set(`A${top + 15}`, '※　4月～3月の受付分', {});
    return found;
  };
  return { sheets: [sheet], tables: [made(1, 2023), made(20, 2024)] };
}

/** The same tables on a sheet for each year; only the sheet's name tells the year. */
export function sheetAYear() {
  const made = (name, year) => {
    const sheet = new Sheet(name, { widths: LABEL_WIDTHS });
    const tables = [
      table(sheet, { at: 'A3', year, title: sheet.set('A1', '郵送化率', { bold: true }), columns: columns({ before: [label('項目')], total: '年計' }), lines: lines(T02, year, { 'T02-01': { ratio: RATIO_02 } }) }),
      table(sheet, { at: 'A10', year, title: sheet.set('A8', '金額/件', { bold: true }), columns: columns({ before: [label('項目')], total: '年計' }), lines: lines(['T04-01', 'T04-02', 'T04-03'], year, { 'T04-01': { ratio: RATIO_04 } }) }),
    ];
    return { sheet, tables };
  };
  const all = [made('令和5年度', 2023), made('R6', 2024)];
  return { sheets: all.map(({ sheet }) => sheet), tables: all.flatMap(({ tables }) => tables) };
}

/** Two fiscal years in one header: 24 months, one label column. */
export function twentyFourMonths() {
  const sheet = new Sheet('推移', { widths: { A: 16 } });
  const heads = [2023, 2024].flatMap((year) => [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => `${month < 4 ? year + 1 : year}/${month}`));
  const both = (id) => line(id, 2023, { year2: line(id, 2024).values });
  const made = table(sheet, { at: 'A3', title: sheet.set('A1', '2か年の推移', { bold: true }), columns: columns({ before: [label('指標')], heads }), lines: ['T02-02', 'T02-03', 'T04-02', 'T16-02'].map(both) });
  return { sheets: [sheet], tables: [made] };
}
