import type { CellInput } from '../plan/workbookPlan';

/** The annual summary as rows, before it is known where they stand. */
export type RowOf = (key: string) => number;

export interface SummaryRow {
  /** Stands in column A; the row is found again by it. null: a heading that is never updated. */
  readonly key: string | null;
  readonly look: 'title' | 'note' | 'section' | 'tableTitle' | 'header' | 'body' | 'difference' | 'text' | 'caption' | 'blank';
  /** Contents by column, once the row's own place and that of the others are known. */
  readonly cells: (row: number, rowOf: RowOf) => readonly (readonly [column: number, content: CellInput])[];
  /** Number formats: first column, columns, format. */
  readonly formats?: readonly (readonly [column: number, columns: number, format: string])[];
  /** Columns that show a status mark. */
  readonly marks?: readonly number[];
  /** Columns of short words. */
  readonly centered?: readonly number[];
  /** Columns that are framed, from B on; the rest of the row stays plain. */
  readonly lastColumn?: number;
}

export const COLUMN = { key: 0, label: 1, unit: 2, firstMonth: 3, total: 15, note: 16, helperKey: 18, helperLabel: 19, helperFirst: 20 } as const;
export const MONTHS = 12;
export const SUMMARY_COLUMNS = COLUMN.note + 1;

export const BLANK: SummaryRow = { key: null, look: 'blank', cells: () => [] };

export const heading = (look: SummaryRow['look'], contents: readonly (readonly [number, CellInput])[], lastColumn?: number): SummaryRow => ({
  key: null, look, cells: () => contents, ...(lastColumn === undefined ? {} : { lastColumn }),
});

/** A text as it stands in a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
