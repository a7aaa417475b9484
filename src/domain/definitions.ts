/**
 * What a workbook's definition sheets say, as plain data: tables and their rows,
 * KPIs, yearly figures and the rows of the plan. Labels are Japanese data.
 * Source of the words: the branch plan's own headings.
 */

export const SERIES_KINDS = ['単月', '年度累計', '現在数', '率', '四半期', '年1回', '実施日'] as const;
/** How the months of a row relate to each other. */
export type SeriesKind = (typeof SERIES_KINDS)[number];

export const ARRANGEMENTS = ['年度ごとの表', '年度ごとの行'] as const;
/** 年度ごとの表: one block a year, a line a row. 年度ごとの行: one block a heading, a line a year. */
export type Arrangement = (typeof ARRANGEMENTS)[number];

export const TOTAL_RULES = ['合計', '平均', '計算式', '件数', '入力', 'なし'] as const;
/**
 * 計算式: the row's own formula applied to the totals. 入力: typed by a person.
 * なし: the line has no total. A text beginning with "=" is a formula on the totals.
 */
export type TotalRule = (typeof TOTAL_RULES)[number] | `=${string}`;

/** A table: what is printed under one heading. */
export interface TableDefinition {
  /** Stable ID, e.g. "T02". */
  readonly id: string;
  /** Unique among tables; formulas of other tables refer to it. */
  readonly name: string;
  /** Other spellings of the name on the sheets. */
  readonly aliases: readonly string[];
  /** The group whose sheet bears the table. */
  readonly group: string;
  readonly arrangement: Arrangement;
  /** Heading of the total column; null where the source prints none. */
  readonly totalLabel: string | null;
  /** Heading of the first month where it is not 4月, e.g. 4月まで. */
  readonly firstMonthLabel: string | null;
  /** Short note printed under the table; null for none. */
  readonly note: string | null;
  readonly rows: readonly RowDefinition[];
}

/** A row: one measure of a table, in each of its years one series. */
export interface RowDefinition {
  /** Stable ID, e.g. "T02-03". */
  readonly id: string;
  /** Unique in its table. */
  readonly label: string;
  /** Other spellings of the label on the sheets. */
  readonly aliases: readonly string[];
  /** Heading of the block; rows of one heading stand in one block, the first being the main row. 年度ごとの表: null unless a year has several headers. */
  readonly heading: string | null;
  readonly kind: SeriesKind;
  readonly unit: string;
  /** Excel number format of the months. */
  readonly format: string;
  /** Number format of the total; null: as the months. */
  readonly totalFormat: string | null;
  /** Row formula of the months; null: typed by a person. */
  readonly formula: string | null;
  readonly total: TotalRule;
  /**
   * The derived cells are a person's own, typed or formulas of their own: formula and total rule serve judgement and checks only,
   * and no cell is given a formula of ours.
   */
  readonly asTyped: boolean;
  /** How many fiscal years are laid out, the current one included. */
  readonly years: number;
  /** Lowest and highest figure that can be right; null: not checked. */
  readonly min: number | null;
  readonly max: number | null;
  /** false: a fall from month to month is a finding; null: not checked. */
  readonly mayFall: boolean | null;
  /** Row reference: each month must exceed the month before by that row's figure; null: not checked. */
  readonly follows: string | null;
  /** Months by which the figure comes late. */
  readonly lag: number;
  /** Last month that has a figure, "2024-11"; null: goes on. */
  readonly endsAt: string | null;
  /** Row reference into which an ended row was merged; null: none. */
  readonly mergedInto: string | null;
  /** false: this row is ours, the source does not print it. */
  readonly printed: boolean;
}

export const BASES = ['年度累計比率', '最新月', '年度末', '計', '年1回'] as const;
/**
 * Which figure is judged. 年度累計比率: the row's formula on the sums from April to the month judged.
 * 最新月: the last month that has a figure. 年度末: March. 計: the total column. 年1回: the yearly figure.
 */
export type Basis = (typeof BASES)[number];

export const DIRECTIONS = ['以上', '以下', '範囲内'] as const;
/** 範囲内: from the target to its upper end, both included. */
export type Direction = (typeof DIRECTIONS)[number];

export const TARGET_RULES = ['固定値', '前年度・3か年平均の高い方'] as const;
/** How a target comes about. The second is worked out of the workbook's own figures; where less is better it is the lower of the two. */
export type TargetRule = (typeof TARGET_RULES)[number];

export const MID_YEAR_RULES = ['年度末の目標', '前年同月', '前年度の推移', '均等'] as const;
/**
 * What a month before March is held against, for measures that grow over the year. 前年度の推移: the way to the target as last year
 * went it. 均等: the same step every month.
 */
export type MidYearRule = (typeof MID_YEAR_RULES)[number];

