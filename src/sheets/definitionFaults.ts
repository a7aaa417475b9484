import { resolveActual } from '../domain/actual';
import { resolveReference, type Catalog } from '../domain/catalog';
import type { KpiCondition } from '../domain/definitions';
import { growthOf } from '../domain/measure';
import { cellA1 } from '../plan/a1';
import type { CellProblem } from './cellReading';
import type { KpiSheetContent, KpiSheetKey } from './kpiSheet';
import type { PlanSheetContent, PlanSheetKey } from './planSheet';
import type { RecordLine, RecordTable } from './recordTable';
import type { TableSheetContent, TableSheetKey } from './tableSheet';

/** What definitions contradict each other in once all are read, each with its cell. What merely rests on a fault has none of its own. */

/** Formulas and references of 表定義. */
export function tableFaults(table: RecordTable<TableSheetKey>, content: TableSheetContent, catalog: Catalog): CellProblem[] {
  const problem = (line: RecordLine<TableSheetKey> | undefined, key: TableSheetKey, message: string, effect: string): CellProblem[] =>
    line ? [{ sheet: table.sheet, cell: line.cell(key), message, effect }] : [];
  const formulas = catalog.problems.flatMap(({ id, field, message }) => problem(content.lines.get(id), field === '計' ? 'total' : 'formula', message, 'この項目は計算していません。'));
  const references = content.tables.flatMap((one) => one.rows.flatMap((row) => (['follows', 'mergedInto'] as const).flatMap((key) => {
    const reference = row[key];
    const target = reference === null ? null : resolveReference(reference, one, catalog.resolve);
    const line = content.lines.get(row.id);
    if (target && !target.ok) return problem(line, key, target.reason, 'この欄は使っていません。');
    return target?.ok && target.data.rowId === row.id ? problem(line, key, `「${reference ?? ''}」は自分自身を指しています`, 'この欄は使っていません。') : [];
  })));
  return [...formulas, ...references];
}

const NOT_JUDGED = 'このKPIは判定していません。';

/** References and bases of the sheet KPI. */
export function kpiFaults(table: RecordTable<KpiSheetKey>, content: KpiSheetContent, catalog: Catalog): CellProblem[] {
  return content.kpis.filter((one) => one.readable).flatMap(({ kpi, lines }) => kpi.conditions.flatMap((condition, index): CellProblem[] => {
    const line = lines[index];
    if (!line) return [];
    const problem = (key: KpiSheetKey, message: string, effect: string): CellProblem => ({ sheet: table.sheet, cell: line.cell(key), message, effect });
    const actual = resolveActual(condition.actual, catalog);
    if (!actual.ok) return [problem('reference', actual.reason, NOT_JUDGED)];
    const problems: CellProblem[] = [];
    if ((actual.data.kind === 'yearly') !== (condition.basis === '年1回')) {
      const why = actual.data.kind === 'yearly' ? `評価基準「${condition.basis}」は年1回の実績値には使えません` : '評価基準「年1回」は、シート「実績値」の項目だけに使えます';
      problems.push(problem('basis', why, NOT_JUDGED));
    } else if (actual.data.kind === 'row' && condition.basis === '計' && catalog.rows.get(actual.data.ref.rowId)?.total.kind === 'none') {
      problems.push(problem('basis', '評価基準が「計」ですが、この項目には計がありません', NOT_JUDGED));
    }
    problems.push(...ruleFaults(condition, catalog, problem));
    const before = condition.targetFollows === null ? null : resolveActual(condition.targetFollows, catalog);
    if (before && !before.ok) problems.push(problem('targetFollows', before.reason, '前年度の実績とは比べていません。'));
    return problems;
  }));
}

type Problem = (key: KpiSheetKey, message: string, effect: string) => CellProblem;

/** Rules of target and middle of the year that say nothing for this measure. */
function ruleFaults(condition: KpiCondition, catalog: Catalog, problem: Problem): CellProblem[] {
  const { direction, target, targetUpper, excellent, midYear, targetRule } = condition;
  const problems: CellProblem[] = [];
  if (direction === '範囲内' && targetUpper !== null && target !== null && targetUpper < target) problems.push(problem('targetUpper', '目標の上限が目標値より小さくなっています', NOT_JUDGED));
  if (direction !== '範囲内' && targetUpper !== null) problems.push(problem('targetUpper', '目標の上限は、向きが「範囲内」のときだけに使います', '上限は使っていません。'));
  if (direction === '範囲内' && excellent !== null) problems.push(problem('excellent', '向きが「範囲内」のときは◎の基準を使えません', '◎の基準は使っていません。'));
  if (direction === '範囲内' && targetRule !== '固定値') problems.push(problem('targetRule', '向きが「範囲内」のときは「固定値」だけを使えます', '入力された目標値だけを使います。'));
  const growth = growthOf(condition, catalog);
  if (midYear !== '年度末の目標' && (growth === null || condition.basis === '年度末')) problems.push(problem('midYear', `評価基準「${condition.basis}」は年度末だけの実績です`, 'いつも年度末の目標で判定します。'));
  else if (midYear === '均等' && growth === 'level') problems.push(problem('midYear', '年度の中で積み上がる実績ではないため、「均等」は使えません', 'いつも年度末の目標で判定します。'));
  return problems;
}

/** KPIs that the plan's rows name. */
export function planFaults(table: RecordTable<PlanSheetKey>, content: PlanSheetContent, kpis: KpiSheetContent): CellProblem[] {
  const known = new Set(kpis.kpis.map((one) => one.kpi.id));
  return content.lines.flatMap(({ definition, row }) => {
    if (definition.kpi === null || known.has(definition.kpi)) return [];
    return [{ sheet: table.sheet, cell: cellA1(row, table.columns.get('kpi') ?? 0), message: `KPI「${definition.kpi}」がシート「KPI」にありません`, effect: 'この行の判定は表示されません。' }];
  });
}
