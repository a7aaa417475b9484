import type { WorkbookLook } from '../jobs/workbookLook';

const APRIL = 3;

/** The last month that has ended, as an index from April: what a clerk judges most often. */
export function lastEndedMonth(today: Date): number {
  const previous = today.getMonth() - 1;
  return (previous - APRIL + 12) % 12;
}

/** The month a workbook is looked at first: the one last evaluated, else the last with figures. */
export const monthInView = (look: WorkbookLook, today: Date): number => look.evaluation?.asOf ?? look.lastMonth ?? lastEndedMonth(today);

/** The month whose figures come in now: the last that has ended, inside the workbook's own year. */
export function monthToEnter(look: WorkbookLook, today: Date): number {
  const thisYear = today.getMonth() >= APRIL ? today.getFullYear() : today.getFullYear() - 1;
  // In April the month that has ended belongs to the year before.
  const endedYear = today.getMonth() === APRIL ? thisYear - 1 : thisYear;
  if (look.fiscalYear === null || look.fiscalYear === endedYear) return lastEndedMonth(today);
  return look.fiscalYear < endedYear ? 11 : 0;
}
