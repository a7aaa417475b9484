import { Sheet } from './sheet.mjs';
import { FISCAL_MONTHS, line, lines, narrowWareki, RATIO_02, RATIO_04, RATIO_05, round, sum, wareki } from './series.mjs';
import { columns, table } from './table.mjs';
import { label } from './shapesPlain.mjs';

const near = (id) => ({ matches: null, near: { table: id.slice(0, 3), row: id } });
const own = (text, values, more = {}) => ({ label: text, year: 2024, unit: '件', fmt: '#,##0', values, total: sum(values), ...more });

/** Labels in the staff's own spelling, and rows that no definition has. */
export function otherLabels() {
  const sheet = new Sheet('給付', { widths: { A: 22 } });
  const asked = line('T03-03', 2024).values;
  const answered = line('T03-04', 2024).values;
  const rate = { of: '対応件数', to: ['電話相談件数'], digits: 3 };
  const thousands = line('T04-03', 2024).values.map((value) => Math.round(value / 1000));
  const before = [label('令和6年度')];
  const made = (at, titleAt, text, rows) => table(sheet, { at, year: 2024, yearCell: at, title: sheet.set(titleAt, text, { bold: true }), columns: columns({ before, total: '計' }), lines: rows });
  const mail = { ...RATIO_02, of: '郵送件数（件）', to: ['窓口 件数', '郵送件数（件）'] };
  const often = { ...RATIO_05, of: '多頻件数', to: ['申請 件数'] };
  const amount = { ...RATIO_04, of: '支給金額（円）', to: ['支給件数（件）'] };
  const tables = [
    made('A2', 'A1', '多頻/件', [line('T05-01', 2024, { label: '多頻／件', ratio: often }), line('T05-02', 2024, { label: '申請 件数' }), line('T05-03', 2024, { label: '多頻件数' })]),
    made('A8', 'A7', '郵送化', [line('T02-03', 2024, { label: '郵送件数（件）' }), line('T02-02', 2024, { label: '窓口 件数' }), line('T02-01', 2024, { label: '郵送化率（％）', ratio: mail })]),
    made('A14', 'A13', '１件あたり金額', [
      line('T04-03', 2024, { label: '支給金額（円）' }), line('T04-02', 2024, { label: '支給件数（件）' }), line('T04-01', 2024, { label: '金額／件（円）', ratio: amount }),
      own('支給金額(千円)', thousands),
    ]),
    made('A21', 'A20', '手当金', [line('T01-02', 2024, { label: '傷病手当金件数', ...near('T01-02') }), line('T01-03', 2024, { label: '出産手当金の件数', ...near('T01-03') }), line('T01-09', 2024, { label: '平均処理日数', ...near('T01-09') })]),
    made('A27', 'A26', '電話相談', [own('電話相談件数', asked), own('対応件数', answered), own('相談対応率', asked.map((value, m) => round(answered[m] / value, 3)), { unit: '%', fmt: '0.0%', total: round(sum(answered) / sum(asked), 3), ratio: rate })]),
  ];
  return { sheets: [sheet], tables };
}

/** Another branch: its own sheet names, the year after, months still to come blank. */
export function anotherBranch() {
  const soFar = (id, changes = {}) => {
    const base = line(id, 2024);
    return { ...base, year: 2025, liveTotal: true, values: base.values.map((value, m) => (m < 6 && value !== null ? Math.round(value * 0.97) : null)), ...changes };
  };
  const blankAware = (ratio, of) => `IF(${of}="","",${ratio})`;
  const rate = (id, ratio) => soFar(id, { live: true, ratio, wrap: blankAware });
  const sheets = ['業務第１Ｇ', '保健事業G', '企画総務部'].map((name) => new Sheet(name, { widths: { A: 18 } }));
  const [work, health, office] = sheets;
  const made = (sheet, at, titleAt, text, rows) => table(sheet, { at, year: 2025, yearCell: at, title: sheet.set(titleAt, text, { bold: true }), columns: columns({ before: [label(wareki(2025))], total: '累計' }), lines: rows });
  const tables = [
    made(work, 'A3', 'A1', '郵送化率', [rate('T02-01', RATIO_02), soFar('T02-02'), soFar('T02-03')]),
    made(work, 'A10', 'A8', '多・頻/件', [rate('T05-01', RATIO_05), soFar('T05-02'), soFar('T05-03')]),
    made(health, 'A3', 'A1', '健康宣言', [soFar('T13-01'), soFar('T13-02', { liveTotal: false, total: null })]),
    made(office, 'A3', 'A1', '限度額適用認定証', [soFar('T06-01')]),
  ];
  for (const sheet of sheets) sheet.set('A20', '※ 9月末現在');
  return { sheets, tables };
}

