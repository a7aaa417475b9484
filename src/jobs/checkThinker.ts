import { lastEndedMonth } from '../domain/due';
import { thinkAccept, thinkUnaccept } from '../sheets/check/acceptPlan';
import { checkWorkbook } from '../sheets/check/checkWorkbook';
import { thinkFix } from '../sheets/check/fixPlan';
import type { Task } from './task';
import type { Thinker, ThinkerInput } from './thinkers';

/** What people do about the findings of 点検: the workbook is checked anew, for what was seen in the pane may be gone. */
export function checkThinker(task: Extract<Task, { readonly kind: 'accept' | 'unaccept' | 'fix' }>, { year, at, today }: ThinkerInput): Thinker {
  return {
    year,
    think: (state) => {
      const found = checkWorkbook(state, { latest: lastEndedMonth(today, state.fiscalYear ?? year) });
      if (task.kind === 'accept') return thinkAccept(state, found, task, at);
      return task.kind === 'fix' ? thinkFix(state, found, task.ids, at) : thinkUnaccept(state, found, task.ids);
    },
  };
}
