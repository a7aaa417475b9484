import { readFileSync } from 'node:fs';

const seed = (name) => JSON.parse(readFileSync(new URL(`../../../../seeds/${name}.json`, import.meta.url), 'utf8'));
const standard = seed('standard');
const figures = seed('gunma-2024');
const rowsById = new Map(standard.tables.flatMap((table) => table.rows.map((row) => [row.id, { ...row, table: table.id }])));

const EPOCH = Date.UTC(1899, 11, 30);
export const serial = (year, month, day) => (Date.UTC(year, month - 1, day) - EPOCH) / 86_400_000;

/** What Excel holds for a figure of the seeds: "3:05" is a part of a day, "2024-12-11" a serial. */
function held(figure) {
  if (typeof figure !== 'string') return figure;
  const [, hours, minutes] = /^(\d+):(\d\d)$/.exec(figure) ?? [];
  if (hours !== undefined) return (Number(hours) * 60 + Number(minutes)) / 1440;
  const [year, month, day] = figure.split('-').map(Number);
  return serial(year, month, day);
}

/** A line of a table from the seeds: standard label, unit, format, twelve figures and total. `changes` wins. */
export function line(id, year, changes = {}) {
  const row = rowsById.get(id);
  const found = figures.series.find((one) => one.row === id && one.year === year);
  if (!row || !found) throw new Error(`${id} ${year}`);
  return { label: row.label, year, unit: row.unit, fmt: row.format, values: found.months.map(held), total: held(found.total), matches: { table: row.table, row: id }, ...changes };
}

export const lines = (ids, year, changes = {}) => ids.map((id) => line(id, year, changes[id] ?? {}));

export const FISCAL_MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
export const wide = (text) => String(text).replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
export const MONTHS = FISCAL_MONTHS.map((month) => `${month}月`);
export const WIDE_MONTHS = FISCAL_MONTHS.map((month) => `${wide(month)}月`);
/** 2024 → 令和６年度. */
export const wareki = (year) => `令和${wide(year - 2018)}年度`;
export const narrowWareki = (year) => `令和${year - 2018}年度`;
export const round = (value, digits) => Number(`${Math.round(Number(`${value}e${digits}`))}e-${digits}`);
export const sum = (values) => values.reduce((total, value) => total + (value ?? 0), 0);
export const RATIO_02 = { of: '郵送件数', to: ['窓口件数', '郵送件数'], digits: 3 };
export const RATIO_04 = { of: '支給金額(円)', to: ['支給件数'], digits: 0 };
export const RATIO_05 = { of: '多・頻件数', to: ['申請件数'], digits: 4 };
