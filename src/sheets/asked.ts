import type { RowDefinition } from '../domain/definitions';
import { hasMonths } from '../domain/due';
import type { SheetCell } from './blockPlace';
import type { Grid } from './grid';

/** A cell whose formula would be ours, but is a person's own to fill and bears no formula of theirs. */
export const isOwn = (row: RowDefinition, grid: Grid, { row: at, column }: SheetCell): boolean => row.asTyped && grid.formula(at, column) === null;

/** Whether a month's figure is typed by people. */
export const isAsked = (row: RowDefinition, grid: Grid, cell: SheetCell): boolean => hasMonths(row) && (row.formula === null || isOwn(row, grid, cell));

/** Whether a total is typed by people. */
export const isTotalAsked = (row: RowDefinition, grid: Grid, cell: SheetCell): boolean => row.total === '入力' || (row.total !== 'なし' && isOwn(row, grid, cell));
