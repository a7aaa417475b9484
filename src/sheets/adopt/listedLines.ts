import type { Definitions } from '../../domain/definitions';
import type { WorkbookState } from '../workbookState';

/** What 「表定義」 holds, lines that cannot be used included: new ones must neither take their IDs nor their room. */
export interface ListedLines {
  readonly ids: ReadonlySet<string>;
  readonly count: number;
}

/** The lines of a list that is still to be laid out. */
export function linesOf({ tables }: Pick<Definitions, 'tables'>): ListedLines {
  const ids = tables.flatMap((table) => [table.id, ...table.rows.map((row) => row.id)]);
  return { ids: new Set(ids), count: ids.length };
}

/** The lines of a workbook's list. */
export function listedLines({ lists: { tables }, definitions }: Pick<WorkbookState, 'lists' | 'definitions'>): ListedLines {
  return tables ? { ids: new Set(tables.content.lines.keys()), count: tables.table.lines.length } : linesOf(definitions);
}
