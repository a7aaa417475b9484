import { publishables, type Publishable } from '../publish/publishPlan';
import { judgedLabel } from '../submit/submitPlan';
import { submitParts, type SubmitPart } from '../submit/submitParts';
import type { WorkbookState } from '../workbookState';

/** What can be published and submitted, for choosing. */
export interface OutputChoices {
  readonly tables: readonly Publishable[];
  readonly sheets: readonly Pick<SubmitPart, 'id' | 'sheet' | 'usual'>[];
  /** 「令和7年3月末現在」; null: not judged yet. */
  readonly judged: string | null;
}

export const outputChoices = (state: WorkbookState): OutputChoices => ({
  tables: publishables(state),
  sheets: submitParts(state).map(({ id, sheet, usual }) => ({ id, sheet, usual })),
  judged: judgedLabel(state),
});
