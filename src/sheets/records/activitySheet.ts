import { RECORD_CATEGORIES } from '../../domain/records/record';
import { cellA1 } from '../../plan/a1';
import type { CellInput } from '../../plan/workbookPlan';
import { ANCHORS, freeSheetName } from '../names';
import type { PlanBuilder } from '../planBuilder';
import type { PlanSheetKey } from '../planSheet';
import { anchorAction, columnRange, layoutRecordSheet, plannedPlace, prepareLines, type RecordPlace, type RecordSheetSpec, type RecordTable } from '../recordTable';
import { findSetting, writeSettings } from '../settings';

/** 「実施記録」: what people note during the year, a line each day. Made when it is asked for; the lines are people's. */

const TEXT = '@';
export type ActivityKey = 'day' | 'planRow' | 'label' | 'category' | 'subject' | 'count' | 'bidders' | 'note' | 'check';

const CENTERED = { horizontal: 'Center' } as const;
export const ACTIVITY_SHEET: RecordSheetSpec<ActivityKey> = {
  title: '実施記録',
  notes: [
    '行った日ごとに1行ずつ記録します。「作成・更新」の「実施記録」で、進捗状況の下書き、入札の件数、会議の実施日になります。今日より後の日付は予定として、その日が過ぎてから入ります。',
    '調達は、応札者数を入力した記録を一般競争入札として数えます（1者は一者応札）。会議の件名を実施日の表の名前と同じにすると、その表に実施日が入ります（例 保険給付適正化ＰＴ会議）。',
  ],
  headerRow: 7,
  required: ['day', 'planRow', 'category', 'subject'],
  freezeColumns: 0,
  paper: 'A4',
  spareRows: 60,
  printsAll: true,
  columns: [
    { key: 'day', header: '日付', points: 66, format: '[$-411]m/d(aaa)', style: CENTERED },
    { key: 'planRow', header: '行ID', points: 58, format: TEXT, style: CENTERED },
    { key: 'label', header: '計画の項目', points: 210, derived: true, style: { wrap: true } },
    { key: 'category', header: '区分', points: 48, choices: RECORD_CATEGORIES, style: CENTERED },
    { key: 'subject', header: '件名', points: 220, format: TEXT, style: { wrap: true } },
    { key: 'count', header: '件数', points: 48, format: '#,##0' },
    { key: 'bidders', header: '応札者数', points: 58, format: '0"者"' },
    { key: 'note', header: '備考', points: 140, format: TEXT, style: { wrap: true } },
    { key: 'check', header: '確認', points: 220, derived: true, style: { wrap: true, color: '#9C2A10' } },
  ],
};

const YEAR = '年度';
const SETTINGS_ROW = 3;
/** Where the tenders are counted into, as [表.行]; staff whose table is called otherwise write their own. */
export const BID_ROWS = { open: { key: '入札の件数', row: '[入札.一般競争]' }, single: { key: '一者応札の件数', row: '[入札.一者応札]' } } as const;

/** Lays the sheet out. `planPlace`: the list 事業計画, whose row IDs can be picked. */
export function layoutActivitySheet(builder: PlanBuilder, taken: readonly { readonly name: string }[], planPlace: RecordPlace<PlanSheetKey>, planRows: number, fiscalYear: number): string {
  const place = plannedPlace(freeSheetName(ANCHORS.records.sheet, taken), ACTIVITY_SHEET);
  const { sheet, headerRow } = place;
  builder.add({ kind: 'addSheet', sheet, tabColor: '#548235' });
  layoutRecordSheet(builder, sheet, ACTIVITY_SHEET, []);
  writeSettings(builder, sheet, [
    { key: YEAR, value: fiscalYear, note: '「確認」の欄が使います。' },
    ...Object.values(BID_ROWS).map(({ key, row }) => ({ key, value: row, note: '数を記入する表と行です。' })),
  ], SETTINGS_ROW);
  const year = { row: SETTINGS_ROW, column: 2 };
  prepareActivityLines(builder, place, planPlace, planRows, year, headerRow + 1, ACTIVITY_SHEET.spareRows);
  builder.add({ kind: 'autoFilter', sheet, area: { row: headerRow, column: 0, rows: ACTIVITY_SHEET.spareRows + 1, columns: ACTIVITY_SHEET.columns.length } }, anchorAction('records', place));
  return sheet;
}

/** Fewer prepared lines than this below the last record are too few to go on typing. */
const FEW_LEFT = 20;

