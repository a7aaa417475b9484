import type { Language } from '../strings';

export interface DetailWords {
  readonly back: string;
  readonly previous: string;
  readonly next: string;
  readonly item: (item: number) => string;
  readonly manual: (mark: string) => string;
  readonly noReason: string;
  /** The mark the figures give at the month chosen. */
  readonly automatic: (month: string, mark: string) => string;
  readonly evaluatedIn: (mark: string, month: string) => string;
  readonly judgedIn: (month: string) => string;
  readonly actual: string;
  readonly target: string;
  readonly previousYear: string;
  readonly yearEnd: string;
  readonly thisYear: string;
  readonly unknown: string;
  readonly noTarget: string;
  readonly asOf: (month: string) => string;
  readonly rank: string;
  readonly rankOf: (rank: number) => string;
  readonly pasteRank: string;
  readonly goToRow: string;
  readonly goToKpi: string;
  readonly months: string;
  readonly month: string;
  readonly difference: (unit: string) => string;
  readonly met: string;
  readonly notMet: string;
  readonly outlook: string;
  readonly yearly: string;
  readonly gone: string;
}

const ja: DetailWords = {
  back: 'KPI一覧',
  previous: '前のKPI',
  next: '次のKPI',
  item: (item) => `項番${item}`,
  manual: (mark) => `手動で ${mark} と判定しています`,
  noReason: '理由が入力されていません。',
  automatic: (month, mark) => `${month}時点の数値による判定は ${mark} です。`,
  evaluatedIn: (mark, month) => `${month}の評価: ${mark}`,
  judgedIn: (month) => `${month}時点の判定`,
  actual: '実績',
  target: '目標',
  previousYear: '前年度',
  yearEnd: '年度末',
  thisYear: '今年度',
  unknown: '未確定',
  noTarget: '未登録',
  asOf: (month) => `${month}現在`,
  rank: '全国順位',
  rankOf: (rank) => `${rank}位`,
  pasteRank: '順位を貼り付け',
  goToRow: '表のセルへ移動',
  goToKpi: 'KPIのセルへ移動',
  months: '月ごとの数値',
  month: '月',
  difference: (unit) => (unit === '' ? '目標との差' : `目標との差（${unit}）`),
  outlook: '3月の見通し（判定には使いません）',
  met: '達成',
  notMet: '未達',
  yearly: '年に1回の数値のため、月ごとの推移はありません。',
  gone: 'このKPIは、ブックに見つからなくなりました。',
};

const en: DetailWords = {
  back: 'KPIs',
  previous: 'Previous KPI',
  next: 'Next KPI',
  item: (item) => `Item ${item}`,
  manual: (mark) => `Set to ${mark} by hand`,
  noReason: 'No reason has been given.',
  automatic: (month, mark) => `The figures as of ${month} say ${mark}.`,
  evaluatedIn: (mark, month) => `Evaluated as of ${month}: ${mark}`,
  judgedIn: (month) => `Judged as of ${month}`,
  actual: 'Actual',
  target: 'Target',
  previousYear: 'Year before',
  yearEnd: 'at its end',
  thisYear: 'This year',
  unknown: 'not known',
  noTarget: 'none',
  asOf: (month) => `as of ${month}`,
  rank: 'National rank',
  rankOf: (rank) => `${rank}`,
  pasteRank: 'Paste ranks',
  goToRow: 'Go to the table',
  goToKpi: 'Go to the KPI',
  months: 'Month by month',
  month: 'Month',
  difference: (unit) => (unit === '' ? 'To target' : `To target (${unit === 'ポイント' ? 'points' : unit === '分' ? 'min' : unit})`),
  outlook: 'Outlook for March (no part of the mark)',
  met: 'met',
  notMet: 'not met',
  yearly: 'A yearly figure: it has no months.',
  gone: 'This KPI is no longer in the workbook.',
};

export const detailWords: Readonly<Record<Language, DetailWords>> = { ja, en };
