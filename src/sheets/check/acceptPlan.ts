import { LONGEST_REASON } from '../../domain/checks/reason';
import { PlanBuilder } from '../planBuilder';
import { some } from '../some';
import { stopIfDamaged, type Thought } from '../thought';
import type { WorkbookState } from '../workbookState';
import { acceptedList, inForce, readAcceptances, recordAcceptances, TAKEN_BACK, type NewAcceptance } from './acceptedSheet';
import type { CheckFinding } from './finding';

/** 確認済みにする: findings as they were seen, each with what a person says of it. */
export interface AcceptRequest {
  readonly findings: readonly { readonly id: string; readonly seen: string; readonly reason: string }[];
}

/** Notes in 「点検の記録」 what a person accepts. `found`: the workbook's findings as of now; nothing is noted of one that is gone or rests on other figures than those seen. */
export function thinkAccept(state: WorkbookState, found: readonly CheckFinding[], request: AcceptRequest, at: string): Thought {
  const { table, damage } = acceptedList(state);
  const stopped = stopIfDamaged(state) ?? refusal(damage);
  if (stopped) return stopped;
  const acceptances = readAcceptances(table);
  const accepted: NewAcceptance[] = [];
  const warnings: string[] = [];
  let known = 0;
  for (const { id, seen, reason } of unique(request.findings)) {
    const finding = found.find((one) => one.id === id);
    const written = reason.trim();
    if (!finding) warnings.push(gone('記録していません。'));
    else if (finding.seen !== seen) warnings.push(`${sentence(finding)}見ていただいたあとに数値が変わったため、記録していません。もう一度確かめてください。`);
    else if (inForce(finding, acceptances).length > 0) known++;
    else if (written === '') warnings.push(`${sentence(finding)}確認済みにするには、理由を入力してください。記録していません。`);
    else if (written.length > LONGEST_REASON) warnings.push(`${sentence(finding)}理由は${LONGEST_REASON}文字までです。記録していません。`);
    else accepted.push({ finding, reason: written });
  }
  const builder = new PlanBuilder();
  if (accepted.length > 0) recordAcceptances(builder, table, state.snapshot.sheets, accepted, at);
  return {
    plan: builder.build(state.snapshot.names),
    done: [
      ...(accepted.length > 0 ? [`${accepted.length}件を確認済みにしました。数値が変わるまで知らせません。理由はシート「点検の記録」にあります。`] : []),
      ...(known > 0 ? [`${known}件は、すでに確認済みです。`] : []),
    ],
    warnings: some(warnings),
  };
}

/** 確認済みを取り消す: the lines stay in 「点検の記録」, marked as taken back. `ids`: of findings that are there now and quiet. */
export function thinkUnaccept(state: WorkbookState, found: readonly CheckFinding[], ids: readonly string[]): Thought {
  const { table, damage } = acceptedList(state);
  const stopped = stopIfDamaged(state) ?? refusal(damage);
  if (stopped) return stopped;
  const acceptances = readAcceptances(table);
  const column = table?.columns.get('treatment');
  const builder = new PlanBuilder();
  const warnings: string[] = [];
  let [back, free] = [0, 0];
  for (const id of new Set(ids)) {
    const finding = found.find((one) => one.id === id);
    const lines = finding ? inForce(finding, acceptances) : [];
    if (!finding) warnings.push(gone('何も変更していません。'));
    else if (lines.length === 0) free++;
    else if (!table || column === undefined) warnings.push(`シート「${table?.sheet ?? ''}」に列「扱い」がないため、取り消していません。列を元に戻すか、その行を削除してください。`);
    else {
      for (const { row } of lines) builder.put(table.sheet, row, column, TAKEN_BACK);
      back++;
    }
  }
  return {
    plan: builder.build(state.snapshot.names),
    done: [
      ...(back > 0 ? [`${back}件の確認済みを取り消しました。点検でまた知らせます。`] : []),
      ...(free > 0 ? [`${free}件は、確認済みではありません。`] : []),
    ],
    warnings: some(warnings),
  };
}

/** A finding in words, ending as a sentence. */
export const sentence = ({ cell, text }: CheckFinding): string => `${cell === '' ? '' : `${cell}: `}${text}${text.endsWith('。') ? '' : '。'}`;

/** What is said of a finding that is there no more. */
export const gone = (left: string): string => `選んだ内容は、いまの点検では見つかりません。${left}`;

const refusal = (damage: string | null): Thought | null => (damage === null ? null : { plan: { actions: [] }, done: [], warnings: [`${damage}何も変更していません。`] });

/** The last word on each finding. */
const unique = (findings: AcceptRequest['findings']): readonly AcceptRequest['findings'][number][] => [...new Map(findings.map((one) => [one.id, one])).values()];
