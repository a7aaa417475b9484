import fc from 'fast-check';
import { cellKey, keyRow, type Book, type Cell, type CellError, type Scalar, type Sheet } from '../../src/embedded/model/book';
import type { TaskKind } from '../../src/jobs/task';
import { ANCHORS } from '../../src/sheets/names';
import { RESTORE_SHEET } from '../../src/sheets/restore/restoreRecord';
import { cellA1 } from '../../src/plan/a1';
import { filledCells, pick, said, typeInto, usedArea } from '../soak/hand/cells';
import { cellText } from './spellings';

/** What gets into the cells of definitions and records: nonsense, slips of the hand, and what a broken program leaves. */

export const LISTS: readonly string[] = [...Object.values(ANCHORS).map((anchor) => anchor.sheet), RESTORE_SHEET];

const { tables, kpis, indicators, yearly, planRows, records, drafts, judged, log, corrections, summary, accepted, overwritten } = ANCHORS;
/** The lists that a job goes by. */
const LISTS_OF: Readonly<Record<TaskKind, readonly string[]>> = {
  ...uniform(['layout', 'recompute', 'enter', 'import', 'adopt', 'publish', 'fix'], [tables.sheet]), ...uniform(['release', 'submit', 'rollover'], [tables.sheet, kpis.sheet, planRows.sheet]),
  recompute: [tables.sheet, overwritten.sheet], evaluate: [kpis, tables, yearly, planRows, indicators, judged, log, corrections].map((one) => one.sheet), summary: [kpis, tables, planRows, summary].map((one) => one.sheet),
  accept: [accepted.sheet], unaccept: [accepted.sheet], fix: [tables.sheet, overwritten.sheet], rank: [kpis.sheet, tables.sheet], progress: [records, drafts, planRows].map((one) => one.sheet), restore: [RESTORE_SHEET], forget: [RESTORE_SHEET],
};
function uniform<K extends TaskKind>(kinds: readonly K[], lists: readonly string[]): Record<K, readonly string[]> {
  return Object.fromEntries(kinds.map((kind) => [kind, lists])) as Record<K, readonly string[]>;
}

export interface Slip {
  /** A sheet; null: one that the job goes by. */
  readonly list: string | null;
  /** put: a content into a cell. filled: into one that says something. letter: another letter in a text. copyCell: what stands in the cell of another line. copyLine: a whole line over another. */
  readonly kind: 'put' | 'filled' | 'letter' | 'copyCell' | 'copyLine';
  readonly at: number;
  readonly from: number;
  readonly content: Content;
}
/** "=": a formula. */
export type Content = { readonly value: Scalar } | { readonly formula: string } | undefined;

