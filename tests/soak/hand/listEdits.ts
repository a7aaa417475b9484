import { cellKey, keyColumn, keyRow, type Book, type Scalar } from '../../../src/embedded/model/book';
import { changeLines } from '../../../src/embedded/model/structure';
import { cellA1 } from '../../../src/plan/a1';
import type { AnchorKey } from '../../../src/sheets/names';
import { firstList, type StandingList } from '../lists';
import { filledCells, pick, said, textOf, typeInto } from './cells';

/** What people type on the lists: rows by hand into 表定義, marks, reasons, texts, targets, yearly figures, records. */

/** Rows below the headings in which a column says something. */
const linesOf = ({ sheet, headerRow, columns }: StandingList, heading: string): number[] =>
  filledCells(sheet).flatMap(({ row, column }) => (row > headerRow && column === columns.get(heading) ? [row] : []));

const textAt = ({ sheet, columns }: StandingList, row: number, heading: string): string => textOf(sheet.cells.get(cellKey(row, columns.get(heading) ?? 0)));

/** A row is added below another of the same table and, every other time, a line with figures below that row's label on its sheet. */
export function addTableRow(book: Book, at: number, more: number): string | null {
  const list = firstList(book, 'tables');
  const row = list && pick(linesOf(list, '行ID'), at);
  if (!list || row === undefined) return null;
  const { sheet, columns } = list;
  const [label, id] = [textAt(list, row, '表名・項目名'), `手${more}`];
  const added = `${label}（手書き）`;
  changeLines(book, sheet, { axis: 'rows', at: row + 1, count: 1 });
  const contents: readonly (readonly [string, Scalar])[] = [
    ['表ID', textAt(list, row, '表ID')], ['行ID', id], ['表名・項目名', added], ['種類', '単月'], ['単位', '件'], ['表示形式', '#,##0'], ['計の規則', pick(['合計', 'なし', '入力'], more) ?? ''], ['年数', 1 + (more % 2)],
  ];
  for (const [heading, value] of contents) {
    const column = columns.get(heading);
    if (column !== undefined && value !== '') typeInto(sheet, cellKey(row + 1, column), { value });
  }
  const home = more % 2 === 0 ? labelled(book, label) : null;
  if (!home) return `row ${id} ${added} added to ${sheet.name} below row ${row + 1}`;
  changeLines(book, home.sheet, { axis: 'rows', at: home.row + 1, count: 1 });
  typeInto(home.sheet, cellKey(home.row + 1, home.column), { value: added });
  for (const month of [0, 1, 2]) typeInto(home.sheet, cellKey(home.row + 1, home.column + 2 + month), { value: 40 + month });
  return `row ${id} ${added} added to ${sheet.name} below row ${row + 1}, and to ${home.sheet.name} below row ${home.row + 1}`;
}

/** The last line with a label on a sheet of months. */
function labelled(book: Book, label: string) {
  return book.sheets.flatMap((sheet) => filledCells(sheet).flatMap(({ row, column, cell }) => (cell.value === label && column < 2 && book.names.some((name) => name.name.startsWith('月次_') && name.refersTo.startsWith(`${sheet.name}!`)) ? [{ sheet, row, column }] : []))).at(-1);
}

/** List, a heading that tells a line, and a column that people type in. */
const TYPED: readonly (readonly [AnchorKey, string, string, readonly Scalar[]])[] = [
  ['planRows', '行ID', '判定（手動）', ['○', '△', '□', '×']], ['planRows', '行ID', '手動の理由', ['現地確認のため', '再集計中']], ['planRows', '行ID', '進捗状況（計画を下回る場合は、今後改善すべき点等）', ['打合せを実施。', '広報を2回実施。\n今後は電話勧奨も行う。']],
  ['kpis', '条件ID', '目標値', [0.5, 0.951, 12]], ['kpis', '条件ID', '全国順位', [3, 47]], ['kpis', '条件ID', '実績の区分', ['速報', '確定']], ['kpis', '条件ID', '目標の決め方', ['前年度・3か年平均の高い方']],
  ['yearly', 'ID', '分子', [150_403, 7]], ['yearly', 'ID', '分母', [255_606, 9]], ['yearly', 'ID', '率（入力）', [0.571, 0.3]], ['yearly', 'ID', '時点', ['R7.7']],
  ['indicators', '指標ID', '入力値', [0.4, '文書指摘1件']], ['indicators', '指標ID', '前年度の入力値', [0.3]], ['indicators', '指標ID', '備考', ['要確認']],
];

export function typeOnList(book: Book, at: number, more: number, content: Scalar): string | null {
  const [key, id, heading, values] = pick(TYPED, at) ?? [];
  const list = key && firstList(book, key);
  const row = list && id !== undefined ? pick(linesOf(list, id), more) : undefined;
  const column = heading === undefined ? undefined : list?.columns.get(heading);
  if (!list || row === undefined || column === undefined) return null;
  const value = pick(values ?? [], more) ?? content;
  const place = cellKey(row, column);
  const before = said(list.sheet.cells.get(place));
  typeInto(list.sheet, place, { value });
  return `${list.sheet.name}!${cellA1(row, column)} (${heading}): ${before} → ${said(list.sheet.cells.get(place))}`;
}

const CATEGORIES = ['会議', '広報', '研修', '訪問', '調達'];

/** A line of 実施記録: of a day in the year, for a row of the plan. */
export function typeRecord(book: Book, at: number, more: number): string | null {
  const [list, plan] = [firstList(book, 'records'), firstList(book, 'planRows')];
  if (!list || !plan) return null;
  const id = pick(linesOf(plan, '行ID').map((row) => textAt(plan, row, '行ID')), at) ?? '';
  const row = Math.max(list.headerRow, ...linesOf(list, '日付')) + 1;
  const category = pick(CATEGORIES, more) ?? '';
  const APRIL_2024 = 45_383;
  const contents: readonly (readonly [string, Scalar | null])[] = [
    ['日付', APRIL_2024 + (more % 365)], ['行ID', id], ['区分', category], ['件名', pick(['月次報告会', '保険給付適正化ＰＴ会議', '運搬業務', 'メールマガジン'], at) ?? ''], ['件数', more % 3 === 0 ? 1 + (more % 9) : null], ['応札者数', category === '調達' ? 1 + (more % 4) : null],
  ];
  for (const [heading, value] of contents) {
    const column = list.columns.get(heading);
    if (column !== undefined && value !== null) typeInto(list.sheet, cellKey(row, column), { value });
  }
  return `${list.sheet.name} row ${row + 1}: a record of ${category} for ${id}`;
}

/** A figure that gave way to a formula is to stay as typed from now on. */
export function markKept(book: Book, at: number): string | null {
  const list = firstList(book, 'overwritten');
  const column = list?.columns.get('扱い');
  const found = list && pick(filledCells(list.sheet).filter(({ key }) => keyRow(key) > list.headerRow && keyColumn(key) === column), at);
  if (!list || !found) return null;
  typeInto(list.sheet, found.key, { value: '手入力のまま' });
  return `${list.sheet.name}!${cellA1(found.row, found.column)}: 手入力のまま`;
}

