import { cellA1 } from '../../src/plan/a1';
import { fixture, worksheet } from '../embedded/xlsx/packages';

/** A workbook of the staff's own with as many tables as a crowded one has, some with long names, one typed as text. */

const SHEETS = ['業務グループ', 'レセプトグループ', '保健グループ（特定健診・特定保健指導の実施状況と進捗管理）'];
const TABLES = 60;
const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => `${month}月`);
const NAMES = ['窓口対応', '郵送受付', '電話相談', '資格点検', '内容点検', '健診予約', '保健指導', '研修参加'];
const LONG = '被扶養者の特定健康診査受診勧奨および未受診者への再勧奨（委託分を含む）';

type Line = readonly (string | number)[];

function tableOf(nth: number): readonly Line[] {
  const name = nth % 9 === 4 ? `${LONG}${nth}` : `${NAMES[nth % NAMES.length] ?? ''}${nth}`;
  const figures = (line: number): number[] => MONTHS.map((_, month) => 300 + ((nth * 37 + line * 211 + month * 97) % 600));
  const lineOf = (label: string, values: readonly number[]): Line => [label, ...values.map((value) => (nth === 1 ? `${value}件` : value)), values.reduce((sum, value) => sum + value, 0)];
  return [[name], ['令和6年度', ...MONTHS, '計'], lineOf(nth % 9 === 4 ? `${LONG}の件数` : '受付件数', figures(1)), lineOf('処理件数', figures(2)), []];
}

const cellOf = (value: string | number, address: string): string =>
  (typeof value === 'number' ? `<c r="${address}"><v>${value}</v></c>` : `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`);

export function manyTables(): Uint8Array {
  const perSheet = TABLES / SHEETS.length;
  return fixture({
    sheets: SHEETS.map((_, sheet) => {
      const lines = Array.from({ length: perSheet }, (_each, nth) => tableOf(sheet * perSheet + nth)).flat();
      return { name: (SHEETS[sheet] ?? '').slice(0, 31), xml: worksheet(lines.map((line, row) => `<row r="${row + 1}">${line.map((value, column) => cellOf(value, cellA1(row, column))).join('')}</row>`).join('')) };
    }),
  });
}