/** Prepares more lines where the records have used them up. */
export function extendActivitySheet(builder: PlanBuilder, found: RecordTable<ActivityKey>, lastRow: number, planPlace: RecordPlace<PlanSheetKey>, planRows: number): void {
  const check = found.columns.get('check');
  const year = yearCell(found);
  if (check === undefined || !year) return;
  const prepared = Array.from({ length: found.grid.endRow }, (_, row) => row).filter((row) => row > found.headerRow && found.grid.formula(row, check) !== null);
  const next = Math.max(found.headerRow, ...prepared) + 1;
  if (next - lastRow > FEW_LEFT) return;
  prepareLines(builder, found, ACTIVITY_SHEET, next, ACTIVITY_SHEET.spareRows);
  prepareActivityLines(builder, found, planPlace, planRows, year, next, ACTIVITY_SHEET.spareRows);
}

/** Where the sheet says its fiscal year, for the column 確認; null: the setting was removed. */
export const yearCell = (found: RecordTable<ActivityKey>): { readonly row: number; readonly column: number } | null => findSetting(found.grid, YEAR, found.headerRow);

/** Row reference of a setting, as written; the usual one where the setting was removed or is empty. */
export function bidRowOf(found: RecordTable<ActivityKey>, which: keyof typeof BID_ROWS): string {
  const { key, row } = BID_ROWS[which];
  const at = findSetting(found.grid, key, found.headerRow);
  return (at ? found.grid.text(at.row, at.column) : '') || row;
}

function prepareActivityLines(
  builder: PlanBuilder, place: RecordPlace<ActivityKey>, planPlace: RecordPlace<PlanSheetKey>, planRows: number, year: { readonly row: number; readonly column: number }, first: number, rows: number,
): void {
  const { sheet, columns } = place;
  const ids = columns.get('planRow');
  const choices = planPlace.columns.get('rowId');
  if (ids !== undefined && choices !== undefined) {
    const area = { row: planPlace.headerRow + 1, column: choices, rows: planRows, columns: 1 };
    builder.add({ kind: 'listValidation', sheet, area: { row: first, column: ids, rows, columns: 1 }, choices: { sheet: planPlace.sheet, area }, message: `行IDは、シート「${planPlace.sheet}」の行IDから選んでください。` });
  }
  const [label, check] = [columns.get('label'), columns.get('check')];
  for (let row = first; row < first + rows; row++) {
    if (label !== undefined) builder.put(sheet, row, label, labelFormula(place, planPlace, row));
    if (check !== undefined) builder.put(sheet, row, check, checkFormula(place, cellA1(year.row, year.column, true), row));
  }
}

/** The plan's row in words: item number, branch and label, as far as the plan has them. */
function labelFormula(place: RecordPlace<ActivityKey>, planPlace: RecordPlace<PlanSheetKey>, row: number): CellInput {
  const id = cellA1(row, place.columns.get('planRow') ?? 0);
  const at = `MATCH(${id},${columnRange(planPlace, 'rowId') ?? ''},0)`;
  const parts = (['item', 'branch', 'label'] as const).flatMap((key) => { const range = columnRange(planPlace, key); return range === null ? [] : [`INDEX(${range},${at})`]; });
  return { formula: `=IF(${id}="","",IFERROR(TRIM(${parts.length === 0 ? `INDEX(${columnRange(planPlace, 'rowId') ?? ''},${at})` : parts.join('&" "&')}),"この行IDは事業計画にありません。"))` };
}

/** What a person should look at in a line; "" where nothing is wrong, and for an empty line. */
function checkFormula(place: RecordPlace<ActivityKey>, year: string, row: number): CellInput {
  const cell = (key: ActivityKey): string | null => { const column = place.columns.get(key); return column === undefined ? null : cellA1(row, column); };
  const typed = (['day', 'planRow', 'category', 'subject', 'count', 'bidders', 'note'] as const).flatMap((key) => cell(key) ?? []);
  const [day = '', id = '', category = '', subject = ''] = (['day', 'planRow', 'category', 'subject'] as const).map((key) => cell(key) ?? '""');
  const bidders = cell('bidders');
  const isBid = `${category}="調達"`;
  const outside = `OR(${day}<DATE(${year},IF(${isBid},1,4),1),${day}>=DATE(${year}+1,4,1))`;
  const ofDay = `IF(${day}="","日付を入力してください。",IF(ISNUMBER(${day}),IF(${outside},TEXT(${day},"yyyy/m/d")&" は年度外です。年も入力してください。",IF(${day}<DATE(${year},4,1),"4月までの入札に数えます。","")),""))`;
  const empty = (at: string, words: string): string => `IF(${at}="","${words}","")`;
  const ofBid = bidders === null ? [] : [`IF(AND(${isBid},${bidders}=""),"応札者数を入力すると、入札に数えます。","")`];
  return { formula: `=IF(${typed.join('&')}="","",${[ofDay, empty(id, '行IDを選んでください。'), empty(category, '区分を選んでください。'), empty(subject, '件名を入力してください。'), ...ofBid].join('&')})` };
}
