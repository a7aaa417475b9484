import { buildCatalog, type Catalog } from '../../src/domain/catalog';
import type { Figures } from '../../src/domain/actual';
import type { Definitions, KpiCondition, RowDefinition } from '../../src/domain/definitions';
import { judgeKpi, type ConditionJudgement } from '../../src/domain/judgement';
import { seriesKey, type SeriesFigures } from '../../src/domain/series';

/** A small workbook's definitions: one row of every kind of series, and what its KPIs are judged by. */

const row = (label: string, kind: RowDefinition['kind'], more: Partial<RowDefinition> = {}): RowDefinition => ({
  id: label, label, aliases: [], asTyped: false, heading: null, kind, unit: '件', format: '#,##0', totalFormat: null, formula: null, total: 'なし', years: 4,
  min: null, max: null, mayFall: null, follows: null, lag: 0, endsAt: null, mergedInto: null, printed: true, ...more,
});

export const DEFINITIONS: Definitions = {
  schemaVersion: 1, groups: ['業務'], kpis: [], planRows: [], indicators: [],
  yearly: [{ id: 'Y1', label: '受診率', item: 10, numeratorLabel: '', denominatorLabel: '', format: '0.0%' }],
  tables: [{
    id: 'T1', name: '表', aliases: [], group: '業務', arrangement: '年度ごとの表', totalLabel: '計', firstMonthLabel: null, note: null,
    rows: [
      row('件数', '単月', { total: '合計' }), row('母数', '単月', { total: '合計' }), row('割合', '率', { unit: '%', format: '0.0%', formula: '[件数]/[母数]', total: '計算式' }),
      row('回収率', '年度累計', { unit: '%', format: '0.00%' }), row('累計', '現在数', { unit: '事業所' }), row('使用割合', '率', { unit: '%', format: '0.0%' }),
      row('カバー率', '四半期', { unit: '%', format: '0.0%' }), row('残業', '単月', { unit: '時間', format: '[h]:mm', total: '平均' }),
    ],
  }],
};
export const CATALOG: Catalog = buildCatalog(DEFINITIONS);
export const YEAR = 2024;

export const condition = (label: string, more: Partial<KpiCondition> = {}): KpiCondition => ({
  id: 'K', label, actual: `[表.${label}]`, basis: '最新月', direction: '以上', target: null, targetUpper: null, targetRule: '固定値', targetSource: '計画', targetFollows: null, excellent: null,
  midYear: '年度末の目標', format: '#,##0', ...more,
});

type Months = readonly (number | null)[];
export const year = (months: Months, total: number | null = null): SeriesFigures => ({ months: [...months, ...Array<null>(12 - months.length).fill(null)], total });

/** Figures by row label and year; a total is the sum of its months. */
export const figures = (series: Readonly<Record<string, Readonly<Record<number, Months>>>>): Figures => ({
  series: new Map(Object.entries(series).flatMap(([label, years]) => Object.entries(years).map(([of, months]) => [seriesKey(label, Number(of)), year(months, months.reduce<number>((sum, one) => sum + (one ?? 0), 0))] as const))),
  yearly: new Map(),
});

export function judge(one: KpiCondition, known: Figures, asOf: number): ConditionJudgement {
  const [judged] = judgeKpi({ id: 'K', name: 'K', item: 1, conditions: [one] }, CATALOG, known, YEAR, asOf).conditions;
  if (!judged) throw new Error('no condition');
  return judged;
}

/** Twelve months from a start in equal steps. */
export const steps = (start: number, step: number, count = 12): number[] => Array.from({ length: count }, (_, month) => start + month * step);
