import { cellA1, spanning, areaA1 } from '../../src/plan/a1';
import { fixture, worksheet } from '../embedded/xlsx/packages';

/** A large workbook for the questions of time and memory: 60 sheets, 200,000 used cells. */

const SHEETS = 60;
const CELLS = 200_000;
const WIDTH = 33;
const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => `${month}月`);
const LABELS = ['窓口件数', '郵送件数', '回答件数'];

export interface HiddenTable {
  readonly sheet: string;
  readonly orientation: 'across' | 'down';
  /** From the corner to the total. */
  readonly header: string;
  readonly months: readonly string[];
  readonly total: string;
  readonly year: number;
  readonly lines: readonly { readonly label: string; readonly labelCell: string; readonly cells: readonly string[]; readonly total: string }[];
}

export interface BigWorkbook {
  readonly bytes: Uint8Array;
  readonly sheets: number;
  readonly cells: number;
  readonly tables: readonly HiddenTable[];
}

type Value = string | number | null;
type Content = (row: number, column: number) => Value;

const sheetName = (index: number): string => `資料${String(index + 1).padStart(2, '0')}`;
const pick = (texts: readonly string[], at: number): string => texts[at % texts.length] ?? '';

/** What fills the sheets: each of these is near to a table of months in one way, and is none. */
const CONTENTS: readonly Content[] = [
  // A ledger: number, month of receipt, subject, then figures and remarks.
  (row, column) => (row === 0 ? pick(['番号', '月', '件名', '区分', '件数', '金額'], column) : column === 0 ? row : column === 1 ? pick(MONTHS, Math.floor(row / 9)) : column % 6 === 2 ? `問合せ${row % 17}` : column % 6 === 3 ? pick(['窓口', '郵送', '電話'], row) : (row * 37 + column * 101) % 9973),
  // Figures only.
  (row, column) => (row * 7919 + column * 104_729) % 100_003,
  // Serials of days and rates.
  (row, column) => (column % 3 === 0 ? 45_383 + row : column % 3 === 1 ? ((row * 31 + column) % 1000) / 1000 : pick(['済', '未', '保留'], row + column)),
  // A plan: months across, marks and texts below.
  (row, column) => (row % 40 === 0 ? (column === 0 ? '予定' : column <= 12 ? pick(MONTHS, column - 1) : `備考${column}`) : column === 0 ? `業務${row}` : pick(['○', '→', '準備', '実施', '◎'], row * 3 + column)),
  // Calendar years, with figures.
  (row, column) => (row % 25 === 0 ? (column === 0 ? '2024年' : column <= 12 ? `${column}月` : `参考${column}`) : column === 0 ? `項目${row}` : (row * 53 + column * 17) % 4999),
  // Sparse: two cells of three are empty.
  (row, column) => ((row + column) % 3 === 0 ? `${pick(['東', '西', '南', '北'], row)}${column}` : null),
];

interface Spot { readonly sheet: number; readonly row: number; readonly column: number; readonly orientation: 'across' | 'down' }
const SPOTS: readonly Spot[] = [
  { sheet: 13, row: 58, column: 9, orientation: 'across' },
  { sheet: 36, row: 41, column: 20, orientation: 'down' },
  { sheet: 59, row: 97, column: 14, orientation: 'across' },
];

const figure = (line: number, month: number): number => 300 + ((line * 211 + month * 97) % 600);
const YEAR = '令和６年度';

/** The table's own cell, null on the empty rim around it, undefined outside. Along: corner, months, total. */
function tableCell({ row: top, column: left, orientation }: Spot, row: number, column: number): Value | undefined {
  const [along, across] = orientation === 'across' ? [column - left, row - top] : [row - top, column - left];
  if (along < -1 || along > 14 || across < -1 || across > LABELS.length + 1) return undefined;
  if (along < 0 || along > 13 || across < 0 || across > LABELS.length) return null;
  if (across === 0) return along === 0 ? YEAR : along === 13 ? '計' : MONTHS[along - 1] ?? null;
  if (along === 0) return LABELS[across - 1] ?? null;
  return along === 13 ? MONTHS.reduce((sum, _, month) => sum + figure(across, month), 0) : figure(across, along - 1);
}

function expected({ sheet, row, column, orientation }: Spot): HiddenTable {
  const at = (along: number, across: number): readonly [number, number] => (orientation === 'across' ? [row + across, column + along] : [row + along, column + across]);
  const address = (along: number, across: number): string => cellA1(...at(along, across));
  return {
    sheet: sheetName(sheet), orientation, year: 2024, header: areaA1(spanning(...at(0, 0), ...at(13, 0))), months: MONTHS.map((_, month) => address(month + 1, 0)), total: address(13, 0),
    lines: LABELS.map((label, i) => ({ label, labelCell: address(0, i + 1), cells: MONTHS.map((_, month) => address(month + 1, i + 1)), total: address(13, i + 1) })),
  };
}

/** With `tables`, three tables of months stand in the midst of the rest; sheets and used cells stay as many. */
export function bigWorkbook(tables: boolean): BigWorkbook {
  const texts = new Map<string, number>();
  const shared = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const spots = tables ? SPOTS : [];
  const sheets = Array.from({ length: SHEETS }, (_, index) => {
    const content = CONTENTS[index % CONTENTS.length];
    const spot = spots.find(({ sheet }) => sheet === index);
    let left = Math.floor(CELLS / SHEETS) + (index < CELLS % SHEETS ? 1 : 0);
    const rows: string[] = [];
    for (let row = 0; left > 0; row++) {
      const cells: string[] = [];
      for (let column = 0; column < WIDTH && left > 0; column++) {
        const own = spot && tableCell(spot, row, column);
        const value = own === undefined ? content?.(row, column) ?? null : own;
        if (value === null) continue;
        left -= 1;
        cells.push(typeof value === 'number' ? `<c r="${cellA1(row, column)}"><v>${value}</v></c>` : `<c r="${cellA1(row, column)}" t="s"><v>${shared(value)}</v></c>`);
      }
      rows.push(`<row r="${row + 1}">${cells.join('')}</row>`);
    }
    return { name: sheetName(index), xml: worksheet(rows.join('')) };
  });
  const strings = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  return { bytes: fixture({ sheets, strings }), sheets: SHEETS, cells: CELLS, tables: spots.map(expected) };
}
