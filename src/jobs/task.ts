import type { AdoptRequest } from '../sheets/adopt/request';
import type { DerivedId } from '../sheets/overwrittenSheet';
import type { ProgressChoice } from '../sheets/records/progressPlan';
import type { RankRequest } from '../sheets/rankPlan';
import type { PublishRequest } from '../sheets/publish/publishPlan';
import type { SubmitRequest } from '../sheets/submit/submitPlan';
import type { EnteredFigure } from '../sheets/view/entryForm';

/** Something a person asks for, with all it needs. Months count 0 = 4月 … 11 = 3月. */
export type Task =
  /** `sample`: with the sample year's figures, for a workbook that has none of ours yet. */
  | { readonly kind: 'layout'; readonly sample: boolean }
  /** `restore`: the typed-over cells a person ticked. */
  | { readonly kind: 'recompute'; readonly restore: readonly DerivedId[] }
  /** `asOf` null: at the month the workbook suggests, where nobody chose one. */
  | { readonly kind: 'evaluate'; readonly asOf: number | null }
  | { readonly kind: 'summary' }
  | { readonly kind: 'release' }
  /** IDs of the tables a person chose. */
  | { readonly kind: 'publish'; readonly tables: PublishRequest }
  /** IDs of the sheets a person chose. */
  | { readonly kind: 'submit'; readonly sheets: SubmitRequest }
  /** `to`: the fiscal year to step into, so that pressing twice is no two steps. */
  | { readonly kind: 'rollover'; readonly to: number }
  /** `request`: what a person decided over the tables found. */
  | { readonly kind: 'adopt'; readonly request: AdoptRequest }
  /** `tables`: IDs of the tables of the text that a person chose; 'all'. `correct`: the figures that may take another's place. */
  | { readonly kind: 'import'; readonly text: string; readonly tables: 'known' | 'all' | readonly string[]; readonly correct: readonly DerivedId[] }
  /** `choice`: the drafts and figures of 実施記録 that a person chose. Without such a sheet it is laid out. */
  | { readonly kind: 'progress'; readonly choice: ProgressChoice }
  | { readonly kind: 'enter'; readonly group: string; readonly month: number; readonly figures: readonly EnteredFigure[] }
  /** Takes a writing back, by the number of its record. */
  | { readonly kind: 'restore'; readonly id: number }
  /** Takes out what is kept to take writings back. */
  | { readonly kind: 'forget' }
  /** The branches' figures, pasted, and what a person decided over them. */
  | ({ readonly kind: 'rank' } & RankRequest);
export type TaskKind = Task['kind'];

/** Where a running task stands. */
export type Phase = 'reading' | 'thinking' | 'writing';
