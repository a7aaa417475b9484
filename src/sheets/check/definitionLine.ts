import { readCell } from '../../plan/a1';
import type { CellProblem } from '../cellReading';
import { ANCHORS, type AnchorKey } from '../names';
import type { RecordLine, RecordTable } from '../recordTable';
import type { WorkbookState } from '../workbookState';

/**
 * Where a problem of the definitions is, by what stands there: the list, the line's ID and the column, so that it stays the same
 * however lines, columns and sheets are moved. A line without an ID is known by all it says, a cell of no list by its address.
 */
export function problemPlace({ lists }: Pick<WorkbookState, 'lists'>, problem: CellProblem): string {
  const { tables, kpis, yearly, planRows, indicators } = lists;
  return placeIn('tables', tables?.table, problem, tableLineId)
    ?? placeIn('kpis', kpis?.table, problem, ({ text }) => text('conditionId') || text('kpiId'))
    ?? placeIn('yearly', yearly?.table, problem, ({ text }) => filled([text('id'), text('year')]))
    ?? placeIn('planRows', planRows?.table, problem, ({ text }) => text('rowId'))
    ?? placeIn('indicators', indicators?.table, problem, ({ text }) => text('id'))
    ?? `${problem.sheet} ${problem.cell}`;
}

/** A table's own line has no row ID; a row's line that lost its ID must not pass for it. */
const tableLineId = ({ text }: RecordLine<'rowId' | 'tableId' | 'group'>): string => text('rowId') || (text('group') === '' ? '' : text('tableId'));

function placeIn<K extends string>(list: AnchorKey, table: RecordTable<K> | undefined, { sheet, cell }: CellProblem, idOf: (line: RecordLine<K>) => string): string | null {
  const at = readCell(cell);
  const line = table?.sheet === sheet && at ? table.lines.find((one) => one.row === at.row) : undefined;
  if (!table || !line || !at) return null;
  const columns = [...table.columns];
  const heading = columns.find(([, column]) => column === at.column)?.[0] ?? '';
  return `${ANCHORS[list].sheet} ${idOf(line) || filled(columns.map(([key]) => line.text(key)))} ${heading}`;
}

const filled = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('/');
