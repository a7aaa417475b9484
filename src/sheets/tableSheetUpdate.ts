import type { Definitions } from '../domain/definitions';
import type { CellInput } from '../plan/workbookPlan';
import type { NameStems } from './names';
import type { PlanBuilder } from './planBuilder';
import type { RecordTable } from './recordTable';
import { rowRecord, tableRecord, type TableSheetKey } from './tableSheet';

/** Brings 「表定義」 up to what was adopted: new tables go below the last line, of known ones only the cells that differ are written. */
export function updateTableSheet(builder: PlanBuilder, table: RecordTable<TableSheetKey>, definitions: Definitions, stems: NameStems): void {
  const records = definitions.tables.flatMap((one) => [tableRecord(one, stems), ...one.rows.map((row) => rowRecord(one, row, stems))]);
  const known = new Map(table.lines.map((line) => [line.text('rowId') || line.text('tableId'), line] as const));
  let next = Math.max(table.headerRow, ...table.lines.map((line) => line.row)) + 1;
  for (const record of records) {
    const line = known.get(idOf(record));
    const row = line?.row ?? next++;
    for (const [key, column] of table.columns) {
      const content = record[key] ?? '';
      if (line ? KEPT_UP.includes(key) && line.value(key) !== content : content !== '') builder.put(table.sheet, row, column, content);
    }
  }
}

/** What adopting may change of a line that a person keeps. */
const KEPT_UP: readonly TableSheetKey[] = ['aliases', 'asTyped'];

function idOf(record: Partial<Record<TableSheetKey, CellInput>>): string {
  const id = record.rowId ?? record.tableId;
  return typeof id === 'string' ? id : '';
}
