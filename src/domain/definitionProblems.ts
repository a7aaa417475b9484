import { buildCatalog, resolveReference, YEARLY_TABLE, type Catalog } from './catalog';
import type { Definitions, IndicatorDefinition, KpiCondition, KpiDefinition, PlanRowDefinition, RowDefinition, TableDefinition } from './definitions';
import { referencesFault } from './indicatorReferences';
import { normalizeLabel } from './labels';
import { parseRowReference } from './rowFormula';

/** The tags that plan rows with a KPI and with indicators bear. */
const KPI_TAG = 'KPI';
const INDICATOR_TAG = '業績評価';

/**
 * What the parts of definitions contradict each other in, one sentence each, with the ID it concerns.
 * Empty: every reference leads somewhere, IDs and labels are unique, each KPI has its plan row.
 */
export function definitionProblems(definitions: Definitions): string[] {
  const catalog = buildCatalog(definitions);
  return [
    ...uniqueIds(definitions),
    ...repeated(definitions.tables.map((table) => normalizeLabel(table.name)), '表名'),
    ...repeated(definitions.yearly.map((figure) => normalizeLabel(figure.label)), `${YEARLY_TABLE}の名称`),
    ...unknownGroups(definitions),
    ...definitions.tables.flatMap((table) => tableProblems(table, catalog)),
    ...catalog.problems.map((problem) => `${problem.id} の${problem.field}: ${problem.message}`),
    ...definitions.kpis.flatMap((kpi) => kpiProblems(kpi, catalog)),
    ...planProblems(definitions.planRows, definitions.kpis),
    ...indicatorProblems(definitions, catalog),
  ];
}

/** Names what stands more than once. */
export function repeated(values: readonly string[], what: string): string[] {
  const twice = new Set(values.filter((value, index) => values.indexOf(value) !== index));
  return [...twice].map((value) => `${what}「${value}」が重複しています`);
}

function uniqueIds({ tables, kpis, yearly, planRows, indicators }: Definitions): string[] {
  return [
    ...repeated(tables.map((table) => table.id), '表のID'),
    ...repeated(tables.flatMap((table) => table.rows.map((row) => row.id)), '項目のID'),
    ...repeated(kpis.map((kpi) => kpi.id), 'KPIのID'),
    ...repeated(kpis.flatMap((kpi) => kpi.conditions.map((condition) => condition.id)), 'KPIの条件のID'),
    ...repeated(yearly.map((figure) => figure.id), `${YEARLY_TABLE}のID`),
    ...repeated(planRows.map((row) => row.id), '事業計画の行のID'),
    ...repeated(indicators.map((one) => one.id), '業績評価の指標のID'),
  ];
}

function unknownGroups({ groups, tables, planRows }: Definitions): string[] {
  const used = [
    ...tables.map((table) => ({ id: table.id, group: table.group })),
    ...planRows.flatMap((row) => [row.owner, ...row.others].map((group) => ({ id: row.id, group }))),
  ];
  const unknown = used.filter(({ group }) => !groups.includes(group)).map(({ id, group }) => `${id}: グループ「${group}」は登録されていません`);
  return [...repeated(groups, 'グループ'), ...unknown];
}

function tableProblems(table: TableDefinition, catalog: Catalog): string[] {
  const totals = table.rows.some((row) => row.total !== 'なし');
  return [
    ...repeated(table.rows.flatMap((row) => [...new Set([row.label, ...row.aliases].map(normalizeLabel))]), `${table.id} の項目名`),
    ...(totals === (table.totalLabel !== null) ? [] : [`${table.id}: 計の欄の見出しと、項目の計の求め方が合いません`]),
    ...table.rows.flatMap((row) => rowProblems(row, table, catalog).map((problem) => `${row.id}: ${problem}`)),
  ];
}

function rowProblems(row: RowDefinition, table: TableDefinition, catalog: Catalog): string[] {
  const problems: string[] = [];
  if (row.heading === null && table.arrangement === '年度ごとの行') problems.push('「年度ごとの行」の表には見出しを書いてください');
  if (row.total === '計算式' && row.formula === null) problems.push('計が「計算式」ですが、計算式がありません');
  if (row.min !== null && row.max !== null && row.min > row.max) problems.push('下限が上限より大きくなっています');
  if (row.mergedInto !== null && row.endsAt === null) problems.push('統合先がありますが、最後の月がありません');
  for (const reference of [row.follows, row.mergedInto]) {
    const target = reference === null ? null : resolveReference(reference, table, catalog.resolve);
    if (target && !target.ok) problems.push(target.reason);
    if (target?.ok && target.data.rowId === row.id) problems.push(`「${reference}」は自分自身を指しています`);
  }
  return problems;
}

