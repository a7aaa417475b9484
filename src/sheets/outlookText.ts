import { unitOf, type ConditionJudgement } from '../domain/judgement';
import { outlookOf } from '../domain/outlook/outlook';
import { outlookWords } from '../domain/outlook/words';
import type { WorkbookState } from './workbookState';

/** The outlook of a condition in sentences; "" where nothing can be said. */
export function outlookText({ catalog, figures, fiscalYear }: Pick<WorkbookState, 'catalog' | 'figures' | 'fiscalYear'>, judgement: ConditionJudgement): string {
  const outlook = fiscalYear === null ? null : outlookOf(judgement, catalog, figures, fiscalYear);
  return outlook ? outlookWords(outlook, judgement, unitOf(judgement.condition, catalog)) : '';
}
