import sample from '../../seeds/gunma-2024.json';
import standard from '../../seeds/standard.json';
import type { StatusMark } from '../../src/domain/marks';
import type { ConditionCard, KpiCard, Place, Trend } from '../../src/jobs/workbookLook';

/** KPI → row of its table, and how its figures are printed. The figures are the sample year's. */
const ROWS: Readonly<Record<string, readonly [row: string, digits: number]>> = {
  '1': ['T01-01', 0], '2': ['T02-01', 1], '5-1': ['T09-01', 3], '5-2': ['T10-01', -1], '7-1': ['T12-01', 2], '7-2': ['T11-01', 2],
  '13': ['T13-02', -1], '15': ['T14-01', 1], '18': ['T16-03', 2], '18-2': ['T16-02', -1], '21': ['T18-03', 1],
};
const MARKS: Readonly<Record<string, StatusMark>> = {
  '1': '○', '2': '△', '5-1': '△', '5-2': '△', '7-1': '○', '7-2': '△', '13': '○', '15': '◎', '18': '○', '21': '○',
};

const printed = (figure: number | null, digits: number): string => {
  if (figure === null) return '';
  return digits < 0 ? figure.toLocaleString('ja-JP') : `${(figure * 100).toFixed(digits)}%`;
};

const placeOf = (row: number): Place => ({ sheet: '業務', area: { row, column: 0, rows: 1, columns: 16 } });

function series(row: string, year: number): readonly (number | null)[] {
  const found = sample.series.find((each) => each.row === row && each.year === year);
  return (found?.months ?? Array<null>(12).fill(null)).map((figure) => (typeof figure === 'number' ? figure : null));
}

function trendOf(row: string, digits: number, target: number | null, asOf: number): Trend {
  const months = series(row, 2024).map((figure, month) => (month > asOf ? null : figure));
  const previous = series(row, 2023);
  return { months, previous, shown: months.map((figure) => printed(figure, digits)), shownPrevious: previous.map((figure) => printed(figure, digits)), target };
}

type Kpi = (typeof standard.kpis)[number];

function conditionOf(kpi: Kpi, index: number, asOf: number): ConditionCard {
  const condition = kpi.conditions[index];
  if (condition === undefined) throw new Error(kpi.id);
  const [row, digits] = ROWS[index === 0 ? kpi.id : `${kpi.id}-${index + 1}`] ?? ['', 1];
  const trend = row === '' ? null : trendOf(row, digits, condition.target, asOf);
  const last = trend?.months.reduce<number>((found, figure, month) => (figure === null ? found : month), -1) ?? -1;
  const actual = trend?.shown[last] ?? '';
  const target = printed(condition.target, digits);
  const mark: StatusMark = actual === '' ? '－' : (MARKS[kpi.id] ?? '－');
  const sign = mark === '△' ? '＜' : '≧';
  return {
    id: condition.id, label: condition.label, mark, actual, target, direction: condition.direction, targetUpper: null, format: condition.format,
    previous: trend?.shownPrevious[last] ?? '', asOf: actual === '' ? '' : `${((last + 3) % 12) + 1}月`,
    outlook: '', state: null,
    reason: actual === '' ? '実績が未確定のため判定していません（－）。' : `${condition.label} ${actual} ${sign} 目標 ${target}。令和7年3月末現在。`,
    trend, place: trend === null ? null : placeOf(index + 4),
  };
}

/** The sample year's KPIs as they stand after an evaluation. */
export function cardsOf(asOf: number): KpiCard[] {
  return standard.kpis.map((kpi, at): KpiCard => {
    const conditions = kpi.conditions.map((_, index) => conditionOf(kpi, index, asOf));
    const row = standard.planRows.find((each) => each.kpi === kpi.id);
    const rank = sample.ranks.find((each) => each.kpi === kpi.id)?.rank;
    const mark = conditions[0]?.mark ?? '－';
    return {
      id: kpi.id, item: kpi.item, name: kpi.name, owner: row?.owner ?? '', others: row?.others ?? [], tags: row?.tags ?? [],
      mark, manual: null, current: mark, reason: conditions.map((condition) => condition.reason).join(''), stale: false,
      rank: rank === undefined ? null : { rank, asOf: '令和7年3月', state: null }, conditions, place: { sheet: 'KPI', area: { row: at + 3, column: 0, rows: 1, columns: 20 } },
    };
  });
}