/** A KPI: one mark and one rank, over one or more conditions that must all hold. */
export interface KpiDefinition {
  /** Stable ID, e.g. "5-1". */
  readonly id: string;
  readonly name: string;
  /** Plan item number 1–21. */
  readonly item: number;
  readonly conditions: readonly KpiCondition[];
}

export interface KpiCondition {
  /** Stable ID: the KPI's, or "18-1", "18-2" where there are several. */
  readonly id: string;
  readonly label: string;
  /** Row reference "[table.row]"; the yearly figures stand in the table 実績値. */
  readonly actual: string;
  readonly basis: Basis;
  readonly direction: Direction;
  /** In the figure's own unit (a rate as a fraction); null: not known, or worked out by `targetRule`. Of a band the lower end. */
  readonly target: number | null;
  /** The upper end of a band; null elsewhere. */
  readonly targetUpper: number | null;
  readonly targetRule: TargetRule;
  /** Where the target comes from, e.g. "前年度（令和5年度末）の実績". */
  readonly targetSource: string;
  /** Row reference of the figure the target repeats, "[査定率.査定率:前年度]"; null: none. */
  readonly targetFollows: string | null;
  /** Second threshold, for ◎; null: ◎ is never given. A band has none. */
  readonly excellent: number | null;
  readonly midYear: MidYearRule;
  /** Number format; its decimals are the printed precision of the judgement. */
  readonly format: string;
}

/** A yearly figure's definition: one line of the sheet 実績値 for each year. */
export interface YearlyDefinition {
  /** Stable ID, e.g. "Y10-1". */
  readonly id: string;
  /** Unique; KPIs refer to it as [実績値.label]. */
  readonly label: string;
  readonly item: number;
  readonly numeratorLabel: string;
  readonly denominatorLabel: string;
  readonly format: string;
}

/** A row of the plan (事業計画). */
export interface PlanRowDefinition {
  /** Stable ID, e.g. "P10-08b". */
  readonly id: string;
  /** Print order, 1, 2, 3 … */
  readonly order: number;
  /** Plan item number 1–21; null for the loose rows at the end. */
  readonly item: number | null;
  /** 枝番 as printed, e.g. "（５）－１", "⑦"; "" for none. */
  readonly branch: string;
  /** Short name of the item (事業). */
  readonly project: string;
  /** Short label of the row (実施概要). */
  readonly label: string;
  /** Owning group and the groups that share the work. */
  readonly owner: string;
  readonly others: readonly string[];
  /** KPI, 業績評価, 重要度：高, 困難度：高, インセンティブ関連. */
  readonly tags: readonly string[];
  /** The KPI judged in this row; null: none. */
  readonly kpi: string | null;
  /** Whether the row's mark enters the tally 全体. */
  readonly counted: boolean;
}

export const INDICATOR_DIRECTIONS = ['増える方がよい', '減る方がよい'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

/**
 * A performance indicator (業績評価): a figure beside the year before. It is never judged by itself and has no target: what is judged is a
 * KPI, and an indicator of the same figure names it. Its figure is, in this order, the KPI's, that of `actual`, or typed by people.
 */
export interface IndicatorDefinition {
  /** Stable ID, e.g. "G02". */
  readonly id: string;
  readonly label: string;
  /** What `formula` gives, e.g. 対前年度減少率; null: the value is the figure itself. */
  readonly valueLabel: string | null;
  /** ID of the plan row whose mark it shows; null: none. */
  readonly planRow: string | null;
  /** Plan item number 1–21; null for the loose rows at the end. */
  readonly item: number | null;
  /** ID of the KPI condition whose figure it shows; format, unit and direction are that condition's then. */
  readonly kpi: string | null;
  /** Row formula of this year's figure, "[金額/件.金額/件(円)]", or a yearly figure "[実績値.…]"; null: the KPI's, or typed. */
  readonly actual: string | null;
  /** Row formula of the value where it is not the figure itself, "[金額/件.金額/件(円)]/[金額/件.金額/件(円):前年度]-1". */
  readonly formula: string | null;
  readonly unit: string;
  /** Number format of the figure; null: the KPI's, or as it is typed. */
  readonly format: string | null;
  /** Number format of the value; null: as the figure. */
  readonly valueFormat: string | null;
  /** null: the source does not say, or the KPI's. */
  readonly direction: IndicatorDirection | null;
}

/** All definitions of a workbook. */
export interface Definitions {
  readonly schemaVersion: number;
  readonly groups: readonly string[];
  readonly tables: readonly TableDefinition[];
  readonly kpis: readonly KpiDefinition[];
  readonly yearly: readonly YearlyDefinition[];
  readonly planRows: readonly PlanRowDefinition[];
  readonly indicators: readonly IndicatorDefinition[];
}

/** A row's label and the other spellings of it that a person has confirmed. */
export const spellings = (row: Pick<RowDefinition, 'label' | 'aliases'>): readonly string[] => [row.label, ...row.aliases];
