import { lastEndedMonth } from '../domain/due';
import { checkWorkbook } from '../sheets/check/checkWorkbook';
import type { CheckFinding } from '../sheets/check/finding';
import { openWorkbook, type JobContext, type JobReport } from './job';

export interface CheckReport extends Omit<JobReport, 'job' | 'restore'> {
  readonly job: 'check';
  readonly findings: readonly CheckFinding[];
}

/** 点検: what is odd in the workbook on a day; two requests at most, nothing written. Throws GatewayError. */
export async function checkFigures(context: JobContext, today: Date): Promise<CheckReport> {
  const before = context.gateway.requests;
  const state = await openWorkbook(context, null);
  const findings = checkWorkbook(state, { latest: state.fiscalYear === null ? -1 : lastEndedMonth(today, state.fiscalYear) });
  return {
    job: 'check', changed: false, syncs: context.gateway.requests - before, findings, warnings: findings.map(({ cell, text }) => (cell === '' ? text : `${cell}: ${text}`)),
    summary: [findings.length === 0 ? '点検しました。確認が必要なところはありません。' : `点検しました。確認が必要なところが${findings.length}件あります。`, '何も変更していません。'],
  };
}
