import { lastEndedMonth } from '../domain/due';
import { withAcceptances } from '../sheets/check/accepted';
import { checkWorkbook } from '../sheets/check/checkWorkbook';
import type { CheckFinding } from '../sheets/check/finding';
import { openWorkbook, type JobContext, type JobReport } from './job';

export interface CheckReport extends Omit<JobReport, 'job' | 'restore'> {
  readonly job: 'check';
  /** Those that nobody accepted. */
  readonly findings: readonly CheckFinding[];
}

/** 点検: what is odd in the workbook on a day; two requests at most, nothing written. Throws GatewayError. */
export async function checkFigures(context: JobContext, today: Date): Promise<CheckReport> {
  const before = context.gateway.requests;
  const state = await openWorkbook(context, null);
  const { open, quiet } = withAcceptances(state, checkWorkbook(state, { latest: state.fiscalYear === null ? -1 : lastEndedMonth(today, state.fiscalYear) }));
  return {
    job: 'check', changed: false, syncs: context.gateway.requests - before, findings: open, warnings: open.map(({ cell, text }) => (cell === '' ? text : `${cell}: ${text}`)),
    summary: [
      open.length === 0 ? '点検しました。確認が必要なところはありません。' : `点検しました。確認が必要なところが${open.length}件あります。`,
      ...(quiet.length > 0 ? [`確認済みの${quiet.length}件は、数値が変わっていないため除いています。理由はシート「点検の記録」にあります。`] : []),
      '何も変更していません。',
    ],
  };
}
