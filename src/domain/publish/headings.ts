/** Headings of published tables. Each stands once in a table and means the same in all of them. */
export const HEADINGS = {
  branch: '支部', table: '表', yearWestern: '年度（西暦）', yearEra: '年度（和暦）', item: '項目', unit: '単位', totalUnit: '計の単位', note: '注記',
  kpiId: 'KPI番号', kpi: 'KPI', condition: '条件', direction: '向き', target: '目標値', targetUpper: '目標値の上限', actual: '実績値', previous: '前年度実績',
  asOfEra: '時点（和暦）', asOfWestern: '時点（西暦）', state: '実績の区分', mark: '実施状況', markMeaning: '実施状況の意味',
  rank: '全国順位', rankAsOfEra: '順位の時点（和暦）', rankAsOfWestern: '順位の時点（西暦）', rankState: '順位の区分',
  measure: '指標', numeratorLabel: '分子の名称', numeratorUnit: '分子の単位', numerator: '分子', denominatorLabel: '分母の名称', denominatorUnit: '分母の単位', denominator: '分母', rate: '率', rateUnit: '率の単位',
} as const;

const H = HEADINGS;
/** Every figure has its unit beside it. */
export const UNITS: ReadonlySet<string> = new Set([H.unit, H.rateUnit, H.numeratorUnit, H.denominatorUnit]);
/** Every row says these itself: nothing is left to be read off the row above. */
export const FILLED: ReadonlySet<string> = new Set([H.branch, H.table, H.yearWestern, H.yearEra, H.item, H.kpiId, H.kpi, H.condition, H.direction, H.measure]);
/** Columns of numbers beside the months and their total. */
const FIGURES: ReadonlySet<string> = new Set([H.target, H.targetUpper, H.actual, H.previous, H.rank, H.numerator, H.denominator, H.rate]);
export const isFigureHeading = (heading: string): boolean => FIGURES.has(heading) || /^\d{1,2}月|^(?:計|合計|平均)$/.test(heading);
/** IDs, which may be digits and are no numbers. */
export const IDENTIFIERS: ReadonlySet<string> = new Set([H.kpiId]);
/** An era text and the column that says the same in Western years. */
export const YEAR_PAIRS: readonly (readonly [era: string, western: string])[] = [[H.yearEra, H.yearWestern], [H.asOfEra, H.asOfWestern], [H.rankAsOfEra, H.rankAsOfWestern]];
