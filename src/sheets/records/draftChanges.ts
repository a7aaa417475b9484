import { composeDraft } from '../../domain/records/compose';
import { mergeDraft, type DraftFate } from '../../domain/records/merge';
import type { ActivityRecord } from '../../domain/records/record';
import type { SheetCell } from '../blockPlace';
import type { FoundList } from '../workbookState';
import type { PlanSheetContent, PlanSheetKey } from '../planSheet';

/** What becomes of 進捗状況 in a row of the plan; see DraftFate. formula: the cell holds one. tooLong: a cell holds no such text. */
export interface DraftChange {
  readonly rowId: string;
  /** "P02-01 業務の標準化と生産性の向上". */
  readonly name: string;
  readonly label: string;
  readonly cell: SheetCell;
  /** What stands there. */
  readonly before: string;
  /** The draft alone, and the whole text as it would stand. */
  readonly draft: string;
  readonly after: string;
  readonly fate: DraftFate | 'formula' | 'tooLong';
}

/** Written unasked: into an empty cell, and over the draft of last time. */
export const isUsual = ({ fate }: DraftChange): boolean => fate === 'new' || fate === 'renew';
/** Written where a person says so: under a text of their own. */
export const isOnRequest = ({ fate }: DraftChange): boolean => fate === 'below' || fate === 'within';

/** Longest text of a cell. */
const LONGEST = 32_767;

/** A draft for every row of the plan that has records, in the plan's order; null: 事業計画 has no column for them. `written`: drafts of last time by row ID. */
export function draftChanges(plan: FoundList<PlanSheetKey, PlanSheetContent>, records: readonly ActivityRecord[], written: ReadonlyMap<string, string>): DraftChange[] | null {
  const { table, content } = plan;
  const column = table.columns.get('progress');
  if (column === undefined) return null;
  return content.lines.flatMap(({ definition: { id, label }, row }): DraftChange[] => {
    const draft = composeDraft(records.filter((one) => one.planRow === id));
    if (draft === '') return [];
    const before = String(table.grid.value(row, column));
    const { fate, text } = mergeDraft(before, written.get(id) ?? '', draft);
    const hindered = table.grid.formula(row, column) !== null ? 'formula' : text.length > LONGEST ? 'tooLong' : null;
    return [{ rowId: id, name: `${id} ${label}`.trim(), label, cell: { sheet: table.sheet, row, column }, before, draft, after: text, fate: hindered ?? fate }];
  });
}

/** Rows whose draft of last time still stands there although they have no records any more, by ID. */
export function orphanedDrafts({ table, content }: FoundList<PlanSheetKey, PlanSheetContent>, records: readonly ActivityRecord[], written: ReadonlyMap<string, string>): string[] {
  const column = table.columns.get('progress');
  const alive = new Set(records.map((one) => one.planRow));
  return content.lines.flatMap(({ definition: { id }, row }) => {
    const former = written.get(id) ?? '';
    return column !== undefined && former !== '' && !alive.has(id) && mergeDraft(String(table.grid.value(row, column)), '', former).fate === 'same' ? [id] : [];
  });
}
