import type { Definitions } from '../domain/definitions';
import type { CellInput } from '../plan/workbookPlan';
import type { NameStems } from './names';
import type { PlanBuilder } from './planBuilder';
import { lastRow, type RecordLine, type RecordTable } from './recordTable';
import { rowRecord, tableRecord, type TableSheetKey } from './tableSheet';

type TableRecord = Partial<Record<TableSheetKey, CellInput>>;

/**
 * Brings 「表定義」 up to what was adopted. New tables and rows go below the last line; of `shaped` tables, which took the form of the
 * workbook's own, every line follows; of others only what adopting may change of a line that a person keeps.
 */
export function updateTableSheet(builder: PlanBuilder, table: RecordTable<TableSheetKey>, definitions: Definitions, shaped: ReadonlySet<string>, stems: NameStems): void {
  const records = definitions.tables.flatMap((one) => [tableRecord(one, stems), ...one.rows.map((row) => rowRecord(one, row, stems))]);
  const ids = new Set(records.map(idOf));
  const known = new Map(table.lines.map((line) => [idOfLine(line), line] as const));
  let next = lastRow(table) + 1;
  const put = (row: number, record: TableRecord, line: RecordLine<TableSheetKey> | null, keys: (key: TableSheetKey) => boolean): void => {
    for (const [key, column] of table.columns) {
      const content = record[key] ?? '';
      if (keys(key) && (line ? line.value(key) : '') !== content) builder.put(table.sheet, row, column, content);
    }
  };
  for (const record of records) {
    const line = known.get(idOf(record)) ?? null;
    put(line?.row ?? next++, record, line, (key) => line === null || KEPT_UP.includes(key) || shaped.has(textOf(record.tableId)));
  }
  // A row that the workbook's table does not have goes with its line; one that a person wrote has no stem yet, and stays.
  const isTheirs = (line: RecordLine<TableSheetKey>): boolean => table.columns.has('stem') && line.text('stem') === '';
  for (const line of table.lines) if (line.text('rowId') !== '' && shaped.has(line.text('tableId')) && !ids.has(idOfLine(line)) && !isTheirs(line)) put(line.row, {}, line, () => true);
}

/** What adopting may change of a line that a person keeps. */
const KEPT_UP: readonly TableSheetKey[] = ['aliases', 'asTyped'];

const textOf = (content: CellInput | undefined): string => (typeof content === 'string' ? content : '');
const idOf = (record: TableRecord): string => textOf(record.rowId) || textOf(record.tableId);
const idOfLine = (line: RecordLine<TableSheetKey>): string => line.text('rowId') || line.text('tableId');