function kpiProblems(kpi: KpiDefinition, catalog: Catalog): string[] {
  const single = kpi.conditions.length === 1 && kpi.conditions[0]?.id !== kpi.id ? [`KPI ${kpi.id}: 条件が1つのときは条件のIDをKPIのIDと同じにしてください`] : [];
  return [...single, ...kpi.conditions.flatMap((condition) => conditionProblems(condition, catalog).map((problem) => `KPI ${condition.id}: ${problem}`))];
}

function conditionProblems(condition: KpiCondition, catalog: Catalog): string[] {
  const actual = findFigure(condition.actual, catalog);
  if (typeof actual === 'string') return [actual];
  const problems: string[] = [];
  if (actual.yearsBack !== 0) problems.push('判定する数値に前年度は指定できません');
  if (actual.yearly !== (condition.basis === '年1回')) problems.push(`基準「${condition.basis}」と数値「${condition.actual}」が合いません`);
  if (condition.basis === '計' && catalog.rows.get(actual.id)?.total.kind === 'none') problems.push('計で判定しますが、この項目には計がありません');
  const follows = condition.targetFollows === null ? null : findFigure(condition.targetFollows, catalog);
  if (typeof follows === 'string') problems.push(follows);
  else if (follows && follows.yearsBack !== 1) problems.push(`目標の参照「${condition.targetFollows}」に :前年度 がありません`);
  return problems;
}

interface FoundFigure {
  readonly id: string;
  readonly yearly: boolean;
  readonly yearsBack: 0 | 1;
}

/** The row or yearly figure that "[table.row]" means; a text says why there is none. */
function findFigure(reference: string, catalog: Catalog): FoundFigure | string {
  const parsed = parseRowReference(reference);
  if (!parsed.ok) return `「${reference}」: ${parsed.reason.message}`;
  const { table, row, yearsBack } = parsed.data;
  if (table === YEARLY_TABLE) {
    const figure = catalog.definitions.yearly.find((candidate) => normalizeLabel(candidate.label) === normalizeLabel(row));
    return figure ? { id: figure.id, yearly: true, yearsBack } : `${YEARLY_TABLE}に「${row}」がありません`;
  }
  const found = catalog.resolve(parsed.data, null);
  return found.ok ? { id: found.data.rowId, yearly: false, yearsBack } : found.reason;
}

function planProblems(rows: readonly PlanRowDefinition[], kpis: readonly KpiDefinition[]): string[] {
  const problems = rows.flatMap((row, index) => {
    const order = row.order === index + 1 ? [] : [`${row.id}: 表示順が ${index + 1} ではありません`];
    const tag = row.tags.includes(KPI_TAG) === (row.kpi !== null) ? [] : [`${row.id}: KPIの印とKPIのIDが合いません`];
    const known = row.kpi === null || kpis.some((kpi) => kpi.id === row.kpi) ? [] : [`${row.id}: KPI「${row.kpi}」がありません`];
    return [...order, ...tag, ...known, ...repeated(row.tags, `${row.id} の印`)];
  });
  const missing = kpis.filter((kpi) => rows.filter((row) => row.kpi === kpi.id).length !== 1);
  return [...problems, ...missing.map((kpi) => `KPI ${kpi.id}: 事業計画の行がちょうど1つ必要です`)];
}

function indicatorProblems({ indicators, planRows, kpis }: Definitions, catalog: Catalog): string[] {
  const conditions = new Set(kpis.flatMap((kpi) => kpi.conditions.map((condition) => condition.id)));
  const problemsOf = (one: IndicatorDefinition): string[] => {
    const row = planRows.find((candidate) => candidate.id === one.planRow);
    const fault = referencesFault(one, catalog);
    return [
      ...(one.planRow !== null && !row ? [`事業計画の行「${one.planRow}」がありません`] : []),
      ...(row && !row.tags.includes(INDICATOR_TAG) ? [`事業計画の行「${row.id}」に業績評価の印がありません`] : []),
      ...(row && row.item !== one.item ? ['項番が事業計画の行と合いません'] : []),
      ...(one.kpi !== null && !conditions.has(one.kpi) ? [`KPI「${one.kpi}」がありません`] : []),
      ...(fault ? [fault.reason] : []),
    ];
  };
  const named = new Set(indicators.map((one) => one.planRow));
  return [
    ...indicators.flatMap((one) => problemsOf(one).map((problem) => `業績評価 ${one.id}: ${problem}`)),
    ...planRows.filter((row) => row.tags.includes(INDICATOR_TAG) && !named.has(row.id)).map((row) => `${row.id}: 業績評価の印がありますが、指標がありません`),
  ];
}
