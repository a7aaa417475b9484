import { serialOfDate } from '../../src/domain/fiscalYear';
import { cellKey, type Sheet } from '../../src/embedded/model/book';

/** A line of 実施記録 as it is typed: 日付, 行ID, 区分, 件名, 件数, 応札者数, 備考. */
export type TypedRecord = readonly [day: string | number, planRow: string, category: string, subject: string, count?: number | string | null, bidders?: number | string | null, note?: string];

/** "2025/1/15" as the cell holds it. */
export function serial(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('/').map(Number);
  return serialOfDate(year, month, day);
}

/** The tenders of the source with their bidders, by their dates. */
export const BIDS = '2024/1/25:2 2024/3/15:2 2024/3/22:3 2024/5/22:2 2024/6/6:6 2024/7/4:3 2024/8/6:2 2024/8/29:2 2024/10/4:1 2024/10/10:3 2024/12/13:4 2025/2/6:4'.split(' ').map((text, index): TypedRecord => {
  const [day = '', bidders] = text.split(':');
  return [serial(day), 'P21-01', '調達', `業務委託${'ABCDEFGHIJKL'.charAt(index)}`, null, Number(bidders)];
});

/** A year's records in the manner of the source. */
export const RECORDS: readonly TypedRecord[] = [
  ...'2024/4/24 2024/5/29 2024/6/26 2024/9/11 2024/10/9 2024/11/13 2024/12/11 2025/1/15 2025/2/12 2025/3/12'.split(' ').map((day): TypedRecord => [serial(day), 'P02-01', '会議', '業務部月次報告会']),
  ['9/12', 'P02-01', '会議', '業務グループ全体会議', null, null, '10月からはグループミーティング'],
  ...'2024/12/11 2025/1/15 2025/2/12 2025/3/12'.split(' ').map((day): TypedRecord => [serial(day), 'P03-03', '会議', '保険給付適正化ＰＴ会議']),
  ['R6.5.16', 'P03-06', '会議', '面接確認委員会'],
  ...'2024/4/10 2024/5/10 2024/6/10'.split(' ').map((day): TypedRecord => [serial(day), 'P18-01', '広報', 'メールマガジン']),
  [serial('2024/11/28'), 'P19-02', '研修', '窓口・電話研修'],
  [serial('2024/12/5'), 'P19-02', '研修', '窓口・電話研修'],
  ['6/7', 'P13-01', '訪問', '健康宣言事業所訪問', 5],
  ['7/5', 'P13-01', '訪問', '健康宣言事業所訪問', '7件'],
  ...BIDS,
];

/** Types records under the headings of the sheet, as it is laid out. `from`: the first line, counted from 0. */
export function typeRecords(sheet: Sheet, records: readonly TypedRecord[], from = 0): void {
  const columns = [0, 1, 3, 4, 5, 6, 7];
  records.forEach((record, line) => columns.forEach((column, index) => {
    const value = record[index];
    const key = cellKey(FIRST + from + line, column);
    const style = sheet.cells.get(key)?.style;
    if (value === undefined || value === null || value === '') return;
    sheet.cells.set(key, { ...(style ? { style } : {}), value });
    sheet.changedCells.add(key);
    sheet.changed.add('cells');
  }));
}

/** Row of the first record, from 0. */
export const FIRST = 8;
