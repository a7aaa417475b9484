import type { CheckView } from '../sheets/view/checkView';
import type { EntryForm, MissingGroup } from '../sheets/view/entryForm';
import type { OutputChoices } from '../sheets/view/outputChoices';
import type { KpiCard } from '../sheets/view/kpiCard';
import type { ProgressPreview } from '../sheets/records/progressPreview';
import type { KpiHistory } from '../sheets/view/kpiHistory';
import type { RankQuestion, RankView } from '../sheets/view/rankView';
import type { Place } from '../sheets/view/place';
import type { RestoreLine } from '../sheets/restore/restoreRecord';
import type { TableHealth } from '../sheets/view/tableHealth';

/** What the pane shows of a workbook, from one reading; nothing is written. Months count 0 = 4月 … 11 = 3月. */
export interface WorkbookLook {
  /** empty: nothing of ours is there. partial: some. damaged: a list of ours cannot be read, see `damage`. */
  readonly condition: 'empty' | 'partial' | 'laidOut' | 'damaged';
  /** There is something on the sheets, and no list of our tables yet: tables of the staff's own may stand there. */
  readonly adoptable: boolean;
  /** Sentences on what cannot be read. */
  readonly damage: readonly string[];
  /** "令和6年度（2024年度）"; "" where the workbook names no year. */
  readonly yearLabel: string;
  readonly fiscalYear: number | null;
  readonly branch: string;
  /** Groups in the order of the tables, and tags of the plan rows: for filters. */
  readonly groups: readonly string[];
  readonly tags: readonly string[];
  /** The last evaluation; null: none yet. `at` as shown to people. */
  readonly evaluation: { readonly asOf: number; readonly at: string } | null;
  /** The month to judge next: the last with figures or the last one evaluated, whichever is later, but none that has not ended. */
  readonly suggestedMonth: number;
  /** What stands in the way of writing, in sentences; null: nothing. Protected sheets stop only the jobs that write there. */
  readonly obstacles: { readonly readOnly: string | null; readonly locked: string | null };
  /** The headings of the sheet 業績評価; null: the workbook has none. */
  readonly indicators: Place | null;
  /** What was written and can be taken back, the latest first; one that was not brought to its end has the state writing. */
  readonly restore: readonly RestoreLine[];
  kpis(asOf: number): readonly KpiCard[];
  tables(): Promise<readonly TableHealth[]>;
  /** 点検: worked out of this reading when it is first wanted. */
  checks(): Promise<CheckView>;
  entry(group: string, month: number): Promise<EntryForm>;
  /** What is known of a KPI's earlier evaluations: read with one more request when it is first asked for. */
  history(kpi: string): Promise<KpiHistory>;
  missing(asOf: number): Promise<readonly MissingGroup[]>;
  /** 実施記録, and what it would write. */
  progress(): Promise<ProgressPreview>;
  /** What a pasted list of the branches says; `asOf`: the month judged. */
  rank(question: RankQuestion, asOf: number): Promise<RankView>;
  outputs(): Promise<OutputChoices>;
}

// The pane knows the jobs, not the sheets: what it shows comes through here.
export type { EnteredFigure, EntryField, EntryForm, EntryTable, MissingGroup, MissingRow } from '../sheets/view/entryForm';
export type { Reminder } from '../sheets/check/reminders';
export type { OpenFinding, QuietFinding } from '../sheets/check/accepted';
export type { CheckView } from '../sheets/view/checkView';
export type { ConditionCard, KpiCard, Trend } from '../sheets/view/kpiCard';
export type { OutputChoices } from '../sheets/view/outputChoices';
export type { KpiHistory, LoggedEvaluation } from '../sheets/view/kpiHistory';
export type { DerivedId } from '../sheets/overwrittenSheet';
export type { RankMark, RankQuestion, RankStanding, RankView } from '../sheets/view/rankView';
export type { Finding, FindingKind, TableHealth } from '../sheets/view/tableHealth';
export type { DraftPreview, FigurePreview, ProgressPreview } from '../sheets/records/progressPreview';
export type { Place } from '../sheets/view/place';
export type { RestoreLine } from '../sheets/restore/restoreRecord';