const value = (scalar: Scalar): Content => ({ value: scalar });
const errors: readonly CellError['error'][] = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!'];
/** Texts that mean something to a reader of formulas, names, patterns or objects. */
const LOADED = [
  '[', ']', '[]', '[郵送件数', '[郵送件数]/', '[郵送件数]/[窓口件数]', '[郵送件数:前年度]', '[郵送化率.郵送件数]/[患者照会.患者照会数]', '=[郵送件数]', '[実績値.Y10-1]', '[郵送件数].[窓口件数]', '[[郵送件数]]', '[郵送件数]+', '1/0', '0/0', '-[郵送件数]', '(((((', '[a-', '$&', "$'", '\\', '.*', '(?<', '*', '?', '~', '^$', '%s',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '=1+1', "=cmd|'/c calc'!A0", '+1', '@SUM(1)', "'5", 'TRUE', '=SUM(A1:XFD1048576)', 'A1', 'R1C1', "'業務'!A1", '業務', 'KPI', '表定義', 'History', '復元用9_業務',
  '合計', '平均', 'なし', '計算式', '入力', '単月', '年度累計', '率', '四半期', '年1回', '実施日', '範囲内', '以下', '固定値', '前年度・3か年平均の高い方', '前年同月', '均等', '最新月', '計', '年度ごとの表', '年度ごとの行', '入力のまま', '手入力のまま', '計算式に戻した', '確認済み', '取り消し', '書込中', '完了', '速報', '確定', 'する', 'しない', '◎', '△', '－', '会議', '調達',
  '2024', '2025', '令和7年度', '２０２４', '9999', '0', '-1', '2024-11', '2024-13', '[h]:mm', '0.0%', 'yyyy/m/d', '@', '0;;;', '[Red]0', '"', '#,##0"件', 'General', '3月', '13月', '4月まで', 'T02', 'K1', '2', '|', '|{}', '|null', '|[]', '｜', '，,', '月次_郵送化率_郵送件数', '月次_', '事業計画_KPI',
];
const number = fc.oneof(fc.constantFrom(0, -0, 1, -1, 2, 3, 11, 12, 13, 0.5, -0.5, 2024, 2025, 1900, 45_292, 45_383.5, -45_292, 2_958_466, 1e15, -1e15, 1e300, -1e300, 5e-324, 2 ** 31, 2 ** 32, 2 ** 53), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
const long = fc.tuple(fc.constantFrom('あ', 'x', ' ', '(', ')', '[', '-', '+1', '\n', '👍', '｜', '[郵送件数]+', '*', '9', '0'), fc.constantFrom(32, 101, 256, 4_000, 32_767)).map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
const formula = fc.constantFrom('1/0', 'NA()', '""', '"郵送件数"&""', 'ROW()', '1=1', '1E+308', 'A1', '#REF!', 'DATE(2024,4,1)', '"K"&1');
const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...LOADED).map(value) }, { weight: 4, arbitrary: cellText.map(value) }, { weight: 3, arbitrary: number.map(value) }, { weight: 2, arbitrary: long.map(value) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map(value) }, { weight: 1, arbitrary: fc.boolean().map(value) }, { weight: 1, arbitrary: fc.constantFrom(...errors).map((error) => value({ error })) },
  { weight: 2, arbitrary: formula.map((text): Content => ({ formula: text })) }, { weight: 2, arbitrary: fc.constant(undefined) },
);
const place = fc.nat(99_999);
const kind = fc.constantFrom<Slip['kind'][]>('put', 'filled', 'filled', 'filled', 'letter', 'copyCell', 'copyLine');
export const slips: fc.Arbitrary<readonly Slip[]> = fc.array(fc.record({ list: fc.option(fc.constantFrom(...LISTS), { freq: 2 }), kind, at: place, from: place, content }), { minLength: 1, maxLength: 4, size: 'max' });

/** Makes a slip, where a job is about to be pressed. Gives it in words; null: there is no such list. */
export function slip(book: Book, { list, kind: how, at, from, content: given }: Slip, task: TaskKind): string | null {
  const name = list ?? pick(LISTS_OF[task], from);
  const sheet = book.sheets.find((one) => one.name === name);
  const used = sheet && usedArea(sheet);
  if (!sheet || !used) return null;
  const filled = filledCells(sheet);
  if (how === 'copyLine') return copyLine(sheet, filled.map((one) => one.row), at, from);
  // A row and a column beyond what is filled.
  const beyond = cellKey(Math.floor(at / (used.columns + 1)) % (used.rows + 2), at % (used.columns + 1));
  const key = how === 'put' ? beyond : (pick(filled, at)?.key ?? beyond);
  const twin = pick(filled.filter((one) => one.column === column(key)), from)?.cell;
  const before = said(sheet.cells.get(key));
  typeInto(sheet, key, how === 'copyCell' && twin ? bare(twin) : how === 'letter' ? otherLetter(sheet.cells.get(key), from, given) : given);
  return `${sheet.name}!${cellA1(keyRow(key), column(key))}: ${cut(before)} → ${cut(said(sheet.cells.get(key)))}`;
}

function copyLine(sheet: Sheet, rows: readonly number[], at: number, from: number): string {
  const [source, target] = [pick(rows, from) ?? 0, pick(rows, at) ?? 0];
  for (const key of [...sheet.cells.keys()].filter((one) => keyRow(one) === target)) typeInto(sheet, key, undefined);
  for (const { row, column: right, cell } of filledCells(sheet)) if (row === source) typeInto(sheet, cellKey(target, right), bare(cell));
  return `${sheet.name}: line ${source + 1} copied over line ${target + 1}`;
}

/** One letter of what stands there gives way to another. */
function otherLetter(cell: Cell | undefined, from: number, given: Content): Content {
  if (typeof cell?.value !== 'string' || cell.formula !== undefined || cell.value === '') return given;
  const at = (from * 7919) % cell.value.length;
  return { value: cell.value.slice(0, at) + (pick(LETTERS, from) ?? '') + cell.value.slice(at + 1) };
}
const LETTERS = ['0', '9', '1', '-', '.', 'x', '"', ' ', '[', ']', 'ー', '\n', '{', ','];

const column = (key: number): number => key - cellKey(keyRow(key), 0);
const bare = ({ value: was, formula: text }: Cell): Content => (text !== undefined ? { formula: text } : was === undefined ? undefined : { value: was });
const LONGEST = 60;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} letters)` : text);