/** Hours, dates, a first month "4月まで", a rate in the total alone, single rows without a total. */
export function hoursAndDates() {
  const sheet = new Sheet('そのほか', { widths: { A: 16 } });
  const yearly = (head) => [label(head, { yearly: true })];
  const pair = (id, head, changes = {}) => [2023, 2024].map((year) => line(id, year, { label: head, yearText: narrowWareki(year), ...changes }));
  const heads = FISCAL_MONTHS.map((month) => (month === 4 ? '4月まで' : `${month}月`));
  const titled = (at, text) => sheet.set(at, text, { bold: true });
  const average = { totalFmt: '[h]:mm' };
  const tables = [
    table(sheet, { at: 'A2', title: titled('A1', '超過勤務'), columns: columns({ before: yearly('単月'), total: '平均' }), lines: pair('T17-01', '単月', average) }),
    table(sheet, { at: 'A7', title: titled('A6', '保険給付適正化ＰＴ会議'), columns: columns({ before: yearly('実施月'), total: '計' }), lines: pair('T07-01', '実施月', { totalFmt: '#,##0' }) }),
    table(sheet, { at: 'A12', year: 2024, yearCell: 'A12', title: titled('A11', '入札'), columns: columns({ before: [label('令和6年度')], heads, total: '合計' }), lines: lines(['T18-01', 'T18-02', 'T18-03'], 2024) }),
    table(sheet, { at: 'A18', title: titled('A17', '事務処理誤り'), columns: columns({ before: yearly('累計') }), lines: [line('T19-01', 2024, { label: '累計', yearText: '令和6年度' })] }),
    table(sheet, { at: 'A22', title: titled('A21', '査定率'), columns: columns({ before: yearly('累計') }), lines: pair('T09-01', '累計') }),
  ];
  return { sheets: [sheet], tables };
}

/** One header for all; texts alone in their line set off what follows. */
export function sections() {
  const sheet = new Sheet('一覧', { widths: { A: 18 } });
  const found = table(sheet, {
    at: 'A3', year: 2024, yearCell: 'A1', title: sheet.set('A1', '令和6年度　実績一覧', { bold: true }), columns: columns({ before: [label(null), { kind: 'unit', head: '単位' }], total: '計' }),
    lines: [{ section: '１　郵送化率' }, ...lines(['T02-01', 'T02-02', 'T02-03'], 2024, { 'T02-01': { ratio: RATIO_02 } }), { section: '２　多・頻／件' }, ...lines(['T05-01', 'T05-02', 'T05-03'], 2024, { 'T05-01': { ratio: RATIO_05 } }), { gap: 1 }, { section: '３　健康保険委員' }, ...lines(['T16-01', 'T16-02', 'T16-03'], 2024)],
  });
  return { sheets: [sheet], tables: [found] };
}

/** Plan and actual under one another, a target before the months, last year's figures after the total. */
export function targets() {
  const sheet = new Sheet('計画と実績', { widths: { A: 14, B: 8 } });
  // Two tables have 申請件数: which one is meant nothing tells.
  const of = (id, target, matches) => {
    const last = line(id, 2023);
    const now = line(id, 2024);
    const aim = now.values.map((value) => Math.round(value / 10) * 10);
    return [
      { ...now, label: '計画', group: now.label, groupSpan: 2, values: aim, total: sum(aim), matches: null, target },
      { ...now, label: '実績', matches, lastYear: last.total, ratioToLast: round(now.total / last.total, 3) },
    ];
  };
  const before = [label('項目', { key: 'group' }), label('区分'), { kind: 'other', key: 'target', head: '目標値' }];
  const after = [{ kind: 'other', key: 'lastYear', head: '前年度計' }, { kind: 'other', key: 'ratioToLast', head: '前年度比', fmt: '0.0%' }];
  const found = table(sheet, { at: 'A3', year: 2024, yearCell: 'A1', title: sheet.set('A1', '令和６年度　計画と実績', { bold: true }), columns: columns({ before, total: '計', after }), lines: [...of('T02-03', 85000, { table: 'T02', row: 'T02-03' }), ...of('T05-02', 200000, null), ...of('T06-01', 8000, null)] });
  return { sheets: [sheet], tables: [found] };
}
