import type { ProgressReading } from '../../sheets/records/progressPlan';

/** What 実施記録 said and what became of it, for report.json. */
export interface ProgressEntry {
  readonly records: number;
  readonly planned: number;
  /** `fate`: new and renew were written; below and within stand under or in a person's own text and were not. */
  readonly drafts: readonly { readonly row: string; readonly fate: string; readonly text: string }[];
  readonly bids: { readonly open: number; readonly single: number } | null;
  /** Counts and days by what became of them: fill was written. */
  readonly figures: Readonly<Record<'fill' | 'same' | 'differs' | 'kept' | 'new' | 'derived', number>>;
  readonly problems: readonly { readonly sheet: string; readonly cell: string; readonly message: string }[];
}

export function progressEntry({ reading, drafts, figures, bids }: ProgressReading): ProgressEntry {
  const counts = { fill: 0, same: 0, differs: 0, kept: 0, new: 0, derived: 0 };
  for (const figure of figures) counts[figure.kind]++;
  return {
    records: reading.done.length,
    planned: reading.planned,
    drafts: drafts.map(({ rowId, fate, draft }) => ({ row: rowId, fate, text: draft })),
    bids,
    figures: counts,
    problems: reading.problems.map(({ sheet, cell, message }) => ({ sheet, cell, message })),
  };
}
