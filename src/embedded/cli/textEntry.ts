import type { ImportReport } from '../../jobs/importText';

/** What a text said and what became of it, for report.json. Lines are those of the text, from 1. */
export interface TextEntry {
  readonly fiscalYear: number | null;
  readonly series: number;
  readonly tables: readonly { readonly id: string; readonly name: string; readonly own: boolean; readonly headers: readonly number[]; readonly lines: number; readonly series: number }[];
  readonly oddities: readonly { readonly kind: string; readonly row: string; readonly year: number; readonly lines: readonly number[]; readonly text: string }[];
  readonly unread: readonly { readonly line: number; readonly row: string; readonly found: string; readonly text: string }[];
  /** Tables and lines that no definition is for. */
  readonly strangers: readonly { readonly line: number; readonly label: string; readonly near: readonly string[]; readonly text: string }[];
  readonly notes: readonly string[];
  /** How many figures were written with a new table or into an empty cell, stand there already, differ, are worked out, or have no cell. */
  readonly figures: Readonly<Record<'new' | 'fill' | 'same' | 'differs' | 'derived' | 'kept', number>>;
  /** Figures that the workbook works out otherwise. */
  readonly mismatches: readonly string[];
}

export function textEntry({ reading, preview }: ImportReport): TextEntry {
  const figures = { new: 0, fill: 0, same: 0, differs: 0, derived: 0, kept: 0 };
  for (const figure of preview.figures) figures[figure.kind]++;
  return {
    fiscalYear: reading.fiscalYear,
    series: reading.series.size,
    tables: reading.tables.map(({ definition, own, headers, lines, series }) => ({ id: definition.id, name: definition.name, own, headers, lines, series: series.length })),
    oddities: reading.oddities.map(({ kind, rowId, year, lines, text }) => ({ kind, row: rowId, year, lines, text })),
    unread: reading.unread.map(({ line, rowId, found, text }) => ({ line, row: rowId, found, text })),
    strangers: reading.strangers.map(({ line, label, near, text }) => ({ line, label, near, text })),
    notes: [...reading.cut, ...reading.notes],
    figures,
    mismatches: preview.mismatches.map((one) => one.text),
  };
}
