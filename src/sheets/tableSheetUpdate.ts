import type { Definitions } from '../domain/definitions';
import type { CellInput } from '../plan/workbookPlan';
import type { NameStems } from './names';
import type { PlanBuilder } from './planBuilder';
import { lastRow, type RecordLine } from './recordTable';
import { rowRecord, tableRecord, type TableSheetContent, type TableSheetKey } from './tableSheet';
import type { FoundList } from './workbookState';

type TableRecord = Partial<Record<TableSheetKey, CellInput>>;

/**
 * Brings 「表定義」 up to what was adopted. New tables and rows go below the last line; of `shaped` tables, which took the form of the
 * workbook's own, every line follows; of others only what adopting may change of a line that a person keeps. A cell is written only
 * where its definition has changed: what a person put where nothing is read, or what cannot be read, stays.
 */
export function updateTableSheet(builder: PlanBuilder, { table, content }: FoundList<TableSheetKey, TableSheetContent>, definitions: Definitions, shaped: ReadonlySet<string>, stems: NameStems): void {
  const before = recordsById(content, content.stems);
  const after = recordsById(definitions, stems);
  let next = lastRow(table) + 1;
  const put = (row: number, record: TableRecord, line: RecordLine<TableSheetKey> | null, keys: (key: TableSheetKey) => boolean): void => {
    for (const [key, column] of table.columns) {
      const wanted = record[key] ?? '';
      if (keys(key) && (line ? line.value(key) : '') !== wanted) builder.put(table.sheet, row, column, wanted);
    }
  };
  for (const [id, record] of after) {
    const [line, known] = [content.lines.get(id) ?? null, before.get(id)];
    const mayChange = (key: TableSheetKey): boolean => line === null || ((KEPT_UP.includes(key) || shaped.has(textOf(record.tableId))) && (record[key] ?? '') !== (known?.[key] ?? ''));
    put(line?.row ?? next++, record, line, mayChange);
  }
  // A row that the workbook's table does not have goes with its line; one that a person wrote has no stem yet, and stays.
  const isTheirs = (line: RecordLine<TableSheetKey>): boolean => table.columns.has('stem') && line.text('stem') === '';
  for (const [id, { rowId, tableId }] of before) {
    const line = content.lines.get(id);
    if (line && rowId !== undefined && shaped.has(textOf(tableId)) && !after.has(id) && !isTheirs(line)) put(line.row, {}, line, () => true);
  }
}

/** What adopting may change of a line that a person keeps. */
const KEPT_UP: readonly TableSheetKey[] = ['aliases', 'asTyped'];

const recordsById = ({ tables }: Pick<Definitions, 'tables'>, stems: NameStems): ReadonlyMap<string, TableRecord> => new Map(tables.flatMap((one) => [
  [one.id, tableRecord(one, stems)] as const, ...one.rows.map((row) => [row.id, rowRecord(one, row, stems)] as const),
]));

const textOf = (content: CellInput | undefined): string => (typeof content === 'string' ? content : '');
