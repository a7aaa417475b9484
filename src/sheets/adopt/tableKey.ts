import { areaA1 } from '../../plan/a1';
import { alongLine } from '../blockPlace';
import { extentOf } from '../../domain/recognition/monthHeader';
import type { SheetTable } from './sheetTables';

/** What a recognised table is called between two readings of the same workbook: its sheet and the cells of its header. */
export const tableKey = (table: SheetTable): string => `${table.sheet}!${areaA1(alongLine(table.axis, table.found.header.line, extentOf(table.found.header)))}`;
/** A line of it. */
export const lineKey = (table: SheetTable, line: number): string => `${tableKey(table)}#${line}`;
